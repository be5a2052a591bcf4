import type { McpServerItem, WebhookItem } from '../../../../src/bridge/item.ts';
import { toMcpVersionNumber } from '../../../../src/model/mcp-server.ts';
import { idInWorkspace, toWorkspace } from '../items/registry.ts';
import { type KindWriter, type NewRow, ownedBy } from './kind-writer.ts';
import { fitText } from './schema.ts';
import { nameIn, workspaceColumn } from './targets.ts';

/**
 * A text that sorts as a pre-release does, the release itself last: a number is 0, its count of digits and itself, a word 1 and
 * three digits for each character, ended by three zeros.
 * @see MLflow 3.17.2, column mcp_server_versions.version_prerelease_sort_key
 */
function prereleaseKey(version: string): string {
  const prerelease = /^[^+-]*-([^+]*)/.exec(version)?.[1];
  if (prerelease === undefined) return '2';
  const keys = prerelease.split('.').map((part) => {
    if (/^\d+$/.test(part)) return `0${String(part.length).padStart(3, '0')}${part}`;
    return `1${[...part].map((character) => String(character.charCodeAt(0)).padStart(3, '0')).join('')}000`;
  });
  return keys.join('');
}

interface Stamp {
  createdBy: string | null;
  changedBy: string | null;
  createdMs: bigint;
  changedMs: bigint;
}

function stampColumns({ createdBy, changedBy, createdMs, changedMs }: Stamp): NewRow {
  return { created_by: createdBy, last_updated_by: changedBy, created_at: createdMs, last_updated_at: changedMs };
}

function expectedServer(item: McpServerItem): McpServerItem {
  const workspace = item.workspace ?? null;
  return { ...item, workspace, id: idInWorkspace(workspace, item.name) };
}

function versionRow(version: McpServerItem['versions'][number], owner: NewRow): NewRow {
  const { major, minor, patch } = toMcpVersionNumber(version.version, 'version');
  return {
    ...owner,
    version: version.version,
    version_major: BigInt(major),
    version_minor: BigInt(minor),
    version_patch: BigInt(patch),
    version_prerelease_sort_key: prereleaseKey(version.version),
    server_json: version.serverJson,
    status: version.status,
    tools: version.tools,
    source: version.source,
    connect_options: version.connectOptions,
    ...stampColumns(version),
  };
}

/** The workspace and name in an id. Names have a slash themselves: one with two has its workspace in front. */
function splitId(id: string): [workspace: string, name: string] {
  const [first = '', ...rest] = id.split('/');
  return rest.length > 1 ? [first, rest.join('/')] : [workspaceColumn(null), id];
}

export const mcpServers: KindWriter<'mcp_server'> = {
  kind: 'mcp_server',
  targetId: (item) => expectedServer(item).id,
  rows(item) {
    const owner = { workspace: workspaceColumn(item.workspace), name: nameIn(item.workspace, item.name) };
    return {
      mcp_servers: [
        { ...owner, display_name: item.displayName, description: item.description, icons: item.icons, ...stampColumns(item) },
      ],
      mcp_server_tags: item.tags.map(({ key, value }) => ({ ...owner, key, value: fitText('mcp_server_tags', 'value', value) })),
      mcp_server_aliases: item.aliases.map(({ alias, version }) => ({ ...owner, alias, version })),
      mcp_server_versions: item.versions.map((version) => versionRow(version, owner)),
      mcp_server_version_tags: item.versions.flatMap(({ version, tags }) =>
        tags.map(({ key, value }) => ({ ...owner, version, key, value: fitText('mcp_server_version_tags', 'value', value) })),
      ),
      mcp_access_endpoints: item.endpoints.map((endpoint) => ({
        id: endpoint.id,
        workspace: owner.workspace,
        server_name: owner.name,
        server_version: endpoint.version,
        server_alias: endpoint.alias,
        url: endpoint.url,
        transport_type: endpoint.transport,
        ...stampColumns(endpoint),
      })),
    };
  },
  expected: expectedServer,
  parts: [
    ...['mcp_server_tags', 'mcp_server_aliases', 'mcp_server_version_tags', 'mcp_server_versions'].map((table) => ({
      table,
      columns: ['workspace', 'name'],
      of: splitId,
    })),
    { table: 'mcp_access_endpoints', columns: ['workspace', 'server_name'], of: splitId },
  ],
  rest: [{ table: 'mcp_servers', columns: ['workspace', 'name'], of: splitId }],
};

/** The id as MLflow writes it: a uuid with its dashes. */
function webhookId({ id }: WebhookItem): string {
  return id.replace(/^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/, '$1-$2-$3-$4-$5');
}

function expectedWebhook(item: WebhookItem): WebhookItem {
  return { ...item, id: webhookId(item), workspace: item.workspace ?? null, wasActive: false };
}

/** Without the secret, which nobody shows, a webhook would tell unsigned messages: it stays switched off. */
export const webhooks: KindWriter<'webhook'> = {
  kind: 'webhook',
  targetId: webhookId,
  rows(given) {
    const item = expectedWebhook(given);
    return {
      webhooks: [
        {
          webhook_id: item.id,
          name: item.name,
          description: item.description ?? '',
          url: item.url,
          status: 'DISABLED',
          creation_timestamp: item.createdMs,
          last_updated_timestamp: item.changedMs,
          workspace: workspaceColumn(toWorkspace(item.workspace ?? 'default')),
        },
      ],
      webhook_events: item.events.map((event) => {
        const [entity = '', action = ''] = event.toUpperCase().split('.');
        return { webhook_id: item.id, entity, action };
      }),
    };
  },
  expected: expectedWebhook,
  parts: ownedBy('webhook_id', 'webhook_events'),
  rest: ownedBy('webhook_id', 'webhooks'),
};
