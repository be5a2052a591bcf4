import type { operations } from '../../../openapi/generated/mlflow.ts';
import * as evaluation from '../../../src/evaluation/datasets.ts';
import type { Handler } from '../../../src/http/door.ts';
import { parseEvaluationDatasetFilter } from '../filter/evaluation-dataset-filter.ts';
import { parseEvaluationDatasetOrder } from '../filter/evaluation-dataset-order.ts';
import { toEvaluationDatasetDraft, toTagChanges, toWireDataset } from '../map/evaluation-dataset.ts';
import { toRecordDrafts, writeRecords } from '../map/evaluation-record.ts';
import { toExperimentId } from '../map/ids.ts';
import { toPage } from '../map/page.ts';

const PAGE = { usual: 1000, most: 50_000 };

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
  const { experiment_ids = [], filter_string = '', order_by = [] } = body;
  const { datasets, next } = await evaluation.searchDatasets(context, {
    experimentIds: experiment_ids.length === 0 ? undefined : experiment_ids.map(toExperimentId),
    conditions: parseEvaluationDatasetFilter(filter_string),
    order: parseEvaluationDatasetOrder(order_by),
    ...toPage(body, PAGE),
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
  const page = toPage({ ...query, max_results: query.max_results || PAGE.usual }, PAGE);
  const { records, next } = await evaluation.getRecords(context, path.dataset_id, page);
  return { records: writeRecords(records, path.dataset_id), next_page_token: next };
};

export const deleteDatasetRecords: Handler<operations['deleteDatasetRecords']> = async ({ path, body }, context) => ({
  deleted_count: BigInt(await evaluation.deleteRecords(context, path.dataset_id, body.dataset_record_ids ?? [])),
});
