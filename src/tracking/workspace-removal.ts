import type { Context } from '../context.ts';
import { BridgeError, show } from '../model/errors.ts';
import { DEFAULT_PROJECT_NAME } from '../model/project.ts';
import { DEFAULT_WORKSPACE_ID, noWorkspace, type WorkspaceRemoval } from '../model/workspace.ts';
import { deleteModel } from '../registry/delete-model.ts';
import { deleteProjects, moveContents as moveProjectContents, someModelsOf } from '../store/project-contents.ts';
import { findProjectByName } from '../store/projects.ts';
import * as contents from '../store/workspace-contents.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { cleanCondemnedRuns } from './collect-garbage.ts';
import { getDefaultProject } from './projects.ts';
import { removeTracesWithFiles } from './trace-removal.ts';

/** Runs or models that are deleted before it is asked for the next ones. */
const AT_ONCE = 200;

/**
 * Deletes a workspace for good. With everything in it that takes several steps: whoever is interrupted asks again.
 * @throws not_found, wrong_state for the default one, for one that holds something (`restrict`) and where names are taken
 *   (`set_default`)
 */
export async function removeWorkspace(context: Context, name: string, removal: WorkspaceRemoval): Promise<void> {
  const workspace = await findWorkspace(context.db, name);
  if (!workspace) throw noWorkspace(name);
  if (workspace.id === DEFAULT_WORKSPACE_ID) {
    throw new BridgeError('invalid', 'The default workspace cannot be deleted.', { field: 'workspace_name' });
  }
  if (removal === 'cascade') await deleteContents({ ...context, workspaceId: workspace.id });
  await context.db.transaction(async (db) => {
    if (removal === 'restrict') {
      const kept = await contents.countKept(db, workspace.id);
      if (kept.length > 0) throw inUse(name, kept);
    }
    if (removal === 'set_default') await moveToDefault({ ...context, db }, workspace.id);
    await contents.deleteWorkspace(db, workspace.id);
  });
}

/** Moves everything. What is in the project for runs that name none is in that of the default workspace from now on. */
async function moveToDefault(context: Context, workspaceId: string): Promise<void> {
  const { db } = context;
  const own = await findProjectByName(db, workspaceId, DEFAULT_PROJECT_NAME);
  if (own) {
    const { projectId } = await getDefaultProject({ ...context, workspaceId: DEFAULT_WORKSPACE_ID });
    await moveProjectContents(db, [own.projectId], { projectId, isProjectless: false, now: context.now() });
    await deleteProjects(db, [own.projectId]);
  }
  await contents.moveContents(db, workspaceId, DEFAULT_WORKSPACE_ID);
}

function inUse(name: string, kept: readonly { table: string; count: number }[]): BridgeError {
  const what = kept.map(({ table, count }) => `${table.replaceAll('_', ' ')}: ${count}`).join(', ');
  return new BridgeError('wrong_state', `The workspace ${show(name)} is not empty (${what}); move or delete these first.`, {
    field: 'workspace_name',
  });
}

async function deleteContents(context: Context): Promise<void> {
  const { db, workspaceId, signal } = context;
  const projectIds = await contents.projectsOf(db, workspaceId);
  for (let runs = await contents.condemnRunsOf(db, projectIds, AT_ONCE); runs.length > 0; ) {
    signal.throwIfAborted();
    await cleanCondemnedRuns(context, runs);
    runs = await contents.condemnRunsOf(db, projectIds, AT_ONCE);
  }
  for (let traces = await contents.someTracesOf(db, projectIds, AT_ONCE); traces.length > 0; ) {
    await removeTracesWithFiles(context, traces);
    traces = await contents.someTracesOf(db, projectIds, AT_ONCE);
  }
  for (let models = await someModelsOf(db, projectIds, AT_ONCE); models.length > 0; ) {
    for (const id of models) {
      signal.throwIfAborted();
      await deleteModel(context, id, true);
    }
    models = await someModelsOf(db, projectIds, AT_ONCE);
  }
}
