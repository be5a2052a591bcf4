import {
  type MeasureHistory,
  meanMeasures,
  type ServedModel,
  type ServingContainer,
  type ServingMeasure,
  type ServingReport,
} from '../model/serving.ts';
import type { Database } from './database.ts';
import { KEPT_DAYS, PRUNED_AT_ONCE } from './queue-samples.ts';

/** A word of a container. */
export interface ServingWord {
  workspaceId: string;
  userId: string | null;
  address: string | null;
  id: string;
  served: ServedModel;
  now: Date;
}

/** Adds a container, or lets it begin anew. @param word.timeoutSeconds how long it counts as there when it says nothing */
export async function registerContainer(db: Database, word: ServingWord & { timeoutSeconds: number }): Promise<void> {
  await db.query({
    text: `insert into serving_containers (workspace_id, container, user_id, address, registered_at, seen_at, timeout_seconds,
        expires_at, url, description)
      values ($1, $2, $3, $4, $5, $5, $6, $5::timestamptz + $6::int4 * interval '1 second', $7, $8)
      on conflict (workspace_id, container) do update set user_id = excluded.user_id, address = excluded.address,
        registered_at = excluded.registered_at, seen_at = excluded.seen_at, timeout_seconds = excluded.timeout_seconds,
        expires_at = excluded.expires_at, url = excluded.url, description = excluded.description, report = null, reported_at = null`,
    values: [...wordValues(word), word.timeoutSeconds, word.served.url, JSON.stringify(word.served)],
  });
}

function wordValues({ workspaceId, id, userId, address, now }: ServingWord): unknown[] {
  return [workspaceId, id, userId, address, now];
}

/** Writes down how a container fares; one that nobody knows, or that is overdue, is taken as new. */
export async function writeServingReport(db: Database, word: ServingWord & { report: ServingReport }): Promise<void> {
  await db.query({
    name: 'serving-report',
    text: `with old as (
        delete from serving_reports s using (
          select reported_at from serving_reports
          where workspace_id = $1 and url = $6 and container = $2 and reported_at < $5::timestamptz - interval '${KEPT_DAYS} days'
          limit ${PRUNED_AT_ONCE}) o
        where s.workspace_id = $1 and s.url = $6 and s.container = $2 and s.reported_at = o.reported_at
      ), history as (
        insert into serving_reports (workspace_id, url, container, reported_at, report)
        select $1, $6, $2, $5, $8 where $6 is not null
        on conflict (workspace_id, url, container, reported_at) do update set report = excluded.report
      )
      insert into serving_containers as c (workspace_id, container, user_id, address, registered_at, seen_at, reported_at,
        timeout_seconds, expires_at, url, description, report)
      values ($1, $2, $3, $4, $5, $5, $5, 600, $5::timestamptz + interval '600 seconds', $6, $7, $8)
      on conflict (workspace_id, container) do update set user_id = excluded.user_id, address = excluded.address,
        registered_at = case when c.expires_at > $5 then c.registered_at else excluded.registered_at end,
        seen_at = excluded.seen_at, reported_at = excluded.reported_at, url = excluded.url,
        expires_at = $5::timestamptz + c.timeout_seconds * interval '1 second',
        description = excluded.description, report = excluded.report`,
    values: [...wordValues(word), word.served.url, JSON.stringify(word.served), JSON.stringify(word.report)],
  });
}

/** Removes a container. @returns false when there is none that is not overdue */
export async function unregisterContainer(db: Database, workspaceId: string, id: string, now: Date): Promise<boolean> {
  const { rows } = await db.query<{ is_there: boolean }>({
    text: 'delete from serving_containers where workspace_id = $1 and container = $2 returning expires_at > $3 as is_there',
    values: [workspaceId, id, now],
  });
  return rows[0]?.is_there === true;
}

/** Containers that are not overdue, the first registered first. @param url of their endpoint; null: those that load */
export async function listContainers(
  db: Database,
  workspaceId: string,
  now: Date,
  url?: string | null,
): Promise<ServingContainer[]> {
  const { rows } = await db.query<{
    container: string;
    description: ServedModel;
    registered_at: Date;
    seen_at: Date;
    report: ServingReport | null;
  }>({
    text: `select container, description, registered_at, seen_at, report from serving_containers
      where workspace_id = $1 and expires_at > $2 and (not $3 or url is not distinct from $4)
      order by registered_at, container`,
    values: [workspaceId, now, url !== undefined, url ?? null],
  });
  return rows.map((row) => ({
    id: row.container,
    served: row.description,
    registeredAt: row.registered_at,
    seenAt: row.seen_at,
    report: row.report,
  }));
}

/** A measure of an endpoint's containers over time: the mean of each stretch, and what the means come to together. */
export async function readMeasureHistory(
  db: Database,
  workspaceId: string,
  query: { url: string; measure: ServingMeasure; from: Date; to: Date; interval: number },
): Promise<MeasureHistory> {
  const { rows } = await db.query<{ container: string; second: number; value: number }>({
    text: `select container, (floor(extract(epoch from reported_at) / $5) * $5)::float8 as second,
        avg((report -> 'measures' ->> $6)::float8) as value
      from serving_reports
      where workspace_id = $1 and url = $2 and reported_at between $3 and $4 and report -> 'measures' ? $6
      group by 1, 2 order by 2, 1`,
    values: [workspaceId, query.url, query.from, query.to, query.interval, query.measure],
  });
  const containers = Map.groupBy(rows, ({ container }) => container);
  const total = [...Map.groupBy(rows, ({ second }) => second)].map(([second, values]) => {
    const sum = values.reduce((all, { value }) => all + value, 0);
    return { second, value: meanMeasures.has(query.measure) ? sum / values.length : sum };
  });
  return { total, containers };
}
