import type { Reach } from '../../model/reach.ts';
import type { Trace } from '../../model/trace.ts';
import type { TraceOrder, TraceQuery } from '../../model/trace-query.ts';
import type { Database, Statement } from '../database.ts';
import { TRACE_COLUMNS, type TraceRow, toTrace } from '../traces.ts';
import { Bindings } from './bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './keyset.ts';
import { refuseManyTerms } from './limits.ts';
import { readPageToken, writePageToken } from './page-token.ts';
import { inScope } from './scope.ts';
import { numberColumns, statusWord, textColumns, traceCondition } from './trace-conditions.ts';

/** Where a search looks: the projects of a workspace that may be read. */
export interface SearchedPlace {
  workspaceId: string;
  reach: Reach;
}

/** Numbers of those of the projects that there are and that may be read. */
export async function searchedProjects(
  db: Database,
  { workspaceId, reach }: SearchedPlace,
  experimentIds: readonly bigint[],
): Promise<number[]> {
  const bindings = new Bindings();
  const conditions = [
    `p.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`,
    `p.experiment_id = any(${bindings.bind(experimentIds, 'int8[]')})`,
    inScope(bindings, 'p.project_id', reach.projects),
  ];
  const { rows } = await db.query<{ project_id: number }>({
    text: `select p.project_id from projects p where ${conditions.filter((one) => one !== undefined).join(' and ')}`,
    values: bindings.values,
  });
  return rows.map((row) => row.project_id);
}

/** What makes every order total. */
const lastKeys = [
  { on: 'field', field: 'startedMs', descending: true },
  { on: 'field', field: 'id', descending: false },
] as const satisfies TraceOrder[];

function totalOrder(given: readonly TraceOrder[]): TraceOrder[] {
  const isGiven = (field: string) => given.some((order) => order.on === 'field' && order.field === field);
  return [...given, ...lastKeys.filter(({ field }) => !isGiven(field))];
}

/** The join that brings in what an order names, when it is no field of the trace. */
function joinOf(order: TraceOrder, alias: string, bindings: Bindings): string {
  if (order.on !== 'tag' && order.on !== 'metadata') return '';
  return `left join trace_entries ${alias} on ${alias}.trace_id = t.trace_id and ${alias}.kind = '${order.on}'
    and ${alias}.key = ${bindings.bind(order.key, 'text')}`;
}

/** Sort keys of one order; rows without the thing are told from the others first. */
function sortKeys(order: TraceOrder, alias: string, bindings: Bindings): SortKey[] {
  const { descending } = order;
  const missingLast = (key: SortKey): SortKey[] => [{ expression: `(${key.expression} is null)::int4`, type: 'int4' }, key];
  if (order.on === 'status') return [{ expression: statusWord('t.status', order.words, bindings), type: 'text', descending }];
  if (order.on !== 'field') return missingLast({ expression: `${alias}.value`, type: 'text', descending });
  switch (order.field) {
    case 'id':
      return [{ expression: 't.trace_id', type: 'text', descending }];
    case 'startedMs':
    case 'endedMs':
      return [{ expression: numberColumns[order.field], type: 'int8', descending }];
    case 'durationMs':
      return missingLast({ expression: numberColumns.durationMs, type: 'int8', descending });
    case 'experimentId':
      return [{ expression: 'p.experiment_id', type: 'int8', descending }];
    default:
      return missingLast({ expression: textColumns[order.field], type: 'text', descending });
  }
}

/**
 * The place to search from: one project is a constant to the planner, which then walks the index of the project; of several,
 * each gives as many as are wanted.
 */
function pageStatement(query: TraceQuery, projects: readonly number[]): Statement {
  const bindings = new Bindings();
  const order = totalOrder(query.order);
  const joins = order.map((one, at) => joinOf(one, `o${at}`, bindings));
  const keys = order.flatMap((one, at) => sortKeys(one, `o${at}`, bindings));
  const all = bindings.bind(projects, 'int4[]');
  const project = projects.length === 1 ? bindings.bind(projects[0], 'int4') : 'p.project_id';
  const start = query.after === undefined ? undefined : readPageToken(query.after, query.order, [keys]);
  const conditions = [
    `t.project_id = ${project}`,
    ...query.conditions.map((condition) => traceCondition(condition, { bindings, projects: all })),
    ...(start ? [afterPlace(keys, start.place, bindings)] : []),
  ];
  const limit = bindings.bind(query.limit, 'int8');
  const sorted = keys.map(({ expression }, at) => `${expression} as sort_${at}`);
  const outerKeys = keys.map((key, at) => ({ ...key, expression: `f.sort_${at}` }));
  const text = `select f.* from (select * from projects where project_id = any(${all})) p cross join lateral (
      select ${TRACE_COLUMNS}, ${placeOf(keys)} as place, ${sorted.join(', ')} from traces t ${joins.join(' ')}
      where ${conditions.join(' and ')} order by ${sortList(keys)} limit ${limit}
    ) f order by ${sortList(outerKeys)} limit ${limit}`;
  return { text, values: bindings.values };
}

/**
 * One page of traces, in two statements.
 * @returns the traces, and the place to go on from when the page is full, even if nothing follows
 * @throws invalid for a place that is none of this order, and for more than 100 conditions and sort keys
 */
export async function searchTraces(
  db: Database,
  place: SearchedPlace,
  query: TraceQuery,
): Promise<{ traces: Trace[]; next?: string }> {
  refuseManyTerms(query);
  const projects = await searchedProjects(db, place, query.experimentIds);
  const statement = pageStatement(query, projects);
  if (projects.length === 0) return { traces: [] };
  const { rows } = await db.query<TraceRow & { place: Place }>(statement);
  const traces = rows.map(toTrace);
  const last = rows.at(-1);
  if (rows.length < query.limit || !last) return { traces };
  return { traces, next: writePageToken(query.order, { segment: 0, place: last.place }) };
}
