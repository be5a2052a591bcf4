import type { ReviewItem, ReviewStatus } from '../model/review-queue.ts';
import type { Database } from './database.ts';
import { Bindings } from './search/bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './search/keyset.ts';
import { cutPage, readPageToken } from './search/page-token.ts';

interface ItemRow {
  queue_id: string;
  trace_id: string;
  status: ReviewStatus;
  completed_by: string | null;
  completed_ms: bigint | null;
  created_ms: bigint;
  changed_ms: bigint;
}

const COLUMNS = 'i.queue_id, i.trace_id, i.status, i.completed_by, i.completed_ms, i.created_ms, i.changed_ms';

function toItem(row: ItemRow): ReviewItem {
  return {
    queueId: row.queue_id,
    traceId: row.trace_id,
    status: row.status,
    completedBy: row.completed_by,
    completedMs: row.completed_ms,
    createdMs: row.created_ms,
    changedMs: row.changed_ms,
  };
}

/** Which of some ids are those of traces of a project. Those found stay until the transaction ends. */
export async function findTracesOfProject(db: Database, projectId: number, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ trace_id: string }>({
    text: 'select trace_id from traces where project_id = $1 and trace_id = any($2) order by trace_id for key share',
    values: [projectId, ids],
  });
  return new Set(rows.map((row) => row.trace_id));
}

/** Puts traces, which the caller has found, into a queue as pending; those that are in it stay as they are. */
export async function insertReviewItems(
  db: Database,
  queueId: string,
  traceIds: readonly string[],
  nowMs: bigint,
): Promise<void> {
  await db.query({
    text: `insert into review_items (queue_id, trace_id, status, created_ms, changed_ms)
      select $1, trace_id, 'pending', $3, $3 from unnest($2::text[]) as t (trace_id) order by trace_id
      on conflict (queue_id, trace_id) do nothing`,
    values: [queueId, traceIds, nowMs],
  });
}

/** Those of some items that are in a queue, in the order of the ids. */
export async function readReviewItems(db: Database, queueId: string, traceIds: readonly string[]): Promise<ReviewItem[]> {
  const { rows } = await db.query<ItemRow>({
    text: `select ${COLUMNS} from unnest($2::text[]) with ordinality as t (trace_id, place) join review_items i using (trace_id)
      where i.queue_id = $1 order by t.place`,
    values: [queueId, traceIds],
  });
  return rows.map(toItem);
}

/** Whether a queue has items. */
export async function hasReviewItems(db: Database, queueId: string): Promise<boolean> {
  const { rowCount } = await db.query({ text: 'select from review_items where queue_id = $1 limit 1', values: [queueId] });
  return rowCount > 0;
}

/** Takes items out of a queue; fine for those that are not in it. */
export async function deleteReviewItems(db: Database, queueId: string, traceIds: readonly string[]): Promise<void> {
  await db.query({
    text: 'delete from review_items where queue_id = $1 and trace_id = any($2)',
    values: [queueId, traceIds],
  });
}

/**
 * Sets how far an item is; one that is so far already keeps who brought it there.
 * @returns the item as it is then; undefined when it is not in the queue
 */
export async function setReviewStatus(
  db: Database,
  item: { queueId: string; traceId: string; status: ReviewStatus; completedBy: string | null; nowMs: bigint },
): Promise<ReviewItem | undefined> {
  await db.query({
    text: `update review_items set status = $3, completed_by = $4, completed_ms = case when $4::text is not null then $5::int8 end,
        changed_ms = $5
      where queue_id = $1 and trace_id = $2 and status <> $3`,
    values: [item.queueId, item.traceId, item.status, item.completedBy, item.nowMs],
  });
  const [found] = await readReviewItems(db, item.queueId, [item.traceId]);
  return found;
}

const ORDER: readonly SortKey[] = [
  { expression: 'i.created_ms', type: 'int8', descending: true },
  { expression: 'i.trace_id', type: 'text' },
];

/** A page of the items of a queue, newest first. @throws invalid for a place that is none of this list */
export async function listReviewItems(
  db: Database,
  selection: { queueId: string; status: ReviewStatus | undefined; limit: number; after: string | undefined },
): Promise<{ items: ReviewItem[]; next?: string }> {
  const { queueId, status, limit, after } = selection;
  const bindings = new Bindings();
  const identity = JSON.stringify(['review items', queueId, status]);
  const start = after === undefined ? undefined : readPageToken(after, identity, [ORDER]);
  const conditions = [
    `i.queue_id = ${bindings.bind(queueId, 'text')}`,
    ...(status === undefined ? [] : [`i.status = ${bindings.bind(status, 'text')}`]),
    ...(start ? [afterPlace(ORDER, start.place, bindings)] : []),
  ];
  const { rows } = await db.query<ItemRow & { place: Place }>({
    text: `select ${COLUMNS}, ${placeOf(ORDER)} as place from review_items i
      where ${conditions.join(' and ')} order by ${sortList(ORDER)} limit ${bindings.bind(limit + 1, 'int8')}`,
    values: bindings.values,
  });
  const { page, ...more } = cutPage(rows, limit, identity);
  return { items: page.map(toItem), ...more };
}
