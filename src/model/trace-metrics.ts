import type { AssessmentKind } from './assessment.ts';
import type { CostKind, TokenKind } from './trace.ts';
import type { SpanTest, TraceCondition } from './trace-query.ts';

/** What is summed up. Durations are in ms, costs in US dollars; `measure` is what assessments count as. */
export type MetricSubject =
  | { view: 'traces'; of: 'traces' | 'sessions' | 'duration' }
  | { view: 'traces'; of: 'tokens'; kind: TokenKind }
  | { view: 'spans'; of: 'spans' | 'duration' }
  | { view: 'spans'; of: 'cost'; kind: CostKind }
  | { view: 'assessments'; of: 'assessments' | 'measure' };

export type MetricView = MetricSubject['view'];

/** How it is summed up; `percent` from 0 to 100, between two values by their distance. */
export type Aggregation = { by: 'count' | 'sum' | 'avg' | 'min' | 'max' } | { by: 'percentile'; percent: number };

/** What the things are grouped by; those without it are left out. Assessments' values are JSON. */
export type MetricDimension =
  | 'traceName'
  | 'traceStatus'
  | 'spanName'
  | 'spanType'
  | 'spanStatus'
  | 'spanModel'
  | 'spanProvider'
  | 'assessmentName'
  | 'assessmentValue';

/** Which things count. Spans and assessments can only be told apart in a view of their own. */
export type MetricFilter =
  | { on: 'trace'; condition: TraceCondition }
  | { on: 'span'; test: SpanTest }
  | { on: 'assessment'; name: string }
  | { on: 'assessmentKind'; kind: AssessmentKind | undefined };

/** A question about the traces of some projects. */
export interface MetricQuery {
  experimentIds: readonly bigint[];
  subject: MetricSubject;
  /** At least one. */
  aggregations: readonly Aggregation[];
  dimensions: readonly MetricDimension[];
  filters: readonly MetricFilter[];
  /** Groups by stretches of time of this length, too: costs by the start of the span, all else by that of the trace. */
  bucketSeconds?: bigint;
  /** Both inclusive; by the start of the trace, costs by that of the span. */
  fromMs?: bigint;
  toMs?: bigint;
  limit: number;
}

/** One group, in the order of its dimensions. */
export interface MetricPoint {
  /** Where its stretch of time starts; not there when time is not grouped by. */
  bucketMs?: bigint;
  dimensions: readonly string[];
  /** In the order of the aggregations; null for one over nothing. */
  values: readonly (number | null)[];
}

/** How many traces pass each of two searches, both, and the search that both are within. */
export interface TraceOverlap {
  first: number;
  second: number;
  both: number;
  total: number;
}
