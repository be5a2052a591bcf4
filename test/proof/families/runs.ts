import { anyFilter, anyOrder, type Vocabulary } from '../filters.ts';
import type { Family, Make } from '../sequence.ts';
import type { World } from '../world.ts';
import { createExperiment, createRun, keys, nextPage, pairs, point, runId, several, words } from './basics.ts';

const runWords: Vocabulary = {
  texts: [
    'run_name',
    'attributes.status',
    'attribute.user_id',
    'params.k1',
    'param.`a b`',
    'tags.k2',
    'tag."deep/k3"',
    'run_id',
    'attributes.artifact_uri',
    'dataset.name',
  ],
  numbers: ['metrics.m1', 'metric.`m 2`', 'metrics."deep/m3"', 'start_time', 'attributes.end_time'],
  values: [...words, 'first', 'second', 'FINISHED', 'RUNNING', 'ann', 'data'],
  amounts: ['0', '0.5', '1000003', '-1', '1e3', '2.5'],
};

const searchRuns: Make = (world) => ({
  operation: 'searchRuns',
  fields: {
    max_results: world.chance.one([1, 2, 3, 100, undefined]),
    experiment_ids: world.chance.happens(0.9) ? [world.all('experiment')[0]] : world.several('experiment'),
    filter: world.chance.happens(0.7) ? anyFilter(world.chance, runWords) : undefined,
    order_by: world.chance.happens(0.5)
      ? anyOrder(world.chance, ['metrics.m1', 'params.k1', 'tags.k2', 'start_time', 'run_name', 'status', 'attributes.end_time'])
      : undefined,
    run_view_type: world.chance.one(['ACTIVE_ONLY', 'DELETED_ONLY', 'ALL', undefined]),
  },
  learn: nextPage,
});

const dataset = (world: World) => ({
  tags: world.chance.happens(0.6) ? [{ key: 'mlflow.data.context', value: world.chance.one(['training', 'eval']) }] : undefined,
  dataset: {
    name: world.chance.one(['data', 'more data']),
    digest: world.chance.one(['d1', 'd2']),
    source_type: 'local',
    source: '{"uri": "x"}',
    schema: world.chance.one(['{"columns": []}', undefined]),
  },
});

const datasetUse = (world: World) => (world.chance.happens(0.15) ? { dataset: {} } : dataset(world));

/** Life of runs, what is logged to them, and their search. */
export const runs: Family = {
  setup: [createExperiment, createRun, createRun],
  moves: [
    [3, createRun],
    [0.3, (world) => ({ operation: 'createRun', fields: { run_name: 'homeless', start_time: 999 + world.serial() } })],
    [1, runId('deleteRun')],
    [1, runId('restoreRun')],
    [5, runId('getRun')],
    [
      3,
      (world) => ({
        operation: 'updateRun',
        fields: {
          run_id: world.any('run'),
          status: world.chance.one(['FINISHED', 'FAILED', 'KILLED', 'RUNNING', 'SCHEDULED', undefined]),
          end_time: world.chance.one([2_000_000, 2_000_001, undefined]),
          run_name: world.chance.one(['renamed', undefined]),
        },
      }),
    ],
    [
      2,
      (world) => ({
        operation: 'setTag',
        fields: {
          run_id: world.any('run'),
          key: world.chance.one([...keys, 'mlflow.note.content']),
          value: world.chance.one(words),
        },
      }),
    ],
    [1, (world) => ({ operation: 'deleteTag', fields: { run_id: world.any('run'), key: world.chance.one(keys) } })],
    [
      2,
      (world) => ({
        operation: 'logParam',
        fields: { run_id: world.any('run'), key: world.chance.one(keys), value: world.chance.one(words) },
      }),
    ],
    [3, (world) => ({ operation: 'logMetric', fields: { run_id: world.any('run'), ...point(world) } })],
    [
      3,
      (world) => ({
        operation: 'logBatch',
        fields: { run_id: world.any('run'), metrics: several(world, 3, point), params: pairs(world, 2), tags: pairs(world) },
      }),
    ],
    [
      2,
      (world) => ({
        operation: 'logInputs',
        fields: { run_id: world.any('run'), datasets: several(world, 2, datasetUse) },
      }),
    ],
    [6, searchRuns],
  ],
};
