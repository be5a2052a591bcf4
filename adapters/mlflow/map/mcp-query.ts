import type { McpQuery } from '../../../src/model/mcp-server.ts';
import { type McpSubject, parseMcpFilter, parseMcpOrder } from '../filter/mcp-filter.ts';
import { toPage } from './page.ts';

const DEFAULT_PAGE = 100;
const maxPage: Readonly<Record<McpSubject, number>> = { server: 1000, version: 50_000, endpoint: 50_000 };

/** What a client searches for. @throws invalid */
export function toMcpQuery(
  query: { filter_string?: string; max_results?: number; order_by?: string[]; page_token?: string },
  subject: McpSubject,
): McpQuery {
  const { limit, after } = toPage(query, { usual: DEFAULT_PAGE, most: maxPage[subject] });
  return {
    conditions: parseMcpFilter(query.filter_string ?? '', subject),
    order: parseMcpOrder(query.order_by ?? [], subject),
    limit,
    ...(after === undefined ? {} : { after }),
  };
}
