import type { Database } from './database.ts';
import { uuidOfId } from './run-ids.ts';

/** Which of some models are there. @param ids 32 lower hex */
export async function existingModels(db: Database, workspaceId: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>({
    text: `select replace(model_id::text, '-', '') as id from models where workspace_id = $1 and model_id = any($2)`,
    values: [workspaceId, ids.map(uuidOfId)],
  });
  return new Set(rows.map((row) => row.id));
}

/** Makes a model ready for use; one that is ready, or not there, stays as it is. */
export async function publishModel(db: Database, workspaceId: string, id: string, now: Date): Promise<void> {
  await db.query({
    text: `update models set published = true, status = 'ready', updated_at = $3, changed_at = $3
      where workspace_id = $1 and model_id = $2 and not published`,
    values: [workspaceId, uuidOfId(id), now],
  });
}
