import { show } from '../../../src/model/errors.ts';
import { wrongField } from '../errors.ts';

/** The last moment a date can say, in ms since the epoch. */
const LAST_MS = 8_640_000_000_000_000;

/** A whole number of a request, as the record keeps it. @throws ApiError 400/12 beyond 64 bits */
export function toInt64(field: string, value: number): bigint {
  const whole = Number.isFinite(value) ? BigInt(Math.trunc(value)) : undefined;
  if (whole === undefined || BigInt.asIntN(64, whole) !== whole) throw wrongField(field, `${show(value)} is beyond 64 bits.`);
  return whole;
}

/** A time in seconds as ms since the epoch. @throws ApiError 400/12 when no date can say it */
export function toTimeMs(field: string, seconds: number): bigint {
  if (!(Math.abs(seconds) * 1000 <= LAST_MS)) throw wrongField(field, `${show(seconds)} is no time in seconds.`);
  return BigInt(Math.trunc(seconds)) * 1000n;
}
