import type { ModelMetricItem } from '../../../../src/bridge/item.ts';
import { fromStoredDouble } from '../items/entries.ts';
import { modelStatusOfNumber, toModelItem } from '../items/model.ts';
import { ofExperiments, ofLifecycle } from './chosen.ts';
import type { KindReader } from './kind.ts';
import { toEntries } from './read-projects.ts';
import { type Cell, doubleOf, nameOf, numberOf, type Row, textOf, wholeOf } from './row.ts';
import { groupBy, isIn, type Tables } from './tables.ts';

/** The value that the original keeps for NaN is 0 with a mark, which these rows have no column for; null is none. */
function toMetric(row: Row): ModelMetricItem {
  return {
    run: nameOf(row, 'run_id'),
    key: nameOf(row, 'metric_name'),
    step: numberOf(row, 'metric_step'),
    timestampMs: numberOf(row, 'metric_timestamp_ms'),
    value: fromStoredDouble(doubleOf(row, 'metric_value') ?? Number.NaN),
    datasetName: textOf(row, 'dataset_name'),
    datasetDigest: textOf(row, 'dataset_digest'),
  };
}

async function partsOf(tables: Tables, table: string, columns: readonly string[], ids: readonly Cell[]) {
  return groupBy(await tables.rows({ table, columns: ['model_id', ...columns], where: [isIn('model_id', ids)] }), 'model_id');
}

export const models: KindReader<'model'> = {
  kind: 'model',
  table: 'logged_models',
  columns: [
    'experiment_id',
    'name',
    'artifact_location',
    'creation_timestamp_ms',
    'last_updated_timestamp_ms',
    'status',
    'lifecycle_stage',
    'model_type',
    'source_run_id',
    'status_message',
  ],
  keys: ['model_id'],
  chunk: 100,
  chosen: (chosen) => [...ofExperiments(chosen), ...ofLifecycle(chosen)],
  withIds: (ids) => [isIn('model_id', ids)],
  idOf: (row) => nameOf(row, 'model_id'),
  async prepare(tables, rows) {
    const ids = rows.map((row) => row['model_id'] ?? null);
    const params = await partsOf(tables, 'logged_model_params', ['param_key', 'param_value'], ids);
    const tags = await partsOf(tables, 'logged_model_tags', ['tag_key', 'tag_value'], ids);
    const metrics = await partsOf(
      tables,
      'logged_model_metrics',
      ['metric_name', 'metric_timestamp_ms', 'metric_step', 'metric_value', 'run_id', 'dataset_name', 'dataset_digest'],
      ids,
    );
    return (row) => {
      const id = nameOf(row, 'model_id');
      return toModelItem({
        id,
        project: textOf(row, 'experiment_id'),
        name: textOf(row, 'name') ?? '',
        type: textOf(row, 'model_type') || null,
        run: textOf(row, 'source_run_id') || null,
        status: modelStatusOfNumber[nameOf(row, 'status')] ?? 'unknown',
        statusMessage: textOf(row, 'status_message'),
        isDeleted: row['lifecycle_stage'] === 'deleted',
        createdMs: wholeOf(row, 'creation_timestamp_ms'),
        changedMs: wholeOf(row, 'last_updated_timestamp_ms'),
        artifactRoot: textOf(row, 'artifact_location'),
        params: toEntries(params(id), 'param_key', 'param_value'),
        tags: toEntries(tags(id), 'tag_key', 'tag_value'),
        metrics: metrics(id).map(toMetric),
      });
    };
  },
};
