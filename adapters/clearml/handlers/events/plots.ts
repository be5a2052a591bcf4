import type { operations } from '../../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../../src/http/door.ts';
import { countPlots, readNewestPlots, readPlotPage } from '../../../../src/tracking/plots.ts';
import { findReporter, findReporters } from '../../../../src/tracking/reporters.ts';
import { countWithin, reporterKind, toSelection } from '../../map/shown-event.ts';
import { toPlotEvent, toPlotEvents } from '../../map/shown-plot.ts';
import { readScroll, writeScroll } from '../../wire/scroll.ts';

/** Plots of one page; a plot may hold some megabytes. */
const PAGE = 500;
/** Plots of a call that wants no pages. */
const WITHOUT_SCROLL = 10_000;
const iterations = { most: 100_000, usual: 1 };

/** The newest plots of each metric and variant of a task. */
export const eventsGetTaskPlots: Handler<operations['events.get_task_plots']> = async ({ body, baseUrl }, context) => {
  const reporter = await findReporter(context, reporterKind(body), body.task);
  const offset = body.no_scroll ? 0 : (readScroll('plots', body.scroll_id)?.small(0, 0) ?? 0);
  const plots = await readNewestPlots(context, [reporter], {
    kind: 'plot',
    iterations: countWithin('iters', body.iters, iterations),
    selection: toSelection(body.metrics),
    limit: body.no_scroll ? WITHOUT_SCROLL : PAGE,
    offset,
  });
  return {
    plots: plots.map((plot) => toPlotEvent(reporter, plot, baseUrl)),
    returned: plots.length,
    total: await countPlots(context, reporter, 'plot', toSelection(body.metrics)),
    ...(body.no_scroll ? {} : { scroll_id: writeScroll('plots', [offset + plots.length]) }),
  };
};

/** The newest plots of several tasks, side by side: by metric, variant, task and iteration. */
export const eventsGetMultiTaskPlots: Handler<operations['events.get_multi_task_plots']> = async ({ body, baseUrl }, context) => {
  const reporters = await findReporters(context, reporterKind(body), body.tasks);
  const names = new Map(reporters.map(({ id, name }) => [id, name]));
  const offset = body.no_scroll ? 0 : (readScroll('multi', body.scroll_id)?.small(0, 0) ?? 0);
  const plots = await readNewestPlots(context, reporters, {
    kind: 'plot',
    iterations: countWithin('iters', body.iters, iterations),
    selection: toSelection(body.metrics),
    limit: body.no_scroll ? WITHOUT_SCROLL : PAGE,
    offset,
  });
  const events = toPlotEvents(reporters, plots, baseUrl);
  const shown = nested(events, ['metric', 'variant', 'task', 'iter'], ([event, ...more]) => ({
    name: names.get(String(event?.['task'])),
    plots: event ? [event, ...more] : [],
  }));
  const page = {
    returned: plots.length,
    ...(body.no_scroll ? {} : { scroll_id: writeScroll('multi', [offset + plots.length]) }),
  };
  return { plots: shown as Record<string, unknown>, ...page, total: offset + plots.length };
};

/** Events in objects within objects, a level for each field. */
function nested(
  events: readonly Record<string, unknown>[],
  [field, ...more]: readonly string[],
  leaf: (events: Record<string, unknown>[]) => unknown,
): unknown {
  if (field === undefined) return leaf([...events]);
  const groups = Map.groupBy(events, (event) => String(event[field]));
  return Object.fromEntries(Array.from(groups, ([name, own]) => [name, nested(own, more, leaf)]));
}

/** All values a vector had, by iteration. */
export const eventsVectorMetricsIterHistogram: Handler<operations['events.vector_metrics_iter_histogram']> = async (
  { body, baseUrl },
  context,
) => {
  const { metric, variant } = body;
  const reporter = await findReporter(context, reporterKind(body), body.task);
  const selection = [{ title: metric, variants: [variant] }];
  const plots = await readPlotPage(context, reporter, 'vector', { limit: WITHOUT_SCROLL, selection });
  const events = plots.map((plot) => toPlotEvent(reporter, plot, baseUrl));
  const vectors = { vectors: events.map((event) => event['value']), iterations: events.map((event) => event['iter']) };
  return { images: [], metric, variant, ...vectors };
};
