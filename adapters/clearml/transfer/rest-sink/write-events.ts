import { type ExactJson, parseExact } from '../../../../src/bridge/exact-json.ts';
import type { ConsoleLines, Owner, PlotItem, SeriesPoints } from '../../../../src/bridge/item.ts';
import { typeOfPlotKind } from '../../map/event.ts';
import { writeJson } from '../../wire/exact-json.ts';
import { textIn } from '../items/fields.ts';
import { NO_ITERATION } from '../items/series.ts';
import { type ClearmlApi, countIn } from '../rest/api.ts';
import type { FileLinks } from '../rest/file-links.ts';
import { expectedPlot, saidExtra, seriesName } from './expected.ts';

/** Most characters of one request; the SDK's limit is 15 MB. */
const MOST = 4_000_000;

type Event = Record<string, ExactJson | undefined>;

function common({ kind, id }: Owner): Event {
  // what is published already takes no events without it
  return { task: id, allow_locked: true, ...(kind === 'model' ? { model_event: true } : {}) };
}

/** Sends events of any number. @throws Error naming what the server did not take */
async function send(api: ClearmlApi, events: Iterable<Event>, canRepeat: boolean): Promise<void> {
  let lines: string[] = [];
  let length = 0;
  const flush = async () => {
    if (lines.length === 0) return;
    const answer = await api.call('events.add_batch', `${lines.join('\n')}\n`, { canRepeat });
    lines = [];
    length = 0;
    if (countIn(answer, 'errors') > 0) {
      throw new Error(`${countIn(answer, 'errors')} events were not taken: ${textIn(answer, 'errors_info')}`);
    }
  };
  for (const event of events) {
    const line = writeJson(event);
    if (length + line.length > MOST) await flush();
    lines.push(line);
    length += line.length;
  }
  await flush();
}

/** A piece as ClearML holds it: one point for each iteration, the one that happened last. */
export function heldPoints(piece: SeriesPoints): SeriesPoints {
  const latest = new Map<bigint, number>();
  piece.steps.forEach((step, at) => {
    const before = latest.get(step);
    if (before === undefined || isLater(piece, at, before)) latest.set(step, at);
  });
  const kept = [...latest.values()];
  return {
    ...piece,
    name: seriesName(piece.name),
    steps: kept.map((at) => (piece.isSingle ? NO_ITERATION : (piece.steps[at] as bigint))),
    timestampsMs: kept.map((at) => piece.timestampsMs[at] as bigint),
    values: kept.map((at) => piece.values[at] as number),
  };
}

function isLater({ timestampsMs, values }: SeriesPoints, at: number, before: number): boolean {
  const [time, timeBefore] = [timestampsMs[at] as bigint, timestampsMs[before] as bigint];
  return time > timeBefore || (time === timeBefore && (values[at] as number) >= (values[before] as number));
}

/** @param labelOf what the axis of a series is called */
export async function sendPoints(
  api: ClearmlApi,
  pieces: readonly SeriesPoints[],
  labelOf: (owner: Owner, first: string, second: string) => string | undefined,
): Promise<void> {
  function* events(): Generator<Event> {
    for (const piece of pieces) {
      const { owner, name, steps, timestampsMs, values } = heldPoints(piece);
      const [metric, variant] = [name.first ?? '', name.second ?? ''];
      const label = labelOf(owner, metric, variant);
      const same = {
        ...common(owner),
        type: 'training_stats_scalar',
        metric,
        variant,
        ...(label === undefined ? {} : { x_axis_label: label }),
      };
      for (const [at, iter] of steps.entries()) yield { ...same, iter, timestamp: timestampsMs[at], value: values[at] };
    }
  }
  await send(api, events(), true);
}

export async function sendPlots(api: ClearmlApi, plots: readonly PlotItem[], links: FileLinks): Promise<void> {
  await send(
    api,
    plots.map((given) => toEvent(expectedPlot(given, links), links)),
    true,
  );
}

function toEvent(plot: PlotItem, links: FileLinks): Event {
  const body = plot.body ?? '';
  return {
    ...saidExtra(plot.extra),
    ...common(plot.owner),
    type: typeOfPlotKind[plot.type],
    metric: plot.title,
    variant: plot.variant,
    iter: plot.iteration,
    timestamp: plot.timestampMs,
    ...(plot.fileKey === '' ? {} : { key: plot.fileKey }),
    ...(plot.url === null ? {} : { url: plot.url }),
    ...(plot.type === 'plot' ? { plot_str: links.shownPlot(body) } : {}),
    ...(plot.type === 'vector' ? { values: parseExact(body === '' ? '[]' : body) } : {}),
  };
}

/** Console lines have no ids on the server: those that are there already are not sent again. */
export class LineWriter {
  readonly #api: ClearmlApi;
  /** How many lines a task has. */
  readonly #there = new Map<string, number>();

  constructor(api: ClearmlApi) {
    this.#api = api;
  }

  /** @param from how many lines of the task stand before these */
  async write({ owner, lines }: ConsoleLines, from: number): Promise<void> {
    const there = this.#there.get(owner.id) ?? (await this.#count(owner.id));
    const missing = lines.slice(Math.max(there - from, 0));
    const events = missing.map(
      ({ timestampMs, level, worker, message }): Event => ({
        ...common(owner),
        type: 'log',
        timestamp: timestampMs,
        level,
        msg: message,
        ...(worker === null ? {} : { worker }),
      }),
    );
    if (this.#there.size > 10_000) this.#there.clear();
    this.#there.delete(owner.id);
    await send(this.#api, events, false);
    this.#there.set(owner.id, Math.max(there, from + lines.length));
  }

  async #count(task: string): Promise<number> {
    return countIn(await this.#api.call('events.get_task_log', { task, batch_size: 1 }), 'total');
  }
}
