import { type Context, makerOf } from '../context.ts';
import { BridgeError, show } from '../model/errors.ts';
import type {
  Alias,
  ModelVersion,
  RegisteredModel,
  RegisteredModelDraft,
  Stage,
  WholeRegisteredModel,
} from '../model/registry.ts';
import { noRegisteredModel, noVersion, PROMPT_TAG, saysPrompt } from '../model/registry.ts';
import type { RegisteredModelQuery } from '../model/registry-query.ts';
import type { Entry } from '../model/run.ts';
import type { Database } from '../store/database.ts';
import { giveRegisteredModelToMaker } from '../store/grants.ts';
import { findVersion, modelsForVersions } from '../store/model-versions.ts';
import * as store from '../store/registered-models.ts';
import { deleteModels } from '../store/remove-runs.ts';
import { searchRegisteredModels as search } from '../store/search/registered-models.ts';
import { emit } from '../webhooks/emit.ts';
import { tellableTags } from './tellable-tags.ts';

/** @throws already_exists, saying whether a model or a prompt has the name */
export async function createRegisteredModel(context: Context, draft: RegisteredModelDraft): Promise<WholeRegisteredModel> {
  const { workspaceId } = context;
  return context.db.transaction(async (db) => {
    const made = await store.insertRegisteredModel(db, {
      ...draft,
      workspaceId,
      userId: context.actor.userId || null,
      now: context.now(),
    });
    if (!made) throw await nameTaken(db, workspaceId, draft.name);
    const maker = makerOf(context);
    if (maker) await giveRegisteredModelToMaker(db, maker, made.model);
    const name = saysPrompt(draft.tags) ? 'prompt.created' : 'registered_model.created';
    const description = draft.description ?? '';
    await emit({ ...context, db }, { name, data: { name: draft.name, tags: tellableTags(draft.tags), description } });
    return made;
  });
}

async function nameTaken(db: Database, workspaceId: string, name: string): Promise<BridgeError> {
  const there = await store.findRegisteredModelHead(db, workspaceId, name);
  const message = `A ${there?.isPrompt ? 'prompt' : 'registered model'} named ${show(name)} exists already.`;
  return new BridgeError('already_exists', message, { field: 'name', resource: `registered model ${name}` });
}

/** A registered model by name, whole. @throws not_found */
export async function getRegisteredModel(context: Context, name: string): Promise<WholeRegisteredModel> {
  const model = await store.findRegisteredModel(context.db, context.workspaceId, name);
  if (!model) throw noRegisteredModel(name);
  return model;
}

/** A registered model without what was said about it. @throws not_found */
export async function findRegisteredModel(context: Context, name: string): Promise<RegisteredModel> {
  const model = await store.findRegisteredModelHead(context.db, context.workspaceId, name);
  if (!model) throw noRegisteredModel(name);
  return model;
}

/** The newest version of each of some stages. @throws not_found */
export async function getLatestVersions(context: Context, name: string, stages: readonly Stage[]): Promise<ModelVersion[]> {
  const { latest } = await getRegisteredModel(context, name);
  return latest.filter(({ stage }) => stages.includes(stage));
}

/** A page of registered models. @throws invalid for a place that is none of this search */
export function searchRegisteredModels(
  context: Context,
  query: RegisteredModelQuery,
): Promise<{ models: WholeRegisteredModel[]; next?: string }> {
  const { db, workspaceId, reach } = context;
  return search(db, { workspaceId, scope: reach.registeredModels }, query);
}

/** Says something else about a registered model. @throws not_found */
export async function describeRegisteredModel(
  context: Context,
  name: string,
  description: string | null,
): Promise<WholeRegisteredModel> {
  const { registeredModelId } = await findRegisteredModel(context, name);
  await store.describeRegisteredModel(context.db, registeredModelId, description, context.now());
  return getRegisteredModel(context, name);
}

/** Gives a registered model another name; its versions go with it. @throws not_found, already_exists */
export async function renameRegisteredModel(context: Context, name: string, newName: string): Promise<WholeRegisteredModel> {
  await context.db.transaction(async (db) => {
    const { registeredModelId } = await findRegisteredModel({ ...context, db }, name);
    await store.renameRegisteredModel(db, registeredModelId, newName, context.now());
  });
  return getRegisteredModel(context, newName);
}

/** Deletes a registered model with all that belongs to it; the files of its versions stay where they are. @throws not_found */
export async function deleteRegisteredModel(context: Context, name: string): Promise<void> {
  await context.db.transaction(async (db) => {
    const { registeredModelId } = await findRegisteredModel({ ...context, db }, name);
    await deleteModels(db, await modelsForVersions(db, registeredModelId));
    await store.deleteRegisteredModel(db, registeredModelId);
  });
}

/** @throws not_found */
export async function setRegisteredModelTag(context: Context, name: string, tag: Entry): Promise<void> {
  await context.db.transaction(async (db) => {
    const model = await findRegisteredModel({ ...context, db }, name);
    await store.upsertRegisteredModelTag(db, model.registeredModelId, tag);
    if (isPromptAfter(model, tag)) await emit({ ...context, db }, { name: 'prompt_tag.set', data: { name, ...tag } });
  });
}

function isPromptAfter(model: RegisteredModel, tag: Entry): boolean {
  return tag.key === PROMPT_TAG ? saysPrompt([tag]) : model.isPrompt;
}

/** Removes a tag; fine when it is not there. @throws not_found for the registered model */
export async function deleteRegisteredModelTag(context: Context, name: string, key: string): Promise<void> {
  await context.db.transaction(async (db) => {
    const model = await findRegisteredModel({ ...context, db }, name);
    await store.deleteRegisteredModelTag(db, model.registeredModelId, key);
    if (model.isPrompt && key !== PROMPT_TAG) {
      await emit({ ...context, db }, { name: 'prompt_tag.deleted', data: { name, key } });
    }
  });
}

/** Lets an alias name a version, whatever it named before. @throws not_found for the version */
export async function setAlias(context: Context, name: string, { alias, version }: Alias): Promise<void> {
  await context.db.transaction(async (db) => {
    // held, so that the version is not deleted meanwhile
    const model = await store.findRegisteredModelHead(db, context.workspaceId, name, 'for update');
    const found = model && (await findVersion(db, context.workspaceId, name, version));
    if (!found) throw noVersion(name, version);
    await store.upsertAlias(db, model.registeredModelId, { alias, version });
    const event = model.isPrompt ? 'prompt_alias.created' : 'model_version_alias.created';
    await emit({ ...context, db }, { name: event, data: { name, alias, version: version.toString() } });
  });
}

/** Removes an alias; fine when it is not there. @throws not_found for the registered model */
export async function deleteAlias(context: Context, name: string, alias: string): Promise<void> {
  await context.db.transaction(async (db) => {
    const model = await findRegisteredModel({ ...context, db }, name);
    await store.deleteAlias(db, model.registeredModelId, alias);
    const event = model.isPrompt ? 'prompt_alias.deleted' : 'model_version_alias.deleted';
    await emit({ ...context, db }, { name: event, data: { name, alias } });
  });
}
