import { invalid, show } from '../model/errors.ts';
import { NO_STEP } from '../model/event.ts';
import type { Database } from './database.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';

/**
 * Points as three columns of equal length, every number as exact decimal text (`NaN`, `Infinity` and `-Infinity` for the
 * values that are none): a history is passed on, not computed with.
 */
export interface PointColumns {
  steps: string[];
  timestampsMs: string[];
  values: string[];
}

/** The facts of a series that decide how its points are read. */
interface SeriesFacts {
  run_id: number;
  key_id: number;
  uuid: string;
  external_id: string | null;
  count: bigint;
  in_order: boolean;
  has_further: boolean;
  stride: bigint | null;
  first_step: bigint;
  single: boolean;
}

/** Points of one page. `next` goes on after the last one. */
export interface HistoryPage extends PointColumns {
  next?: string;
}

/** MLflow orders a NaN as if it were 0, behind the real zeros. */
const ORDER_VALUE = `case when value = 'NaN' then 0 else value end, value`;

async function seriesOf(db: Database, workspaceId: string, runIds: readonly string[], key: string): Promise<SeriesFacts[]> {
  const { rows } = await db.query<SeriesFacts>({
    name: 'series-facts',
    text: `select s.run_id, s.key_id, r.uuid, r.external_id, s.count, s.in_order, s.has_further, s.stride, s.first_step, s.single
      from series s join runs r using (run_id) join projects p on p.project_id = r.project_id join keys k using (key_id)
      where k.key = $2 and r.uuid = any($1) and p.workspace_id = $3 order by r.uuid`,
    values: [runIds.map(uuidOfId), key, workspaceId],
  });
  return rows;
}

/** `{1,2,3}` as Postgres writes an array of numbers. */
function readArray(text: string | null): string[] {
  return text === null || text === '{}' ? [] : text.slice(1, -1).split(',');
}

function readColumns(row: { steps: string | null; timestamps: string | null; values: string | null } | undefined): PointColumns {
  return {
    steps: readArray(row?.steps ?? null),
    timestampsMs: readArray(row?.timestamps ?? null),
    values: readArray(row?.values ?? null),
  };
}

/** Steps as they are read: a value that belongs to no step is shown at 0. */
function shownSteps<Columns extends PointColumns>(series: SeriesFacts, columns: Columns): Columns {
  if (!series.single) return columns;
  return { ...columns, steps: columns.steps.map((step) => (step === String(NO_STEP) ? '0' : step)) };
}

const COLUMNS = 'array_agg(step)::text as steps, array_agg(timestamp_ms)::text as timestamps, array_agg(value)::text as values';

interface Place {
  timestampMs: bigint;
  step: bigint;
  value: number;
}

/** A token comes from outside: nothing of it may reach the database that could not have come from there. */
function readPlace(token: string): Place {
  const refuse = (cause?: unknown) => invalid('page_token', `The page token ${show(token)} was not given by this server.`, cause);
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch (cause) {
    throw refuse(cause);
  }
  if (!Array.isArray(parts)) throw refuse();
  const [timestampMs, step] = parts.slice(0, 2).map(readInt64);
  const value = parts[2] === 'NaN' ? Number.NaN : readDouble(parts[2]);
  if (timestampMs === undefined || step === undefined || value === undefined) throw refuse();
  return { timestampMs, step, value };
}

function readInt64(text: unknown): bigint | undefined {
  if (typeof text !== 'string' || !/^-?\d{1,19}$/.test(text)) return undefined;
  const whole = BigInt(text);
  return BigInt.asIntN(64, whole) === whole ? whole : undefined;
}

function readDouble(text: unknown): number | undefined {
  const value = typeof text === 'string' && text !== '' ? Number(text) : Number.NaN;
  return Number.isNaN(value) ? undefined : value;
}

/**
 * The points of one series by time, step and value.
 * @param limit most points of the page
 * @param after place an earlier page ended at
 * @returns an empty page for an unknown run or key
 * @throws invalid for a place that no page of ours ends at
 */
export async function readHistory(
  db: Database,
  workspaceId: string,
  runId: string,
  key: string,
  { limit, after }: { limit: number; after?: string },
): Promise<HistoryPage> {
  const place = after === undefined ? undefined : readPlace(after);
  const [series] = await seriesOf(db, workspaceId, [runId], key);
  return series ? readPage(db, series, { limit, place }) : readColumns(undefined);
}

async function readPage(
  db: Database,
  series: SeriesFacts,
  { limit, place }: { limit: number; place: Place | undefined },
): Promise<HistoryPage> {
  const values: unknown[] = [series.run_id, series.key_id, limit + 1];
  // with steps and times in one order the primary keys give this order; otherwise the series is sorted for each page
  const order = `${series.in_order ? 'step, timestamp_ms' : 'timestamp_ms, step'}, ${ORDER_VALUE}`;
  let from = '';
  if (place) {
    values.push(place.timestampMs, place.step, place.value);
    const here = series.in_order ? '$5::int8, $4::int8' : '$4::int8, $5::int8';
    const pair = series.in_order ? '(step, timestamp_ms)' : '(timestamp_ms, step)';
    const low = series.in_order ? 'step >= $5::int8 and ' : '';
    from = `and ${low}${pair} >= (${here}) and (${order}) > (${here}, case when $6::float8 = 'NaN' then 0 else $6::float8 end, $6::float8)`;
  }
  const tables = series.has_further ? ['points', 'further_points'] : ['points'];
  const parts = tables.map(
    (table) =>
      `(select step, timestamp_ms, value from ${table} where run_id = $1 and key_id = $2 ${from} order by ${order} limit $3)`,
  );
  const { rows } = await db.query<{ steps: string; timestamps: string; values: string }>({
    text: `select ${COLUMNS} from (select * from (${parts.join(' union all ')}) as parts order by ${order} limit $3) as page`,
    values,
  });
  const page: HistoryPage = readColumns(rows[0]);
  if (page.steps.length > limit) {
    for (const column of [page.steps, page.timestampsMs, page.values]) column.pop();
    const last = limit - 1;
    page.next = Buffer.from(JSON.stringify([page.timestampsMs[last], page.steps[last], page.values[last]])).toString('base64url');
  }
  return shownSteps(series, page);
}

