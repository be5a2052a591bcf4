import { type Context, makerOf, nowMsOf } from '../context.ts';
import { BridgeError, invalid, notFound, show } from '../model/errors.ts';
import { checkMcpServerName, LATEST, type McpAlias, type McpQuery, type McpServer } from '../model/mcp-server.ts';
import type { Entry } from '../model/run.ts';
import type { Database } from '../store/database.ts';
import { giveMcpServerToMaker, takeMcpServerFromAll } from '../store/grants.ts';
import { deleteMcpEndpointsTo } from '../store/mcp-endpoints.ts';
import * as store from '../store/mcp-servers.ts';
import { lockMcpVersion } from '../store/mcp-versions.ts';
import { searchMcpServers as search } from '../store/search/mcp.ts';

const KIND = 'MCP server';

/** An MCP server that is not there. */
export function noMcpServer(name: string): BridgeError {
  return notFound(KIND, name);
}

/** A version of an MCP server that is not there, or was deleted. */
export function noMcpVersion(serverName: string, version: string): BridgeError {
  return new BridgeError('not_found', `The ${KIND} ${show(serverName)} has no version ${show(version)}.`, {
    resource: `${KIND} ${serverName}`,
  });
}

/** An alias that stands for nothing. */
export function noMcpAlias(serverName: string, alias: string): BridgeError {
  return new BridgeError('not_found', `The ${KIND} ${show(serverName)} has no alias ${show(alias)}.`, {
    resource: `${KIND} ${serverName}`,
  });
}

/** Name of whoever signed in, as what is written shows it; null on a server that asks for no login. */
export function authorOf({ actor }: Pick<Context, 'actor'>): string | null {
  return actor.basis === undefined ? null : actor.name;
}

/**
 * Adds a server and lets its maker manage it.
 * @returns its short id; undefined when one of this name is there
 */
export async function addMcpServer(context: Context, db: Database, draft: store.McpServerDraft): Promise<number | undefined> {
  const serverId = await store.insertMcpServer(db, {
    ...draft,
    workspaceId: context.workspaceId,
    author: authorOf(context),
    nowMs: nowMsOf(context),
  });
  const maker = makerOf(context);
  if (serverId !== undefined && maker) await giveMcpServerToMaker(db, maker, draft.name);
  return serverId;
}

/** Makes a server without versions. @throws invalid for its name, already_exists */
export async function createMcpServer(context: Context, draft: store.McpServerDraft): Promise<McpServer> {
  checkMcpServerName(draft.name);
  return context.db.transaction(async (db) => {
    if ((await addMcpServer(context, db, draft)) === undefined) {
      throw new BridgeError('already_exists', `An ${KIND} named ${show(draft.name)} exists already.`, {
        field: 'name',
        resource: `${KIND} ${draft.name}`,
      });
    }
    return getMcpServer({ ...context, db }, draft.name);
  });
}

/** @throws not_found */
export async function getMcpServer(context: Pick<Context, 'db' | 'workspaceId'>, name: string): Promise<McpServer> {
  const server = await store.findMcpServer(context.db, context.workspaceId, name);
  if (!server) throw noMcpServer(name);
  return server;
}

/** A page of the servers that may be read. @throws invalid for a place that is none of this search */
export function searchMcpServers(context: Context, query: McpQuery): Promise<{ servers: McpServer[]; next?: string }> {
  const { workspaceId, reach } = context;
  return search(context.db, { workspaceId, scope: reach.mcpServers }, query);
}

/** Changes what is said of a server. @throws not_found */
export async function updateMcpServer(context: Context, name: string, change: store.McpServerChange): Promise<McpServer> {
  const { db, workspaceId } = context;
  const isThere = await store.updateMcpServer(db, {
    workspaceId,
    name,
    change,
    author: authorOf(context),
    nowMs: nowMsOf(context),
  });
  if (!isThere) throw noMcpServer(name);
  return getMcpServer(context, name);
}

/** Deletes a server with all it has. @throws not_found, wrong_state while it has an active version */
export async function deleteMcpServer(context: Context, name: string): Promise<void> {
  await context.db.transaction(async (db) => {
    const found = await store.lockMcpServer(db, context.workspaceId, name);
    if (!found) throw noMcpServer(name);
    if (found.active !== null) {
      throw new BridgeError(
        'wrong_state',
        `The ${KIND} ${show(name)} has the active version ${show(found.active)}; it can be deleted when none is active.`,
        { resource: `${KIND} ${name}` },
      );
    }
    await store.deleteMcpServer(db, found.serverId);
    await takeMcpServerFromAll(db, context.workspaceId, name);
  });
}

/** Sets a tag of a server. @throws not_found */
export async function setMcpServerTag(context: Context, name: string, tag: Entry): Promise<void> {
  if (!(await store.setMcpTag(context.db, context.workspaceId, name, tag))) throw noMcpServer(name);
}

/** Removes a tag of a server. @throws not_found when it, or the server, is not there */
export async function deleteMcpServerTag(context: Context, name: string, key: string): Promise<void> {
  if (await store.deleteMcpTag(context.db, context.workspaceId, name, key)) return;
  throw new BridgeError('not_found', `The ${KIND} ${show(name)} has no tag ${show(key)}.`, { resource: `${KIND} ${name}` });
}

/** Lets an alias stand for a version, in place of another one perhaps. @throws invalid for `latest`, not_found, wrong_state for a deleted version */
export async function setMcpAlias(context: Context, name: string, { alias, version }: McpAlias): Promise<void> {
  if (alias === LATEST) throw invalid('alias', `The alias ${LATEST} always stands for the latest version; it cannot be set.`);
  await context.db.transaction(async (db) => {
    const serverId = await store.holdMcpServer(db, context.workspaceId, name);
    if (serverId === undefined) throw noMcpServer(name);
    await refuseDeletedVersion(db, context.workspaceId, name, version);
    await store.setMcpAlias(db, serverId, { alias, version });
  });
}

/** @throws not_found, wrong_state for a version that was deleted */
export async function refuseDeletedVersion(
  db: Database,
  workspaceId: string,
  serverName: string,
  version: string,
): Promise<void> {
  const found = await lockMcpVersion(db, workspaceId, serverName, version);
  if (!found) throw noMcpVersion(serverName, version);
  if (found.status !== 'deleted') return;
  throw new BridgeError('wrong_state', `The version ${show(version)} of the ${KIND} ${show(serverName)} is deleted.`, {
    field: 'version',
    resource: `${KIND} ${serverName}`,
  });
}

/** Removes an alias, and the endpoints that lead to it. @throws not_found */
export async function deleteMcpAlias(context: Context, name: string, alias: string): Promise<void> {
  await context.db.transaction(async (db) => {
    const serverId = await store.deleteMcpAlias(db, context.workspaceId, name, alias);
    if (serverId === undefined) throw noMcpAlias(name, alias);
    await deleteMcpEndpointsTo(db, serverId, { version: null, aliases: [alias] });
  });
}
