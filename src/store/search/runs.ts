import type { RunQuery } from '../../model/query.ts';
import type { Run } from '../../model/run.ts';
import type { Database, Statement } from '../database.ts';
import { RUN_COLUMNS, type RunRow, toRun } from '../runs.ts';
import { Bindings } from './bindings.ts';
import { afterPlace, type Place, placeOf, sortList } from './keyset.ts';
import { refuseManyTerms } from './limits.ts';
import { readPageToken, writePageToken } from './page-token.ts';
import { runCondition } from './run-conditions.ts';
import { type RunSegment, runSegments } from './run-segments.ts';
import { type ReadScope, scopeSql, scopeValues } from './scope.ts';

interface SearchedProject {
  projectId: number;
  experimentId: bigint;
}

/** The projects and keys a query names, as far as they exist. */
interface Names {
  projects: SearchedProject[];
  keyIds: Map<string, number>;
}

async function resolveNames(db: Database, { workspaceId, reach }: ReadScope, query: RunQuery): Promise<Names> {
  const keys = [...query.conditions, ...query.order].flatMap((one) => ('key' in one ? [one.key] : []));
  const { rows } = await db.query<{ id: number; experiment_id: bigint | null; key: string | null }>({
    name: 'names-of-search',
    text: `select project_id as id, experiment_id, null as key from projects
      where workspace_id = $1 and experiment_id = any($2::int8[]) and ${scopeSql('project_id', 4)}
      union all
      select key_id, null, key from keys where key = any($3::text[])`,
    values: [workspaceId, query.experimentIds, keys, ...scopeValues(reach.projects)],
  });
  const names: Names = { projects: [], keyIds: new Map() };
  for (const { id, experiment_id, key } of rows) {
    if (key !== null) names.keyIds.set(key, id);
    else if (experiment_id !== null) names.projects.push({ projectId: id, experimentId: experiment_id });
  }
  return names;
}

/** The projects as rows `p`. A single one is a constant to the planner, which then knows how many rows it has. */
function projectRows(projects: readonly SearchedProject[], bindings: Bindings): string {
  const ids = projects.map((project) => project.projectId);
  const experimentIds = projects.map((project) => project.experimentId);
  if (projects.length > 1) {
    return `unnest(${bindings.bind(ids, 'int4[]')}, ${bindings.bind(experimentIds, 'int8[]')}) as p (project_id, experiment_id)`;
  }
  const [id, experimentId] = [bindings.bind(ids[0], 'int4'), bindings.bind(experimentIds[0], 'int8')];
  return `(select ${id} as project_id, ${experimentId} as experiment_id) as p`;
}

const views = { active: ['not r.archived'], archived: ['r.archived'], all: [] } as const;

/** Runs of one segment after a place: of every project at most as many as are wanted, then the first of all these. */
function segmentStatement(
  query: RunQuery,
  names: Names,
  segment: RunSegment,
  after: Place | undefined,
  limit: number,
): Statement {
  const bindings = new Bindings();
  const from = projectRows(names.projects, bindings);
  const scope = { bindings, project: 'p.project_id', keyIds: names.keyIds };
  const conditions = [
    'r.project_id = p.project_id',
    ...views[query.view],
    ...segment.conditions,
    ...query.conditions.map((condition) => runCondition(condition, scope)),
    ...(after ? [afterPlace(segment.keys, after, bindings)] : []),
  ];
  const sorted = segment.keys.map(({ expression }, at) => `${expression} as sort_${at}`);
  const sortNames = segment.keys.map((key, at) => ({ ...key, expression: `r.sort_${at}` }));
  const rows = bindings.bind(limit, 'int8');
  return {
    text: `select ${RUN_COLUMNS}, ${placeOf(sortNames)} as place
      from ${from} cross join lateral (
        select r.*, ${sorted.join(', ')} from runs r ${segment.joins}
        where ${conditions.join(' and ')}
        order by ${sortList(segment.keys)} limit ${rows}
      ) r
      order by ${sortList(sortNames)} limit ${rows}`,
    values: bindings.values,
  };
}

/**
 * One page of runs. A page costs two statements, and one more where the order goes over from runs that have the first thing
 * ordered by to NaN and to runs that lack it; a late page costs what the first one does.
 * @returns the runs, and the place to go on from when there are more
 * @throws invalid for a place that is none of this order, and for more than 100 conditions and sort keys
 */
export async function searchRuns(db: Database, scope: ReadScope, query: RunQuery): Promise<{ runs: Run[]; next?: string }> {
  refuseManyTerms(query);
  const names = await resolveNames(db, scope, query);
  const segments = runSegments(query.order, { project: 'p.project_id', keyIds: names.keyIds, conditions: query.conditions });
  const start =
    query.after === undefined
      ? undefined
      : readPageToken(
          query.after,
          query.order,
          segments.map((segment) => segment.keys),
        );
  if (names.projects.length === 0) return { runs: [] };
  const found: { run: Run; segment: number; place: Place }[] = [];
  for (const [at, segment] of segments.entries()) {
    const wanted = query.limit + 1 - found.length;
    if (wanted === 0 || segment.isEmpty || at < (start?.segment ?? 0)) continue;
    const after = at === start?.segment ? start.place : undefined;
    const { rows } = await db.query<RunRow & { place: Place }>(segmentStatement(query, names, segment, after, wanted));
    for (const row of rows) found.push({ run: toRun(row), segment: at, place: row.place });
  }
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const runs = page.map(({ run }) => run);
  return found.length > page.length && last ? { runs, next: writePageToken(query.order, last) } : { runs };
}
