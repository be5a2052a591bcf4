import type { operations } from '../../../../openapi/generated/clearml.ts';
import type { Context } from '../../../../src/context.ts';
import type { Handler } from '../../../../src/http/door.ts';
import type { PlotKind } from '../../../../src/model/event.ts';
import { nextSamplePlace, readSample, type SamplePlace } from '../../../../src/tracking/plots.ts';
import { type FoundReporter, findReporter } from '../../../../src/tracking/reporters.ts';
import { ApiError } from '../../errors.ts';
import { reporterKind, toInt64 } from '../../map/shown-event.ts';
import { toPlotEvent } from '../../map/shown-plot.ts';
import { readScroll, writeScroll } from '../../wire/scroll.ts';

/** Where a viewer stands: an image of one variant, or the plots of all variants of a metric. */
interface Position extends Partial<Pick<SamplePlace, 'iteration'>> {
  title: string;
  variant: string;
  /** Going on stays with the metric. */
  staysInMetric: boolean;
}

/** What is at a position, and the id by which the viewer goes on from it. */
async function show(context: Context, reporter: FoundReporter, kind: PlotKind, position: Position, baseUrl: string) {
  const { title, variant, staysInMetric } = position;
  const ofVariant = kind === 'image' ? { variant } : {};
  const place = { runId: reporter.runId, title, iteration: position.iteration, ...ofVariant };
  const { plots, minIteration, maxIteration } = await readSample(context, kind, place);
  const iteration = plots[0]?.iteration ?? position.iteration ?? maxIteration ?? 0n;
  // of the plots of one metric the last variant counts when going on, the first when going back
  const [first, last] = [plots[0]?.variant ?? variant, plots.at(-1)?.variant ?? variant];
  return {
    events: plots.map((plot) => toPlotEvent(reporter, plot, baseUrl)),
    scroll_id: writeScroll(kind, [title, first, last, iteration, staysInMetric ? 1 : 0]),
    ...(minIteration === null ? {} : { min_iteration: Number(minIteration) }),
    ...(maxIteration === null ? {} : { max_iteration: Number(maxIteration) }),
  };
}

interface NextRequest {
  scroll_id: string | null;
  navigate_earlier?: boolean;
  next_iteration?: boolean;
}

/** Goes on from the position of a scroll id. @returns an empty one at the end */
async function showNext(context: Context, reporter: FoundReporter, kind: PlotKind, body: NextRequest, baseUrl: string) {
  const scroll = readScroll(kind, body.scroll_id);
  if (!scroll) throw new ApiError(400, 1104);
  const isEarlier = body.navigate_earlier ?? true;
  const staysInMetric = scroll.small(4) === 1;
  const isOtherIteration = body.next_iteration ?? false;
  const from = { title: scroll.text(0), variant: scroll.text(isEarlier ? 1 : 2), iteration: scroll.whole(3) };
  const sameName = kind === 'image' ? 'variant' : 'title';
  const among = isOtherIteration ? sameName : staysInMetric ? 'title' : 'all';
  const place = await nextSamplePlace(context, kind, reporter, from, { isEarlier, among, isOtherIteration });
  if (!place) return { events: [], scroll_id: body.scroll_id };
  return await show(context, reporter, kind, { ...place, staysInMetric }, baseUrl);
}

/** Where a call for a sample begins. */
function firstPosition(body: {
  metric: string;
  variant?: string;
  iteration?: number;
  navigate_current_metric?: boolean;
}): Position {
  const { metric, variant = '', iteration, navigate_current_metric: staysInMetric = true } = body;
  const place = iteration === undefined ? {} : { iteration: toInt64('iteration', iteration) };
  return { title: metric, variant, staysInMetric, ...place };
}

/** An answer with one event in the place of several. */
function withOne<Answer extends { events: Record<string, unknown>[] }>({ events, ...answer }: Answer) {
  const [event] = events;
  return { ...answer, ...(event ? { event } : {}) };
}

/** A debug image: the newest of its metric and variant, or the one of an iteration. */
export const eventsGetDebugImageSample: Handler<operations['events.get_debug_image_sample']> = async (
  { body, baseUrl },
  context,
) => {
  const reporter = await findReporter(context, reporterKind(body), body.task);
  return withOne(await show(context, reporter, 'image', firstPosition(body), baseUrl));
};

/** The debug image before or after the one a scroll id stands at. */
export const eventsNextDebugImageSample: Handler<operations['events.next_debug_image_sample']> = async (
  { body, baseUrl },
  context,
) => {
  const reporter = await findReporter(context, reporterKind(body), body.task);
  return withOne(await showNext(context, reporter, 'image', body, baseUrl));
};

/** The plots of a metric: those of its newest iteration, or of the one given. */
export const eventsGetPlotSample: Handler<operations['events.get_plot_sample']> = async ({ body, baseUrl }, context) => {
  const reporter = await findReporter(context, reporterKind(body), body.task);
  return await show(context, reporter, 'plot', firstPosition(body), baseUrl);
};

/** The plots before or after those a scroll id stands at. */
export const eventsNextPlotSample: Handler<operations['events.next_plot_sample']> = async ({ body, baseUrl }, context) => {
  const reporter = await findReporter(context, reporterKind(body), body.task);
  return await showNext(context, reporter, 'plot', body, baseUrl);
};
