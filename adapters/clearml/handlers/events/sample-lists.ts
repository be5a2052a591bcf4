import type { components, operations } from '../../../../openapi/generated/clearml.ts';
import type { Context } from '../../../../src/context.ts';
import type { Handler } from '../../../../src/http/door.ts';
import type { PlotKind } from '../../../../src/model/event.ts';
import { readSamples } from '../../../../src/tracking/plots.ts';
import { type FoundReporter, findReporters } from '../../../../src/tracking/reporters.ts';
import { wrongField } from '../../errors.ts';
import { countWithin, reporterKind, type ShownEvent } from '../../map/shown-event.ts';
import { toPlotEvent } from '../../map/shown-plot.ts';
import { readScroll, type Scroll, writeScroll } from '../../wire/scroll.ts';

const iterations = { most: 1000, usual: 1 };

interface ListRequest {
  metrics: components['schemas']['TaskMetricVariants'][];
  iters?: number;
  navigate_earlier?: boolean;
  refresh?: boolean;
  scroll_id?: string | null;
  model_events?: boolean;
}

/** Iterations of a task that a client has seen. */
interface Seen {
  low: bigint;
  high: bigint;
}

/** The scroll id holds three parts for each task that showed something: its place in the request, and what was seen. */
function readSeen(scroll: Scroll | undefined): Map<number, Seen> {
  const seen = new Map<number, Seen>();
  for (let at = 0; scroll?.has(at); at += 3) {
    seen.set(scroll.small(at, 0), { low: scroll.whole(at + 1), high: scroll.whole(at + 2) });
  }
  return seen;
}

/** What each task of a request wants to see of it. */
function requestsByTask(metrics: ListRequest['metrics']) {
  const byTask = Map.groupBy(metrics, ({ task }) => {
    // only what a call needs at its top is looked for before
    if (task === undefined) throw wrongField('metrics', 'Each entry must name a task.');
    return task;
  });
  return Array.from(byTask, ([task, entries]) => {
    const isAll = entries.some(({ metric }) => metric === undefined);
    return { task, selection: isAll ? [] : entries.map(({ metric = '', variants = [] }) => ({ title: metric, variants })) };
  });
}

/** Samples of some iterations of each task, going on from those that were seen. */
async function listSamples(context: Context, kind: PlotKind, body: ListRequest, baseUrl: string) {
  const count = countWithin('iters', body.iters, iterations);
  const requests = requestsByTask(body.metrics);
  const reporters = await findReporters(
    context,
    reporterKind(body),
    requests.map(({ task }) => task),
  );
  const seen = body.refresh ? new Map<number, Seen>() : readSeen(readScroll(kind, body.scroll_id));
  const isEarlier = body.navigate_earlier ?? true;
  const metrics = await Promise.all(
    reporters.map(async (reporter, at) => {
      const [before, selection] = [seen.get(at), requests[at]?.selection ?? []];
      const bound = before && (isEarlier ? { below: before.low } : { above: before.high });
      const plots = await readSamples(context, kind, { runId: reporter.runId, selection, ...bound }, count);
      const [newest, oldest] = [plots[0]?.iteration, plots.at(-1)?.iteration];
      if (newest !== undefined && oldest !== undefined) seen.set(at, { low: oldest, high: newest });
      return { task: reporter.id, iterations: byIteration(reporter, plots, baseUrl) };
    }),
  );
  const places = Array.from(seen, ([at, { low, high }]) => [at, low, high]).flat();
  return { metrics, scroll_id: writeScroll(kind, places) };
}

function byIteration(reporter: FoundReporter, plots: Awaited<ReturnType<typeof readSamples>>, baseUrl: string) {
  const groups = Map.groupBy(plots, ({ iteration }) => iteration);
  return Array.from(groups, ([iteration, own]): { iter: number; events: ShownEvent[] } => ({
    iter: Number(iteration),
    events: own.map((plot) => toPlotEvent(reporter, plot, baseUrl)),
  }));
}

/** Debug images of tasks, some iterations at a time. */
export const eventsDebugImages: Handler<operations['events.debug_images']> = async ({ body, baseUrl }, context) =>
  await listSamples(context, 'image', body, baseUrl);

/** Plots of tasks, some iterations at a time. */
export const eventsPlots: Handler<operations['events.plots']> = async ({ body, baseUrl }, context) =>
  await listSamples(context, 'plot', body, baseUrl);
