import type { QueueEntry } from '../model/queue.ts';
import type { IdScope } from '../model/reach.ts';
import type { RunStatus } from '../model/run.ts';
import type { Database } from './database.ts';
import { sampleQueues } from './queue-samples.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';
import { scopeSql, scopeValues } from './search/scope.ts';

/**
 * Whoever changes the entries of queues holds the rows of the queues until the end of the transaction: entries then have an order,
 * and nobody takes the same one twice.
 */
async function holdQueues(db: Database, uuids: readonly string[], now: Date): Promise<void> {
  await db.query({ text: 'select from queues where queue_id = any($1) order by queue_id for update', values: [uuids] });
  await db.query({ text: 'update queues set changed_at = $2 where queue_id = any($1)', values: [uuids, now] });
}

/**
 * Puts a run at the end of a queue.
 * @param formerStatus the status to go back to when it is taken out again
 * @returns false when it waits in that queue already
 */
export function addQueueEntry(
  db: Database,
  queueId: string,
  runId: number,
  formerStatus: RunStatus | null,
  now: Date,
): Promise<boolean> {
  const uuid = uuidOfId(queueId);
  return db.transaction(async (transaction) => {
    await holdQueues(transaction, [uuid], now);
    const { rowCount } = await transaction.query({
      name: 'add-queue-entry',
      text: `insert into queue_entries (queue_id, run_id, position, added_at, former_status)
        select $1, $2, coalesce((select max(position) from queue_entries where queue_id = $1), 0) + 1, $3, $4
        on conflict (queue_id, run_id) do nothing`,
      values: [uuid, runId, now, formerStatus],
    });
    if (rowCount > 0) await sampleQueues(transaction, [uuid], now);
    return rowCount > 0;
  });
}

/**
 * Takes a run out of one queue, or out of all.
 * @returns ids of the queues it waited in
 */
export function removeQueueEntries(db: Database, runId: number, now: Date, queueId?: string): Promise<string[]> {
  return db.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ queue_id: string }>({
      name: 'queues-of-run',
      text: 'select queue_id from queue_entries where run_id = $1 and ($2::uuid is null or queue_id = $2)',
      values: [runId, queueId === undefined ? null : uuidOfId(queueId)],
    });
    if (rows.length === 0) return [];
    const uuids = rows.map((row) => row.queue_id);
    await holdQueues(transaction, uuids, now);
    const { rows: gone } = await transaction.query<{ queue_id: string }>({
      text: 'delete from queue_entries where run_id = $1 and queue_id = any($2) returning queue_id',
      values: [runId, uuids],
    });
    await sampleQueues(transaction, uuids, now);
    return gone.map((row) => idOfUuid(row.queue_id, null));
  });
}

/** The run that was taken from a queue. */
export interface TakenEntry {
  runId: number;
  id: string;
  addedAt: Date;
  status: RunStatus;
  userId: string | null;
}

/**
 * Takes the first entry of a queue, or the one of a run.
 * @returns undefined when there is none
 */
export function takeQueueEntry(db: Database, queueId: string, now: Date, run?: string): Promise<TakenEntry | undefined> {
  const uuid = uuidOfId(queueId);
  const runUuid = run === undefined ? null : uuidOfId(run);
  return db.transaction(async (transaction) => {
    // most polls find an empty queue: they shall not wait for each other
    const { rowCount } = await transaction.query({
      name: 'queue-has-entry',
      text: 'select from queue_entries where queue_id = $1 limit 1',
      values: [uuid],
    });
    if (rowCount === 0) return undefined;
    await holdQueues(transaction, [uuid], now);
    const { rows } = await transaction.query<{
      run_id: number;
      uuid: string;
      external_id: string | null;
      added_at: Date;
      status: RunStatus;
      user_id: string | null;
    }>({
      name: 'take-queue-entry',
      text: `with first as (
          select e.run_id from queue_entries e join runs r using (run_id)
          where e.queue_id = $1 and ($2::uuid is null or r.uuid = $2) order by e.position limit 1
        ), taken as (
          delete from queue_entries e using first f where e.queue_id = $1 and e.run_id = f.run_id returning e.run_id, e.added_at
        )
        select r.run_id, r.uuid, r.external_id, t.added_at, r.status, r.user_id from taken t join runs r using (run_id)`,
      values: [uuid, runUuid],
    });
    const row = rows[0];
    if (!row) return undefined;
    await sampleQueues(transaction, [uuid], now);
    return {
      runId: row.run_id,
      id: idOfUuid(row.uuid, row.external_id),
      addedAt: row.added_at,
      status: row.status,
      userId: row.user_id && idOfUuid(row.user_id, null),
    };
  });
}

