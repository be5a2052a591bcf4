import type { EvaluationDataset, EvaluationDatasetDraft, EvaluationSchema, EvaluationTag } from '../model/evaluation-dataset.ts';
import type { IdScope } from '../model/reach.ts';
import type { Database } from './database.ts';
import { Bindings } from './search/bindings.ts';
import { inScope } from './search/scope.ts';

/** A row of {@link DATASET_COLUMNS}. */
export interface DatasetRow {
  dataset_id: string;
  name: string;
  digest: string;
  schema: EvaluationSchema | null;
  record_count: number | null;
  created_by: string | null;
  changed_by: string | null;
  created_ms: bigint;
  changed_ms: bigint;
  tags: EvaluationTag[];
}

/** Columns of {@link toEvaluationDataset}, for statements on `evaluation_datasets d`. */
export const DATASET_COLUMNS = `d.dataset_id, d.name, d.digest, d.schema, d.record_count, d.created_by, d.changed_by, d.created_ms,
  d.changed_ms, array(select jsonb_build_object('key', t.key, 'value', t.value) from evaluation_dataset_tags t
    where t.dataset_id = d.dataset_id order by t.key) as tags`;

/** A dataset with its tags. */
export function toEvaluationDataset(row: DatasetRow): EvaluationDataset {
  return {
    id: row.dataset_id,
    name: row.name,
    tags: row.tags,
    digest: row.digest,
    schema: row.schema,
    recordCount: row.record_count,
    createdBy: row.created_by,
    changedBy: row.changed_by,
    createdMs: row.created_ms,
    changedMs: row.changed_ms,
  };
}

/** Adds a dataset, its tags and its projects, all of which the caller has found. */
export async function insertEvaluationDataset(
  db: Database,
  draft: EvaluationDatasetDraft & {
    id: string;
    workspaceId: string;
    digest: string;
    projectIds: readonly number[];
    nowMs: bigint;
  },
): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction.query({
      name: 'insert-evaluation-dataset',
      text: `insert into evaluation_datasets (dataset_id, workspace_id, name, digest, created_by, changed_by, created_ms, changed_ms)
        values ($1, $2, $3, $4, $5, $5, $6, $6)`,
      values: [draft.id, draft.workspaceId, draft.name, draft.digest, draft.author, draft.nowMs],
    });
    await upsertEvaluationTags(transaction, draft.id, draft.tags);
    await attachProjects(transaction, draft.id, draft.projectIds);
  });
}

/** A dataset of the workspace by its id. */
export async function findEvaluationDataset(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<EvaluationDataset | undefined> {
  const { rows } = await db.query<DatasetRow>({
    name: 'evaluation-dataset-by-id',
    text: `select ${DATASET_COLUMNS} from evaluation_datasets d where d.dataset_id = $2 and d.workspace_id = $1`,
    values: [workspaceId, id],
  });
  return rows[0] && toEvaluationDataset(rows[0]);
}

/** Locks a dataset until the transaction ends, so that its writers follow each other. @returns false when it is not there */
export async function lockEvaluationDataset(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'lock-evaluation-dataset',
    text: 'select from evaluation_datasets where dataset_id = $2 and workspace_id = $1 for update',
    values: [workspaceId, id],
  });
  return rowCount > 0;
}

/** Deletes a dataset with its records; fine when it is not there. */
export async function deleteEvaluationDataset(db: Database, workspaceId: string, id: string): Promise<void> {
  await db.query({
    text: 'delete from evaluation_datasets where dataset_id = $2 and workspace_id = $1',
    values: [workspaceId, id],
  });
}

/** Sets tags; the last of several with one key wins. */
export async function upsertEvaluationTags(db: Database, id: string, tags: readonly EvaluationTag[]): Promise<void> {
  if (tags.length === 0) return;
  const values = new Map(tags.map(({ key, value }) => [key, value]));
  await db.query({
    name: 'upsert-evaluation-tags',
    text: `insert into evaluation_dataset_tags (dataset_id, key, value)
      select $1, * from unnest($2::text[], $3::text[]) as t (key, value) order by key
      on conflict (dataset_id, key) do update set value = excluded.value`,
    values: [id, [...values.keys()], [...values.values()]],
  });
}

