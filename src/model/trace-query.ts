import type { AssessmentKind } from './assessment.ts';
import type { NumberTest, TextTest } from './query.ts';
import type { SpanStatus, TraceStatus } from './trace.ts';

/** What a text is compared with; `rlike` finds a regular expression of the Perl family anywhere in it. */
export type PatternTest = TextTest | { operator: 'rlike'; value: string };

export type TraceTextField = 'id' | 'clientRequestId' | 'name' | 'session';
/** Times in ms since the epoch; a trace that goes on ends where it starts. */
export type TraceNumberField = 'startedMs' | 'durationMs' | 'endedMs';

/** A condition on one span. */
export type SpanTest =
  | { on: 'name' | 'type' | 'content'; test: PatternTest }
  /** Compares the word that a door has for the status. */
  | { on: 'status'; words: Readonly<Record<SpanStatus, string>>; test: PatternTest };

/** One condition on traces. Except `is null`, a condition only holds for traces that have the thing named. */
export type TraceCondition =
  | { on: 'text'; field: TraceTextField; test: PatternTest }
  | { on: 'number'; field: TraceNumberField; test: NumberTest }
  /** Compares the word that a door has for the status. */
  | { on: 'status'; words: Readonly<Record<TraceStatus, string>>; test: PatternTest }
  | { on: 'tag' | 'metadata'; key: string; test: PatternTest }
  /** Whether tokens were counted, or cost was reckoned, at all. */
  | { on: 'usage' | 'cost'; known: boolean }
  /** The trace was made in the run, as the metadata `key` says, or linked to it later. */
  | { on: 'run'; run: string; key: string }
  /** The trace is linked to the version of a prompt: name, slash, version. */
  | { on: 'prompt'; prompt: string }
  /** One span passes all the tests. */
  | { on: 'span'; tests: readonly SpanTest[] }
  /** A valid assessment passes; one about a session counts for all its traces. Texts are compared with the value's JSON. */
  | { on: 'assessment'; kind: AssessmentKind; name: string; test: PatternTest }
  /** As above, for values that are numbers. */
  | { on: 'measure'; kind: AssessmentKind; name: string; test: NumberTest }
  | { on: 'issue'; issue: string };

/** One sort key of traces. Traces without the thing come last in both directions. */
export type TraceOrder = { descending: boolean } & (
  | { on: 'field'; field: TraceTextField | TraceNumberField | 'experimentId' }
  | { on: 'status'; words: Readonly<Record<TraceStatus, string>> }
  | { on: 'tag' | 'metadata'; key: string }
);

/** A search over the traces of some projects. */
export interface TraceQuery {
  /** Empty finds nothing. */
  experimentIds: readonly bigint[];
  conditions: readonly TraceCondition[];
  /** No field twice. The store appends the start, newest first, and the id, unless they are there. */
  order: readonly TraceOrder[];
  limit: number;
  /** Opaque place to go on from, as an earlier page gave it. */
  after?: string;
}
