import { costKinds, tokenKinds } from '../../model/trace.ts';
import { toWholeTrace } from '../../store/traces.ts';
import { readSpanFacts, type SpanFacts, type TraceFacts, traces } from '../../store/transfer/read-traces.ts';
import type { AssessmentItem, TraceItem } from '../item.ts';
import { kindReader } from './kind-reader.ts';

type Assessment = ReturnType<typeof toWholeTrace>['assessments'][number];

function toAssessmentItem({ traceId: _, kind, spanId, sourceRun, error, metadata, ...facts }: Assessment): AssessmentItem {
  return {
    ...facts,
    type: kind,
    error: error && JSON.stringify(error),
    span: spanId,
    run: sourceRun,
    metadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
  };
}

function toTraceItem(row: TraceFacts, spans: SpanFacts[]): TraceItem {
  const { trace, tags, metadata, assessments } = toWholeTrace(row);
  return {
    kind: 'trace',
    id: trace.id,
    project: row.project,
    name: trace.name,
    session: trace.session,
    startedMs: trace.startedMs,
    durationMs: trace.durationMs,
    status: trace.status,
    clientRequestId: trace.clientRequestId,
    requestPreview: trace.requestPreview,
    responsePreview: trace.responsePreview,
    finalized: trace.finalized,
    hasSpans: trace.hasSpans,
    expectedSpans: trace.expectedSpans === null ? null : BigInt(trace.expectedSpans),
    usage: tokenKinds.flatMap((kind) => {
      const tokens = trace.usage[kind];
      return tokens === undefined ? [] : [{ kind, tokens }];
    }),
    cost: costKinds.flatMap((kind) => {
      const dollars = trace.cost[kind];
      return dollars === undefined ? [] : [{ kind, dollars }];
    }),
    artifactRoot: trace.artifactRoot,
    tags,
    metadata,
    links: row.links,
    assessments: assessments.map(toAssessmentItem),
    spans,
  };
}

export const traceReader = kindReader<'trace', TraceFacts>(
  traces,
  async (rows, db) => {
    const spans = await readSpanFacts(
      db,
      rows.map((row) => row.trace_id),
    );
    return rows.map((row) => toTraceItem(row, spans.get(row.trace_id) ?? []));
  },
  { bytesOf: (row) => row.span_bytes },
);
