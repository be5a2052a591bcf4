/** A number that keeps the digits it came with. */
export class ExactNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** As error messages show it. */
  toJSON(): number {
    return Number(this.source);
  }
}

/** `JSON.parse` whose numbers {@link writePythonJson} writes as they came. @throws SyntaxError */
export function parseSpelledJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? new ExactNumber(context?.source ?? String(value)) : value,
  );
}

/** Numbers that stand for what JSON has no form for, while a text is read; nobody writes them. */
const nonFinite: ReadonlyMap<string, string> = new Map([
  ['NaN', '-0e9999'],
  ['Infinity', '1e9999'],
  ['-Infinity', '-1e9999'],
]);
const spelling: ReadonlyMap<string, string> = new Map([...nonFinite].map(([name, source]) => [source, name]));
/** A text, whose end is optional so that one without end is gone through once, or a number that is none. */
const TEXT_OR_NON_FINITE = /"(?:[^"\\]+|\\[^]?)*"?|-?\bInfinity\b|\bNaN\b/g;

/** {@link parseSpelledJson} of a text in which, as in what Python writes, NaN and Infinity stand bare. @throws SyntaxError */
export function parsePythonJson(text: string): unknown {
  if (!/NaN|Infinity/.test(text)) return parseSpelledJson(text);
  const finite = text.replace(TEXT_OR_NON_FINITE, (token) => nonFinite.get(token) ?? token);
  return JSON.parse(finite, (_key, value: unknown, context?: { source?: string }) => {
    if (typeof value !== 'number') return value;
    const source = context?.source ?? String(value);
    return new ExactNumber(spelling.get(source) ?? source);
  });
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object of {@link parseSpelledJson}, not for its numbers and lists. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

/**
 * JSON spelled as Python's writer spells it: a space after each comma and colon, nothing outside ASCII. People search such
 * texts by LIKE.
 */
export function writePythonJson(value: unknown): string {
  if (value instanceof ExactNumber) return value.source;
  if (Array.isArray(value)) return `[${value.map(writePythonJson).join(', ')}]`;
  if (isJsonObject(value)) {
    const fields = Object.entries(value).map(([name, field]) => `${quote(name)}: ${writePythonJson(field)}`);
    return `{${fields.join(', ')}}`;
  }
  return typeof value === 'string' ? quote(value) : JSON.stringify(value);
}

/**
 * A number as Python writes a float: the shortest digits that mean it, with an exponent below 1e-4 and from 1e16 on.
 * @param value finite
 */
export function writePythonFloat(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (value === 0 || (power >= -4 && power < 16)) {
    const plain = String(value);
    return plain.includes('.') ? plain : `${plain}.0`;
  }
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** JSON of a value of which every number is a double, spelled as Python does. Whole numbers beyond 2^53 come as bigint. */
export function writePythonDoubles(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return writePythonFloat(Number(value));
  if (Array.isArray(value)) return `[${value.map(writePythonDoubles).join(', ')}]`;
  if (typeof value === 'string') return quote(value);
  if (!isJsonObject(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, field]) => `${quote(name)}: ${writePythonDoubles(field)}`)
    .join(', ')}}`;
}

function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
