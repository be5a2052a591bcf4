import { DATASET_COLUMNS, type DatasetRow } from '../evaluation-datasets.ts';
import { RECORD_COLUMNS, type RecordRow } from '../evaluation-records.ts';
import type { Bindings } from '../search/bindings.ts';
import { type Choice, inChosenProject, neededBy } from './read-choice.ts';
import { hexOf, jsonList, type KindTable } from './read-page.ts';
import { workspaceOf } from './read-people.ts';

/** Datasets of one of some projects, for `evaluation_datasets d`. */
function usedIn(choice: Choice, bindings: Bindings): string[] {
  const condition = (ids: string) =>
    `d.dataset_id in (select l.dataset_id from evaluation_dataset_projects l where l.project_id = any(${ids}))`;
  return neededBy(choice, bindings, condition);
}

export interface EvaluationDatasetFacts extends DatasetRow {
  workspace: string | null;
  projects: string[];
}

export const evaluationDatasets: KindTable & { columns: string } = {
  from: 'evaluation_datasets d',
  order: [{ expression: 'd.dataset_id', type: 'text' }],
  withIds: (ids, bindings) => `d.dataset_id = any(${bindings.bind(ids, 'text[]')})`,
  chosen: usedIn,
  columns: `${DATASET_COLUMNS}, ${workspaceOf('d.workspace_id')} as workspace,
    array(select ${hexOf('p.uuid')} from evaluation_dataset_projects l join projects p using (project_id)
      where l.dataset_id = d.dataset_id order by p.project_id) as projects`,
};

export interface EvaluationRecordFacts extends RecordRow {
  dataset_id: string;
}

export const evaluationRecords: KindTable & { columns: string } = {
  from: 'evaluation_records r join evaluation_datasets d using (dataset_id)',
  order: [
    { expression: 'r.dataset_id', type: 'text' },
    { expression: 'r.position', type: 'int8' },
  ],
  withIds: (ids, bindings) => `r.record_id = any(${bindings.bind(ids, 'text[]')})`,
  chosen: usedIn,
  columns: `${RECORD_COLUMNS}, r.dataset_id`,
};

export interface ScorerFacts {
  id: string;
  project: string;
  name: string;
  /** `createdMs` is decimal. */
  versions: { version: number; definition: string; createdMs: string }[];
  online: { id: string; sampleRate: number; filter: string | null } | null;
}

export const scorers: KindTable & { columns: string } = {
  from: 'scorers s join projects p using (project_id)',
  order: [{ expression: 's.scorer_id', type: 'text' }],
  withIds: (ids, bindings) => `s.scorer_id = any(${bindings.bind(ids, 'text[]')})`,
  chosen: inChosenProject,
  columns: `s.scorer_id as id, ${hexOf('p.uuid')} as project, s.name,
    ${jsonList(
      { version: 'v.version', definition: 'v.definition', createdMs: 'v.created_ms::text' },
      'scorer_versions v where v.scorer_id = s.scorer_id',
    )} as versions,
    (select json_build_object('id', o.config_id, 'sampleRate', o.sample_rate, 'filter', o.filter)
      from online_scoring o where o.scorer_id = s.scorer_id) as online`,
};
