/** A number that keeps the digits it came with. */
class ExactNumber {
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
export function parseExactJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? new ExactNumber(context?.source ?? String(value)) : value,
  );
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object of {@link parseExactJson}, not for its numbers and lists. */
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

function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
