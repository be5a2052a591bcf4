import { BridgeError, show } from '../model/errors.ts';
import type { Model, ModelDraft, ModelMetric, ModelStatus, WholeModel } from '../model/logged-model.ts';
import { type Entry, lastByKey } from '../model/run.ts';
import type { Database } from './database.ts';
import { idOfUuid } from './run-ids.ts';
import { uuidOfModel } from './write-model-points.ts';

/** A row of {@link MODEL_COLUMNS}. */
export interface ModelRow {
  model_id: string;
  experiment_id: bigint;
  name: string;
  type: string | null;
  source_run: string | null;
  status: ModelStatus;
  status_message: string | null;
  archived: boolean;
  artifact_root: string;
  is_of_version: boolean;
  framework: string | null;
  labels: Record<string, number> | null;
  design: Record<string, unknown> | null;
  created_at: Date;
  changed_at: Date;
}

/** Columns of {@link toModel}, for statements on `models m join projects p using (project_id)`. */
export const MODEL_COLUMNS = `m.model_id, p.experiment_id, m.name, m.type, m.source_run, m.status, m.status_message, m.archived,
  m.artifact_root, m.is_of_version, m.framework, m.labels, m.design, m.created_at, m.changed_at`;

/** A model without what was said about it. */
export function toModel(row: ModelRow): Model {
  return {
    id: idOfUuid(row.model_id, null),
    experimentId: row.experiment_id,
    name: row.name,
    type: row.type,
    sourceRun: row.source_run,
    status: row.status,
    statusMessage: row.status_message,
    archived: row.archived,
    artifactRoot: row.artifact_root,
    isOfVersion: row.is_of_version,
    framework: row.framework,
    classes: row.labels,
    design: row.design,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

/**
 * Adds a model with its params and tags, as `pending`.
 * @param draft.id 32 lower hex
 * @returns undefined when there is no such project, `archived` when that is archived
 * @throws already_exists when a key stands twice among the params or the tags
 */
export function insertModel(
  db: Database,
  draft: ModelDraft & { id: string; workspaceId: string; userId: string | null; now: Date },
): Promise<Model | 'archived' | undefined> {
  return db.transaction(async (transaction) => {
    const { rows } = await transaction.query<ModelRow & { project_archived: boolean }>({
      name: 'insert-model',
      text: `with p as (
          select project_id, experiment_id, artifact_root, archived from projects where workspace_id = $1 and experiment_id = $2
        ), m as (
          insert into models (model_id, workspace_id, project_id, source_run, name, type, status, artifact_root, user_id,
            created_at, changed_at)
          select $3, $1, p.project_id, $5, $6, $7, 'pending', p.artifact_root || '/models/m-' || $4 || '/artifacts', $8, $9, $9
          from p where not p.archived
          returning *
        )
        select ${MODEL_COLUMNS}, p.archived as project_archived from p left join m using (project_id)`,
      values: [
        draft.workspaceId,
        draft.experimentId,
        uuidOfModel(draft.id),
        draft.id,
        draft.sourceRun,
        draft.name,
        draft.type,
        draft.userId,
        draft.now,
      ],
    });
    const row = rows[0];
    if (!row) return undefined;
    if (row.project_archived) return 'archived';
    await insertModelParams(transaction, draft.id, draft.params);
    await insertEntries(transaction, draft.id, 'tag', draft.tags);
    return toModel(row);
  });
}

/** A model of the workspace by its id, 32 lower hex with or without `m-`, archived or not. */
export async function findModel(db: Database, workspaceId: string, id: string): Promise<Model | undefined> {
  const { rows } = await db.query<ModelRow>({
    name: 'model-by-id',
    text: `select ${MODEL_COLUMNS} from models m join projects p using (project_id)
      where m.model_id = $2 and m.workspace_id = $1`,
    values: [workspaceId, uuidOfModel(id)],
  });
  return rows[0] && toModel(rows[0]);
}

/** What was said about a model. */
export type ModelData = Omit<WholeModel, 'model'>;

/** Params, tags and metrics of some models in three statements, by model; each by key, points of one metric by time and step. */
export async function readModelData(db: Database, ids: readonly string[]): Promise<Map<string, ModelData>> {
  const data = new Map<string, ModelData>(ids.map((id) => [id, { params: [], tags: [], metrics: [] }]));
  if (ids.length === 0) return data;
  const uuids = ids.map(uuidOfModel);
  const entries = (table: 'model_params' | 'model_tags') => {
    const text = `select model_id, key, value from ${table} where model_id = any($1) order by model_id, key`;
    return db.query<Entry & { model_id: string }>({ name: table, text, values: [uuids] });
  };
  const [params, tags, metrics] = await Promise.all([
    entries('model_params'),
    entries('model_tags'),
    readModelMetrics(db, uuids),
  ]);
  for (const { model_id, key, value } of params.rows) data.get(idOfUuid(model_id, null))?.params.push({ key, value });
  for (const { model_id, key, value } of tags.rows) data.get(idOfUuid(model_id, null))?.tags.push({ key, value });
  for (const { modelId, ...metric } of metrics) data.get(modelId)?.metrics.push(metric);
  return data;
}

/** Points that runs measured on models, and the latest of what models reported themselves, as if the run that made them had. */
async function readModelMetrics(db: Database, uuids: readonly string[]): Promise<(ModelMetric & { modelId: string })[]> {
  const { rows } = await db.query<{
    model_id: string;
    uuid: string | null;
    external_id: string | null;
    key: string;
    step: bigint;
    timestamp_ms: bigint;
    value: number;
    dataset_name: string | null;
    dataset_digest: string | null;
  }>({
    name: 'model-metrics',
    text: `select m.model_id, r.uuid, r.external_id, k.key, m.step, m.timestamp_ms, m.value, m.dataset_name, m.dataset_digest
      from model_metrics m join runs r using (run_id) join keys k using (key_id)
      where m.model_id = any($1)
      union all
      select o.model_id, null, coalesce(o.source_run, ''), k.key, s.last_step, s.last_timestamp_ms, s.last_value, null, null
      from models o join series s on s.run_id = o.log_id join keys k using (key_id)
      where o.model_id = any($1) and o.log_id is not null
      order by model_id, key, timestamp_ms, step, uuid`,
    values: [uuids],
  });
  return rows.map((row) => ({
    modelId: idOfUuid(row.model_id, null),
    key: row.key,
    value: row.value,
    step: row.step,
    timestampMs: row.timestamp_ms,
    runId: idOfUuid(row.uuid ?? '', row.external_id),
    datasetName: row.dataset_name,
    datasetDigest: row.dataset_digest,
  }));
}

/** Sets how far a model is. */
export async function setModelStatus(db: Database, id: string, status: ModelStatus, now: Date): Promise<void> {
  await db.query({
    text: 'update models set status = $2, changed_at = $3 where model_id = $1',
    values: [uuidOfModel(id), status, now],
  });
}

/** Puts a model away; one that is archived counts as changed again. */
export async function archiveModel(db: Database, id: string, now: Date): Promise<void> {
  await db.query({
    text: 'update models set archived = true, changed_at = $2 where model_id = $1',
    values: [uuidOfModel(id), now],
  });
}

/** Adds params to a model, all or none. @throws already_exists, naming the key, when the model has it or it stands twice */
export function insertModelParams(db: Database, id: string, params: readonly Entry[]): Promise<void> {
  return insertEntries(db, id, 'param', params);
}

const inserts = {
  param: `insert into model_params (model_id, key, value)
    select $1, * from unnest($2::text[], $3::text[]) on conflict (model_id, key) do nothing returning key`,
  tag: `insert into model_tags (model_id, key, value, is_label)
    select $1, key, value, value = '' from unnest($2::text[], $3::text[]) as t (key, value)
    on conflict (model_id, key) do nothing returning key`,
};

async function insertEntries(db: Database, id: string, kind: 'param' | 'tag', entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  await db.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ key: string }>({ text: inserts[kind], values: columnsOf(id, entries) });
    const added = new Set(rows.map(({ key }) => key));
    for (const { key } of entries) {
      if (added.delete(key)) continue;
      const message = `The ${kind} ${show(key)} of the model ${show(id)} is there already or stands twice in one request.`;
      throw new BridgeError('already_exists', message, { field: 'key' });
    }
  });
}

