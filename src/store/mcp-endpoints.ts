import { LATEST, type McpEndpoint, type McpTransport } from '../model/mcp-server.ts';
import type { Database } from './database.ts';
import { toMcpStamp } from './mcp-stamp.ts';
import { MCP_LATEST_FIRST, MCP_VERSION_COLUMNS, type McpVersionRow, toMcpVersion } from './mcp-versions.ts';

/** A row of {@link MCP_ENDPOINT_COLUMNS}: an endpoint with the version it leads to. */
export interface McpEndpointRow extends McpVersionRow {
  endpoint_id: string;
  server_id: number;
  url: string;
  transport: McpTransport;
  to_version: string | null;
  to_alias: string | null;
  e_created_by: string | null;
  e_changed_by: string | null;
  e_created_ms: bigint;
  e_changed_ms: bigint;
}

/** Columns of {@link toMcpEndpoint}, for statements on {@link MCP_ENDPOINT_TABLES}. */
export const MCP_ENDPOINT_COLUMNS = `e.endpoint_id, e.server_id, e.url, e.transport, e.version as to_version, e.alias as to_alias,
  e.created_by as e_created_by, e.changed_by as e_changed_by, e.created_ms as e_created_ms, e.changed_ms as e_changed_ms,
  ${MCP_VERSION_COLUMNS}`;

/** Endpoints `e` of servers `s` with the versions `v` they lead to; those that lead nowhere are not among them. */
export const MCP_ENDPOINT_TABLES = `mcp_endpoints e join mcp_servers s using (server_id)
  left join mcp_server_aliases b on b.server_id = e.server_id and b.alias = e.alias and e.alias <> '${LATEST}'
  cross join lateral (
    select * from mcp_server_versions d where d.server_id = e.server_id and d.version = coalesce(e.version, b.version)
      and d.status <> 'deleted'
    union all
    (select * from mcp_server_versions l where e.alias = '${LATEST}' and l.server_id = e.server_id and l.status <> 'deleted'
      order by ${MCP_LATEST_FIRST} limit 1)
  ) v`;

/** An endpoint with the version it leads to. */
export function toMcpEndpoint(row: McpEndpointRow): McpEndpoint {
  return {
    id: row.endpoint_id,
    serverName: row.server_name,
    url: row.url,
    transport: row.transport,
    version: row.to_version,
    alias: row.to_alias,
    target: toMcpVersion(row),
    ...toMcpStamp({
      created_by: row.e_created_by,
      changed_by: row.e_changed_by,
      created_ms: row.e_created_ms,
      changed_ms: row.e_changed_ms,
    }),
  };
}

/** The endpoints of some servers, by id, by the short ids of the servers. */
export async function readMcpEndpointsOf(db: Database, serverIds: readonly number[]): Promise<Map<number, McpEndpoint[]>> {
  const found = new Map<number, McpEndpoint[]>();
  if (serverIds.length === 0) return found;
  const { rows } = await db.query<McpEndpointRow>({
    name: 'mcp-endpoints-of-servers',
    text: `select ${MCP_ENDPOINT_COLUMNS} from ${MCP_ENDPOINT_TABLES} where e.server_id = any($1::int4[]) order by e.endpoint_id`,
    values: [serverIds],
  });
  for (const row of rows) {
    const list = found.get(row.server_id) ?? [];
    list.push(toMcpEndpoint(row));
    found.set(row.server_id, list);
  }
  return found;
}

/** An endpoint of a server, unless it leads nowhere. */
export async function findMcpEndpoint(
  db: Database,
  workspaceId: string,
  serverName: string,
  id: string,
): Promise<McpEndpoint | undefined> {
  const { rows } = await db.query<McpEndpointRow>({
    name: 'mcp-endpoint',
    text: `select ${MCP_ENDPOINT_COLUMNS} from ${MCP_ENDPOINT_TABLES} where e.endpoint_id = $3 and s.workspace_id = $1 and s.name = $2`,
    values: [workspaceId, serverName, id],
  });
  return rows[0] && toMcpEndpoint(rows[0]);
}

/** What an endpoint leads to, by one of both. */
export type McpTarget = { version: string; alias: null } | { version: null; alias: string };

/** Adds an endpoint to a server that is there. */
export async function insertMcpEndpoint(
  db: Database,
  draft: {
    id: string;
    serverId: number;
    url: string;
    transport: McpTransport;
    target: McpTarget;
    author: string | null;
    nowMs: bigint;
  },
): Promise<void> {
  await db.query({
    text: `insert into mcp_endpoints (endpoint_id, server_id, version, alias, url, transport, created_by, changed_by, created_ms,
        changed_ms)
      values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $8)`,
    values: [
      draft.id,
      draft.serverId,
      draft.target.version,
      draft.target.alias,
      draft.url,
      draft.transport,
      draft.author,
      draft.nowMs,
    ],
  });
}

/** What of an endpoint is changed; a field that is not there stays as it is. */
export interface McpEndpointChange {
  url?: string;
  transport?: McpTransport;
  target?: McpTarget;
}

/** Whether a server has an endpoint, wherever it leads. */
export async function hasMcpEndpoint(db: Database, workspaceId: string, serverName: string, id: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `select from mcp_endpoints e join mcp_servers s using (server_id)
      where s.workspace_id = $1 and s.name = $2 and e.endpoint_id = $3`,
    values: [workspaceId, serverName, id],
  });
  return rowCount > 0;
}

/** Changes an endpoint. */
export async function updateMcpEndpoint(
  db: Database,
  { id, change, author, nowMs }: { id: string; change: McpEndpointChange; author: string | null; nowMs: bigint },
): Promise<void> {
  const { url, transport, target } = change;
  await db.query({
    text: `update mcp_endpoints set url = coalesce($2, url), transport = coalesce($3, transport),
        version = case when $4 then $5 else version end, alias = case when $4 then $6 else alias end, changed_by = $7, changed_ms = $8
      where endpoint_id = $1`,
    values: [
      id,
      url ?? null,
      transport ?? null,
      target !== undefined,
      target?.version ?? null,
      target?.alias ?? null,
      author,
      nowMs,
    ],
  });
}

/** Deletes an endpoint of a server. @returns false when it was not there */
export async function deleteMcpEndpoint(db: Database, workspaceId: string, serverName: string, id: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `delete from mcp_endpoints e using mcp_servers s
      where s.workspace_id = $1 and s.name = $2 and e.server_id = s.server_id and e.endpoint_id = $3`,
    values: [workspaceId, serverName, id],
  });
  return rowCount > 0;
}

/** Deletes the endpoints that lead to a version by its number, or to one of these aliases. */
export async function deleteMcpEndpointsTo(
  db: Database,
  serverId: number,
  { version, aliases }: { version: string | null; aliases: readonly string[] },
): Promise<void> {
  await db.query({
    text: 'delete from mcp_endpoints where server_id = $1 and (version = $2 or alias = any($3::text[]))',
    values: [serverId, version, aliases],
  });
}

/** Deletes the endpoints that lead to the latest version of a server that has none any more. */
export async function deleteMcpEndpointsToNone(db: Database, serverId: number): Promise<void> {
  await db.query({
    text: `delete from mcp_endpoints where server_id = $1 and alias = '${LATEST}'
      and not exists (select from mcp_server_versions where server_id = $1 and status <> 'deleted')`,
    values: [serverId],
  });
}