/** Takes all runs out of a queue. @returns numbers and ids of the runs, in their order */
export function clearQueue(db: Database, queueId: string, now: Date): Promise<{ runId: number; id: string }[]> {
  const uuid = uuidOfId(queueId);
  return db.transaction(async (transaction) => {
    await holdQueues(transaction, [uuid], now);
    const { rows } = await transaction.query<{ run_id: number; uuid: string; external_id: string | null }>({
      text: `with gone as (delete from queue_entries where queue_id = $1 returning run_id, position)
        select r.run_id, r.uuid, r.external_id from gone join runs r using (run_id) order by gone.position`,
      values: [uuid],
    });
    await sampleQueues(transaction, [uuid], now);
    return rows.map((row) => ({ runId: row.run_id, id: idOfUuid(row.uuid, row.external_id) }));
  });
}

/**
 * Moves a run to another place in its queue.
 * @param toPlace the new place, counted from 0, by the old one and the number of entries; what lies outside means the nearest end
 * @returns the new place; undefined when the run does not wait there
 */
export function moveQueueEntry(
  db: Database,
  queueId: string,
  run: string,
  toPlace: (place: number, length: number) => number,
  now: Date,
): Promise<number | undefined> {
  const uuid = uuidOfId(queueId);
  return db.transaction(async (transaction) => {
    await holdQueues(transaction, [uuid], now);
    const { rows } = await transaction.query<{ run_id: number; place: number; length: number }>({
      text: `select run_id, place, length from (
          select e.run_id, r.uuid, (row_number() over (order by e.position))::int4 - 1 as place, (count(*) over ())::int4 as length
          from queue_entries e join runs r using (run_id) where e.queue_id = $1) e
        where uuid = $2`,
      values: [uuid, uuidOfId(run)],
    });
    const entry = rows[0];
    if (!entry) return undefined;
    const place = Math.max(0, Math.min(entry.length - 1, toPlace(entry.place, entry.length)));
    // everybody between the two places moves up by one; numbers start again from 1, so that they never run out of digits
    await transaction.query({
      text: `update queue_entries e set position = n.position
        from (
          select run_id, row_number() over (order by (place + case when run_id = $2 then $3 else 0 end)) as position
          from (select run_id, 2 * row_number() over (order by position) as place from queue_entries where queue_id = $1) o
        ) n
        where e.queue_id = $1 and e.run_id = n.run_id and e.position <> n.position`,
      values: [uuid, entry.run_id, 2 * (place - entry.place) + Math.sign(place - entry.place)],
    });
    return place;
  });
}

/**
 * Entries of several queues in their order, by queue id.
 * @param most entries of each queue at most; all when left out
 * @param within projects whose runs are told by name; the others wait as well
 */
export async function readQueueEntries(
  db: Database,
  queueIds: readonly string[],
  most?: number,
  within: IdScope = 'all',
): Promise<Map<string, QueueEntry[]>> {
  const entries = new Map<string, QueueEntry[]>(queueIds.map((id) => [id, []]));
  if (queueIds.length === 0) return entries;
  const { rows } = await db.query<{
    queue_id: string;
    run_id: number;
    uuid: string;
    external_id: string | null;
    name: string;
    added_at: Date;
  }>({
    name: 'queue-entries',
    text: `select e.queue_id, e.run_id, r.uuid, r.external_id, case when ${scopeSql('r.project_id', 3)} then r.name else '' end as name,
        e.added_at
      from unnest($1::uuid[]) as q (queue_id),
        lateral (select * from queue_entries e where e.queue_id = q.queue_id order by e.position limit $2) e
      join runs r using (run_id) order by e.queue_id, e.position`,
    values: [queueIds.map(uuidOfId), most ?? null, ...scopeValues(within)],
  });
  for (const row of rows) {
    entries.get(idOfUuid(row.queue_id, null))?.push({
      runId: row.run_id,
      id: idOfUuid(row.uuid, row.external_id),
      name: row.name,
      addedAt: row.added_at,
    });
  }
  return entries;
}

/** How many runs wait in a queue. */
export async function countQueueEntries(db: Database, queueId: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>({
    text: 'select count(*)::int4 as count from queue_entries where queue_id = $1',
    values: [uuidOfId(queueId)],
  });
  return rows[0]?.count ?? 0;
}

/** Runs that wait no longer go back to the status they came with. Those that do not wait stay as they are. */
export async function releaseRuns(db: Database, runIds: readonly number[], now: Date): Promise<void> {
  if (runIds.length === 0) return;
  await db.query({
    text: `update runs set status = coalesce(former_status, 'created'), former_status = null, status_reason = '', status_message = '',
        status_changed_at = $2, changed_at = $2, updated_at = $2
      where run_id = any($1) and status = 'queued'`,
    values: [runIds, now],
  });
}

/** A run that was stopped while it waited is queued again. */
export async function queueStoppedRun(db: Database, runId: number, now: Date): Promise<void> {
  await db.query({
    text: `update runs set status = 'queued', status_reason = '', status_message = '', status_changed_at = $2, changed_at = $2,
        updated_at = $2
      where run_id = $1 and status = 'stopped'`,
    values: [runId, now],
  });
}

/** Notes the queue a run waits in. */
export async function setQueueOfRun(db: Database, runId: number, queueId: string): Promise<void> {
  await db.query({ text: 'update runs set queue_id = $2 where run_id = $1', values: [runId, uuidOfId(queueId)] });
}
