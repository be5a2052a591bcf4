import type { Answer, Database } from './database.ts';
import { deleteDatasetsOf } from './evaluation-contents.ts';
import type { RemovableTrace } from './trace-removal.ts';
import { TRACE_ROOT } from './traces.ts';

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

/** A model that is to go. */
export interface GarbageModel {
  modelId: string;
  artifactRoot: string;
  /** Where a client said its file is. */
  uri: string | null;
}

/** Rows deleted in one statement, so that no transaction grows with a run's history. */
const CHUNK = 50_000;
/** Roots read at once. */
const PAGE = 1000;
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

/**
 * Archived projects that can go with their models and traces, $1 being the time: nothing else is in them. A run in one that was
 * brought back, or archived later, keeps its project and all that is there.
 */
const EMPTY_PROJECTS = `select p.project_id from projects p where p.archived and p.changed_at <= $1
  and not exists (select from runs r where r.project_id = p.project_id and not (r.archived and r.archived_at <= $1))
  and not exists (select from projects child where child.parent_id = p.project_id)`;

/**
 * Models that can go: archived themselves, or in a project that goes, as the original has it. What stands for a registered version
 * goes with that alone, and its files, which belong to others, never.
 */
const GONE_MODELS = `(not m.is_of_version and (m.archived and m.changed_at <= $1 or m.project_id in (${EMPTY_PROJECTS})))`;

/** How much an actual collection would take. */
export async function countGarbage(
  db: Database,
  { until }: GarbageScope,
): Promise<{ runs: number; experiments: number; models: number; points: number }> {
  const { rows } = await db.query<Record<'runs' | 'experiments' | 'models' | 'points', bigint>>({
    text: `with gone as (select run_id from runs where archived and archived_at <= $1)
      select (select count(*) from gone) + (select count(*) from garbage) as runs,
        (select count(*) from (${EMPTY_PROJECTS}) e) as experiments,
        (select count(*) from models m where ${GONE_MODELS}) as models,
        -- of a run whose points were going already, what is left of them
        (select coalesce(sum(count), 0)::bigint from series join gone using (run_id))
          + (select count(*) from points join garbage using (run_id)) as points`,
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
  for (const [source, first] of [
    [`select run_id as id, artifact_root as root from runs where archived and archived_at <= $1 and run_id > $2::int`, 0],
    [`select run_id as id, artifact_root as root from garbage where $1::timestamptz is not null and run_id > $2::int`, 0],
    [`select model_id as id, artifact_root as root from models m where ${GONE_MODELS} and model_id > $2::uuid`, NO_MODEL],
    [
      `select trace_id as id, ${TRACE_ROOT} as root from traces t join projects p using (project_id)
        where project_id in (${EMPTY_PROJECTS}) and trace_id > $2::text`,
      '',
    ],
  ] as const) {
    for (let last: number | string | undefined = first; last !== undefined; ) {
      const { rows }: Answer<{ id: number | string; root: string }> = await db.query({
        text: `${source} order by id limit ${PAGE}`,
        values: [until, last],
      });
      for (const { root } of rows) yield root;
      last = rows.at(-1)?.id;
    }
  }
}

/** Comes before the id of every model. */
const NO_MODEL = '00000000-0000-0000-0000-000000000000';

/**
 * Takes archived runs away from every reader, at once and for good, and remembers what is left of them.
 * @returns how many; 0 when none is left
 */
export async function condemnRuns(db: Database, { until }: GarbageScope, limit: number): Promise<number> {
  const { rowCount } = await db.query({
    text: `with gone as (
        delete from runs where run_id in (
          select run_id from runs where archived and archived_at <= $1 order by run_id limit $2 for update
        ) returning run_id, artifact_root
      )
      insert into garbage (run_id, artifact_root) select run_id, artifact_root from gone`,
    values: [until, limit],
  });
  return rowCount;
}

/** Some condemned runs; when they are cleaned and forgotten, ask again. */
export async function condemnedRuns(db: Database, limit: number): Promise<GarbageRun[]> {
  const { rows } = await db.query<{ run_id: number; artifact_root: string }>({
    text: 'select run_id, artifact_root from garbage order by run_id limit $1',
    values: [limit],
  });
  return rows.map((row) => ({ runId: row.run_id, artifactRoot: row.artifact_root }));
}

/** Those of some runs that are condemned. */
export async function condemnedAmong(db: Database, runIds: readonly number[]): Promise<GarbageRun[]> {
  const { rows } = await db.query<{ run_id: number; artifact_root: string }>({
    text: 'select run_id, artifact_root from garbage where run_id = any($1)',
    values: [runIds],
  });
  return rows.map((row) => ({ runId: row.run_id, artifactRoot: row.artifact_root }));
}

/**
 * Takes some addresses of files that condemned runs reported out of the record; when their files are deleted, ask again.
 * @returns at most twice `limit`, none when all are taken
 */
export async function takeReportedAddresses(db: Database, runIds: readonly number[], limit: number): Promise<string[]> {
  const { rows } = await db.query<{ url: string }>({
    text: `with artifacts as (
        delete from run_artifacts where ctid = any(array(
          select ctid from run_artifacts where run_id = any($1) and mode = 'output' and uri like 'files:///%' limit $2
        )) returning uri as url
      ), pictures as (
        delete from run_plots where ctid = any(array(
          select ctid from run_plots where run_id = any($1) and kind = 'image' and url like 'files:///%' limit $2
        )) returning url
      )
      select url from artifacts union all select url from pictures`,
    values: [runIds, limit],
  });
  return rows.map((row) => row.url);
}

/**
 * Deletes everything condemned runs logged, in bounded chunks, and then forgets the runs.
 * @param onPoints told how many points each chunk took
 */
export async function deleteRunRows(
  db: Database,
  runIds: readonly number[],
  signal: AbortSignal,
  onPoints: (points: number) => void,
): Promise<void> {
  for (const table of hotTables) {
    for (let rowCount = CHUNK; rowCount === CHUNK; ) {
      signal.throwIfAborted();
      ({ rowCount } = await db.query({
        text: `delete from ${table} where run_id = any($1)
          and ctid = any(array(select ctid from ${table} where run_id = any($1) limit ${CHUNK}))`,
        values: [runIds],
      }));
      if (table === 'points') onPoints(rowCount);
    }
  }
  await db.query({ text: 'delete from garbage where run_id = any($1)', values: [runIds] });
}

/** Some models that are to go; when they are deleted, ask again. */
export async function condemnedModels(db: Database, { until }: GarbageScope, limit: number): Promise<GarbageModel[]> {
  const { rows } = await db.query<{ model_id: string; artifact_root: string; uri: string | null }>({
    text: `select model_id, artifact_root, uri from models m where ${GONE_MODELS} order by model_id limit $2`,
    values: [until, limit],
  });
  return rows.map((row) => ({ modelId: row.model_id, artifactRoot: row.artifact_root, uri: row.uri }));
}

/** Deletes a model for good, unless it was brought back meanwhile. @returns whether it went */
export async function deleteModel(db: Database, { until }: GarbageScope, modelId: string): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const { rowCount } = await transaction.query({
      text: `delete from models m where model_id = $2 and ${GONE_MODELS}`,
      values: [until, modelId],
    });
    if (rowCount > 0) await transaction.query({ text: 'delete from model_metrics where model_id = $1', values: [modelId] });
    return rowCount > 0;
  });
}

