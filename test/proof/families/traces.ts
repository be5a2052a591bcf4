import type { Draft } from '../draft.ts';
import { anyFilter, anyOrder, type Vocabulary } from '../filters.ts';
import type { Family, Make } from '../sequence.ts';
import type { World } from '../world.ts';
import { createExperiment, createRun, keys, nextPage, pairs, words } from './tracking.ts';

/** Digits of an id that no other sequence has; `$seq` is six of them. */
function hexId(world: World, digits: number): string {
  return `${world
    .serial()
    .toString(16)
    .padStart(digits - 6, 'a')}$seq`;
}

/** Times that differ: traces of one moment are listed by their ids. */
function time(world: World): string {
  return `2024-01-01T00:00:${String(10 + (world.serial() % 50)).padStart(2, '0')}.${String(100 + (world.serial() % 900))}Z`;
}

function values(world: World): Record<string, string> {
  return Object.fromEntries(pairs(world, 2).map(({ key, value }) => [key, value]));
}

const startTraceV3: Make = (world) => ({
  operation: 'startTraceV3',
  fields: {
    trace: {
      trace_info: {
        trace_id: world.chance.happens(0.85)
          ? `tr-${hexId(world, 32)}`
          : world.chance.one([...world.all('trace'), `tr-${hexId(world, 32)}`]),
        client_request_id: world.chance.one(['c1', 'c2', undefined]),
        trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: world.any('experiment', 0.03) } },
        request_time: time(world),
        execution_duration: world.chance.one(['0.250s', '1s', '3.5s', undefined]),
        state: world.chance.one(['OK', 'ERROR', 'IN_PROGRESS']),
        request_preview: world.chance.one(['asked', undefined]),
        response_preview: world.chance.one(['told', undefined]),
        trace_metadata: {
          ...values(world),
          ...(world.chance.happens(0.3) && { 'mlflow.sourceRun': world.any('run', 0) }),
          ...(world.chance.happens(0.3) && { 'mlflow.trace.session': world.chance.one(['s1', 's2']) }),
        },
        tags: { ...values(world), 'mlflow.traceName': world.chance.one(['chat', 'agent']) },
      },
    },
  },
  learn: [{ kind: 'trace', at: 'trace.trace_info.trace_id' }],
  own: ['trace.trace_info.trace_id'],
});

const metadata = (world: World) => pairs(world, 2);

const startTraceV2: Make = (world) => ({
  operation: 'startTrace',
  fields: {
    experiment_id: world.any('experiment'),
    timestamp_ms: 1_704_000_000_000 + world.serial() * 1000,
    request_metadata: metadata(world),
    tags: metadata(world),
  },
  learn: [{ kind: 'trace', at: 'trace_info.request_id' }],
});

const ofTrace = (operation: string, more: (world: World) => Record<string, unknown> = () => ({})): Make => {
  const name = /V3|Assessment|getTrace$/.test(operation) ? 'trace_id' : 'request_id';
  return (world) => ({ operation, fields: { [name]: world.any('trace'), ...more(world) } });
};

const tag = (world: World) => ({ key: world.chance.one([...keys, 'mlflow.traceName']), value: world.chance.one(words) });
const key = (world: World) => ({ key: world.chance.one(keys) });

const traceWords: Vocabulary = {
  texts: [
    'name',
    'trace.name',
    'attributes.status',
    'status',
    'tags.k1',
    'tag.`a b`',
    'tags."deep/k3"',
    'metadata.k2',
    'request_metadata.`mlflow.trace.session`',
    'client_request_id',
    'run_id',
    'request_id',
    'span.name',
    'span.type',
    'span.status',
    'span.attributes.k1',
    'trace.text',
    'feedback.quality',
    'expectation.answer',
    'prompt',
    'issue.id',
  ],
  numbers: ['timestamp_ms', 'execution_time_ms', 'attributes.timestamp', 'trace.execution_time', 'end_time_ms', 'feedback.score'],
  values: [...words, 'OK', 'ERROR', 'chat', 'agent', 's1', 'c1', 'good', 'yes', 'inner', 'LLM'],
  amounts: ['0', '250', '1704067215000', '1e3', '0.5', '-1'],
  operators: ['RLIKE', 'rlike'],
};

const orders = [
  'timestamp_ms',
  'timestamp',
  'execution_time_ms',
  'status',
  'request_id',
  'name',
  'tags.k1',
  'experiment_id',
  'end_time',
];

