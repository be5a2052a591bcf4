import { invalid } from '../model/errors.ts';

/** A stretch of time cut into equal parts, which start at multiples of their length since the epoch. */
export interface TimeRange {
  from: Date;
  to: Date;
  /** Length of a part in seconds. */
  interval: number;
}

/** Parts that one answer holds at most. */
const MAX_PARTS = 10_000;

/** @throws invalid for a range that is empty, is no time or has too many parts */
export function checkRange({ from, to, interval }: TimeRange): void {
  // false for dates that are none, too
  if (!(from < to)) throw invalid('from_date', 'The field from_date must be a moment before to_date.');
  if (interval < 1) throw invalid('interval', `The field interval must be at least one second; it is ${interval}.`);
  const parts = (to.getTime() - from.getTime()) / 1000 / interval;
  if (parts > MAX_PARTS) {
    throw invalid('interval', `The range has ${Math.ceil(parts)} intervals; at most ${MAX_PARTS} are answered at once.`);
  }
}

/** Starts of the parts of a range, in seconds since the epoch. */
export function partsOf({ from, to, interval }: TimeRange): number[] {
  const first = Math.floor(from.getTime() / 1000 / interval);
  const last = Math.floor(to.getTime() / 1000 / interval);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * interval);
}