/** Removes a tag; fine when it is not there. */
export async function deleteEvaluationTag(db: Database, workspaceId: string, id: string, key: string): Promise<void> {
  await db.query({
    text: `delete from evaluation_dataset_tags t using evaluation_datasets d
      where t.dataset_id = $2 and t.key = $3 and d.dataset_id = t.dataset_id and d.workspace_id = $1`,
    values: [workspaceId, id, key],
  });
}

/** Adds a dataset to projects; fine where it is already. */
export async function attachProjects(db: Database, id: string, projectIds: readonly number[]): Promise<void> {
  if (projectIds.length === 0) return;
  await db.query({
    name: 'attach-evaluation-dataset',
    text: `insert into evaluation_dataset_projects (dataset_id, project_id) select $1, * from unnest($2::int4[])
      on conflict (project_id, dataset_id) do nothing`,
    values: [id, projectIds],
  });
}

/** Takes a dataset out of projects. @returns from how many of them */
export async function detachProjects(db: Database, id: string, experimentIds: readonly bigint[]): Promise<number> {
  const { rowCount } = await db.query({
    text: `delete from evaluation_dataset_projects l using projects p
      where l.dataset_id = $1 and p.project_id = l.project_id and p.experiment_id = any($2::int8[])`,
    values: [id, experimentIds],
  });
  return rowCount;
}

/** Decimal ids of the projects in reach that a dataset belongs to. Empty for one that is not there. */
export async function readExperimentIds(db: Database, workspaceId: string, id: string, reach: IdScope): Promise<bigint[]> {
  const bindings = new Bindings();
  const conditions = [
    `l.dataset_id = ${bindings.bind(id, 'text')}`,
    `p.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`,
    'p.experiment_id is not null',
    ...(reach === 'all' ? [] : [inScope(bindings, 'p.project_id', reach)]),
  ];
  const { rows } = await db.query<{ experiment_id: bigint }>({
    text: `select p.experiment_id from evaluation_dataset_projects l join projects p using (project_id)
      where ${conditions.join(' and ')} order by p.experiment_id`,
    values: bindings.values,
  });
  return rows.map((row) => row.experiment_id);
}

/** Notes that a dataset changed. */
export async function touchEvaluationDataset(db: Database, id: string, nowMs: bigint): Promise<void> {
  await db.query({ text: 'update evaluation_datasets set changed_ms = $2 where dataset_id = $1', values: [id, nowMs] });
}

/** What writing records changes of their dataset. */
export interface DatasetChange {
  digest: string;
  schema: EvaluationSchema | null;
  changedBy: string | null;
  nowMs: bigint;
  /** How many of them are new. */
  added: number;
}

/** Sets what follows from the records that were written. */
export async function updateEvaluationDataset(db: Database, id: string, change: DatasetChange): Promise<void> {
  await db.query({
    text: `update evaluation_datasets set digest = $2, schema = $3, changed_by = $4, changed_ms = $5,
        record_count = case when $6::int4 = 0 then record_count else coalesce(record_count, 0) + $6 end
      where dataset_id = $1`,
    values: [id, change.digest, change.schema && JSON.stringify(change.schema), change.changedBy, change.nowMs, change.added],
  });
}

/** Short ids of projects of the workspace by their decimal ids, archived ones included. */
export async function findProjectIds(
  db: Database,
  workspaceId: string,
  experimentIds: readonly bigint[],
): Promise<Map<bigint, number>> {
  const { rows } = await db.query<{ experiment_id: bigint; project_id: number }>({
    name: 'project-ids-by-experiment-ids',
    text: 'select experiment_id, project_id from projects where workspace_id = $1 and experiment_id = any($2::int8[])',
    values: [workspaceId, experimentIds],
  });
  return new Map(rows.map((row) => [row.experiment_id, row.project_id]));
}
