import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid } from '../../../src/model/errors.ts';
import * as registry from '../../../src/registry/mcp-servers.ts';
import { checkLength } from '../map/limits.ts';
import { keepIcons } from '../map/mcp-document.ts';
import { toMcpQuery } from '../map/mcp-query.ts';
import { MAX_MCP_NAME, toMcpTag, toWireMcpServer } from '../map/mcp-server.ts';
import { plainReply } from '../wire/plain-json.ts';

export const createMcpServer: Handler<operations['createMcpServer']> = async ({ body }, context) => {
  const { name = '', description = null, icons } = body;
  const server = await registry.createMcpServer(context, { name, description, icons: icons ? keepIcons(icons) : null });
  return plainReply(toWireMcpServer(server, context.workspaceName));
};

export const getMcpServer: Handler<operations['getMcpServer']> = async ({ path }, context) =>
  plainReply(toWireMcpServer(await registry.getMcpServer(context, path.server_name), context.workspaceName));

export const searchMcpServers: Handler<operations['searchMcpServers']> = async ({ query }, context) => {
  const { servers, next } = await registry.searchMcpServers(context, toMcpQuery(query, 'server'));
  return plainReply({
    mcp_servers: servers.map((server) => toWireMcpServer(server, context.workspaceName)),
    next_page_token: next ?? null,
  });
};

/** A field that is null is taken away; one that is not there stays. */
export const updateMcpServer: Handler<operations['updateMcpServer']> = async ({ path, body }, context) => {
  const { display_name: displayName, description, icons, latest_version: latest } = body;
  if (latest !== undefined)
    throw invalid('latest_version', 'The field latest_version cannot be set; it follows from the versions.');
  if (displayName) checkLength('display_name', displayName, MAX_MCP_NAME);
  const server = await registry.updateMcpServer(context, path.server_name, {
    ...(displayName === undefined ? {} : { displayName }),
    ...(description === undefined ? {} : { description }),
    ...(icons === undefined ? {} : { icons: icons && keepIcons(icons) }),
  });
  return plainReply(toWireMcpServer(server, context.workspaceName));
};

export const deleteMcpServer: Handler<operations['deleteMcpServer']> = async ({ path }, context) => {
  await registry.deleteMcpServer(context, path.server_name);
  return {};
};

export const setMcpServerTag: Handler<operations['setMcpServerTag']> = async ({ path, body }, context) => {
  await registry.setMcpServerTag(context, path.server_name, toMcpTag(body));
  return {};
};

export const deleteMcpServerTag: Handler<operations['deleteMcpServerTag']> = async ({ path }, context) => {
  await registry.deleteMcpServerTag(context, path.server_name, path.tag_key);
  return {};
};

export const setMcpServerAlias: Handler<operations['setMcpServerAlias']> = async ({ path, body }, context) => {
  const { alias = '', version = '' } = body;
  checkLength('alias', alias, MAX_MCP_NAME);
  await registry.setMcpAlias(context, path.server_name, { alias, version });
  return {};
};

export const deleteMcpServerAlias: Handler<operations['deleteMcpServerAlias']> = async ({ path }, context) => {
  await registry.deleteMcpAlias(context, path.server_name, path.alias);
  return {};
};
