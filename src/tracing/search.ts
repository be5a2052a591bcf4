import type { Context } from '../context.ts';
import type { WholeTrace } from '../model/trace.ts';
import type { TraceQuery } from '../model/trace-query.ts';
import { searchTraces as search } from '../store/search/traces.ts';
import { withTraceData } from '../store/traces.ts';

/** A page of traces, whole. @throws invalid for a place that is none of this search */
export async function searchTraces(context: Context, query: TraceQuery): Promise<{ traces: WholeTrace[]; next?: string }> {
  const { traces, next } = await search(context.db, context, query);
  return { traces: await withTraceData(context.db, traces), next };
}
