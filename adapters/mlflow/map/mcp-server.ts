import { parseExactJson } from '../../../src/http/lenient-json.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import type { McpEndpoint, McpServer, McpStamp, McpStatus, McpTransport, McpVersion } from '../../../src/model/mcp-server.ts';
import type { Entry } from '../../../src/model/run.ts';
import { JsonText } from '../wire/json.ts';
import { isFields, type JsonFields } from './json-fields.ts';
import { checkLength } from './limits.ts';
import { inheritIcons } from './mcp-icon.ts';

/** Lengths of the original's columns. @see MLflow 3.17.2, the tables mcp_* */
export const MAX_MCP_NAME = 256;
export const MAX_MCP_SOURCE = 512;
export const MAX_MCP_URL = 2048;
const MAX_TAG_KEY = 250;
const MAX_TAG_VALUE = 5000;

const statuses: ReadonlySet<string> = new Set<McpStatus>(['draft', 'active', 'deprecated', 'deleted']);
const transports: ReadonlySet<string> = new Set<McpTransport>(['streamable-http', 'sse']);

/** @throws invalid for a word that is no status */
export function toMcpStatus(text: string): McpStatus {
  if (statuses.has(text)) return text as McpStatus;
  throw invalid('status', `The status ${show(text)} is none of ${[...statuses].join(', ')}.`);
}

/** @throws invalid for a word that is no transport */
export function toMcpTransport(text: string): McpTransport {
  if (transports.has(text)) return text as McpTransport;
  throw invalid('transport_type', `The transport_type ${show(text)} is none of ${[...transports].join(', ')}.`);
}

/** A tag as a client sets it; its value may be empty. @throws invalid */
export function toMcpTag({ key = '', value }: { key?: string; value?: string }): Entry {
  if (value === undefined) throw invalid('value', 'The field value is required.');
  checkLength('key', key, MAX_TAG_KEY);
  checkLength('value', value, MAX_TAG_VALUE);
  return { key, value };
}

function toWireTags(tags: readonly Entry[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ key, value }) => [key, value]));
}

function toWireStamp(stamp: McpStamp, workspace: string): object {
  return {
    workspace,
    created_by: stamp.createdBy,
    last_updated_by: stamp.changedBy,
    creation_timestamp: stamp.createdMs,
    last_updated_timestamp: stamp.changedMs,
  };
}

/** Objects of a list that was kept. */
function listOf(value: unknown): JsonFields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

const nothing = {
  title: null,
  description: null,
  inputSchema: null,
  outputSchema: null,
  annotations: null,
  icons: null,
  execution: null,
};

/** Tools with every field a tool can have. */
function toWireTools(tools: string): JsonFields[] {
  return listOf(parseExactJson(tools)).map((tool) => ({ ...nothing, ...tool }));
}

/** A version as MLflow shows it. */
export function toWireMcpVersion(version: McpVersion, workspace: string): object {
  return {
    name: version.serverName,
    version: version.version,
    server_json: new JsonText(version.serverJson),
    status: version.status,
    tools: version.tools === null ? [] : toWireTools(version.tools),
    aliases: version.aliases,
    tags: toWireTags(version.tags),
    connect_options: new JsonText(version.connectOptions ?? '{}'),
    source: version.source,
    ...toWireStamp(version, workspace),
  };
}

/** An endpoint as MLflow shows it with its server. */
function toWireMcpSummary(endpoint: McpEndpoint, workspace: string): object {
  return {
    id: endpoint.id,
    server_name: endpoint.serverName,
    url: endpoint.url,
    transport_type: endpoint.transport,
    server_version: endpoint.version,
    server_alias: endpoint.alias,
    resolved_version: toWireMcpVersion(endpoint.target, workspace),
    ...toWireStamp(endpoint, workspace),
  };
}

/** An endpoint as MLflow shows it by itself. */
export function toWireMcpEndpoint(endpoint: McpEndpoint, workspace: string): object {
  const { tools } = endpoint.target;
  return { ...toWireMcpSummary(endpoint, workspace), tools: tools === null ? null : toWireTools(tools) };
}

/** A server as MLflow shows it: what is not said of it is taken from its latest version. */
export function toWireMcpServer(server: McpServer, workspace: string): object {
  const { latest, icons } = server;
  const published = latest ? parseExactJson(latest.serverJson) : {};
  const inherited: JsonFields = isFields(published) ? published : {};
  return {
    name: server.name,
    display_name: server.displayName,
    description: server.description ?? inherited['description'] ?? null,
    icons: inheritIcons(icons === null ? null : listOf(parseExactJson(icons)), listOf(inherited['icons'])),
    status: latest?.status ?? null,
    access_endpoints: server.endpoints.map((endpoint) => toWireMcpSummary(endpoint, workspace)),
    latest_version: latest?.version ?? null,
    aliases: server.aliases,
    tags: toWireTags(server.tags),
    ...toWireStamp(server, workspace),
  };
}
