/** What {@link parseExact} reads. */
export type ExactJson = null | boolean | number | bigint | string | ExactJson[] | { [key: string]: ExactJson };

/**
 * Reads JSON so that nothing is lost: whole numbers become bigint, however large, numbers with a point or an exponent become
 * doubles. A key `__proto__` is a key like any other.
 * @throws SyntaxError
 */
export function parseExact(text: string): ExactJson {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) => {
    if (typeof value !== 'number' || context?.source === undefined) return value;
    return /^-?\d+$/.test(context.source) && context.source !== '-0' ? BigInt(context.source) : value;
  }) as ExactJson;
}

/**
 * Writes JSON that {@link parseExact} reads back as it was: doubles always have a point or an exponent. Keys come in code point
 * order, so that one value has one text. Doubles that JSON has no number for become `{"double": "NaN"}` and the like.
 */
export function writeExact(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return writeDouble(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(writeExact).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${writeExact(field)}`).join(',')}}`;
}

function writeDouble(value: number): string {
  if (!Number.isFinite(value)) return `{"double":"${value}"}`;
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}
