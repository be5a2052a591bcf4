import type { Context } from '../context.ts';
import { BridgeError, show } from '../model/errors.ts';
import type { RunRecord } from '../model/run-record.ts';
import { deleteAssessmentsOfRun } from '../store/assessments.ts';
import type { Database } from '../store/database.ts';
import * as store from '../store/remove-runs.ts';
import { changeRun } from './change-run.ts';
import { cleanCondemnedRuns } from './collect-garbage.ts';
import type { FileAddresses } from './reset-run.ts';
import { DELETED_PREFIX } from './run-references.ts';
import { deleteStoredFiles } from './stored-files.ts';

/** How a run is deleted for good. */
export interface DeleteRequest {
  /** Deletes it in whatever status it is, with published models and children left without it. */
  force?: boolean;
  /** Default true. */
  deletesModels?: boolean;
  /** Deletes its files that this server keeps. Default true. */
  deletesFiles?: boolean;
}

/** What went with a run, and what outlived it. */
export interface DeletedRun {
  /** Children, which now name a deleted parent. */
  updatedChildren: number;
  /** Models that stay, which now name a deleted run. */
  updatedModels: number;
  deletedModels: number;
  files: FileAddresses;
}

/**
 * Deletes a run for good, with all it logged and its files. It is gone for readers in one step; its points and files follow.
 * @throws not_found, wrong_state (reason `not_deletable`) unless it is archived or was never started, or forced
 */
export async function deleteRun(context: Context, id: string, request: DeleteRequest): Promise<DeletedRun> {
  const { result } = await changeRun(context, id, {
    decide: async ({ run, db }) => {
      const force = request.force ?? false;
      const { children, published } = await store.countChildren(db, run.id);
      if (!force) refuseUnfinished(run, published);
      const models = await partModels(db, run, request);
      // a run can name any model as its own
      await context.guard.demand([{ kind: 'model', ids: models.gone.map((model) => model.id), need: 'manage' }], db);
      const files = { ...(await store.reportedFiles(db, run.runId)), models: models.gone.flatMap(({ uri }) => uri ?? []) };
      await store.deleteModels(
        db,
        models.gone.map((model) => model.id),
      );
      await store.renameSourceRun(
        db,
        models.kept.map((model) => model.id),
        DELETED_PREFIX + run.id,
      );
      if (children > 0) await store.renameParent(db, run.id, DELETED_PREFIX + run.id);
      await deleteAssessmentsOfRun(db, context.workspaceId, run.id);
      await store.condemnRun(db, run.runId);
      return {
        change: {},
        result: {
          runId: run.runId,
          deleted: { updatedChildren: children, updatedModels: models.kept.length, deletedModels: models.gone.length, files },
        },
      };
    },
  });
  const { files } = result.deleted;
  if (request.deletesFiles !== false) {
    await deleteStoredFiles(context, [...files.artifacts, ...files.events, ...files.models]);
  }
  await cleanCondemnedRuns(context, [result.runId]);
  return result.deleted;
}

function refuseUnfinished(run: RunRecord, publishedChildren: number): void {
  const refuse = (why: string) =>
    new BridgeError('wrong_state', `The run ${show(run.id)} ${why}; it is deleted only when forced.`, {
      resource: `run ${run.id}`,
      reason: 'not_deletable',
    });
  if (run.status !== 'created' && !run.archived) throw refuse(`is ${run.status} and not archived`);
  if (publishedChildren > 0) throw refuse(`has ${publishedChildren} published children`);
}

/** Models the run made: those that go with it, and those that stay. */
async function partModels(
  db: Database,
  run: RunRecord,
  { force = false, deletesModels = true }: DeleteRequest,
): Promise<{ gone: store.OutputModel[]; kept: store.OutputModel[] }> {
  const models = await store.outputModelsOf(db, run);
  const published = models.find((model) => model.isPublished);
  if (published && !force) {
    throw new BridgeError(
      'wrong_state',
      `The run ${show(run.id)} made the published model ${published.id}; it is deleted only when forced.`,
      {
        resource: `run ${run.id}`,
        reason: 'not_deletable',
      },
    );
  }
  const goes = (model: store.OutputModel) => deletesModels && !model.isPublished && !model.isUsed;
  return { gone: models.filter(goes), kept: models.filter((model) => !goes(model)) };
}
