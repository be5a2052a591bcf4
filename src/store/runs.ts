import { NO_STEP } from '../model/event.ts';
import type { Entry, MetricPoint, Run, RunData, RunStatus } from '../model/run.ts';
import type { Database } from './database.ts';
import type { KeyIds } from './keys.ts';
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

/** Items of an array of numbers as Postgres writes it. */
function itemsOf(array: string): string[] {
  return array.slice(1, -1).split(',');
}

/**
 * Latest metrics, params and tags of several runs in two statements, by run. Each run is one row of arrays: a row per value
 * took twice the time of this process.
 * @param dictionary where the texts of keys are remembered
 */
export async function readRunData(db: Database, dictionary: KeyIds, runIds: readonly number[]): Promise<Map<number, RunData>> {
  const data = new Map<number, RunData>(runIds.map((id) => [id, { metrics: [], params: [], tags: [] }]));
  if (runIds.length === 0) return data;
  const arrays = (table: 'params' | 'tags') =>
    `select '${table}' as kind, run_id, array_agg(key_id)::text as key_ids, json_agg(value)::text as texts
      from ${table} where run_id = any($1) group by run_id`;
  const [texts, metrics] = await Promise.all([
    db.query<{ kind: 'params' | 'tags'; run_id: number; key_ids: string; texts: string }>({
      text: `${arrays('params')} union all ${arrays('tags')}`,
      values: [runIds],
    }),
    db.query<{ run_id: number; key_ids: string; numbers: string; steps: string; times: string }>({
      text: `select run_id, array_agg(key_id)::text as key_ids, array_agg(last_value)::text as numbers,
          array_agg(case when single and last_step = ${NO_STEP} then 0 else last_step end)::text as steps, array_agg(last_timestamp_ms)::text as times
        from series where run_id = any($1) group by run_id`,
      values: [runIds],
    }),
  ]);
  const all = [...texts.rows, ...metrics.rows];
  const keys = await dictionary.textsOf(all.flatMap((row) => itemsOf(row.key_ids).map(Number)));
  const keysOf = (row: { key_ids: string }) => itemsOf(row.key_ids).map((id) => keys.get(Number(id)) as string);
  const entriesOf = (row: { key_ids: string; texts: string }): Entry[] => {
    const values = JSON.parse(row.texts) as string[];
    return keysOf(row).map((key, at) => ({ key, value: values[at] as string }));
  };
  const runOf = (row: { run_id: number }) => data.get(row.run_id) as RunData;
  for (const row of texts.rows) runOf(row)[row.kind] = entriesOf(row);
  for (const row of metrics.rows) {
    const [numbers, steps, times] = [itemsOf(row.numbers), itemsOf(row.steps), itemsOf(row.times)];
    runOf(row).metrics = keysOf(row).map((key, at): MetricPoint => {
      const [step, timestampMs] = [BigInt(steps[at] as string), BigInt(times[at] as string)];
      return { key, value: Number(numbers[at]), step, timestampMs };
    });
  }
  return data;
}
