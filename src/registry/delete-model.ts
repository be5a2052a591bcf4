import type { Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import type { ModelRecord } from '../model/model-record.ts';
import { isPublished } from '../model/run-status.ts';
import { findModelRecord, isModelUsed } from '../store/model-records.ts';
import { touchProjects } from '../store/project-tree.ts';
import { deleteModels } from '../store/remove-runs.ts';
import { findRun } from '../store/runs.ts';

/**
 * Deletes a model for good, with what runs say of it. Its file stays where it is.
 * @param force also one that runs use, and one of a published run
 * @returns it as it was
 * @throws not_found, wrong_state with reason `used` or `made_by_published`
 */
export function deleteModel(context: Context, id: string, force: boolean): Promise<ModelRecord> {
  const { workspaceId } = context;
  return context.db.transaction(async (db) => {
    const model = await findModelRecord(db, workspaceId, id, 'for update');
    if (!model) throw notFound('model', id);
    if (!force && (await isModelUsed(db, id))) {
      throw refusal(id, 'used', 'is an input of a run');
    }
    const run = force || model.sourceRun === null ? undefined : await findRun(db, workspaceId, model.sourceRun);
    if (run && isPublished(run.status))
      throw refusal(id, 'made_by_published', `was made by the run ${show(run.id)}, which is published`);
    await deleteModels(db, [id]);
    await touchProjects(db, [model.projectId], context.now());
    return model;
  });
}

function refusal(id: string, reason: string, why: string): BridgeError {
  return new BridgeError('wrong_state', `The model ${show(id)} ${why}; only with force it is deleted.`, {
    resource: `model ${id}`,
    reason,
  });
}
