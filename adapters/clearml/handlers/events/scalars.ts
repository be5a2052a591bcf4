import type { operations } from '../../../../openapi/generated/clearml.ts';
import type { Context } from '../../../../src/context.ts';
import type { Handler } from '../../../../src/http/door.ts';
import {
  type CurvePoint,
  countCurvePoints,
  findCurves,
  type NamedCurve,
  readCurvePoints,
  readLastValues,
  readSingleValues,
} from '../../../../src/tracking/curves.ts';
import { findReporter, findReporters } from '../../../../src/tracking/reporters.ts';
import { wrongField } from '../../errors.ts';
import { countWithin, reporterKind, toIsoTime, toScalarEvent, toSelection, toWhole } from '../../map/shown-event.ts';
import { readScroll, type Scroll, writeScroll } from '../../wire/scroll.ts';

/** Points of one page of a raw read. */
const rawRange = { most: 200_000, usual: 10_000 };
/** Points of one page where a call does not say how many. */
const DATA_PAGE = 10_000;
/** Values that the mean of the latest ones is made of. */
const LATEST = 100;

function placeOf(scroll: Scroll | undefined) {
  return scroll && { step: scroll.whole(0), keyId: scroll.small(1) };
}

function scrollOf(listing: string, points: readonly CurvePoint[], before: string | null | undefined): string {
  const last = points.at(-1);
  return last ? writeScroll(listing, [last.step, last.curve.keyId]) : (before ?? '');
}

const axes = {
  iter: ({ step }: CurvePoint) => toWhole(step),
  timestamp: ({ timestampMs }: CurvePoint) => toWhole(timestampMs),
  iso_time: ({ timestampMs }: CurvePoint) => toIsoTime(timestampMs),
} as const;

/** Every point of some variants of a metric, page by page, by iteration. */
export const eventsScalarMetricsIterRaw: Handler<operations['events.scalar_metrics_iter_raw']> = async ({ body }, context) => {
  const { metric, key = 'iter', batch_size, count_total, scroll_id } = body;
  const reporter = await findReporter(context, reporterKind(body), body.task);
  const limit = countWithin('batch_size', batch_size, rawRange);
  const curves = await findCurves(context, [reporter], toSelection([metric]));
  const points = await readCurvePoints(context, curves, { limit, after: placeOf(readScroll('raw', scroll_id)) });
  const variants = Map.groupBy(points, ({ curve }) => curve.variant);
  const shown = Array.from(variants, ([variant, own]) => [
    variant,
    { name: variant, [key]: own.map(axes[key]), y: own.map(({ value }) => value) },
  ]);
  return {
    returned: points.length,
    ...(count_total ? { total: await countCurvePoints(context, curves) } : {}),
    scroll_id: scrollOf('raw', points, scroll_id),
    variants: Object.fromEntries(shown),
  };
};

/** Scalars of one metric as events, page by page. */
export const eventsGetScalarMetricData: Handler<operations['events.get_scalar_metric_data']> = async ({ body }, context) => {
  const { task, metric, no_scroll, scroll_id } = body;
  if (task === undefined) throw wrongField('task', 'field is required!');
  if (metric === undefined) throw wrongField('metric', 'field is required!');
  const reporter = await findReporter(context, reporterKind(body), task);
  const curves = await findCurves(context, [reporter], [{ title: metric }]);
  const after = no_scroll ? undefined : placeOf(readScroll('data', scroll_id));
  const points = await readCurvePoints(context, curves, { limit: DATA_PAGE, after });
  return {
    events: points.map((point) => toScalarEvent(reporter, point)),
    returned: points.length,
    total: await countCurvePoints(context, curves),
    ...(no_scroll ? {} : { scroll_id: scrollOf('data', points, scroll_id) }),
  };
};

/** Values that belong to no iteration, of several tasks. */
export const eventsGetTaskSingleValueMetrics: Handler<operations['events.get_task_single_value_metrics']> = async (
  { body },
  context,
) => {
  const reporters = await findReporters(context, reporterKind(body), body.tasks);
  const curves = await findCurves(context, reporters, toSelection(body.metrics));
  const values = Map.groupBy(await readSingleValues(context, curves), ({ curve }) => curve.runId);
  return {
    tasks: reporters
      .filter(({ runId }) => values.has(runId))
      .map(({ id, name, runId }) => ({ task: id, task_name: name, values: (values.get(runId) ?? []).map(toSingleValue) })),
  };
};

function toSingleValue({ curve, value, timestampMs }: CurvePoint) {
  return { metric: curve.title, variant: curve.variant, value, timestamp: Number(timestampMs) };
}

/** Names of the scalars of a task: variants by metric. */
export const eventsGetScalarMetricsAndVariants: Handler<operations['events.get_scalar_metrics_and_variants']> = async (
  { body },
  context,
) => {
  const curves = await findCurves(context, [await findReporter(context, reporterKind(body), body.task)]);
  const metrics = Map.groupBy(curves, ({ title }) => title);
  const shown = Array.from(metrics, ([title, own]) => [title, own.map(({ variant }) => variant)]);
  return { metrics: Object.fromEntries(shown) };
};

/** The latest value of every scalar of a task, and the mean of the latest ones. */
export const eventsGetTaskLatestScalarValues: Handler<operations['events.get_task_latest_scalar_values']> = async (
  { body },
  context,
) => {
  const reporter = await findReporter(context, 'run', body.task);
  const curves = await findCurves(context, [reporter]);
  const metrics = await latestValues(context, curves);
  const times = curves.map(({ lastTimestampMs }) => lastTimestampMs);
  const latest = times.reduce<bigint | null>((last, time) => (last === null || time > last ? time : last), null);
  return {
    metrics,
    name: reporter.name,
    status: reporter.status,
    last_iter: toWhole(reporter.lastIteration ?? 0n),
    ...(latest === null ? {} : { last_timestamp: toWhole(latest) }),
  };
};

async function latestValues(context: Context, curves: readonly NamedCurve[]) {
  const values = await readLastValues(context, curves, LATEST);
  const metrics = Map.groupBy(curves, ({ title }) => title);
  return Array.from(metrics, ([name, own]) => ({
    name,
    variants: own.map((curve) => {
      const latest = values.get(curve) ?? [];
      const mean = latest.reduce((sum, value) => sum + value, 0) / latest.length;
      return { name: curve.variant, last_value: curve.lastValue, last_100_value: mean };
    }),
  }));
}
