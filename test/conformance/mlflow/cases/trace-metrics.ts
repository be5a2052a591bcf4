import { type Call, type Case, type Difference, post } from './case.ts';
import { tracesOf } from './trace-fixtures.ts';

const V3 = '/api/3.0/mlflow/traces';

const outOfRange: Difference = {
  kind: 'crash',
  original: '500 <page>',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'a percentile that there is not is a mistake of the caller, and clients try again on 500',
};
const nothingAsked: Difference = {
  kind: 'wrong',
  original: '400 BAD_REQUEST',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the original shows an error of its database library',
};
const backwards: Difference = {
  kind: 'wrong',
  original: '200',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'no page has fewer than no points, and no stretch of time a negative length',
};
const unknownView: Difference = {
  kind: 'wrong',
  original: '200',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the original answers for traces when the view is none it knows',
};

const START = 1704067200000;

function ask(
  view_type: string,
  metric_name: string,
  kinds: readonly (string | number)[],
  more: object = {},
  rest: Partial<Call> = {},
): Call {
  const aggregations = kinds.map((kind) =>
    typeof kind === 'number' ? { aggregation_type: 'PERCENTILE', percentile_value: kind } : { aggregation_type: kind },
  );
  return post(`${V3}/metrics`, { experiment_ids: ['$experiment'], view_type, metric_name, aggregations, ...more }, rest);
}

const count = (more: object, rest?: Partial<Call>) => ask('TRACES', 'trace_count', ['COUNT'], more, rest);
const countAssessments = (more: object) => ask('ASSESSMENTS', 'assessment_count', ['COUNT'], more);
const all = ['SUM', 'AVG', 'MIN', 'MAX', 50];
const times = ['AVG', 'MIN', 'MAX', 50, 90.5, 0, 100];

function correlate(filter_string1: string, filter_string2: string, more: object = {}): Call {
  return post(`${V3}/calculate-filter-correlation`, { experiment_ids: ['$experiment'], filter_string1, filter_string2, ...more });
}

const inTraces = (title: string, calls: readonly Call[]): Case => ({ title, calls: [...tracesOf(title), ...calls] });