const searchTracesV3: Make = (world) => ({
  operation: 'searchTracesV3',
  fields: {
    locations: [{ type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: world.all('experiment')[0] } }],
    filter: world.chance.happens(0.75) ? anyFilter(world.chance, traceWords) : undefined,
    max_results: world.chance.one([1, 2, 100, undefined]),
    order_by: world.chance.happens(0.4) ? anyOrder(world.chance, orders) : undefined,
  },
  learn: nextPage,
});

const searchTracesV2: Make = (world) => ({
  operation: 'searchTraces',
  fields: {
    experiment_ids: [world.all('experiment')[0]],
    filter: world.chance.happens(0.75) ? anyFilter(world.chance, traceWords) : undefined,
    max_results: world.chance.one([1, 2, 100]),
    order_by: world.chance.happens(0.4) ? anyOrder(world.chance, orders) : undefined,
  },
  learn: nextPage,
});

const remove = (operation: string): Make => {
  return (world) => ({
    operation,
    fields: {
      experiment_id: world.any('experiment'),
      ...world.chance.one<Record<string, unknown>>([
        { request_ids: world.several('trace') },
        { max_timestamp_millis: 1_704_067_220_000, max_traces: world.chance.one([1, undefined]) },
        { max_traces: 1 },
      ]),
    },
  });
};

/** Traces of the 3.x and the 2.x clients: life, tags, links, search. */
export const traces: Family = {
  setup: [createExperiment, createRun, startTraceV3, startTraceV3],
  moves: [
    [5, startTraceV3],
    [2, startTraceV2],
    [3, ofTrace('getTraceInfoV3')],
    [2, ofTrace('getTraceInfo')],
    [2, ofTrace('setTraceTagV3', tag)],
    [1, ofTrace('setTraceTag', tag)],
    [1, ofTrace('deleteTraceTagV3', key)],
    [1, ofTrace('deleteTraceTag', key)],
    [
      2,
      ofTrace('endTrace', (world) => ({
        timestamp_ms: 1_704_000_900_000 + world.serial(),
        status: world.chance.one(['OK', 'ERROR', 'IN_PROGRESS']),
        request_metadata: metadata(world),
        tags: metadata(world),
      })),
    ],
    [1, remove('deleteTracesV3')],
    [1, remove('deleteTraces')],
    [1, (world) => ({ operation: 'linkTracesToRun', fields: { trace_ids: world.several('trace'), run_id: world.any('run') } })],
    [1, (world) => ({ operation: 'batchGetTraceInfos', fields: { trace_ids: [world.any('trace')] } })],
    [6, searchTracesV3],
    [3, searchTracesV2],
  ],
};

const source = (world: World) => ({ source_type: world.chance.one(['HUMAN', 'LLM_JUDGE', 'CODE']), source_id: 'ann' });

const judged = (world: World): Record<string, unknown> =>
  world.chance.one<Record<string, unknown>>([
    { feedback: { value: world.chance.one([true, 0.5, 3, 'good', ['a'], { a: 1 }, null]) } },
    { feedback: { value: 'good', error: { error_code: 'E', error_message: 'broken' } } },
    { expectation: { value: world.chance.one(['yes', 5, { a: [1] }]) } },
    { expectation: { serialized_value: { value: '[1, 2]', serialization_format: 'JSON_FORMAT' } } },
    {},
  ]);

const assessment = (world: World) => ({
  assessment_name: world.chance.one(['quality', 'answer', 'score']),
  source: source(world),
  ...judged(world),
  rationale: world.chance.one(['because', undefined]),
  metadata: world.chance.happens(0.3) ? values(world) : undefined,
});

const createAssessment: Make = (world) => {
  const id = world.any('trace');
  const overrides = world.chance.happens(0.15) ? world.any('assessment') : undefined;
  return {
    operation: 'createAssessment',
    fields: { trace_id: id, assessment: { ...assessment(world), trace_id: id, overrides } },
    learn: [{ kind: 'assessment', at: 'assessment.assessment_id' }],
  };
};

const ofAssessment = (operation: string, more: (world: World) => Record<string, unknown> = () => ({})): Make => {
  return (world) => ({
    operation,
    fields: { trace_id: world.all('trace')[0] ?? '', assessment_id: world.any('assessment'), ...more(world) },
  });
};

