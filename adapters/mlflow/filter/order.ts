import { invalid, show } from '../../../src/model/errors.ts';
import { TokenReader } from './parse.ts';

/** One clause of an order_by list, its name as it was written. */
export interface OrderClause {
  name: string;
  descending: boolean;
}

const FIELD = 'order_by';
const part = /(\s+)|"((?:[^"\\]|\\[^])*)"|'([^']*)'|\\([^])|([^\s"'\\]+)/y;

/** The words of a text as a shell would have them, quotes taken away; undefined for an unclosed quote. */
function shellWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at = part.lastIndex) {
    part.lastIndex = at;
    const found = part.exec(text);
    if (!found) return undefined;
    const [, space, double, ...others] = found;
    if (space === undefined) {
      word = (word ?? '') + (double?.replace(/\\(["\\])/g, '$1') ?? others.join(''));
    } else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}

/**
 * Parses one clause: a name, then maybe ASC or DESC in any case. As in MLflow, no white space may stand around it, and a
 * clause with a direction is read a second time as a shell would read it, which takes quotes away from the whole name
 * (`"metrics.a b" DESC`), while one without is not.
 * @throws invalid for anything else
 */
export function parseOrderClause(text: string): OrderClause {
  const reader = new TokenReader(text, FIELD);
  const isTight = reader.peek().start === 0 && text === text.trimEnd();
  const name = reader.takeOperand('a name');
  // a key that is a number, or ends in one after a minus, is taken when a direction follows: the words below tell its end
  const isNumbered = ['integer', 'decimal'].includes(reader.peek().kind) && reader.take();
  const ascending = reader.takeWord('ASC');
  const descending = ascending ? undefined : reader.takeWord('DESC');
  const hasDirection = ascending !== undefined || descending !== undefined;
  const isWhole = reader.peek().kind === 'end' && (hasDirection || !isNumbered);
  const words = shellWords(text.replaceAll('`', '"'));
  if (!isTight || !isWhole || name.kind !== 'name' || words?.length !== (hasDirection ? 2 : 1)) {
    throw invalid(FIELD, `The order_by clause ${show(text)} is not a name that ASC or DESC may follow.`);
  }
  return { name: (hasDirection ? words[0]?.trim() : undefined) ?? name.text, descending: descending !== undefined };
}
