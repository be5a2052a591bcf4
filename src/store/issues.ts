import { type Issue, type IssueQuery, type IssueStatus, issueSeverities } from '../model/issue.ts';
import type { IdScope } from '../model/reach.ts';
import type { Database } from './database.ts';
import { uuidOfId } from './run-ids.ts';
import { Bindings } from './search/bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './search/keyset.ts';
import { cutPage, readPageToken } from './search/page-token.ts';
import { inScope } from './search/scope.ts';

interface IssueRow {
  issue_id: string;
  experiment_id: bigint;
  name: string;
  description: string;
  status: IssueStatus;
  severity: number | null;
  root_causes: string[];
  categories: string[];
  source_run: string | null;
  author: string | null;
  created_ms: bigint;
  changed_ms: bigint;
  traces?: bigint;
}

/** Columns of {@link toIssue}, for statements on `issues i join projects p using (project_id)`. */
const COLUMNS = `i.issue_id, p.experiment_id, i.name, i.description, i.status, i.severity, i.root_causes, i.categories, i.source_run,
  i.author, i.created_ms, i.changed_ms`;

function toIssue(row: IssueRow): Issue {
  return {
    id: row.issue_id,
    experimentId: row.experiment_id,
    name: row.name,
    description: row.description,
    status: row.status,
    severity: row.severity === null ? null : (issueSeverities[row.severity] ?? null),
    rootCauses: row.root_causes,
    categories: row.categories,
    sourceRun: row.source_run,
    author: row.author,
    createdMs: row.created_ms,
    changedMs: row.changed_ms,
    ...(row.traces === undefined ? {} : { traces: Number(row.traces) }),
  };
}

function rankOf(severity: Issue['severity']): number | null {
  return severity === null ? null : issueSeverities.indexOf(severity);
}

/**
 * Adds an issue to an active project, if its run is there.
 * @returns what is missing; undefined when nothing is
 */
export async function insertIssue(db: Database, workspaceId: string, issue: Issue): Promise<'project' | 'run' | undefined> {
  const { rows } = await db.query<{ has_project: boolean; has_run: boolean }>({
    text: `with project as (
        select project_id from projects where workspace_id = $1 and experiment_id = $2 and not archived for key share
      ), run as (
        select 1 from runs r join projects p using (project_id) where r.uuid = $13 and p.workspace_id = $1
      ), made as (
        insert into issues (issue_id, project_id, name, description, status, severity, root_causes, categories, source_run, author,
          created_ms, changed_ms)
        select $3, project_id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12 from project
        where $10::text is null or exists (select from run)
      )
      select exists (select from project) as has_project, $10::text is null or exists (select from run) as has_run`,
    values: [
      workspaceId,
      issue.experimentId,
      issue.id,
      issue.name,
      issue.description,
      issue.status,
      rankOf(issue.severity),
      issue.rootCauses,
      issue.categories,
      issue.sourceRun,
      issue.author,
      issue.createdMs,
      issue.sourceRun === null ? null : uuidOfId(issue.sourceRun),
    ],
  });
  if (!rows[0]?.has_project) return 'project';
  return rows[0].has_run ? undefined : 'run';
}

/** An issue of a workspace. */
export async function findIssue(db: Database, workspaceId: string, id: string): Promise<Issue | undefined> {
  const { rows } = await db.query<IssueRow>({
    text: `select ${COLUMNS} from issues i join projects p using (project_id) where i.issue_id = $2 and p.workspace_id = $1`,
    values: [workspaceId, id],
  });
  return rows[0] && toIssue(rows[0]);
}

/** Gives an issue other words; null leaves what is there. @returns the issue, undefined when the workspace has none of that id */
export async function updateIssue(
  db: Database,
  workspaceId: string,
  id: string,
  change: Partial<Pick<Issue, 'name' | 'description' | 'status' | 'severity'>>,
  changedMs: bigint,
): Promise<Issue | undefined> {
  const { rows } = await db.query<IssueRow>({
    text: `update issues i set name = coalesce($3, i.name), description = coalesce($4, i.description),
        status = coalesce($5, i.status), severity = coalesce($6, i.severity), changed_ms = $7
      from projects p where p.project_id = i.project_id and i.issue_id = $2 and p.workspace_id = $1 returning ${COLUMNS}`,
    values: [
      workspaceId,
      id,
      change.name ?? null,
      change.description ?? null,
      change.status ?? null,
      rankOf(change.severity ?? null),
      changedMs,
    ],
  });
  return rows[0] && toIssue(rows[0]);
}

/** The most severe first, then those with the most traces if they are counted, then the newest. */
function sortKeys(countsTraces: boolean): SortKey[] {
  return [
    // ranks begin at 0, issues without one come last; a place in a listing has no negative numbers
    { expression: 'coalesce(i.severity + 1, 0)', type: 'int4', descending: true },
    ...(countsTraces ? [{ expression: 'n.traces', type: 'int8', descending: true } as const] : []),
    { expression: 'i.created_ms', type: 'int8', descending: true },
    { expression: 'i.issue_id', type: 'text', descending: true },
  ];
}

const columns = { status: 'i.status', sourceRun: 'i.source_run' } as const;
/** Where issues are looked for: the projects of a workspace that may be read. */
export interface IssuePlace {
  workspaceId: string;
  projects: IdScope;
}

/** The join that counts the traces of an issue, as far as they may be read. */
function countJoin({ projects }: IssuePlace, bindings: Bindings): string {
  const conditions = ["a.kind = 'issue'", 'a.name = i.issue_id', inScope(bindings, 't.project_id', projects)];
  return `cross join lateral (select count(distinct a.trace_id) as traces from assessments a join traces t using (trace_id)
    where ${conditions.filter((one) => one !== undefined).join(' and ')}) n`;
}

/**
 * One page of issues, in one statement.
 * @returns the issues, and the place to go on from when there are more
 * @throws invalid for a place that is none of this search
 */
export async function searchIssues(
  db: Database,
  place: IssuePlace,
  query: IssueQuery,
): Promise<{ issues: Issue[]; next?: string }> {
  const bindings = new Bindings();
  const keys = sortKeys(query.countsTraces);
  const start = query.after === undefined ? undefined : readPageToken(query.after, query.countsTraces, [keys]);
  const conditions = [
    `p.workspace_id = ${bindings.bind(place.workspaceId, 'uuid')}`,
    inScope(bindings, 'p.project_id', place.projects),
    query.experimentId === undefined ? undefined : `p.experiment_id = ${bindings.bind(query.experimentId, 'int8')}`,
    ...query.conditions.map(
      ({ field, operator, value }) => `${columns[field]} ${operator === '=' ? '=' : '<>'} ${bindings.bind(value, 'text')}`,
    ),
    start && afterPlace(keys, start.place, bindings),
  ];
  const counts = query.countsTraces ? countJoin(place, bindings) : '';
  const { rows } = await db.query<IssueRow & { place: Place }>({
    text: `select ${COLUMNS}, ${query.countsTraces ? 'n.traces, ' : ''}${placeOf(keys)} as place
      from issues i join projects p using (project_id) ${counts}
      where ${conditions.filter((one) => one !== undefined).join(' and ')}
      order by ${sortList(keys)} limit ${bindings.bind(query.limit + 1, 'int8')}`,
    values: bindings.values,
  });
  const { page, ...more } = cutPage(rows, query.limit, query.countsTraces);
  return { issues: page.map(toIssue), ...more };
}
