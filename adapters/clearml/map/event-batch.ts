import type { ConsoleLine, EventBatch, Plot, ReportedSeries, Reporter } from '../../../src/model/event.ts';
import { ApiError } from '../errors.ts';
import type { WireEvent } from '../wire/event-lines.ts';
import {
  demandShortNames,
  type EventDefaults,
  EventError,
  iterationOf,
  nameOf,
  plotKindOfType,
  textOf,
  timestampOf,
  toConsoleLine,
  toPlot,
  valueOf,
} from './event.ts';

/** The events of one call that one task or model is to get. */
export interface MappedBatch extends EventBatch {
  series: ReportedSeries[];
  lines: ConsoleLine[];
  plots: Plot[];
  /** Events in it. */
  size: number;
}

/** The events of one call, and how many could not be taken, by what is wrong with them. */
export interface MappedEvents {
  batches: MappedBatch[];
  errors: Map<string, number>;
}

/** Metrics of the machine, which say nothing of how far the task is. */
const machineMetrics: ReadonlySet<string> = new Set([':monitor:machine', ':monitor:gpu']);

/** Adds to the number of times an error happened. */
export function countError(errors: Map<string, number>, message: string, times = 1): void {
  errors.set(message, (errors.get(message) ?? 0) + times);
}

/**
 * Sorts the events of one call by task or model and series.
 * @throws ApiError 400/12 when one task is named with and without `allow_locked`, or as a model as well
 */
export function toBatches(events: readonly WireEvent[], defaults: EventDefaults): MappedEvents {
  const collector = new Collector(defaults);
  const errors = new Map<string, number>();
  for (const event of events) {
    try {
      collector.add(event);
    } catch (error) {
      if (!(error instanceof EventError)) throw error;
      countError(errors, error.message);
    }
  }
  return { batches: collector.batches(), errors };
}

/** A batch while it grows, its series by title and variant. */
interface Growing extends MappedBatch {
  byName: Map<string, Map<string, ReportedSeries>>;
}

class Collector {
  readonly #defaults: EventDefaults;
  readonly #growing = new Map<string, Growing>();

  constructor(defaults: EventDefaults) {
    this.#defaults = defaults;
  }

  batches(): MappedBatch[] {
    return Array.from(this.#growing.values(), ({ byName: _, ...batch }) => batch).filter(({ size }) => size > 0);
  }

  /** @throws EventError for an event that cannot be taken */
  add(event: WireEvent): void {
    const type = textOf(event, 'type').replaceAll(' ', '_');
    if (type === '') throw new EventError('An event must have a type');
    const batch = this.#batchOf(event);
    if (type === 'training_stats_scalar') addScalar(batch, event, this.#defaults);
    else if (type === 'log') addLine(batch, event, this.#defaults);
    else addPlot(batch, type, event, this.#defaults);
    batch.size += 1;
  }

  #batchOf(event: WireEvent): Growing {
    const kind: Reporter['kind'] = event['model_event'] === true ? 'model' : 'run';
    const id = textOf(event, 'task') || (kind === 'model' ? textOf(event, 'model') : '');
    if (id === '') throw new EventError(`An event must have a ${kind === 'model' ? 'model' : 'task'}`);
    const isLockedAllowed = event['allow_locked'] === true;
    const before = this.#growing.get(id);
    if (!before) {
      const started = { kind, id, isLockedAllowed, series: [], lines: [], plots: [], lastIteration: null, size: 0 };
      const growing: Growing = { ...started, byName: new Map() };
      this.#growing.set(id, growing);
      return growing;
    }
    if (before.kind !== kind) throw new ApiError(400, 12, 'one id is named as a task and as a model', { id });
    if (before.isLockedAllowed !== isLockedAllowed) {
      throw new ApiError(400, 12, 'events of one task must all have the same allow_locked', { id });
    }
    return before;
  }
}

function addScalar(batch: Growing, event: WireEvent, { now }: EventDefaults): void {
  const step = iterationOf(event);
  const timestampMs = timestampOf(event, now);
  const value = valueOf(event);
  const title = nameOf(event, 'metric');
  const series = seriesOf(batch, title, nameOf(event, 'variant'));
  series.steps.push(step);
  series.timestampsMs.push(timestampMs);
  series.values.push(value);
  if (event['x_axis_label'] !== undefined) series.xAxisLabel = textOf(event, 'x_axis_label');
  noteIteration(batch, title, step);
}

function seriesOf(batch: Growing, title: string, variant: string): ReportedSeries {
  let variants = batch.byName.get(title);
  if (!variants) batch.byName.set(title, (variants = new Map()));
  let series = variants.get(variant);
  if (!series) {
    demandShortNames(title, variant);
    series = { title, variant, steps: [], timestampsMs: [], values: [] };
    variants.set(variant, series);
    batch.series.push(series);
  }
  return series;
}

function noteIteration(batch: Growing, title: string, iteration: bigint): void {
  if (iteration < 0n || machineMetrics.has(title)) return;
  if (batch.lastIteration === null || iteration > batch.lastIteration) batch.lastIteration = iteration;
}

function addLine(batch: Growing, event: WireEvent, defaults: EventDefaults): void {
  if (batch.kind === 'model') throw new EventError('A model has no log');
  batch.lines.push(toConsoleLine(event, defaults));
}

function addPlot(batch: Growing, type: string, event: WireEvent, defaults: EventDefaults): void {
  const kind = plotKindOfType[type];
  if (!kind) throw new EventError(`The type of an event must be one of those known, not ${JSON.stringify(type)}`);
  const plot = toPlot(event, kind, defaults);
  batch.plots.push(plot);
  noteIteration(batch, plot.title, plot.iteration);
}
