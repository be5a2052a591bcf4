import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import * as registry from '../../../src/registry/models.ts';
import { fromModelStatus, toLoggedModel, toModelDraft, toModelEntries, toModelId } from '../map/logged-model.ts';

export const createLoggedModel: Handler<operations['createLoggedModel']> = async ({ body }, context) => ({
  model: toLoggedModel(await registry.createModel(context, toModelDraft(body))),
});

export const getLoggedModel: Handler<operations['getLoggedModel']> = async ({ path, query }, context) => {
  const archived = query.allow_deleted?.toLowerCase() === 'true';
  return { model: toLoggedModel(await registry.getModel(context, toModelId(path.model_id), { archived })) };
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