/** Sums over traces, spans and assessments, and correlations of filters. */
export const traceMetrics: readonly Case[] = [
  inTraces('traces are summed up', [
    count({}),
    count({ dimensions: ['trace_name'] }),
    count({ dimensions: ['trace_status', 'trace_name'] }),
    ask('TRACES', 'session_count', ['COUNT']),
    ask('TRACES', 'latency', times),
    ask('TRACES', 'latency', ['AVG'], { dimensions: ['trace_name'] }),
    ...['input_tokens', 'output_tokens', 'total_tokens', 'cache_read_input_tokens', 'cache_creation_input_tokens'].map((name) =>
      ask('TRACES', name, all),
    ),
    count({ time_interval_seconds: 2, start_time_ms: START, end_time_ms: START + 10_000 }),
    count({ time_interval_seconds: 3, start_time_ms: START + 2000, end_time_ms: START + 3000, dimensions: ['trace_status'] }),
    count({ time_interval_seconds: 0 }),
    count({ start_time_ms: START + 2000 }),
    count({ end_time_ms: START + 2000 }),
    ask('TRACES', 'latency', [50], { time_interval_seconds: 86_400, start_time_ms: 0, end_time_ms: START * 2 }),
    ...[
      ["trace.status = 'OK'"],
      ["trace.tag.`a b` = 'x'"],
      ["trace.tag.`mlflow.traceName` = 'alpha'"],
      ["trace.metadata.`mlflow.trace.session` = 's1'"],
      ["trace.metadata.`mlflow.sourceRun` = '$run'"],
      ["trace.metadata.none = 'x'"],
      ["trace.status = 'OK'", "trace.tag.`a b` = 'y'"],
    ].map((filters) => count({ filters })),
    count({ dimensions: ['trace_name'], max_results: 1 }),
    count({ max_results: 0 }),
    count({ page_token: 'x' }),
    count({ experiment_ids: ['999999'] }),
    ask('TRACES', 'latency', ['AVG'], { experiment_ids: ['999999'] }),
  ]),
  inTraces('assessments and spans are summed up', [
    countAssessments({}),
    countAssessments({ dimensions: ['assessment_name'] }),
    countAssessments({ dimensions: ['assessment_name', 'assessment_value'] }),
    ask('ASSESSMENTS', 'assessment_value', times),
    ask('ASSESSMENTS', 'assessment_value', ['AVG'], { dimensions: ['assessment_name'] }),
    ask('ASSESSMENTS', 'assessment_value', ['MAX'], {
      time_interval_seconds: 2,
      start_time_ms: START,
      end_time_ms: START + 9000,
    }),
    ...["assessment.name = 'score'", "assessment.type = 'feedback'", "assessment.type = 'x'", "trace.status = 'OK'"].map(
      (filter) => countAssessments({ filters: [filter] }),
    ),
    ask('SPANS', 'span_count', ['COUNT']),
    ask('SPANS', 'latency', times, { dimensions: ['span_name', 'span_status'] }),
    ask('SPANS', 'total_cost', all, { dimensions: ['span_model_name', 'span_model_provider'] }),
    ask('SPANS', 'span_count', ['COUNT'], { filters: ["span.name = 'x'", "trace.status = 'OK'"] }),
  ]),
  inTraces('sums that cannot be read are refused', [
    count({ dimensions: ['bogus'] }, { says: ['bogus'] }),
    ask('TRACES', 'bogus', ['COUNT'], {}, { says: ['bogus'] }),
    ask('TRACES', 'trace_count', ['SUM'], {}, { says: ['SUM'] }),
    ask('TRACES', 'latency', ['COUNT']),
    ask('SPANS', 'latency', ['SUM']),
    ask('BOGUS', 'trace_count', ['COUNT'], {}, { differs: unknownView }),
    ask('TRACES', 'latency', [150], {}, { differs: outOfRange }),
    ask('TRACES', 'latency', ['PERCENTILE'], {}, { differs: outOfRange }),
    ask('TRACES', 'latency', [], {}, { differs: nothingAsked }),
    count({ time_interval_seconds: 60 }, { says: ['start_time_ms'] }),
    count({ time_interval_seconds: -5, start_time_ms: START, end_time_ms: START + 9000 }, { differs: backwards }),
    count({ max_results: -1 }, { differs: backwards }),
    count({ experiment_ids: ['x'] }),
    ...[
      "trace.status != 'OK'",
      "trace.name = 'x'",
      "span.name = 'x'",
      "assessment.name = 'x'",
      "status = 'OK'",
      "trace.tag = 'x'",
      "trace.status.x = 'y'",
      "trace.status = 'OK' AND trace.tag.k = 'v'",
      '',
      'trace.status = 5',
      "trace.status LIKE 'O%'",
    ].map((filter) => count({ filters: [filter] })),
    post(`${V3}/metrics`, { experiment_ids: ['$experiment'] }, { says: ['view_type'] }),
  ]),
  inTraces('filters are correlated', [
    correlate("status = 'OK'", "name = 'alpha'"),
    correlate("status = 'ERROR'", "name = 'alpha'"),
    correlate("status = 'OK'", "name = 'none'"),
    correlate("status = 'OK'", 'timestamp > 1704067201000'),
    correlate("status LIKE '%'", "status LIKE '%'"),
    correlate("feedback.mood = 'yes'", "metadata.`mlflow.trace.session` = 's1'", { base_filter: 'timestamp > 1704067201000' }),
    correlate("status = 'OK'", "name = 'alpha'", { base_filter: '' }),
    correlate("status = 'OK'", "name = 'alpha'", { experiment_ids: ['999999'] }),
    correlate("status = 'OK'", 'name'),
    correlate('', "status = 'OK'"),
  ]),
];
