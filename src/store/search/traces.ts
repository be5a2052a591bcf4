import { createHash } from 'node:crypto';
import type { Reach } from '../../model/reach.ts';
import type { WholeTrace } from '../../model/trace.ts';
import type { TraceCondition, TraceOrder, TraceQuery } from '../../model/trace-query.ts';
import type { Database, Statement } from '../database.ts';
import { TRACE_COLUMNS, type TraceDataRow, type TraceRow, toWholeTrace, traceDataColumns } from '../traces.ts';
import { Bindings } from './bindings.ts';
import { afterPlace, type Place, type SortKey, sortList } from './keyset.ts';
import { refuseManyTerms } from './limits.ts';
import { readPageToken, writePageToken } from './page-token.ts';
import { projectsInReach } from './scope.ts';
import { numberColumns, statusWord, textColumns, traceCondition } from './trace-conditions.ts';

/** Where a search looks: the projects of a workspace that may be read. */
export interface SearchedPlace {
  workspaceId: string;
  reach: Reach;
}

/** The condition of the projects that are searched. @param alias of the table of projects */
function isSearched(bindings: Bindings, alias: string, place: SearchedPlace, experimentIds: readonly bigint[]): string {
  return [
    ...projectsInReach(bindings, alias, place),
    `${alias}.experiment_id = any(${bindings.bind(experimentIds, 'int8[]')})`,
  ].join(' and ');
}

/** Numbers of those of the projects that there are and that may be read. */
export async function searchedProjects(db: Database, place: SearchedPlace, experimentIds: readonly bigint[]): Promise<number[]> {
  const bindings = new Bindings();
  const { rows } = await db.query<{ project_id: number }>({
    text: `select p.project_id from projects p where ${isSearched(bindings, 'p', place, experimentIds)}`,
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

/** What a statement has of an order. */
interface Written {
  bindings: Bindings;
  joins: readonly string[];
  /** Where the page begins. */
  after: Place | undefined;
}

/** A row of a page: the trace, and its sort keys as `sort_0`, `sort_1`, ... */
type PageRow = TraceRow & TraceDataRow & Record<`sort_${number}`, bigint | number | string | null>;

/**
 * Most that a project gives when nothing but the newest or oldest traces are asked for: one of few numbers, which stand in the statement
 * itself, so that its plan can be kept for any page. Other searches are planned for the values of their conditions.
 */
const GIVEN = [100, 500];

/** Whether a search goes through the traces by when they started, whatever values it comes with. */
function isByStart({ conditions }: TraceQuery, keys: readonly SortKey[]): boolean {
  const isOfStart = (condition: TraceCondition) => condition.on === 'number' && condition.field === 'startedMs';
  return keys.length === lastKeys.length && conditions.length <= 2 && conditions.every(isOfStart);
}

/** A page in one statement: each project gives as many traces as are wanted, or more, and those that come first are read whole. */
function pageStatement(
  place: SearchedPlace,
  query: TraceQuery,
  keys: readonly SortKey[],
  { bindings, joins, after }: Written,
): Statement {
  const conditions = [
    't.project_id = p.project_id',
    ...query.conditions.map((condition) =>
      traceCondition(condition, { bindings, projects: 'array(select project_id from searched)' }),
    ),
    ...(after ? [afterPlace(keys, after, bindings)] : []),
  ];
  const limit = bindings.bind(query.limit, 'int8');
  const given = isByStart(query, keys) ? GIVEN.find((most) => most >= query.limit) : undefined;
  const sorted = keys.map(({ expression }, at) => `${expression} as sort_${at}`);
  const outerKeys = keys.map((key, at) => ({ ...key, expression: `t.sort_${at}` }));
  const text = `with searched as (select * from projects p where ${isSearched(bindings, 'p', place, query.experimentIds)})
    select ${TRACE_COLUMNS}, ${traceDataColumns('t.trace_id')}, ${outerKeys.map(({ expression }) => expression).join(', ')}
    from searched p cross join lateral (
      select t.*, ${sorted.join(', ')} from traces t ${joins.join(' ')}
      where ${conditions.join(' and ')} order by ${sortList(keys)} limit ${given ?? limit}
    ) t order by ${sortList(outerKeys)} limit ${limit}`;
  const name = given && `traces-${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;
  return { text, values: bindings.values, ...(name && { name }) };
}

/**
 * One page of traces, in one statement.
 * @returns the traces, whole, and the place to go on from when the page is full, even if nothing follows
 * @throws invalid for a place that is none of this order, and for more than 100 conditions and sort keys
 */
export async function searchTraces(
  db: Database,
  place: SearchedPlace,
  query: TraceQuery,
): Promise<{ traces: WholeTrace[]; next?: string }> {
  refuseManyTerms(query);
  const bindings = new Bindings();
  const order = totalOrder(query.order);
  const joins = order.map((one, at) => joinOf(one, `o${at}`, bindings));
  const keys = order.flatMap((one, at) => sortKeys(one, `o${at}`, bindings));
  const start = query.after === undefined ? undefined : readPageToken(query.after, query.order, [keys]);
  const { rows } = await db.query<PageRow>(pageStatement(place, query, keys, { bindings, joins, after: start?.place }));
  const traces = rows.map(toWholeTrace);
  const last = rows.at(-1);
  if (rows.length < query.limit || !last) return { traces };
  const next = keys.map((_, at) => last[`sort_${at}`]).map((value) => (value === null ? null : String(value)));
  return { traces, next: writePageToken(query.order, { segment: 0, place: next }) };
}
