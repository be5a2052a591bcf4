import type { McpStamp } from '../model/mcp-server.ts';

/** Columns of {@link toMcpStamp}. */
export interface McpStampRow {
  created_by: string | null;
  changed_by: string | null;
  created_ms: bigint;
  changed_ms: bigint;
}

/** Who wrote a row, and when. */
export function toMcpStamp(row: McpStampRow): McpStamp {
  return { createdBy: row.created_by, changedBy: row.changed_by, createdMs: row.created_ms, changedMs: row.changed_ms };
}
