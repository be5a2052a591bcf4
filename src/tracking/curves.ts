import type { Context } from '../context.ts';
import type { CurvePoint, PointPage } from '../store/curve-points.ts';
import * as points from '../store/curve-points.ts';
import * as store from '../store/curves.ts';
import type { FoundReporter } from '../store/find-reporters.ts';

export type { CurvePoint } from '../store/curve-points.ts';
export type { CurveSelection, NamedCurve } from '../store/curves.ts';

/** A series thinned out: the mean of each bucket, by the place where the bucket begins. */
export interface Curve {
  reporter: FoundReporter;
  title: string;
  variant: string;
  xAxisLabel: string | null;
  /** Steps, or ms since the epoch. */
  places: bigint[];
  means: number[];
}

const MAX_INT64 = 2n ** 63n - 1n;

/** Widths that differ by no more than this share become the larger one. */
const SHARED_WIDTH = 0.1;

/**
 * All series of runs or models thinned out to about as many points as asked for. A series with fewer points is given whole; of a
 * longer one each bucket of neighbouring steps becomes their mean. Values without a step are left out.
 *
 * @param samples most points of a series, about
 * @see ClearML API 2.34, events.scalar_metrics_iter_histogram
 */
export async function readCurves(
  { db, keys }: Context,
  reporters: readonly FoundReporter[],
  { samples, axis, selection }: { samples: number; axis: store.CurveAxis; selection?: readonly store.CurveSelection[] },
): Promise<Curve[]> {
  const byRun = new Map(reporters.map((reporter) => [reporter.runId, reporter]));
  const curves = await store.findCurves(db, keys, [...byRun.keys()], selection);
  const ranges = await store.rangesOf(db, curves, axis);
  const sized = curves.flatMap((curve, at) => {
    const range = ranges[at];
    return range ? [{ curve, range, width: bucketWidth(range, samples) }] : [];
  });
  const bucketings = Map.groupBy(sized, ({ curve }) => curve.runId)
    .values()
    .flatMap(shareWidths)
    .toArray();
  const buckets = await store.bucketMeans(db, bucketings, axis);
  return bucketings.map(({ curve, width }): Curve => {
    const found = buckets.get(curve) ?? { buckets: [], means: [] };
    const { title, variant, xAxisLabel } = curve;
    const reporter = byRun.get(curve.runId) as FoundReporter;
    const places = width === 1n ? found.buckets : found.buckets.map((bucket) => bucket * width);
    return { reporter, title, variant, xAxisLabel, places, means: found.means };
  });
}

function bucketWidth({ low, high, points }: store.CurveRange, samples: number): bigint {
  const wanted = BigInt(samples);
  if (points < wanted) return 1n;
  const width = (high - low + 1n + wanted - 1n) / wanted;
  return width < 1n ? 1n : width > MAX_INT64 ? MAX_INT64 : width;
}

/** Gives series of nearly the same width the larger one, so that their buckets stand side by side. */
function shareWidths(bucketings: readonly store.Bucketing[]): store.Bucketing[] {
  const sorted = bucketings.toSorted((a, b) => (a.width < b.width ? -1 : a.width > b.width ? 1 : 0));
  const shared = new Map<store.NamedCurve, bigint>();
  for (let from = 0; from < sorted.length; ) {
    const least = Number(sorted[from]?.width);
    let end = from;
    // one by one is no bucket at all, and stays so
    while (end < sorted.length && (end === from || isNear(least, Number(sorted[end]?.width)))) end += 1;
    const width = sorted[end - 1]?.width as bigint;
    for (const { curve } of sorted.slice(from, end)) shared.set(curve, width);
    from = end;
  }
  return bucketings.map((one) => ({ ...one, width: shared.get(one.curve) as bigint }));
}

function isNear(least: number, width: number): boolean {
  return width === least || (least > 1 && width - least <= least * SHARED_WIDTH);
}

/** Names of all series of runs or models, by title and variant. */
export function findCurves(
  { db, keys }: Context,
  reporters: readonly FoundReporter[],
  selection?: readonly store.CurveSelection[],
): Promise<store.NamedCurve[]> {
  return store.findCurves(
    db,
    keys,
    reporters.map(({ runId }) => runId),
    selection,
  );
}

/** Points of series of one run or model, one for each step, by step and then by series. */
export function readCurvePoints({ db }: Context, curves: readonly store.NamedCurve[], page: PointPage): Promise<CurvePoint[]> {
  return points.readCurvePoints(db, curves, page);
}

/** How many points {@link readCurvePoints} gives in all. */
export function countCurvePoints({ db }: Context, curves: readonly store.NamedCurve[]): Promise<number> {
  return points.countCurvePoints(db, curves);
}

/** The values without a step of series that have one. */
export function readSingleValues({ db }: Context, curves: readonly store.NamedCurve[]): Promise<CurvePoint[]> {
  return points.readSingleValues(db, curves);
}

/** The values of the last steps of each series, newest first. */
export function readLastValues({ db }: Context, curves: readonly store.NamedCurve[], count: number) {
  return points.readLastValues(db, curves, count);
}
