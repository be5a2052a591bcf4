import type { Database } from './database.ts';

/** When a run was heard of last. */
const HEARD = 'greatest(coalesce(updated_at, changed_at), status_changed_at, last_worker_report_at)';

/**
 * Ends runs in progress that were not heard of since a moment, as of when they were heard of last. Only runs of programs that say
 * all the time that they are alive: those another tool logged never do.
 * @param reason what is said of the new status
 * @returns how many
 */
export async function stopSilentRuns(db: Database, since: Date, now: Date, reason: string): Promise<number> {
  const { rowCount } = await db.query({
    text: `update runs set status = 'stopped', status_reason = $3, status_message = $3, status_changed_at = $2, changed_at = $2,
        ended_ms = (extract(epoch from ${HEARD}) * 1000)::int8
      where status = 'in_progress' and (origin = 'clearml' or last_worker_report_at is not null) and ${HEARD} < $1`,
    values: [since, now, reason],
  });
  return rowCount;
}

/** Forgets workers and serving containers that have been overdue since a moment. */
export async function forgetOverdue(db: Database, since: Date): Promise<void> {
  await db.query({
    text: `with w as (delete from workers where expires_at < $1) delete from serving_containers where expires_at < $1`,
    values: [since],
  });
}