/** Assessments of traces, and searches that look at them. */
export const assessments: Family = {
  setup: [createExperiment, createRun, startTraceV3, createAssessment],
  moves: [
    [6, createAssessment],
    [1, startTraceV3],
    [3, ofAssessment('getAssessment')],
    [1, ofAssessment('deleteAssessment')],
    [
      3,
      ofAssessment('updateAssessment', (world) => ({
        assessment: assessment(world),
        update_mask: world.chance.one([
          'feedback',
          'expectation',
          'rationale',
          'assessmentName',
          'metadata',
          'rationale,metadata',
          'nothing',
        ]),
      })),
    ],
    [3, ofTrace('getTraceInfoV3')],
    [3, searchTracesV3],
  ],
};

const span = (world: World, traceId: string, spanId: string, parent: string | undefined) => ({
  traceId,
  spanId,
  ...(parent !== undefined && { parentSpanId: parent }),
  name: world.chance.one(['root', 'inner']),
  kind: 1,
  startTimeUnixNano: String(1_704_067_210_000_000_000n + BigInt(world.serial()) * 1_000_000_000n),
  endTimeUnixNano: String(1_704_067_910_000_000_000n + BigInt(world.serial()) * 1_000_000n),
  attributes: world.chance
    .some([
      { key: 'mlflow.spanType', value: { stringValue: '"LLM"' } },
      { key: 'mlflow.spanInputs', value: { stringValue: '{"q": "asked"}' } },
      { key: 'gen_ai.usage.input_tokens', value: { intValue: '12' } },
      { key: 'gen_ai.request.model', value: { stringValue: 'm' } },
      { key: 'k1', value: { doubleValue: 0.5 } },
      { key: 'session.id', value: { stringValue: 's1' } },
      { key: 'list', value: { arrayValue: { values: [{ stringValue: 'a' }, { boolValue: true }] } } },
    ])
    .slice(0, 4),
  status: { code: world.chance.one([0, 1, 2]) },
});

const exportSpans: Make = (world): Draft => {
  const traceId = hexId(world, 32);
  const root = hexId(world, 16);
  const inner = Array.from({ length: world.chance.below(3) }, () => span(world, traceId, hexId(world, 16), root));
  const own = world.chance.happens(0.85) ? [span(world, traceId, root, undefined)] : [];
  const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'svc' } }] };
  return {
    operation: 'exportSpans',
    fields: { resourceSpans: world.chance.one([[{ resource, scopeSpans: [{ spans: [...own, ...inner] }] }], [], undefined]) },
    headers: { 'x-mlflow-experiment-id': world.any('experiment', 0.05) },
    know: [{ kind: 'trace', text: `tr-${traceId}` }],
  };
};

/** Spans as OpenTelemetry's exporters send them, in JSON, and the traces read back. */
export const spans: Family = {
  setup: [createExperiment, createRun, exportSpans, exportSpans],
  moves: [
    [5, exportSpans],
    [4, ofTrace('getTraceInfoV3')],
    [4, ofTrace('getTrace', () => ({ allow_partial: 'true' }))],
    [2, (world) => ({ operation: 'batchGetTraces', fields: { trace_ids: [world.any('trace')] } })],
    [5, searchTracesV3],
  ],
};

const createIssue: Make = (world) => ({
  operation: 'createIssue',
  fields: {
    experiment_id: world.any('experiment'),
    name: world.chance.one(['slow', 'rude']),
    description: world.chance.one(['It takes too long.', 'ünï']),
    status: world.chance.one(['pending', 'accepted', 'rejected', 'resolved', 'odd', undefined]),
    severity: world.chance.one(['low', 'high', 'odd', undefined]),
    root_causes: world.chance.one([['network'], [], undefined]),
    source_run_id: world.chance.happens(0.3) ? world.any('run') : undefined,
    categories: world.chance.one([['speed'], undefined]),
    created_by: world.chance.one(['ann', undefined]),
  },
  learn: [{ kind: 'issue', at: 'issue.issue_id' }],
});

const ofIssue = (operation: string, more: (world: World) => Record<string, unknown> = () => ({})): Make => {
  return (world) => ({ operation, fields: { issue_id: world.any('issue'), ...more(world) } });
};

