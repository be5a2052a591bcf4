import type { Worker, WorkerReport } from '../model/worker.ts';
import type { Database } from './database.ts';
import { KEPT_DAYS, PRUNED_AT_ONCE } from './queue-samples.ts';
import { idOfUuid } from './run-ids.ts';
import { type ReadScope, scopeSql, scopeValues } from './search/scope.ts';

/** Who a worker belongs to. */
export interface WorkerOwner {
  workspaceId: string;
  userId: string | null;
}

/** Adds a worker, or writes down anew what it says of itself. */
export async function registerWorker(
  db: Database,
  owner: WorkerOwner,
  worker: Pick<Worker, 'name' | 'address' | 'queues' | 'labels' | 'systemTags' | 'timeoutSeconds'>,
  now: Date,
): Promise<void> {
  await db.query({
    text: `insert into workers (workspace_id, worker, user_id, address, queues, tags, system_tags, timeout_seconds, registered_at,
        seen_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $9::timestamptz + $8::int4 * interval '1 second')
      on conflict (workspace_id, worker) do update set user_id = excluded.user_id, address = excluded.address,
        queues = excluded.queues, tags = excluded.tags, system_tags = excluded.system_tags,
        timeout_seconds = excluded.timeout_seconds, registered_at = excluded.registered_at, seen_at = excluded.seen_at,
        expires_at = excluded.expires_at, run_id = null, queue = null, report = null, reported_at = null`,
    values: [
      owner.workspaceId,
      worker.name,
      owner.userId,
      worker.address,
      worker.queues,
      worker.labels,
      worker.systemTags,
      worker.timeoutSeconds,
      now,
    ],
  });
}

/** Removes a worker. */
export async function unregisterWorker(db: Database, workspaceId: string, name: string): Promise<void> {
  await db.query({ text: 'delete from workers where workspace_id = $1 and worker = $2', values: [workspaceId, name] });
}

/**
 * Writes a worker's report down, with the run it works on. A worker nobody knows, or that is overdue, is taken as new.
 * @param runId number of the run
 */
export async function writeWorkerReport(
  db: Database,
  owner: WorkerOwner,
  report: WorkerReport,
  runId: number | null,
  now: Date,
): Promise<void> {
  const measures = report.measures ? JSON.stringify(report.measures) : null;
  await db.query({
    name: 'worker-report',
    text: `with old as (
        delete from worker_reports w using (
          select worker, reported_at from worker_reports
          where workspace_id = $1 and worker = $2 and reported_at < $11::timestamptz - interval '${KEPT_DAYS} days'
          limit ${PRUNED_AT_ONCE}) o
        where w.workspace_id = $1 and w.worker = o.worker and w.reported_at = o.reported_at
      ), history as (
        insert into worker_reports (workspace_id, worker, reported_at, is_active, report)
        values ($1, $2, $10, $5::int4 is not null, $9)
        on conflict (workspace_id, worker, reported_at) do update set is_active = excluded.is_active,
          report = coalesce(excluded.report, worker_reports.report)
      ), heard as (
        update runs set last_worker = $2, last_worker_report_at = $11, updated_at = $11 where run_id = $5
      )
      insert into workers as w (workspace_id, worker, user_id, address, run_id, queue, queues, tags, system_tags, report,
        registered_at, seen_at, reported_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, coalesce($7::text[], '{}'), coalesce($8::text[], '{}'), coalesce($12::text[], '{}'), $9,
        $11, $11, $11, $11::timestamptz + interval '600 seconds')
      on conflict (workspace_id, worker) do update set user_id = excluded.user_id, address = excluded.address,
        run_id = excluded.run_id, queue = excluded.queue,
        queues = coalesce($7, w.queues), tags = coalesce($8, w.tags), system_tags = coalesce($12, w.system_tags),
        report = coalesce(excluded.report, w.report),
        registered_at = case when w.expires_at > $11 then w.registered_at else excluded.registered_at end,
        seen_at = excluded.seen_at, reported_at = excluded.reported_at,
        expires_at = $11::timestamptz + w.timeout_seconds * interval '1 second'`,
    values: [
      owner.workspaceId,
      report.name,
      owner.userId,
      report.address,
      runId,
      report.queue ?? null,
      report.queues ?? null,
      report.labels ?? null,
      measures,
      report.at,
      now,
      report.systemTags ?? null,
    ],
  });
}

