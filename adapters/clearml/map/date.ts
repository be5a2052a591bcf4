/** A moment as documents show it: UTC, in milliseconds written with six digits. */
export function toDateText(date: Date): string {
  return date.toISOString().replace('Z', '000+00:00');
}
