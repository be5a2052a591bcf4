import type { components } from '../../../openapi/generated/mlflow.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import type { Aggregation, MetricDimension, MetricPoint, MetricQuery, MetricSubject } from '../../../src/model/trace-metrics.ts';
import { spanStatusWords } from '../filter/trace-span.ts';
import { writePythonFloat } from '../wire/python-json.ts';
import { traceStatusWords } from './trace.ts';

type Wire = components['schemas'];
type Operator = Wire['AggregationType'];

/** What a metric of a view is, how it may be summed up and what by. */
interface Metric {
  subject: MetricSubject;
  aggregations: readonly Operator[];
  dimensions: readonly string[];
}

const ofTimes: readonly Operator[] = ['AVG', 'MAX', 'MIN', 'PERCENTILE'];
const ofSums: readonly Operator[] = [...ofTimes, 'SUM'];
const models = ['span_model_name', 'span_model_provider'];

const tokens = (kind: 'input' | 'output' | 'total' | 'cacheRead' | 'cacheCreation'): Metric => ({
  subject: { view: 'traces', of: 'tokens', kind },
  aggregations: ofSums,
  dimensions: ['trace_name'],
});
const cost = (kind: 'input' | 'output' | 'total'): Metric => ({
  subject: { view: 'spans', of: 'cost', kind },
  aggregations: ofSums,
  dimensions: models,
});
const metric = (subject: MetricSubject, aggregations: readonly Operator[], dimensions: readonly string[]): Metric => ({
  subject,
  aggregations,
  dimensions,
});

/** @see MLflow 3.17.2, metrics of traces, spans and assessments */
const metrics: Readonly<Record<Wire['MetricViewType'], ReadonlyMap<string, Metric>>> = {
  TRACES: new Map([
    ['trace_count', metric({ view: 'traces', of: 'traces' }, ['COUNT'], ['trace_name', 'trace_status'])],
    ['session_count', metric({ view: 'traces', of: 'sessions' }, ['COUNT'], [])],
    ['latency', metric({ view: 'traces', of: 'duration' }, ofTimes, ['trace_name'])],
    ['input_tokens', tokens('input')],
    ['output_tokens', tokens('output')],
    ['total_tokens', tokens('total')],
    ['cache_read_input_tokens', tokens('cacheRead')],
    ['cache_creation_input_tokens', tokens('cacheCreation')],
  ]),
  SPANS: new Map([
    ['span_count', metric({ view: 'spans', of: 'spans' }, ['COUNT'], ['span_name', 'span_type', 'span_status', ...models])],
    ['latency', metric({ view: 'spans', of: 'duration' }, ofTimes, ['span_name', 'span_status'])],
    ['input_cost', cost('input')],
    ['output_cost', cost('output')],
    ['total_cost', cost('total')],
  ]),
  ASSESSMENTS: new Map([
    ['assessment_count', metric({ view: 'assessments', of: 'assessments' }, ['COUNT'], ['assessment_name', 'assessment_value'])],
    ['assessment_value', metric({ view: 'assessments', of: 'measure' }, ofTimes, ['assessment_name'])],
  ]),
};

const dimensions: ReadonlyMap<string, MetricDimension> = new Map([
  ['trace_name', 'traceName'],
  ['trace_status', 'traceStatus'],
  ['span_name', 'spanName'],
  ['span_type', 'spanType'],
  ['span_status', 'spanStatus'],
  ['span_model_name', 'spanModel'],
  ['span_model_provider', 'spanProvider'],
  ['assessment_name', 'assessmentName'],
  ['assessment_value', 'assessmentValue'],
]);

const bys = { COUNT: 'count', SUM: 'sum', AVG: 'avg', MIN: 'min', MAX: 'max' } as const;

function toAggregation(
  { aggregation_type: type = 'COUNT', percentile_value: percent }: Wire['MetricAggregation'],
  known: Metric,
): Aggregation {
  if (type === undefined || !known.aggregations.includes(type)) {
    throw invalid('aggregation_type', `The aggregation_type must be one of ${known.aggregations.join(', ')}, not ${show(type)}.`);
  }
  if (type !== 'PERCENTILE') return { by: bys[type] };
  if (percent !== undefined && percent >= 0 && percent <= 100) return { by: 'percentile', percent };
  throw invalid('percentile_value', `The percentile_value must be from 0 to 100, not ${show(percent ?? null)}.`);
}

function toDimension(name: string, known: Metric): MetricDimension {
  const dimension = known.dimensions.includes(name) ? dimensions.get(name) : undefined;
  if (dimension) return dimension;
  throw invalid('dimensions', `The dimensions may be ${known.dimensions.join(', ') || 'none'}, not ${show(name)}.`);
}

/** What is asked for, but for where and when. @throws invalid for a metric there is not, and for what does not go with it */
export function toQuestion(body: Wire['QueryTraceMetrics']): Pick<MetricQuery, 'subject' | 'aggregations' | 'dimensions'> {
  const known = metrics[body.view_type ?? 'TRACES'];
  const found = known.get(body.metric_name ?? '');
  if (!found) {
    throw invalid(
      'metric_name',
      `The metric_name must be one of ${[...known.keys()].join(', ')}, not ${show(body.metric_name)}.`,
    );
  }
  const aggregations = (body.aggregations ?? []).map((given) => toAggregation(given, found));
  if (aggregations.length === 0) throw invalid('aggregations', 'The aggregations must not be empty.');
  const by = [...new Set(body.dimensions ?? [])].map((name) => toDimension(name, found));
  return { subject: found.subject, aggregations, dimensions: by };
}

/** The name of an aggregation's value: `AVG`, or `P` and a percentage. */
function labelOf(aggregation: Aggregation): string {
  return aggregation.by === 'percentile' ? `P${writePythonFloat(aggregation.percent)}` : aggregation.by.toUpperCase();
}

const words: Readonly<Record<string, string>> = { ...spanStatusWords, ...traceStatusWords };
const names = new Map([...dimensions].map(([name, dimension]) => [dimension, name]));

/** A group in the form of the wire. */
export function fromPoint(
  { bucketMs, dimensions: values, values: numbers }: MetricPoint,
  query: Pick<MetricQuery, 'aggregations' | 'dimensions'>,
  metricName: string,
): Wire['MetricDataPoint'] {
  const shown = query.dimensions.map((dimension, at) => {
    const value = values[at] ?? '';
    return [names.get(dimension), dimension === 'traceStatus' || dimension === 'spanStatus' ? words[value] : value];
  });
  const bucket = bucketMs === undefined ? [] : [['time_bucket', toBucketTime(bucketMs)]];
  const labelled = query.aggregations.flatMap((aggregation, at) => {
    const number = numbers[at];
    return number === null || number === undefined ? [] : [[labelOf(aggregation), number]];
  });
  const all = [...bucket, ...shown];
  return {
    metric_name: metricName,
    dimensions: all.length > 0 ? Object.fromEntries(all) : undefined,
    values: Object.fromEntries(labelled),
  };
}

/** As Python writes a moment of UTC, to the second. */
function toBucketTime(ms: bigint): string {
  return new Date(Number(ms)).toISOString().replace('.000Z', '+00:00');
}
