/** Puts texts in code point order (sort's own order is by UTF-16 unit, which differs past U+FFFF). */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
