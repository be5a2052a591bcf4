import type {
  Aggregation,
  MetricDimension,
  MetricFilter,
  MetricPoint,
  MetricQuery,
  MetricSubject,
  MetricView,
  TraceOverlap,
} from '../model/trace-metrics.ts';
import type { TraceCondition } from '../model/trace-query.ts';
import type { Database } from './database.ts';
import { Bindings } from './search/bindings.ts';
import { refuseManyTerms } from './search/limits.ts';
import { wholeCondition } from './search/number-test.ts';
import { spanTestCondition, traceCondition } from './search/trace-conditions.ts';
import { type SearchedPlace, searchedProjects } from './search/traces.ts';
import { COST_COLUMNS, TOKEN_COLUMNS } from './traces.ts';

const joins: Readonly<Record<MetricView, string>> = {
  traces: '',
  spans: 'join spans s on s.trace_id = t.trace_id',
  assessments: 'join assessments a on a.trace_id = t.trace_id and a.valid',
};

const dimensionColumns: Readonly<Record<MetricDimension, string>> = {
  traceName: 't.name',
  traceStatus: 't.status collate "C"',
  spanName: 's.name',
  spanType: 's.type',
  spanStatus: 's.status collate "C"',
  spanModel: 's.model',
  spanProvider: 's.provider',
  assessmentName: 'a.name',
  assessmentValue: 'a.value',
};

/** What is summed up, null for rows that do not count; undefined where each row counts as it is. */
function subjectColumn(subject: MetricSubject): string | undefined {
  switch (subject.of) {
    case 'traces':
    case 'spans':
    case 'assessments':
      return undefined;
    case 'sessions':
      return 't.session';
    case 'tokens':
      return `t.${TOKEN_COLUMNS[subject.kind]}`;
    case 'duration':
      return subject.view === 'traces' ? 't.duration_ms' : '(s.duration_ns / 1000000)';
    case 'cost':
      return `s.${COST_COLUMNS[subject.kind]}`;
    case 'measure':
      return 'a.measure';
  }
}

/** Sums up the column `value` of what counts. */
function aggregate(aggregation: Aggregation, subject: MetricSubject, bindings: Bindings): string {
  switch (aggregation.by) {
    case 'count':
      return `count(${subject.of === 'sessions' ? 'distinct value' : '*'})::float8`;
    case 'percentile':
      return `percentile_cont(${bindings.bind(aggregation.percent / 100, 'float8')}) within group (order by value::float8)`;
    default:
      return `${aggregation.by}(value::float8)`;
  }
}

function filterCondition(filter: MetricFilter, bindings: Bindings, projects: string): string {
  switch (filter.on) {
    case 'trace':
      return traceCondition(filter.condition, { bindings, projects });
    case 'span':
      return spanTestCondition(filter.test, bindings);
    case 'assessment':
      return `a.name = ${bindings.bind(filter.name, 'text')}`;
    case 'assessmentKind':
      return filter.kind === undefined ? 'false' : `a.kind = ${bindings.bind(filter.kind, 'text')}`;
  }
}

/** When a row happened, in units of which one millisecond has `perMs`. */
function momentOf(subject: MetricSubject): { column: string; perMs: bigint } {
  return subject.of === 'cost' ? { column: 's.started_ns', perMs: 1_000_000n } : { column: 't.started_ms', perMs: 1n };
}

function rangeConditions({ subject, fromMs, toMs }: MetricQuery, bindings: Bindings): string[] {
  const { column, perMs } = momentOf(subject);
  return [
    ...(fromMs === undefined ? [] : [wholeCondition(column, { operator: '>=', value: fromMs * perMs }, bindings)]),
    ...(toMs === undefined ? [] : [wholeCondition(column, { operator: '<', value: (toMs + 1n) * perMs }, bindings)]),
  ];
}

/** Start of the stretch of time a row is in, in ms; also right before 1970. */
function bucketOf(view: MetricView, seconds: bigint, bindings: Bindings): string {
  const ms = view === 'spans' ? '(s.started_ns / 1000000)' : 't.started_ms';
  const size = bindings.bind(seconds * 1000n, 'int8');
  return `(${ms} - ((${ms} % ${size}) + ${size}) % ${size})`;
}

