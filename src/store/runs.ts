import type { Entry, MetricPoint, Run, RunData, RunStatus } from '../model/run.ts';
import type { Database } from './database.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';

/** A row of {@link RUN_COLUMNS}. */
export interface RunRow {
  run_id: number;
  uuid: string;
  external_id: string | null;
  project_id: number;
  experiment_id: bigint;
  name: string;
  status: RunStatus;
  archived: boolean;
  author_id: string | null;
  parent: string | null;
  note: string | null;
  author: string | null;
  repository: string | null;
  branch: string | null;
  commit_id: string | null;
  entry_point: string | null;
  started_ms: bigint | null;
  ended_ms: bigint | null;
  artifact_root: string;
}

/** Columns of {@link toRun}, for statements on `runs r join projects p using (project_id)`. */
export const RUN_COLUMNS = `r.run_id, r.uuid, r.external_id, r.project_id, p.experiment_id, r.name, r.status, r.archived, r.author_id,
  r.parent, r.note, r.author, r.repository, r.branch, r.commit_id, r.entry_point, r.started_ms, r.ended_ms, r.artifact_root`;

export function toRun(row: RunRow): Run {
  return {
    runId: row.run_id,
    id: idOfUuid(row.uuid, row.external_id),
    projectId: row.project_id,
    experimentId: row.experiment_id,
    name: row.name,
    status: row.status,
    archived: row.archived,
    authorId: row.author_id,
    parent: row.parent,
    note: row.note,
    author: row.author,
    repository: row.repository,
    branch: row.branch,
    commit: row.commit_id,
    entryPoint: row.entry_point,
    startedMs: row.started_ms,
    endedMs: row.ended_ms,
    artifactRoot: row.artifact_root,
  };
}

/** A run of the workspace by its id, archived or not. */
export async function findRun(db: Database, workspaceId: string, id: string): Promise<Run | undefined> {
  const { rows } = await db.query<RunRow>({
    name: 'run-by-id',
    text: `select ${RUN_COLUMNS} from runs r join projects p using (project_id) where r.uuid = $2 and p.workspace_id = $1`,
    values: [workspaceId, uuidOfId(id)],
  });
  return rows[0] && toRun(rows[0]);
}

/** Archives runs or brings them back; runs in that state already stay as they are. */
export async function setRunsArchived(db: Database, runIds: readonly number[], archived: boolean, now: Date): Promise<void> {
  await db.query({
    text: `update runs set archived = $2, archived_at = case when $2 then $3::timestamptz end, changed_at = $3
      where run_id = any($1) and archived <> $2`,
    values: [runIds, archived, now],
  });
}

/** Removes a tag. @returns false when it was not there */
export async function deleteTag(db: Database, runId: number, key: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: 'delete from tags where run_id = $1 and key_id = (select key_id from keys where key = $2)',
    values: [runId, key],
  });
  return rowCount > 0;
}

/** Latest metrics, params and tags of several runs in three statements, by run. */
export async function readRunData(db: Database, runIds: readonly number[]): Promise<Map<number, RunData>> {
  const data = new Map<number, RunData>(runIds.map((id) => [id, { metrics: [], params: [], tags: [] }]));
  if (runIds.length === 0) return data;
  const texts = (table: 'params' | 'tags') =>
    db.query<Entry & { run_id: number }>({
      name: `${table}-of-runs`,
      text: `select t.run_id, k.key, t.value from ${table} t join keys k using (key_id) where t.run_id = any($1)`,
      values: [runIds],
    });
  const [params, tags, metrics] = await Promise.all([
    texts('params'),
    texts('tags'),
    db.query<{ run_id: number; key: string; value: number; step: bigint; timestamp_ms: bigint }>({
      name: 'latest-metrics-of-runs',
      text: `select s.run_id, k.key, s.last_value as value, s.last_step as step, s.last_timestamp_ms as timestamp_ms
        from series s join keys k using (key_id) where s.run_id = any($1)`,
      values: [runIds],
    }),
  ]);
  for (const { run_id, key, value } of params.rows) data.get(run_id)?.params.push({ key, value });
  for (const { run_id, key, value } of tags.rows) data.get(run_id)?.tags.push({ key, value });
  for (const row of metrics.rows) {
    const point: MetricPoint = { key: row.key, value: row.value, step: row.step, timestampMs: row.timestamp_ms };
    data.get(row.run_id)?.metrics.push(point);
  }
  return data;
}
