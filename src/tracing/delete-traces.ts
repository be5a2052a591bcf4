import type { Context } from '../context.ts';
import { removeTraces, tracesOfProjects, tracesToRemove } from '../store/trace-removal.ts';
import { deleteRoot } from '../tracking/artifact-roots.ts';

/** Traces deleted in one transaction. */
const CHUNK = 100;
/** Folders of files deleted at once. */
const FOLDERS = 8;

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
  for (let asked = CHUNK; asked === CHUNK && deleted < limit; ) {
    const most = Math.min(CHUNK, limit - deleted);
    const traces = await tracesToRemove(context.db, { workspaceId: context.workspaceId, ...scope }, most);
    deleted += await deleteThese(context, traces);
    asked = traces.length;
  }
  return deleted;
}

/** Deletes all traces of some projects. */
export async function deleteTracesOfProjects(context: Context, projectIds: readonly number[]): Promise<number> {
  let deleted = 0;
  const next = () => tracesOfProjects(context.db, projectIds, CHUNK);
  for (let traces = await next(); traces.length > 0; traces = await next()) deleted += await deleteThese(context, traces);
  return deleted;
}

/** The files go first: what is broken off in the middle is found again by the rows. */
async function deleteThese(context: Context, traces: readonly { id: string; artifactRoot: string }[]): Promise<number> {
  context.signal.throwIfAborted();
  for (let at = 0; at < traces.length; at += FOLDERS) {
    await Promise.all(traces.slice(at, at + FOLDERS).map(({ artifactRoot }) => deleteRoot(context, artifactRoot)));
  }
  return removeTraces(
    context.db,
    traces.map(({ id }) => id),
  );
}
