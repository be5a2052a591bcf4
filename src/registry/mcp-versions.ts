import { type Context, nowMsOf } from '../context.ts';
import { BridgeError, invalid, show } from '../model/errors.ts';
import {
  checkMcpServerName,
  checkMcpStatusChange,
  LATEST,
  type McpQuery,
  type McpVersion,
  toMcpVersionNumber,
} from '../model/mcp-server.ts';
import type { Entry } from '../model/run.ts';
import type { Database } from '../store/database.ts';
import { deleteMcpEndpointsTo, deleteMcpEndpointsToNone } from '../store/mcp-endpoints.ts';
import { deleteMcpAliasesOf, holdMcpServer } from '../store/mcp-servers.ts';
import * as store from '../store/mcp-versions.ts';
import { searchMcpVersions as search } from '../store/search/mcp.ts';
import { addMcpServer, authorOf, noMcpAlias, noMcpServer, noMcpVersion } from './mcp-servers.ts';

/** What a client publishes as a version. */
export type McpVersionDraft = Pick<
  McpVersion,
  'serverName' | 'version' | 'status' | 'serverJson' | 'tools' | 'connectOptions' | 'source'
>;

/**
 * Adds a version to a server, which is made when it is not there.
 * @throws invalid for the name, the number, and a status no version begins with; already_exists, also for a deleted version
 */
export async function createMcpVersion(context: Context, draft: McpVersionDraft): Promise<McpVersion> {
  const { serverName, version } = draft;
  checkMcpServerName(serverName);
  const number = toMcpVersionNumber(version, 'version');
  if (draft.status !== 'draft' && draft.status !== 'active') {
    throw invalid('status', `A new version can have the status draft or active, not ${show(draft.status)}.`);
  }
  return context.db.transaction(async (db) => {
    const serverId =
      (await addMcpServer(context, db, { name: serverName, description: null, icons: null })) ??
      (await holdMcpServer(db, context.workspaceId, serverName));
    if (serverId === undefined) throw noMcpServer(serverName);
    const author = authorOf(context);
    await store.insertMcpVersion(db, { ...draft, serverId, number, author, nowMs: nowMsOf(context) });
    return getMcpVersion({ ...context, db }, serverName, version);
  });
}

/** A version that was not deleted. @throws not_found */
export async function getMcpVersion(
  context: Pick<Context, 'db' | 'workspaceId'>,
  serverName: string,
  version: string,
): Promise<McpVersion> {
  const found = await store.findMcpVersion(context.db, context.workspaceId, serverName, version);
  if (!found) throw noMcpVersion(serverName, version);
  return found;
}

/** The version an alias stands for, `latest` among them. @throws not_found */
export async function getMcpVersionByAlias(context: Context, serverName: string, alias: string): Promise<McpVersion> {
  const { db, workspaceId } = context;
  const found =
    alias === LATEST
      ? await store.findLatestMcpVersion(db, workspaceId, serverName)
      : await store.findMcpVersionByAlias(db, workspaceId, serverName, alias);
  if (!found) throw noMcpAlias(serverName, alias);
  return found;
}

/** A page of the versions of a server; none for a server that is not there. @throws invalid for a place that is none of this search */
export function searchMcpVersions(
  context: Context,
  serverName: string,
  query: McpQuery,
): Promise<{ versions: McpVersion[]; next?: string }> {
  return search(context.db, { workspaceId: context.workspaceId, serverName }, query);
}

/** A version locked for its writer. @throws not_found when it is not there or deleted */
async function lockVersion(db: Database, context: Context, serverName: string, version: string): Promise<store.McpVersionState> {
  const found = await store.lockMcpVersion(db, context.workspaceId, serverName, version);
  if (!found || found.status === 'deleted') throw noMcpVersion(serverName, version);
  return found;
}

/**
 * Changes a version. One that becomes deleted is shown this one time.
 * @throws not_found, wrong_state for a status that cannot follow
 */
export async function updateMcpVersion(
  context: Context,
  serverName: string,
  version: string,
  change: store.McpVersionChange,
): Promise<McpVersion> {
  return context.db.transaction(async (db) => {
    const { serverId, status } = await lockVersion(db, context, serverName, version);
    if (change.status !== undefined) checkMcpStatusChange(status, change.status);
    const before = await getMcpVersion({ ...context, db }, serverName, version);
    const author = authorOf(context);
    const nowMs = nowMsOf(context);
    await store.updateMcpVersion(db, { serverId, version, change, author, nowMs });
    if (change.status === 'deleted') await deleteMcpEndpointsToNone(db, serverId);
    return { ...before, ...change, changedBy: author, changedMs: nowMs };
  });
}

/** Takes a version away, with its aliases and the endpoints that lead to it. @throws not_found, wrong_state while it is active */
export async function deleteMcpVersion(context: Context, serverName: string, version: string): Promise<void> {
  await context.db.transaction(async (db) => {
    const found = await store.lockMcpVersion(db, context.workspaceId, serverName, version);
    if (!found) throw noMcpVersion(serverName, version);
    checkMcpStatusChange(found.status, 'deleted');
    const { serverId } = found;
    const change = { status: 'deleted' } as const;
    await store.updateMcpVersion(db, { serverId, version, change, author: undefined, nowMs: nowMsOf(context) });
    const aliases = await deleteMcpAliasesOf(db, serverId, version);
    await deleteMcpEndpointsTo(db, serverId, { version, aliases });
    await deleteMcpEndpointsToNone(db, serverId);
  });
}

/** Sets a tag of a version. @throws not_found */
export async function setMcpVersionTag(context: Context, serverName: string, version: string, tag: Entry): Promise<void> {
  await context.db.transaction(async (db) => {
    const { serverId } = await lockVersion(db, context, serverName, version);
    await store.setMcpVersionTag(db, serverId, version, tag);
  });
}

/** Removes a tag of a version. @throws not_found when it, or the version, is not there */
export async function deleteMcpVersionTag(context: Context, serverName: string, version: string, key: string): Promise<void> {
  const { db, workspaceId } = context;
  if (await store.deleteMcpVersionTag(db, workspaceId, { serverName, version, key })) return;
  throw new BridgeError(
    'not_found',
    `The version ${show(version)} of the MCP server ${show(serverName)} has no tag ${show(key)}.`,
    {
      resource: `MCP server ${serverName}`,
    },
  );
}
