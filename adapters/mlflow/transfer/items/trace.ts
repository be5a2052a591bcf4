import type { AssessmentItem, EntryItem, SpanItem, TraceItem } from '../../../../src/bridge/item.ts';
import { BridgeError, show } from '../../../../src/model/errors.ts';
import { costKinds, tokenKinds } from '../../../../src/model/trace.ts';
import { factsOf, writtenSources } from '../../map/assessment.ts';
import { traceStatusOf } from '../../map/trace.ts';
import { ARTIFACT_LOCATION_TAG, FINALIZED, SPANS_LOCATION_TAG, toTraceFacts } from '../../map/trace-facts.ts';
import { isJsonObject, parsePythonJson, writePythonJson } from '../../wire/python-json.ts';

/** What MLflow says of a trace. */
export interface TraceRowFacts
  extends Pick<
    TraceItem,
    | 'id'
    | 'startedMs'
    | 'durationMs'
    | 'clientRequestId'
    | 'requestPreview'
    | 'responsePreview'
    | 'links'
    | 'assessments'
    | 'spans'
  > {
  project: string;
  /** MLflow's word, of 2.x or 3.x. */
  status: string;
  tags: readonly EntryItem[];
  metadata: readonly EntryItem[];
}

function toObject(entries: readonly EntryItem[]): Record<string, string> {
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}

/** The item of a trace: tags and metadata that are facts of the record become its fields. @throws invalid */
export function toTraceItem({ status: word, tags, metadata, ...given }: TraceRowFacts): TraceItem {
  const status = Object.entries(traceStatusOf).find(([written]) => written === word)?.[1];
  if (!status) throw new BridgeError('invalid', `The status ${show(word)} of the trace ${show(given.id)} is none of MLflow's.`);
  const said = toObject(tags);
  const facts = toTraceFacts(said, toObject(metadata));
  return {
    ...given,
    kind: 'trace',
    status,
    name: facts.name ?? null,
    session: facts.session ?? null,
    finalized: metadata.some(({ key, value }) => key === FINALIZED && value === 'true'),
    hasSpans: said[SPANS_LOCATION_TAG] === 'TRACKING_STORE',
    expectedSpans: facts.expectedSpans === undefined ? null : BigInt(facts.expectedSpans),
    usage: tokenKinds.flatMap((kind) => {
      const tokens = facts.usage?.[kind];
      return tokens === undefined ? [] : [{ kind, tokens }];
    }),
    cost: costKinds.flatMap((kind) => {
      const dollars = facts.cost?.[kind];
      return dollars === undefined ? [] : [{ kind, dollars }];
    }),
    artifactRoot: said[ARTIFACT_LOCATION_TAG] ?? null,
    tags: [...facts.tags],
    metadata: [...facts.metadata],
  };
}

/** What MLflow says of an assessment; `error` and `metadata` are texts of JSON objects. */
export interface AssessmentFacts
  extends Pick<AssessmentItem, 'id' | 'name' | 'value' | 'sourceId' | 'span' | 'rationale' | 'run' | 'overrides' | 'valid'> {
  /** MLflow's words. */
  type: string;
  source: string;
  error: string | null;
  metadata: string | null;
  createdMs: bigint;
  changedMs: bigint;
}

const types: Readonly<Record<string, AssessmentItem['type']>> = {
  feedback: 'feedback',
  expectation: 'expectation',
  issue: 'issue',
};

/** Words for who assessed, with the one of earlier releases. */
const sources: Readonly<Record<string, AssessmentItem['source']>> = { ...writtenSources, AI_JUDGE: 'judge' };

/** A JSON object with other names for its fields. */
function renameFields(json: string, names: Readonly<Record<string, string>>): string {
  const value = parsePythonJson(json);
  const fields = isJsonObject(value) ? Object.entries(value) : [];
  return writePythonJson(Object.fromEntries(fields.map(([name, field]) => [names[name] ?? name, field])));
}

function textsOf(json: string | null): Record<string, string> {
  const value = json === null ? {} : parsePythonJson(json);
  const fields = isJsonObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(fields.map(([key, field]) => [key, typeof field === 'string' ? field : writePythonJson(field)]));
}

/** The part of a trace's item for an assessment. @throws invalid for an unknown type, SyntaxError for what is no JSON */
export function toAssessmentItem({ type: word, source, error, metadata: json, ...facts }: AssessmentFacts): AssessmentItem {
  const type = types[word];
  if (!type) throw new BridgeError('invalid', `The type ${show(word)} of the assessment ${show(facts.id)} is none of MLflow's.`);
  const metadata = textsOf(json);
  return {
    ...facts,
    type,
    source: sources[source] ?? 'unknown',
    error: error && renameFields(error, { error_code: 'code', error_message: 'message', stack_trace: 'stackTrace' }),
    metadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    coversSession: factsOf(metadata).coversSession,
  };
}

const spanStatuses: Readonly<Record<string, SpanItem['status']>> = { OK: 'ok', ERROR: 'error' };

/** How a span ended, by MLflow's word. */
export function toSpanStatus(word: string | null): SpanItem['status'] {
  return spanStatuses[word ?? ''] ?? 'unset';
}