/** The values of a statement that unnests entries, in the order of their keys: concurrent calls then take the rows in one order. */
function columnsOf(id: string, entries: readonly Entry[]): unknown[] {
  const sorted = entries.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return [uuidOfModel(id), sorted.map(({ key }) => key), sorted.map(({ value }) => value)];
}

/** Sets tags of a model; the last of several with one key wins. */
export async function upsertModelTags(db: Database, id: string, tags: readonly Entry[]): Promise<void> {
  if (tags.length === 0) return;
  const last = lastByKey(tags);
  await db.query({
    text: `insert into model_tags (model_id, key, value, is_label)
      select $1, key, value, value = '' from unnest($2::text[], $3::text[]) as t (key, value)
      on conflict (model_id, key) do update set value = excluded.value, is_label = excluded.is_label`,
    values: columnsOf(id, last),
  });
}

/** The value of a tag of a model, whose row is held until the transaction ends. */
export async function readModelTag(db: Database, id: string, key: string): Promise<string | undefined> {
  await db.query({ text: 'select from models where model_id = $1 for no key update', values: [uuidOfModel(id)] });
  const { rows } = await db.query<{ value: string }>({
    text: 'select value from model_tags where model_id = $1 and key = $2',
    values: [uuidOfModel(id), key],
  });
  return rows[0]?.value;
}

/** Removes a tag of a model. @returns false when it was not there */
export async function deleteModelTag(db: Database, id: string, key: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: 'delete from model_tags where model_id = $1 and key = $2',
    values: [uuidOfModel(id), key],
  });
  return rowCount > 0;
}
