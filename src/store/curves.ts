import { NO_STEP } from '../model/event.ts';
import { seriesNaming, shownParts } from '../model/names.ts';
import type { Database } from './database.ts';
import type { KeyIds } from './keys.ts';
import { int4Array } from './pg-arrays.ts';

/** A series as readers by title and variant find it. */
export interface NamedCurve {
  runId: number;
  keyId: number;
  title: string;
  variant: string;
  /** Points, those that share a step included. */
  count: bigint;
  hasFurther: boolean;
  /** Has a value that belongs to no step, at {@link NO_STEP}. */
  isSingle: boolean;
  inOrder: boolean;
  lastStep: bigint;
  lastTimestampMs: bigint;
  lastValue: number;
  minValue: number;
  maxValue: number;
  xAxisLabel: string | null;
}

/** Which series of a run are asked for; all variants of a title where none is named. */
export interface CurveSelection {
  title: string;
  variants?: readonly string[];
}

/** Series of runs or models, by title and variant. @param selection all series without one */
export async function findCurves(
  db: Database,
  keys: KeyIds,
  runIds: readonly number[],
  selection: readonly CurveSelection[] = [],
): Promise<NamedCurve[]> {
  const { rows } = await db.query<{
    run_id: number;
    key_id: number;
    title: string | null;
    variant: string | null;
    count: bigint;
    has_further: boolean;
    single: boolean;
    in_order: boolean;
    last_step: bigint;
    last_timestamp_ms: bigint;
    last_value: number;
    min_value: number;
    max_value: number;
    x_axis_label: string | null;
  }>({
    name: 'curves-of-runs',
    text: `select run_id, key_id, title, variant, count, has_further, single, in_order, last_step, last_timestamp_ms, last_value,
        min_value, max_value, x_axis_label
      from series where run_id = any($1)`,
    values: [runIds],
  });
  const texts = await keys.textsOf(rows.map((row) => row.key_id));
  const curves = rows.map((row): NamedCurve => {
    const parts = row.title === null ? null : { first: row.title, second: row.variant ?? '' };
    const { first, second } = shownParts(seriesNaming, { key: texts.get(row.key_id) as string, parts });
    return {
      runId: row.run_id,
      keyId: row.key_id,
      title: first,
      variant: second,
      count: row.count,
      hasFurther: row.has_further,
      isSingle: row.single,
      inOrder: row.in_order,
      lastStep: row.last_step,
      lastTimestampMs: row.last_timestamp_ms,
      lastValue: row.last_value,
      minValue: row.min_value,
      maxValue: row.max_value,
      xAxisLabel: row.x_axis_label,
    };
  });
  return curves.filter((curve) => isSelected(curve, selection)).sort(byName);
}

/** Whether something with a title and a variant is asked for. */
export function isSelected(
  { title, variant }: { title: string; variant: string },
  selection: readonly CurveSelection[] = [],
): boolean {
  if (selection.length === 0) return true;
  return selection.some((one) => one.title === title && (!one.variants?.length || one.variants.includes(variant)));
}

function byName(a: NamedCurve, b: NamedCurve): number {
  if (a.title !== b.title) return a.title < b.title ? -1 : 1;
  if (a.variant !== b.variant) return a.variant < b.variant ? -1 : 1;
  return a.runId - b.runId;
}

/** By what points are laid side by side: their step or their time. */
export type CurveAxis = 'step' | 'time';

/** Smallest and greatest place on the axis. Undefined for a series without points that have a step. */
export interface CurveRange {
  low: bigint;
  high: bigint;
  /** Points with a place; those that share a step count once. */
  points: bigint;
}

/** The columns points of series are looked up by, as three arrays. */
const placeColumns = (curves: readonly NamedCurve[]) => [
  int4Array(curves.map(({ runId }) => runId)),
  int4Array(curves.map(({ keyId }) => keyId)),
];

