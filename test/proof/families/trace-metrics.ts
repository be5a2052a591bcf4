import type { Family, Make } from '../sequence.ts';
import { createAssessment } from './assessments.ts';
import { createExperiment, createRun } from './basics.ts';
import { exportSpans } from './spans.ts';
import { startTraceV3 } from './traces.ts';

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
      aggregations: world.chance.some(aggregations, world.chance.happens(0.9) ? 1 : 0).slice(0, 2),
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