/** Issues of experiments. */
export const issues: Family = {
  setup: [createExperiment, createRun, createIssue],
  moves: [
    [4, createIssue],
    [3, ofIssue('getIssue')],
    [
      3,
      ofIssue('updateIssue', (world) => ({
        name: world.chance.one(['slower', undefined]),
        description: world.chance.one(['', 'again', undefined]),
        status: world.chance.one(['accepted', 'resolved', 'odd', undefined]),
        severity: world.chance.one(['medium', undefined]),
      })),
    ],
    [
      4,
      (world) => ({
        operation: 'searchIssues',
        fields: {
          experiment_id: world.all('experiment')[0],
          filter_string: world.chance.one([
            "status = 'pending'",
            "status != 'pending'",
            "source_run_id = 'x'",
            "status = 'pending' AND status != 'resolved'",
            "name = 'slow'",
            'status',
            undefined,
          ]),
          max_results: world.chance.one([1, 2, 100]),
          include_trace_count: world.chance.one([true, false, undefined]),
        },
        learn: nextPage,
        guarded: ['experiment_id'],
      }),
    ],
  ],
};

const sums = [
  { aggregation_type: 'SUM' },
  { aggregation_type: 'AVG' },
  { aggregation_type: 'MIN' },
  { aggregation_type: 'MAX' },
  { aggregation_type: 'PERCENTILE', percentile_value: 50 },
  { aggregation_type: 'PERCENTILE', percentile_value: 101 },
];
const counts = [{ aggregation_type: 'COUNT' }];

/** Metrics of each view, how they are summed up and what they are grouped by. */
const subjects = [
  { view_type: 'TRACES', metric_name: 'trace_count', aggregations: counts, dimensions: ['trace_name', 'trace_status'] },
  { view_type: 'TRACES', metric_name: 'session_count', aggregations: counts, dimensions: [] },
  { view_type: 'TRACES', metric_name: 'latency', aggregations: sums, dimensions: ['trace_name'] },
  { view_type: 'TRACES', metric_name: 'total_tokens', aggregations: sums, dimensions: ['trace_name'] },
  { view_type: 'SPANS', metric_name: 'span_count', aggregations: counts, dimensions: ['span_name', 'span_type', 'span_status'] },
  { view_type: 'SPANS', metric_name: 'latency', aggregations: sums, dimensions: ['span_name', 'span_status'] },
  { view_type: 'SPANS', metric_name: 'total_cost', aggregations: sums, dimensions: ['span_model_name'] },
  {
    view_type: 'ASSESSMENTS',
    metric_name: 'assessment_count',
    aggregations: counts,
    dimensions: ['assessment_name', 'assessment_value'],
  },
  { view_type: 'ASSESSMENTS', metric_name: 'assessment_value', aggregations: sums, dimensions: ['assessment_name'] },
  { view_type: 'TRACES', metric_name: 'nothing', aggregations: counts, dimensions: ['nothing'] },
];

const metricFilters = [
  "trace.status = 'OK'",
  "trace.tag.k1 = 'alpha'",
  "span.name = 'root'",
  "span.type = 'LLM'",
  "assessment.name = 'quality'",
  'odd',
];

const queryTraceMetrics: Make = (world) => {
  const { aggregations, dimensions, ...subject } = world.chance.one(subjects);
  return {
    operation: 'queryTraceMetrics',
    fields: {
      ...subject,
      experiment_ids: [world.all('experiment')[0]],
      aggregations: world.chance.some(aggregations, 1).slice(0, 2),
      dimensions: world.chance.some(dimensions).slice(0, 2),
      filters: world.chance.happens(0.3) ? [world.chance.one(metricFilters)] : undefined,
      ...(world.chance.happens(0.3) && {
        time_interval_seconds: world.chance.one([60, 3600]),
        start_time_ms: 1_704_067_000_000,
        end_time_ms: 1_704_068_000_000,
      }),
      max_results: world.chance.one([1, 100, undefined]),
    },
    guarded: ['experiment_ids'],
  };
};

const correlate: Make = (world) => ({
  operation: 'calculateTraceFilterCorrelation',
  fields: {
    experiment_ids: [world.all('experiment')[0]],
    filter_string1: world.chance.one(["status = 'OK'", "name = 'chat'", "tags.k1 = 'alpha'", 'odd']),
    filter_string2: world.chance.one(["status = 'ERROR'", "name = 'agent'", "feedback.quality = 'good'"]),
    base_filter: world.chance.one(['timestamp_ms > 0', undefined]),
  },
});

/** What is counted and summed over traces, spans and assessments. */
export const traceMetrics: Family = {
  setup: [createExperiment, createRun, startTraceV3, startTraceV3, exportSpans, createAssessment],
  moves: [
    [2, startTraceV3],
    [2, exportSpans],
    [2, createAssessment],
    [8, queryTraceMetrics],
    [2, correlate],
  ],
};
