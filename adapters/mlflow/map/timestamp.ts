import { invalid, show } from '../../../src/model/errors.ts';

/** Times that protobuf's timestamps can hold: the years 1 to 9999. */
const MIN_MS = -62_135_596_800_000n;
const MAX_MS = 253_402_300_799_999n;

const timestamp = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * A moment in RFC 3339, with up to nine digits of a second, cut to milliseconds since the epoch.
 * @throws invalid for anything else
 */
export function toMilliseconds(text: string, field: string): bigint {
  const [, moment, fraction = '', sign, hours = '0', minutes = '0'] = timestamp.exec(text) ?? [];
  const seconds = moment === undefined ? Number.NaN : Date.parse(`${moment}Z`);
  if (Number.isNaN(seconds))
    throw invalid(field, `The field ${field} must be a time like 2024-01-01T00:00:00Z, not ${show(text)}.`);
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  return BigInt(seconds - offset) + BigInt(fraction.padEnd(3, '0').slice(0, 3));
}

/** The same in words of the wire: none or three digits of a second. Times before the year 1 and after 9999 are cut to those. */
export function fromMilliseconds(ms: bigint): string {
  const cut = ms < MIN_MS ? MIN_MS : ms > MAX_MS ? MAX_MS : ms;
  return new Date(Number(cut)).toISOString().replace('.000Z', 'Z');
}
