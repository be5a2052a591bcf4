import type { Context } from '../context.ts';
import * as store from '../store/history.ts';

export type { PointColumns } from '../store/history.ts';

/** Points read from the database at once when a whole history is streamed. */
const POINTS_PER_READ = 25_000;

/**
 * A page of a metric's points by time, step and value.
 * @returns an empty page for an unknown run or a key the run does not have
 * @throws invalid for a page token that is not ours
 */
export function readHistory(
  { db, workspaceId }: Context,
  runId: string,
  key: string,
  page: { limit: number; after?: string },
): Promise<store.HistoryPage> {
  return store.readHistory(db, workspaceId, runId, key, page);
}

/** All points of a metric, a page at a time, so that a long history takes no memory. */
export async function* streamHistory(context: Context, runId: string, key: string): AsyncGenerator<store.PointColumns> {
  let after: string | undefined;
  do {
    const page = await readHistory(context, runId, key, { limit: POINTS_PER_READ, after });
    yield page;
    after = page.next;
  } while (after !== undefined);
}

/** Points of one key of several runs, at most `limit` in all; unknown runs are left out. */
export function readHistories({ db, workspaceId }: Context, runIds: readonly string[], key: string, limit: number) {
  return store.readHistories(db, workspaceId, runIds, key, limit);
}

/** One key of several runs, each thinned out to `limit` points; nothing for unknown runs. */
export async function sampleHistories(
  { db, workspaceId }: Context,
  runIds: readonly string[],
  key: string,
  options: { limit: number; range?: store.StepRange },
): Promise<(store.PointColumns & { runId: string })[]> {
  const samples: (store.PointColumns & { runId: string })[] = [];
  for (const runId of runIds) samples.push({ runId, ...(await store.sampleHistory(db, workspaceId, runId, key, options)) });
  return samples;
}
