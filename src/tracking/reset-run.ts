import type { Context } from '../context.ts';
import type { RunChange } from '../model/run-change.ts';
import type { RunParts, RunRecord } from '../model/run-record.ts';
import { removeQueueEntries } from '../store/queue-entries.ts';
import * as store from '../store/remove-runs.ts';
import { type ChangedRun, changeRun, requireFollowing } from './change-run.ts';
import { statusFields } from './status-fields.ts';
import { deleteStoredFiles } from './stored-files.ts';

/** Addresses of files, by what reported them. */
export interface FileAddresses extends store.ReportedFiles {
  models: string[];
}

/** How a run is taken back to its beginning. */
export interface ResetRequest {
  force?: boolean;
  /** Also forgets its code and its execution. */
  clearAll?: boolean;
  /** Deletes the models it made, as far as nobody needs them. Default true. */
  deletesModels?: boolean;
  /** Deletes its files that this server keeps. Default true. */
  deletesFiles?: boolean;
}

/** What a reset took away. */
export interface ResetResult {
  leftQueues: string[];
  deletedModels: number;
  files: FileAddresses;
}

/**
 * Takes a run back to `created`, as it was before anybody ran it: what it logged is deleted.
 * @throws not_found, wrong_state for a published one that is not forced
 */
export async function resetRun(context: Context, id: string, request: ResetRequest): Promise<ChangedRun<ResetResult>> {
  const changed = await changeRun(context, id, {
    parts: ['artifacts', 'models', 'documents'],
    decide: async ({ run, parts, db }) => {
      requireFollowing(run, 'created', request.force ?? false);
      const leftQueues = await removeQueueEntries(db, run.runId, context.now());
      const models = request.deletesModels === false ? [] : await freeModels(db, run);
      // a run can name any model as its own
      await context.guard.demand([{ kind: 'model', ids: models.map((model) => model.id), need: 'edit' }], db);
      const files = { ...(await store.reportedFiles(db, run.runId)), models: models.flatMap(({ uri }) => uri ?? []) };
      await store.deleteModels(
        db,
        models.map((model) => model.id),
      );
      await store.deleteLogged(db, run.runId);
      return {
        change: resetChange(parts, request.clearAll ?? false),
        result: { leftQueues, deletedModels: models.length, files },
      };
    },
  });
  const { files } = changed.result;
  if (request.deletesFiles !== false) {
    await deleteStoredFiles(context, [...files.artifacts, ...files.events, ...files.models]);
  }
  return changed;
}

/** Models a run made that nobody else needs. */
async function freeModels(db: Parameters<typeof store.outputModelsOf>[0], run: RunRecord): Promise<store.OutputModel[]> {
  return (await store.outputModelsOf(db, run)).filter((model) => !model.isPublished && !model.isUsed);
}

function resetChange({ artifacts = [], models = [], documents = {} }: RunParts, clearAll: boolean): RunChange {
  const destination = documents.output && (JSON.parse(documents.output) as { destination?: string }).destination;
  return {
    set: {
      ...statusFields('created', { reason: 'reset', message: 'reset' }),
      formerStatus: null,
      queueId: null,
      startedMs: null,
      endedMs: null,
      publishedAt: null,
      activeSeconds: null,
      lastIteration: null,
      lastWorker: null,
      lastWorkerReportAt: null,
      ...(clearAll && { repository: null, branch: null, commit: null, entryPoint: null, workingFolder: null }),
    },
    documents: {
      runtime: null,
      output: destination ? JSON.stringify({ destination }) : null,
      ...(clearAll && { script: null, execution: null }),
    },
    artifacts: { remove: artifacts.filter((item) => item.mode === 'output' || clearAll), write: [] },
    models: { remove: models.filter((item) => item.direction === 'output'), write: [] },
  };
}
