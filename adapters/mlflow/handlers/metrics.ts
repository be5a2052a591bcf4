import { Readable } from 'node:stream';
import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid } from '../../../src/model/errors.ts';
import { type PointColumns, readHistories, readHistory, sampleHistories, streamHistory } from '../../../src/tracking/history.ts';
import { toRunId } from '../map/ids.ts';
import { jsonReply } from '../wire/json-reply.ts';
import { writeBareDouble, writePoints } from '../wire/points.ts';

const MAX_RUNS = 100;
const MAX_BULK_POINTS = 25_000;
const MAX_SAMPLED_POINTS = 2500;
/** Longest page of a history; one asked to be longer ends here and has a token. */
const MAX_PAGE_POINTS = 100_000;

async function* wholeHistory(pages: AsyncIterable<PointColumns>, key: string): AsyncGenerator<string> {
  let opened = false;
  for await (const page of pages) {
    if (page.steps.length === 0) continue;
    yield `${opened ? ',' : '{"metrics":['}${writePoints(key, page)}`;
    opened = true;
  }
  yield opened ? ']}' : '{}';
}

/** Without max_results the whole history is streamed, however long it is. */
export const getMetricHistory: Handler<operations['getMetricHistory']> = async ({ query }, context) => {
  const { metric_key = '', max_results, page_token } = query;
  const runId = toRunId(query.run_id);
  if (max_results === undefined) {
    if (page_token) throw invalid('page_token', 'A page_token needs max_results beside it.');
    return jsonReply(Readable.from(wholeHistory(streamHistory(context, runId, metric_key), metric_key)));
  }
  if (max_results <= 0) throw invalid('max_results', `The field max_results must be above 0, not ${max_results}.`);
  const page = await readHistory(context, runId, metric_key, {
    limit: Math.min(max_results, MAX_PAGE_POINTS),
    after: page_token || undefined,
  });
  if (page.steps.length === 0) return {};
  const next = page.next === undefined ? '' : `,"next_page_token":"${page.next}"`;
  return jsonReply(`{"metrics":[${writePoints(metric_key, page)}]${next}}`);
};

function checkRunCount(count: number, field: string): void {
  if (count === 0) throw invalid(field, `The field ${field} must name at least one run.`);
  if (count > MAX_RUNS) throw invalid(field, `The field ${field} may name ${MAX_RUNS} runs; this request names ${count}.`);
}

/** The original prints bare NaN here, which is no JSON; the page that asks for it is served the same. */
export const getMetricHistoryBulk: Handler<operations['getMetricHistoryBulk']> = async ({ query }, context) => {
  const { run_id = [], metric_key, max_results = MAX_BULK_POINTS } = query;
  checkRunCount(run_id.length, 'run_id');
  if (metric_key === undefined) throw invalid('metric_key', 'The field metric_key is required.');
  const limit = Math.min(max_results, MAX_BULK_POINTS);
  const histories = await readHistories(context, run_id, metric_key, limit);
  const parts = histories.map((history) => writePoints(metric_key, history, history.runId, writeBareDouble));
  return jsonReply(`{"metrics":[${parts.join(',')}]}`);
};

export const getMetricHistoryBulkInterval: Handler<operations['getMetricHistoryBulkInterval']> = async ({ query }, context) => {
  const { run_ids = [], metric_key = '', start_step, end_step, max_results = MAX_SAMPLED_POINTS } = query;
  checkRunCount(run_ids.length, 'run_ids');
  if (max_results < 1 || max_results > MAX_SAMPLED_POINTS) {
    throw invalid('max_results', `The field max_results must be between 1 and ${MAX_SAMPLED_POINTS}, not ${max_results}.`);
  }
  if ((start_step === undefined) !== (end_step === undefined)) {
    throw invalid('start_step', 'The fields start_step and end_step must be given together or not at all.');
  }
  let range: { from: bigint; to: bigint } | undefined;
  if (start_step !== undefined && end_step !== undefined) {
    if (start_step > end_step) throw invalid('end_step', `The end_step ${end_step} is before the start_step ${start_step}.`);
    range = { from: BigInt(start_step), to: BigInt(end_step) };
  }
  const samples = await sampleHistories(context, run_ids.map(toRunId), metric_key, { limit: max_results, range });
  const parts = samples.filter(({ steps }) => steps.length > 0).map((sample) => writePoints(metric_key, sample, sample.runId));
  return parts.length === 0 ? {} : jsonReply(`{"metrics":[${parts.join(',')}]}`);
};
