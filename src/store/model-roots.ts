import type { Database } from './database.ts';
import { uuidOfId } from './run-ids.ts';

/**
 * Artifact root of a model of the workspace; undefined when there is none or it is archived.
 * @param id 32 lower hex
 */
export async function findModelRoot(db: Database, workspaceId: string, id: string): Promise<string | undefined> {
  const { rows } = await db.query<{ artifact_root: string }>({
    name: 'model-root',
    text: 'select artifact_root from models where model_id = $2 and workspace_id = $1 and not archived',
    values: [workspaceId, uuidOfId(id)],
  });
  return rows[0]?.artifact_root;
}
