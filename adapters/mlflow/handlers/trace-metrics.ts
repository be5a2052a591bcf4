import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid } from '../../../src/model/errors.ts';
import { associationOf, countOverlap, queryMetrics } from '../../../src/tracing/trace-metrics.ts';
import { parseTraceFilter } from '../filter/trace-filter.ts';
import { parseMetricFilter } from '../filter/trace-metrics-filter.ts';
import { toExperimentId } from '../map/ids.ts';
import { fromPoint, toQuestion } from '../map/trace-metrics.ts';

const DEFAULT_POINTS = 1000;
const MAX_POINTS = 100_000;
/** Three hundred years. */
const MAX_INTERVAL_SECONDS = 10_000_000_000n;

/** The length of a stretch of time; 0 groups by no time. @throws invalid for a length without an end of time, or out of range */
function toBucketSeconds(seconds: bigint | undefined, isBounded: boolean): bigint | undefined {
  if (!seconds) return undefined;
  if (seconds < 0n || seconds > MAX_INTERVAL_SECONDS) {
    throw invalid(
      'time_interval_seconds',
      `The time_interval_seconds must be from 0 to ${MAX_INTERVAL_SECONDS}, not ${seconds}.`,
    );
  }
  if (isBounded) return seconds;
  throw invalid('time_interval_seconds', 'The time_interval_seconds needs a start_time_ms and an end_time_ms beside it.');
}

/** The original answers in one page; it takes a page_token and does not look at it. */
export const queryTraceMetrics: Handler<operations['queryTraceMetrics']> = async ({ body }, context) => {
  const { start_time_ms: fromMs, end_time_ms: toMs, max_results: limit = DEFAULT_POINTS } = body;
  if (limit < 0) throw invalid('max_results', `The field max_results must not be negative; it is ${limit}.`);
  const question = toQuestion(body);
  const points = await queryMetrics(context, {
    ...question,
    experimentIds: (body.experiment_ids ?? []).map(toExperimentId),
    filters: (body.filters ?? []).map((text) => parseMetricFilter(text, question.subject.view)),
    bucketSeconds: toBucketSeconds(body.time_interval_seconds, fromMs !== undefined && toMs !== undefined),
    fromMs,
    toMs,
    limit: Math.min(limit, MAX_POINTS),
  });
  return { data_points: points.map((point) => fromPoint(point, question, body.metric_name ?? '')) };
};

export const calculateTraceFilterCorrelation: Handler<operations['calculateTraceFilterCorrelation']> = async (
  { body },
  context,
) => {
  const counts = await countOverlap(context, {
    experimentIds: (body.experiment_ids ?? []).map(toExperimentId),
    first: parseTraceFilter((body.filter_string1 ?? '').trim()),
    second: parseTraceFilter((body.filter_string2 ?? '').trim()),
    within: parseTraceFilter((body.base_filter ?? '').trim()),
  });
  const { plain, smoothed } = associationOf(counts);
  return {
    npmi: Number.isNaN(plain) ? undefined : plain,
    npmi_smoothed: Number.isNaN(smoothed) ? undefined : smoothed,
    filter1_count: BigInt(counts.first),
    filter2_count: BigInt(counts.second),
    joint_count: BigInt(counts.both),
    total_count: BigInt(counts.total),
  };
};
