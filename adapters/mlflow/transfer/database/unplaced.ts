import type { ReadEvents } from '../../../../src/bridge/source.ts';
import { readers } from './kinds.ts';
import type { Tables } from './tables.ts';

/** Tables that belong to those the readers name. */
const parts = [
  'experiment_tags',
  'params',
  'tags',
  'metrics',
  'datasets',
  'inputs',
  'input_tags',
  'logged_model_params',
  'logged_model_tags',
  'logged_model_metrics',
  'registered_model_tags',
  'registered_model_aliases',
  'model_version_tags',
  'trace_tags',
  'trace_request_metadata',
  'assessments',
  'spans',
  'entity_associations',
  'evaluation_dataset_tags',
  'scorer_versions',
  'online_scoring_configs',
  'review_queue_users',
  'review_queue_label_schemas',
  'review_queue_items',
  'mcp_server_tags',
  'mcp_server_aliases',
  'mcp_server_versions',
  'mcp_server_version_tags',
  'mcp_access_endpoints',
  'webhook_events',
];

/** Tables that follow from others, or are about the server that has the database and not about its history. */
const derived = [
  'latest_metrics',
  'trace_metrics',
  'span_metrics',
  'job_locks',
  'scheduler_leases',
  'users',
  'roles',
  'role_permissions',
  'user_role_assignments',
];
const derivedPattern = /^(?:alembic_version|sqlite_|sql_|.*_permissions$)/;

/** Tells of every table that holds something no item has a place for: secrets, gateways, budgets, jobs, and what is newer than this. */
export async function tellUnplaced(tables: Tables, events: ReadEvents): Promise<void> {
  const placed = new Set([...Object.values(readers).map(({ table }) => table), ...parts, ...derived]);
  for (const table of tables.names) {
    if (placed.has(table) || derivedPattern.test(table)) continue;
    const rows = await tables.count(table);
    if (rows === 0n) continue;
    const reason = `The ${rows} rows of this table are not moved: nothing else has a place for them.`;
    events.unreadable({ kind: 'workspace', id: `table ${table}`, part: table, reason });
  }
}
