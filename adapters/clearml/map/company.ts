/** The workspace as clients know it: 32 lower hex, and the name that the original gives its only company. */
export function companyOf(workspaceId: string): { id: string; name: string } {
  return { id: workspaceId.replaceAll('-', ''), name: 'clearml' };
}
