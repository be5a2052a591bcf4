import type { Assessment } from './assessment.ts';
import type { Entry } from './run.ts';

/** How far a trace is: nobody said, still going on, ended well or not; in the order in which they are sorted. */
export const traceStatuses = ['unspecified', 'ok', 'error', 'in_progress'] as const;
export type TraceStatus = (typeof traceStatuses)[number];

/** Kinds of tokens that are counted, in the order in which they are shown. */
export const tokenKinds = ['input', 'output', 'total', 'cacheRead', 'cacheCreation', 'cacheCreationLong'] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** Tokens by kind, 64-bit; a kind nobody counted is not there. */
export type TokenUsage = Partial<Record<TokenKind, bigint>>;

/** Parts of what calls of models cost, in the order in which they are shown. */
export const costKinds = ['input', 'output', 'total'] as const;
export type CostKind = (typeof costKinds)[number];

/** US dollars by part, finite; a part nobody reckoned is not there. */
export type Cost = Partial<Record<CostKind, number>>;

/** One pass through a program, without what was said about it and without its spans. */
export interface Trace {
  /** As its writer made it: MLflow's are `tr-` and 32 lower hex (3.x) or 32 lower hex (2.x). */
  id: string;
  projectId: number;
  /** Decimal id of its project as MLflow shows it. */
  experimentId: bigint;
  startedMs: bigint;
  /** Null until it ends. */
  durationMs: bigint | null;
  status: TraceStatus;
  /** The id a client gave the request that the trace follows. */
  clientRequestId: string | null;
  /** Beginnings of what went in and came out. */
  requestPreview: string | null;
  responsePreview: string | null;
  name: string | null;
  /** The conversation it belongs to. */
  session: string | null;
  /** Tokens and cost of the whole trace; empty when not known. */
  usage: TokenUsage;
  cost: Cost;
  /** True once its maker reported the trace as a whole; spans that come later leave its times, tokens and cost alone. */
  finalized: boolean;
  /** True once spans are kept with it; before that its maker keeps them among the artifacts. */
  hasSpans: boolean;
  /** How many spans its maker says there are; null when it did not. */
  expectedSpans: number | null;
  /** Address below which its files lie. */
  artifactRoot: string;
}

/** A trace with all that was said about it, each list in the order of its keys; without its spans. */
export interface WholeTrace {
  trace: Trace;
  /** May be changed at any time. */
  tags: Entry[];
  /** Given when the trace is made and when it ends. */
  metadata: Entry[];
  assessments: Assessment[];
}

export const spanStatuses = ['unset', 'ok', 'error'] as const;
export type SpanStatus = (typeof spanStatuses)[number];

/** One step of a trace. */
export interface Span {
  traceId: string;
  /** 16 lower hex; unique within the trace. */
  id: string;
  /** Null for the root of the trace. */
  parentId: string | null;
  name: string;
  /** What kind of step it is, in the words of who made it. */
  type: string | null;
  status: SpanStatus;
  /** Nanoseconds since the epoch. */
  startedNs: bigint;
  /** Null while it goes on. */
  endedNs: bigint | null;
  /** The whole span as JSON, in the form MLflow keeps in `traces.json`: ids in base64, each attribute a JSON text. */
  content: string;
  /** The language model that was called, and who runs it. */
  model: string | null;
  provider: string | null;
  /** Null when the span reports none: tokens and cost of its children then count. */
  usage: TokenUsage | null;
  cost: Cost | null;
}

/** What the maker of a trace reports of it as a whole. What is not there stays as it is when the trace is known already. */
export interface TraceDraft {
  id: string;
  /** Decimal id of its project as MLflow shows it. */
  experimentId: bigint;
  startedMs: bigint;
  durationMs: bigint | null;
  status: TraceStatus;
  clientRequestId: string | null;
  requestPreview: string | null;
  responsePreview: string | null;
  /** True when spans that come later shall leave the trace's times, tokens and cost alone. */
  finalized: boolean;
  facts: TraceFacts;
  assessments: readonly Assessment[];
}

/** What may be said about a trace at its start and at its end; what is not there stays as it is. */
export interface TraceFacts {
  name?: string;
  session?: string;
  usage?: TokenUsage;
  cost?: Cost;
  expectedSpans?: number;
  tags: readonly Entry[];
  metadata: readonly Entry[];
}

/** The end of a trace that was started without one. */
export interface TraceEnd {
  id: string;
  endedMs: bigint;
  status: TraceStatus;
  facts: TraceFacts;
}

/** Spans of one trace that arrive together, and what they say of the trace. */
export interface TraceSpans {
  traceId: string;
  spans: readonly Span[];
  /** How the trace ended; null when its root is not among the spans. */
  status: TraceStatus | null;
  requestPreview: string | null;
  responsePreview: string | null;
  name: string | null;
  session: string | null;
  tags: readonly Entry[];
  /** Said only where the trace does not say it yet. */
  metadata: readonly Entry[];
}
