import { type McpServerFacts, mcpServers } from '../../store/transfer/read-mcp-servers.ts';
import {
  type RoleFacts,
  roles,
  type UserFacts,
  users,
  type WebhookFacts,
  type WorkspaceFacts,
  webhooks,
  workspaces,
} from '../../store/transfer/read-people.ts';
import { type ProjectFacts, projects, type QueueFacts, queues } from '../../store/transfer/read-projects.ts';
import type { ItemKind } from '../item.ts';
import {
  evaluationDatasetReader,
  evaluationRecordReader,
  issueReader,
  labelSchemaReader,
  reviewQueueReader,
  scorerReader,
} from './evaluation.ts';
import { type KindReader, kindReader } from './kind-reader.ts';
import { modelReader, registeredModelReader, versionReader } from './models.ts';
import { runReader } from './runs.ts';
import { traceReader } from './traces.ts';

/** A queue with its entries, a server with its versions: few at once. */
const FEW = 50;

/** Moments as whole numbers again. */
function stamped<Facts extends { createdMs: string; changedMs: string }>(facts: Facts) {
  return { ...facts, createdMs: BigInt(facts.createdMs), changedMs: BigInt(facts.changedMs) };
}

/** Who reads each kind. */
export const readers: { readonly [Kind in ItemKind]: KindReader<Kind> } = {
  workspace: kindReader<'workspace', WorkspaceFacts>(workspaces, (rows) => rows.map((row) => ({ kind: 'workspace', ...row }))),
  user: kindReader<'user', UserFacts>(users, (rows) => rows.map((row) => ({ kind: 'user', ...row }))),
  project: kindReader<'project', ProjectFacts>(projects, (rows) => rows.map((row) => ({ kind: 'project', ...row }))),
  queue: kindReader<'queue', QueueFacts>(
    queues,
    (rows) =>
      rows.map(({ metadata, entries, ...facts }) => ({
        kind: 'queue',
        ...facts,
        metadata: Object.values(metadata).map(({ key, value, type }) => ({ key, value: value ?? '', type })),
        entries: entries.map((entry) => ({ ...entry, addedMs: BigInt(entry.addedMs) })),
      })),
    { chunk: FEW },
  ),
  run: runReader,
  model: modelReader,
  registered_model: registeredModelReader,
  version: versionReader,
  trace: traceReader,
  evaluation_dataset: evaluationDatasetReader,
  evaluation_record: evaluationRecordReader,
  scorer: scorerReader,
  label_schema: labelSchemaReader,
  review_queue: reviewQueueReader,
  issue: issueReader,
  mcp_server: kindReader<'mcp_server', McpServerFacts>(
    mcpServers,
    (rows) =>
      rows.map(({ versions, endpoints, ...facts }) => ({
        kind: 'mcp_server',
        ...facts,
        versions: versions.map(stamped),
        endpoints: endpoints.map(stamped),
      })),
    { chunk: FEW },
  ),
  webhook: kindReader<'webhook', WebhookFacts>(webhooks, (rows) => rows.map((row) => ({ kind: 'webhook', ...row }))),
  role: kindReader<'role', RoleFacts>(roles, (rows) => rows.map((row) => ({ kind: 'role', ...row }))),
};
