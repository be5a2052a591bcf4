import type { operations } from '../../../../openapi/generated/clearml.ts';
import type { Context } from '../../../../src/context.ts';
import type { Handler } from '../../../../src/http/door.ts';
import { countConsoleLines, readConsolePage } from '../../../../src/tracking/console.ts';
import { type CurveSelection, countCurvePoints, findCurves, readCurvePoints } from '../../../../src/tracking/curves.ts';
import { countPlots, readPlotPage } from '../../../../src/tracking/plots.ts';
import { type FoundReporter, findReporter } from '../../../../src/tracking/reporters.ts';
import { wrongField } from '../../errors.ts';
import { plotKindOfType } from '../../map/event.ts';
import { countWithin, reporterKind, type ShownEvent, toLogEvent, toScalarEvent, toSelection } from '../../map/shown-event.ts';
import { toPlotEvent } from '../../map/shown-plot.ts';
import { readScroll, type Scroll, writeScroll } from '../../wire/scroll.ts';

const batchRange = { most: 10_000, usual: 500 };

/** Types in the order in which a call for all of them lists them. */
const types = ['training_stats_scalar', 'training_stats_vector', 'training_debug_image', 'plot', 'log'] as const;

/** What a page is read for. */
interface Reading {
  context: Context;
  reporter: FoundReporter;
  selection: CurveSelection[];
  isDescending: boolean;
  baseUrl: string;
}

/** Events of one type, and the place of the last one. */
interface Page {
  events: ShownEvent[];
  place: readonly (string | bigint | number)[] | undefined;
}

type PageReader = (reading: Reading, limit: number, scroll: Scroll | undefined) => Promise<Page>;

const readScalars: PageReader = async ({ context, reporter, selection, isDescending }, limit, scroll) => {
  const curves = await findCurves(context, [reporter], selection);
  const after = scroll && { step: scroll.whole(1), keyId: scroll.small(2) };
  const points = await readCurvePoints(context, curves, { limit, isDescending, after });
  const last = points.at(-1);
  return { events: points.map((point) => toScalarEvent(reporter, point)), place: last && [last.step, last.curve.keyId] };
};

/** Lines have no iteration: they come by time. */
const readLines: PageReader = async ({ context, reporter, isDescending, selection }, limit, scroll) => {
  if (!takesLines(selection)) return { events: [], place: undefined };
  const after = scroll && { timestampMs: scroll.whole(1), lineId: scroll.whole(2) };
  const lines = await readConsolePage(context, reporter, { limit, isDescending, after });
  const last = lines.at(-1);
  return { events: lines.map((line) => toLogEvent(reporter, line)), place: last && [last.timestampMs, last.lineId] };
};

const readPlots =
  (type: string): PageReader =>
  async ({ context, reporter, selection, isDescending, baseUrl }, limit, scroll) => {
    const kind = plotKindOfType[type];
    if (!kind) return { events: [], place: undefined };
    const after = scroll && {
      iteration: scroll.whole(1),
      title: scroll.text(2),
      variant: scroll.text(3),
      fileKey: scroll.text(4),
    };
    const plots = await readPlotPage(context, reporter, kind, { limit, isDescending, after, selection });
    const last = plots.at(-1);
    return {
      events: plots.map((plot) => toPlotEvent(reporter, plot, baseUrl)),
      place: last && [last.iteration, last.title, last.variant, last.fileKey],
    };
  };

function readerOf(type: string): PageReader {
  if (type === 'training_stats_scalar') return readScalars;
  return type === 'log' ? readLines : readPlots(type);
}

/** Lines carry no metric. */
function takesLines(selection: readonly CurveSelection[]): boolean {
  return selection.length === 0 || selection.some(({ title }) => title === '');
}

async function countOf({ context, reporter, selection }: Reading, type: string): Promise<number> {
  if (type === 'log') return takesLines(selection) ? await countConsoleLines(context, reporter) : 0;
  const kind = plotKindOfType[type];
  if (kind) return await countPlots(context, reporter, kind, selection);
  return await countCurvePoints(context, await findCurves(context, [reporter], selection));
}

/** Events of a task by iteration, of one type or of all types one after the other. The scroll id begins with the type's number. */
export const eventsGetTaskEvents: Handler<operations['events.get_task_events']> = async ({ body, baseUrl }, context) => {
  const wanted = types.filter((type) => body.event_type === undefined || type === body.event_type);
  if (wanted.length === 0) throw wrongField('event_type', `It must be one of ${types.join(', ')}, not ${body.event_type}.`);
  const reporter = await findReporter(context, reporterKind(body), body.task);
  const isDescending = body.order === 'desc';
  const reading: Reading = { context, reporter, selection: toSelection(body.metrics), isDescending, baseUrl };
  const limit = countWithin('batch_size', body.batch_size && Math.min(body.batch_size, batchRange.most), batchRange);
  let scroll = readScroll('events', body.scroll_id);
  let scrollId = body.scroll_id ?? writeScroll('events', [0]);
  const events: ShownEvent[] = [];
  for (let at = scroll?.small(0, 0) ?? 0; at < wanted.length && events.length < limit; at += 1) {
    const from = scroll?.has(1) && scroll.small(0) === at ? scroll : undefined;
    const page = await readerOf(wanted[at] as string)(reading, limit - events.length, from);
    if (page.place) scrollId = writeScroll('events', [at, ...page.place]);
    events.push(...page.events);
    scroll = undefined;
  }
  const counts = await Promise.all(wanted.map((type) => countOf(reading, type)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { events, returned: events.length, total, scroll_id: scrollId };
};

/** Scroll ids hold all there is of a listing: nothing is to be cleared. */
export const eventsClearScroll: Handler<operations['events.clear_scroll']> = async () => ({});
