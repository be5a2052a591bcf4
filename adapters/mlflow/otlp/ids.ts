/** Hex of any length as an id of this many bytes: zeros before it count for nothing. It stays longer when it does not fit. */
export function toId(hex: string, bytes: number): string {
  return hex
    .toLowerCase()
    .replace(/^0+/, '')
    .padStart(2 * bytes, '0');
}
