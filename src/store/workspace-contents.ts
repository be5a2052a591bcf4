import { BridgeError } from '../model/errors.ts';
import type { Database } from './database.ts';
import type { RemovableTrace } from './trace-removal.ts';
import { TRACE_ROOT } from './traces.ts';

/** Tables of what people keep in a workspace; while one of them has a row of it, it is in use. */
export const keptTables = ['projects', 'models', 'registered_models', 'evaluation_datasets', 'webhooks', 'mcp_servers'] as const;

/** Tables of what goes with a workspace unless it is moved. */
export const movedTables = ['credentials', 'queues'] as const;

/** Tables of what says how things are in it, and who may do what there; that never moves. */
export const passingTables = [
  'workers',
  'worker_reports',
  'serving_containers',
  'serving_reports',
  'storage_settings',
  'roles',
] as const;

/** How many rows of each kind people keep in a workspace; kinds without any are left out. */
export async function countKept(db: Database, workspaceId: string): Promise<{ table: string; count: number }[]> {
  const { rows } = await db.query<{ table: string; count: number }>({
    text: `select * from (${keptTables
      .map((table) => `select '${table}' as table, count(*)::int as count from ${table} where workspace_id = $1`)
      .join(' union all ')}) c where count > 0`,
    values: [workspaceId],
  });
  return rows;
}

/**
 * Puts all of a workspace into another one. Runs that wait in a queue wait in the one of that name there.
 * @throws wrong_state when a name is taken there
 */
export async function moveContents(db: Database, from: string, to: string): Promise<void> {
  const values = [from, to];
  await db.query({
    text: `update queue_entries e set queue_id = there.queue_id from queues here join queues there using (name)
      where here.workspace_id = $1 and there.workspace_id = $2 and e.queue_id = here.queue_id`,
    values,
  });
  await db.query({
    text: `delete from queues here using queues there
      where here.workspace_id = $1 and there.workspace_id = $2 and here.name = there.name`,
    values,
  });
  try {
    for (const table of [...keptTables, ...movedTables]) {
      await db.query({ text: `update ${table} set workspace_id = $2 where workspace_id = $1`, values });
    }
  } catch (error) {
    if (!(error instanceof BridgeError && error.code === 'already_exists')) throw error;
    throw new BridgeError('wrong_state', `What the workspace holds cannot move to the default one: ${error.message}`, {
      cause: error,
    });
  }
}

/** Ids of projects of a workspace. */
export async function projectsOf(db: Database, workspaceId: string): Promise<number[]> {
  const { rows } = await db.query<{ project_id: number }>({
    text: 'select project_id from projects where workspace_id = $1',
    values: [workspaceId],
  });
  return rows.map((row) => row.project_id);
}

/** Takes some runs away from every reader and remembers what is left of them; empty when none is left. */
export async function condemnRunsOf(db: Database, projectIds: readonly number[], limit: number): Promise<number[]> {
  const { rows } = await db.query<{ run_id: number }>({
    text: `with gone as (
        delete from runs where run_id in (
          select run_id from runs where project_id = any($1) order by run_id limit $2 for update
        ) returning run_id, artifact_root
      )
      insert into garbage (run_id, artifact_root) select run_id, artifact_root from gone returning run_id`,
    values: [projectIds, limit],
  });
  return rows.map((row) => row.run_id);
}

/** Some traces of projects; when they are gone, ask again. */
export async function someTracesOf(db: Database, projectIds: readonly number[], limit: number): Promise<RemovableTrace[]> {
  const { rows } = await db.query<RemovableTrace>({
    text: `select t.trace_id as id, ${TRACE_ROOT} as "artifactRoot" from traces t join projects p using (project_id)
      where project_id = any($1) order by t.trace_id limit $2`,
    values: [projectIds, limit],
  });
  return rows;
}

/** Deletes what is left of a workspace once its runs, models and traces are gone, and the workspace. */
export async function deleteWorkspace(db: Database, workspaceId: string): Promise<void> {
  const values = [workspaceId];
  await db.query({
    text: 'delete from datasets where project_id in (select project_id from projects where workspace_id = $1)',
    values,
  });
  for (const table of [...passingTables, ...movedTables, ...keptTables.toReversed(), 'workspaces']) {
    await db.query({ text: `delete from ${table} where workspace_id = $1`, values });
  }
}