/**
 * The points of one key of several runs, runs by id, points as in {@link readHistory}.
 * @param limit most points in all
 */
export async function readHistories(
  db: Database,
  workspaceId: string,
  runIds: readonly string[],
  key: string,
  limit: number,
): Promise<(PointColumns & { runId: string })[]> {
  const histories: (PointColumns & { runId: string })[] = [];
  let left = limit;
  for (const series of await seriesOf(db, workspaceId, runIds, key)) {
    if (left <= 0) break;
    const page = await readPage(db, series, { limit: left, place: undefined });
    left -= page.steps.length;
    histories.push({ ...page, runId: idOfUuid(series.uuid, series.external_id) });
  }
  return histories;
}

/** Steps both included. */
export interface StepRange {
  from: bigint;
  to: bigint;
}

/**
 * Ranks of the points kept when `total` points are thinned to `limit`: the first of each of `limit` equal buckets, and the
 * last point of all in the place of the last bucket's.
 * @see MLflow 3.17.2, bulk-interval sampling (SQL ntile)
 */
function ranksKept(total: number, limit: number): number[] {
  if (total <= limit) return Array.from({ length: total }, (_, rank) => rank);
  const size = Math.floor(total / limit);
  const larger = total % limit;
  const ranks = Array.from({ length: limit }, (_, bucket) => bucket * size + Math.min(bucket, larger));
  ranks[limit - 1] = total - 1;
  return ranks;
}

/**
 * One series thinned out, ordered by step, time and value. Where the steps are equally far apart, as loops log them, each
 * point kept is one index probe; otherwise the series' index is read once.
 */
export async function sampleHistory(
  db: Database,
  workspaceId: string,
  runId: string,
  key: string,
  { limit, range }: { limit: number; range?: StepRange },
): Promise<PointColumns> {
  const [series] = await seriesOf(db, workspaceId, [runId], key);
  if (!series) return readColumns(undefined);
  if (series.stride) return sampleRegular(db, series, series.stride, limit, range);
  const inRange = `where run_id = $1 and key_id = $2 ${range ? 'and step between $3 and $4' : ''}`;
  const chosen = `select step, timestamp_ms, value from points ${inRange}${
    series.has_further ? ` union all select step, timestamp_ms, value from further_points ${inRange}` : ''
  }`;
  const values: unknown[] = [series.run_id, series.key_id, ...(range ? [range.from, range.to] : [])];
  let total = series.count;
  if (range) {
    const counted = await db.query<{ total: bigint }>({ text: `select count(*) as total from (${chosen}) as chosen`, values });
    total = counted.rows[0]?.total ?? 0n;
  }
  const { rows } = await db.query<{ steps: string; timestamps: string; values: string }>({
    text: `select ${COLUMNS} from (
        select step, timestamp_ms, value from (
          select step, timestamp_ms, value, row_number() over (order by step, timestamp_ms, ${ORDER_VALUE}) - 1 as rank
          from (${chosen}) as chosen
        ) as ranked where rank = any($${values.length + 1}::int8[]) order by rank
      ) as kept`,
    values: [...values, ranksKept(Number(total), limit)],
  });
  return shownSteps(series, readColumns(rows[0]));
}

async function sampleRegular(
  db: Database,
  series: SeriesFacts,
  stride: bigint,
  limit: number,
  range: StepRange | undefined,
): Promise<PointColumns> {
  const last = series.count - 1n;
  const ceiling = (distance: bigint) => (distance <= 0n ? 0n : (distance + stride - 1n) / stride);
  const low = range ? ceiling(range.from - series.first_step) : 0n;
  const reach = range ? range.to - series.first_step : last * stride;
  const high = reach < 0n ? -1n : reach / stride < last ? reach / stride : last;
  const steps = ranksKept(Math.max(0, Number(high - low + 1n)), limit).map(
    (rank) => series.first_step + (low + BigInt(rank)) * stride,
  );
  // "offset 0" keeps one probe per step; without it the planner merges, which reads the whole series
  const { rows } = await db.query<{ steps: string; timestamps: string; values: string }>({
    name: 'sample-regular',
    text: `select ${COLUMNS} from (
        select p.step, p.timestamp_ms, p.value from unnest($3::int8[]) as wanted (step),
          lateral (select * from points where run_id = $1 and key_id = $2 and points.step = wanted.step offset 0) as p
        order by p.step
      ) as kept`,
    values: [series.run_id, series.key_id, steps],
  });
  return readColumns(rows[0]);
}
