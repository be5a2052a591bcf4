import { BridgeError, show } from '../model/errors.ts';
import { nameKeyOf, type ReviewQueue, type ReviewQueueDraft, type ReviewQueueKind } from '../model/review-queue.ts';
import type { Database } from './database.ts';
import { Bindings } from './search/bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './search/keyset.ts';
import { cutPage, readPageToken } from './search/page-token.ts';

interface QueueRow {
  queue_id: string;
  experiment_id: bigint;
  name: string;
  kind: ReviewQueueKind;
  owner: string | null;
  users: string[];
  schema_ids: string[];
  created_ms: bigint;
  changed_ms: bigint;
}

const COLUMNS = 'q.queue_id, p.experiment_id, q.name, q.kind, q.owner, q.users, q.schema_ids, q.created_ms, q.changed_ms';

function toQueue(row: QueueRow): ReviewQueue {
  return {
    id: row.queue_id,
    experimentId: row.experiment_id,
    name: row.name,
    kind: row.kind,
    owner: row.owner,
    users: row.users,
    schemaIds: row.schema_ids,
    createdMs: row.created_ms,
    changedMs: row.changed_ms,
  };
}

/** Adds a queue, of which the caller has found the project. @returns false when its name is taken */
export async function insertReviewQueue(
  db: Database,
  draft: ReviewQueueDraft & { id: string; projectId: number; nowMs: bigint },
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'insert-review-queue',
    text: `insert into review_queues (queue_id, project_id, name, name_key, kind, owner, users, schema_ids, created_ms, changed_ms)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict (project_id, name_key) do nothing`,
    values: [
      draft.id,
      draft.projectId,
      draft.name,
      nameKeyOf(draft.name),
      draft.kind,
      draft.owner,
      draft.users,
      draft.schemaIds,
      draft.nowMs,
    ],
  });
  return rowCount > 0;
}

async function findOne(db: Database, condition: string, values: readonly unknown[]): Promise<ReviewQueue | undefined> {
  const { rows } = await db.query<QueueRow>({
    name: `review queue by ${condition}`,
    text: `select ${COLUMNS} from review_queues q join projects p using (project_id) where ${condition}`,
    values,
  });
  return rows[0] && toQueue(rows[0]);
}

/** A queue of the workspace by its id. */
export function findReviewQueue(db: Database, workspaceId: string, id: string): Promise<ReviewQueue | undefined> {
  return findOne(db, 'p.workspace_id = $1 and q.queue_id = $2', [workspaceId, id]);
}

/** A queue of a project by its name, in any case. */
export function findReviewQueueByName(db: Database, projectId: number, name: string): Promise<ReviewQueue | undefined> {
  return findOne(db, 'q.project_id = $1 and q.name_key = $2', [projectId, nameKeyOf(name)]);
}

/**
 * Locks a queue of the workspace until the transaction ends: its questions change only while it is empty.
 * @returns its project's short id
 */
export async function lockReviewQueue(db: Database, workspaceId: string, id: string): Promise<number | undefined> {
  const { rows } = await db.query<{ project_id: number }>({
    name: 'lock-review-queue',
    text: `select project_id from review_queues q join projects p using (project_id)
      where p.workspace_id = $1 and q.queue_id = $2 for update of q`,
    values: [workspaceId, id],
  });
  return rows[0]?.project_id;
}

/** Writes what can change of a queue. @throws already_exists when its name is taken */
export async function updateReviewQueue(db: Database, queue: ReviewQueue): Promise<void> {
  const { rowCount } = await db.query({
    text: `update review_queues q set name = $2, name_key = $3, owner = $4, users = $5, schema_ids = $6, changed_ms = $7
      where q.queue_id = $1 and not exists (
        select from review_queues o where o.project_id = q.project_id and o.name_key = $3 and o.queue_id <> $1)`,
    values: [queue.id, queue.name, nameKeyOf(queue.name), queue.owner, queue.users, queue.schemaIds, queue.changedMs],
  });
  if (rowCount === 0) throw queueNameTaken(queue.name);
}

/** What is said of a name that a queue of the project has, in whatever case. */
export function queueNameTaken(name: string): BridgeError {
  const message = `The experiment has a review queue named ${show(name)} already; case does not matter.`;
  return new BridgeError('already_exists', message, { field: 'name' });
}

/** Deletes a queue of the workspace with its items; fine when it is not there. */
export async function deleteReviewQueue(db: Database, workspaceId: string, id: string): Promise<void> {
  await db.query({
    text: `delete from review_queues q using projects p
      where q.queue_id = $2 and p.project_id = q.project_id and p.workspace_id = $1`,
    values: [workspaceId, id],
  });
}

const ORDER: readonly SortKey[] = [
  { expression: 'q.created_ms', type: 'int8', descending: true },
  { expression: 'q.queue_id', type: 'text' },
];

/** Which queues of a project are listed. */
export interface ReviewQueueSelection {
  projectId: number;
  /** Of those assigned to him. */
  user: string | undefined;
  /** Of those that have this trace. */
  traceId: string | undefined;
  limit: number;
  after: string | undefined;
}

/** A page of the queues of a project, newest first. @throws invalid for a place that is none of this list */
export async function listReviewQueues(
  db: Database,
  { projectId, user, traceId, limit, after }: ReviewQueueSelection,
): Promise<{ queues: ReviewQueue[]; next?: string }> {
  const bindings = new Bindings();
  const identity = JSON.stringify(['review queues', projectId, user, traceId]);
  const start = after === undefined ? undefined : readPageToken(after, identity, [ORDER]);
  const conditions = [
    `q.project_id = ${bindings.bind(projectId, 'int4')}`,
    ...(user === undefined ? [] : [`${bindings.bind(user, 'text')} = any(q.users)`]),
    ...(traceId === undefined
      ? []
      : [`exists (select from review_items i where i.queue_id = q.queue_id and i.trace_id = ${bindings.bind(traceId, 'text')})`]),
    ...(start ? [afterPlace(ORDER, start.place, bindings)] : []),
  ];
  const { rows } = await db.query<QueueRow & { place: Place }>({
    text: `select ${COLUMNS}, ${placeOf(ORDER)} as place from review_queues q join projects p using (project_id)
      where ${conditions.join(' and ')} order by ${sortList(ORDER)} limit ${bindings.bind(limit + 1, 'int8')}`,
    values: bindings.values,
  });
  const { page, ...more } = cutPage(rows, limit, identity);
  return { queues: page.map(toQueue), ...more };
}
