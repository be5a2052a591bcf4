import { anyFilter, anyOrder, type Vocabulary } from '../filters.ts';
import { type Family, type Make, NEXT_PAGE } from '../sequence.ts';
import type { World } from '../world.ts';

export const keys = ['k1', 'k2', 'deep/k3', 'a b', 'ünï'];
export const words = ['alpha', 'beta', 'Alpha', 'a_b%c', 'ünïcode', ''];

/** Tags, params and other pairs of a message. */
export function pairs(world: World, most = 3): { key: string; value: string }[] {
  return world.chance.some(keys.slice(0, most + 1)).map((key) => ({ key, value: world.chance.one(words) }));
}

/** Where searches give the token of their next page. */
export const nextPage = [{ kind: NEXT_PAGE, at: 'next_page_token' }];

export const createExperiment: Make = (world) => {
  const name = world.name('exp');
  return {
    operation: 'createExperiment',
    fields: { name, tags: world.chance.happens(0.5) ? pairs(world) : undefined },
    learn: [{ kind: 'experiment', at: 'experiment_id' }],
    know: [{ kind: 'experiment_name', text: name }],
    own: ['name'],
  };
};

export const createRun: Make = (world) => ({
  operation: 'createRun',
  fields: {
    experiment_id: world.any('experiment', 0.02),
    run_name: world.chance.one(['first', 'second', 'run ü']),
    // no two alike: runs that started together are listed by their ids, which are random
    start_time: 1_000_000 + world.serial(),
    user_id: world.chance.one(['ann', undefined]),
    tags: world.chance.happens(0.4) ? pairs(world) : undefined,
  },
  learn: [{ kind: 'run', at: 'run.info.run_id' }],
  // a name that the server makes up is another on each
  guarded: ['run_name'],
});

const experimentWords: Vocabulary = {
  texts: ['name', 'attribute.name', 'tags.k1', 'tag.k2', 'tags.`a b`', 'tags."deep/k3"', 'experiment_id'],
  numbers: ['creation_time', 'last_update_time', 'attributes.creation_time'],
  values: [...words, 'exp 1 $nonce', 'exp 2 $nonce', '1'],
  amounts: ['0', '1', '99999999999999', '1.5', '-1'],
};

const experimentId = (operation: string): Make => {
  return (world) => ({ operation, fields: { experiment_id: world.any('experiment') } });
};

/** Life, tags and search of experiments. */
export const experiments: Family = {
  setup: [createExperiment, createExperiment],
  moves: [
    [3, createExperiment],
    [
      1,
      (world) => ({
        operation: 'createExperiment',
        fields: { name: world.any('experiment_name') },
        learn: [{ kind: 'experiment', at: 'experiment_id' }],
        own: ['name'],
      }),
    ],
    [2, experimentId('deleteExperiment')],
    [2, experimentId('restoreExperiment')],
    [3, experimentId('getExperiment')],
    [2, (world) => ({ operation: 'getExperimentByName', fields: { experiment_name: world.any('experiment_name') } })],
    [
      2,
      (world) => {
        const name = world.name('exp');
        return {
          operation: 'updateExperiment',
          fields: { experiment_id: world.any('experiment'), new_name: name },
          know: [{ kind: 'experiment_name', text: name }],
          own: ['new_name'],
        };
      },
    ],
    [
      3,
      (world) => ({
        operation: 'setExperimentTag',
        fields: { experiment_id: world.any('experiment'), key: world.chance.one(keys), value: world.chance.one(words) },
      }),
    ],
    [
      1,
      (world) => ({
        operation: 'deleteExperimentTag',
        fields: { experiment_id: world.any('experiment'), key: world.chance.one(keys) },
      }),
    ],
    [
      5,
      (world) => ({
        operation: 'searchExperiments',
        fields: {
          max_results: world.chance.one([1, 2, 100]),
          filter: anyFilter(world.chance, experimentWords, "name LIKE '%$nonce'"),
          order_by: world.chance.happens(0.5)
            ? anyOrder(world.chance, ['name', 'experiment_id', 'creation_time', 'last_update_time'])
            : undefined,
          view_type: world.chance.one(['ACTIVE_ONLY', 'DELETED_ONLY', 'ALL', undefined]),
        },
        learn: nextPage,
        guarded: ['filter'],
      }),
    ],
  ],
};

const runId = (operation: string): Make => {
  return (world) => ({ operation, fields: { run_id: world.any('run') } });
};

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

export const point = (world: World) => ({
  key: world.chance.one(['m1', 'm 2', 'deep/m3']),
  value: world.chance.one([0, 0.5, -1.5, 2, 'NaN', 'Infinity', 1e300, 0.1]),
  timestamp: 1_000_000 + world.chance.below(5),
  step: world.chance.one([0, 1, 2, -3, undefined]),
});

const several = <T>(world: World, most: number, make: (world: World) => T): T[] =>
  Array.from({ length: world.chance.below(most + 1) }, () => make(world));

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

/** Life of runs, what is logged to them, and their search. */
export const runs: Family = {
  setup: [createExperiment, createRun, createRun],
  moves: [
    [3, createRun],
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
      1,
      (world) => ({
        operation: 'logInputs',
        fields: { run_id: world.any('run'), datasets: several(world, 2, dataset) },
      }),
    ],
    [6, searchRuns],
  ],
};

/** Metric histories. */
export const metrics: Family = {
  setup: [createExperiment, createRun, createRun],
  moves: [
    [4, (world) => ({ operation: 'logMetric', fields: { run_id: world.any('run'), ...point(world) } })],
    [4, (world) => ({ operation: 'logBatch', fields: { run_id: world.any('run'), metrics: several(world, 6, point) } })],
    [
      4,
      (world) => ({
        operation: 'getMetricHistory',
        fields: {
          run_id: world.any('run'),
          metric_key: world.chance.one(['m1', 'm 2', 'deep/m3', 'none']),
          max_results: world.chance.one([1, 2, 3, 100, undefined]),
        },
        learn: nextPage,
      }),
    ],
    [
      2,
      (world) => ({
        operation: 'getMetricHistoryBulkInterval',
        fields: {
          run_ids: [world.any('run'), ...world.several('run', 1)],
          metric_key: world.chance.one(['m1', 'm 2', 'deep/m3']),
          start_step: world.chance.one([-3, 0, undefined]),
          end_step: world.chance.one([2, 1, undefined]),
          max_results: world.chance.one([1, 3, 100, undefined]),
        },
      }),
    ],
    [
      2,
      (world) => ({
        operation: 'getMetricHistoryBulk',
        fields: {
          run_id: [world.any('run')],
          metric_key: world.chance.one(['m1', 'm 2', 'deep/m3']),
          max_results: world.chance.one([1, 3, 100, undefined]),
        },
      }),
    ],
    [2, runId('getRun')],
  ],
};
