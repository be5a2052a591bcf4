import type { Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import { isPublished } from '../model/run-status.ts';
import { findModelRecord } from '../store/model-records.ts';
import { findRun } from '../store/runs.ts';
import type { ChangedRun } from '../tracking/change-run.ts';
import { publishRun } from '../tracking/run-status.ts';
import { changeModel } from './model-records.ts';

/** The run that was published with its model. */
export interface PublishedRun {
  id: string;
  changed: ChangedRun<undefined>;
}

/**
 * Releases a model for use: from now on it reports nothing.
 * @param options.withRun publishes the run that made it too, where there is one that is not
 * @param options.force publishes that run whatever its status is
 * @returns the run that was published with it
 * @throws not_found, wrong_state when the model, reason `published`, or the run may not be published
 */
export async function publishModel(
  context: Context,
  id: string,
  options: { withRun: boolean; force: boolean },
): Promise<PublishedRun | undefined> {
  const model = await findModelRecord(context.db, context.workspaceId, id);
  if (!model) throw notFound('model', id);
  if (model.published) {
    throw new BridgeError('wrong_state', `The model ${show(id)} is ready already.`, {
      resource: `model ${id}`,
      reason: 'published',
    });
  }
  const run = options.withRun && model.sourceRun !== null && (await findRun(context.db, context.workspaceId, model.sourceRun));
  if (run) await context.guard.demand([{ kind: 'run', ids: [run.id], need: 'edit' }]);
  const published =
    run && !isPublished(run.status)
      ? { id: run.id, changed: await publishRun(context, run.id, { force: options.force, withModel: false }) }
      : undefined;
  await changeModel(context, id, { published: true, status: 'ready' });
  return published;
}