interface WorkerRow {
  worker: string;
  user_id: string | null;
  user_name: string | null;
  address: string | null;
  queues: string[];
  tags: string[];
  system_tags: string[];
  timeout_seconds: number;
  registered_at: Date;
  seen_at: Date;
  reported_at: Date | null;
  queue: string | null;
  run_uuid: string | null;
  external_id: string | null;
  run_name: string;
  started_ms: bigint | null;
  last_iteration: bigint | null;
  project_uuid: string | null;
  project_path: string;
}

/** Which workers are listed. */
export interface WorkerChoice {
  /** Heard of since. */
  since?: Date;
  labels?: readonly string[];
  systemTags?: readonly string[];
  /** What a name must hold: `*` stands for any characters. */
  pattern?: string;
  now: Date;
}

const CHOSEN = `w.workspace_id = $1 and w.expires_at > $2 and ($3::timestamptz is null or w.seen_at >= $3)
  and ($4::text[] is null or w.tags && $4) and ($5::text[] is null or w.system_tags && $5) and ($6::text is null or w.worker like $6)`;

function choiceValues(workspaceId: string, choice: WorkerChoice): unknown[] {
  const pattern = choice.pattern === undefined ? null : likeOf(choice.pattern);
  return [workspaceId, choice.now, choice.since ?? null, choice.labels ?? null, choice.systemTags ?? null, pattern];
}

/** A name pattern for `like`: found from the beginning to the end. */
function likeOf(pattern: string): string {
  return pattern.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%');
}

/** Workers that are not overdue, those heard of last first. A run that may not be read is not told of. */
export async function listWorkers(db: Database, { workspaceId, reach }: ReadScope, choice: WorkerChoice): Promise<Worker[]> {
  const { rows } = await db.query<WorkerRow>({
    name: 'list-workers',
    text: `select w.worker, w.user_id, coalesce(nullif(u.display_name, ''), u.name) as user_name, w.address, w.queues, w.tags,
        w.system_tags, w.timeout_seconds, w.registered_at, w.seen_at, w.reported_at, w.queue, r.uuid as run_uuid, r.external_id,
        r.name as run_name, r.started_ms, r.last_iteration,
        case when not r.projectless then p.uuid end as project_uuid, p.path as project_path
      from workers w left join users u using (user_id) left join (runs r join projects p using (project_id)) on r.run_id = w.run_id and ${scopeSql('p.project_id', 7)}
      where ${CHOSEN} order by w.seen_at desc, w.worker`,
    values: [...choiceValues(workspaceId, choice), ...scopeValues(reach.projects)],
  });
  return rows.map(toWorker);
}

function toWorker(row: WorkerRow): Worker {
  const { run_uuid, project_uuid } = row;
  return {
    name: row.worker,
    userId: row.user_id && idOfUuid(row.user_id, null),
    userName: row.user_name,
    address: row.address,
    queues: row.queues,
    labels: row.tags,
    systemTags: row.system_tags,
    timeoutSeconds: row.timeout_seconds,
    registeredAt: row.registered_at,
    seenAt: row.seen_at,
    reportedAt: row.reported_at,
    queue: row.queue,
    run: run_uuid
      ? {
          id: idOfUuid(run_uuid, row.external_id),
          name: row.run_name,
          startedMs: row.started_ms,
          lastIteration: row.last_iteration,
          project: project_uuid ? { id: idOfUuid(project_uuid, null), name: row.project_path } : null,
        }
      : null,
  };
}

/** How many workers there are. */
export async function countWorkers(db: Database, workspaceId: string, choice: WorkerChoice): Promise<number> {
  const { rows } = await db.query<{ count: number }>({
    text: `select count(*)::int4 as count from workers w where ${CHOSEN}`,
    values: choiceValues(workspaceId, choice),
  });
  return rows[0]?.count ?? 0;
}
