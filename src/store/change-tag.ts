import type { Database } from './database.ts';
import type { KeyIds } from './keys.ts';
import { archivedRun } from './log-writer.ts';
import { uuidOfId } from './run-ids.ts';
import { upsertTags } from './write-runs.ts';

/**
 * Sets a tag of a run to what `change` makes of its value. The run's row is held meanwhile, so that of several changes at once,
 * by several servers too, none is lost.
 * @returns false when there is no such run
 * @throws wrong_state when the run is archived; what `change` throws, and then nothing is written
 */
export async function changeTag(
  db: Database,
  dictionary: KeyIds,
  place: { workspaceId: string; runId: string; key: string },
  change: (value: string | undefined) => string,
): Promise<boolean> {
  const keys = await dictionary.idsOf([place.key]);
  return db.transaction(async (transaction) => {
    const runs = await transaction.query<{ run_id: number; project_id: number; archived: boolean }>({
      text: `select r.run_id, r.project_id, r.archived from runs r join projects p using (project_id)
        where r.uuid = $2 and p.workspace_id = $1 for no key update of r`,
      values: [place.workspaceId, uuidOfId(place.runId)],
    });
    const run = runs.rows[0];
    if (!run) return false;
    if (run.archived) throw archivedRun(place.runId);
    const { rows } = await transaction.query<{ value: string }>({
      text: 'select value from tags where run_id = $1 and key_id = $2',
      values: [run.run_id, keys.get(place.key)],
    });
    const keyId = keys.get(place.key) as number;
    await upsertTags(transaction, [{ runId: run.run_id, projectId: run.project_id, keyId, value: change(rows[0]?.value) }]);
    return true;
  });
}
