import type { McpServerItem } from '../../../../src/bridge/item.ts';
import { idInWorkspace, toWorkspace } from '../items/registry.ts';
import { ofNone } from './chosen.ts';
import type { KindReader } from './kind.ts';
import { toEntries } from './read-projects.ts';
import { nameOf, numberOf, type Row, textOf, wholeOf } from './row.ts';
import { type Condition, groupBy, isIn, type Tables } from './tables.ts';

function workspaceOf(row: Row): string | null {
  return toWorkspace(textOf(row, 'workspace') ?? 'default');
}

function stampOf(row: Row) {
  return {
    createdBy: textOf(row, 'created_by'),
    changedBy: textOf(row, 'last_updated_by'),
    createdMs: numberOf(row, 'created_at'),
    changedMs: numberOf(row, 'last_updated_at'),
  };
}

const stampColumns = ['created_by', 'last_updated_by', 'created_at', 'last_updated_at'];

/** Servers are known by the name that follows their workspace's. Their own names have slashes, so rows are compared whole. */
const serverIdOf = (column: string) => (row: Row) => idInWorkspace(workspaceOf(row), nameOf(row, column));

/** Names that ids may stand for: with and without a workspace in front. */
function possibleNames(ids: readonly string[]): string[] {
  return ids.flatMap((id) => [id, id.slice(id.indexOf('/') + 1)]);
}

async function partsOf(tables: Tables, table: string, columns: readonly string[], rows: readonly Row[], column = 'name') {
  const where = [isIn(column, [...new Set(rows.map((row) => nameOf(row, 'name')))])];
  const found = await tables.rows({ table, columns: ['workspace', column, ...columns], where });
  const groups = Map.groupBy(found, serverIdOf(column));
  return (id: string) => groups.get(id) ?? [];
}

type Version = McpServerItem['versions'][number];

function toVersion(row: Row, tags: readonly Row[]): Version {
  const version = nameOf(row, 'version');
  return {
    version,
    serverJson: nameOf(row, 'server_json'),
    status: nameOf(row, 'status'),
    tools: textOf(row, 'tools'),
    source: textOf(row, 'source'),
    connectOptions: textOf(row, 'connect_options'),
    tags: toEntries(tags.filter((tag) => tag['version'] === version)),
    ...stampOf(row),
  };
}

export const mcpServers: KindReader<'mcp_server'> = {
  kind: 'mcp_server',
  table: 'mcp_servers',
  columns: ['display_name', 'description', 'icons', ...stampColumns],
  keys: ['workspace', 'name'],
  chunk: 50,
  chosen: ofNone,
  withIds: (ids) => [isIn('name', possibleNames(ids))],
  idOf: serverIdOf('name'),
  async prepare(tables, rows) {
    const tags = await partsOf(tables, 'mcp_server_tags', ['key', 'value'], rows);
    const aliases = await partsOf(tables, 'mcp_server_aliases', ['alias', 'version'], rows);
    const versionColumns = ['version', 'server_json', 'status', 'tools', 'source', 'connect_options', ...stampColumns];
    const versions = await partsOf(tables, 'mcp_server_versions', versionColumns, rows);
    const versionTags = await partsOf(tables, 'mcp_server_version_tags', ['version', 'key', 'value'], rows);
    const endpointColumns = ['id', 'server_version', 'server_alias', 'url', 'transport_type', ...stampColumns];
    const endpoints = await partsOf(tables, 'mcp_access_endpoints', endpointColumns, rows, 'server_name');
    return (row) => {
      const id = serverIdOf('name')(row);
      return {
        kind: 'mcp_server',
        id,
        workspace: workspaceOf(row),
        name: nameOf(row, 'name'),
        displayName: textOf(row, 'display_name'),
        description: textOf(row, 'description'),
        icons: textOf(row, 'icons'),
        ...stampOf(row),
        tags: toEntries(tags(id)),
        aliases: aliases(id).map((alias) => ({ alias: nameOf(alias, 'alias'), version: nameOf(alias, 'version') })),
        versions: versions(id).map((version) => toVersion(version, versionTags(id))),
        endpoints: endpoints(id).map((endpoint) => ({
          id: nameOf(endpoint, 'id'),
          version: textOf(endpoint, 'server_version'),
          alias: textOf(endpoint, 'server_alias'),
          url: nameOf(endpoint, 'url'),
          transport: nameOf(endpoint, 'transport_type'),
          ...stampOf(endpoint),
        })),
      };
    };
  },
};

/** A webhook that was deleted stays as a row. */
const notDeleted: Condition = { sql: '"deleted_timestamp" is null', values: [] };

export const webhooks: KindReader<'webhook'> = {
  kind: 'webhook',
  table: 'webhooks',
  columns: ['name', 'description', 'url', 'status', 'creation_timestamp', 'last_updated_timestamp', 'workspace'],
  keys: ['webhook_id'],
  always: [notDeleted],
  chosen: ofNone,
  withIds: (ids) => [isIn('webhook_id', ids)],
  idOf: (row) => nameOf(row, 'webhook_id'),
  async prepare(tables, rows) {
    const where = [
      isIn(
        'webhook_id',
        rows.map((row) => row['webhook_id'] ?? null),
      ),
    ];
    const columns = ['webhook_id', 'entity', 'action'];
    const events = groupBy(await tables.rows({ table: 'webhook_events', columns, where }), 'webhook_id');
    return (row) => {
      const id = nameOf(row, 'webhook_id');
      return {
        kind: 'webhook',
        id,
        workspace: workspaceOf(row),
        name: nameOf(row, 'name'),
        description: textOf(row, 'description') || null,
        url: nameOf(row, 'url'),
        events: events(id).map((event) => `${nameOf(event, 'entity')}.${nameOf(event, 'action')}`.toLowerCase()),
        wasActive: row['status'] === 'ACTIVE',
        createdMs: wholeOf(row, 'creation_timestamp'),
        changedMs: wholeOf(row, 'last_updated_timestamp'),
      };
    };
  },
};
