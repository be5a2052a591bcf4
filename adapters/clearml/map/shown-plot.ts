import { parseExactJson } from '../../../src/http/lenient-json.ts';
import type { StoredPlot } from '../../../src/tracking/plots.ts';
import type { FoundReporter } from '../../../src/tracking/reporters.ts';
import { typeOfPlotKind } from './event.ts';
import { toShownUrl } from './file-url.ts';
import { toShownPlot } from './plot-text.ts';
import { type ShownEvent, toIsoTime, toWhole } from './shown-event.ts';

/** A plot, vector or debug image as the event it was, with everything the client said of it. */
export function toPlotEvent(reporter: FoundReporter, plot: StoredPlot, baseUrl: string): ShownEvent {
  return {
    '@timestamp': toIsoTime(plot.timestampMs),
    ...(parseExactJson(plot.extra) as ShownEvent),
    timestamp: toWhole(plot.timestampMs),
    type: typeOfPlotKind[plot.kind],
    task: reporter.id,
    iter: toWhole(plot.iteration),
    metric: plot.title,
    variant: plot.variant,
    model_event: reporter.kind === 'model',
    ...contentOf(plot, baseUrl),
  };
}

function contentOf({ kind, body, url, fileKey }: StoredPlot, baseUrl: string): ShownEvent {
  if (kind === 'plot') return { plot_str: toShownPlot(body ?? '', baseUrl) };
  if (kind === 'vector') return { value: body === null ? [] : parseExactJson(body) };
  return { ...(fileKey === '' ? {} : { key: fileKey }), ...(url === null ? {} : { url: toShownUrl(url, baseUrl) }) };
}

/** Events of plots of several tasks or models. */
export function toPlotEvents(reporters: readonly FoundReporter[], plots: readonly StoredPlot[], baseUrl: string): ShownEvent[] {
  const byRun = new Map(reporters.map((reporter) => [reporter.runId, reporter]));
  return plots.map((plot) => toPlotEvent(byRun.get(plot.runId) as FoundReporter, plot, baseUrl));
}
