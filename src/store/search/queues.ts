import type { Find } from '../../model/find.ts';
import type { Queue } from '../../model/queue.ts';
import type { Database } from '../database.ts';
import { QUEUE_COLUMNS, type QueueRow, toQueue } from '../queues.ts';
import { type Findable, find } from './find.ts';
import type { FieldTable } from './find-fields.ts';
import { microseconds } from './find-order.ts';

/** What queues are searched by. `metadata` says which key and which part of it: `key`, `type` or `value`. */
export type QueueFieldName =
  | 'id'
  | 'name'
  | 'displayName'
  | 'labels'
  | 'systemTags'
  | 'user'
  | 'createdAt'
  | 'changedAt'
  | 'runs'
  | 'metadata';

const fields: FieldTable<QueueFieldName> = {
  id: { type: 'id', uuid: 'q.queue_id', always: true },
  name: { type: 'text', value: 'q.name', always: true },
  displayName: { type: 'text', value: 'q.display_name' },
  labels: { type: 'rows', rows: 'unnest(q.labels) as label where true', value: 'label' },
  systemTags: { type: 'rows', rows: 'unnest(q.system_tags) as mark where true', value: 'mark' },
  user: { type: 'id', uuid: 'q.user_id' },
  createdAt: { type: 'timestamptz', value: 'q.created_at', always: true },
  changedAt: { type: 'timestamptz', value: 'q.changed_at', always: true },
  runs: {
    type: 'rows',
    rows: 'queue_entries e join runs r using (run_id) where e.queue_id = q.queue_id',
    value: `coalesce(r.external_id, replace(r.uuid::text, '-', ''))`,
  },
  metadata: ([key = '', part = 'value'], bindings) => ({
    type: 'text',
    value: `(q.metadata -> ${bindings.bind(key, 'text')} ->> ${bindings.bind(part, 'text')})`,
  }),
};

/** One page of the queues of a workspace. @throws invalid */
export async function findQueues(
  db: Database,
  workspaceId: string,
  query: Find<QueueFieldName>,
): Promise<{ queues: Queue[]; next?: string }> {
  const findable: Findable<QueueFieldName> = {
    fields,
    columns: QUEUE_COLUMNS,
    from: 'queues q',
    scope: (bindings) => [`q.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`],
    last: [
      { expression: microseconds('q.created_at'), type: 'int8' },
      { expression: 'q.queue_id', type: 'uuid' },
    ],
  };
  const { rows, next } = await find<QueueRow, QueueFieldName>(db, findable, query);
  return { queues: rows.map(toQueue), ...(next === undefined ? {} : { next }) };
}
