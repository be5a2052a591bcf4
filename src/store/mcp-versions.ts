import type { McpStatus, McpVersion, McpVersionNumber } from '../model/mcp-server.ts';
import type { Entry } from '../model/run.ts';
import type { Database } from './database.ts';
import { type McpStampRow, toMcpStamp } from './mcp-stamp.ts';

/** A row of {@link MCP_VERSION_COLUMNS}. */
export interface McpVersionRow extends McpStampRow {
  server_name: string;
  version: string;
  status: McpStatus;
  server_json: string;
  tools: string | null;
  connect_options: string | null;
  source: string | null;
  aliases: string[];
  tags: Entry[];
}

/** Columns of {@link toMcpVersion}, for statements on `mcp_server_versions v` and `mcp_servers s`. */
export const MCP_VERSION_COLUMNS = `s.name as server_name, v.version, v.status, v.server_json, v.tools, v.connect_options, v.source,
  v.created_by, v.changed_by, v.created_ms, v.changed_ms,
  array(select a.alias from mcp_server_aliases a where a.server_id = v.server_id and a.version = v.version order by a.alias) as aliases,
  array(select jsonb_build_object('key', t.key, 'value', t.value) from mcp_server_version_tags t
    where t.server_id = v.server_id and t.version = v.version order by t.key) as tags`;

/** Order in which the latest version of a server comes first; the index on latest versions has it. */
export const MCP_LATEST_FIRST = `(l.status = 'active') desc, l.major desc, l.minor desc, l.patch desc, l.prerelease_key desc,
  l.created_ms desc, l.version desc`;

/** A version with its aliases and tags. */
export function toMcpVersion(row: McpVersionRow): McpVersion {
  return {
    serverName: row.server_name,
    version: row.version,
    status: row.status,
    serverJson: row.server_json,
    tools: row.tools,
    connectOptions: row.connect_options,
    source: row.source,
    aliases: row.aliases,
    tags: row.tags,
    ...toMcpStamp(row),
  };
}

/** Adds a version to a server. @throws already_exists, also for one that was deleted */
export async function insertMcpVersion(
  db: Database,
  draft: Pick<McpVersion, 'version' | 'status' | 'serverJson' | 'tools' | 'connectOptions' | 'source'> & {
    serverId: number;
    number: McpVersionNumber;
    author: string | null;
    nowMs: bigint;
  },
): Promise<void> {
  const { number } = draft;
  await db.query({
    name: 'insert-mcp-version',
    text: `insert into mcp_server_versions (server_id, version, major, minor, patch, prerelease_key, server_json, status, tools,
        connect_options, source, created_by, changed_by, created_ms, changed_ms)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, $13)`,
    values: [
      draft.serverId,
      draft.version,
      number.major,
      number.minor,
      number.patch,
      number.prereleaseKey,
      draft.serverJson,
      draft.status,
      draft.tools,
      draft.connectOptions,
      draft.source,
      draft.author,
      draft.nowMs,
    ],
  });
}

/** A version as its writers see it: deleted ones too. */
export interface McpVersionState {
  serverId: number;
  status: McpStatus;
}

/** How far a version is, locked until the transaction ends, so that its writers follow each other. */
export async function lockMcpVersion(
  db: Database,
  workspaceId: string,
  serverName: string,
  version: string,
): Promise<McpVersionState | undefined> {
  const { rows } = await db.query<{ server_id: number; status: McpStatus }>({
    name: 'lock-mcp-version',
    text: `select v.server_id, v.status from mcp_server_versions v join mcp_servers s using (server_id)
      where s.workspace_id = $1 and s.name = $2 and v.version = $3 for update of v`,
    values: [workspaceId, serverName, version],
  });
  return rows[0] && { serverId: rows[0].server_id, status: rows[0].status };
}

