import type { TextTest } from '../../model/query.ts';
import type { Bindings } from './bindings.ts';

/** Length of the beginnings of texts that indexes hold. */
const INDEXED = 256;

/** The beginning of a text as the indexes on texts have it. */
export function indexedPart(expression: string): string {
  return `"left"(${expression}, ${INDEXED})`;
}

/** A pattern that Postgres takes: a backslash at its end, with nothing to take the meaning of, is itself. */
function toPattern(text: string): string {
  let beforeThem = text.length;
  while (text[beforeThem - 1] === '\\') beforeThem -= 1;
  return (text.length - beforeThem) % 2 === 1 ? `${text}\\` : text;
}

/** What every text that matches a pattern begins with, as a pattern; empty when it begins with a wildcard. */
function literalBeginning(pattern: string): string {
  const found = /^(?:\\[^]|[^\\%_])*/u.exec(pattern)?.[0] ?? '';
  const characters = found.match(/\\?[^]/gu)?.slice(0, INDEXED) ?? [];
  return characters.join('');
}

/** `<expression> = <value>`, by way of the index on beginnings; for a short value the beginning is all there is to compare. */
function equality(expression: string, value: string, bindings: Bindings): string {
  const characters = [...value];
  const beginning = `${indexedPart(expression)} = ${bindings.bind(characters.slice(0, INDEXED).join(''), 'text')}`;
  return characters.length < INDEXED ? beginning : `${beginning} and ${expression} = ${bindings.bind(value, 'text')}`;
}

/**
 * Condition on a text. Order and LIKE are by code point; ILIKE folds case as the database's own collation does.
 * @param isIndexed the table has an index on the {@link indexedPart} of it
 */
export function textCondition(expression: string, test: TextTest, bindings: Bindings, isIndexed = false): string {
  switch (test.operator) {
    case '=':
      return isIndexed ? equality(expression, test.value, bindings) : `${expression} = ${bindings.bind(test.value, 'text')}`;
    case '!=':
      return `${expression} <> ${bindings.bind(test.value, 'text')}`;
    case 'like': {
      const beginning = isIndexed ? literalBeginning(test.value) : '';
      const whole = () => `${expression} like ${bindings.bind(toPattern(test.value), 'text')}`;
      if (beginning === '') return whole();
      const indexed = `${indexedPart(expression)} like ${bindings.bind(`${beginning}%`, 'text')}`;
      // asking the same twice would have the planner expect a fraction of a fraction of the rows
      return test.value === `${beginning}%` ? indexed : `${indexed} and ${whole()}`;
    }
    case 'ilike':
      return `${expression} collate "default" ilike ${bindings.bind(toPattern(test.value), 'text')}`;
    case 'in':
      return `${expression} = any(${bindings.bind(test.values, 'text[]')})`;
    case 'not in':
      return `${expression} <> all(${bindings.bind(test.values, 'text[]')})`;
    case 'is null':
    case 'is not null':
      return `${expression} ${test.operator}`;
  }
}
