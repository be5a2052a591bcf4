import type { McpAlias, McpEndpoint, McpServer, McpStatus } from '../model/mcp-server.ts';
import type { Entry } from '../model/run.ts';
import type { Database } from './database.ts';
import { readMcpEndpointsOf } from './mcp-endpoints.ts';
import { type McpStampRow, toMcpStamp } from './mcp-stamp.ts';
import { MCP_LATEST_FIRST } from './mcp-versions.ts';

/** A row of {@link MCP_SERVER_COLUMNS}. */
export interface McpServerRow extends McpStampRow {
  server_id: number;
  name: string;
  display_name: string | null;
  description: string | null;
  icons: string | null;
  latest_version: string | null;
  latest_status: McpStatus | null;
  latest_json: string | null;
  aliases: McpAlias[];
  tags: Entry[];
}

/** Columns of {@link withEndpoints}, for statements on {@link MCP_SERVER_TABLES}. */
export const MCP_SERVER_COLUMNS = `s.server_id, s.name, s.display_name, s.description, s.icons, s.created_by, s.changed_by,
  s.created_ms, s.changed_ms, v.version as latest_version, v.status as latest_status, v.server_json as latest_json,
  array(select jsonb_build_object('alias', a.alias, 'version', a.version) from mcp_server_aliases a
    where a.server_id = s.server_id order by a.alias) as aliases,
  array(select jsonb_build_object('key', t.key, 'value', t.value) from mcp_server_tags t
    where t.server_id = s.server_id order by t.key) as tags`;

/** Servers `s`, each with its latest version `v`, if it has one. */
export const MCP_SERVER_TABLES = `mcp_servers s left join lateral (
    select l.version, l.status, l.server_json from mcp_server_versions l where l.server_id = s.server_id and l.status <> 'deleted'
    order by ${MCP_LATEST_FIRST} limit 1
  ) v on true`;

function toMcpServer(row: McpServerRow, endpoints: readonly McpEndpoint[]): McpServer {
  const { latest_version: version, latest_status: status, latest_json: serverJson } = row;
  return {
    name: row.name,
    displayName: row.display_name,
    description: row.description,
    icons: row.icons,
    latest: version === null || status === null || serverJson === null ? null : { version, status, serverJson },
    aliases: row.aliases,
    tags: row.tags,
    endpoints,
    ...toMcpStamp(row),
  };
}

/** Servers with their endpoints, which one more statement reads. */
export async function withEndpoints(db: Database, rows: readonly McpServerRow[]): Promise<McpServer[]> {
  const endpoints = await readMcpEndpointsOf(
    db,
    rows.map((row) => row.server_id),
  );
  return rows.map((row) => toMcpServer(row, endpoints.get(row.server_id) ?? []));
}

/** What is said of a new server. */
export interface McpServerDraft {
  name: string;
  description: string | null;
  icons: string | null;
}

/** Adds a server. @returns its short id; undefined when one of this name is there */
export async function insertMcpServer(
  db: Database,
  { workspaceId, author, nowMs, ...draft }: McpServerDraft & { workspaceId: string; author: string | null; nowMs: bigint },
): Promise<number | undefined> {
  const { rows } = await db.query<{ server_id: number }>({
    name: 'insert-mcp-server',
    text: `insert into mcp_servers (workspace_id, name, description, icons, created_by, changed_by, created_ms, changed_ms)
      values ($1, $2, $3, $4, $5, $5, $6, $6) on conflict (workspace_id, name) do nothing returning server_id`,
    values: [workspaceId, draft.name, draft.description, draft.icons, author, nowMs],
  });
  return rows[0]?.server_id;
}

/** The short id of a server, which stays until the transaction ends. */
export async function holdMcpServer(db: Database, workspaceId: string, name: string): Promise<number | undefined> {
  const { rows } = await db.query<{ server_id: number }>({
    name: 'hold-mcp-server',
    text: 'select server_id from mcp_servers where workspace_id = $1 and name = $2 for key share',
    values: [workspaceId, name],
  });
  return rows[0]?.server_id;
}

/** A server with all that is shown of it, in two statements. */
export async function findMcpServer(db: Database, workspaceId: string, name: string): Promise<McpServer | undefined> {
  const { rows } = await db.query<McpServerRow>({
    name: 'mcp-server',
    text: `select ${MCP_SERVER_COLUMNS} from ${MCP_SERVER_TABLES} where s.workspace_id = $1 and s.name = $2`,
    values: [workspaceId, name],
  });
  return (await withEndpoints(db, rows))[0];
}

