import type { components } from '../../../openapi/generated/clearml.ts';
import type { Reporter } from '../../../src/model/event.ts';
import type { StoredLine } from '../../../src/tracking/console.ts';
import type { CurvePoint, CurveSelection } from '../../../src/tracking/curves.ts';
import type { FoundReporter } from '../../../src/tracking/reporters.ts';
import { wrongField } from '../errors.ts';

/** An event, or a part of one, as it is shown. */
export type ShownEvent = Record<string, unknown>;

/** Whether a call asks for the events of tasks or of models. */
export function reporterKind({ model_events }: { model_events?: boolean | undefined }): Reporter['kind'] {
  return model_events ? 'model' : 'run';
}

/** The metrics and variants a call asks for. */
export function toSelection(metrics: readonly components['schemas']['MetricVariants'][] = []): CurveSelection[] {
  return metrics.map(({ metric, variants }) => ({ title: metric ?? '', variants: variants ?? [] }));
}

/** A whole number as JSON numbers hold it, and exactly beyond them. */
export function toWhole(whole: bigint): number | bigint {
  const number = Number(whole);
  return Number.isSafeInteger(number) ? number : whole;
}

/** Milliseconds either way that a date can be away from 1970. */
const MAX_DATE = 8_640_000_000_000_000n;

/** A moment as ISO 8601; a number where no date lies so far away. */
export function toIsoTime(timestampMs: bigint): string | number | bigint {
  const isDate = timestampMs >= -MAX_DATE && timestampMs <= MAX_DATE;
  return isDate ? new Date(Number(timestampMs)).toISOString() : toWhole(timestampMs);
}

/** What every event says of itself. When it arrived is not kept of points and lines: it is taken for when it happened. */
function commonFields({ id, kind }: FoundReporter, type: string, timestampMs: bigint): ShownEvent {
  return {
    timestamp: toWhole(timestampMs),
    type,
    task: id,
    model_event: kind === 'model',
    '@timestamp': toIsoTime(timestampMs),
  };
}

export function toScalarEvent(reporter: FoundReporter, { curve, step, timestampMs, value }: CurvePoint): ShownEvent {
  return {
    ...commonFields(reporter, 'training_stats_scalar', timestampMs),
    iter: toWhole(step),
    metric: curve.title,
    variant: curve.variant,
    value,
  };
}

export function toLogEvent(reporter: FoundReporter, { timestampMs, level, worker, message }: StoredLine): ShownEvent {
  return {
    ...commonFields(reporter, 'log', timestampMs),
    level,
    ...(worker === null ? {} : { worker }),
    msg: message,
    metric: '',
    variant: '',
  };
}

/** A number of things asked for at once. @throws ApiError 400/12 when it is out of its range */
export function countWithin(
  field: string,
  count: number | undefined,
  range: { least?: number; most: number; usual: number },
): number {
  const { least = 1, most, usual } = range;
  if (count === undefined) return usual;
  if (count >= least && count <= most) return count;
  throw wrongField(field, `It must lie between ${least} and ${most}, not ${count}.`);
}

/** A moment in ms, or an iteration. @throws ApiError 400/12 when it has more than 64 bits */
export function toInt64(field: string, number: number): bigint {
  if (Math.abs(number) < 2 ** 63) return BigInt(Math.trunc(number));
  throw wrongField(field, `It must be a 64-bit whole number, not ${number}.`);
}
