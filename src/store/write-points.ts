import type { Parts } from '../model/names.ts';
import type { Database } from './database.ts';
import { float8Array, int4Array, int8Array } from './pg-arrays.ts';

/** The points of one series that a commit writes, in any order. */
export interface SeriesInput {
  runId: number;
  keyId: number;
  projectId: number;
  steps: bigint[];
  timestamps: bigint[];
  values: number[];
  /** Points take the place of whatever stands at their steps, and the last one given for a step wins; otherwise they are added. */
  replaces?: boolean;
  /** Kept with a new series: its name in two parts, where they are not those derived from the key. */
  parts?: Parts | null;
  /** Its value belongs to no step. */
  isSingle?: boolean;
  xAxisLabel?: string;
}

/** What the points of one series in one commit amount to. Points are named by their index. */
interface Batch {
  /** The distinct points by step, time and value: the first of each step, and the others. */
  firsts: number[];
  others: number[];
  last: number;
  first: number;
  min: number;
  max: number;
  inOrder: boolean;
  /** null: one point. 0: the steps are not equally far apart. */
  stride: bigint | null;
  /** Sum of the values; null when it is not known. */
  total: number | null;
}

const MAX_INT64 = 2n ** 63n - 1n;
/** Postgres refuses sums that leave the doubles: with a value or a sum beyond these, as with NaN, a total is not known any more. */
const LARGEST_VALUE = 1e290;
const LARGEST_TOTAL = 1e300;

