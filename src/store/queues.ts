import { DEFAULT_QUEUE_TAG, type MetadataItem, type Queue, type QueueDraft } from '../model/queue.ts';
import type { Database } from './database.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';

/** A row of {@link QUEUE_COLUMNS}. */
export interface QueueRow {
  queue_id: string;
  name: string;
  display_name: string | null;
  labels: string[];
  system_tags: string[];
  metadata: Record<string, MetadataItem>;
  user_id: string | null;
  created_at: Date;
  changed_at: Date;
}

/** Columns of {@link toQueue}, for statements on `queues q`. */
export const QUEUE_COLUMNS = `q.queue_id, q.name, q.display_name, q.labels, q.system_tags, q.metadata, q.user_id,
  q.created_at, q.changed_at`;

export function toQueue(row: QueueRow): Queue {
  return {
    id: idOfUuid(row.queue_id, null),
    name: row.name,
    displayName: row.display_name,
    labels: row.labels.toSorted(),
    systemTags: row.system_tags.toSorted(),
    metadata: Object.values(row.metadata),
    userId: row.user_id && idOfUuid(row.user_id, null),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

/** A queue of the workspace by its id or by its name. */
export async function findQueue(
  db: Database,
  workspaceId: string,
  by: { id: string } | { name: string },
): Promise<Queue | undefined> {
  const [condition, value] = 'id' in by ? ['queue_id', uuidOfId(by.id)] : ['name', by.name];
  const { rows } = await db.query<QueueRow>({
    name: `queue by ${condition}`,
    text: `select ${QUEUE_COLUMNS} from queues q where q.workspace_id = $1 and q.${condition} = $2`,
    values: [workspaceId, value],
  });
  return rows[0] && toQueue(rows[0]);
}

/** The queues marked as the one to use when none is named: there should be exactly one. At most two are read. */
export async function findDefaultQueues(db: Database, workspaceId: string): Promise<Queue[]> {
  const { rows } = await db.query<QueueRow>({
    name: 'default-queues',
    text: `select ${QUEUE_COLUMNS} from queues q where q.workspace_id = $1 and $2 = any(q.system_tags) order by q.created_at limit 2`,
    values: [workspaceId, DEFAULT_QUEUE_TAG],
  });
  return rows.map(toQueue);
}

/** Queues by their ids, as far as they are there. */
export async function readQueues(db: Database, workspaceId: string, ids: readonly string[]): Promise<Queue[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<QueueRow>({
    name: 'queues-by-id',
    text: `select ${QUEUE_COLUMNS} from queues q where q.workspace_id = $1 and q.queue_id = any($2)`,
    values: [workspaceId, ids.map(uuidOfId)],
  });
  return rows.map(toQueue);
}

/** Metadata as it is kept: by key, the last of several with one key wins. */
export function metadataByKey(items: readonly MetadataItem[]): Record<string, MetadataItem> {
  return Object.fromEntries(items.map((item) => [item.key, item]));
}

/**
 * Adds an empty queue.
 * @param draft.id 32 lower hex
 * @throws already_exists, field `queues_name_key`, when the name is taken
 */
export async function createQueue(
  db: Database,
  draft: QueueDraft & { id: string; workspaceId: string; userId: string | null; now: Date },
): Promise<Queue> {
  const { rows } = await db.query<QueueRow>({
    text: `insert into queues as q (queue_id, workspace_id, name, display_name, labels, system_tags, metadata, user_id, created_at,
        changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) returning ${QUEUE_COLUMNS}`,
    values: [
      uuidOfId(draft.id),
      draft.workspaceId,
      draft.name,
      draft.displayName ?? null,
      draft.labels ?? [],
      draft.systemTags ?? [],
      JSON.stringify(metadataByKey(draft.metadata ?? [])),
      draft.userId,
      draft.now,
    ],
  });
  return toQueue(rows[0] as QueueRow);
}

/** What of a queue may be changed; what is left out stays. */
export interface QueuePatch {
  name?: string;
  displayName?: string | null;
  labels?: readonly string[];
  systemTags?: readonly string[];
  metadata?: readonly MetadataItem[];
}

/** Changes a queue. @returns false when it is not there @throws already_exists when the new name is taken */
export async function patchQueue(db: Database, workspaceId: string, id: string, patch: QueuePatch, now: Date): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `update queues set name = coalesce($3, name), display_name = case when $4 then $5 else display_name end,
        labels = coalesce($6, labels), system_tags = coalesce($7, system_tags), metadata = coalesce($8, metadata), changed_at = $9
      where workspace_id = $1 and queue_id = $2`,
    values: [
      workspaceId,
      uuidOfId(id),
      patch.name ?? null,
      patch.displayName !== undefined,
      patch.displayName ?? null,
      patch.labels ?? null,
      patch.systemTags ?? null,
      patch.metadata ? JSON.stringify(metadataByKey(patch.metadata)) : null,
      now,
    ],
  });
  return rowCount > 0;
}

/**
 * Adds metadata to a queue, or takes keys of it away.
 * @returns false when the queue is not there
 */
export async function mergeQueueMetadata(
  db: Database,
  workspaceId: string,
  id: string,
  change: { add?: readonly MetadataItem[]; remove?: readonly string[] },
  now: Date,
): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `update queues set metadata = (metadata - $3::text[]) || $4::jsonb, changed_at = $5
      where workspace_id = $1 and queue_id = $2`,
    values: [workspaceId, uuidOfId(id), change.remove ?? [], JSON.stringify(metadataByKey(change.add ?? [])), now],
  });
  return rowCount > 0;
}

/** Deletes a queue with its entries. */
export async function deleteQueue(db: Database, workspaceId: string, id: string): Promise<void> {
  await db.query({ text: 'delete from queues where workspace_id = $1 and queue_id = $2', values: [workspaceId, uuidOfId(id)] });
}

/** Whether a worker that is not overdue takes runs from the queue. */
export async function isQueueWatched(db: Database, workspaceId: string, queueId: string, now: Date): Promise<boolean> {
  const { rowCount } = await db.query({
    text: 'select from workers where workspace_id = $1 and $2 = any(queues) and expires_at > $3 limit 1',
    values: [workspaceId, queueId, now],
  });
  return rowCount > 0;
}

/** Ids of all queues of the workspace, or of those of a list that are there. */
export async function listQueueIds(db: Database, workspaceId: string, ids?: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ queue_id: string }>({
    text: 'select queue_id from queues where workspace_id = $1 and ($2::uuid[] is null or queue_id = any($2)) order by created_at, queue_id',
    values: [workspaceId, ids ? ids.map(uuidOfId) : null],
  });
  return rows.map((row) => idOfUuid(row.queue_id, null));
}
