import type { Context } from '../context.ts';
import * as store from '../store/garbage.ts';
import { type Amount, deleteArtifact, measureArtifacts } from './artifacts.ts';

/** What was deleted for good, or would be. */
export interface GarbageReport extends Amount {
  runs: number;
  experiments: number;
  models: number;
  /** Points of metrics. */
  points: number;
}

/** Runs taken away in one transaction, and looked at between two questions for more. */
const BATCH = 200;

function add(report: GarbageReport, amount: Amount): void {
  report.files += amount.files;
  report.sizeBytes += amount.sizeBytes;
}

/** What {@link collectGarbage} would delete now; changes nothing. @param until archived at this time or before */
export async function measureGarbage(context: Context, until: Date): Promise<GarbageReport> {
  const report: GarbageReport = { ...(await store.countGarbage(context.db, { until })), files: 0, sizeBytes: 0 };
  for await (const root of store.garbageRoots(context.db, { until })) add(report, await measureRoot(context, root));
  return report;
}

/**
 * Deletes for good what was archived at `until` or before: runs with all they logged and their files, models, and projects in
 * which nothing is left. A run disappears for readers in one step; what is left of it is remembered, so that a collection
 * which is broken off goes on at the next call. Memory does not grow with the histories.
 * @param onProgress called after each run
 * @returns what this call deleted
 */
export async function collectGarbage(
  context: Context,
  until: Date,
  onProgress: (report: Readonly<GarbageReport>) => void = () => undefined,
): Promise<GarbageReport> {
  const { db } = context;
  const report: GarbageReport = { runs: 0, experiments: 0, models: 0, points: 0, files: 0, sizeBytes: 0 };
  let condemned: number;
  do {
    condemned = await store.condemnRuns(db, { until }, BATCH);
    for (let runs = await store.condemnedRuns(db, BATCH); runs.length > 0; runs = await store.condemnedRuns(db, BATCH)) {
      for (const { runId, artifactRoot } of runs) {
        context.signal.throwIfAborted();
        add(report, await deleteRoot(context, artifactRoot));
        report.points += await store.deleteRunRows(db, runId);
        await store.forgetGarbage(db, runId);
        report.runs += 1;
        onProgress(report);
      }
    }
  } while (condemned > 0);
  for (
    let models = await store.archivedModels(db, { until });
    models.length > 0;
    models = await store.archivedModels(db, { until })
  ) {
    for (const { modelId, artifactRoot } of models) {
      context.signal.throwIfAborted();
      add(report, await deleteRoot(context, artifactRoot));
      await store.deleteModel(db, modelId);
      report.models += 1;
      onProgress(report);
    }
  }
  report.experiments = await store.deleteEmptyProjects(db, { until });
  return report;
}

/** A root in a store this server cannot reach keeps its files; the log says so. */
async function deleteRoot(context: Context, root: string): Promise<Amount> {
  return overRoot(context, root, () => deleteArtifact(context, { root, path: '' }));
}

async function measureRoot(context: Context, root: string): Promise<Amount> {
  return overRoot(context, root, () => measureArtifacts(context, { root, path: '' }));
}

async function overRoot(context: Context, root: string, work: () => Promise<Amount>): Promise<Amount> {
  try {
    return await work();
  } catch (error) {
    context.log.warn({ err: error, root }, 'the files below this artifact root were left where they are');
    return { files: 0, sizeBytes: 0 };
  }
}
