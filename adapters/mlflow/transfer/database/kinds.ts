import type { ItemKind, ItemOf } from '../../../../src/bridge/item.ts';
import type { Source } from '../../../../src/bridge/source.ts';
import { mlflowSilence } from '../items/silence.ts';
import type { KindReader } from './kind.ts';
import { formerRoles, roles, users } from './read-access.ts';
import { evaluationDatasets, evaluationRecords, scorers } from './read-evaluation.ts';
import { models } from './read-models.ts';
import { projects, workspaces } from './read-projects.ts';
import { registeredModels, versions } from './read-registry.ts';
import { issues, labelSchemas, reviewQueues } from './read-reviews.ts';
import { runs } from './read-runs.ts';
import { mcpServers, webhooks } from './read-services.ts';
import { traces } from './read-traces.ts';
import type { Tables } from './tables.ts';

/** The reader of each kind of the tracking database. */
export const readers: { readonly [Kind in ItemKind]?: KindReader<Kind> } = {
  workspace: workspaces,
  project: projects,
  run: runs,
  model: models,
  registered_model: registeredModels,
  version: versions,
  trace: traces,
  evaluation_dataset: evaluationDatasets,
  evaluation_record: evaluationRecords,
  scorer: scorers,
  label_schema: labelSchemas,
  review_queue: reviewQueues,
  issue: issues,
  mcp_server: mcpServers,
  webhook: webhooks,
};

/** The readers of the database of the basic-auth app, with roles or without. */
export function accessReaders(tables: Tables): { user: KindReader<'user'>; role: KindReader<'role'> } {
  return { user: users, role: tables.has('roles') ? roles : formerRoles };
}

/** What only some revisions know: a kind, its field, and the column that has it. */
const columnsOfFields: readonly [ItemKind, field: string, table: string, column: string][] = [
  ['project', 'createdMs', 'experiments', 'creation_time'],
  ['project', 'changedMs', 'experiments', 'last_update_time'],
  ['run', 'archivedMs', 'runs', 'deleted_time'],
  ['version', 'storageLocation', 'model_versions', 'storage_location'],
  ['trace', 'requestPreview', 'trace_info', 'request_preview'],
  ['trace', 'responsePreview', 'trace_info', 'response_preview'],
];

/** What a database of this revision can say nothing about. */
export function silenceOf(tables: Tables): Source['silentOn'] {
  const silent = new Map<string, string[]>(Object.entries(mlflowSilence).map(([kind, fields]) => [kind, [...fields]]));
  for (const [kind, field, table, column] of columnsOfFields) {
    if (!tables.has(table, column)) silent.set(kind, [...(silent.get(kind) ?? []), field]);
  }
  return Object.fromEntries(silent) as { [Kind in ItemKind]?: (keyof ItemOf<Kind>)[] };
}
