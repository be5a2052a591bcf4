import type { QueueFieldName } from '../../../src/tracking/queues.ts';
import type { Entity } from './fields.ts';
import type { KnownPaths } from './projection.ts';

/** What queries know of queues. */
export const queueEntity: Entity<QueueFieldName> = {
  fields: {
    id: { field: { name: 'id' }, form: 'list' },
    name: { field: { name: 'name' }, form: 'pattern' },
    display_name: { field: { name: 'displayName' } },
    tags: { field: { name: 'labels' }, form: 'list' },
    system_tags: { field: { name: 'systemTags' }, form: 'list' },
    user: { field: { name: 'user' } },
    created: { field: { name: 'createdAt' }, kind: 'date' },
    last_update: { field: { name: 'changedAt' }, kind: 'date' },
    'entries.task': { field: { name: 'runs' } },
  },
  dynamic: (path) => {
    const [, key, part = 'value'] = /^metadata\.(.+?)(?:\.(key|type|value))?$/.exec(path) ?? [];
    return key === undefined ? undefined : { field: { name: 'metadata', of: [key, part] }, form: 'list', numeric: true };
  },
  texts: ['name', 'id'],
};

export const queuePaths: KnownPaths = {
  id: true,
  name: true,
  display_name: true,
  company: ['id', 'name'],
  user: ['id', 'name'],
  created: true,
  last_update: true,
  tags: true,
  system_tags: true,
  entries: true,
  metadata: true,
  workers: true,
  resources: true,
};

/** The mark of queues that a cluster keeps for itself: they are listed only when asked for. */
export const HIDDEN_QUEUE_TAG = 'k8s-glue';
