import { invalid, show } from '../../../src/model/errors.ts';

/** Seconds that protobuf's durations can hold, either way: about 10,000 years. */
const MAX_SECONDS = 315_576_000_000n;

const duration = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/;

/** Seconds with up to nine digits of a fraction and an `s`, cut to milliseconds. @throws invalid for anything else */
export function toDurationMs(text: string, field: string): bigint {
  const [, sign, seconds, fraction = ''] = duration.exec(text) ?? [];
  if (seconds === undefined || BigInt(seconds) > MAX_SECONDS) {
    throw invalid(field, `The field ${field} must be a duration like 1.250s, not ${show(text)}.`);
  }
  const ms = BigInt(seconds) * 1000n + BigInt(fraction.padEnd(3, '0').slice(0, 3));
  return sign === '-' ? -ms : ms;
}

/** Milliseconds in words of the wire: none or three digits of a second. */
export function toDuration(ms: bigint): string {
  const size = ms < 0n ? -ms : ms;
  const fraction = size % 1000n === 0n ? '' : `.${(size % 1000n).toString().padStart(3, '0')}`;
  return `${ms < 0n ? '-' : ''}${size / 1000n}${fraction}s`;
}
