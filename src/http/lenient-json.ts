/**
 * A whole number of 16 digits or more may not survive as a double. Fractions do, and must not match: nearly every batch holds
 * one as long, and reading exactly takes four times as long.
 */
const LONG_NUMBER = /[:,[\s]-?\d{16,}\s*[,}\]]/;
/** Whole numbers as JSON writes them. Longer ones than any field takes stay doubles: reading them exactly takes too long. */
const WHOLE = /^-?\d{1,100}$/;

/** `JSON.parse` that reads whole numbers beyond 2^53 as bigint, exactly. @throws SyntaxError */
export function parseExactJson(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) => {
    const source = context?.source;
    return typeof value === 'number' && !Number.isSafeInteger(value) && source && WHOLE.test(source) ? BigInt(source) : value;
  });
}

/**
 * Writes the bare NaN and Infinity that Python's and older clients' writers put into JSON as strings; texts stay as they are.
 * The end of a text is optional, so that one without end is gone through once and not again from each quote in it.
 */
export function quoteNonFinite(text: string): string {
  return text.replace(/"(?:[^"\\]+|\\[^]?)*"?|-?\bInfinity\b|\bNaN\b/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
}
