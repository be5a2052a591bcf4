import type { IdScope } from '../model/reach.ts';
import type { OnlineScoring, ScorerVersion } from '../model/scorer.ts';
import type { Database } from './database.ts';
import { Bindings } from './search/bindings.ts';
import { inScope } from './search/scope.ts';

interface VersionRow {
  scorer_id: string;
  experiment_id: bigint;
  name: string;
  version: number;
  definition: string;
  created_ms: bigint;
}

const VERSION_COLUMNS = 's.scorer_id, p.experiment_id, s.name, v.version, v.definition, v.created_ms';

function toVersion(row: VersionRow): ScorerVersion {
  return {
    scorerId: row.scorer_id,
    experimentId: row.experiment_id,
    name: row.name,
    version: row.version,
    definition: row.definition,
    createdMs: row.created_ms,
  };
}

/** Adds a version, one above the greatest there is; the scorer is made when it is not there. */
export function addScorerVersion(
  db: Database,
  draft: { projectId: number; name: string; newId: string; definition: string; nowMs: bigint },
): Promise<{ scorerId: string; version: number }> {
  return db.transaction(async (transaction) => {
    // the update that changes nothing locks the scorer, so that the next version is seen by one writer at a time
    const { rows: scorers } = await transaction.query<{ scorer_id: string }>({
      name: 'ensure-scorer',
      text: `insert into scorers (scorer_id, project_id, name) values ($1, $2, $3)
        on conflict (project_id, name) do update set name = excluded.name returning scorer_id`,
      values: [draft.newId, draft.projectId, draft.name],
    });
    const scorerId = scorers[0]?.scorer_id ?? '';
    const { rows } = await transaction.query<{ version: number }>({
      name: 'insert-scorer-version',
      text: `insert into scorer_versions (scorer_id, version, definition, created_ms)
        select $1, coalesce(max(version), 0) + 1, $2, $3::int8 from scorer_versions where scorer_id = $1 returning version`,
      values: [scorerId, draft.definition, draft.nowMs],
    });
    return { scorerId, version: rows[0]?.version ?? 0 };
  });
}

/** All versions of a scorer, oldest first; empty for one that is not there. */
export async function readScorerVersions(db: Database, projectId: number, name: string): Promise<ScorerVersion[]> {
  const { rows } = await db.query<VersionRow>({
    name: 'scorer-versions',
    text: `select ${VERSION_COLUMNS} from scorers s join scorer_versions v using (scorer_id) join projects p using (project_id)
      where s.project_id = $1 and s.name = $2 order by v.version`,
    values: [projectId, name],
  });
  return rows.map(toVersion);
}

/** One version of a scorer. @param version null for the latest */
export async function findScorerVersion(
  db: Database,
  projectId: number,
  name: string,
  version: number | null,
): Promise<ScorerVersion | undefined> {
  const { rows } = await db.query<VersionRow>({
    name: 'scorer-version',
    text: `select ${VERSION_COLUMNS} from scorers s join scorer_versions v using (scorer_id) join projects p using (project_id)
      where s.project_id = $1 and s.name = $2 and ($3::int4 is null or v.version = $3) order by v.version desc limit 1`,
    values: [projectId, name, version],
  });
  return rows[0] && toVersion(rows[0]);
}

/**
 * The latest version of every scorer of active projects, by project and name.
 * @param experimentIds undefined for those of all projects
 * @param reach projects that may be read
 */
export async function readLatestScorers(
  db: Database,
  { workspaceId, experimentIds, reach }: { workspaceId: string; experimentIds: readonly bigint[] | undefined; reach: IdScope },
): Promise<ScorerVersion[]> {
  const bindings = new Bindings();
  const conditions = [
    `p.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`,
    'not p.archived',
    'p.experiment_id is not null',
    ...(experimentIds ? [`p.experiment_id = any(${bindings.bind(experimentIds, 'int8[]')})`] : []),
    inScope(bindings, 'p.project_id', reach) ?? 'true',
  ];
  const { rows } = await db.query<VersionRow>({
    text: `select ${VERSION_COLUMNS} from scorers s join projects p using (project_id) cross join lateral (
        select version, definition, created_ms from scorer_versions v where v.scorer_id = s.scorer_id order by version desc limit 1
      ) v
      where ${conditions.join(' and ')} order by p.experiment_id, s.name`,
    values: bindings.values,
  });
  return rows.map(toVersion);
}

/** Deletes a version; the scorer stays. @returns false when it was not there */
export async function deleteScorerVersion(db: Database, projectId: number, name: string, version: number): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `delete from scorer_versions v using scorers s
      where s.project_id = $1 and s.name = $2 and v.scorer_id = s.scorer_id and v.version = $3`,
    values: [projectId, name, version],
  });
  return rowCount > 0;
}

/** Deletes a scorer with all it has. @returns false when it was not there, or had no version left */
export async function deleteScorer(db: Database, projectId: number, name: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `delete from scorers s where s.project_id = $1 and s.name = $2
      and exists (select from scorer_versions v where v.scorer_id = s.scorer_id)`,
    values: [projectId, name],
  });
  return rowCount > 0;
}

/** Says what a scorer scores online, in place of what was said before. @returns its id, undefined when there is no such scorer */
export async function setOnlineScoring(
  db: Database,
  draft: { projectId: number; name: string; id: string; sampleRate: number; filter: string | null },
): Promise<string | undefined> {
  const { rows } = await db.query<{ scorer_id: string }>({
    text: `insert into online_scoring (scorer_id, config_id, sample_rate, filter)
      select scorer_id, $3, $4::float8, $5 from scorers where project_id = $1 and name = $2
      on conflict (scorer_id) do update
        set config_id = excluded.config_id, sample_rate = excluded.sample_rate, filter = excluded.filter
      returning scorer_id`,
    values: [draft.projectId, draft.name, draft.id, draft.sampleRate, draft.filter],
  });
  return rows[0]?.scorer_id;
}

/** What is set for some scorers, of projects that may be read; none for a scorer of which nothing is set. */
export async function readOnlineScoring(
  db: Database,
  { workspaceId, scorerIds, reach }: { workspaceId: string; scorerIds: readonly string[]; reach: IdScope },
): Promise<OnlineScoring[]> {
  const bindings = new Bindings();
  const conditions = [
    `o.scorer_id = any(${bindings.bind(scorerIds, 'text[]')})`,
    `p.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`,
    inScope(bindings, 'p.project_id', reach) ?? 'true',
  ];
  const { rows } = await db.query<{
    config_id: string;
    scorer_id: string;
    experiment_id: bigint;
    sample_rate: number;
    filter: string | null;
  }>({
    text: `select o.config_id, o.scorer_id, p.experiment_id, o.sample_rate, o.filter
      from online_scoring o join scorers s using (scorer_id) join projects p using (project_id)
      where ${conditions.join(' and ')} order by o.scorer_id`,
    values: bindings.values,
  });
  return rows.map((row) => ({
    id: row.config_id,
    scorerId: row.scorer_id,
    experimentId: row.experiment_id,
    sampleRate: row.sample_rate,
    filter: row.filter,
  }));
}
