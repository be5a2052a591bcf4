import type { Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import type { ModelRecord } from '../model/model-record.ts';
import type { ModelVersion } from '../model/registry.ts';
import { isPublished } from '../model/run-status.ts';
import { findModelRecord, isModelUsed } from '../store/model-records.ts';
import { deleteVersions, versionsOfModels } from '../store/model-versions.ts';
import { touchProjects } from '../store/project-tree.ts';
import { deleteModels } from '../store/remove-runs.ts';
import { findRun } from '../store/runs.ts';

/**
 * Deletes a model for good, with what runs say of it and the versions it is registered as. Its file stays where it is.
 * @param force also one that runs use, one of a published run, and one of a version that has an alias or is staged
 * @returns it as it was
 * @throws not_found, wrong_state with reason `used` or `made_by_published`, forbidden for a version the actor may not delete
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
    const versions = await versionsOfModels(db, [id]);
    const inUse = versions.find(isInUse);
    if (inUse && !force) throw refusal(id, 'used', `is version ${inUse.version} of ${show(inUse.name)}, which is in use`);
    // anybody who may read a model can register it where the actor may delete nothing
    await context.guard.demand([{ kind: 'registered_model', ids: versions.map(({ name }) => name), need: 'manage' }], db);
    await deleteVersions(db, versions, context.now());
    await deleteModels(db, [id]);
    await touchProjects(db, [model.projectId], context.now());
    return model;
  });
}

/** Whether clients ask for a version by more than its number. */
function isInUse({ stage, aliases }: ModelVersion): boolean {
  return stage === 'Staging' || stage === 'Production' || aliases.length > 0;
}

function refusal(id: string, reason: string, why: string): BridgeError {
  return new BridgeError('wrong_state', `The model ${show(id)} ${why}; only with force it is deleted.`, {
    resource: `model ${id}`,
    reason,
  });
}
