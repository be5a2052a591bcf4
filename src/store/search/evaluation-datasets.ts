import type {
  EvaluationDataset,
  EvaluationDatasetCondition,
  EvaluationDatasetNumberField,
  EvaluationDatasetOrder,
  EvaluationDatasetQuery,
  EvaluationDatasetTextField,
} from '../../model/evaluation-dataset.ts';
import type { IdScope } from '../../model/reach.ts';
import type { Database } from '../database.ts';
import { DATASET_COLUMNS, type DatasetRow, toEvaluationDataset } from '../evaluation-datasets.ts';
import { Bindings } from './bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './keyset.ts';
import { refuseManyTerms } from './limits.ts';
import { wholeCondition } from './number-test.ts';
import { cutPage, readPageToken } from './page-token.ts';
import { inScope } from './scope.ts';
import { textCondition } from './text-test.ts';

const texts: Readonly<Record<EvaluationDatasetTextField, string>> = {
  name: 'd.name',
  createdBy: 'd.created_by',
  changedBy: 'd.changed_by',
};

const numbers: Readonly<Record<EvaluationDatasetNumberField, string>> = {
  createdMs: 'd.created_ms',
  changedMs: 'd.changed_ms',
};

function datasetCondition(condition: EvaluationDatasetCondition, bindings: Bindings): string {
  switch (condition.on) {
    case 'text':
      return textCondition(texts[condition.field], condition.test, bindings);
    case 'number':
      return wholeCondition(numbers[condition.field], condition.test, bindings);
    case 'tag': {
      const value = textCondition('c.value', condition.test, bindings);
      return `exists (select from evaluation_dataset_tags c
        where c.dataset_id = d.dataset_id and c.key = ${bindings.bind(condition.key, 'text')} and ${value})`;
    }
  }
}

function sortKey({ field, descending }: EvaluationDatasetOrder): SortKey {
  return field === 'name'
    ? { expression: texts.name, type: 'text', descending }
    : { expression: numbers[field], type: 'int8', descending };
}

/**
 * A dataset is listed for whoever may read one of its projects, or one of those asked for; one of no project for admins alone.
 * @param experimentIds undefined for all projects
 */
function projectCondition(experimentIds: readonly bigint[] | undefined, reach: IdScope, bindings: Bindings): string | undefined {
  const inReach = inScope(bindings, 'p.project_id', reach);
  const isAsked = experimentIds && `p.experiment_id = any(${bindings.bind(experimentIds, 'int8[]')})`;
  const conditions = [inReach, isAsked].filter((one) => one !== undefined);
  if (conditions.length === 0) return undefined;
  return `exists (select from evaluation_dataset_projects l join projects p using (project_id)
    where l.dataset_id = d.dataset_id and ${conditions.join(' and ')})`;
}

/** What a page token must have been given for. */
function identityOf({ experimentIds, conditions, order }: EvaluationDatasetQuery): string {
  return JSON.stringify([experimentIds, conditions, order], (_key, value) => (typeof value === 'bigint' ? String(value) : value));
}

/**
 * One page of the evaluation datasets of a workspace, in one statement.
 * @param reach projects that may be read
 * @returns the datasets with their tags, and the place to go on from when there are more
 * @throws invalid for a place that is none of this search, and for more than 100 conditions and sort keys
 */
export async function searchEvaluationDatasets(
  db: Database,
  workspaceId: string,
  query: EvaluationDatasetQuery,
  reach: IdScope,
): Promise<{ datasets: EvaluationDataset[]; next?: string }> {
  refuseManyTerms(query);
  const bindings = new Bindings();
  const keys: SortKey[] = [...query.order.map(sortKey), { expression: 'd.dataset_id', type: 'text', descending: true }];
  const identity = identityOf(query);
  const start = query.after === undefined ? undefined : readPageToken(query.after, identity, [keys]);
  const conditions = [
    `d.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`,
    projectCondition(query.experimentIds, reach, bindings) ?? 'true',
    ...query.conditions.map((condition) => datasetCondition(condition, bindings)),
    ...(start ? [afterPlace(keys, start.place, bindings)] : []),
  ];
  const { rows } = await db.query<DatasetRow & { place: Place }>({
    text: `select ${DATASET_COLUMNS}, ${placeOf(keys)} as place from evaluation_datasets d
      where ${conditions.join(' and ')} order by ${sortList(keys)} limit ${bindings.bind(query.limit + 1, 'int8')}`,
    values: bindings.values,
  });
  const { page, ...more } = cutPage(rows, query.limit, identity);
  return { datasets: page.map(toEvaluationDataset), ...more };
}
