import type { Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import { existingModels } from '../store/model-facts.ts';
import { findRecord } from '../store/project-records.ts';
import { findQueue } from '../store/queues.ts';
import { findRun } from '../store/runs.ts';

/** How the parent of a run reads that was deleted for good. */
export const DELETED_PREFIX = '__DELETED__';

/** Things that a run refers to by id. */
export interface RunReferences {
  project?: string;
  parent?: string;
  inputModels?: readonly string[];
  queue?: string;
}

/** @throws invalid for a project, not_found for a parent, an input model or a queue that is not there */
export async function checkReferences(
  context: Context,
  { project, parent, inputModels = [], queue }: RunReferences,
): Promise<void> {
  const { db, workspaceId } = context;
  if (project && !(await findRecord(db, workspaceId, project))) {
    throw new BridgeError('invalid', `There is no project with the id ${show(project)}.`, {
      field: 'project',
      reason: 'reference',
    });
  }
  if (parent && !parent.startsWith(DELETED_PREFIX) && !(await findRun(db, workspaceId, parent))) throw notFound('run', parent);
  if (queue && !(await findQueue(db, workspaceId, { id: queue }))) throw notFound('queue', queue);
  if (inputModels.length > 0) {
    const there = await existingModels(db, workspaceId, inputModels);
    const unknown = inputModels.find((id) => !there.has(id));
    if (unknown !== undefined) throw notFound('model', unknown);
  }
}
