import type { components } from '../../../openapi/generated/mlflow.ts';
import type { DatasetUse, ModelLink } from '../../../src/model/dataset.ts';
import type { MetricPoint, Run, RunProgress, RunStatus } from '../../../src/model/run.ts';
import type { WholeRun } from '../../../src/tracking/runs.ts';
import { joinTags } from './tags.ts';

type Wire = components['schemas'];

/** MLflow's status of every finer one. `unknown` depends on the times, see {@link toStatus}. */
const statuses: Readonly<Record<Exclude<RunStatus, 'unknown'>, Wire['RunStatus']>> = {
  created: 'SCHEDULED',
  queued: 'SCHEDULED',
  in_progress: 'RUNNING',
  stopped: 'KILLED',
  closed: 'FINISHED',
  completed: 'FINISHED',
  publishing: 'FINISHED',
  published: 'FINISHED',
  failed: 'FAILED',
};

/** What a status written by MLflow becomes. */
export const writtenStatuses: Readonly<Record<Wire['RunStatus'], RunStatus>> = {
  RUNNING: 'in_progress',
  SCHEDULED: 'created',
  FINISHED: 'completed',
  FAILED: 'failed',
  KILLED: 'stopped',
};

/** The status MLflow shows. An unknown one reads as running when the run was started and has not ended. */
export function toStatus(run: RunProgress): Wire['RunStatus'] {
  if (run.status !== 'unknown') return statuses[run.status];
  return run.startedMs !== null && run.endedMs === null ? 'RUNNING' : 'SCHEDULED';
}

/**
 * The status a run gets when MLflow writes one: undefined leaves it. A write that equals what MLflow shows keeps the finer
 * status, and a published run stays published.
 */
export function fromStatus(status: Wire['RunStatus'] | undefined, run: RunProgress): RunStatus | undefined {
  if (status === undefined || status === toStatus(run)) return undefined;
  return run.status === 'published' || run.status === 'publishing' ? undefined : writtenStatuses[status];
}

/** A run's own facts as MLflow shows them. */
export function toRunInfo(run: Run): Wire['RunInfo'] {
  return {
    run_uuid: run.id,
    experiment_id: run.experimentId.toString(),
    run_name: run.name,
    user_id: run.authorId ?? '',
    status: toStatus(run),
    start_time: run.startedMs ?? undefined,
    // the original takes an end at 0 for none
    end_time: run.endedMs || undefined,
    artifact_uri: run.artifactRoot,
    lifecycle_stage: run.archived ? 'deleted' : 'active',
    run_id: run.id,
  };
}

/** A point as MLflow shows it; infinities are written by the JSON writer. */
export function toMetric({ key, value, timestampMs, step }: MetricPoint): Wire['Metric'] {
  return { key, value, timestamp: timestampMs, step };
}

function toDatasetInput({ dataset, tags }: DatasetUse): Wire['DatasetInput'] {
  return {
    tags,
    dataset: {
      name: dataset.name,
      digest: dataset.digest,
      source_type: dataset.sourceType,
      source: dataset.source,
      schema: dataset.schema ?? undefined,
      profile: dataset.profile ?? undefined,
    },
  };
}

/** A model's id as MLflow writes it. */
function toModelId(id: string): string {
  return /^[0-9a-f]{32}$/.test(id) ? `m-${id}` : id;
}

function modelsOf(models: readonly ModelLink[], direction: ModelLink['direction']): ModelLink[] {
  return models.filter((link) => link.direction === direction);
}

/**
 * A run whole.
 * @param withModelInputs searches leave the input models out, as the original does
 */
export function toWireRun({ run, data, datasets, models }: WholeRun, withModelInputs: boolean): Wire['Run'] {
  return {
    info: toRunInfo(run),
    data: { metrics: data.metrics.map(toMetric), params: data.params, tags: joinTags(run, data.tags) },
    inputs: {
      dataset_inputs: datasets.map(toDatasetInput),
      model_inputs: withModelInputs ? modelsOf(models, 'input').map(({ modelId }) => ({ model_id: toModelId(modelId) })) : [],
    },
    outputs: { model_outputs: modelsOf(models, 'output').map(({ modelId, step }) => ({ model_id: toModelId(modelId), step })) },
  };
}
