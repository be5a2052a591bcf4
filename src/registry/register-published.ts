import { type Context, makerOf } from '../context.ts';
import { BridgeError, show } from '../model/errors.ts';
import type { ModelRecord } from '../model/model-record.ts';
import { faultOfRegisteredName, legalRegisteredName, MAX_REGISTERED_NAME, type RegisteredModel } from '../model/registry.ts';
import { fileOfStoredUrl } from '../model/stored-file.ts';
import { giveRegisteredModelToMaker } from '../store/grants.ts';
import { publishModel } from '../store/model-facts.ts';
import { findModelRecord } from '../store/model-records.ts';
import { insertVersion, versionsOfModels } from '../store/model-versions.ts';
import { findNameOfGiven, findRegisteredModelHead, holdGivenName, insertRegisteredModel } from '../store/registered-models.ts';
import { emit } from '../webhooks/emit.ts';
import { noteOnModel } from './versions.ts';

/** Names that are tried for one that cannot be had as it is. */
const MAX_TRIES = 1000;

/** Releases a model that a run made and registers it; fine when it is released already or not here. In a transaction. */
export async function publishOutput(context: Context, id: string): Promise<void> {
  const { db, workspaceId } = context;
  const model = await findModelRecord(db, workspaceId, id, 'for update');
  if (!model || model.published) return;
  await publishModel(db, workspaceId, id, context.now());
  await registerPublished(context, model);
}

/**
 * Registers a model that is being published as the next version under its name, unless it is a version already. Models of one
 * name become versions of one registered model. In a transaction.
 */
export async function registerPublished(
  context: Context,
  model: Pick<ModelRecord, 'id' | 'name' | 'sourceRun' | 'uri' | 'artifactRoot'>,
): Promise<void> {
  const { db } = context;
  if ((await versionsOfModels(db, [model.id])).length > 0) return;
  const { registeredModelId, name } = await registeredModelFor(context, model.name);
  const source = `models:/m-${model.id}`;
  const runId = model.sourceRun ?? '';
  const version = await insertVersion(db, {
    registeredModelId,
    runId,
    runLink: '',
    source,
    // a file that is kept here is shown below the model's own root
    storageLocation: model.uri === null || fileOfStoredUrl(model.uri) ? model.artifactRoot : model.uri,
    description: '',
    modelId: model.id,
    tags: [],
    userId: context.actor.userId || null,
    now: context.now(),
  });
  await noteOnModel(db, model.id, { name, version });
  const told = { name, version: version.toString(), tags: {}, description: null, source, runId: runId || null };
  await emit(context, { name: 'model_version.created', data: told });
}

/** The registered model for models of a name, held; it is made when there is none. */
async function registeredModelFor(context: Context, given: string): Promise<RegisteredModel> {
  const { db, workspaceId } = context;
  await holdGivenName(db, workspaceId, given);
  const standsFor = await findNameOfGiven(db, workspaceId, given);
  const stored = standsFor === undefined ? undefined : await findModels(context, standsFor);
  if (stored) return stored;
  const isLegal = faultOfRegisteredName(given) === undefined && [...given].length <= MAX_REGISTERED_NAME;
  const same = isLegal ? ((await findModels(context, given)) ?? (await makeRegisteredModel(context, given))) : undefined;
  if (same) return same;
  const form = legalRegisteredName(given);
  for (let count = 1; count <= MAX_TRIES; count += 1) {
    const made = await makeRegisteredModel(context, count === 1 ? form : `${form}-${count}`, given);
    if (made) return made;
  }
  throw new BridgeError('already_exists', `Every name like ${show(given)} is taken by another registered model.`, {
    field: 'name',
  });
}

/** A registered model that is no prompt, held. @throws forbidden when the actor may not add versions to it */
async function findModels({ db, workspaceId, guard }: Context, name: string): Promise<RegisteredModel | undefined> {
  const found = await findRegisteredModelHead(db, workspaceId, name, 'for update');
  if (!found || found.isPrompt) return undefined;
  await guard.demand([{ kind: 'registered_model', ids: [found.name], need: 'edit' }], db);
  return found;
}

/** @returns undefined when the name is taken */
async function makeRegisteredModel(context: Context, name: string, givenName?: string): Promise<RegisteredModel | undefined> {
  const made = await insertRegisteredModel(context.db, {
    name,
    givenName,
    description: null,
    tags: [],
    workspaceId: context.workspaceId,
    userId: context.actor.userId || null,
    now: context.now(),
  });
  if (!made) return undefined;
  const maker = makerOf(context);
  if (maker) await giveRegisteredModelToMaker(context.db, maker, made.model);
  await emit(context, { name: 'registered_model.created', data: { name, tags: {}, description: '' } });
  return made.model;
}