/** "The point has a step": the one of a value without a step is left out. */
const hasStep = (curves: readonly NamedCurve[]) => (curves.some(({ isSingle }) => isSingle) ? `and p.step <> ${NO_STEP}` : '');

/** The range of each series on the axis. Ranges of steps are two index probes; ranges of times read the series where it must be. */
export async function rangesOf(
  db: Database,
  curves: readonly NamedCurve[],
  axis: CurveAxis,
): Promise<(CurveRange | undefined)[]> {
  const column = axis === 'step' ? 'step' : 'timestamp_ms';
  const isProbed = axis === 'step' || curves.every((curve) => curve.inOrder && !curve.hasFurther);
  const edge = (direction: 'asc' | 'desc') => `(select p.${column} from points p
    where p.run_id = w.run_id and p.key_id = w.key_id ${hasStep(curves)} order by p.step ${direction} limit 1)`;
  const scan = (aggregate: string) => `(select ${aggregate} from points p
    where p.run_id = w.run_id and p.key_id = w.key_id ${hasStep(curves)})`;
  const { rows } = await db.query<{ low: bigint | null; high: bigint | null; points: bigint | null }>({
    text: `select ${isProbed ? edge('asc') : scan(`min(p.${column})`)} as low,
        ${isProbed ? edge('desc') : scan(`max(p.${column})`)} as high,
        case when w.is_counted then ${scan('count(*)')} end as points
      from unnest($1::int4[], $2::int4[], $3::bool[]) with ordinality as w (run_id, key_id, is_counted, place) order by place`,
    values: [...placeColumns(curves), curves.map(({ hasFurther }) => hasFurther)],
  });
  return curves.map(({ count, isSingle }, at) => {
    const row = rows[at];
    if (!row || row.low === null || row.high === null) return undefined;
    return { low: row.low, high: row.high, points: row.points ?? count - (isSingle ? 1n : 0n) };
  });
}

/** Means of a series' points by bucket: bucket `n` holds the places from `n` widths on. */
export interface CurveBuckets {
  buckets: bigint[];
  means: number[];
}

/** A series and how its points are put into buckets. */
export interface Bucketing {
  curve: NamedCurve;
  range: CurveRange;
  /** Of a bucket, 1 or more. */
  width: bigint;
}

/** Mean of values whose sum may leave the doubles; Postgres refuses one that is nearly zero. */
const exactMean = `case when count(*) > 1 and abs(avg(value::text::numeric)) < 1e-300 then 0
  else avg(value::text::numeric)::float8 end`;

/** Sums of values within this cannot leave the doubles, which Postgres refuses. */
const LARGEST_SUMMED = 1e290;

/** Points that Postgres reads in parallel rather than series by series, with a small table of sums for each. */
const MANY_POINTS = 300_000n;

/** Bytes: to write and read numbers as text would take as long as to compute them. */
const packed = `string_agg(int8send(bucket), '') as buckets, string_agg(float8send(total), '') as totals,
  string_agg(int8send(points), '') as points`;

interface PackedBuckets {
  run_id: number;
  key_id: number;
  buckets: Buffer;
  totals: Buffer;
  points: Buffer;
}

/** Points worth a second connection: two sum them in three quarters of the time. */
const POINTS_FOR_TWO = 20_000n;

/** Mean of each bucket of each series, in one statement, or in two side by side where Postgres would use one process for many points. */
export async function bucketMeans(
  db: Database,
  bucketings: readonly Bucketing[],
  axis: CurveAxis,
): Promise<Map<NamedCurve, CurveBuckets>> {
  const points = bucketings.reduce((sum, { range }) => sum + range.points, 0n);
  if (points < POINTS_FOR_TWO || points > MANY_POINTS) return readMeans(db, bucketings, axis);
  const halves = [0, 1].map((half) => bucketings.filter((_, at) => at % 2 === half));
  const [one, other] = await Promise.all(halves.map((half) => readMeans(db, half, axis)));
  return new Map([...(one ?? []), ...(other ?? [])]);
}

