import { traceStatusWords } from '../../adapters/mlflow/map/trace.ts';
import type { NumberTest } from '../../src/model/query.ts';
import type { SpanStatus, TraceStatus } from '../../src/model/trace.ts';
import type { PatternTest, SpanTest, TraceCondition, TraceOrder, TraceQuery } from '../../src/model/trace-query.ts';
import { passesText as passesTextTest } from './search-reference.ts';

/** A span as the reference sees it. */
export interface KnownSpan {
  name: string;
  type: string;
  status: SpanStatus;
}

/** A valid assessment as the reference sees it. */
export interface KnownAssessment {
  kind: 'feedback' | 'expectation' | 'issue';
  name: string;
  value: string;
  coversSession: boolean;
}

/** A trace as the reference sees it. */
export interface KnownTrace {
  id: string;
  startedMs: bigint;
  durationMs: bigint | null;
  status: TraceStatus;
  clientRequestId: string | null;
  name: string | null;
  session: string | null;
  tags: Readonly<Record<string, string>>;
  metadata: Readonly<Record<string, string>>;
  spans: readonly KnownSpan[];
  assessments: readonly KnownAssessment[];
}

function passesText(value: string | null | undefined, test: PatternTest): boolean {
  if (test.operator !== 'rlike') return passesTextTest(value, test);
  return typeof value === 'string' && new RegExp(test.value, 'u').test(value);
}

function passesNumber(value: number | bigint | null, { operator, value: other }: NumberTest): boolean {
  if (value === null) return false;
  const isEqual = Number(value) === Number(other);
  const isLess = Number(value) < Number(other);
  return { '=': isEqual, '!=': !isEqual, '<': isLess, '<=': isLess || isEqual, '>': !isLess && !isEqual, '>=': !isLess }[
    operator
  ];
}

function endOf({ startedMs, durationMs }: KnownTrace): bigint {
  return startedMs + (durationMs ?? 0n);
}

function numberOf(trace: KnownTrace, field: 'startedMs' | 'durationMs' | 'endedMs'): bigint | null {
  return field === 'endedMs' ? endOf(trace) : trace[field];
}

function passesSpan(span: KnownSpan, test: SpanTest): boolean {
  if (test.on === 'content') throw new Error('the reference does not know the content of spans');
  return passesText(test.on === 'status' ? test.words[span.status] : span[test.on], test.test);
}

/** Whether some assessment that counts for the trace is of the kind and name, and passes. */
function isAssessed(
  trace: KnownTrace,
  all: readonly KnownTrace[],
  { kind, name }: { kind: string; name: string },
  passes: (value: string) => boolean,
): boolean {
  const fits = (one: KnownAssessment) => one.kind === kind && one.name === name && passes(one.value);
  const siblings = trace.session === null ? [] : all.filter((other) => other.session === trace.session);
  return (
    trace.assessments.some(fits) || siblings.some((other) => other.assessments.some((one) => one.coversSession && fits(one)))
  );
}

function passes(trace: KnownTrace, condition: TraceCondition, all: readonly KnownTrace[]): boolean {
  switch (condition.on) {
    case 'text':
      return passesText(condition.field === 'id' ? trace.id : trace[condition.field], condition.test);
    case 'number':
      return passesNumber(numberOf(trace, condition.field), condition.test);
    case 'status':
      return passesText(condition.words[trace.status], condition.test);
    case 'tag':
      return passesText(trace.tags[condition.key], condition.test);
    case 'metadata':
      return passesText(trace.metadata[condition.key], condition.test);
    case 'run':
      return trace.metadata[condition.key] === condition.run;
    case 'span':
      return trace.spans.some((span) => condition.tests.every((test) => passesSpan(span, test)));
    case 'assessment':
      if (condition.test.operator === 'is null') return !isAssessed(trace, all, condition, () => true);
      return isAssessed(trace, all, condition, (value) => passesText(value, condition.test));
    case 'measure':
      return isAssessed(trace, all, condition, (value) => {
        const number: unknown = JSON.parse(value);
        return typeof number === 'number' && passesNumber(number, condition.test);
      });
    case 'issue':
      return trace.assessments.some(({ kind, name }) => kind === 'issue' && name === condition.issue);
    default:
      throw new Error(`the reference does not know ${condition.on}`);
  }
}

function sortValue(trace: KnownTrace, order: TraceOrder): string | bigint | null | undefined {
  if (order.on === 'status') return traceStatusWords[trace.status];
  if (order.on !== 'field') return (order.on === 'tag' ? trace.tags : trace.metadata)[order.key];
  if (order.field === 'experimentId') return 0n;
  if (order.field === 'startedMs' || order.field === 'durationMs' || order.field === 'endedMs')
    return numberOf(trace, order.field);
  return order.field === 'id' ? trace.id : trace[order.field];
}

function compareBy(left: KnownTrace, right: KnownTrace, order: TraceOrder): number {
  const [one, other] = [sortValue(left, order) ?? null, sortValue(right, order) ?? null];
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  const isBefore =
    typeof one === 'string' ? Buffer.compare(Buffer.from(one), Buffer.from(String(other))) < 0 : one < (other as bigint);
  return isBefore === order.descending ? 1 : -1;
}

/** Ids of the traces a query finds, in order, worked out one trace at a time. */
export function searchByHand(traces: readonly KnownTrace[], query: Pick<TraceQuery, 'conditions' | 'order'>): string[] {
  const order: TraceOrder[] = [
    ...query.order,
    { on: 'field', field: 'startedMs', descending: true },
    { on: 'field', field: 'id', descending: false },
  ];
  return traces
    .filter((trace) => query.conditions.every((condition) => passes(trace, condition, traces)))
    .sort((left, right) => order.reduce((result, one) => result || compareBy(left, right, one), 0))
    .map(({ id }) => id);
}
