import type { Context } from '../context.ts';
import { invalid, show } from '../model/errors.ts';
import { DEFAULT_WORKSPACE_ID } from '../model/workspace.ts';
import { findWorkspace } from '../store/workspaces.ts';

const FOLDER = 'workspaces';

/**
 * Where a path among the files of the request's workspace lies among all files this server keeps. Clients name the folder of the
 * workspace themselves in paths that they were given, and leave it out in those they make up.
 * @param path canonical, see `toArtifactPath`
 * @throws invalid for the folder of another workspace
 * @see MLflow 3.17.2, artifact proxy with workspaces
 */
export async function pathInWorkspace(context: Context, path: string): Promise<string> {
  const { workspaces, workspaceId, workspaceName } = context;
  if (!workspaces.areOn) return path;
  const [first, name] = path.split('/');
  if (first !== FOLDER)
    return workspaceId === DEFAULT_WORKSPACE_ID ? path : `${FOLDER}/${workspaceName}/${path}`.replace(/\/$/, '');
  if (!name) throw invalid('path', `The path ${show(path)} names no workspace after ${FOLDER}/.`);
  if (name === workspaceName || (await isLeftBehind(context, name))) return path;
  throw invalid(
    'path',
    `The path ${show(path)} is of another workspace than ${show(workspaceName)}, in which the request works.`,
  );
}

/** Files of a workspace that was deleted belong to the default one with what refers to them, and stay where they were. */
async function isLeftBehind({ db, workspaceId }: Context, name: string): Promise<boolean> {
  return workspaceId === DEFAULT_WORKSPACE_ID && (await findWorkspace(db, name)) === undefined;
}
