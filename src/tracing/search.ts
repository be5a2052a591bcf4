import type { Context } from '../context.ts';
import type { WholeTrace } from '../model/trace.ts';
import type { TraceQuery } from '../model/trace-query.ts';
import { searchTraces as search } from '../store/search/traces.ts';

/** A page of traces, whole. @throws invalid for a place that is none of this search */
export function searchTraces(context: Context, query: TraceQuery): Promise<{ traces: WholeTrace[]; next?: string }> {
  return search(context.db, context, query);
}
