import { createHash } from 'node:crypto';
import type { SeriesItem } from '../../../src/model/run-record.ts';
import { nested, present } from './objects.ts';

type Document = Record<string, unknown>;

/** Where a value without an iteration stands. */
const NO_ITERATION = -2147483648n;
const LARGEST = Number.MAX_VALUE;

/** The names of metrics are few and come again and again. */
const hashes = new Map<string, string>();
const MOST_HASHES = 10_000;

function md5(text: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  if (hashes.size >= MOST_HASHES) hashes.clear();
  const hash = createHash('md5').update(text).digest('hex');
  hashes.set(text, hash);
  return hash;
}

/** A number JSON can hold: infinities are the largest double, and what is no number is null. */
function toNumber(value: number): number | null {
  if (Number.isNaN(value)) return null;
  return Math.min(Math.max(value, -LARGEST), LARGEST);
}

function toStep(step: bigint, { isSingle }: SeriesItem): bigint {
  return isSingle ? NO_ITERATION : step;
}

function toMean({ total, count, lastValue }: SeriesItem): number | null {
  if (count === 1n) return toNumber(lastValue);
  return total === null || count === 0n ? null : toNumber(Math.round((total / Number(count)) * 100) / 100);
}

function toLastMetric(series: SeriesItem): Document {
  return {
    metric: series.title,
    variant: series.variant,
    value: toNumber(series.lastValue),
    min_value: toNumber(series.minValue),
    min_value_iteration: toStep(series.minStep, series),
    max_value: toNumber(series.maxValue),
    max_value_iteration: toStep(series.maxStep, series),
    first_value: toNumber(series.firstValue),
    first_value_iteration: toStep(series.firstStep, series),
    count: series.count,
    mean_value: toMean(series),
    ...present({ x_axis_label: series.xAxisLabel }),
  };
}

/** Latest values by md5 of title and of variant. */
export function toLastMetrics(series: readonly SeriesItem[]): Record<string, Document> {
  return nested(series.map((one) => [md5(one.title), md5(one.variant), toLastMetric(one)]));
}

/** When each metric was reported last, in ms, by md5 of its name. */
export function toMetricStats(series: readonly SeriesItem[]): Document {
  const latest = new Map<string, bigint>();
  for (const { title, lastTimestampMs } of series) {
    const known = latest.get(title);
    if (known === undefined || known < lastTimestampMs) latest.set(title, lastTimestampMs);
  }
  const stats = [...latest].map(([metric, ms]) => [
    md5(metric),
    { metric, event_stats_by_type: { training_stats_scalar: { last_update: ms } } },
  ]);
  return Object.fromEntries(stats);
}
