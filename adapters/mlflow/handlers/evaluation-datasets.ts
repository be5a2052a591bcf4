import type { operations } from '../../../openapi/generated/mlflow.ts';
import * as evaluation from '../../../src/evaluation/datasets.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid } from '../../../src/model/errors.ts';
import { parseEvaluationDatasetFilter } from '../filter/evaluation-dataset-filter.ts';
import { parseEvaluationDatasetOrder } from '../filter/evaluation-dataset-order.ts';
import { toEvaluationDatasetDraft, toTagChanges, toWireDataset } from '../map/evaluation-dataset.ts';
import { toRecordDrafts, writeRecords } from '../map/evaluation-record.ts';
import { toExperimentId } from '../map/ids.ts';

const DEFAULT_PAGE = 1000;
const MAX_PAGE = 50_000;

export const createDataset: Handler<operations['createDataset']> = async ({ body }, context) => {
  const draft = toEvaluationDatasetDraft(body);
  return { dataset: toWireDataset(await evaluation.createDataset(context, draft), draft.experimentIds) };
};

export const getDataset: Handler<operations['getDataset']> = async ({ path }, context) => ({
  dataset: toWireDataset(await evaluation.getDataset(context, path.dataset_id)),
});

export const deleteDataset: Handler<operations['deleteDataset']> = async ({ path }, context) => {
  await evaluation.deleteDataset(context, path.dataset_id);
  return {};
};

/** No experiment ids, or an empty list of them, means the datasets of all. */
export const searchEvaluationDatasets: Handler<operations['searchEvaluationDatasets']> = async ({ body }, context) => {
  const { experiment_ids = [], filter_string = '', order_by = [], max_results = DEFAULT_PAGE, page_token } = body;
  if (max_results < 1 || max_results > MAX_PAGE) {
    throw invalid('max_results', `The field max_results must be between 1 and ${MAX_PAGE}, not ${max_results}.`);
  }
  const { datasets, next } = await evaluation.searchDatasets(context, {
    experimentIds: experiment_ids.length === 0 ? undefined : experiment_ids.map(toExperimentId),
    conditions: parseEvaluationDatasetFilter(filter_string),
    order: parseEvaluationDatasetOrder(order_by),
    limit: max_results,
    after: page_token || undefined,
  });
  return { datasets: datasets.map((dataset) => toWireDataset(dataset)), next_page_token: next };
};

export const setDatasetTags: Handler<operations['setDatasetTags']> = async ({ path, body }, context) => {
  await evaluation.setDatasetTags(context, path.dataset_id, toTagChanges(body.tags ?? ''));
  return {};
};

export const deleteDatasetTag: Handler<operations['deleteDatasetTag']> = async ({ path }, context) => {
  await evaluation.deleteDatasetTag(context, path.dataset_id, path.key);
  return {};
};

export const getDatasetExperimentIds: Handler<operations['getDatasetExperimentIds']> = async ({ path }, context) => ({
  experiment_ids: (await evaluation.getExperimentIds(context, path.dataset_id)).map(String),
});

export const addDatasetToExperiments: Handler<operations['addDatasetToExperiments']> = async ({ path, body }, context) => {
  const experimentIds = (body.experiment_ids ?? []).map(toExperimentId);
  return { dataset: toWireDataset(await evaluation.addToProjects(context, path.dataset_id, experimentIds)) };
};

export const removeDatasetFromExperiments: Handler<operations['removeDatasetFromExperiments']> = async (
  { path, body },
  context,
) => {
  const experimentIds = (body.experiment_ids ?? []).map(toExperimentId);
  return { dataset: toWireDataset(await evaluation.removeFromProjects(context, path.dataset_id, experimentIds)) };
};

export const upsertDatasetRecords: Handler<operations['upsertDatasetRecords']> = async ({ path, body }, context) => {
  const drafts = toRecordDrafts(body.records ?? '');
  const { inserted, updated } = await evaluation.writeRecords(context, path.dataset_id, drafts);
  return { inserted_count: BigInt(inserted), updated_count: BigInt(updated) };
};

/** A page of 0 is one of the usual size. */
export const getDatasetRecords: Handler<operations['getDatasetRecords']> = async ({ path, query }, context) => {
  const limit = query.max_results || DEFAULT_PAGE;
  if (limit < 0 || limit > MAX_PAGE) {
    throw invalid('max_results', `The field max_results must be between 0 and ${MAX_PAGE}, not ${limit}.`);
  }
  const { records, next } = await evaluation.getRecords(context, path.dataset_id, {
    after: query.page_token || undefined,
    limit,
  });
  return { records: writeRecords(records, path.dataset_id), next_page_token: next };
};

export const deleteDatasetRecords: Handler<operations['deleteDatasetRecords']> = async ({ path, body }, context) => ({
  deleted_count: BigInt(await evaluation.deleteRecords(context, path.dataset_id, body.dataset_record_ids ?? [])),
});
