import { anyFilter, anyOrder, type Vocabulary } from '../filters.ts';
import type { Family, Make } from '../sequence.ts';
import { createExperiment, keys, nextPage, words } from './basics.ts';

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
