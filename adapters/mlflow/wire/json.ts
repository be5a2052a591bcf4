import { invalid } from '../../../src/model/errors.ts';

/**
 * A whole number of 16 digits or more may not survive as a double. Fractions do, and must not match: nearly every batch holds
 * one as long, and reading exactly takes four times as long.
 */
const LONG_NUMBER = /[:,[\s]-?\d{16,}\s*[,}\]]/;
/** Whole numbers as JSON writes them. Longer ones than any field takes stay doubles: reading them exactly takes too long. */
const WHOLE = /^-?\d{1,100}$/;

/** `JSON.parse` that reads whole numbers beyond 2^53 as bigint, exactly. */
function parseExact(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) => {
    const source = context?.source;
    return typeof value === 'number' && !Number.isSafeInteger(value) && source && WHOLE.test(source) ? BigInt(source) : value;
  });
}

/**
 * Writes the bare NaN and Infinity that Python's and older clients' writers put into JSON as strings; texts stay as they are.
 * The end of a text is optional, so that one without end is gone through once and not again from each quote in it.
 */
function quoteNonFinite(text: string): string {
  return text.replace(/"(?:[^"\\]+|\\[^]?)*"?|-?\bInfinity\b|\bNaN\b/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
}

function parse(text: string): unknown {
  return LONG_NUMBER.test(text) ? parseExact(text) : JSON.parse(text);
}

/**
 * The JSON of a request body. Whole numbers beyond 2^53 come as bigint, bare NaN and Infinity as strings; a text that itself
 * holds JSON is read once more, as the original does.
 * @throws invalid when it is no JSON object
 */
export function readJsonObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    try {
      value = parse(quoteNonFinite(text));
    } catch {
      throw invalid('body', `The request body is not valid JSON: ${error instanceof Error ? error.message : ''}`, error);
    }
  }
  if (typeof value === 'string') {
    try {
      value = parse(value);
    } catch (error) {
      throw invalid('body', 'The request body is a text that holds no JSON.', error);
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid('body', 'The request body must be a JSON object.');
  }
  return value as Record<string, unknown>;
}

/** What the original prints for infinity; signed for the negative one. */
export const MAX_DOUBLE = '1.7976931348623157e+308';

/**
 * A double as the original prints it: whole values with `.0`, NaN as a text, infinities as the largest double.
 * Keeps the sign of zero.
 */
export function writeDouble(value: number): string {
  if (Number.isNaN(value)) return '"NaN"';
  if (value === Number.POSITIVE_INFINITY) return MAX_DOUBLE;
  if (value === Number.NEGATIVE_INFINITY) return `-${MAX_DOUBLE}`;
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const text = String(value);
  return WHOLE.test(text) ? `${text}.0` : text;
}

/** Characters that JSON escapes, and halves of pairs that it must. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text in quotes. Most texts have nothing to escape, and telling so is several times cheaper than escaping. */
function writeText(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/**
 * JSON as the original writes messages: bigints as whole numbers without rounding, numbers as doubles. Fields that are
 * undefined and empty lists are left out; an empty message is kept.
 */
export function writeJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return writeText(value);
    case 'number':
      return writeDouble(value);
    case 'bigint':
      return value.toString();
    case 'boolean':
      return value ? 'true' : 'false';
    default:
  }
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) {
    let list = '';
    for (const item of value) list += list === '' ? writeJson(item) : `,${writeJson(item)}`;
    return `[${list}]`;
  }
  let fields = '';
  for (const name in value) {
    const field = (value as Record<string, unknown>)[name];
    if (field === undefined || field === null || (Array.isArray(field) && field.length === 0)) continue;
    fields += `${fields === '' ? '' : ','}${writeText(name)}:${writeJson(field)}`;
  }
  return `{${fields}}`;
}
