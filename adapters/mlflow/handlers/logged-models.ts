import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid } from '../../../src/model/errors.ts';
import * as registry from '../../../src/registry/models.ts';
import { parseModelFilter } from '../filter/model-filter.ts';
import { parseModelOrder } from '../filter/model-order.ts';
import { toExperimentId } from '../map/ids.ts';
import { fromModelStatus, toLoggedModel, toModelDraft, toModelEntries, toModelId } from '../map/logged-model.ts';

/** Models of a page when its size is left out, and when 0 is given. */
const DEFAULT_PAGE = 50;
const PAGE_OF_ZERO = 100;
const MAX_PAGE = 1000;

export const createLoggedModel: Handler<operations['createLoggedModel']> = async ({ body }, context) => ({
  model: toLoggedModel(await registry.createModel(context, toModelDraft(body))),
});

export const getLoggedModel: Handler<operations['getLoggedModel']> = async ({ path, query }, context) => {
  const archived = query.allow_deleted?.toLowerCase() === 'true';
  return { model: toLoggedModel(await registry.getModel(context, toModelId(path.model_id), { archived })) };
};

/** Finds active models. A page of more than 1000 has 1000. */
export const searchLoggedModels: Handler<operations['searchLoggedModels']> = async ({ body }, context) => {
  const { experiment_ids = [], filter = '', datasets = [], max_results, order_by = [], page_token } = body;
  const limit = (max_results ?? DEFAULT_PAGE) || PAGE_OF_ZERO;
  if (limit < 1) throw invalid('max_results', `The field max_results must not be negative; it is ${limit}.`);
  const data = datasets.map(({ dataset_name, dataset_digest }) => {
    if (!dataset_name) throw invalid('dataset_name', 'Each of the datasets must have a dataset_name.');
    return { name: dataset_name, digest: dataset_digest || null };
  });
  const { models, next } = await registry.searchModels(context, {
    experimentIds: experiment_ids.map(toExperimentId),
    conditions: parseModelFilter(filter, data),
    order: parseModelOrder(order_by),
    limit: Math.min(limit, MAX_PAGE),
    after: page_token || undefined,
  });
  return { models: models.map(toLoggedModel), next_page_token: next };
};

/** The original takes the model from the body and does not look at the path. */
export const finalizeLoggedModel: Handler<operations['finalizeLoggedModel']> = async ({ body }, context) => {
  const status = fromModelStatus(body.status);
  return { model: toLoggedModel(await registry.setModelStatus(context, toModelId(body.model_id ?? ''), status)) };
};

export const deleteLoggedModel: Handler<operations['deleteLoggedModel']> = async ({ path }, context) => {
  await registry.archiveModel(context, toModelId(path.model_id));
  return {};
};

export const logLoggedModelParams: Handler<operations['logLoggedModelParams']> = async ({ path, body }, context) => {
  await registry.addModelParams(context, toModelId(path.model_id), toModelEntries('param', body.params));
  return {};
};

export const setLoggedModelTags: Handler<operations['setLoggedModelTags']> = async ({ path, body }, context) => {
  await registry.setModelTags(context, toModelId(path.model_id), toModelEntries('tag', body.tags));
  return {};
};

export const deleteLoggedModelTag: Handler<operations['deleteLoggedModelTag']> = async ({ path }, context) => {
  await registry.deleteModelTag(context, toModelId(path.model_id), path.tag_key);
  return {};
};
