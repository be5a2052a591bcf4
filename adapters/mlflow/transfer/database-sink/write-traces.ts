import type { AssessmentItem, SpanItem, TraceItem } from '../../../../src/bridge/item.ts';
import { writtenSources } from '../../map/assessment.ts';
import { traceStatusWords } from '../../map/trace.ts';
import {
  ARTIFACT_LOCATION_TAG,
  COST,
  costNames,
  FINALIZED,
  NAME_TAG,
  SESSION,
  SPANS_LOCATION_TAG,
  toCost,
  tokenNames,
  USAGE,
  writeCost,
  writeTokenUsage,
} from '../../map/trace-facts.ts';
import { isJsonObject, parsePythonJson, writePythonJson } from '../../wire/python-json.ts';
import { type TraceRowFacts, toTraceItem } from '../items/trace.ts';
import { type KindWriter, type NewRow, ownedBy } from './kind-writer.ts';
import { fitText } from './schema.ts';
import { derivedId, type Targets } from './targets.ts';
import { fitEntries } from './write-projects.ts';

/** Tags and metadata that the table of traces has columns for. */
const inColumns: ReadonlySet<string> = new Set([NAME_TAG, SESSION, USAGE, COST]);
/** Traces have no address of a limited length: it is a tag. */
const LONGEST_ROOT = 8000;
const LONGEST_LINK = 36;

const sourceWords = new Map(Object.entries(writtenSources).map(([word, source]) => [source, word]));
const errorFields: Readonly<Record<string, string>> = { code: 'error_code', message: 'error_message', stackTrace: 'stack_trace' };

function textOrNull(table: string, column: string, text: string | null): string | null {
  return text === null ? null : fitText(table, column, text);
}

/** Links the table has room for: Postgres minds the length of what they lead to. */
function linksOf(item: TraceItem, targets: Targets): TraceItem['links'] {
  return item.links
    .map(({ kind, target }) => ({ kind, target: kind === 'run' ? targets.idOf('run', target) : target }))
    .filter(({ target }) => targets.dialect === 'SQLite' || target.length <= LONGEST_LINK);
}

function assessmentOf(assessment: AssessmentItem, targets: Targets): AssessmentItem {
  return {
    ...assessment,
    name: fitText('assessments', 'name', assessment.name),
    run: targets.referTo('run', assessment.run),
    sourceId: textOrNull('assessments', 'source_id', assessment.sourceId),
    rationale: textOrNull('assessments', 'rationale', assessment.rationale),
  };
}

/** What MLflow will say of a trace. */
function factsOf(item: TraceItem, targets: Targets): TraceRowFacts {
  const experiment = targets.experiment(item.project);
  const id = targets.idOf('trace', item.id);
  const usage = writeTokenUsage(Object.fromEntries(item.usage.map(({ kind, tokens }) => [kind, tokens])));
  const cost = writeCost(Object.fromEntries(item.cost.map(({ kind, dollars }) => [kind, dollars])));
  const entry = (key: string, value: string | null | undefined) =>
    value === null || value === undefined ? [] : [{ key, value }];
  return {
    id,
    project: String(experiment),
    startedMs: item.startedMs,
    durationMs: item.durationMs,
    status: traceStatusWords[item.status],
    clientRequestId: textOrNull('trace_info', 'client_request_id', item.clientRequestId),
    requestPreview: textOrNull('trace_info', 'request_preview', item.requestPreview),
    responsePreview: textOrNull('trace_info', 'response_preview', item.responsePreview),
    tags: [
      ...fitEntries('trace_tags', item.tags),
      ...entry(ARTIFACT_LOCATION_TAG, targets.root(experiment, `/traces/${id}/artifacts`, item.artifactRoot, LONGEST_ROOT)),
      ...entry(SPANS_LOCATION_TAG, item.hasSpans ? 'TRACKING_STORE' : null),
      ...entry(NAME_TAG, textOrNull('trace_info', 'trace_name', item.name)),
    ],
    metadata: [
      ...fitEntries('trace_request_metadata', item.metadata),
      ...entry(FINALIZED, item.finalized ? 'true' : null),
      ...entry(SESSION, textOrNull('trace_info', 'session_id', item.session)),
      ...entry(USAGE, usage),
      ...entry(COST, cost),
    ],
    links: linksOf(item, targets),
    assessments: item.assessments.map((assessment) => assessmentOf(assessment, targets)),
    spans: item.hasSpans ? item.spans : [],
  };
}

/** The number an assessment counts as in sums, and whether it is one itself. @see MLflow 3.17.2, charts of assessments */
function measureOf(json: string): [aggregate: number | null, isNumeric: boolean] {
  const value: unknown = JSON.parse(json);
  if (typeof value === 'number') return Number.isFinite(value) ? [value, true] : [null, false];
  if (typeof value === 'boolean') return [Number(value), false];
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return [word === 'yes' ? 1 : word === 'no' ? 0 : null, false];
}

