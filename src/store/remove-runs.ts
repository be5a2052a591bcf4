import type { Database } from './database.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';

/** A model that a run made, as far as it matters when the run goes. */
export interface OutputModel {
  /** 32 lower hex. */
  id: string;
  isPublished: boolean;
  /** Another run uses it as an input. */
  isUsed: boolean;
  uri: string | null;
}

/** Models that a run made. */
export async function outputModelsOf(db: Database, run: { runId: number; id: string }): Promise<OutputModel[]> {
  const { rows } = await db.query<{ model_id: string; published: boolean; used: boolean; uri: string | null }>({
    text: `select m.model_id, m.published, m.uri, exists (
        select from run_models u where u.model_id = replace(m.model_id::text, '-', '') and u.direction = 'input' and u.run_id <> $1
      ) as used
      from models m where m.source_run = $2 order by m.created_at`,
    values: [run.runId, run.id],
  });
  return rows.map((row) => ({
    id: idOfUuid(row.model_id, null),
    isPublished: row.published,
    isUsed: row.used,
    uri: row.uri,
  }));
}

/** Deletes models with what runs say of them; what they logged themselves is left to the garbage. */
export async function deleteModels(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.query({
    text: `insert into garbage (run_id, artifact_root)
      select log_id, artifact_root from models where model_id = any($1) and log_id is not null on conflict do nothing`,
    values: [ids.map(uuidOfId)],
  });
  await db.query({ text: 'delete from model_metrics where model_id = any($1)', values: [ids.map(uuidOfId)] });
  await db.query({ text: 'delete from run_models where model_id = any($1)', values: [ids] });
  await db.query({ text: 'delete from models where model_id = any($1)', values: [ids.map(uuidOfId)] });
}

/** Gives models that outlive their run another text for it. */
export async function renameSourceRun(db: Database, ids: readonly string[], sourceRun: string): Promise<void> {
  if (ids.length === 0) return;
  await db.query({ text: 'update models set source_run = $2 where model_id = any($1)', values: [ids.map(uuidOfId), sourceRun] });
}

/** Children of a run: how many, and whether some of them are published. */
export async function countChildren(db: Database, id: string): Promise<{ children: number; published: number }> {
  const { rows } = await db.query<{ children: number; published: number }>({
    text: `select count(*)::int4 as children, (count(*) filter (where status in ('published', 'publishing')))::int4 as published
      from runs where parent = $1 and "left"(parent, 256) = "left"($1, 256)`,
    values: [id],
  });
  return rows[0] ?? { children: 0, published: 0 };
}

/** Gives the children of a run another text for their parent. */
export async function renameParent(db: Database, id: string, parent: string): Promise<void> {
  await db.query({
    text: 'update runs set parent = $2 where parent = $1 and "left"(parent, 256) = "left"($1, 256)',
    values: [id, parent],
  });
}

/** Takes a run away from every reader; what it logged and its files are remembered as garbage. */
export async function condemnRun(db: Database, runId: number): Promise<void> {
  await db.query({ text: 'delete from queue_entries where run_id = $1', values: [runId] });
  await db.query({
    text: `with gone as (delete from runs where run_id = $1 returning run_id, artifact_root)
      insert into garbage (run_id, artifact_root) select run_id, artifact_root from gone`,
    values: [runId],
  });
}

/** Addresses of files that a run reported, by what reported them. */
export interface ReportedFiles {
  artifacts: string[];
  events: string[];
}

/** Addresses of the files a run reported: those of its output artifacts, and of its debug samples and plots. */
export async function reportedFiles(db: Database, runId: number): Promise<ReportedFiles> {
  const { rows } = await db.query<{ kind: 'artifacts' | 'events'; url: string }>({
    text: `select 'artifacts' as kind, uri as url from run_artifacts where run_id = $1 and mode = 'output' and uri is not null
      union
      select 'events', url from run_plots where run_id = $1 and url is not null`,
    values: [runId],
  });
  const of = (kind: 'artifacts' | 'events') => rows.filter((row) => row.kind === kind).map((row) => row.url);
  return { artifacts: of('artifacts'), events: of('events') };
}

/** Rows deleted in one statement, so that none takes long. */
const CHUNK = 50_000;
/** Tables of what a run logs while it runs; points first, they are the many. */
const loggedTables = ['points', 'further_points', 'console_lines', 'run_plots', 'series', 'model_metrics'] as const;

/** Deletes what a run logged: points, console, plots. Its params, tags and documents stay. */
export async function deleteLogged(db: Database, runId: number): Promise<void> {
  for (const table of loggedTables) {
    for (let rowCount = CHUNK; rowCount === CHUNK; ) {
      ({ rowCount } = await db.query({
        text: `delete from ${table} where run_id = $1 and ctid = any(array(select ctid from ${table} where run_id = $1 limit ${CHUNK}))`,
        values: [runId],
      }));
    }
  }
}
