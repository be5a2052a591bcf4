import type { Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import type { RunStatus } from '../model/run.ts';
import type { RunChange, TagItem } from '../model/run-change.ts';
import type { RunPart, RunParts, RunRecord } from '../model/run-record.ts';
import { mayFollow } from '../model/run-status.ts';
import { applyRunChange, lockRun } from '../store/change-run.ts';
import type { Database } from '../store/database.ts';
import { touchProjects } from '../store/project-tree.ts';
import { readRunRecord } from '../store/run-records.ts';
import { readTagItems } from '../store/run-rows.ts';

/** A run under lock, with the parts that were asked for. */
export interface HeldRun {
  run: RunRecord;
  parts: RunParts;
  /** All its tags; empty unless they were asked for. */
  tags: readonly TagItem[];
  /** The transaction that holds it, for what belongs to the change. */
  db: Database;
}

/** What {@link changeRun} is to do. */
export interface RunWork<Result> {
  parts?: readonly RunPart[];
  withTags?: boolean;
  /** Keys the change may write, so that their numbers are known before the run is locked. */
  keys?: readonly string[];
  /** True unless only name, tags or project change. */
  isContent?: boolean;
  /** Decides what changes; whatever it throws undoes everything. It may run more than once. */
  decide(held: HeldRun): Promise<{ change: RunChange; result: Result }> | { change: RunChange; result: Result };
}

/** How a run came out of {@link changeRun}. */
export interface ChangedRun<Result> {
  before: RunRecord;
  change: RunChange;
  result: Result;
  /** The time of the change. */
  at: Date;
}

/**
 * Changes one run in one transaction: the run is locked and read, what to change is decided, and it is written, whole or not
 * at all. Requests for one run take turns.
 * @throws not_found
 */
export async function changeRun<Result>(context: Context, id: string, work: RunWork<Result>): Promise<ChangedRun<Result>> {
  if (work.keys && work.keys.length > 0) await context.keys.idsOf(work.keys);
  return context.db.transaction((db) => changeRunIn(context, db, id, work));
}

/** As {@link changeRun}, inside a transaction that is under way. */
export async function changeRunIn<Result>(
  context: Context,
  db: Database,
  id: string,
  work: RunWork<Result>,
): Promise<ChangedRun<Result>> {
  const runId = await lockRun(db, context.workspaceId, id);
  const found = runId === undefined ? undefined : await readRunRecord(db, context, id, work.parts ?? []);
  if (!found) throw notFound('run', id);
  const { run, parts } = found;
  const tags = work.withTags ? await readTagItems(db, run.runId) : [];
  const { change, result } = await work.decide({ run, parts, tags, db });
  const at = context.now();
  const projectId = change.project?.projectId ?? run.projectId;
  const { isContent = true } = work;
  const stamp = { runId: run.runId, projectId, now: at, userId: context.actor.userId || null, isContent };
  await applyRunChange(db, context.keys, stamp, change);
  if (change.project || change.set?.status !== undefined) await touchProjects(db, [run.projectId, projectId], at);
  return { before: run, change, result, at };
}

/** @throws wrong_state, reason `status`, unless the run has one of the statuses */
export function requireStatus(run: RunRecord, expected: readonly RunStatus[]): void {
  if (expected.includes(run.status)) return;
  throw new BridgeError(
    'wrong_state',
    `The status of the run ${show(run.id)} is ${run.status}; this needs ${expected.join(' or ')}.`,
    { resource: `run ${run.id}`, field: 'status', reason: 'status' },
  );
}

/** @throws wrong_state, reason `status`, when the run may not go on to a status */
export function requireFollowing(run: RunRecord, status: RunStatus, force: boolean): void {
  if (force || mayFollow(run.status, status)) return;
  throw new BridgeError('wrong_state', `A run that is ${run.status} cannot become ${status}.`, {
    resource: `run ${run.id}`,
    field: 'status',
    reason: 'status',
  });
}
