import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import * as registry from '../../../src/registry/mcp-versions.ts';
import { checkLength } from '../map/limits.ts';
import { keepConnectOptions, keepServerJson, keepTools } from '../map/mcp-document.ts';
import { toMcpQuery } from '../map/mcp-query.ts';
import { MAX_MCP_SOURCE, toMcpStatus, toMcpTag, toWireMcpVersion } from '../map/mcp-server.ts';
import { plainReply } from '../wire/plain-json.ts';

export const createMcpServerVersion: Handler<operations['createMcpServerVersion']> = async ({ path, body }, context) => {
  const { server_json = {}, status = 'draft', source = null, tools, connect_options } = body;
  const document = keepServerJson(server_json);
  if (document.serverName !== path.server_name) {
    throw invalid(
      'server_json.name',
      `The server_json.name ${show(document.serverName)} is not the server of the path, ${show(path.server_name)}.`,
    );
  }
  if (source) checkLength('source', source, MAX_MCP_SOURCE);
  const version = await registry.createMcpVersion(context, {
    ...document,
    status: toMcpStatus(status),
    source,
    tools: tools ? keepTools(tools) : null,
    connectOptions: connect_options ? keepConnectOptions(connect_options) : null,
  });
  return plainReply(toWireMcpVersion(version, context.workspaceName));
};

export const getMcpServerVersion: Handler<operations['getMcpServerVersion']> = async ({ path }, context) =>
  plainReply(toWireMcpVersion(await registry.getMcpVersion(context, path.server_name, path.version), context.workspaceName));

export const getVersionByAlias: Handler<operations['getVersionByAlias']> = async ({ path }, context) =>
  plainReply(toWireMcpVersion(await registry.getMcpVersionByAlias(context, path.server_name, path.alias), context.workspaceName));

export const searchMcpServerVersions: Handler<operations['searchMcpServerVersions']> = async ({ path, query }, context) => {
  const { versions, next } = await registry.searchMcpVersions(context, path.server_name, toMcpQuery(query, 'version'));
  return plainReply({
    mcp_server_versions: versions.map((version) => toWireMcpVersion(version, context.workspaceName)),
    next_page_token: next ?? null,
  });
};

/** Tools and ways to connect that are null are taken away; what is not there stays. */
export const updateMcpServerVersion: Handler<operations['updateMcpServerVersion']> = async ({ path, body }, context) => {
  const { status, tools, connect_options: options } = body;
  if (status === null) throw invalid('status', 'The field status cannot be null; leave it out to keep the status.');
  const version = await registry.updateMcpVersion(context, path.server_name, path.version, {
    ...(status === undefined ? {} : { status: toMcpStatus(status) }),
    ...(tools === undefined ? {} : { tools: tools && keepTools(tools) }),
    ...(options === undefined ? {} : { connectOptions: options && keepConnectOptions(options) }),
  });
  return plainReply(toWireMcpVersion(version, context.workspaceName));
};

export const deleteMcpServerVersion: Handler<operations['deleteMcpServerVersion']> = async ({ path }, context) => {
  await registry.deleteMcpVersion(context, path.server_name, path.version);
  return {};
};

export const setMcpServerVersionTag: Handler<operations['setMcpServerVersionTag']> = async ({ path, body }, context) => {
  await registry.setMcpVersionTag(context, path.server_name, path.version, toMcpTag(body));
  return {};
};

export const deleteMcpServerVersionTag: Handler<operations['deleteMcpServerVersionTag']> = async ({ path }, context) => {
  await registry.deleteMcpVersionTag(context, path.server_name, path.version, path.tag_key);
  return {};
};
