import type { components, operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import type { DatasetUse, ModelLink } from '../../../src/model/dataset.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import * as tracking from '../../../src/tracking/runs.ts';
import { toExperimentId, toRunId, toWellFormedRunId } from '../map/ids.ts';
import { checkLength } from '../map/limits.ts';

type Wire = components['schemas'];

const MAX_SUMMARIES = 1000;
const MAX_EXPERIMENTS = 20;

function demandText(value: string | undefined, field: string, max: number): string {
  if (!value) throw invalid(field, `The field ${field} is required and was ${show(value ?? null)}.`);
  checkLength(field, value, max);
  return value;
}

function toDatasetUse({ dataset, tags = [] }: Wire['DatasetInput']): DatasetUse {
  if (!dataset) throw invalid('dataset', 'A dataset input has no dataset.');
  checkLength('dataset schema', dataset.schema ?? '', 1_048_575);
  checkLength('dataset profile', dataset.profile ?? '', 16_777_215);
  return {
    dataset: {
      name: demandText(dataset.name, 'dataset name', 500),
      digest: demandText(dataset.digest, 'dataset digest', 36),
      sourceType: demandText(dataset.source_type, 'dataset source_type', 36),
      source: demandText(dataset.source, 'dataset source', 65_535),
      schema: dataset.schema ?? null,
      profile: dataset.profile ?? null,
    },
    tags: tags.map(({ key, value = '' }) => {
      checkLength('input tag value', value, 500);
      return { key: demandText(key, 'input tag key', 255), value };
    }),
  };
}

/** A model id as clients write it, `m-` and 32 hex, without its prefix; any other text as it is. */
function toModelLink(direction: ModelLink['direction'], modelId: string | undefined, step = 0n): ModelLink {
  const id = demandText(modelId, 'model_id', 256);
  return { direction, modelId: id.replace(/^m-(?=[0-9a-f]{32}$)/, ''), step };
}

export const logInputs: Handler<operations['logInputs']> = async ({ body }, context) => {
  const { datasets = [], models = [] } = body;
  const links = models.map(({ model_id }) => toModelLink('input', model_id));
  await tracking.logInputs(context, toWellFormedRunId(body.run_id), datasets.map(toDatasetUse), links);
  return {};
};

export const logOutputs: Handler<operations['logOutputs']> = async ({ body }, context) => {
  const links = (body.models ?? []).map(({ model_id, step }) => toModelLink('output', model_id, step));
  await tracking.logOutputs(context, toRunId(body.run_id), links);
  return {};
};

export const searchDatasets: Handler<operations['searchDatasets']> = async ({ body }, context) => {
  const { experiment_ids = [] } = body;
  if (experiment_ids.length === 0 || experiment_ids.length > MAX_EXPERIMENTS) {
    throw invalid(
      'experiment_ids',
      `The field experiment_ids must name 1 to ${MAX_EXPERIMENTS} experiments, not ${experiment_ids.length}.`,
    );
  }
  const summaries = await tracking.searchDatasets(context, experiment_ids.map(toExperimentId), MAX_SUMMARIES);
  return {
    dataset_summaries: summaries.map(({ experimentId, name, digest, context: use }) => ({
      experiment_id: experimentId.toString(),
      name,
      digest,
      context: use ?? undefined,
    })),
  };
};
