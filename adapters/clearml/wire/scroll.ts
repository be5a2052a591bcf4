import { ApiError } from '../errors.ts';

const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;

/**
 * A place in a listing as clients carry it from page to page: the server remembers nothing. The name says which listing it is of.
 */
export function writeScroll(listing: string, place: readonly (string | bigint | number)[]): string {
  return Buffer.from(JSON.stringify([listing, ...place.map(String)])).toString('base64url');
}

/** Parts of a place that came back; whoever reads one says what it must be, since anybody can write one. */
export class Scroll {
  readonly #parts: readonly string[];
  readonly #text: string;

  constructor(text: string, parts: readonly string[]) {
    this.#text = text;
    this.#parts = parts;
  }

  /** @throws ApiError 400/1104 when there is none */
  text(at: number): string {
    const part = this.#parts[at];
    if (part === undefined) throw invalidScroll(this.#text);
    return part;
  }

  /** A 64-bit whole number. @throws ApiError 400/1104 */
  whole(at: number): bigint {
    const part = this.text(at);
    const whole = /^-?\d{1,19}$/.test(part) ? BigInt(part) : undefined;
    if (whole === undefined || whole < MIN_INT64 || whole > MAX_INT64) throw invalidScroll(this.#text);
    return whole;
  }

  /** A 32-bit whole number, `least` or more. @throws ApiError 400/1104 */
  small(at: number, least = -(2 ** 31)): number {
    const whole = this.whole(at);
    if (BigInt.asIntN(32, whole) !== whole || whole < least) throw invalidScroll(this.#text);
    return Number(whole);
  }

  has(at: number): boolean {
    return this.#parts[at] !== undefined;
  }
}

function invalidScroll(text: string, cause?: unknown): ApiError {
  return new ApiError(400, 1104, undefined, { scroll_id: text.slice(0, 120) }, cause);
}

/** The place of a scroll id; undefined without one. @throws ApiError 400/1104 for one that is not of this listing */
export function readScroll(listing: string, text: string | null | undefined): Scroll | undefined {
  if (!text) return undefined;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch (cause) {
    throw invalidScroll(text, cause);
  }
  const isPlace = Array.isArray(parts) && parts[0] === listing && parts.every((part) => typeof part === 'string');
  if (!isPlace) throw invalidScroll(text);
  const place = (parts as string[]).slice(1);
  // the database has no form for these
  if (place.some((part) => part.includes('\0') || !part.isWellFormed())) throw invalidScroll(text);
  return new Scroll(text, place);
}
