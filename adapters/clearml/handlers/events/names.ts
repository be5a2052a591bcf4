import type { operations } from '../../../../openapi/generated/clearml.ts';
import type { Context } from '../../../../src/context.ts';
import type { Handler } from '../../../../src/http/door.ts';
import { plotKinds } from '../../../../src/model/event.ts';
import { findCurves } from '../../../../src/tracking/curves.ts';
import { readPlotNames, runsWithConsole } from '../../../../src/tracking/plots.ts';
import { type FoundReporter, findReporter, findReporters } from '../../../../src/tracking/reporters.ts';
import { plotKindOfType } from '../../map/event.ts';
import { reporterKind } from '../../map/shown-event.ts';

/** A name under which a run reported something. */
interface EventName {
  runId: number;
  title: string;
  variant: string;
}

/** Names of events of a type, or of all types. */
async function namesOf(context: Context, reporters: readonly FoundReporter[], type: string | undefined): Promise<EventName[]> {
  const kind = type === undefined ? undefined : plotKindOfType[type];
  const kinds = type === undefined ? plotKinds : kind ? [kind] : [];
  const isAny = (wanted: string) => type === undefined || type === wanted;
  const [curves, plots, printing] = await Promise.all([
    isAny('training_stats_scalar') ? findCurves(context, reporters) : [],
    kinds.length > 0 ? readPlotNames(context, reporters, kinds) : [],
    isAny('log') ? runsWithConsole(context, reporters) : new Set<number>(),
  ]);
  return [...curves, ...plots, ...Array.from(printing, (runId) => ({ runId, title: '', variant: '' }))];
}

const distinctSorted = (names: readonly string[]) => [...new Set(names)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** Names of the metrics of several tasks. */
export const eventsGetTaskMetrics: Handler<operations['events.get_task_metrics']> = async ({ body }, context) => {
  const reporters = await findReporters(context, reporterKind(body), body.tasks);
  const names = Map.groupBy(await namesOf(context, reporters, body.event_type), ({ runId }) => runId);
  const metrics = reporters.map(({ id, runId }) => ({
    task: id,
    metrics: distinctSorted((names.get(runId) ?? []).map(({ title }) => title)),
  }));
  return { metrics };
};

/** Names of the metrics and variants that any of several tasks has. */
export const eventsGetMultiTaskMetrics: Handler<operations['events.get_multi_task_metrics']> = async ({ body }, context) => {
  const reporters = await findReporters(context, reporterKind(body), body.tasks);
  return { metrics: variantsByMetric(await namesOf(context, reporters, body.event_type)) };
};

function variantsByMetric(names: readonly EventName[]): { metric: string; variants: string[] }[] {
  const byMetric = Map.groupBy(names, ({ title }) => title);
  return distinctSorted([...byMetric.keys()]).map((metric) => ({
    metric,
    variants: distinctSorted((byMetric.get(metric) ?? []).map(({ variant }) => variant)),
  }));
}

/** Names of the vectors of a task. */
export const eventsGetVectorMetricsAndVariants: Handler<operations['events.get_vector_metrics_and_variants']> = async (
  { body },
  context,
) => {
  const reporter = await findReporter(context, reporterKind(body), body.task);
  return { metrics: variantsByMetric(await readPlotNames(context, [reporter], ['vector'])) };
};
