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

/** Where runs of a segment are found, before they are sorted. */
type Stretch = Omit<RunSegment, 'keys'>;

function isByStart(order: RunOrder | undefined): boolean {
  return order?.on === 'field' && order.field === 'startedMs';
}

/** The later keys of an order, and the joins that bring them in. */
function laterPart(later: readonly RunOrder[], scope: OrderScope): { joins: string; keys: SortKey[] } {
  return {
    joins: later.map((order, at) => joinLater(order, `o${at + 1}`, scope)).join(' '),
    keys: [...later.flatMap((order, at) => laterKeys(order, `o${at + 1}`)), byId],
  };
}

function withMore(stretch: Stretch, joins: string, ...conditions: string[]): Stretch {
  return { ...stretch, joins: `${stretch.joins} ${joins}`, conditions: [...stretch.conditions, ...conditions] };
}

/** Segments of a stretch by a column that may be null. */
function columnSegments(
  stretch: Stretch,
  [first, ...later]: readonly [RunOrder, ...RunOrder[]],
  scope: OrderScope,
): RunSegment[] {
  const present = presentKeys(first, 'r');
  const { joins, keys } = laterPart(later, scope);
  if (!mayLack(first)) return [{ ...withMore(stretch, joins), keys: [...present, ...keys] }];
  const value = (present.at(-1) as SortKey).expression;
  return [
    { ...withMore(stretch, joins, `${value} is not null`), keys: [...present, ...keys] },
    ...tailSegments(withMore(stretch, '', `${value} is null`), later, scope),
  ];
}

/** Segments of a stretch of runs that are equal so far: more than one where the index on start times can be followed. */
function tailSegments(stretch: Stretch, later: readonly RunOrder[], scope: OrderScope): RunSegment[] {
  const [first, ...rest] = later;
  if (first && isByStart(first)) return columnSegments(stretch, [first, ...rest], scope);
  const { joins, keys } = laterPart(later, scope);
  return [{ ...withMore(stretch, joins), keys }];
}

/** The segments of an order by the value of a key. */
function keyedSegments(first: KeyedOrder, later: readonly RunOrder[], scope: OrderScope): RunSegment[] {
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
  const conditions = [`o.project_id = ${scope.project}`];
  const having: Stretch = { joins: `join ${table} o on ${row}`, conditions, isEmpty: isUnknown };
  const missing: Stretch = {
    joins: '',
    conditions: isUnknown ? [] : [`not exists (select from ${table} o where ${row})`],
    isEmpty: isTested,
  };
  const { joins, keys } = laterPart(later, scope);
  const isMetric = first.on === 'metric';
  const number: RunSegment = {
    ...withMore(having, joins, ...(isMetric ? [`${value} < ${NAN}`] : [])),
    keys: [...present, ...keys],
  };
  const nan: Stretch = { ...withMore(having, '', `${value} = ${NAN}`), isEmpty: isUnknown || isNanLeftOut };
  return [number, ...(isMetric ? tailSegments(nan, later, scope) : []), ...tailSegments(missing, later, scope)];
}

/** The segments of an order, made total by the start time, newest first, and the id. */
export function runSegments(orders: readonly RunOrder[], scope: OrderScope): RunSegment[] {
  const [first = newestFirst, ...later] = orders.some(isByStart) ? orders : [...orders, newestFirst];
  if (isKeyed(first)) return keyedSegments(first, later, scope);
  return columnSegments({ joins: '', conditions: [], isEmpty: false }, [first, ...later], scope);
}
