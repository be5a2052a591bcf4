import type { Database } from './database.ts';

/** What is named within a project: its table, its id, and the column by which names are unique. */
const named = [
  { table: 'scorers', id: 'scorer_id', key: 'name', renamed: 'name = x.name' },
  { table: 'label_schemas', id: 'schema_id', key: 'name', renamed: 'name = x.name' },
  // a second queue of a user is no longer the one that is found by his name
  {
    table: 'review_queues',
    id: 'queue_id',
    key: 'name_key',
    renamed: `name = x.name, name_key = x.key, kind = case when x.place > 1 then 'custom' else r.kind end`,
  },
] as const;

/**
 * Moves what is evaluated in some projects into another one. Of several things with one name, all but the first get their id in
 * brackets behind it; the question that every project has is made anew.
 */
export async function moveEvaluation(db: Database, projectIds: readonly number[], projectId: number): Promise<void> {
  const values = [projectIds, projectId];
  await db.query({
    text: `insert into evaluation_dataset_projects (dataset_id, project_id)
      select distinct dataset_id, $2::int4 from evaluation_dataset_projects where project_id = any($1)
      on conflict (project_id, dataset_id) do nothing`,
    values,
  });
  await db.query({ text: 'delete from evaluation_dataset_projects where project_id = any($1)', values: [projectIds] });
  await db.query({ text: 'delete from label_schemas where project_id = any($1) and is_default', values: [projectIds] });
  for (const { table, id, key, renamed } of named) {
    await db.query({
      text: `update ${table} r set project_id = $2, ${renamed} from (
          select ${id}, place, n.name || mark as name, n.key || mark as key from (
            select ${id}, name, ${key} as key, row_number() over (partition by ${key} order by (project_id = $2) desc, ${id}) as place
            from ${table} where project_id = any($1) or project_id = $2
          ) n, lateral (select case when place > 1 then ' [' || ${id} || ']' else '' end as mark) m
        ) x
        where x.${id} = r.${id} and r.project_id = any($1)`,
      values,
    });
  }
}

/** Deletes the evaluation datasets that belong to some projects alone, before these are deleted with all else that is theirs. */
export async function deleteDatasetsOf(db: Database, projectIds: readonly number[]): Promise<void> {
  await db.query({
    text: `delete from evaluation_datasets d
      where exists (select from evaluation_dataset_projects l where l.dataset_id = d.dataset_id and l.project_id = any($1))
        and not exists (select from evaluation_dataset_projects l where l.dataset_id = d.dataset_id and l.project_id <> all($1))`,
    values: [projectIds],
  });
}
