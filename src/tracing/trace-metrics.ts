import type { Context } from '../context.ts';
import type { MetricPoint, MetricQuery, TraceOverlap } from '../model/trace-metrics.ts';
import * as store from '../store/trace-metrics.ts';

/** Sums up traces, spans or assessments. Groups of which every value is null are left out. @throws invalid for too large a question */
export async function queryMetrics(context: Context, query: MetricQuery): Promise<MetricPoint[]> {
  const points = await store.queryMetrics(context.db, context, query);
  return points.filter(({ values }) => values.some((value) => value !== null));
}

/** How often two searches find the same traces. @throws invalid for too many conditions */
export function countOverlap(context: Context, query: store.OverlapQuery): Promise<TraceOverlap> {
  return store.countOverlap(context.db, context, query);
}

/** How strongly two searches hang together, from -1 (never the same traces) over 0 (by chance) to 1 (always); NaN when one finds none. */
export interface Association {
  plain: number;
  /** With half a trace more of each kind, for small numbers. */
  smoothed: number;
}

/** Jeffreys' prior for counts of a table of two by two. */
const PRIOR = 0.5;

/**
 * Normalised pointwise mutual information of two searches.
 * @see G. Bouma, "Normalized (pointwise) mutual information in collocation extraction", 2009
 */
export function associationOf({ first, second, both, total }: TraceOverlap): Association {
  if (first === 0 || second === 0) return { plain: Number.NaN, smoothed: Number.NaN };
  if (both === total) return { plain: 1, smoothed: 1 };
  const information = (prior: number) => {
    const [joint, all] = [both + prior, total + 4 * prior];
    const byChance = (first + 2 * prior) * (second + 2 * prior);
    // one logarithm of a quotient is exactly 0 for searches that are independent
    const value = Math.log((joint * all) / byChance) / Math.log(all / joint);
    return Math.max(-1, Math.min(1, value));
  };
  return { plain: both === 0 ? -1 : information(0), smoothed: information(PRIOR) };
}
