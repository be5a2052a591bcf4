import type { IdScope } from '../model/reach.ts';
import type { RunStatus } from '../model/run.ts';
import type { Database } from './database.ts';
import { LABEL } from './project-records.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';
import { isWithinSql } from './search/find-projects.ts';
import { scopeSql, scopeValues } from './search/scope.ts';

/** Which runs of a project are counted. */
export interface StatsScope {
  /** Runs of projects below it too. */
  withInner: boolean;
  /** Runs of these users alone, 32 lower hex; undefined: of all. */
  users?: readonly string[];
  /** Runs with one of these system tags alone. */
  systemTags?: readonly string[];
  /** Runs of one of these types alone. */
  types?: readonly string[];
  /** Projects whose runs count, below those asked for too. */
  within: IdScope;
}

/** Counts of some runs of one project, archived or not, of one status. */
export interface RunCount {
  projectId: number;
  archived: boolean;
  status: RunStatus;
  count: number;
  /** Sum of the times they took, in whole seconds. */
  runtimeSeconds: number;
  /** Ended within the last 24 hours. */
  endedToday: number;
  /** When the latest of them started, in ms since the epoch. */
  lastStartedMs: number | null;
}

/** SQL of the projects `i` that count for a project `p`. */
const innerSql = (withInner: boolean) => (withInner ? isWithinSql('i', 'p') : 'i.project_id = p.project_id');

const DAY_MS = 24 * 60 * 60 * 1000;

/** Counts the runs of some projects by status, in one statement. */
export async function countRuns(
  db: Database,
  projectIds: readonly number[],
  { withInner, users, systemTags, types, within }: StatsScope,
  now: Date,
): Promise<RunCount[]> {
  const { rows } = await db.query<{
    project_id: number;
    archived: boolean;
    status: RunStatus;
    count: bigint;
    runtime_ms: string | null;
    ended_today: bigint;
    last_started_ms: bigint | null;
  }>({
    text: `select p.project_id, r.archived, r.status, count(*) as count,
        sum(r.ended_ms - r.started_ms) filter (where r.ended_ms > r.started_ms) as runtime_ms,
        count(*) filter (where r.ended_ms > $2 and r.status in ('completed', 'closed', 'publishing', 'published')) as ended_today,
        max(r.started_ms) as last_started_ms
      from projects p join projects i on ${innerSql(withInner)} join runs r on r.project_id = i.project_id and not r.projectless
      where p.project_id = any($1) and ($3::uuid[] is null or r.user_id = any($3))
        and ($4::text[] is null or r.system_tags && $4) and ($5::text[] is null or r.type = any($5)) and ${scopeSql('i.project_id', 6)}
      group by p.project_id, r.archived, r.status`,
    values: [projectIds, now.getTime() - DAY_MS, users?.map(uuidOfId), systemTags, types, ...scopeValues(within)],
  });
  return rows.map((row) => ({
    projectId: row.project_id,
    archived: row.archived,
    status: row.status,
    count: Number(row.count),
    runtimeSeconds: Math.floor(Number(row.runtime_ms ?? 0) / 1000),
    endedToday: Number(row.ended_today),
    lastStartedMs: row.last_started_ms === null ? null : Number(row.last_started_ms),
  }));
}

/** What lies right in a project or anywhere in it. */
export interface ProjectContents {
  runs: number;
  openRuns: number;
  models: number;
  openModels: number;
  reports: number;
  openReports: number;
  /** Projects at or below it that hold the versions of a dataset, or the runs of a pipeline. */
  datasets: number;
  pipelines: number;
}

/**
 * Counts what some projects hold, by project, in one statement. Reports are not among the runs.
 * @param withInner what projects below hold counts too
 * @param within projects whose contents count
 */
export async function countContents(
  db: Database,
  projectIds: readonly number[],
  withInner: boolean,
  within: IdScope,
): Promise<Map<number, ProjectContents>> {
  const { rows } = await db.query<Record<keyof ProjectContents, bigint> & { project_id: number }>({
    text: `with i as materialized (
        select p.project_id as outer_id, i.project_id, i.system_tags from projects p join projects i on ${innerSql(withInner)}
        where p.project_id = any($1) and ${scopeSql('i.project_id', 2)}
      ), r as (
        select i.outer_id, count(*) filter (where r.type <> 'report') as runs,
          count(*) filter (where r.type <> 'report' and not r.archived) as open_runs,
          count(*) filter (where r.type = 'report') as reports,
          count(*) filter (where r.type = 'report' and not r.archived) as open_reports
        from i join runs r using (project_id) where not r.projectless group by i.outer_id
      ), m as (
        select i.outer_id, count(*) as models, count(*) filter (where not m.archived) as open_models
        from i join models m using (project_id) group by i.outer_id
      )
      select i.outer_id as project_id, coalesce(max(r.runs), 0) as runs, coalesce(max(r.open_runs), 0) as "openRuns",
        coalesce(max(r.reports), 0) as reports, coalesce(max(r.open_reports), 0) as "openReports",
        coalesce(max(m.models), 0) as models, coalesce(max(m.open_models), 0) as "openModels",
        count(*) filter (where 'dataset' = any(i.system_tags)) as datasets,
        count(*) filter (where 'pipeline' = any(i.system_tags)) as pipelines
      from i left join r using (outer_id) left join m using (outer_id) group by i.outer_id`,
    values: [projectIds, ...scopeValues(within)],
  });
  return new Map(
    rows.map(({ project_id, ...counts }) => [
      project_id,
      Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count)])) as unknown as ProjectContents,
    ]),
  );
}

/** A project below another one. */
export interface InnerProject {
  outerId: number;
  projectId: number;
  /** 32 lower hex. */
  id: string;
  path: string;
  isDataset: boolean;
  labels: string[];
}

/** All projects below some, in the order of their paths. @param withHidden hidden ones too @param within those that are wanted */
export async function readInnerProjects(
  db: Database,
  projectIds: readonly number[],
  withHidden: boolean,
  within: IdScope,
): Promise<InnerProject[]> {
  const { rows } = await db.query<{
    outer_id: number;
    project_id: number;
    uuid: string;
    path: string;
    is_dataset: boolean;
    labels: string[];
  }>({
    text: `select p.project_id as outer_id, i.project_id, i.uuid, i.path, 'dataset' = any(i.system_tags) as is_dataset,
        array(select ${LABEL} from project_tags t where t.project_id = i.project_id and t.is_label order by 1) as labels
      from projects p join projects i on ${isWithinSql('i', 'p')} and i.project_id <> p.project_id
      where p.project_id = any($1) and ($2 or not i.hidden) and ${scopeSql('i.project_id', 3)} order by i.path`,
    values: [projectIds, withHidden, ...scopeValues(within)],
  });
  return rows.map((row) => ({
    outerId: row.outer_id,
    projectId: row.project_id,
    id: idOfUuid(row.uuid, null),
    path: row.path,
    isDataset: row.is_dataset,
    labels: row.labels,
  }));
}

/** Content of the runtime document of the newest version of a dataset, by the project that holds its versions. */
export async function readDatasetRuntimes(db: Database, projectIds: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await db.query<{ project_id: number; content: string }>({
    text: `select distinct on (r.project_id) r.project_id, d.content
      from runs r join run_documents d on d.run_id = r.run_id and d.kind = 'runtime'
      where r.project_id = any($1) and 'dataset' = any(r.system_tags) order by r.project_id, r.changed_at desc`,
    values: [projectIds],
  });
  return new Map(rows.map((row) => [row.project_id, row.content]));
}
