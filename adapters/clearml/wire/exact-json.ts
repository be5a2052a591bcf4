const { rawJSON } = JSON as typeof JSON & { rawJSON(text: string): unknown };

/**
 * JSON that every reader takes: infinities as the largest double and NaN as a text, as the other door has them; whole numbers
 * beyond 2^53 without rounding.
 *
 * Curves are long and hardly ever hold any of these, so every value is looked at only where one shows: as a null, or because
 * JSON has no form for it.
 */
export function writeJson(value: unknown): string {
  try {
    const text = JSON.stringify(value);
    if (!text.includes('null')) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return JSON.stringify(value, exact);
}

function exact(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return rawJSON(value.toString());
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'NaN' : Math.sign(value) * Number.MAX_VALUE;
}