/** What of a server is changed; a field that is not there stays as it is, null takes it away. */
export interface McpServerChange {
  displayName?: string | null;
  description?: string | null;
  icons?: string | null;
}

/** Changes what is said of a server. @returns false when it is not there */
export async function updateMcpServer(
  db: Database,
  {
    workspaceId,
    name,
    change,
    author,
    nowMs,
  }: {
    workspaceId: string;
    name: string;
    change: McpServerChange;
    author: string | null;
    nowMs: bigint;
  },
): Promise<boolean> {
  const { displayName, description, icons } = change;
  const { rowCount } = await db.query({
    text: `update mcp_servers set display_name = case when $3 then $4 else display_name end,
        description = case when $5 then $6 else description end, icons = case when $7 then $8 else icons end,
        changed_by = $9, changed_ms = $10
      where workspace_id = $1 and name = $2`,
    values: [
      workspaceId,
      name,
      displayName !== undefined,
      displayName ?? null,
      description !== undefined,
      description ?? null,
      icons !== undefined,
      icons ?? null,
      author,
      nowMs,
    ],
  });
  return rowCount > 0;
}

/** A server locked against new versions and changes of status. @returns its short id, and an active version if it has one */
export async function lockMcpServer(
  db: Database,
  workspaceId: string,
  name: string,
): Promise<{ serverId: number; active: string | null } | undefined> {
  const { rows } = await db.query<{ server_id: number }>({
    text: 'select server_id from mcp_servers where workspace_id = $1 and name = $2 for update',
    values: [workspaceId, name],
  });
  if (!rows[0]) return undefined;
  const serverId = rows[0].server_id;
  const { rows: versions } = await db.query<{ version: string; status: McpStatus }>({
    text: 'select version, status from mcp_server_versions where server_id = $1 order by version for update',
    values: [serverId],
  });
  return { serverId, active: versions.find(({ status }) => status === 'active')?.version ?? null };
}

/** Deletes a server with all it has. */
export async function deleteMcpServer(db: Database, serverId: number): Promise<void> {
  await db.query({ text: 'delete from mcp_servers where server_id = $1', values: [serverId] });
}

/** Sets a tag. @returns false when the server is not there */
export async function setMcpTag(db: Database, workspaceId: string, name: string, tag: Entry): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `insert into mcp_server_tags (server_id, key, value)
      select server_id, $3, $4 from mcp_servers where workspace_id = $1 and name = $2
      on conflict (server_id, key) do update set value = excluded.value`,
    values: [workspaceId, name, tag.key, tag.value],
  });
  return rowCount > 0;
}

/** Removes a tag. @returns false when it was not there */
export async function deleteMcpTag(db: Database, workspaceId: string, name: string, key: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `delete from mcp_server_tags t using mcp_servers s
      where s.workspace_id = $1 and s.name = $2 and t.server_id = s.server_id and t.key = $3`,
    values: [workspaceId, name, key],
  });
  return rowCount > 0;
}

/** Lets an alias stand for a version that is there. */
export async function setMcpAlias(db: Database, serverId: number, { alias, version }: McpAlias): Promise<void> {
  await db.query({
    text: `insert into mcp_server_aliases (server_id, alias, version) values ($1, $2, $3)
      on conflict (server_id, alias) do update set version = excluded.version`,
    values: [serverId, alias, version],
  });
}

/** Removes an alias. @returns the short id of its server; undefined when it was not there */
export async function deleteMcpAlias(
  db: Database,
  workspaceId: string,
  name: string,
  alias: string,
): Promise<number | undefined> {
  const { rows } = await db.query<{ server_id: number }>({
    text: `delete from mcp_server_aliases a using mcp_servers s
      where s.workspace_id = $1 and s.name = $2 and a.server_id = s.server_id and a.alias = $3 returning a.server_id`,
    values: [workspaceId, name, alias],
  });
  return rows[0]?.server_id;
}

/** Removes the aliases of a version. @returns them */
export async function deleteMcpAliasesOf(db: Database, serverId: number, version: string): Promise<string[]> {
  const { rows } = await db.query<{ alias: string }>({
    text: 'delete from mcp_server_aliases where server_id = $1 and version = $2 returning alias',
    values: [serverId, version],
  });
  return rows.map(({ alias }) => alias);
}
