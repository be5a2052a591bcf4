import type { Database } from './database.ts';

/** Which archived things are old enough to go. */
export interface GarbageScope {
  /** Archived at this time or before. */
  until: Date;
}

/** A run that is gone for readers and still has points or files. */
export interface GarbageRun {
  runId: number;
  artifactRoot: string;
}

/** Rows deleted in one statement, so that no transaction grows with a run's history. */
const CHUNK = 50_000;
/** Tables that hold rows of a run; points go first, they are the many. */
const hotTables = [
  'points',
  'further_points',
  'console_lines',
  'run_plots',
  'model_metrics',
  'series',
  'params',
  'tags',
  'run_datasets',
  'run_models',
  'run_documents',
  'run_artifacts',
  'queue_entries',
] as const;

/** How much an actual collection would take. */
export async function countGarbage(
  db: Database,
  { until }: GarbageScope,
): Promise<{ runs: number; experiments: number; models: number; points: number }> {
  const { rows } = await db.query<Record<'runs' | 'experiments' | 'models' | 'points', bigint>>({
    text: `with gone as (
        select run_id from runs where archived and archived_at <= $1 union select run_id from garbage
      )
      select (select count(*) from gone) as runs,
        (select count(*) from projects where archived and changed_at <= $1) as experiments,
        (select count(*) from models where archived and changed_at <= $1) as models,
        (select coalesce(sum(count), 0)::bigint from series join gone using (run_id)) as points`,
    values: [until],
  });
  const [row] = rows;
  return {
    runs: Number(row?.runs ?? 0),
    experiments: Number(row?.experiments ?? 0),
    models: Number(row?.models ?? 0),
    points: Number(row?.points ?? 0),
  };
}

/** Artifact roots of everything a collection would take, a page at a time. */
export async function* garbageRoots(db: Database, { until }: GarbageScope): AsyncGenerator<string> {
  const sources = [
    `select run_id as id, artifact_root from runs where archived and archived_at <= $1 and run_id > $2::int`,
    `select run_id as id, artifact_root from garbage where $1::timestamptz is not null and run_id > $2::int`,
  ];
  for (const source of sources) {
    let last = 0;
    for (;;) {
      const { rows } = await db.query<{ id: number; artifact_root: string }>({
        text: `${source} order by id limit 1000`,
        values: [until, last],
      });
      if (rows.length === 0) break;
      for (const row of rows) yield row.artifact_root;
      last = rows.at(-1)?.id ?? last;
    }
  }
  const { rows } = await db.query<{ artifact_root: string }>({
    text: 'select artifact_root from models where archived and changed_at <= $1',
    values: [until],
  });
  for (const row of rows) yield row.artifact_root;
}

/**
 * Takes archived runs away from every reader, at once and for good, and remembers what is left of them.
 * @returns how many; 0 when none is left
 */
export async function condemnRuns(db: Database, { until }: GarbageScope, limit: number): Promise<number> {
  const { rowCount } = await db.query({
    text: `with gone as (
        delete from runs where run_id in (
          select run_id from runs where archived and archived_at <= $1 order by run_id limit $2 for update skip locked
        ) and archived returning run_id, artifact_root
      )
      insert into garbage (run_id, artifact_root) select run_id, artifact_root from gone`,
    values: [until, limit],
  });
  return rowCount;
}

/** Some condemned runs; after each is cleaned, ask again. */
export async function condemnedRuns(db: Database, limit: number): Promise<GarbageRun[]> {
  const { rows } = await db.query<{ run_id: number; artifact_root: string }>({
    text: 'select run_id, artifact_root from garbage order by run_id limit $1',
    values: [limit],
  });
  return rows.map((row) => ({ runId: row.run_id, artifactRoot: row.artifact_root }));
}

/** Deletes everything a condemned run logged, in bounded chunks. @returns points deleted */
export async function deleteRunRows(db: Database, runId: number): Promise<number> {
  let points = 0;
  for (const table of hotTables) {
    for (;;) {
      const { rowCount } = await db.query({
        text: `delete from ${table} where run_id = $1 and ctid = any (array(select ctid from ${table} where run_id = $1 limit ${CHUNK}))`,
        values: [runId],
      });
      if (table === 'points' || table === 'further_points') points += rowCount;
      if (rowCount < CHUNK) break;
    }
  }
  return points;
}

/** Nothing is left of a condemned run. */
export async function forgetGarbage(db: Database, runId: number): Promise<void> {
  await db.query({ text: 'delete from garbage where run_id = $1', values: [runId] });
}

/** Archived models that are old enough. */
export async function archivedModels(
  db: Database,
  { until }: GarbageScope,
): Promise<{ modelId: string; artifactRoot: string }[]> {
  const { rows } = await db.query<{ model_id: string; artifact_root: string }>({
    text: 'select model_id, artifact_root from models where archived and changed_at <= $1 order by model_id limit 1000',
    values: [until],
  });
  return rows.map((row) => ({ modelId: row.model_id, artifactRoot: row.artifact_root }));
}

/** Deletes a model for good. */
export async function deleteModel(db: Database, modelId: string): Promise<void> {
  await db.query({ text: 'delete from model_metrics where model_id = $1', values: [modelId] });
  await db.query({ text: 'delete from models where model_id = $1 and archived', values: [modelId] });
}

/** Deletes archived projects in which nothing is left. @returns how many */
export async function deleteEmptyProjects(db: Database, { until }: GarbageScope): Promise<number> {
  return db.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ project_id: number }>({
      text: `select project_id from projects p where archived and changed_at <= $1
        and not exists (select from runs where runs.project_id = p.project_id)
        and not exists (select from models where models.project_id = p.project_id)
        and not exists (select from traces where traces.project_id = p.project_id)
        and not exists (select from projects child where child.parent_id = p.project_id)
        for update`,
      values: [until],
    });
    const ids = rows.map((row) => row.project_id);
    await transaction.query({ text: 'delete from datasets where project_id = any($1)', values: [ids] });
    const { rowCount } = await transaction.query({ text: 'delete from projects where project_id = any($1)', values: [ids] });
    return rowCount;
  });
}
