import type { SpanStatus } from '../../model/trace.ts';
import type { Database } from '../database.ts';
import { TRACE_COLUMNS, type TraceDataRow, type TraceRow, traceDataColumns } from '../traces.ts';
import { inChosenProject, inChosenTime } from './read-choice.ts';
import { hexOf, jsonList, type KindTable } from './read-page.ts';

/** A trace with all that was said about it, but its spans. */
export interface TraceFacts extends TraceRow, TraceDataRow {
  /** Bytes of the contents of its spans. */
  span_bytes: bigint;
  project: string;
  links: { kind: 'run' | 'prompt_version'; target: string }[];
}

export const traces: KindTable & { columns: string } = {
  from: 'traces t join projects p using (project_id)',
  order: [{ expression: 't.trace_id', type: 'text' }],
  withIds: (ids, bindings) => `t.trace_id = any(${bindings.bind(ids, 'text[]')})`,
  chosen: (choice, bindings) => [...inChosenProject(choice, bindings), ...inChosenTime(choice, bindings, 't.started_ms')],
  columns: `${TRACE_COLUMNS}, ${traceDataColumns('t.trace_id')}, ${hexOf('p.uuid')} as project,
    (select coalesce(sum(octet_length(s.content)), 0)::int8 from spans s where s.trace_id = t.trace_id) as span_bytes,
    ${jsonList({ kind: 'l.kind', target: 'l.target' }, 'trace_links l where l.trace_id = t.trace_id')} as links`,
};

/** A span as it is kept. */
export interface SpanFacts {
  id: string;
  parent: string | null;
  name: string;
  startedNs: bigint;
  endedNs: bigint | null;
  status: SpanStatus;
  content: string;
}

/** Spans of some traces, by trace. */
export async function readSpanFacts(db: Database, traceIds: readonly string[]): Promise<Map<string, SpanFacts[]>> {
  const { rows } = await db.query<SpanFacts & { trace_id: string }>({
    name: 'transfer-spans',
    text: `select trace_id, span_id as id, parent_span_id as parent, name, started_ns as "startedNs", ended_ns as "endedNs", status,
        content from spans where trace_id = any($1) order by trace_id, started_ns, span_id`,
    values: [traceIds],
  });
  const spans = new Map<string, SpanFacts[]>();
  for (const { trace_id, ...span } of rows) {
    const of = spans.get(trace_id) ?? [];
    of.push(span);
    spans.set(trace_id, of);
  }
  return spans;
}
