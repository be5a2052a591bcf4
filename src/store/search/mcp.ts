import type {
  McpCondition,
  McpEndpoint,
  McpEndpointQuery,
  McpOrder,
  McpQuery,
  McpServer,
  McpVersion,
  McpVersionNumber,
} from '../../model/mcp-server.ts';
import type { NameScope } from '../../model/reach.ts';
import type { Database } from '../database.ts';
import { MCP_ENDPOINT_COLUMNS, MCP_ENDPOINT_TABLES, type McpEndpointRow, toMcpEndpoint } from '../mcp-endpoints.ts';
import { MCP_SERVER_COLUMNS, MCP_SERVER_TABLES, type McpServerRow, withEndpoints } from '../mcp-servers.ts';
import { MCP_VERSION_COLUMNS, type McpVersionRow, toMcpVersion } from '../mcp-versions.ts';
import { Bindings } from './bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './keyset.ts';
import { refuseManyTerms } from './limits.ts';
import { wholeCondition } from './number-test.ts';
import { cutPage, readPageToken } from './page-token.ts';
import { namesInScope } from './scope.ts';
import { textCondition } from './text-test.ts';

/** Of which table the times are: `s` servers, `v` versions, `e` endpoints. */
type Subject = 's' | 'v' | 'e';

const texts = { name: 's.name', displayName: 's.display_name', status: 'v.status', transport: 'e.transport' } as const;
const times = { createdMs: 'created_ms', changedMs: 'changed_ms' } as const;

/** A condition on the order of versions: each number counts only where those before it are equal. */
function numberCondition(operator: string, { major, minor, patch, prereleaseKey }: McpVersionNumber, bindings: Bindings): string {
  const numbers = [major, minor, patch].map((number) => bindings.bind(number, 'int4'));
  return `(v.major, v.minor, v.patch, v.prerelease_key) ${operator} (${[...numbers, bindings.bind(prereleaseKey, 'text')].join(', ')})`;
}

function mcpCondition(subject: Subject, condition: McpCondition, bindings: Bindings): string {
  switch (condition.on) {
    case 'text':
      return textCondition(texts[condition.field], condition.test, bindings);
    case 'number':
      return wholeCondition(`${subject}.${times[condition.field]}`, condition.test, bindings);
    case 'tag':
      return `exists (select from mcp_server_tags c where c.server_id = s.server_id
        and c.key = ${bindings.bind(condition.key, 'text')} and ${textCondition('c.value', condition.test, bindings)})`;
    case 'hasEndpoints':
      return `${condition.value ? '' : 'not '}exists (select from mcp_endpoints e
        left join mcp_server_aliases b on b.server_id = e.server_id and b.alias = e.alias
        where e.server_id = s.server_id and exists (select from mcp_server_versions d where d.server_id = e.server_id
          and d.status <> 'deleted' and (e.alias = 'latest' or d.version = coalesce(e.version, b.version))))`;
    case 'version':
      return numberCondition(condition.operator, condition.number, bindings);
    case 'versionText':
      return `v.version ${condition.operator === '=' ? '=' : '<>'} ${bindings.bind(condition.version, 'text')}`;
  }
}

function sortKeys(subject: Subject, { field, descending }: McpOrder): SortKey[] {
  switch (field) {
    case 'id':
      return [{ expression: 'e.endpoint_id', type: 'text', descending }];
    case 'name':
      return [{ expression: 's.name', type: 'text', descending }];
    case 'versionText':
      return [{ expression: 'v.version', type: 'text', descending }];
    case 'version':
      return [
        ...['v.major', 'v.minor', 'v.patch'].map((expression): SortKey => ({ expression, type: 'int8', descending })),
        { expression: 'v.prerelease_key', type: 'text', descending },
      ];
    case 'createdMs':
    case 'changedMs':
      return [{ expression: `${subject}.${times[field]}`, type: 'int8', descending }];
  }
}

interface Page<Row> {
  rows: Row[];
  next?: string;
}

