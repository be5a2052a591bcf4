import type { Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import type { Model, ModelDraft, ModelStatus, WholeModel } from '../model/logged-model.ts';
import type { ModelQuery } from '../model/model-query.ts';
import type { Entry } from '../model/run.ts';
import * as store from '../store/models.ts';
import { searchModels as search } from '../store/search/models.ts';
import { orFormer } from '../tracking/former-ids.ts';

/**
 * Makes a model that a run is about to write; it is `pending` until {@link setModelStatus}.
 * @throws not_found for the project, wrong_state when that is archived, already_exists for a key that stands twice
 */
export async function createModel(context: Context, draft: ModelDraft): Promise<WholeModel> {
  const model = await store.insertModel(context.db, {
    ...draft,
    id: context.newId(),
    workspaceId: context.workspaceId,
    userId: context.actor.userId || null,
    now: context.now(),
  });
  if (model === undefined) throw notFound('experiment', draft.experimentId.toString());
  if (model === 'archived') {
    throw new BridgeError(
      'wrong_state',
      `The experiment ${draft.experimentId} is deleted; a model can only be added to an active one.`,
      { resource: `experiment ${draft.experimentId}` },
    );
  }
  return readWhole(context, model);
}

/** A model by id, archived or not. @throws not_found */
async function findAnyModel(context: Context, id: string): Promise<Model> {
  const model = await store.findModel(context.db, context.workspaceId, id);
  if (!model) throw notFound('model', id);
  return model;
}

/**
 * A model that is not archived, without what was said about it.
 * @param id 32 lower hex, with or without `m-` before them; here and below, errors show it as it is given
 * @throws not_found
 */
export async function findModel(context: Context, id: string): Promise<Model> {
  const model = await findAnyModel(context, id);
  if (model.archived) throw notFound('model', id);
  return model;
}

async function readWholeModels(context: Context, models: readonly Model[]): Promise<WholeModel[]> {
  const data = await store.readModelData(
    context.db,
    models.map(({ id }) => id),
  );
  return models.map((model) => ({ model, params: [], tags: [], metrics: [], ...data.get(model.id) }));
}

async function readWhole(context: Context, model: Model): Promise<WholeModel> {
  const [whole] = await readWholeModels(context, [model]);
  return whole as WholeModel;
}

/** A page of active models, whole. @throws invalid for a place that is none of this search */
export async function searchModels(context: Context, query: ModelQuery): Promise<{ models: WholeModel[]; next?: string }> {
  const { models, next } = await search(context.db, context, query);
  return { models: await readWholeModels(context, models), next };
}

/** A model whole, also by the id it had before it was imported. @param options.archived also when it is archived @throws not_found */
export async function getModel(context: Context, id: string, options: { archived: boolean }): Promise<WholeModel> {
  const find = (one: string) => (options.archived ? findAnyModel(context, one) : findModel(context, one));
  return readWhole(context, await orFormer(context, 'model', id, find));
}

/** Says how far a model is; one that is archived may still change. @throws not_found @returns the model as it is now */
export async function setModelStatus(context: Context, id: string, status: ModelStatus): Promise<WholeModel> {
  await findAnyModel(context, id);
  await store.setModelStatus(context.db, id, status, context.now());
  return getModel(context, id, { archived: true });
}

/** Archives a model; fine when it is archived already. @throws not_found */
export async function archiveModel(context: Context, id: string): Promise<void> {
  await findAnyModel(context, id);
  await store.archiveModel(context.db, id, context.now());
}

/** Adds params to a model, all or none. @throws not_found, already_exists when it has one of them, even with that value */
export async function addModelParams(context: Context, id: string, params: readonly Entry[]): Promise<void> {
  await findAnyModel(context, id);
  await store.insertModelParams(context.db, id, params);
}

/** Sets tags of a model; the last of several with one key wins. @throws not_found */
export async function setModelTags(context: Context, id: string, tags: readonly Entry[]): Promise<void> {
  await findAnyModel(context, id);
  await store.upsertModelTags(context.db, id, tags);
}

/** Removes a tag of a model. @throws not_found for the model or the tag */
export async function deleteModelTag(context: Context, id: string, key: string): Promise<void> {
  await findAnyModel(context, id);
  if (await store.deleteModelTag(context.db, id, key)) return;
  throw new BridgeError('not_found', `The model ${show(id)} has no tag ${show(key)}.`, { field: 'key' });
}
