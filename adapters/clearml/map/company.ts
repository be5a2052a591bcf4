import { DEFAULT_WORKSPACE_NAME } from '../../../src/model/workspace.ts';

/** The id of a workspace as clients know it: 32 lower hex. */
export function companyIdOf(workspaceId: string): string {
  return workspaceId.replaceAll('-', '');
}

/** The name of a workspace; the one that is there from the start has the name that the original gives its only company. */
export function companyNameOf(workspaceName: string): string {
  return workspaceName === DEFAULT_WORKSPACE_NAME ? 'clearml' : workspaceName;
}

/** The workspace as clients know it. */
export function companyOf({ workspaceId, workspaceName }: { workspaceId: string; workspaceName: string }): {
  id: string;
  name: string;
} {
  return { id: companyIdOf(workspaceId), name: companyNameOf(workspaceName) };
}
