import type { RunCondition, RunOrder } from '../../model/query.ts';
import type { SortKey } from './keyset.ts';
import { indexedColumns, keyedTables, runColumns } from './run-columns.ts';
import { indexedPart } from './text-test.ts';

/**
 * A stretch of an order in which all runs are alike: they have the first thing ordered by, or it is NaN, or they lack it. Each
 * is one statement that can follow an index, and the segments one after the other are the whole order.
 */
export interface RunSegment {
  joins: string;
  conditions: string[];
  keys: SortKey[];
  /** No run can be in it. */
  isEmpty: boolean;
}

/** What an order is written for. */
export interface OrderScope {
  /** Expression of the project searched. */
  project: string;
  /** Numbers of the keys that exist. */
  keyIds: ReadonlyMap<string, number>;
  conditions: readonly RunCondition[];
}

type KeyedOrder = Extract<RunOrder, { key: string }>;

const NAN = `'NaN'::float8`;
const byId: SortKey = { expression: 'r.uuid', type: 'uuid' };
const newestFirst: RunOrder = { on: 'field', field: 'startedMs', descending: true };

/** Keys of a text with an index on its beginning. */
function textKeys(expression: string, descending: boolean): SortKey[] {
  return [indexedPart(expression), expression].map((key) => ({ expression: key, type: 'text', descending }));
}

/** Keys of a thing that every run of the segment has. `alias` is the table that has the thing, when it is not the run. */
function presentKeys(order: RunOrder, alias: string): SortKey[] {
  const { descending } = order;
  if (order.on === 'status') {
    const cases = order.groups.map((group, at) => `when r.status in ('${group.join("', '")}') then ${at}`);
    return [{ expression: `case ${cases.join(' ')} end`, type: 'int4', descending }];
  }
  if (order.on === 'metric') return [{ expression: `${alias}.last_value`, type: 'float8', descending }];
  if (order.on !== 'field') return textKeys(`${alias}.value`, descending);
  const { field } = order;
  if (field === 'runId') return [{ ...byId, descending }];
  const expression = runColumns[field];
  if (field === 'startedMs') return [{ expression, type: 'int8', descending, nulls: descending ? 'last' : 'first' }];
  if (field === 'endedMs') return [{ expression, type: 'int8', descending }];
  return indexedColumns.has(field) ? textKeys(expression, descending) : [{ expression, type: 'text', descending }];
}

/** Whether some runs may lack what the order names. */
function mayLack(order: RunOrder): boolean {
  return order.on !== 'status' && !(order.on === 'field' && order.field === 'runId');
}

/** Keys of a thing that runs may lack: first by whether they do, then by the thing. */
function laterKeys(order: RunOrder, alias: string): SortKey[] {
  const value = presentKeys(order, alias).at(-1) as SortKey;
  if (!mayLack(order)) return [value];
  const nan = order.on === 'metric' ? ` when ${value.expression} = ${NAN} then 1` : '';
  return [{ expression: `case when ${value.expression} is null then 2${nan} else 0 end`, type: 'int4' }, value];
}

function isKeyed(order: RunOrder): order is KeyedOrder {
  return 'key' in order;
}

/** The row of a key, for a join or a subquery. A key that does not exist has none. */
function keyedRow(order: KeyedOrder, alias: string, { keyIds }: OrderScope): string {
  return `${alias}.run_id = r.run_id and ${alias}.key_id = ${keyIds.get(order.key) ?? 'null'}`;
}

function joinLater(order: RunOrder, alias: string, scope: OrderScope): string {
  return isKeyed(order) ? `left join ${keyedTables[order.on].table} ${alias} on ${keyedRow(order, alias, scope)}` : '';
}

/** The segments of an order by the value of a key. */
function keyedSegments(first: KeyedOrder, joins: string, keys: SortKey[], scope: OrderScope): RunSegment[] {
  const { table } = keyedTables[first.on];
  const row = keyedRow(first, 'o', scope);
  const present = presentKeys(first, 'o');
  const value = (present.at(-1) as SortKey).expression;
  const isUnknown = !scope.keyIds.has(first.key);
  // a condition on the same key leaves no run without it, and no NaN unless it is "!="
  const tests = scope.conditions.flatMap((one) =>
    'key' in one && one.on === first.on && one.key === first.key ? [one.test] : [],
  );
  const isTested = tests.some((test) => test.operator !== 'is null');
  const isNanLeftOut = tests.some((test) => test.operator !== '!=');
  const having = { joins: `join ${table} o on ${row} ${joins}`, isEmpty: isUnknown };
  const inProject = `o.project_id = ${scope.project}`;
  const missing: RunSegment = {
    joins,
    conditions: isUnknown ? [] : [`not exists (select from ${table} o where ${row})`],
    keys,
    isEmpty: isTested,
  };
  if (first.on !== 'metric') return [{ ...having, conditions: [inProject], keys: [...present, ...keys] }, missing];
  return [
    { ...having, conditions: [inProject, `${value} < ${NAN}`], keys: [...present, ...keys] },
    { ...having, conditions: [inProject, `${value} = ${NAN}`], keys, isEmpty: isUnknown || isNanLeftOut },
    missing,
  ];
}

/** The segments of an order, made total by the start time, newest first, and the id. */
export function runSegments(orders: readonly RunOrder[], scope: OrderScope): RunSegment[] {
  const isByTime = orders.some((order) => order.on === 'field' && order.field === 'startedMs');
  const [first = newestFirst, ...later] = isByTime ? orders : [...orders, newestFirst];
  const joins = later.map((order, at) => joinLater(order, `o${at + 1}`, scope)).join(' ');
  const keys = [...later.flatMap((order, at) => laterKeys(order, `o${at + 1}`)), byId];
  if (isKeyed(first)) return keyedSegments(first, joins, keys, scope);
  const present = presentKeys(first, 'r');
  if (!mayLack(first)) return [{ joins, conditions: [], keys: [...present, ...keys], isEmpty: false }];
  const value = (present.at(-1) as SortKey).expression;
  return [
    { joins, conditions: [`${value} is not null`], keys: [...present, ...keys], isEmpty: false },
    { joins, conditions: [`${value} is null`], keys, isEmpty: false },
  ];
}
