import type { Context } from '../context.ts';
import type { PlotKind } from '../model/event.ts';
import type { CurveSelection } from '../store/curves.ts';
import type { FoundReporter } from '../store/find-reporters.ts';
import * as store from '../store/plots.ts';
import * as samples from '../store/samples.ts';

export type { StoredPlot } from '../store/plots.ts';
export type { SamplePlace } from '../store/samples.ts';

/** The newest plots of each title and variant of some runs or models. */
export function readNewestPlots(
  { db }: Context,
  reporters: readonly FoundReporter[],
  request: Parameters<typeof store.readNewestPlots>[2],
): Promise<store.StoredPlot[]> {
  return store.readNewestPlots(
    db,
    reporters.map(({ runId }) => runId),
    request,
  );
}

/** Plots of one kind, by iteration. */
export function readPlotPage(
  { db }: Context,
  { runId }: FoundReporter,
  kind: PlotKind,
  page: Parameters<typeof store.readPlotPage>[3],
): Promise<store.StoredPlot[]> {
  return store.readPlotPage(db, runId, kind, page);
}

/** How many plots of a kind there are. */
export function countPlots(
  { db }: Context,
  { runId }: FoundReporter,
  kind: PlotKind,
  selection?: readonly CurveSelection[],
): Promise<number> {
  return store.countPlots(db, runId, kind, selection);
}

/** Names of all plots of some kinds, by name. */
export function readPlotNames(
  { db }: Context,
  reporters: readonly FoundReporter[],
  kinds: readonly PlotKind[],
): Promise<store.PlotName[]> {
  return store.readPlotNames(
    db,
    reporters.map(({ runId }) => runId),
    kinds,
  );
}

/** Which runs printed something, by number. */
export function runsWithConsole({ db }: Context, reporters: readonly FoundReporter[]): Promise<Set<number>> {
  return store.runsWithConsole(
    db,
    reporters.map(({ runId }) => runId),
  );
}

/** Plots of some iterations, nearest to a bound or newest. */
export function readSamples(
  { db }: Context,
  kind: PlotKind,
  request: samples.SampleRequest,
  iterations: number,
): Promise<store.StoredPlot[]> {
  return samples.readSamples(db, kind, request, iterations);
}

/** Plots at one place. */
export function readSample(
  { db }: Context,
  kind: PlotKind,
  place: Parameters<typeof samples.readSample>[2],
): Promise<samples.Sample> {
  return samples.readSample(db, kind, place);
}

/** The place before or after one; undefined at the end. */
export function nextSamplePlace(
  { db }: Context,
  kind: PlotKind,
  { runId }: FoundReporter,
  place: samples.SamplePlace,
  step: samples.SampleStep,
): Promise<samples.SamplePlace | undefined> {
  return samples.nextSamplePlace(db, kind, runId, place, step);
}
