import { invalid } from '../../../src/model/errors.ts';
import type { McpQuery } from '../../../src/model/mcp-server.ts';
import { type McpSubject, parseMcpFilter, parseMcpOrder } from '../filter/mcp-filter.ts';

const DEFAULT_PAGE = 100;
const maxPage: Readonly<Record<McpSubject, number>> = { server: 1000, version: 50_000, endpoint: 50_000 };

/** What a client searches for. @throws invalid */
export function toMcpQuery(
  query: { filter_string?: string; max_results?: number; order_by?: string[]; page_token?: string },
  subject: McpSubject,
): McpQuery {
  const limit = query.max_results ?? DEFAULT_PAGE;
  const most = maxPage[subject];
  if (limit < 1 || limit > most) {
    throw invalid('max_results', `The field max_results must be between 1 and ${most}, not ${limit}.`);
  }
  return {
    conditions: parseMcpFilter(query.filter_string ?? '', subject),
    order: parseMcpOrder(query.order_by ?? [], subject),
    limit,
    ...(query.page_token ? { after: query.page_token } : {}),
  };
}
