import type { Database } from './database.ts';
import { KeyIds } from './keys.ts';
import { archivedRun } from './log-writer.ts';
import { uuidOfId } from './run-ids.ts';
import { writeRuns } from './write-runs.ts';

/**
 * Sets a tag of a run to what `change` makes of its value. The run's row is held meanwhile, so that of several changes at once,
 * by several servers too, none is lost.
 * @returns false when there is no such run
 * @throws wrong_state when the run is archived; what `change` throws, and then nothing is written
 */
export async function changeTag(
  db: Database,
  place: { workspaceId: string; runId: string; key: string },
  change: (value: string | undefined) => string,
): Promise<boolean> {
  const keys = await new KeyIds(db).idsOf([place.key]);
  return db.transaction(async (transaction) => {
    const runs = await transaction.query<{ run_id: number; project_id: number; archived: boolean; name: string }>({
      text: `select r.run_id, r.project_id, r.archived, r.name from runs r join projects p using (project_id)
        where r.uuid = $2 and p.workspace_id = $1 for no key update of r`,
      values: [place.workspaceId, uuidOfId(place.runId)],
    });
    const run = runs.rows[0];
    if (!run) return false;
    if (run.archived) throw archivedRun(uuidOfId(place.runId));
    const { rows } = await transaction.query<{ value: string }>({
      text: 'select value from tags where run_id = $1 and key_id = $2',
      values: [run.run_id, keys.get(place.key)],
    });
    const tags = [{ key: place.key, value: change(rows[0]?.value) }];
    const { run_id: runId, project_id: projectId, name } = run;
    await writeRuns(transaction, keys, [{ runId, projectId, name, batch: { metrics: [], params: [], tags } }]);
    return true;
  });
}
