import type { Context } from '../context.ts';
import * as store from '../store/garbage.ts';
import { deleteRoot, measureRoot } from './artifact-roots.ts';
import type { Amount } from './artifacts.ts';
import { deleteStoredFiles } from './stored-files.ts';
import { removeTracesWithFiles } from './trace-removal.ts';

/** What was deleted for good, or would be. */
export interface GarbageReport extends Amount {
  runs: number;
  experiments: number;
  models: number;
  /** Points of metrics. */
  points: number;
}

/** Runs taken away in one transaction, and cleaned together. */
const BATCH = 200;

function add(report: GarbageReport, amount: Amount): void {
  report.files += amount.files;
  report.sizeBytes += amount.sizeBytes;
}

/**
 * What {@link collectGarbage} would delete now; changes nothing. Files uploaded outside of artifact roots are not counted:
 * whether anything else refers to them shows only when the runs are gone.
 * @param until archived at this time or before
 */
export async function measureGarbage(context: Context, until: Date): Promise<GarbageReport> {
  const report: GarbageReport = { ...(await store.countGarbage(context.db, { until })), files: 0, sizeBytes: 0 };
  for await (const root of store.garbageRoots(context.db, { until })) add(report, await measureRoot(context, root));
  return report;
}

/**
 * Deletes for good what was archived at `until` or before: runs with all they logged and their files, models, and projects in
 * which nothing is left, with the models and traces there. Like `mlflow gc`, but what is alive in a deleted project keeps it. A run
 * disappears for readers in one step; what is left of it is remembered, so that a collection which is broken off goes on at
 * the next call. Memory does not grow with the histories.
 * @param onProgress called after each run, model and piece of a history
 * @returns what this call deleted
 * @throws unavailable when a store of files fails; the runs in question are still remembered
 */
export async function collectGarbage(
  context: Context,
  until: Date,
  onProgress: (report: Readonly<GarbageReport>) => void = () => undefined,
): Promise<GarbageReport> {
  const report: GarbageReport = { runs: 0, experiments: 0, models: 0, points: 0, files: 0, sizeBytes: 0 };
  const tell = () => onProgress(report);
  // first what an earlier collection left behind
  await cleanRuns(context, report, tell);
  while ((await store.condemnRuns(context.db, { until }, BATCH)) > 0) await cleanRuns(context, report, tell);
  await deleteModels(context, until, report, tell);
  await deleteTraces(context, until, report, tell);
  report.experiments = await store.deleteEmptyProjects(context.db, { until });
  return report;
}

/** Deletes what is left of runs that were just taken away. Should it be broken off, the next collection goes on with it. */
export async function cleanCondemnedRuns(context: Context, runIds: readonly number[]): Promise<void> {
  for (const { artifactRoot } of await store.condemnedAmong(context.db, runIds)) await deleteRoot(context, artifactRoot);
  await store.deleteRunRows(context.db, runIds, context.signal, () => undefined);
}

async function cleanRuns(context: Context, report: GarbageReport, tell: () => void): Promise<void> {
  const { db, signal } = context;
  for (let runs = await store.condemnedRuns(db, BATCH); runs.length > 0; runs = await store.condemnedRuns(db, BATCH)) {
    for (const { artifactRoot } of runs) {
      signal.throwIfAborted();
      add(report, await deleteRoot(context, artifactRoot));
      tell();
    }
    const ids = runs.map(({ runId }) => runId);
    await deleteReported(context, ids, report);
    await store.deleteRunRows(db, ids, signal, (points) => {
      report.points += points;
      tell();
    });
    report.runs += runs.length;
  }
}

/** Deletes the uploads that condemned runs reported. An address leaves the record together with its file, or stays. */
async function deleteReported(context: Context, ids: readonly number[], report: GarbageReport): Promise<void> {
  for (let taken = 1; taken > 0; ) {
    context.signal.throwIfAborted();
    taken = await context.db.transaction(async (db) => {
      const urls = await store.takeReportedAddresses(db, ids, BATCH);
      add(report, await deleteStoredFiles({ ...context, db }, urls));
      return urls.length;
    });
  }
}

async function deleteModels(context: Context, until: Date, report: GarbageReport, tell: () => void): Promise<void> {
  const { db, signal } = context;
  const next = () => store.condemnedModels(db, { until }, BATCH);
  for (let models = await next(); models.length > 0; models = await next()) {
    for (const { modelId, artifactRoot, uri } of models) {
      signal.throwIfAborted();
      add(report, await deleteRoot(context, artifactRoot));
      if (await store.deleteModel(db, { until }, modelId)) {
        report.models += 1;
        if (uri !== null) add(report, await deleteStoredFiles(context, [uri]));
      }
      tell();
    }
  }
}

async function deleteTraces(context: Context, until: Date, report: GarbageReport, tell: () => void): Promise<void> {
  const next = () => store.condemnedTraces(context.db, { until }, BATCH);
  for (let traces = await next(); traces.length > 0; traces = await next()) {
    add(report, await removeTracesWithFiles(context, traces));
    tell();
  }
}
