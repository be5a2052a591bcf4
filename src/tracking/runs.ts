import type { Context } from '../context.ts';
import type { DatasetSummary, DatasetUse, ModelLink } from '../model/dataset.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import type { RunQuery } from '../model/query.ts';
import type { LogBatch, Run, RunData, RunDraft, RunText } from '../model/run.ts';
import { deleteAssessmentsOfRun } from '../store/assessments.ts';
import { archivedRun } from '../store/log-writer.ts';
import * as links from '../store/run-links.ts';
import * as store from '../store/runs.ts';
import { searchRuns as search } from '../store/search/runs.ts';
import { orFormer } from './former-ids.ts';

/** A run with everything a reader of one run sees. */
export interface WholeRun {
  run: Run;
  data: RunData;
  datasets: DatasetUse[];
  models: ModelLink[];
}

/** Starts a run. @throws not_found for the project, wrong_state when that is archived */
export async function createRun(context: Context, draft: RunDraft): Promise<WholeRun> {
  const run = await context.runCreator.create({
    ...draft,
    id: context.newId(),
    workspaceId: context.workspaceId,
    userId: context.actor.userId || null,
    now: context.now(),
  });
  if (run === undefined) throw notFound('experiment', draft.experimentId.toString());
  if (run === 'archived') {
    throw new BridgeError(
      'wrong_state',
      `The experiment ${draft.experimentId} is deleted; a run can only be added to an active one.`,
      {
        resource: `experiment ${draft.experimentId}`,
      },
    );
  }
  return { run, data: { metrics: [], params: [], tags: [...draft.tags] }, datasets: [], models: [] };
}

/** A run by id, archived or not. @throws not_found */
export async function findRun(context: Context, id: string): Promise<Run> {
  const run = await store.findRun(context.db, context.workspaceId, id);
  if (!run) throw notFound('run', id);
  return run;
}

/** A run that may be changed. @throws not_found, wrong_state when it is archived */
export async function findOpenRun(context: Context, id: string): Promise<Run> {
  const run = await findRun(context, id);
  if (run.archived) throw archivedRun(run.id);
  return run;
}

/** Everything of some runs but their points, in a fixed number of statements. */
export async function readWholeRuns(context: Context, runs: readonly Run[]): Promise<WholeRun[]> {
  const runIds = runs.map((run) => run.runId);
  const [data, linked] = await Promise.all([
    store.readRunData(context.db, context.keys, runIds),
    links.readRunLinks(context.db, runIds),
  ]);
  return runs.map((run) => ({
    run,
    data: data.get(run.runId) ?? { metrics: [], params: [], tags: [] },
    ...(linked.get(run.runId) ?? { datasets: [], models: [] }),
  }));
}

/** One run whole, archived or not; also by the id it had before it was imported. @throws not_found */
export async function getRun(context: Context, id: string): Promise<WholeRun> {
  const run = await orFormer(context, 'run', id, (one) => findRun(context, one));
  const [whole] = await readWholeRuns(context, [run]);
  return whole as WholeRun;
}

/** A page of runs, whole. */
export async function searchRuns(context: Context, query: RunQuery): Promise<{ runs: WholeRun[]; next?: string }> {
  const { runs, next } = await search(context.db, context, query);
  return { runs: await readWholeRuns(context, runs), next };
}

/**
 * Changes a run and sets tags of it.
 * @throws not_found, wrong_state when it is archived
 * @returns the run as it is now
 */
export async function updateRun(context: Context, id: string, change: Required<Pick<LogBatch, 'patch' | 'tags'>>): Promise<Run> {
  const run = await context.logWriter.write(id, { metrics: [], params: [], ...change });
  return run ?? (await findRun(context, id));
}

/**
 * Archives a run or brings it back; fine when it is in that state already. What an archived run said about traces is gone for good.
 * @throws not_found
 */
export async function setRunArchived(context: Context, id: string, archived: boolean): Promise<void> {
  const run = await findRun(context, id);
  await context.db.transaction(async (db) => {
    await store.setRunsArchived(db, [run.runId], archived, context.now());
    if (archived) await deleteAssessmentsOfRun(db, context.workspaceId, run.id);
  });
}

/**
 * Logs metrics, params and tags to one run, whole or not at all; resolves when it is committed.
 * @throws not_found, wrong_state when the run is archived, invalid when a param has another value already
 */
export async function logToRun(context: Context, id: string, batch: LogBatch): Promise<void> {
  await context.logWriter.write(id, batch);
}

/** Removes a tag of a run. @throws not_found for the run or the tag, wrong_state when the run is archived */
export async function deleteTag(context: Context, id: string, key: string): Promise<void> {
  const run = await findOpenRun(context, id);
  if (!(await store.deleteTag(context.db, run.runId, key))) throw noTag(id, key);
}

/** Removes a text that a protocol shows as the tag `key`. @throws like {@link deleteTag} */
export async function clearText(context: Context, id: string, text: RunText, key: string): Promise<void> {
  const run = await findOpenRun(context, id);
  if (run[text] === null) throw noTag(id, key);
  await context.logWriter.write(id, { metrics: [], params: [], tags: [], patch: { [text]: null } });
}

function noTag(id: string, key: string): BridgeError {
  return new BridgeError('not_found', `The run ${show(id)} has no tag ${show(key)}.`, { field: 'key' });
}

/** Notes the datasets and models a run used. @throws not_found, wrong_state when it is archived */
export async function logInputs(
  context: Context,
  id: string,
  datasets: readonly DatasetUse[],
  models: readonly ModelLink[],
): Promise<void> {
  const run = await findOpenRun(context, id);
  await context.db.transaction(async (db) => {
    await links.insertDatasetUses(db, run, datasets);
    await links.insertModelLinks(db, run.runId, models);
  });
}

/** Notes the models a run made. @throws not_found, wrong_state when it is archived */
export async function logOutputs(context: Context, id: string, models: readonly ModelLink[]): Promise<void> {
  const run = await findOpenRun(context, id);
  await links.insertModelLinks(context.db, run.runId, models);
}

/** Distinct datasets and contexts that runs of some projects used, at most `limit`. */
export function searchDatasets(context: Context, experimentIds: readonly bigint[], limit: number): Promise<DatasetSummary[]> {
  return links.listDatasetSummaries(context.db, context.workspaceId, experimentIds, limit);
}
