import { parseExactJson, quoteNonFinite } from '../../../src/http/lenient-json.ts';
import { invalid } from '../../../src/model/errors.ts';

/**
 * The JSON of a request body. Whole numbers beyond 2^53 come as bigint, bare NaN and Infinity as strings; a text that itself
 * holds JSON is read once more, as the original does.
 * @throws invalid when it is no JSON object
 */
export function readJsonObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parseExactJson(text);
  } catch (error) {
    try {
      value = parseExactJson(quoteNonFinite(text));
    } catch {
      throw invalid('body', `The request body is not valid JSON: ${error instanceof Error ? error.message : ''}`, error);
    }
  }
  if (typeof value === 'string') {
    try {
      value = parseExactJson(value);
    } catch (error) {
      throw invalid('body', 'The request body is a text that holds no JSON.', error);
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid('body', 'The request body must be a JSON object.');
  }
  return value as Record<string, unknown>;
}

/** Whole numbers as JSON writes them. */
const WHOLE = /^-?\d+$/;

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

/** A value that is JSON already and goes out as it is, nulls and empty lists included. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
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
  if (value instanceof JsonText) return value.text;
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
