import type { components } from '../../../openapi/generated/mlflow.ts';
import { invalid, notFound, show } from '../../../src/model/errors.ts';
import type { ModelDraft, ModelMetric, ModelStatus, WholeModel } from '../../../src/model/logged-model.ts';
import type { Entry } from '../../../src/model/run.ts';
import { toExperimentId } from './ids.ts';
import { checkLength } from './limits.ts';
import { toMetric } from './run.ts';
import { generateRunName } from './run-name.ts';

type Wire = components['schemas'];

/** Lengths of the original's columns. @see MLflow 3.17.2, tables logged_models, logged_model_params, logged_model_tags */
const MAX_NAME = 500;
const MAX_TYPE = 500;
const MAX_SOURCE_RUN = 256;
const MAX_KEY = 255;

/** Characters a model's name must not hold: they mean something in the addresses of models. */
const FORBIDDEN = /[/:.%"']/;

const statuses: Readonly<Record<ModelStatus, Wire['LoggedModelStatus']>> = {
  pending: 'LOGGED_MODEL_PENDING',
  ready: 'LOGGED_MODEL_READY',
  failed: 'LOGGED_MODEL_UPLOAD_FAILED',
  unknown: 'LOGGED_MODEL_STATUS_UNSPECIFIED',
};

const written: Readonly<Record<Wire['LoggedModelStatus'], ModelStatus>> = {
  LOGGED_MODEL_PENDING: 'pending',
  LOGGED_MODEL_READY: 'ready',
  LOGGED_MODEL_UPLOAD_FAILED: 'failed',
  LOGGED_MODEL_STATUS_UNSPECIFIED: 'unknown',
};

/** The number MLflow has for a status; its searches compare a status by it. */
export const statusNumbers: Readonly<Record<ModelStatus, number>> = { unknown: 0, pending: 1, ready: 2, failed: 3 };

/** A model id: `m-` and 32 lower hex. @throws not_found for anything of another form */
export function toModelId(text: string): string {
  if (!/^m-[0-9a-f]{32}$/.test(text)) throw notFound('model', text);
  return text;
}

/** The status a client gives a model; it must give one. @throws invalid */
export function fromModelStatus(status: Wire['LoggedModelStatus'] | undefined): ModelStatus {
  if (status === undefined) throw invalid('status', 'The field status is required.');
  return written[status];
}

/** Params or tags of a model: any key up to 255 characters, values of any length; what is left out is the empty text. */
export function toModelEntries(kind: 'param' | 'tag', entries: readonly Wire['LoggedModelTag'][] = []): Entry[] {
  return entries.map(({ key = '', value = '' }) => {
    checkLength(`key of a model's ${kind}`, key, MAX_KEY);
    return { key, value };
  });
}

/** A new model as a client describes it; one without a name gets one. @throws invalid */
export function toModelDraft(body: Wire['CreateLoggedModel']): ModelDraft {
  const { name = '', model_type = '', source_run_id = '' } = body;
  if (FORBIDDEN.test(name)) {
    throw invalid('name', `The model name ${show(name)} must not hold any of the characters / : . % " and '.`);
  }
  checkLength('model name', name, MAX_NAME);
  checkLength('model_type', model_type, MAX_TYPE);
  checkLength('source_run_id', source_run_id, MAX_SOURCE_RUN);
  return {
    experimentId: toExperimentId(body.experiment_id),
    name: name || generateRunName(),
    type: model_type || null,
    sourceRun: source_run_id || null,
    params: toModelEntries('param', body.params),
    tags: toModelEntries('tag', body.tags),
  };
}

function toModelMetric(metric: ModelMetric, modelId: string): Wire['Metric'] {
  return {
    ...toMetric(metric),
    dataset_name: metric.datasetName ?? undefined,
    dataset_digest: metric.datasetDigest ?? undefined,
    model_id: modelId,
    run_id: metric.runId,
  };
}

/** What another tool says of a model and this one has no field for, as tags; they are no tags of the record. */
function factTags({ framework, classes, design }: WholeModel['model']): Wire['LoggedModelTag'][] {
  return [
    ...(framework === null ? [] : [{ key: 'clearml.framework', value: framework }]),
    ...(classes === null || Object.keys(classes).length === 0 ? [] : [{ key: 'clearml.labels', value: JSON.stringify(classes) }]),
    ...(design === null || Object.keys(design).length === 0 ? [] : [{ key: 'clearml.design', value: JSON.stringify(design) }]),
  ];
}

/** A model as MLflow shows it. */
export function toLoggedModel({ model, params, tags, metrics }: WholeModel): Wire['LoggedModel'] {
  const modelId = `m-${model.id}`;
  return {
    info: {
      model_id: modelId,
      experiment_id: model.experimentId.toString(),
      name: model.name,
      creation_timestamp_ms: BigInt(model.createdAt.getTime()),
      last_updated_timestamp_ms: BigInt(model.changedAt.getTime()),
      artifact_uri: model.artifactRoot,
      status: statuses[model.status],
      model_type: model.type ?? '',
      source_run_id: model.sourceRun ?? '',
      status_message: model.statusMessage ?? undefined,
      tags: [...tags, ...factTags(model)],
    },
    data: { params, metrics: metrics.map((metric) => toModelMetric(metric, modelId)) },
  };
}
