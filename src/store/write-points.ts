import type { Database } from './database.ts';
import { float8Array, int4Array, int8Array } from './pg-arrays.ts';

/** The points of one series that a commit adds, in any order. */
export interface SeriesInput {
  runId: number;
  keyId: number;
  projectId: number;
  steps: bigint[];
  timestamps: bigint[];
  values: number[];
}

/** What the points of one series in one commit amount to. */
interface Batch {
  last: number;
  first: number;
  min: number;
  max: number;
  inOrder: boolean;
  /** null: one point. 0: the steps are not equally far apart. */
  stride: bigint | null;
}

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

/** Indexes of the points by step, time and value; as they came when they came in order, which is the usual case. */
function sortedIndexes(input: SeriesInput): number[] {
  const order = input.steps.map((_, index) => index);
  for (let index = 1; index < order.length; index += 1) {
    if (comparePoints(input, index - 1, index) > 0) return order.sort((a, b) => comparePoints(input, a, b));
  }
  return order;
}

function summarize(input: SeriesInput, order: readonly number[]): Batch {
  const first = order[0] as number;
  let [min, max] = [first, first];
  let inOrder = true;
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
  return { first, last: order.at(-1) as number, min, max, inOrder, stride };
}

/** "The new latest point beats the old one", by step, time and value with NaN as 0. */
const newer = `(
  (excluded.last_step, excluded.last_timestamp_ms, case when excluded.last_value = 'NaN' then 0 else excluded.last_value end)
  > (s.last_step, s.last_timestamp_ms, case when s.last_value = 'NaN' then 0 else s.last_value end))`;
/** "Every new point follows every old one", by step and by time alike. */
const follows = `(excluded.in_order and excluded.first_step >= s.last_step and excluded.first_timestamp_ms >= s.last_timestamp_ms)`;
const gap = '(excluded.first_step - s.last_step)';
const expectedStride = `coalesce(s.stride, excluded.stride, ${gap})`;

/**
 * Adds points and keeps the series rows with them, in one statement. A point that is there already changes nothing, and
 * finding that out is one index probe. `first` stands for the lowest point of the commit, by which the update can tell
 * whether the new points follow the old ones.
 */
const text = `
with input as materialized (
  select * from unnest($1::int4[], $2::int4[], $3::int8[], $4::int8[], $5::float8[]) as t (run_id, key_id, step, timestamp_ms, value)
), inserted as (
  insert into points (run_id, key_id, step, timestamp_ms, value)
  select run_id, key_id, step, timestamp_ms, value from input
  on conflict do nothing
  returning run_id, key_id, value
), added as (
  select run_id, key_id, count(*) as count,
    coalesce(sum(value) filter (where value > '-Infinity' and value < 'Infinity'), 0) as total
  from inserted group by run_id, key_id
), batch as (
  select * from unnest(
    $6::int4[], $7::int4[], $8::int4[], $9::int8[], $10::int8[], $11::int8[], $12::float8[],
    $13::float8[], $14::int8[], $15::float8[], $16::int8[], $17::float8[], $18::int8[], $19::int8[], $20::bool[], $21::int8[]
  ) as t (
    run_id, key_id, project_id, size, last_step, last_timestamp_ms, last_value,
    min_value, min_step, max_value, max_step, first_value, first_step, first_timestamp_ms, in_order, stride
  )
)
insert into series as s (
  run_id, key_id, project_id, count, last_step, last_timestamp_ms, last_value, min_value, min_step, max_value, max_step,
  first_value, first_step, first_timestamp_ms, total, in_order, stride
)
select b.run_id, b.key_id, b.project_id, a.count, b.last_step, b.last_timestamp_ms, b.last_value, b.min_value, b.min_step,
  b.max_value, b.max_step, b.first_value, b.first_step, b.first_timestamp_ms, a.total, b.in_order,
  case when a.count = b.size then b.stride else 0 end
from batch b join added a using (run_id, key_id)
order by b.run_id, b.key_id
on conflict (run_id, key_id) do update set
  count = s.count + excluded.count,
  total = s.total + excluded.total,
  last_step = case when ${newer} then excluded.last_step else s.last_step end,
  last_timestamp_ms = case when ${newer} then excluded.last_timestamp_ms else s.last_timestamp_ms end,
  last_value = case when ${newer} then excluded.last_value else s.last_value end,
  min_step = case when excluded.min_value < s.min_value then excluded.min_step else s.min_step end,
  min_value = least(excluded.min_value, s.min_value),
  max_step = case when excluded.max_value <> 'NaN' and (s.max_value = 'NaN' or excluded.max_value > s.max_value)
    then excluded.max_step else s.max_step end,
  max_value = case when excluded.max_value <> 'NaN' and (s.max_value = 'NaN' or excluded.max_value > s.max_value)
    then excluded.max_value else s.max_value end,
  in_order = s.in_order and ${follows},
  stride = case when s.in_order and ${follows} and ${gap} > 0 and ${gap} = ${expectedStride}
    and coalesce(excluded.stride, ${gap}) = ${gap} then ${gap} else 0 end
`;

/**
 * Adds the points of any number of series of any runs. The caller has made sure that the runs are there and may be written.
 * Each series may be named once.
 */
export async function writePoints(db: Database, inputs: readonly SeriesInput[]): Promise<void> {
  const runIds: number[] = [];
  const keyIds: number[] = [];
  const steps: bigint[] = [];
  const timestamps: bigint[] = [];
  const values: number[] = [];
  const batches: Batch[] = [];
  for (const input of inputs) {
    const order = sortedIndexes(input);
    batches.push(summarize(input, order));
    for (const index of order) {
      runIds.push(input.runId);
      keyIds.push(input.keyId);
      steps.push(input.steps[index] as bigint);
      timestamps.push(input.timestamps[index] as bigint);
      values.push(input.values[index] as number);
    }
  }
  const step = (of: (batch: Batch) => number) =>
    int8Array(inputs.map((input, at) => input.steps[of(batches[at] as Batch)] as bigint));
  const time = (of: (batch: Batch) => number) =>
    int8Array(inputs.map((input, at) => input.timestamps[of(batches[at] as Batch)] as bigint));
  const value = (of: (batch: Batch) => number) =>
    float8Array(inputs.map((input, at) => input.values[of(batches[at] as Batch)] as number));
  await db.query({
    name: 'write-points',
    text,
    values: [
      int4Array(runIds),
      int4Array(keyIds),
      int8Array(steps),
      int8Array(timestamps),
      float8Array(values),
      int4Array(inputs.map((input) => input.runId)),
      int4Array(inputs.map((input) => input.keyId)),
      int4Array(inputs.map((input) => input.projectId)),
      int8Array(inputs.map((input) => BigInt(input.steps.length))),
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
    ],
  });
}