/**
 * Sums up what a question is about, in two statements: a point for each group, in the order of time and of the dimensions. What counts is
 * kept apart from how it is grouped: of stretches of time reckoned in a query of its own the planner expects few, and groups without
 * sorting (200,000 spans in 130 ms instead of 330).
 */
export async function queryMetrics(db: Database, place: SearchedPlace, query: MetricQuery): Promise<MetricPoint[]> {
  const { subject, aggregations, dimensions, filters, bucketSeconds } = query;
  refuseManyTerms({ conditions: filters, order: [...dimensions, ...aggregations] });
  const projects = await searchedProjects(db, place, query.experimentIds);
  const bindings = new Bindings();
  const searched = bindings.bind(projects, 'int4[]');
  const groups = [
    ...(bucketSeconds === undefined ? [] : [bucketOf(subject.view, bucketSeconds, bindings)]),
    ...dimensions.map((dimension) => dimensionColumns[dimension]),
  ];
  const value = subjectColumn(subject);
  const columns = [...groups.map((group, at) => `${group} as g${at}`), ...(value ? [`${value} as value`] : [])];
  const conditions = [
    `t.project_id = any(${searched})`,
    ...(value ? [`${value} is not null`] : []),
    ...dimensions.map((dimension) => `${dimensionColumns[dimension]} is not null`),
    ...rangeConditions(query, bindings),
    ...filters.map((filter) => filterCondition(filter, bindings, searched)),
  ];
  const names = groups.map((_, at) => `g${at}`);
  const values = aggregations.map((one) => aggregate(one, subject, bindings));
  const { rows } = await db.query<Record<string, unknown>>({
    text: `select ${[...names, `array[${values.join(', ')}] as values`].join(', ')}
      from (select ${columns.join(', ')} from traces t ${joins[subject.view]} where ${conditions.join(' and ')} offset 0) counted
      ${names.length > 0 ? `group by ${names.join(', ')} order by ${names.join(', ')}` : ''} limit ${bindings.bind(query.limit, 'int8')}`,
    values: bindings.values,
  });
  return rows.map((row) => toPoint(row, groups.length, bucketSeconds !== undefined));
}

function toPoint(row: Record<string, unknown>, groups: number, isBucketed: boolean): MetricPoint {
  const keys = Array.from({ length: groups }, (_, at) => row[`g${at}`]);
  const values = row['values'] as (number | null)[];
  if (!isBucketed) return { dimensions: keys as string[], values };
  const [bucketMs, ...dimensions] = keys as [bigint, ...string[]];
  return { bucketMs, dimensions, values };
}

/** Two searches, and one that both are within. */
export interface OverlapQuery {
  experimentIds: readonly bigint[];
  first: readonly TraceCondition[];
  second: readonly TraceCondition[];
  within: readonly TraceCondition[];
}

/** Counts the traces that two searches find, in two statements. @throws invalid for more than 100 conditions */
export async function countOverlap(
  db: Database,
  place: SearchedPlace,
  { experimentIds, first, second, within }: OverlapQuery,
): Promise<TraceOverlap> {
  refuseManyTerms({ conditions: [...first, ...second, ...within], order: [] });
  const projects = await searchedProjects(db, place, experimentIds);
  const bindings = new Bindings();
  const searched = bindings.bind(projects, 'int4[]');
  const all = (conditions: readonly TraceCondition[]) =>
    ['true', ...conditions.map((one) => traceCondition(one, { bindings, projects: searched }))].join(' and ');
  const { rows } = await db.query<{ first: bigint; second: bigint; both: bigint; total: bigint }>({
    text: `select count(*) filter (where f.first) as first, count(*) filter (where f.second) as second,
        count(*) filter (where f.first and f.second) as both, count(*) as total
      from (select (${all(first)}) as first, (${all(second)}) as second from traces t
        where t.project_id = any(${searched}) and ${all(within)} offset 0) f`,
    values: bindings.values,
  });
  const counts = rows[0] ?? { first: 0n, second: 0n, both: 0n, total: 0n };
  return {
    first: Number(counts.first),
    second: Number(counts.second),
    both: Number(counts.both),
    total: Number(counts.total),
  };
}