function assessmentRow(assessment: AssessmentItem, trace: TraceRowFacts): NewRow {
  const [aggregate, isNumeric] = measureOf(assessment.value);
  const error: unknown = assessment.error === null ? null : parsePythonJson(assessment.error);
  const fields = Object.entries(isJsonObject(error) ? error : {}).map(([name, field]) => [errorFields[name] ?? name, field]);
  const metadata = Object.fromEntries(assessment.metadata.map(({ key, value }) => [key, value]));
  return {
    assessment_id: assessment.id,
    trace_id: trace.id,
    name: assessment.name,
    assessment_type: assessment.type,
    value: assessment.value,
    error: assessment.error === null ? null : writePythonJson(Object.fromEntries(fields)),
    created_timestamp: assessment.createdMs,
    last_updated_timestamp: assessment.changedMs,
    source_type: sourceWords.get(assessment.source) ?? 'SOURCE_TYPE_UNSPECIFIED',
    source_id: assessment.sourceId,
    run_id: assessment.run,
    span_id: assessment.span,
    rationale: assessment.rationale,
    overrides: assessment.overrides,
    valid: assessment.valid,
    assessment_metadata: assessment.metadata.length > 0 ? writePythonJson(metadata) : null,
    experiment_id: BigInt(trace.project),
    trace_timestamp_ms: trace.startedMs,
    aggregate_value: aggregate,
    is_numeric_value: isNumeric,
  };
}

/** The text an attribute of a span means; its values are JSON texts. */
function attributeOf(attributes: Readonly<Record<string, unknown>>, key: string): unknown {
  const json = attributes[key];
  try {
    return typeof json === 'string' ? JSON.parse(json) : json;
  } catch {
    return json;
  }
}

function spanRow(span: SpanItem, trace: TraceRowFacts): NewRow {
  const content = parsePythonJson(span.content);
  const attributes = isJsonObject(content) && isJsonObject(content['attributes']) ? content['attributes'] : {};
  const said = (key: string, column: string) => {
    const value = attributeOf(attributes, key);
    return typeof value === 'string' ? fitText('spans', column, value) : null;
  };
  const cost = toCost(JSON.stringify(attributeOf(attributes, 'mlflow.llm.cost') ?? null));
  return {
    trace_id: trace.id,
    experiment_id: BigInt(trace.project),
    span_id: span.id,
    parent_span_id: span.parent,
    name: fitText('spans', 'name', span.name),
    type: said('mlflow.spanType', 'type'),
    status: span.status.toUpperCase(),
    start_time_unix_nano: span.startedNs,
    end_time_unix_nano: span.endedNs,
    content: fitText('spans', 'content', span.content),
    input_cost: cost.input ?? null,
    output_cost: cost.output ?? null,
    total_cost: cost.total ?? null,
    model_name: said('mlflow.llm.model', 'model_name'),
    model_provider: said('mlflow.llm.provider', 'model_provider'),
  };
}

/** Numbers of a trace by their columns. */
function sumColumns({ usage, cost }: TraceItem): NewRow {
  const tokens = Object.fromEntries(Object.values(tokenNames).map((column) => [column, null]));
  const dollars = Object.fromEntries(Object.values(costNames).map((column) => [column, null]));
  return {
    ...tokens,
    ...dollars,
    ...Object.fromEntries(usage.map(({ kind, tokens: count }) => [tokenNames[kind as keyof typeof tokenNames], count])),
    ...Object.fromEntries(cost.map(({ kind, dollars: amount }) => [costNames[kind as keyof typeof costNames], amount])),
  };
}

export const traces: KindWriter<'trace'> = {
  kind: 'trace',
  targetId: (item, targets) => targets.idOf('trace', item.id),
  rows(item, targets) {
    const facts = factsOf(item, targets);
    const { id } = facts;
    return {
      trace_info: [
        {
          request_id: id,
          experiment_id: BigInt(facts.project),
          timestamp_ms: facts.startedMs,
          execution_time_ms: facts.durationMs,
          status: facts.status,
          client_request_id: facts.clientRequestId,
          request_preview: facts.requestPreview,
          response_preview: facts.responsePreview,
          trace_name: facts.tags.find(({ key }) => key === NAME_TAG)?.value ?? null,
          session_id: facts.metadata.find(({ key }) => key === SESSION)?.value ?? null,
          ...sumColumns(item),
        },
      ],
      trace_tags: facts.tags.filter(({ key }) => !inColumns.has(key)).map(({ key, value }) => ({ key, value, request_id: id })),
      trace_request_metadata: facts.metadata
        .filter(({ key }) => !inColumns.has(key))
        .map(({ key, value }) => ({ key, value, request_id: id })),
      assessments: facts.assessments.map((assessment) => assessmentRow(assessment, facts)),
      spans: facts.spans.map((span) => spanRow(span, facts)),
      entity_associations: facts.links.map(({ kind, target }) => ({
        association_id: `a-${derivedId('link', id, kind, target)}`,
        source_type: 'trace',
        source_id: id,
        destination_type: kind,
        destination_id: target,
        created_time: facts.startedMs,
      })),
    };
  },
  expected: (item, targets) => toTraceItem(factsOf(item, targets)),
  parts: [
    ...ownedBy('request_id', 'trace_tags', 'trace_request_metadata'),
    ...ownedBy('trace_id', 'assessments', 'spans'),
    { table: 'entity_associations', columns: ['source_type', 'source_id'], of: (id) => ['trace', id] },
  ],
  rest: ownedBy('request_id', 'trace_info'),
};