/** A page of rows in a total order, by the place at which the page before ended. */
async function readPage<Row>(
  db: Database,
  {
    subject,
    columns,
    tables,
    query,
    extra,
    bindings,
  }: {
    subject: Subject;
    columns: string;
    tables: string;
    query: McpQuery;
    /** Conditions that are none of the query's, their values bound already. */
    extra: readonly string[];
    bindings: Bindings;
  },
): Promise<Page<Row>> {
  refuseManyTerms(query);
  const keys = query.order.flatMap((one) => sortKeys(subject, one));
  const identity = [subject, query.order];
  const start = query.after === undefined ? undefined : readPageToken(query.after, identity, [keys]);
  const conditions = [
    ...extra,
    ...query.conditions.map((condition) => mcpCondition(subject, condition, bindings)),
    ...(start ? [afterPlace(keys, start.place, bindings)] : []),
  ];
  const { rows } = await db.query<Row & { place: Place }>({
    text: `select ${columns}, ${placeOf(keys)} as place from ${tables}
      where ${conditions.join(' and ')} order by ${sortList(keys)} limit ${bindings.bind(query.limit + 1, 'int8')}`,
    values: bindings.values,
  });
  const { page, ...more } = cutPage(rows, query.limit, identity);
  return { rows: page, ...more };
}

function withNext<Items extends object>(items: Items, next: string | undefined): Items & { next?: string } {
  return { ...items, ...(next === undefined ? {} : { next }) };
}

/**
 * A page of the MCP servers of a workspace that may be read, in two statements.
 * @throws invalid for a place that is none of this order, and for more than 100 conditions and sort keys
 */
export async function searchMcpServers(
  db: Database,
  { workspaceId, scope }: { workspaceId: string; scope: NameScope },
  query: McpQuery,
): Promise<{ servers: McpServer[]; next?: string }> {
  const bindings = new Bindings();
  const extra = [`s.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`, namesInScope(bindings, 's.name', scope)];
  const { rows, next } = await readPage<McpServerRow>(db, {
    subject: 's',
    columns: MCP_SERVER_COLUMNS,
    tables: MCP_SERVER_TABLES,
    query,
    extra,
    bindings,
  });
  return withNext({ servers: await withEndpoints(db, rows) }, next);
}

/** A page of the versions of one server that were not deleted; none for a server that is not there. @throws as {@link searchMcpServers} */
export async function searchMcpVersions(
  db: Database,
  { workspaceId, serverName }: { workspaceId: string; serverName: string },
  query: McpQuery,
): Promise<{ versions: McpVersion[]; next?: string }> {
  const bindings = new Bindings();
  const extra = [
    `s.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`,
    `s.name = ${bindings.bind(serverName, 'text')}`,
    "v.status <> 'deleted'",
  ];
  const { rows, next } = await readPage<McpVersionRow>(db, {
    subject: 'v',
    columns: MCP_VERSION_COLUMNS,
    tables: 'mcp_servers s join mcp_server_versions v using (server_id)',
    query,
    extra,
    bindings,
  });
  return withNext({ versions: rows.map(toMcpVersion) }, next);
}

/** A page of endpoints that lead somewhere, of servers that may be read. @throws as {@link searchMcpServers} */
export async function searchMcpEndpoints(
  db: Database,
  { workspaceId, scope }: { workspaceId: string; scope: NameScope },
  query: McpEndpointQuery,
): Promise<{ endpoints: McpEndpoint[]; next?: string }> {
  const bindings = new Bindings();
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? [] : [`${column} = ${bindings.bind(value, 'text')}`];
  const extra = [
    `s.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`,
    namesInScope(bindings, 's.name', scope),
    ...equal('e.version', query.version),
    ...equal('e.alias', query.alias),
  ];
  const { rows, next } = await readPage<McpEndpointRow>(db, {
    subject: 'e',
    columns: MCP_ENDPOINT_COLUMNS,
    tables: MCP_ENDPOINT_TABLES,
    query,
    extra,
    bindings,
  });
  return withNext({ endpoints: rows.map(toMcpEndpoint) }, next);
}
