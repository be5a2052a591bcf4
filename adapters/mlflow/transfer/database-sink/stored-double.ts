const LARGEST = 1.7976931348623157e308;

/** A number as MLflow's stores have it: for an infinity the largest double, for NaN a 0 beside a mark. */
export function toStoredDouble(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.max(-LARGEST, Math.min(LARGEST, value));
}
