import type { RunChange, RunFields } from '../model/run-change.ts';
import type { Database } from './database.ts';
import type { KeyIds } from './keys.ts';
import { uuidOfId } from './run-ids.ts';
import { writeArtifacts, writeConfiguration, writeDocuments, writeModels, writeParams, writeTags } from './run-rows.ts';

/** Which run is changed, by whom and when. */
export interface RunStamp {
  runId: number;
  /** Number of the project the run is in after the change. */
  projectId: number;
  now: Date;
  userId: string | null;
  /** Its contents change, not its name, tags or project alone. */
  isContent: boolean;
}

/** Column of every field of a change, and how its value is written. */
const columns: Readonly<Record<keyof RunFields, readonly [column: string, type: string]>> = {
  name: ['name', 'text'],
  type: ['type', 'text'],
  status: ['status', 'text'],
  statusReason: ['status_reason', 'text'],
  statusMessage: ['status_message', 'text'],
  formerStatus: ['former_status', 'text'],
  queueId: ['queue_id', 'uuid'],
  parent: ['parent', 'text'],
  note: ['note', 'text'],
  repository: ['repository', 'text'],
  branch: ['branch', 'text'],
  commit: ['commit_id', 'text'],
  entryPoint: ['entry_point', 'text'],
  workingFolder: ['working_folder', 'text'],
  startedMs: ['started_ms', 'int8'],
  endedMs: ['ended_ms', 'int8'],
  publishedAt: ['published_at', 'timestamptz'],
  lastIteration: ['last_iteration', 'int8'],
  lastWorker: ['last_worker', 'text'],
  lastWorkerReportAt: ['last_worker_report_at', 'timestamptz'],
  activeSeconds: ['active_seconds', 'int8'],
  archived: ['archived', 'bool'],
  systemTags: ['system_tags', 'text[]'],
  isPublic: ['is_public', 'bool'],
};

/** The tag by which MLflow shows a run's name. */
export const NAME_TAG = 'mlflow.runName';

/** Locks a run of the workspace until the transaction ends. @returns its number, undefined when there is none */
export async function lockRun(db: Database, workspaceId: string, id: string): Promise<number | undefined> {
  const { rows } = await db.query<{ run_id: number }>({
    name: 'lock-run',
    text: `select r.run_id from runs r join projects p using (project_id)
      where r.uuid = $1 and p.workspace_id = $2 for no key update of r`,
    values: [uuidOfId(id), workspaceId],
  });
  return rows[0]?.run_id;
}

/** Writes a change of a run that the caller has locked, part by part. */
export async function applyRunChange(db: Database, keys: KeyIds, stamp: RunStamp, change: RunChange): Promise<void> {
  await setFields(db, stamp, change);
  if (change.project) await moveRows(db, stamp);
  if (change.params) await writeParams(db, keys, stamp, change.params);
  if (change.tags) await writeTags(db, keys, stamp, change.tags);
  if (change.configuration) await writeConfiguration(db, stamp.runId, change.configuration);
  if (change.documents) await writeDocuments(db, stamp.runId, change.documents);
  if (change.artifacts) await writeArtifacts(db, stamp.runId, change.artifacts);
  if (change.models) await writeModels(db, stamp, change.models);
}

async function setFields(db: Database, { runId, projectId, now, userId, isContent }: RunStamp, change: RunChange): Promise<void> {
  const values: unknown[] = [runId, now, userId];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const sets = ['changed_at = $2', 'changed_by = $3'];
  if (isContent) sets.push('updated_at = $2');
  // what was never changed apart from its contents has one time for both
  else sets.push('updated_at = coalesce(updated_at, changed_at)');
  for (const [field, value] of Object.entries(change.set ?? {}) as [keyof RunFields, unknown][]) {
    if (value === undefined) continue;
    const [column, type] = columns[field];
    sets.push(`${column} = ${bind(value, type)}`);
    if (field === 'status') sets.push('status_changed_at = $2');
    if (field === 'archived')
      sets.push(`archived_at = case when not $${values.length} then null else coalesce(archived_at, $2) end`);
  }
  if (change.project) {
    sets.push(`project_id = ${bind(projectId, 'int4')}`, `projectless = ${bind(change.project.isProjectless, 'bool')}`);
  }
  await db.query({ text: `update runs set ${sets.join(', ')} where run_id = $1`, values });
  if (change.set?.name !== undefined) {
    await db.query({
      name: 'rename-run-tag',
      text: 'update tags set value = $2 where run_id = $1 and key_id = (select key_id from keys where key = $3)',
      values: [runId, change.set.name, NAME_TAG],
    });
  }
}

async function moveRows(db: Database, { runId, projectId }: RunStamp): Promise<void> {
  for (const table of ['params', 'tags', 'series']) {
    await db.query({ text: `update ${table} set project_id = $2 where run_id = $1`, values: [runId, projectId] });
  }
}
