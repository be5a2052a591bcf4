import type { components, operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import type { Entry, LogBatch, ModelPoint } from '../../../src/model/run.ts';
import * as tracking from '../../../src/tracking/runs.ts';
import { toRunId, toWellFormedRunId } from '../map/ids.ts';
import { checkBatchSize, checkKey, toEntry } from '../map/limits.ts';
import { columnOfTag, splitTags } from '../map/tags.ts';

type Wire = components['schemas'];

/** A point as a client sends it; one with a model belongs to the model too. */
function toPoint(metric: Wire['Metric']): { key: string; value: number; step: bigint; timestampMs: bigint } {
  const { key = '', value, timestamp, step = 0n } = metric;
  checkKey('metric', key);
  if (value === undefined) throw invalid('value', `The metric ${show(key)} has no value.`);
  if (timestamp === undefined) throw invalid('timestamp', `The metric ${show(key)} has no timestamp.`);
  if (timestamp < 0n) throw invalid('timestamp', `The timestamp ${timestamp} of the metric ${show(key)} must not be negative.`);
  return { key, value, step, timestampMs: timestamp };
}

function toModelPoints(metrics: readonly Wire['Metric'][], points: LogBatch['metrics']): ModelPoint[] {
  return metrics.flatMap(({ model_id, dataset_name, dataset_digest }, index) => {
    if (!dataset_name !== !dataset_digest) {
      const [given, missing] = dataset_name ? ['dataset_name', 'dataset_digest'] : ['dataset_digest', 'dataset_name'];
      throw invalid(missing, `A metric that has a ${given} needs a ${missing} too.`);
    }
    const point = points[index];
    return model_id && point ? [{ ...point, modelId: model_id, datasetName: dataset_name, datasetDigest: dataset_digest }] : [];
  });
}

function toBatch(body: Wire['LogBatch']): LogBatch {
  const { metrics = [], params = [], tags = [] } = body;
  checkBatchSize(metrics.length, params.length, tags.length);
  const points = metrics.map(toPoint);
  const entries = params.map(({ key = '', value = '' }) => toEntry('param', key, value));
  refuseRepeats(entries);
  const split = splitTags(tags.map(({ key = '', value = '' }) => toEntry('tag', key, value)));
  return {
    metrics: points,
    params: entries,
    tags: split.tags,
    patch: Object.keys(split.patch).length > 0 ? split.patch : undefined,
    modelPoints: toModelPoints(metrics, points),
  };
}

function refuseRepeats(params: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const { key } of params) {
    if (seen.has(key)) throw invalid('params', `The param ${show(key)} stands twice in one request.`);
    seen.add(key);
  }
}

/** Logs up to 1000 metrics, 100 params and 100 tags to one run, all or nothing. */
export const logBatch: Handler<operations['logBatch']> = async ({ body }, context) => {
  await tracking.logToRun(context, toWellFormedRunId(body.run_id), toBatch(body));
  return {};
};

export const logMetric: Handler<operations['logMetric']> = async ({ body }, context) => {
  const point = toPoint(body);
  await tracking.logToRun(context, toRunId(body.run_id), {
    metrics: [point],
    params: [],
    tags: [],
    modelPoints: toModelPoints([body], [point]),
  });
  return {};
};

export const logParam: Handler<operations['logParam']> = async ({ body }, context) => {
  const { key = '', value = '' } = body;
  await tracking.logToRun(context, toRunId(body.run_id), { metrics: [], params: [toEntry('param', key, value)], tags: [] });
  return {};
};

export const setTag: Handler<operations['setTag']> = async ({ body }, context) => {
  const { key = '', value = '' } = body;
  const { patch, tags } = splitTags([toEntry('tag', key, value)]);
  await tracking.logToRun(context, toRunId(body.run_id), {
    metrics: [],
    params: [],
    tags,
    patch: Object.keys(patch).length > 0 ? patch : undefined,
  });
  return {};
};

export const deleteTag: Handler<operations['deleteTag']> = async ({ body }, context) => {
  const id = toRunId(body.run_id);
  const key = body.key ?? '';
  const column = columnOfTag(key);
  if (!column) await tracking.deleteTag(context, id, key);
  else await tracking.clearText(context, id, column, key);
  return {};
};
