import type { Database } from './database.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';

/** How long samples of queues and reports of workers are kept, in days. */
export const KEPT_DAYS = 30;
/** Old rows that one write removes at most: more than it adds, so that they become fewer. */
export const PRUNED_AT_ONCE = 20;

/**
 * Notes how many runs wait in queues, and for how long on average; samples older than {@link KEPT_DAYS} go in small steps.
 * @param uuids of the queues
 */
export async function sampleQueues(db: Database, uuids: readonly string[], now: Date): Promise<void> {
  await db.query({
    name: 'sample-queues',
    text: `with old as (
        delete from queue_samples s using (
          select queue_id, sampled_at from queue_samples
          where queue_id = any($1) and sampled_at < $2::timestamptz - interval '${KEPT_DAYS} days' limit ${PRUNED_AT_ONCE}) o
        where s.queue_id = o.queue_id and s.sampled_at = o.sampled_at
      )
      insert into queue_samples (queue_id, sampled_at, length, waiting_seconds)
      select q.queue_id, $2, count(e.run_id), coalesce(avg(extract(epoch from $2 - e.added_at)), 0)
      from unnest($1::uuid[]) as q (queue_id) left join queue_entries e using (queue_id)
      group by q.queue_id
      on conflict (queue_id, sampled_at) do update set length = excluded.length, waiting_seconds = excluded.waiting_seconds`,
    values: [uuids, now],
  });
}

/** What a queue was like in one stretch of time. */
export interface QueueInterval {
  /** Start of the stretch, in seconds since the epoch. */
  second: number;
  waitingSeconds: number;
  length: number;
}

/**
 * Averages of the samples of queues, by queue id.
 * @param range.interval length of each stretch in seconds; stretches start at its multiples
 */
export async function readQueueSamples(
  db: Database,
  queueIds: readonly string[],
  range: { from: Date; to: Date; interval: number },
): Promise<Map<string, QueueInterval[]>> {
  const { rows } = await db.query<{ queue_id: string; second: number; waiting: number; length: number }>({
    text: `select queue_id, (floor(extract(epoch from sampled_at) / $4) * $4)::float8 as second, avg(waiting_seconds) as waiting,
        avg(length)::float8 as length
      from queue_samples where queue_id = any($1) and sampled_at between $2 and $3
      group by 1, 2 order by 1, 2`,
    values: [queueIds.map(uuidOfId), range.from, range.to, range.interval],
  });
  const intervals = new Map<string, QueueInterval[]>(queueIds.map((id) => [id, []]));
  for (const { queue_id, second, waiting, length } of rows) {
    intervals.get(idOfUuid(queue_id, null))?.push({ second, waitingSeconds: waiting, length });
  }
  return intervals;
}
