import { type Context, nowMsOf } from '../context.ts';
import { BridgeError, invalid, show } from '../model/errors.ts';
import { LATEST, type McpEndpoint, type McpEndpointQuery, type McpTransport } from '../model/mcp-server.ts';
import type { Database } from '../store/database.ts';
import * as store from '../store/mcp-endpoints.ts';
import { holdMcpServer } from '../store/mcp-servers.ts';
import { findLatestMcpVersion, findMcpVersionByAlias } from '../store/mcp-versions.ts';
import { searchMcpEndpoints as search } from '../store/search/mcp.ts';
import { authorOf, noMcpAlias, noMcpServer, refuseDeletedVersion } from './mcp-servers.ts';

function noEndpoint(serverName: string, id: string): BridgeError {
  return new BridgeError('not_found', `The MCP server ${show(serverName)} has no endpoint ${show(id)}.`, {
    resource: `MCP endpoint ${id}`,
  });
}

/** The address is only kept for clients: this server never asks it for anything. @throws invalid for an empty one */
function checkUrl(url: string): void {
  if (url.trim() === '') throw invalid('url', `The url ${show(url)} of an endpoint is empty.`);
}

/** @throws not_found, wrong_state for a deleted version */
async function checkTarget(
  db: Database,
  workspaceId: string,
  serverName: string,
  { version, alias }: store.McpTarget,
): Promise<void> {
  if (version !== null) return refuseDeletedVersion(db, workspaceId, serverName, version);
  const found =
    alias === LATEST
      ? await findLatestMcpVersion(db, workspaceId, serverName)
      : await findMcpVersionByAlias(db, workspaceId, serverName, alias);
  if (!found) throw noMcpAlias(serverName, alias);
}

/** Adds an endpoint to a server. @throws invalid, not_found, wrong_state for a deleted version */
export async function createMcpEndpoint(
  context: Context,
  serverName: string,
  draft: { url: string; transport: McpTransport; target: store.McpTarget },
): Promise<McpEndpoint> {
  checkUrl(draft.url);
  const id = `ae-${context.newId()}`;
  return context.db.transaction(async (db) => {
    const serverId = await holdMcpServer(db, context.workspaceId, serverName);
    if (serverId === undefined) throw noMcpServer(serverName);
    await checkTarget(db, context.workspaceId, serverName, draft.target);
    await store.insertMcpEndpoint(db, { ...draft, id, serverId, author: authorOf(context), nowMs: nowMsOf(context) });
    return getMcpEndpoint({ ...context, db }, serverName, id);
  });
}

/** An endpoint of a server. @throws not_found, also for one that leads nowhere */
export async function getMcpEndpoint(
  context: Pick<Context, 'db' | 'workspaceId'>,
  serverName: string,
  id: string,
): Promise<McpEndpoint> {
  const endpoint = await store.findMcpEndpoint(context.db, context.workspaceId, serverName, id);
  if (!endpoint) throw noEndpoint(serverName, id);
  return endpoint;
}

/** A page of endpoints of servers that may be read. @throws invalid for a place that is none of this search */
export function searchMcpEndpoints(
  context: Context,
  query: McpEndpointQuery,
): Promise<{ endpoints: McpEndpoint[]; next?: string }> {
  const { workspaceId, reach } = context;
  return search(context.db, { workspaceId, scope: reach.mcpServers }, query);
}

/** A page of the endpoints of one server, which may be read; none for a server that is not there. @throws as {@link searchMcpEndpoints} */
export function searchMcpEndpointsOf(
  context: Context,
  serverName: string,
  query: McpEndpointQuery,
): Promise<{ endpoints: McpEndpoint[]; next?: string }> {
  return search(context.db, { workspaceId: context.workspaceId, scope: { only: [serverName] } }, query);
}

/** Changes an endpoint. @throws invalid, not_found, wrong_state for a deleted version */
export async function updateMcpEndpoint(
  context: Context,
  serverName: string,
  id: string,
  change: store.McpEndpointChange,
): Promise<McpEndpoint> {
  if (change.url !== undefined) checkUrl(change.url);
  return context.db.transaction(async (db) => {
    if (!(await store.hasMcpEndpoint(db, context.workspaceId, serverName, id))) throw noEndpoint(serverName, id);
    // the version is locked before the endpoint, as those do it who take versions away
    if (change.target) await checkTarget(db, context.workspaceId, serverName, change.target);
    await store.updateMcpEndpoint(db, { id, change, author: authorOf(context), nowMs: nowMsOf(context) });
    return getMcpEndpoint({ ...context, db }, serverName, id);
  });
}

/** Deletes an endpoint. @throws not_found */
export async function deleteMcpEndpoint(context: Context, serverName: string, id: string): Promise<void> {
  if (!(await store.deleteMcpEndpoint(context.db, context.workspaceId, serverName, id))) throw noEndpoint(serverName, id);
}
