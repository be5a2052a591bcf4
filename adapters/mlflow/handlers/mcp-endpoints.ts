import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid } from '../../../src/model/errors.ts';
import type { McpEndpoint, McpEndpointQuery } from '../../../src/model/mcp-server.ts';
import * as registry from '../../../src/registry/mcp-endpoints.ts';
import { checkLength } from '../map/limits.ts';
import { toMcpQuery } from '../map/mcp-query.ts';
import { MAX_MCP_URL, toMcpTransport, toWireMcpEndpoint } from '../map/mcp-server.ts';
import { plainReply } from '../wire/plain-json.ts';

type Target = { version: string; alias: null } | { version: null; alias: string };

/** What an endpoint shall lead to; undefined when nothing is said. @throws invalid for both at once */
function toTarget({
  server_version: version,
  server_alias: alias,
}: {
  server_version?: string;
  server_alias?: string;
}): Target | undefined {
  if (version !== undefined && alias !== undefined) {
    throw invalid('server_alias', 'Only one of the fields server_version and server_alias can be given.');
  }
  if (version !== undefined) return { version, alias: null };
  return alias === undefined ? undefined : { version: null, alias };
}

export const createMcpAccessEndpoint: Handler<operations['createMcpAccessEndpoint']> = async ({ path, body }, context) => {
  const { url = '', transport_type = 'streamable-http' } = body;
  const target = toTarget(body);
  if (!target) throw invalid('server_version', 'One of the fields server_version and server_alias must be given.');
  checkLength('url', url, MAX_MCP_URL);
  const transport = toMcpTransport(transport_type);
  const endpoint = await registry.createMcpEndpoint(context, path.server_name, { url, transport, target });
  return plainReply(toWireMcpEndpoint(endpoint, context.workspaceName));
};

export const getMcpAccessEndpoint: Handler<operations['getMcpAccessEndpoint']> = async ({ path }, context) =>
  plainReply(
    toWireMcpEndpoint(await registry.getMcpEndpoint(context, path.server_name, path.endpoint_id), context.workspaceName),
  );

function toEndpointQuery(
  query: Parameters<typeof toMcpQuery>[0] & { server_version?: string; server_alias?: string },
): McpEndpointQuery {
  const { server_version: version, server_alias: alias } = query;
  return {
    ...toMcpQuery(query, 'endpoint'),
    ...(version === undefined ? {} : { version }),
    ...(alias === undefined ? {} : { alias }),
  };
}

function toWirePage({ endpoints, next }: { endpoints: McpEndpoint[]; next?: string }, workspace: string): object {
  return {
    mcp_access_endpoints: endpoints.map((endpoint) => toWireMcpEndpoint(endpoint, workspace)),
    next_page_token: next ?? null,
  };
}

export const searchAllAccessEndpoints: Handler<operations['searchAllAccessEndpoints']> = async ({ query }, context) =>
  plainReply(toWirePage(await registry.searchMcpEndpoints(context, toEndpointQuery(query)), context.workspaceName));

export const searchServerAccessEndpoints: Handler<operations['searchServerAccessEndpoints']> = async (
  { path, query },
  context,
) => {
  const page = await registry.searchMcpEndpointsOf(context, path.server_name, toEndpointQuery(query));
  return plainReply(toWirePage(page, context.workspaceName));
};

/** A field that is not there stays; an endpoint always has an address. */
export const updateMcpAccessEndpoint: Handler<operations['updateMcpAccessEndpoint']> = async ({ path, body }, context) => {
  const { url, transport_type } = body;
  if (url === null) throw invalid('url', 'The field url cannot be null; leave it out to keep the address.');
  if (url !== undefined) checkLength('url', url, MAX_MCP_URL);
  const target = toTarget(body);
  const endpoint = await registry.updateMcpEndpoint(context, path.server_name, path.endpoint_id, {
    ...(url === undefined ? {} : { url }),
    ...(transport_type === undefined ? {} : { transport: toMcpTransport(transport_type) }),
    ...(target === undefined ? {} : { target }),
  });
  return plainReply(toWireMcpEndpoint(endpoint, context.workspaceName));
};

export const deleteMcpAccessEndpoint: Handler<operations['deleteMcpAccessEndpoint']> = async ({ path }, context) => {
  await registry.deleteMcpEndpoint(context, path.server_name, path.endpoint_id);
  return {};
};
