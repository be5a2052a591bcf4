import { show } from '../../../src/model/errors.ts';
import type { ConsoleLine, Plot, PlotKind } from '../../../src/model/event.ts';
import type { WireEvent } from '../wire/event-lines.ts';
import { writeJson } from '../wire/exact-json.ts';
import { toStoredUrl } from './file-url.ts';
import { sourcesOf, toStoredPlot } from './plot-text.ts';

/** Why an event is counted as an error; the rest of its batch goes on. */
export class EventError extends Error {}

/** What an event takes from its call where it does not say so itself. */
export interface EventDefaults {
  /** Host the client names in its header. */
  worker: string | null;
  now: Date;
  baseUrl: string;
}

/** Kind of the plots that events of a type become. */
export const plotKindOfType: Readonly<Record<string, PlotKind>> = {
  plot: 'plot',
  training_stats_vector: 'vector',
  training_debug_image: 'image',
};
export const typeOfPlotKind: Readonly<Record<PlotKind, string>> = {
  plot: 'plot',
  vector: 'training_stats_vector',
  image: 'training_debug_image',
};

/** Bytes of title, variant and key together that an entry of an index holds. */
const MAX_NAME_BYTES = 2400;

const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;

/** A whole number that may have come as a number, a bigint or a text. */
function readWhole(event: WireEvent, field: string): bigint | undefined {
  const given = event[field];
  if (given === undefined || given === null) return undefined;
  let whole: bigint | undefined;
  if (typeof given === 'bigint') whole = given;
  else if (typeof given === 'number' && Number.isFinite(given)) whole = BigInt(Math.trunc(given));
  else if (typeof given === 'string' && /^[+-]?\d{1,19}$/.test(given)) whole = BigInt(given);
  if (whole !== undefined && whole >= MIN_INT64 && whole <= MAX_INT64) return whole;
  throw new EventError(`The ${field} of an event must be a 64-bit whole number, not ${show(given)}`);
}

export function iterationOf(event: WireEvent): bigint {
  return readWhole(event, 'iter') ?? 0n;
}

export function timestampOf(event: WireEvent, now: Date): bigint {
  return readWhole(event, 'timestamp') ?? readWhole(event, 'ts') ?? BigInt(now.getTime());
}

/** A text; clients that are not the SDK may send names as numbers. */
export function textOf(event: WireEvent, field: string): string {
  const given = event[field];
  if (typeof given === 'string') return given;
  if (given === undefined || given === null) return '';
  if (typeof given === 'number' || typeof given === 'bigint' || typeof given === 'boolean') return String(given);
  throw new EventError(`The ${field} of an event must be a text, not ${show(given)}`);
}

/** A name in an event. Unlike other texts it is refused, not repaired, when it cannot be stored: repaired names may be equal. */
export function nameOf(event: WireEvent, field: 'metric' | 'variant'): string {
  const name = textOf(event, field);
  if (name.includes('\0') || !name.isWellFormed()) {
    throw new EventError(`The ${field} of an event must be whole Unicode characters without U+0000, not ${show(name)}`);
  }
  return name;
}

/** The value of a scalar: any number, NaN and infinities as their names. */
export function valueOf({ value }: WireEvent): number {
  if (typeof value === 'number') return value;
  const number = typeof value === 'bigint' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : Number.NaN;
  if (!Number.isNaN(number) || value === 'NaN') return number;
  throw new EventError(`The value of a scalar must be a number, not ${show(value)}`);
}

/** @throws EventError when title and variant are longer than an index takes */
export function demandShortNames(...names: readonly string[]): void {
  let length = 0;
  for (const name of names) length += name.length;
  // a UTF-16 unit is three bytes of UTF-8 at most
  if (length * 3 <= MAX_NAME_BYTES) return;
  if (names.reduce((sum, name) => sum + Buffer.byteLength(name), 0) <= MAX_NAME_BYTES) return;
  throw new EventError(`The metric and the variant of an event have more than ${MAX_NAME_BYTES} bytes: ${show(names[0])}`);
}

export function toConsoleLine(event: WireEvent, { worker, now }: EventDefaults): ConsoleLine {
  return {
    timestampMs: timestampOf(event, now),
    level: textOf(event, 'level'),
    worker: event['worker'] === undefined ? worker : textOf(event, 'worker'),
    message: textOf(event, 'msg'),
  };
}

/** Fields that have a place of their own, and those that only tell how to store the event. */
const ownFields: ReadonlySet<string> = new Set([
  ...['type', 'task', 'model', 'timestamp', 'ts', 'iter', 'metric', 'variant', 'key', 'url', 'plot_str', 'value', 'values'],
  ...['allow_locked', 'skip_validation', 'x_axis_label'],
]);

export function toPlot(event: WireEvent, kind: PlotKind, { worker, now, baseUrl }: EventDefaults): Plot {
  const plot = {
    kind,
    title: nameOf(event, 'metric'),
    variant: nameOf(event, 'variant'),
    iteration: iterationOf(event),
    fileKey: textOf(event, 'key'),
    timestampMs: timestampOf(event, now),
    url: event['url'] === undefined ? null : toStoredUrl(textOf(event, 'url'), baseUrl),
  };
  demandShortNames(plot.title, plot.variant, plot.fileKey);
  const body = bodyOf(event, kind, baseUrl);
  const others = Object.entries(event).filter(([field]) => !ownFields.has(field));
  const extra = { ...(worker === null ? {} : { worker }), ...Object.fromEntries(others), '@timestamp': now.toISOString() };
  return { ...plot, body, extra: writeJson(kind === 'plot' ? { ...extra, ...plotFacts(body ?? '') } : extra) };
}

/** What the original notes of a drawing. */
function plotFacts(text: string) {
  const sources = sourcesOf(text);
  return { plot_len: text.length, ...(sources.length > 0 ? { source_urls: sources } : {}) };
}

function bodyOf(event: WireEvent, kind: PlotKind, baseUrl: string): string | null {
  if (kind === 'image') return null;
  if (kind === 'plot') return toStoredPlot(textOf(event, 'plot_str'), baseUrl);
  const values = event['values'] ?? event['value'] ?? [];
  if (!Array.isArray(values)) throw new EventError(`The values of a vector must be a list, not ${show(values)}`);
  return writeJson(values);
}
