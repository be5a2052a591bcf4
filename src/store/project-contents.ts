import type { Database } from './database.ts';
import { deleteDatasetsOf, moveEvaluation } from './evaluation-contents.ts';
import { idOfUuid } from './run-ids.ts';
import { TRACE_ROOT } from './traces.ts';

/** Tables whose rows repeat the project of their run. */
const runTables = ['params', 'tags', 'series'] as const;

/** Where the contents of projects go. */
export interface Destination {
  projectId: number;
  /** For ClearML the runs and models are in no project from now on. */
  isProjectless: boolean;
  now: Date;
}

/**
 * Moves all runs, models, datasets, traces and what is evaluated of some projects into another one. Artifacts stay where they are.
 * @returns how many runs and models there were
 */
export async function moveContents(
  db: Database,
  projectIds: readonly number[],
  { projectId, isProjectless, now }: Destination,
): Promise<{ runs: number; models: number }> {
  const values = [projectIds, projectId];
  for (const table of runTables) {
    await db.query({ text: `update ${table} set project_id = $2 where project_id = any($1)`, values });
  }
  const [runs, models] = await Promise.all(
    ['runs', 'models'].map((table) =>
      db.query({
        text: `update ${table} set project_id = $2, projectless = projectless or $3, changed_at = $4 where project_id = any($1)`,
        values: [...values, isProjectless, now],
      }),
    ),
  );
  await moveDatasets(db, projectIds, projectId);
  await moveEvaluation(db, projectIds, projectId);
  await db.query({
    text: `update traces t set project_id = $2, artifact_root = ${TRACE_ROOT}
      from projects p where p.project_id = t.project_id and t.project_id = any($1)`,
    values,
  });
  return { runs: runs?.rowCount ?? 0, models: models?.rowCount ?? 0 };
}

/** Of datasets that are the same, name and digest, one is kept: that of the destination if it has it. */
async function moveDatasets(db: Database, projectIds: readonly number[], projectId: number): Promise<void> {
  const same = `select dataset_id, first_value(dataset_id) over
      (partition by name, digest order by (project_id = $2) desc, dataset_id) as kept
    from datasets where project_id = any($1) or project_id = $2`;
  const values = [projectIds, projectId];
  await db.query({
    text: `insert into run_datasets (run_id, dataset_id, context, tags)
      select u.run_id, d.kept, u.context, u.tags from run_datasets u join (${same}) d using (dataset_id)
      where d.kept <> d.dataset_id order by u.position on conflict do nothing`,
    values,
  });
  await db.query({
    text: `with d as (${same}), u as (
        delete from run_datasets u using d where u.dataset_id = d.dataset_id and d.kept <> d.dataset_id
      )
      delete from datasets s using d where s.dataset_id = d.dataset_id and d.kept <> d.dataset_id`,
    values,
  });
  await db.query({ text: 'update datasets set project_id = $2 where project_id = any($1)', values });
}

/** Ids of some runs in projects; when they are gone, ask again. */
export async function someRunsOf(db: Database, projectIds: readonly number[], limit: number): Promise<string[]> {
  const { rows } = await db.query<{ uuid: string; external_id: string | null }>({
    text: 'select uuid, external_id from runs where project_id = any($1) and not projectless order by run_id limit $2',
    values: [projectIds, limit],
  });
  return rows.map(({ uuid, external_id }) => idOfUuid(uuid, external_id));
}

/** Ids of some models in projects; when they are gone, ask again. */
export async function someModelsOf(db: Database, projectIds: readonly number[], limit: number): Promise<string[]> {
  const { rows } = await db.query<{ model_id: string }>({
    text: 'select model_id from models where project_id = any($1) and not projectless order by model_id limit $2',
    values: [projectIds, limit],
  });
  return rows.map((row) => idOfUuid(row.model_id, null));
}

/** Deletes projects that hold nothing but traces and datasets, which go with them. @returns how many */
export async function deleteProjects(db: Database, projectIds: readonly number[]): Promise<number> {
  const values = [projectIds];
  const traces = 'select trace_id from traces where project_id = any($1)';
  for (const table of ['trace_entries', 'spans', 'assessments', 'trace_links']) {
    await db.query({ text: `delete from ${table} where trace_id in (${traces})`, values });
  }
  await db.query({ text: 'delete from traces where project_id = any($1)', values });
  await db.query({ text: 'delete from datasets where project_id = any($1)', values });
  await deleteDatasetsOf(db, projectIds);
  const { rowCount } = await db.query({ text: 'delete from projects where project_id = any($1)', values });
  return rowCount;
}

/** Paths of projects at and below one. */
export async function readTreePaths(
  db: Database,
  workspaceId: string,
  path: string,
): Promise<{ projectId: number; path: string }[]> {
  const { rows } = await db.query<{ project_id: number; path: string }>({
    text: `select project_id, path from projects
      where workspace_id = $1 and (path = $2 or path >= $2 || '/' and path < $2 || '0') order by path`,
    values: [workspaceId, path],
  });
  return rows.map((row) => ({ projectId: row.project_id, path: row.path }));
}