/** As {@link bucketMeans}, in one statement; series with the same buckets are read by one branch of it. */
async function readMeans(
  db: Database,
  bucketings: readonly Bucketing[],
  axis: CurveAxis,
): Promise<Map<NamedCurve, CurveBuckets>> {
  const alike = Map.groupBy(bucketings, ({ curve, range, width }) =>
    JSON.stringify([curve.runId, width.toString(), range.low < 0n, curve.hasFurther, curve.isSingle, isTame(curve)]),
  );
  if (alike.size === 0) return new Map();
  const values: unknown[] = [];
  const branches = Array.from(alike.values(), (group) => bucketBranch(group, axis, values));
  const { rows } = await db.query<PackedBuckets>({ text: branches.join(' union all '), values });
  const found = new Map(rows.map((row) => [`${row.run_id} ${row.key_id}`, row]));
  return new Map(
    bucketings.map(({ curve }) => {
      const row = found.get(`${curve.runId} ${curve.keyId}`);
      return [curve, row ? unpack(row) : { buckets: [], means: [] }];
    }),
  );
}

/** The mean is taken here: Postgres raises an error where the nearest double is zero. */
function unpack({ buckets, totals, points }: PackedBuckets): CurveBuckets {
  const places = Array.from({ length: buckets.length / 8 }, (_, at) => at * 8);
  return {
    buckets: places.map((at) => buckets.readBigInt64BE(at)),
    means: places.map((at) => totals.readDoubleBE(at) / Number(points.readBigInt64BE(at))),
  };
}

function isTame({ minValue, maxValue }: NamedCurve): boolean {
  return Math.max(Math.abs(minValue), Math.abs(maxValue)) <= LARGEST_SUMMED;
}

/** The aggregate over series of one run that have the same buckets. */
function bucketBranch(group: readonly Bucketing[], axis: CurveAxis, values: unknown[]): string {
  const [{ curve, range, width }] = group as [Bucketing];
  values.push(curve.runId, int4Array(group.map((one) => one.curve.keyId)), width);
  const [run, keys, wide] = [2, 1, 0].map((back) => `$${values.length - back}`);
  const column = axis === 'step' ? 'step' : 'timestamp_ms';
  // whole numbers are divided towards zero: below it a bucket too high
  const floor = range.low < 0n ? ` - (${column} % ${wide}::int8 < 0)::int` : '';
  const sums = isTame(curve) ? 'sum(value) as total, count(*) as points' : `${exactMean} as total, 1::int8 as points`;
  const plain = (table: string, isWanted: string) => `select run_id, key_id, step, timestamp_ms, value from ${table} p
    where p.run_id = ${run} and ${isWanted} ${hasStep([curve])}`;
  // the newest of a step's points counts
  const newest = (isWanted: string) => `select distinct on (key_id, step) *
    from (${plain('points', isWanted)} union all ${plain('further_points', isWanted)}) as p
    order by key_id, step, timestamp_ms desc, value desc`;
  const buckets = (isWanted: string, by: string) => `select ${by}, ${sums} from (
      select key_id, ${column} / ${wide}::int8${floor} as bucket, value
      from (${curve.hasFurther ? newest(isWanted) : plain('points', isWanted)}) as p
    ) as p group by ${by} order by ${by}`;
  if (group.reduce((sum, one) => sum + one.range.points, 0n) > MANY_POINTS) {
    const all = buckets(`p.key_id = any(${keys}::int4[])`, 'key_id, bucket');
    return `select ${run}::int4 as run_id, key_id, ${packed} from (${all}) as b group by key_id`;
  }
  return `select ${run}::int4 as run_id, w.key_id, b.* from unnest(${keys}::int4[]) as w (key_id),
    lateral (select ${packed} from (${buckets('p.key_id = w.key_id', 'bucket')}) as b) as b
    where b.buckets is not null`;
}
