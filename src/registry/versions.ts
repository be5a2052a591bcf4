import type { Context } from '../context.ts';
import { invalid } from '../model/errors.ts';
import {
  listVersion,
  type ModelVersion,
  noRegisteredModel,
  PROMPT_TEXT_TAG,
  type Stage,
  saysPrompt,
  VERSIONS_TAG,
  type VersionDraft,
} from '../model/registry.ts';
import type { VersionQuery } from '../model/registry-query.ts';
import type { Entry } from '../model/run.ts';
import type { Database } from '../store/database.ts';
import * as store from '../store/model-versions.ts';
import { readModelTag, upsertModelTags } from '../store/models.ts';
import { findRegisteredModelHead } from '../store/registered-models.ts';
import { deleteModels } from '../store/remove-runs.ts';
import { searchVersions as search } from '../store/search/versions.ts';
import { emit } from '../webhooks/emit.ts';
import { tellableTags } from './tellable-tags.ts';
import { getVersion } from './version-lookup.ts';
import { checkPromptSource, resolveSource, type VersionOrigin } from './version-source.ts';

/**
 * Registers a version under the next number. What it is a version of is then a published model; where none was logged, one is
 * made that stands for it. A prompt has no model.
 * @throws not_found for the registered model and for what the source names, invalid for a source that is refused
 */
export async function createVersion(context: Context, draft: VersionDraft): Promise<ModelVersion> {
  const isPrompt = saysPrompt(draft.tags);
  if (isPrompt) checkPromptSource(context, draft.source);
  const origin = isPrompt ? promptOrigin(draft) : await resolveSource(context, draft);
  return context.db.transaction(async (db) => {
    const registered = await findRegisteredModelHead(db, context.workspaceId, draft.name, 'for update');
    if (!registered) throw noRegisteredModel(draft.name);
    const inside = { ...context, db };
    const modelId = isPrompt ? null : await modelOfVersion(inside, draft.name, origin);
    const version = await store.insertVersion(db, {
      ...draft,
      ...origin,
      registeredModelId: registered.registeredModelId,
      modelId,
      userId: context.actor.userId || null,
      now: context.now(),
    });
    if (draft.modelId && origin.model) await noteOnModel(db, origin.model.id, { name: draft.name, version });
    await tellOfVersion(inside, draft, version, origin, isPrompt);
    return getVersion(inside, draft.name, version);
  });
}

function promptOrigin({ source, runId }: VersionDraft): VersionOrigin {
  return { source, storageLocation: source, artifactRoot: source, runId: runId ?? '', model: null };
}

/** The model a version is one of: the one that was registered, released by it, or a new one. @returns its id */
async function modelOfVersion(context: Context, name: string, { model, runId, artifactRoot }: VersionOrigin): Promise<string> {
  const { db, workspaceId } = context;
  const now = context.now();
  if (model && !model.isOfVersion) {
    await store.publishRegistered(db, model.id, now);
    return model.id;
  }
  const id = context.newId();
  const userId = context.actor.userId || null;
  await store.insertModelForVersion(db, { id, workspaceId, name, runId: runId || null, artifactRoot, userId, now });
  return id;
}

/** Lists a version in a tag of its model, where MLflow's pages look for it. */
export async function noteOnModel(db: Database, modelId: string, version: { name: string; version: number }): Promise<void> {
  const before = await readModelTag(db, modelId, VERSIONS_TAG);
  await upsertModelTags(db, modelId, [{ key: VERSIONS_TAG, value: listVersion(before, version) }]);
}

async function tellOfVersion(
  context: Context,
  { name, tags, description }: VersionDraft,
  number: number,
  { source, runId }: VersionOrigin,
  isPrompt: boolean,
): Promise<void> {
  const told = { name, version: number.toString(), tags: tellableTags(tags), description: description || null };
  if (isPrompt) {
    const template = tags.findLast(({ key }) => key === PROMPT_TEXT_TAG)?.value ?? null;
    await emit(context, { name: 'prompt_version.created', data: { ...told, template } });
  } else {
    await emit(context, { name: 'model_version.created', data: { ...told, source, runId: runId || null } });
  }
}

/** A page of versions, without their aliases. @throws invalid for a place that is none of this search */
export function searchVersions(context: Context, query: VersionQuery): Promise<{ versions: ModelVersion[]; next?: string }> {
  const { db, workspaceId, reach } = context;
  return search(db, { workspaceId, scope: reach.registeredModels }, query);
}

/** Says something else about a version. @throws not_found */
export async function describeVersion(
  context: Context,
  name: string,
  version: number,
  description: string | null,
): Promise<ModelVersion> {
  await store.describeVersion(context.db, await getVersion(context, name, version), description, context.now());
  return getVersion(context, name, version);
}

/**
 * Puts a version into a stage.
 * @param options.archivesOthers the others of that stage go to the archive; only where a stage is one of use
 * @throws not_found, invalid
 */
export function moveVersion(
  context: Context,
  name: string,
  version: number,
  options: { stage: Stage; archivesOthers: boolean },
): Promise<ModelVersion> {
  if (options.archivesOthers && options.stage !== 'Staging' && options.stage !== 'Production') {
    const why = `only those of Staging and Production can be archived, not those of ${options.stage}`;
    throw invalid('archive_existing_versions', `The field archive_existing_versions is true, but ${why}.`);
  }
  return context.db.transaction(async (db) => {
    const inside = { ...context, db };
    // held, so that two that move versions at once do not leave two in the stage
    await findRegisteredModelHead(db, context.workspaceId, name, 'for update');
    await store.moveVersion(db, await getVersion(inside, name, version), options, context.now());
    return getVersion(inside, name, version);
  });
}

/** Deletes a version; its number stays taken and its files where they are. @throws not_found */
export async function deleteVersion(context: Context, name: string, version: number): Promise<void> {
  await context.db.transaction(async (db) => {
    await findRegisteredModelHead(db, context.workspaceId, name, 'for update');
    const found = await getVersion({ ...context, db }, name, version);
    const models = await store.modelsForVersions(db, found.registeredModelId, version);
    await store.deleteVersions(db, [found], context.now());
    await deleteModels(db, models);
  });
}

/** @throws not_found */
export async function setVersionTag(context: Context, name: string, version: number, tag: Entry): Promise<void> {
  await context.db.transaction(async (db) => {
    const found = await getVersion({ ...context, db }, name, version);
    await store.upsertVersionTag(db, found, tag);
    const event = (await isPromptName(context, db, name)) ? 'prompt_version_tag.set' : 'model_version_tag.set';
    await emit({ ...context, db }, { name: event, data: { name, version: version.toString(), ...tag } });
  });
}

/** Removes a tag of a version; fine when it is not there. @throws not_found for the version */
export async function deleteVersionTag(context: Context, name: string, version: number, key: string): Promise<void> {
  await context.db.transaction(async (db) => {
    const found = await getVersion({ ...context, db }, name, version);
    await store.deleteVersionTag(db, found, key);
    const event = (await isPromptName(context, db, name)) ? 'prompt_version_tag.deleted' : 'model_version_tag.deleted';
    await emit({ ...context, db }, { name: event, data: { name, version: version.toString(), key } });
  });
}

async function isPromptName(context: Context, db: Database, name: string): Promise<boolean> {
  return (await findRegisteredModelHead(db, context.workspaceId, name))?.isPrompt ?? false;
}
