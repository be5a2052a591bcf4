import { invalid } from '../../../src/model/errors.ts';
import type { SpanStatus } from '../../../src/model/trace.ts';
import type { PatternTest, SpanTest } from '../../../src/model/trace-query.ts';
import { trimBackticks, unknownName } from './name.ts';
import type { Clause } from './parse.ts';
import { patternTest } from './value.ts';

/** The word of each status. */
export const spanStatusWords: Readonly<Record<SpanStatus, string>> = { unset: 'UNSET', ok: 'OK', error: 'ERROR' };

const ATTRIBUTES = 'attributes.';
const known = ['name', 'type', 'status', 'content', `${ATTRIBUTES}<name>`];

/** A text as a regular expression that finds nothing but it. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** A text as a part of a LIKE pattern. */
function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** A text inside of JSON, without its quotes. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The values, each as the JSON of a text or as JSON itself, the way the span's JSON holds it: a text again. */
function anyValue(values: readonly string[]): string {
  return values.map((value) => `${literal(inJson(JSON.stringify(value)))}|${literal(inJson(value))}`).join('|');
}

/**
 * The original looks for an attribute in the JSON of the whole span: LIKE may match beyond the attribute's end. An equality,
 * which there never holds, compares the attribute's value.
 */
function attributeTest(name: string, test: PatternTest): PatternTest {
  const member = `"${literal(inJson(name))}": "`;
  switch (test.operator) {
    case 'like':
    case 'ilike':
      return { operator: test.operator, value: `%"${likeLiteral(inJson(name))}"${test.value}%` };
    case 'rlike': {
      const [, start, middle = '', end] = /^(\^?)([^]*?)(\$?)$/.exec(test.value) ?? [];
      return { operator: 'rlike', value: `${member}\\\\"${start ? '' : '.*'}${middle}${end ? '\\\\"' : ''}` };
    }
    case '=':
      return { operator: 'rlike', value: `${member}(?:${anyValue([test.value])})"` };
    case '!=':
      return { operator: 'rlike', value: `${member}(?!(?:${anyValue([test.value])})")` };
    case 'in':
      return { operator: 'rlike', value: `${member}(?:${anyValue(test.values)})"` };
    case 'not in':
      return { operator: 'rlike', value: `${member}(?!(?:${anyValue(test.values)})")` };
    default:
      return test;
  }
}

/**
 * Checks a condition on spans.
 * @param key what stands behind `span.`
 * @throws invalid for an unknown key, an operator it has not, or an operator that is not in upper case
 */
export function spanTest(key: string, clause: Clause): SpanTest {
  if (clause.operator !== clause.operator.toUpperCase()) {
    throw invalid('filter', `The filter compares a span by ${clause.operator}, which must be in upper case.`);
  }
  if (key === 'content') return contentTest(clause);
  const test = patternTest(clause, { lists: true });
  if (key === 'name' || key === 'type') return { on: key, test };
  if (key === 'status') return { on: 'status', words: spanStatusWords, test };
  const name = key.startsWith(ATTRIBUTES) ? trimBackticks(key.slice(ATTRIBUTES.length)) : '';
  if (name === '') throw unknownName('filter', 'span field', key, known);
  return { on: 'content', test: attributeTest(name, test) };
}

/** A comparison of the JSON of whole spans, by LIKE and ILIKE only. @throws invalid for another operator */
export function contentTest(clause: Clause): SpanTest {
  const test = patternTest(clause, {});
  if (test.operator !== 'like' && test.operator !== 'ilike') {
    throw invalid('filter', `The filter compares the content of spans by ${clause.operator}; only LIKE and ILIKE can be used.`);
  }
  return { on: 'content', test };
}
