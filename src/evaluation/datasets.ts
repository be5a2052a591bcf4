import { createHash } from 'node:crypto';
import { type Context, nowMsOf } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import {
  type EvaluationDataset,
  type EvaluationDatasetDraft,
  type EvaluationDatasetQuery,
  type EvaluationRecord,
  type EvaluationTag,
  extendSchema,
  mergeRecord,
  newRecord,
  type RecordDraft,
} from '../model/evaluation-dataset.ts';
import * as store from '../store/evaluation-datasets.ts';
import * as recordStore from '../store/evaluation-records.ts';
import { searchEvaluationDatasets as search } from '../store/search/evaluation-datasets.ts';

const KIND = 'evaluation dataset';

/** Tells one state of a dataset from another. @see MLflow 3.17.2, digests of evaluation datasets */
function digestOf(name: string, nowMs: bigint): string {
  return createHash('sha256').update(`${name}:${nowMs}`).digest('hex').slice(0, 8);
}

/** Short ids of projects, archived ones too. @throws not_found for the first that is not there */
async function findProjects(context: Context, experimentIds: readonly bigint[]): Promise<number[]> {
  const found = await store.findProjectIds(context.db, context.workspaceId, experimentIds);
  return [...new Set(experimentIds)].map((experimentId) => {
    const projectId = found.get(experimentId);
    if (projectId === undefined) throw notFound('experiment', experimentId.toString());
    return projectId;
  });
}

/** Makes a dataset without records; names need not be unique. @throws not_found for a project */
export async function createDataset(context: Context, draft: EvaluationDatasetDraft): Promise<EvaluationDataset> {
  const nowMs = nowMsOf(context);
  const id = `d-${context.newId()}`;
  const projectIds = await findProjects(context, draft.experimentIds);
  await store.insertEvaluationDataset(context.db, {
    ...draft,
    id,
    workspaceId: context.workspaceId,
    digest: digestOf(draft.name, nowMs),
    projectIds,
    nowMs,
  });
  return getDataset(context, id);
}

/** A dataset without its records. @throws not_found */
export async function getDataset(context: Context, id: string): Promise<EvaluationDataset> {
  const dataset = await store.findEvaluationDataset(context.db, context.workspaceId, id);
  if (!dataset) throw notFound(KIND, id);
  return dataset;
}

/** Deletes a dataset with its records; fine when it is not there. */
export async function deleteDataset(context: Context, id: string): Promise<void> {
  await store.deleteEvaluationDataset(context.db, context.workspaceId, id);
}

/** A page of datasets that may be read. @throws invalid for a place that is none of this search */
export function searchDatasets(
  context: Context,
  query: EvaluationDatasetQuery,
): Promise<{ datasets: EvaluationDataset[]; next?: string }> {
  return search(context.db, context.workspaceId, query, context.reach.projects);
}

/** Sets tags; the last of several with one key wins. @throws not_found */
export async function setDatasetTags(context: Context, id: string, tags: readonly EvaluationTag[]): Promise<void> {
  await getDataset(context, id);
  await store.upsertEvaluationTags(context.db, id, tags);
}

/** Removes a tag; fine when it, or the dataset, is not there. */
export async function deleteDatasetTag(context: Context, id: string, key: string): Promise<void> {
  await store.deleteEvaluationTag(context.db, context.workspaceId, id, key);
}

/** Decimal ids of the projects of a dataset that may be read; none for a dataset that is not there. */
export function getExperimentIds(context: Context, id: string): Promise<bigint[]> {
  return store.readExperimentIds(context.db, context.workspaceId, id, context.reach.projects);
}

/** Adds a dataset to projects, all or none; fine where it is already. @throws not_found for it or one of them */
export async function addToProjects(context: Context, id: string, experimentIds: readonly bigint[]): Promise<EvaluationDataset> {
  await getDataset(context, id);
  const projectIds = await findProjects(context, experimentIds);
  await context.db.transaction(async (db) => {
    await store.attachProjects(db, id, projectIds);
    await store.touchEvaluationDataset(db, id, nowMsOf(context));
  });
  return getDataset(context, id);
}

/** Takes a dataset out of projects; fine where it is not. @throws not_found */
export async function removeFromProjects(
  context: Context,
  id: string,
  experimentIds: readonly bigint[],
): Promise<EvaluationDataset> {
  await getDataset(context, id);
  await context.db.transaction(async (db) => {
    const removed = await store.detachProjects(db, id, experimentIds);
    if (removed > 0) await store.touchEvaluationDataset(db, id, nowMsOf(context));
  });
  return getDataset(context, id);
}

/**
 * Writes records, all or none: those with new inputs are added, the others change the record of their inputs, in this order.
 * Digest, schema and count of the dataset follow.
 * @throws not_found for the dataset
 */
export async function writeRecords(
  context: Context,
  id: string,
  drafts: readonly RecordDraft[],
): Promise<{ inserted: number; updated: number }> {
  return context.db.transaction(async (db) => {
    // writers of one dataset follow each other: the records and what is counted of them belong together
    if (!(await store.lockEvaluationDataset(db, context.workspaceId, id))) throw notFound(KIND, id);
    const dataset = await store.findEvaluationDataset(db, context.workspaceId, id);
    if (!dataset) throw notFound(KIND, id);
    const nowMs = nowMsOf(context);
    const known = await recordStore.readRecordsByInputs(
      db,
      id,
      drafts.map(({ inputHash }) => inputHash),
    );
    const written = new Map<string, { hash: Buffer; record: EvaluationRecord }>();
    let inserted = 0;
    for (const draft of drafts) {
      const key = draft.inputHash.toString('hex');
      const old = written.get(key)?.record ?? known.get(key);
      if (!old) inserted += 1;
      const record = old ? mergeRecord(old, draft, nowMs) : newRecord(draft, `dr-${context.newId()}`, nowMs);
      written.set(key, { hash: draft.inputHash, record });
    }
    await recordStore.writeRecords(db, id, [...written.values()]);
    await store.updateEvaluationDataset(db, id, {
      digest: digestOf(dataset.name, nowMs),
      schema: extendSchema(dataset.schema, drafts),
      changedBy: drafts.findLast(({ author }) => author !== null)?.author ?? null,
      nowMs,
      added: inserted,
    });
    return { inserted, updated: drafts.length - inserted };
  });
}

/**
 * A page of records in the order they were added; none for a dataset that is not there.
 * @param after place a page before gave @throws invalid for another place
 */
export async function getRecords(
  context: Context,
  id: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ records: EvaluationRecord[]; next?: string }> {
  const { records, next } = await recordStore.readRecords(context.db, {
    workspaceId: context.workspaceId,
    id,
    after: after === undefined ? undefined : toPosition(after),
    limit,
  });
  return next === undefined ? { records } : { records, next: next.toString() };
}

/** Positions fit 64 bits, so that no place is more than the database can compare. */
function toPosition(place: string): bigint {
  if (/^\d{1,18}$/.test(place)) return BigInt(place);
  throw new BridgeError('invalid', `The page_token ${show(place)} is none of this list.`, {
    field: 'page_token',
    reason: 'page_token',
  });
}

/** Deletes records of a dataset. @returns how many of them were there */
export function deleteRecords(context: Context, id: string, recordIds: readonly string[]): Promise<number> {
  return recordStore.deleteRecords(context.db, context.workspaceId, id, recordIds);
}
