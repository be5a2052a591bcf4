import type { Context } from '../context.ts';
import { tracesToRemove } from '../store/trace-removal.ts';
import { removeTracesWithFiles } from '../tracking/trace-removal.ts';

/** Traces deleted in one transaction. */
const CHUNK = 100;

/** Which traces of a project are deleted: some of them, or the oldest. */
export interface Deletion {
  /** Decimal id of the project as MLflow shows it. */
  experimentId: bigint;
  ids?: readonly string[];
  /** Those that started at this moment or before. */
  untilMs?: bigint;
  /** At most so many, the oldest first. */
  limit?: number;
}

/** Deletes traces with their spans, assessments and files, in bounded chunks. @returns how many */
export async function deleteTraces(context: Context, { limit = Number.POSITIVE_INFINITY, ...scope }: Deletion): Promise<number> {
  let deleted = 0;
  for (let found = CHUNK; found === CHUNK && deleted < limit; ) {
    const most = Math.min(CHUNK, limit - deleted);
    const traces = await tracesToRemove(context.db, { workspaceId: context.workspaceId, ...scope }, most);
    deleted += (await removeTracesWithFiles(context, traces)).traces;
    found = traces.length;
  }
  return deleted;
}
