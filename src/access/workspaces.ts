import type { Actor, BaseContext, Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import {
  checkWorkspaceFacts,
  checkWorkspaceName,
  DEFAULT_WORKSPACE_ID,
  DEFAULT_WORKSPACE_NAME,
  noWorkspace,
  type Workspace,
  type WorkspaceFacts,
  type WorkspacePlace,
} from '../model/workspace.ts';
import * as store from '../store/workspaces.ts';
import { ensureDefaultQueue } from '../tracking/queues.ts';

/** Every workspace, by name. */
export async function listWorkspaces({ db }: Pick<Context, 'db'>): Promise<Workspace[]> {
  return await store.listWorkspaces(db);
}

/** @throws not_found */
export async function getWorkspace({ db }: Pick<Context, 'db'>, name: string): Promise<Workspace> {
  const workspace = await store.findWorkspace(db, name);
  if (!workspace) throw noWorkspace(name);
  return workspace;
}

/** Adds a workspace, with a queue to use when none is named. @throws invalid, already_exists */
export async function createWorkspace(context: Context, draft: Omit<Workspace, 'id'>): Promise<Workspace> {
  checkWorkspaceName(draft.name);
  if (draft.name === DEFAULT_WORKSPACE_NAME) throw new BridgeError('invalid', 'The default workspace is there already.');
  checkWorkspaceFacts(draft);
  return await context.db.transaction(async (db) => {
    const workspace = { ...draft, id: context.newId() };
    await store.insertWorkspace(db, workspace, context.now());
    await ensureDefaultQueue({ ...context, db, workspaceId: workspace.id });
    return workspace;
  });
}

/** Changes the facts that are given. @throws invalid, not_found */
export async function changeWorkspace(
  { db }: Pick<Context, 'db'>,
  name: string,
  change: Partial<WorkspaceFacts>,
): Promise<Workspace> {
  checkWorkspaceFacts(change);
  const workspace = await store.updateWorkspace(db, name, change);
  if (!workspace) throw noWorkspace(name);
  return workspace;
}

/**
 * The workspace a request works in: the one it names, else the one its credential is of, else the default one.
 * @param name what the request says; undefined when it names none
 * @returns undefined for the default one
 * @throws not_found, invalid, not_supported while the server has one only, forbidden for a credential of another one
 */
export async function placeOf(
  base: Pick<BaseContext, 'db' | 'workspaces'>,
  name: string | undefined,
  actor: Actor | undefined,
): Promise<WorkspacePlace | undefined> {
  const bound = actor?.workspaceId;
  if (name === undefined && bound === undefined) return undefined;
  if (!base.workspaces.areOn) {
    const what = name === undefined ? 'The credential is of another workspace' : `The request names the workspace ${show(name)}`;
    throw new BridgeError('not_supported', `${what}, and this server has one only; start it with --enable-workspaces.`, {
      field: 'X-MLFLOW-WORKSPACE',
      reason: 'workspaces_off',
    });
  }
  if (name !== undefined) checkWorkspaceName(name);
  const found =
    name === undefined ? await store.findWorkspaceById(base.db, bound as string) : await store.findWorkspace(base.db, name);
  if (!found) throw name === undefined ? notFound('workspace', bound as string) : noWorkspace(name);
  if (bound !== undefined && bound !== found.id) {
    throw new BridgeError('forbidden', `The credential is of another workspace than ${show(found.name)}.`);
  }
  if (found.id === DEFAULT_WORKSPACE_ID && found.artifactRoot === null) return undefined;
  const artifactRoot = found.artifactRoot?.replace(/\/+$/, '') ?? `${base.workspaces.root}/${found.name}`;
  return { workspaceId: found.id, workspaceName: found.name, artifactRoot };
}
