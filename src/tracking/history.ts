import type { Context } from '../context.ts';
import * as store from '../store/history.ts';
import { findRun } from './runs.ts';

export type { HistoryPage, PointColumns, StepRange } from '../store/history.ts';

/** Points read from the database at once when a whole history is streamed. */
const POINTS_PER_READ = 25_000;

/**
 * A page of a metric's points by time, step and value.
 * @returns an empty page for a key the run does not have
 * @throws not_found for the run, invalid for a page token that is not ours
 */
export async function readHistory(
  context: Context,
  runId: string,
  key: string,
  page: { limit: number; after?: string },
): Promise<store.HistoryPage> {
  await findRun(context, runId);
  return store.readHistory(context.db, runId, key, page);
}

/** All points of a metric, a page at a time, so that a long history takes no memory. @throws not_found */
export async function* streamHistory(context: Context, runId: string, key: string): AsyncGenerator<store.PointColumns> {
  await findRun(context, runId);
  let after: string | undefined;
  do {
    const page = await store.readHistory(context.db, runId, key, { limit: POINTS_PER_READ, after });
    yield page;
    after = page.next;
  } while (after !== undefined);
}

/** Points of one key of several runs, at most `limit` in all; unknown runs are left out. */
export function readHistories(context: Context, runIds: readonly string[], key: string, limit: number) {
  return store.readHistories(context.db, runIds, key, limit);
}

/** One key of several runs, each thinned out to `limit` points. @throws not_found for any of the runs */
export async function sampleHistories(
  context: Context,
  runIds: readonly string[],
  key: string,
  options: { limit: number; range?: store.StepRange },
): Promise<(store.PointColumns & { runId: string })[]> {
  for (const runId of runIds) await findRun(context, runId);
  const samples: (store.PointColumns & { runId: string })[] = [];
  for (const runId of runIds) samples.push({ runId, ...(await store.sampleHistory(context.db, runId, key, options)) });
  return samples;
}