/** A version that was not deleted. */
export async function findMcpVersion(
  db: Database,
  workspaceId: string,
  serverName: string,
  version: string,
): Promise<McpVersion | undefined> {
  const { rows } = await db.query<McpVersionRow>({
    name: 'mcp-version',
    text: `select ${MCP_VERSION_COLUMNS} from mcp_servers s join mcp_server_versions v using (server_id)
      where s.workspace_id = $1 and s.name = $2 and v.version = $3 and v.status <> 'deleted'`,
    values: [workspaceId, serverName, version],
  });
  return rows[0] && toMcpVersion(rows[0]);
}

/** The version that an alias of a server stands for, unless it was deleted. */
export async function findMcpVersionByAlias(
  db: Database,
  workspaceId: string,
  serverName: string,
  alias: string,
): Promise<McpVersion | undefined> {
  const { rows } = await db.query<McpVersionRow>({
    name: 'mcp-version-by-alias',
    text: `select ${MCP_VERSION_COLUMNS} from mcp_servers s join mcp_server_aliases b using (server_id)
      join mcp_server_versions v on v.server_id = s.server_id and v.version = b.version and v.status <> 'deleted'
      where s.workspace_id = $1 and s.name = $2 and b.alias = $3`,
    values: [workspaceId, serverName, alias],
  });
  return rows[0] && toMcpVersion(rows[0]);
}

/** The latest version of a server. */
export async function findLatestMcpVersion(
  db: Database,
  workspaceId: string,
  serverName: string,
): Promise<McpVersion | undefined> {
  const { rows } = await db.query<McpVersionRow>({
    name: 'latest-mcp-version',
    text: `select ${MCP_VERSION_COLUMNS} from mcp_servers s cross join lateral (
        select * from mcp_server_versions l where l.server_id = s.server_id and l.status <> 'deleted'
        order by ${MCP_LATEST_FIRST} limit 1
      ) v where s.workspace_id = $1 and s.name = $2`,
    values: [workspaceId, serverName],
  });
  return rows[0] && toMcpVersion(rows[0]);
}

/** What of a version is changed; a field that is not there stays as it is, null takes it away. */
export interface McpVersionChange {
  status?: McpStatus;
  tools?: string | null;
  connectOptions?: string | null;
}

/** Changes a version that the caller has locked. */
export async function updateMcpVersion(
  db: Database,
  {
    serverId,
    version,
    change,
    author,
    nowMs,
  }: {
    serverId: number;
    version: string;
    change: McpVersionChange;
    /** Undefined leaves who changed it last. */
    author: string | null | undefined;
    nowMs: bigint;
  },
): Promise<void> {
  await db.query({
    text: `update mcp_server_versions set status = coalesce($3, status), tools = case when $4 then $5 else tools end,
        connect_options = case when $6 then $7 else connect_options end, changed_by = case when $8 then $9 else changed_by end,
        changed_ms = $10
      where server_id = $1 and version = $2`,
    values: [
      serverId,
      version,
      change.status ?? null,
      change.tools !== undefined,
      change.tools ?? null,
      change.connectOptions !== undefined,
      change.connectOptions ?? null,
      author !== undefined,
      author ?? null,
      nowMs,
    ],
  });
}

/** Sets a tag of a version that is there. */
export async function setMcpVersionTag(db: Database, serverId: number, version: string, tag: Entry): Promise<void> {
  await db.query({
    text: `insert into mcp_server_version_tags (server_id, version, key, value) values ($1, $2, $3, $4)
      on conflict (server_id, version, key) do update set value = excluded.value`,
    values: [serverId, version, tag.key, tag.value],
  });
}

/** Removes a tag of a version. @returns false when it was not there, or the version was deleted */
export async function deleteMcpVersionTag(
  db: Database,
  workspaceId: string,
  { serverName, version, key }: { serverName: string; version: string; key: string },
): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `delete from mcp_server_version_tags t using mcp_servers s, mcp_server_versions v
      where s.workspace_id = $1 and s.name = $2 and v.server_id = s.server_id and v.version = $3 and v.status <> 'deleted'
        and t.server_id = v.server_id and t.version = v.version and t.key = $4`,
    values: [workspaceId, serverName, version, key],
  });
  return rowCount > 0;
}
