import type { ModelStatus } from '../../model/logged-model.ts';
import type { Database } from '../database.ts';
import { uuidOfId } from '../run-ids.ts';
import { inChosenProject } from './read-choice.ts';
import { hexOf, jsonList, type KindTable, msOf } from './read-page.ts';
import { workspaceOf } from './read-people.ts';
import type { TagFacts } from './read-run-parts.ts';
import { RUN_ID } from './read-runs.ts';

/** A model without what it reported and what was measured on it. */
export interface ModelFacts {
  id: string;
  /** Number its reports stand under; null before the first. */
  logId: number | null;
  /** How many points runs measured on it. */
  measured: bigint;
  workspace: string | null;
  project: string | null;
  name: string;
  type: string | null;
  run: string | null;
  status: ModelStatus;
  statusMessage: string | null;
  archived: boolean;
  published: boolean;
  isOfVersion: boolean;
  framework: string | null;
  /** JSON texts. */
  classes: string | null;
  design: string | null;
  uiCache: string | null;
  uri: string | null;
  parent: string | null;
  systemTags: string[];
  isPublic: boolean;
  user: string | null;
  changedBy: string | null;
  createdMs: bigint;
  changedMs: bigint;
  updatedMs: bigint | null;
  lastIteration: bigint | null;
  artifactRoot: string;
  params: { key: string; value: string }[];
  tags: (Omit<TagFacts, 'description'> & { is_label: boolean })[];
}

export const models: KindTable & { columns: string } = {
  from: 'models m join projects p using (project_id)',
  order: [{ expression: 'm.model_id', type: 'uuid' }],
  withIds: (ids, bindings) => `m.model_id = any(${bindings.bind(ids.map(uuidOfId), 'uuid[]')})`,
  chosen: (choice, bindings) => [
    ...inChosenProject(choice, bindings),
    ...(choice.projectIds ? ['not m.projectless'] : []),
    ...(choice.withArchived === false ? ['not m.archived'] : []),
  ],
  columns: `${hexOf('m.model_id')} as id, m.log_id as "logId",
    (select count(*) from model_metrics x where x.model_id = m.model_id) as measured,
    case when m.projectless then ${workspaceOf('p.workspace_id')} end as workspace,
    case when not m.projectless then ${hexOf('p.uuid')} end as project, m.name, m.type, m.source_run as run, m.status,
    m.status_message as "statusMessage", m.archived, m.published, m.is_of_version as "isOfVersion", m.framework,
    m.labels::text as classes, m.design::text as design, m.ui_cache::text as "uiCache", m.uri, ${hexOf('m.parent')} as parent,
    m.system_tags as "systemTags", m.is_public as "isPublic", ${hexOf('m.user_id')} as user, ${hexOf('m.changed_by')} as "changedBy",
    ${msOf('m.created_at')} as "createdMs", ${msOf('m.changed_at')} as "changedMs", ${msOf('m.updated_at')} as "updatedMs",
    m.last_iteration as "lastIteration", m.artifact_root as "artifactRoot",
    ${jsonList({ key: 't.key', value: 't.value' }, 'model_params t where t.model_id = m.model_id')} as params,
    ${jsonList(
      { key: 't.key', value: 't.value', type: 't.type', name: 't.name', is_label: 't.is_label' },
      'model_tags t where t.model_id = m.model_id',
    )} as tags`,
};

/** A point of a run that was measured on a model. */
export interface ModelMetricFacts {
  run: string;
  key: string;
  step: bigint;
  timestampMs: bigint;
  value: number;
  datasetName: string | null;
  datasetDigest: string | null;
}

/** What runs measured on some models, by the models' ids. */
export async function readModelMetrics(db: Database, ids: readonly string[]): Promise<Map<string, ModelMetricFacts[]>> {
  const { rows } = await db.query<ModelMetricFacts & { model: string }>({
    name: 'transfer-model-metrics',
    text: `select ${hexOf('m.model_id')} as model, ${RUN_ID} as run, k.key, m.step, m.timestamp_ms as "timestampMs", m.value,
        m.dataset_name as "datasetName", m.dataset_digest as "datasetDigest"
      from model_metrics m join keys k using (key_id) join runs r using (run_id) where m.model_id = any($1)
      order by m.model_id, m.key_id, m.timestamp_ms, m.step`,
    values: [ids.map(uuidOfId)],
  });
  const metrics = new Map<string, ModelMetricFacts[]>();
  for (const { model, ...metric } of rows) {
    const of = metrics.get(model) ?? [];
    of.push(metric);
    metrics.set(model, of);
  }
  return metrics;
}
