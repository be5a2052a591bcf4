import type { LabelKind } from '../../model/label-schema.ts';
import { SCHEMA_COLUMNS, type SchemaRow } from '../label-schemas.ts';
import { inChosenProject } from './read-choice.ts';
import { hexOf, jsonList, type KindTable } from './read-page.ts';

export interface LabelSchemaFacts extends SchemaRow {
  project: string;
  kind: LabelKind;
}

export const labelSchemas: KindTable & { columns: string } = {
  from: 'label_schemas s join projects p using (project_id)',
  order: [{ expression: 's.schema_id', type: 'text' }],
  withIds: (ids, bindings) => `s.schema_id = any(${bindings.bind(ids, 'text[]')})`,
  chosen: inChosenProject,
  columns: `${SCHEMA_COLUMNS}, ${hexOf('p.uuid')} as project`,
};

export interface ReviewQueueFacts {
  id: string;
  project: string;
  name: string;
  type: 'user' | 'custom';
  owner: string | null;
  users: string[];
  labelSchemas: string[];
  /** Times are decimal. */
  entries: {
    trace: string;
    status: string;
    completedBy: string | null;
    completedMs: string | null;
    createdMs: string;
    changedMs: string;
  }[];
  createdMs: bigint;
  changedMs: bigint;
}

export const reviewQueues: KindTable & { columns: string } = {
  from: 'review_queues q join projects p using (project_id)',
  order: [{ expression: 'q.queue_id', type: 'text' }],
  withIds: (ids, bindings) => `q.queue_id = any(${bindings.bind(ids, 'text[]')})`,
  chosen: inChosenProject,
  columns: `q.queue_id as id, ${hexOf('p.uuid')} as project, q.name, q.kind as type, q.owner, q.users,
    q.schema_ids as "labelSchemas", q.created_ms as "createdMs", q.changed_ms as "changedMs",
    ${jsonList(
      {
        trace: 'i.trace_id',
        status: 'i.status',
        completedBy: 'i.completed_by',
        completedMs: 'i.completed_ms::text',
        createdMs: 'i.created_ms::text',
        changedMs: 'i.changed_ms::text',
      },
      'review_items i where i.queue_id = q.queue_id',
    )} as entries`,
};

export interface IssueFacts {
  id: string;
  project: string;
  name: string;
  description: string;
  status: string;
  /** Its rank among `issueSeverities`. */
  rank: number | null;
  rootCauses: string[];
  categories: string[];
  run: string | null;
  author: string | null;
  createdMs: bigint;
  changedMs: bigint;
}

export const issues: KindTable & { columns: string } = {
  from: 'issues i join projects p using (project_id)',
  order: [{ expression: 'i.issue_id', type: 'text' }],
  withIds: (ids, bindings) => `i.issue_id = any(${bindings.bind(ids, 'text[]')})`,
  chosen: inChosenProject,
  columns: `i.issue_id as id, ${hexOf('p.uuid')} as project, i.name, i.description, i.status, i.severity as rank,
    i.root_causes as "rootCauses", i.categories, i.source_run as run, i.author, i.created_ms as "createdMs",
    i.changed_ms as "changedMs"`,
};
