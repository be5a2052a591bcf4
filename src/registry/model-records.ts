import type { Context } from '../context.ts';
import { notFound } from '../model/errors.ts';
import type { Condition, Find } from '../model/find.ts';
import {
  type FoundModel,
  labelsOf,
  type ModelFields,
  type ModelFindField,
  type ModelRecord,
  type ModelWishes,
  planNote,
} from '../model/model-record.ts';
import { planTags, shownTagName } from '../model/run-change.ts';
import type { Database } from '../store/database.ts';
import * as store from '../store/model-records.ts';
import { withSeries } from '../store/model-series.ts';
import { touchProjects } from '../store/project-tree.ts';
import { findRun } from '../store/runs.ts';
import { orFormer } from '../tracking/former-ids.ts';
import { projectForRuns } from '../tracking/make-run.ts';
import { registerPublished } from './register-published.ts';

export type { FoundModel, ModelFindField } from '../model/model-record.ts';

/**
 * A model with every fact of its own and its series, archived or not; also by the id it had before it was imported.
 * @param id 32 lower hex
 * @throws not_found
 */
export async function getModelRecord(context: Context, id: string): Promise<FoundModel> {
  const model = await orFormer(context, 'model', id, async (one) => {
    const there = await store.findModelRecord(context.db, context.workspaceId, one);
    if (!there) throw notFound('model', id);
    return there;
  });
  const [found] = await withSeries(context.db, context.keys, [model]);
  return found ?? { model, series: [] };
}

/** A page of models. @param withReports whether their series are wanted @throws invalid */
export function findModelRecords(
  context: Context,
  query: Find<ModelFindField>,
  withReports: boolean,
): Promise<{ found: FoundModel[]; next?: string }> {
  return store.findModelRecords(context.db, context, query, withReports);
}

/** Frameworks of the models of some projects, sorted; of all without any. */
export function listFrameworks(context: Context, projects: readonly string[]): Promise<string[]> {
  return store.listFrameworks(context.db, context, projects);
}

/** Makes a model whose file is elsewhere or comes later. @returns its id @throws not_found for the run, invalid for the project */
export async function makeModel(context: Context, { name, ...wishes }: ModelWishes & { name: string }): Promise<string> {
  const id = context.newId();
  await context.db.transaction(async (db) => {
    const place = await projectForRuns(context, db, wishes.project ?? undefined);
    const [userId, now] = [context.actor.userId || null, context.now()];
    await store.insertModelRecord(db, { id, workspaceId: context.workspaceId, ...place, name, userId, now });
    const { project: _placed, ...rest } = wishes;
    await changeModelIn(context, db, id, rest, now);
  });
  return id;
}

/** Wishes that leave what a model is made of as it is. */
const outward: ReadonlySet<string> = new Set([
  'name',
  'note',
  'labels',
  'project',
  'uiCache',
  'iteration',
  'isPublic',
] satisfies (keyof ModelWishes)[]);

/** A model before a change, and when it was changed. */
export interface ChangedModel {
  before: ModelRecord;
  at: Date;
  /** Whether more than its name, labels, note and project changed. */
  isContent: boolean;
}

/** Changes a model, whole or not at all. @throws not_found for it and for the run, invalid for the project */
export function changeModel(context: Context, id: string, wishes: ModelWishes): Promise<ChangedModel> {
  return context.db.transaction((db) => changeModelIn(context, db, id, wishes));
}

/** As {@link changeModel}, inside a transaction that is under way. */
async function changeModelIn(
  context: Context,
  db: Database,
  id: string,
  wishes: ModelWishes,
  at = context.now(),
): Promise<ChangedModel> {
  const { workspaceId } = context;
  const before = await store.findModelRecord(db, workspaceId, id, 'for update');
  if (!before) throw notFound('model', id);
  const { project, note, labels, metadata, replacesMetadata, removedMetadata, iteration, ...set } = wishes;
  if (set.sourceRun && !(await findRun(db, workspaceId, set.sourceRun))) throw notFound('run', set.sourceRun);
  const place = project === undefined ? undefined : await projectForRuns(context, db, project ?? undefined);
  const isContent = Object.entries(wishes).some(([field, value]) => value !== undefined && !outward.has(field));
  const properties = metadata?.map(({ key, type, value }) => ({ second: key, value: value ?? '', type }));
  const goes = new Set(removedMetadata);
  await store.applyModelChange(
    db,
    { id, userId: context.actor.userId || null, now: at, isContent },
    {
      set,
      ...(place ? { project: place } : {}),
      tags: [
        ...(note === undefined ? [] : [planNote(note)]),
        planTags(before.tags, { labels, properties, replaced: replacesMetadata }),
        ...(goes.size === 0 ? [] : [{ remove: metadataKeys(before, goes), write: [] }]),
      ],
    },
  );
  if (set.published && !before.published) await registerPublished({ ...context, db }, { ...before, ...defined(set) });
  const sourceRun = set.sourceRun ?? before.sourceRun;
  if (iteration !== undefined && sourceRun !== null) await store.raiseIteration(db, workspaceId, sourceRun, iteration);
  await touchProjects(db, [...new Set([before.projectId, place?.projectId ?? before.projectId])], at);
  return { before, at, isContent };
}

function defined(fields: ModelFields): Partial<ModelRecord> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Keys of the tags that are metadata of these names. */
function metadataKeys({ tags }: ModelRecord, names: ReadonlySet<string>): string[] {
  return tags.filter((tag) => !tag.isLabel && names.has(shownTagName(tag) ?? '')).map(({ key }) => key);
}

/** Changes several models, all or none, in the order of their ids, so that two requests cannot block each other. */
async function changeModels(
  context: Context,
  ids: readonly string[],
  wishesOf: (model: ModelRecord) => ModelWishes,
): Promise<number> {
  const all = [...new Set(ids)].sort();
  await context.db.transaction(async (db) => {
    for (const id of all) {
      const model = await store.findModelRecord(db, context.workspaceId, id, 'for update');
      if (!model) throw notFound('model', id);
      await changeModelIn(context, db, id, wishesOf(model));
    }
  });
  return all.length;
}

/** Moves models into a project, all or none. @param project 32 lower hex @returns how many @throws not_found, invalid */
export function moveModels(context: Context, ids: readonly string[], project: string): Promise<number> {
  return changeModels(context, ids, () => ({ project }));
}

/** Adds labels to models and takes others away, in all or in none. @returns how many @throws not_found */
export function relabelModels(
  context: Context,
  ids: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): Promise<number> {
  const goes = new Set(removed);
  return changeModels(context, ids, (model) => ({
    labels: [...new Set([...labelsOf(model), ...added])].filter((label) => !goes.has(label)),
  }));
}

/** Lets everybody read models, or no longer. @returns how many @throws not_found */
export function setModelsPublic(context: Context, ids: readonly string[], isPublic: boolean): Promise<number> {
  return changeModels(context, ids, () => ({ isPublic }));
}

/** How many models pass a condition. @param most where counting stops @throws invalid for one that cannot be searched for */
export function countModelRecords(context: Context, where: Condition<ModelFindField>, most?: number): Promise<number> {
  return store.countModelRecords(context.db, context, where, most);
}
