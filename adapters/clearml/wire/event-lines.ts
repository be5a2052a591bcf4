import { parseExactJson, quoteNonFinite } from '../../../src/http/lenient-json.ts';
import { show } from '../../../src/model/errors.ts';
import { ApiError } from '../errors.ts';

/** An event as a client wrote it. */
export type WireEvent = Record<string, unknown>;

/** Escapes that may make a text the database has no form for: U+0000, or half of a surrogate pair. */
const SUSPICIOUS = /\\u(0000|d[89a-f])/i;

/**
 * The events of a batch, a JSON object a line; empty lines are left out. Whole numbers beyond 2^53 come as bigint, bare NaN and
 * infinities as texts. Characters that cannot be stored become U+FFFD: what a program prints is kept as well as it can be.
 * @throws ApiError 400/0 for a line that is no JSON object
 */
export function readEventLines(text: string): WireEvent[] {
  // the plain search is several times faster, and mostly there is no escape at all
  const isSuspicious = text.includes('\\u') && SUSPICIOUS.test(text);
  const events: WireEvent[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.trim() === '') continue;
    const event = readLine(line);
    events.push(isSuspicious ? toStorable(event) : event);
  }
  return events;
}

function readLine(line: string): WireEvent {
  const value = parse(line);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as WireEvent;
  throw new ApiError(400, 0, `each line must be a JSON object, not ${show(value)}`);
}

/** Whether a number that was read as a double is what was written. */
function isExact(value: unknown): boolean {
  return !Number.isInteger(value) || Number.isSafeInteger(value);
}

/**
 * Most lines are scalars with small numbers: to look into their fields afterwards costs less than to search each line for a long
 * number before.
 */
function parseEvent(line: string): unknown {
  if (!line.includes('"training_stats_scalar"')) return parseExactJson(line);
  const event = JSON.parse(line) as WireEvent | null;
  const isRight = isExact(event?.['iter']) && isExact(event?.['timestamp']) && isExact(event?.['ts']);
  return isRight ? event : parseExactJson(line);
}

function parse(line: string): unknown {
  try {
    return parseEvent(line);
  } catch (cause) {
    try {
      return parseExactJson(quoteNonFinite(line));
    } catch {
      throw new ApiError(400, 0, `a line is not valid JSON: ${show(line)}`, undefined, cause);
    }
  }
}

/** An event without characters that cannot be stored. Its names stay as they are: two of them must never become one. */
function toStorable(event: WireEvent): WireEvent {
  const names = Object.entries(event).filter(([field]) => field === 'metric' || field === 'variant');
  return { ...(storable(event) as WireEvent), ...Object.fromEntries(names) };
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storable(key), storable(item)]));
}