/** Some traces of archived projects that are to go; when they are deleted, ask again. */
export async function condemnedTraces(db: Database, { until }: GarbageScope, limit: number): Promise<RemovableTrace[]> {
  const { rows } = await db.query<{ trace_id: string; root: string }>({
    text: `select trace_id, ${TRACE_ROOT} as root from traces t join projects p using (project_id)
      where project_id in (${EMPTY_PROJECTS}) order by trace_id limit $2`,
    values: [until, limit],
  });
  return rows.map((row) => ({ id: row.trace_id, artifactRoot: row.root }));
}

/** Deletes archived projects in which nothing is left. @returns how many */
export async function deleteEmptyProjects(db: Database, { until }: GarbageScope): Promise<number> {
  return db.transaction(async (transaction) => {
    await transaction.query({
      text: `update models m set project_id = d.project_id, projectless = true from projects d
        where m.is_of_version and d.workspace_id = m.workspace_id and d.experiment_id = 0 and m.project_id <> d.project_id
          and m.project_id in (${EMPTY_PROJECTS})`,
      values: [until],
    });
    const { rows } = await transaction.query<{ project_id: number }>({
      text: `${EMPTY_PROJECTS} and not exists (select from models m where m.project_id = p.project_id)
        and not exists (select from runs r where r.project_id = p.project_id)
        and not exists (select from traces t where t.project_id = p.project_id) for update`,
      values: [until],
    });
    const ids = rows.map((row) => row.project_id);
    await transaction.query({ text: 'delete from datasets where project_id = any($1)', values: [ids] });
    await deleteDatasetsOf(transaction, ids);
    const { rowCount } = await transaction.query({ text: 'delete from projects where project_id = any($1)', values: [ids] });
    return rowCount;
  });
}
