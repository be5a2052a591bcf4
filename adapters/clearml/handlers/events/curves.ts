import type { components, operations } from '../../../../openapi/generated/clearml.ts';
import type { Context } from '../../../../src/context.ts';
import type { Handler } from '../../../../src/http/door.ts';
import { type Curve, readCurves } from '../../../../src/tracking/curves.ts';
import { type FoundReporter, findReporter, findReporters } from '../../../../src/tracking/reporters.ts';
import { wrongField } from '../../errors.ts';
import { countWithin, reporterKind, toIsoTime, toSelection, toWhole } from '../../map/shown-event.ts';

const samplesRange = { most: 6000, usual: 2000 };
/** Most tasks compared at once. */
const MAX_TASKS = 100;

interface CurveRequest {
  samples?: number;
  key?: components['schemas']['ScalarKey'];
  metrics?: components['schemas']['MetricVariants'][];
}

function curvesOf(context: Context, reporters: readonly FoundReporter[], body: CurveRequest): Promise<Curve[]> {
  return readCurves(context, reporters, {
    samples: countWithin('samples', body.samples, samplesRange),
    axis: body.key === undefined || body.key === 'iter' ? 'step' : 'time',
    selection: toSelection(body.metrics),
  });
}

/** One curve; `x` and `y` run side by side. */
function toShownCurve(name: string, { places, means, xAxisLabel }: Curve, { key }: CurveRequest) {
  const x = key === 'iso_time' ? places.map(toIsoTime) : places.map(toWhole);
  return { name, x, y: means, ...(xAxisLabel === null ? {} : { x_axis_label: xAxisLabel }) };
}

/** The entry of a map, made where it is missing. */
function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const there = map.get(key) ?? make();
  map.set(key, there);
  return there;
}

/** Curves of one task by metric and variant. Names are any text, `__proto__` too: the objects are made from entries. */
export const eventsScalarMetricsIterHistogram: Handler<operations['events.scalar_metrics_iter_histogram']> = async (
  { body },
  context,
) => {
  const reporter = await findReporter(context, reporterKind(body), body.task);
  const metrics = new Map<string, [string, unknown][]>();
  for (const curve of await curvesOf(context, [reporter], body)) {
    entryOf(metrics, curve.title, () => []).push([curve.variant, toShownCurve(curve.variant, curve, body)]);
  }
  return Object.fromEntries(Array.from(metrics, ([metric, variants]) => [metric, Object.fromEntries(variants)]));
};

/** Curves of several tasks by metric, variant and task. */
export const eventsMultiTaskScalarMetricsIterHistogram: Handler<
  operations['events.multi_task_scalar_metrics_iter_histogram']
> = async ({ body }, context) => {
  if (body.tasks.length === 0 || body.tasks.length > MAX_TASKS) {
    throw wrongField('tasks', `It must name 1 to ${MAX_TASKS} tasks, not ${body.tasks.length}.`);
  }
  const reporters = await findReporters(context, reporterKind(body), body.tasks);
  const metrics = new Map<string, Map<string, [string, unknown][]>>();
  for (const curve of await curvesOf(context, reporters, body)) {
    const variants = entryOf(metrics, curve.title, () => new Map<string, [string, unknown][]>());
    entryOf(variants, curve.variant, () => []).push([curve.reporter.id, toShownCurve(curve.reporter.name, curve, body)]);
  }
  const shown = Array.from(metrics, ([metric, variants]) => [
    metric,
    Object.fromEntries(Array.from(variants, ([variant, tasks]) => [variant, Object.fromEntries(tasks)])),
  ]);
  return { metrics: Object.fromEntries(shown) };
};
