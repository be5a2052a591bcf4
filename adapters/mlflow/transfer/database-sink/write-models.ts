import type { ModelItem, ModelMetricItem } from '../../../../src/bridge/item.ts';
import { statusNumbers } from '../../map/logged-model.ts';
import { type LoggedModelFacts, NOTE_TAG, toModelItem } from '../items/model.ts';
import { type KindWriter, ownedBy } from './kind-writer.ts';
import { fitText } from './schema.ts';
import { toStoredDouble } from './stored-double.ts';
import type { Targets } from './targets.ts';
import { fitEntries, joinLabels } from './write-projects.ts';

const LONGEST_ROOT = 1000;

/** The points of a model whose runs are there: the table refers to them. Of one place the last value stays. */
function metricsOf(item: ModelItem, targets: Targets): ModelMetricItem[] {
  const there = item.metrics.flatMap((metric) => {
    const run = targets.referToThere('run', metric.run);
    if (run === null) return [];
    const isNaN = Number.isNaN(metric.value);
    return {
      run,
      key: fitText('logged_model_metrics', 'metric_name', metric.key),
      step: metric.step,
      timestampMs: metric.timestampMs,
      // the server keeps 0 for NaN and has no mark for it here; null reads as what it was
      value: isNaN ? Number.NaN : metric.value,
      datasetName: metric.datasetName === null ? null : fitText('logged_model_metrics', 'dataset_name', metric.datasetName),
      datasetDigest:
        metric.datasetDigest === null ? null : fitText('logged_model_metrics', 'dataset_digest', metric.datasetDigest),
    };
  });
  return [...new Map(there.map((metric) => [placeOf(metric), metric])).values()];
}

function placeOf({ run, key, step, timestampMs }: ModelMetricItem): string {
  return JSON.stringify([run, key, String(step), String(timestampMs)]);
}

/** What ClearML says of a model and MLflow has no field for, as tags. @see logged models of the MLflow door */
function factTags({ framework, classes, design }: ModelItem): { key: string; value: string }[] {
  const said = { 'clearml.framework': framework, 'clearml.labels': classes, 'clearml.design': design };
  return Object.entries(said).flatMap(([key, value]) => (value === null || value === '{}' ? [] : [{ key, value }]));
}

/** What MLflow will say of a model. */
function factsOf(item: ModelItem, targets: Targets): LoggedModelFacts {
  const experiment = targets.experiment(item.project);
  const id = targets.idOf('model', item.id);
  const note = item.note === null ? [] : [{ key: NOTE_TAG, value: item.note }];
  const createdMs = item.createdMs ?? 0n;
  return {
    id,
    project: String(experiment),
    name: fitText('logged_models', 'name', item.name),
    type: item.type ? fitText('logged_models', 'model_type', item.type) : null,
    run: targets.referTo('run', item.run),
    status: item.status,
    statusMessage: item.statusMessage === null ? null : fitText('logged_models', 'status_message', item.statusMessage),
    // MLflow has none for a version that was made without one
    isDeleted: item.archived || item.isOfVersion === true,
    createdMs,
    changedMs: item.changedMs ?? createdMs,
    artifactRoot: targets.root(experiment, `/models/${id}/artifacts`, item.artifactRoot, LONGEST_ROOT),
    params: fitEntries('logged_model_params', item.params, 'param_key', 'param_value'),
    tags: fitEntries(
      'logged_model_tags',
      [...factTags(item), ...note, ...joinLabels(item.labels, item.tags)],
      'tag_key',
      'tag_value',
    ),
    metrics: metricsOf(item, targets),
  };
}

export const models: KindWriter<'model'> = {
  kind: 'model',
  targetId: (item, targets) => targets.idOf('model', item.id),
  rows(item, targets) {
    const facts = factsOf(item, targets);
    const owner = { model_id: facts.id, experiment_id: BigInt(facts.project ?? 0) };
    return {
      logged_models: [
        {
          ...owner,
          name: facts.name,
          artifact_location: facts.artifactRoot,
          creation_timestamp_ms: facts.createdMs,
          last_updated_timestamp_ms: facts.changedMs,
          status: BigInt(statusNumbers[facts.status]),
          lifecycle_stage: facts.isDeleted ? 'deleted' : 'active',
          model_type: facts.type ?? '',
          source_run_id: facts.run,
          status_message: facts.statusMessage,
        },
      ],
      logged_model_params: facts.params.map(({ key, value }) => ({ ...owner, param_key: key, param_value: value })),
      logged_model_tags: facts.tags.map(({ key, value }) => ({ ...owner, tag_key: key, tag_value: value })),
      logged_model_metrics: facts.metrics.map((metric) => ({
        ...owner,
        metric_name: metric.key,
        metric_timestamp_ms: metric.timestampMs,
        metric_step: metric.step,
        metric_value: Number.isNaN(metric.value) ? null : toStoredDouble(metric.value),
        run_id: metric.run,
        dataset_name: metric.datasetName,
        dataset_digest: metric.datasetDigest,
      })),
    };
  },
  expected: (item, targets) => toModelItem(factsOf(item, targets)),
  parts: ownedBy('model_id', 'logged_model_params', 'logged_model_tags', 'logged_model_metrics'),
  rest: ownedBy('model_id', 'logged_models'),
};
