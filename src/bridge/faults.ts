import { BridgeError } from '../model/errors.ts';
import { toBridgeError } from '../store/pg-errors.ts';

/** After these, going on with the next item makes no sense. */
const fatal: ReadonlySet<string> = new Set(['unavailable', 'unauthenticated', 'forbidden']);

/** Whether a failure is of a side as a whole and not of the item at hand. */
export function isFatal(error: unknown, signal: AbortSignal): boolean {
  const known = toBridgeError(error);
  return signal.aborted || (known instanceof BridgeError && fatal.has(known.code));
}

/** Whether the same may succeed later. */
export function isPassing(error: unknown): boolean {
  const known = toBridgeError(error);
  return known instanceof BridgeError && known.code === 'unavailable';
}

/** A failure as a sentence of a report: one line, and short. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('\0', '').trim();
  return line.length > 500 ? `${line.slice(0, 497)}...` : line;
}