/** MLflow orders a NaN as if it were 0. */
function rank(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

/** Orders points by step, time and value, as the latest one is chosen. */
function comparePoints(input: SeriesInput, a: number, b: number): number {
  const step = (input.steps[a] as bigint) - (input.steps[b] as bigint);
  if (step !== 0n) return step < 0n ? -1 : 1;
  const time = (input.timestamps[a] as bigint) - (input.timestamps[b] as bigint);
  if (time !== 0n) return time < 0n ? -1 : 1;
  return rank(input.values[a] as number) - rank(input.values[b] as number);
}

/** A point that stands twice, with -0 and 0 as well as two NaNs taken as the same, as the index does. */
function isRepeat(input: SeriesInput, a: number, b: number): boolean {
  const [left, right] = [input.values[a] as number, input.values[b] as number];
  return (
    input.steps[a] === input.steps[b] &&
    input.timestamps[a] === input.timestamps[b] &&
    (left === right || (Number.isNaN(left) && Number.isNaN(right)))
  );
}

/** Indexes of the distinct points by step, time and value; mostly they come in order already. */
function sortedIndexes(input: SeriesInput): number[] {
  const order = input.steps.map((_, index) => index);
  let isSorted = true;
  for (let index = 1; index < order.length && isSorted; index += 1) {
    isSorted = comparePoints(input, index - 1, index) < 0;
  }
  if (isSorted) return order;
  order.sort(
    (a, b) => comparePoints(input, a, b) || Number(Number.isNaN(input.values[a])) - Number(Number.isNaN(input.values[b])),
  );
  return order.filter((index, at) => at === 0 || !isRepeat(input, order[at - 1] as number, index));
}

/** Indexes of the last point given for each step, by step. */
function lastOfSteps({ steps }: SeriesInput): number[] {
  const order = steps.map((_, index) => index);
  if (order.every((index) => index === 0 || (steps[index - 1] as bigint) < (steps[index] as bigint))) return order;
  const last = new Map(steps.map((step, index) => [step, index]));
  return [...last.values()].sort((a, b) => ((steps[a] as bigint) < (steps[b] as bigint) ? -1 : 1));
}

function summarize(input: SeriesInput): Batch {
  const order = input.replaces ? lastOfSteps(input) : sortedIndexes(input);
  const isFirst = (at: number) => at === 0 || input.steps[order[at] as number] !== input.steps[order[at - 1] as number];
  const firsts = order.filter((_, at) => isFirst(at));
  const others = firsts.length === order.length ? [] : order.filter((_, at) => !isFirst(at));
  const first = order[0] as number;
  let [min, max] = [first, first];
  let inOrder = true;
  let sum = 0;
  let isSummed = true;
  for (const index of order) {
    const value = input.values[index] as number;
    sum += value;
    if (!(Math.abs(value) <= LARGEST_VALUE)) isSummed = false;
  }
  let stride: bigint | null =
    order.length > 1 ? (input.steps[order[1] as number] as bigint) - (input.steps[first] as bigint) : null;
  for (let at = 1; at < order.length; at += 1) {
    const index = order[at] as number;
    const before = order[at - 1] as number;
    const value = input.values[index] as number;
    if (value < (input.values[min] as number) || Number.isNaN(input.values[min])) min = index;
    if (value > (input.values[max] as number) || Number.isNaN(input.values[max])) max = index;
    if ((input.timestamps[index] as bigint) < (input.timestamps[before] as bigint)) inOrder = false;
    if (stride !== 0n && (input.steps[index] as bigint) - (input.steps[before] as bigint) !== stride) stride = 0n;
  }
  if (stride !== null && stride > MAX_INT64) stride = 0n;
  return { firsts, others, first, last: order.at(-1) as number, min, max, inOrder, stride, total: isSummed ? sum : null };
}

/**
 * "The new latest point beats the old one", by step, time and value with NaN as 0. A point that replaces the latest one is the
 * latest whatever its time.
 */
const newer = `(
  excluded.last_step = s.last_step and (excluded.run_id, excluded.key_id) in (select run_id, key_id from judged where replaces)
  or (excluded.last_step, excluded.last_timestamp_ms, case when excluded.last_value = 'NaN' then 0 else excluded.last_value end)
  > (s.last_step, s.last_timestamp_ms, case when s.last_value = 'NaN' then 0 else s.last_value end))`;
const isSummable = `value between -${LARGEST_VALUE} and ${LARGEST_VALUE}`;
const isTotal = `between -${LARGEST_TOTAL} and ${LARGEST_TOTAL}`;
/** "Every new point follows every old one", by step and by time alike. */
const follows = `(excluded.in_order and excluded.first_step >= s.last_step and excluded.first_timestamp_ms >= s.last_timestamp_ms)`;
/** Two 64-bit steps may lie further apart than 64 bits can say. */
const gap = '(excluded.first_step::numeric - s.last_step)';
const expectedStride = `coalesce(s.stride, excluded.stride, ${gap})`;

/**
 * Adds points and keeps the series rows with them, in one statement.
 *
 * The series rows are locked in one order, so that servers writing the same series take turns. Where all points of a commit
 * lie behind everything the series has, none can be there already and they are simply inserted, at twice the speed. The
 * others are tried: a point whose step is taken goes to the further points, unless it is there; or, where points replace, what
 * stands at the step goes. A statement that had to wait for its turn does not see what was written meanwhile; it writes nothing
 * and says that it is stale.
 *
 * `first` stands for the lowest point of the commit, by which the update can tell whether the new points follow the old ones.
 */
const text = `
with batch as materialized (
  select * from unnest(
    $9::int4[], $10::int4[], $11::int4[], $12::int8[], $13::int8[], $14::int8[], $15::int8[], $16::float8[],
    $17::float8[], $18::int8[], $19::float8[], $20::int8[], $21::float8[], $22::int8[], $23::int8[], $24::bool[], $25::int8[],
    $26::float8[], $27::bool[], $28::bool[], $29::text[], $30::text[], $31::text[]
  ) with ordinality as t (
    run_id, key_id, project_id, size, steps, last_step, last_timestamp_ms, last_value,
    min_value, min_step, max_value, max_step, first_value, first_step, first_timestamp_ms, in_order, stride,
    total, replaces, single, title, variant, x_axis_label, place
  )
), known as materialized (
  select s.run_id, s.key_id, s.last_step, s.xmin as version from series s join batch using (run_id, key_id)
  order by s.run_id, s.key_id for no key update of s
), stale as materialized (
  select from known join series s using (run_id, key_id) where s.xmin <> known.version
), judged as materialized (
  select b.*, coalesce(b.first_step > k.last_step, true) as is_behind from batch b left join known k using (run_id, key_id)
  where not exists (select from stale)
), firsts as (
  select j.run_id, j.key_id, t.step, t.timestamp_ms, t.value, j.is_behind, j.replaces
  from unnest($1::int8[], $2::int8[], $3::int8[], $4::float8[]) as t (place, step, timestamp_ms, value) join judged j using (place)
), others as (
  select j.run_id, j.key_id, t.step, t.timestamp_ms, t.value, j.is_behind
  from unnest($5::int8[], $6::int8[], $7::int8[], $8::float8[]) as t (place, step, timestamp_ms, value) join judged j using (place)
), appended as (
  insert into points (run_id, key_id, step, timestamp_ms, value)
  select run_id, key_id, step, timestamp_ms, value from firsts where is_behind
), tried as (
  insert into points (run_id, key_id, step, timestamp_ms, value)
  select run_id, key_id, step, timestamp_ms, value from firsts where not is_behind and not replaces
  on conflict do nothing
  returning run_id, key_id, step, value
), rest as (
  select run_id, key_id, step, timestamp_ms, value, is_behind from others
  union all
  select run_id, key_id, step, timestamp_ms, value, is_behind from firsts f
  where not is_behind and not replaces and not exists (
    select from tried t where t.run_id = f.run_id and t.key_id = f.key_id and t.step = f.step
  )
), further as (
  insert into further_points (run_id, key_id, step, timestamp_ms, value)
  select run_id, key_id, step, timestamp_ms, value from rest r
  where is_behind or not exists (
    select from points p where p.run_id = r.run_id and p.key_id = r.key_id and p.step = r.step
      and p.timestamp_ms = r.timestamp_ms and p.value = r.value
  )
  on conflict do nothing
  returning run_id, key_id, value
), former as (
  select p.run_id, p.key_id, p.value from firsts f join points p using (run_id, key_id, step) where f.replaces and not f.is_behind
), superseded as (
  delete from further_points p using firsts f
  where f.replaces and not f.is_behind and p.run_id = f.run_id and p.key_id = f.key_id and p.step = f.step
  returning p.run_id, p.key_id, p.value
), replaced as (
  insert into points (run_id, key_id, step, timestamp_ms, value)
  select run_id, key_id, step, timestamp_ms, value from firsts where replaces and not is_behind
  on conflict (run_id, key_id, step) do update set timestamp_ms = excluded.timestamp_ms, value = excluded.value
  returning run_id, key_id, value
), added as (
  select run_id, key_id, size as count, total, size > steps as has_further from judged where is_behind
  union all
  select run_id, key_id, sum(change), case when bool_and(${isSummable}) then sum(change * value) filter (where ${isSummable}) end,
    bool_or(is_further)
  from (
    select run_id, key_id, value, 1 as change, false as is_further from tried
    union all select f.run_id, f.key_id, f.value, 1, true from further f join judged j using (run_id, key_id) where not j.is_behind
    union all select run_id, key_id, value, 1, false from replaced
    union all select run_id, key_id, value, -1, false from former
    union all select run_id, key_id, value, -1, false from superseded
  ) as one_by_one group by run_id, key_id
), saved as (
insert into series as s (
  run_id, key_id, project_id, count, last_step, last_timestamp_ms, last_value, min_value, min_step, max_value, max_step,
  first_value, first_step, first_timestamp_ms, in_order, stride, has_further, total, single, title, variant, x_axis_label
)
select b.run_id, b.key_id, b.project_id, a.count, b.last_step, b.last_timestamp_ms, b.last_value, b.min_value, b.min_step,
  b.max_value, b.max_step, b.first_value, b.first_step, b.first_timestamp_ms, b.in_order,
  case when a.count = b.size then b.stride else 0 end, a.has_further, a.total,
  b.single, b.title, b.variant, b.x_axis_label
from judged b join added a using (run_id, key_id)
order by b.run_id, b.key_id
on conflict (run_id, key_id) do update set
  count = s.count + excluded.count,
  last_step = case when ${newer} then excluded.last_step else s.last_step end,
  last_timestamp_ms = case when ${newer} then excluded.last_timestamp_ms else s.last_timestamp_ms end,
  last_value = case when ${newer} then excluded.last_value else s.last_value end,
  min_step = case when excluded.min_value < s.min_value then excluded.min_step else s.min_step end,
  min_value = least(excluded.min_value, s.min_value),
  max_step = case when excluded.max_value <> 'NaN' and (s.max_value = 'NaN' or excluded.max_value > s.max_value)
    then excluded.max_step else s.max_step end,
  max_value = case when excluded.max_value <> 'NaN' and (s.max_value = 'NaN' or excluded.max_value > s.max_value)
    then excluded.max_value else s.max_value end,
  has_further = s.has_further or excluded.has_further,
  total = case when s.total ${isTotal} and excluded.total ${isTotal} then s.total + excluded.total end,
  single = s.single or excluded.single,
  x_axis_label = coalesce(excluded.x_axis_label, s.x_axis_label),
  in_order = s.in_order and ${follows},
  stride = case when excluded.count = 0 then s.stride when s.in_order and ${follows} and ${gap} between 1 and ${MAX_INT64} and ${gap} = ${expectedStride}
    and coalesce(excluded.stride, ${gap}) = ${gap} then ${gap}::int8 else 0 end
) select exists (select from stale) as stale
`;

/**
 * Writes the points of any number of series of any runs. The caller has made sure that the runs are there and may be written.
 * Each series may be named once.
 */
export async function writePoints(db: Database, inputs: readonly SeriesInput[]): Promise<void> {
  const batches = inputs.map(summarize);
  const perSeries = <T>(value: (input: SeriesInput, batch: Batch) => T) =>
    inputs.map((input, at) => value(input, batches[at] as Batch));
  const step = (of: (batch: Batch) => number) => int8Array(perSeries((input, batch) => input.steps[of(batch)] as bigint));
  const time = (of: (batch: Batch) => number) => int8Array(perSeries((input, batch) => input.timestamps[of(batch)] as bigint));
  const value = (of: (batch: Batch) => number) => float8Array(perSeries((input, batch) => input.values[of(batch)] as number));
  const statement = {
    name: 'write-points',
    text,
    values: [
      ...pointColumns(inputs, (at) => batches[at]?.firsts ?? []),
      ...pointColumns(inputs, (at) => batches[at]?.others ?? []),
      int4Array(perSeries((input) => input.runId)),
      int4Array(perSeries((input) => input.keyId)),
      int4Array(perSeries((input) => input.projectId)),
      int8Array(batches.map(({ firsts, others }) => BigInt(firsts.length + others.length))),
      int8Array(batches.map(({ firsts }) => BigInt(firsts.length))),
      step((batch) => batch.last),
      time((batch) => batch.last),
      value((batch) => batch.last),
      value((batch) => batch.min),
      step((batch) => batch.min),
      value((batch) => batch.max),
      step((batch) => batch.max),
      value((batch) => batch.first),
      step((batch) => batch.first),
      time((batch) => batch.first),
      batches.map((batch) => batch.inOrder),
      batches.map((batch) => batch.stride),
      batches.map((batch) => batch.total),
      inputs.map((input) => input.replaces ?? false),
      inputs.map((input) => input.isSingle ?? false),
      inputs.map((input) => input.parts?.first ?? null),
      inputs.map((input) => input.parts?.second ?? null),
      inputs.map((input) => input.xAxisLabel ?? null),
    ],
  };
  let stale: boolean | undefined;
  do {
    stale = (await db.query<{ stale: boolean }>(statement)).rows[0]?.stale;
  } while (stale);
}

/** Chosen points of all series as four arrays: place of the series, step, time, value. */
function pointColumns(inputs: readonly SeriesInput[], chosen: (at: number) => readonly number[]): Buffer[] {
  const places: bigint[] = [];
  const steps: bigint[] = [];
  const timestamps: bigint[] = [];
  const values: number[] = [];
  inputs.forEach((input, at) => {
    const place = BigInt(at + 1);
    for (const index of chosen(at)) {
      places.push(place);
      steps.push(input.steps[index] as bigint);
      timestamps.push(input.timestamps[index] as bigint);
      values.push(input.values[index] as number);
    }
  });
  return [int8Array(places), int8Array(steps), int8Array(timestamps), float8Array(values)];
}
