import type { Aggregation, WorkerSeries } from '../model/worker.ts';
import type { Database } from './database.ts';

/** A stretch of time, and the length in seconds of the parts it is cut into; they start at multiples of it. */
interface TimeRange {
  from: Date;
  to: Date;
  interval: number;
}

/** One item that is asked for: a metric and how its values become one. */
export interface WantedMeasure {
  metric: string;
  aggregation: Aggregation;
}

/** Rows of a range's reports by metric and place in the metric's list; variant is null for a metric that is one number. */
const MEASURES = `worker_reports w cross join lateral jsonb_each(w.report) as m (metric, measured) cross join lateral (
    select null as variant, measured::float8 as value where jsonb_typeof(measured) = 'number'
    union all
    select (at - 1)::text, item::float8 from jsonb_array_elements(case when jsonb_typeof(measured) = 'array' then measured else '[]' end)
      with ordinality as items (item, at) where jsonb_typeof(item) = 'number'
  ) v`;

/** What workers measured over time. @param workers all when left out @param splits one series for each place of a list */
export async function readWorkerSeries(
  db: Database,
  workspaceId: string,
  workers: readonly string[] | undefined,
  wanted: readonly WantedMeasure[],
  range: TimeRange,
  splits: boolean,
): Promise<WorkerSeries[]> {
  const { rows } = await db.query<{
    worker: string;
    metric: string;
    variant: string | null;
    second: number;
    avg: number;
    min: number;
    max: number;
  }>({
    text: `select w.worker, m.metric, case when $6 then v.variant end as variant,
        (floor(extract(epoch from w.reported_at) / $5) * $5)::float8 as second, avg(v.value), min(v.value), max(v.value)
      from ${MEASURES}
      where w.workspace_id = $1 and ($2::text[] is null or w.worker = any($2)) and w.reported_at between $3 and $4
        and m.metric = any($7)
      group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    values: [workspaceId, workers ?? null, range.from, range.to, range.interval, splits, wanted.map(({ metric }) => metric)],
  });
  const series = new Map<string, WorkerSeries>();
  for (const { worker, metric, variant, second, ...values } of rows) {
    for (const { aggregation } of wanted.filter((one) => one.metric === metric)) {
      const place = JSON.stringify([worker, metric, variant, aggregation]);
      const one = series.get(place) ?? { worker, metric, variant, aggregation, seconds: [], values: [] };
      one.seconds.push(second);
      one.values.push(values[aggregation]);
      series.set(place, one);
    }
  }
  return [...series.values()];
}

/** How many workers there were in each part of a range, and how many of them worked on a run. */
export async function readWorkerActivity(
  db: Database,
  workspaceId: string,
  range: TimeRange,
): Promise<{ second: number; total: number; active: number }[]> {
  const { rows } = await db.query<{ second: number; total: number; active: number }>({
    text: `select (floor(extract(epoch from reported_at) / $4) * $4)::float8 as second, count(distinct worker)::int4 as total,
        (count(distinct worker) filter (where is_active))::int4 as active
      from worker_reports where workspace_id = $1 and reported_at between $2 and $3 group by 1 order by 1`,
    values: [workspaceId, range.from, range.to, range.interval],
  });
  return rows;
}

/** Names of what workers measured since a moment. */
export async function readMeasureNames(
  db: Database,
  workspaceId: string,
  workers: readonly string[] | undefined,
  since: Date,
): Promise<string[]> {
  const { rows } = await db.query<{ metric: string }>({
    text: `select distinct metric from worker_reports w, jsonb_object_keys(w.report) as metric
      where w.workspace_id = $1 and ($2::text[] is null or w.worker = any($2)) and w.reported_at >= $3 order by metric`,
    values: [workspaceId, workers ?? null, since],
  });
  return rows.map(({ metric }) => metric);
}
