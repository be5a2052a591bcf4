import { inflateSync } from 'node:zlib';
import { type ExactJson, writeExact } from '../../../../src/bridge/exact-json.ts';
import type { ConsoleLines, Owner, PlotItem, SeriesPoints } from '../../../../src/bridge/item.ts';
import { plotKindOfType } from '../../map/event.ts';
import { type Fields, momentIn, textIn, toDouble, wholeIn } from './fields.ts';
import { NO_ITERATION } from './series.ts';

/** Most bytes a packed drawing may become. */
const MAX_DRAWING = 256 * 1024 * 1024;

/** Fields that an item has a place for, and those that tell only where the event was kept. */
const ownFields: ReadonlySet<string> = new Set([
  ...['type', 'task', 'model', 'timestamp', 'ts', 'iter', 'metric', 'variant', 'key', 'url', 'plot_str', 'plot_data', 'value'],
  ...['values', 'allow_locked', 'skip_validation', 'x_axis_label', 'model_event', 'company_id'],
]);

/** How addresses of files on the files server are written where they stand inside of texts. */
export interface LinkForm {
  pathOf(url: string): string | null;
  /** A drawing whose pictures on the files server have addresses without a host. */
  storedPlot(text: string): string;
}

/** When an event happened; where it does not say so, when it arrived. */
function timestampOf(event: Fields): bigint {
  return wholeIn(event, 'timestamp') ?? wholeIn(event, 'ts') ?? momentIn(event, '@timestamp') ?? 0n;
}

export function toLine(event: Fields): ConsoleLines['lines'][number] {
  return {
    timestampMs: timestampOf(event),
    level: textIn(event, 'level') ?? '',
    worker: textIn(event, 'worker'),
    message: textIn(event, 'msg') ?? '',
  };
}

/** Points of some scalars, by series. @param onBroken told of events that are no points */
export function toPieces(owner: Owner, events: readonly Fields[], onBroken: (reason: string) => void): SeriesPoints[] {
  const pieces = new Map<string, SeriesPoints>();
  for (const event of events) {
    const first = textIn(event, 'metric') ?? '';
    const second = textIn(event, 'variant') ?? '';
    const step = wholeIn(event, 'iter') ?? 0n;
    const isSingle = step === NO_ITERATION;
    const key = JSON.stringify([first, second, isSingle]);
    try {
      const value = toDouble(event['value']);
      const piece = pieces.get(key) ?? newPiece(owner, first, second, isSingle);
      piece.steps.push(step);
      piece.timestampsMs.push(timestampOf(event));
      piece.values.push(value);
      pieces.set(key, piece);
    } catch (error) {
      onBroken(`The point of ${first}/${second} at ${step}: ${(error as Error).message}`);
    }
  }
  return [...pieces.values()];
}

function newPiece(owner: Owner, first: string, second: string, isSingle: boolean): SeriesPoints {
  return { owner, name: { key: null, first, second }, isSingle, steps: [], timestampsMs: [], values: [] };
}

/** A drawing, vector or picture. @throws Error for an event of another type */
export function toPlotItem(owner: Owner, event: Fields, links: LinkForm): PlotItem {
  const type = plotKindOfType[(textIn(event, 'type') ?? '').replaceAll(' ', '_')];
  if (!type) throw new Error(`${textIn(event, 'type')} is no type of plots.`);
  const url = textIn(event, 'url');
  const others = Object.entries(event).filter(([name]) => !ownFields.has(name));
  return {
    owner,
    type,
    title: textIn(event, 'metric') ?? '',
    variant: textIn(event, 'variant') ?? '',
    iteration: wholeIn(event, 'iter') ?? 0n,
    fileKey: textIn(event, 'key') ?? '',
    timestampMs: timestampOf(event),
    url,
    file: url === null ? null : links.pathOf(url),
    body: bodyOf(type, event, links),
    extra: writeExact(Object.fromEntries(others)),
  };
}

function bodyOf(type: PlotItem['type'], event: Fields, links: LinkForm): string | null {
  if (type === 'image') return null;
  if (type === 'vector') return writeExact((event['values'] ?? event['value'] ?? []) as ExactJson);
  const packed = textIn(event, 'plot_str') === null ? textIn(event, 'plot_data') : null;
  const text = packed === null ? textIn(event, 'plot_str') : unpacked(packed);
  return links.storedPlot(text ?? '');
}

/** Long drawings are kept packed by zlib, in base64. */
function unpacked(packed: string): string {
  return inflateSync(Buffer.from(packed, 'base64'), { maxOutputLength: MAX_DRAWING }).toString('utf8');
}
