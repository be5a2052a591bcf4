import { anyFilter, anyOrder, type Vocabulary } from '../filters.ts';
import type { Family, Make } from '../sequence.ts';
import type { World } from '../world.ts';
import { createExperiment, nextPage, words } from './basics.ts';

type More = (world: World) => Record<string, unknown>;
const nothing: More = () => ({});

const createDataset: Make = (world) => ({
  operation: 'createDataset',
  fields: {
    name: world.chance.one(['golden', 'silver', `set ${world.serial()}`]),
    experiment_ids: [world.all('experiment')[0], ...world.several('experiment', 1)],
    tags: world.chance.one(['{"k1": "alpha"}', '{"k2": "beta", "k1": "b"}', undefined]),
    created_by: world.chance.one(['ann', undefined]),
  },
  learn: [{ kind: 'dataset', at: 'dataset.dataset_id' }],
});

const ofDataset = (operation: string, more: More = nothing): Make => {
  return (world) => ({ operation, fields: { dataset_id: world.any('dataset'), ...more(world) } });
};

const datasetRecord = (world: World) => ({
  inputs: { question: world.chance.one(['q1', 'q2', 'ünï']) },
  ...(world.chance.happens(0.5) && { expectations: { answer: world.chance.one(['a', 5, null]) } }),
  ...(world.chance.happens(0.3) && { tags: { t: 'x' } }),
  ...(world.chance.happens(0.3) && { source: { source_type: 'HUMAN', source_data: { user: 'ann' } } }),
});

const datasetWords: Vocabulary = {
  texts: ['name', 'created_by', 'last_updated_by', 'tags.k1', 'tag.k2'],
  numbers: ['created_time', 'last_update_time'],
  values: [...words, 'golden', 'silver', 'ann', 'b'],
  amounts: ['0', '1', '99999999999999'],
  operators: ['>='],
};

/** Evaluation datasets, their records, experiments and tags. */
export const datasets: Family = {
  setup: [createExperiment, createExperiment, createDataset],
  moves: [
    [3, createDataset],
    [3, ofDataset('getDataset')],
    [1, ofDataset('deleteDataset')],
    [
      4,
      ofDataset('upsertDatasetRecords', (world) => ({
        records: JSON.stringify(Array.from({ length: world.chance.below(4) }, () => datasetRecord(world))),
      })),
    ],
    [2, ofDataset('getDatasetExperimentIds')],
    [1, ofDataset('addDatasetToExperiments', (world) => ({ experiment_ids: world.several('experiment') }))],
    [1, ofDataset('removeDatasetFromExperiments', (world) => ({ experiment_ids: world.several('experiment') }))],
    [2, ofDataset('setDatasetTags', (world) => ({ tags: world.chance.one(['{"k1": "b"}', '{"k2": null}', '{}', 'no json']) }))],
    [1, ofDataset('deleteDatasetTag', (world) => ({ key: world.chance.one(['k1', 'k2']) }))],
    [
      4,
      (world) => ({
        operation: 'searchEvaluationDatasets',
        fields: {
          experiment_ids: [world.all('experiment')[0]],
          filter_string: world.chance.happens(0.6) ? anyFilter(world.chance, datasetWords) : undefined,
          max_results: world.chance.one([1, 2, 100]),
          order_by: world.chance.happens(0.4) ? anyOrder(world.chance, ['name', 'created_time', 'last_update_time']) : undefined,
        },
        learn: nextPage,
        guarded: ['experiment_ids'],
      }),
    ],
  ],
};

const scorer = (operation: string, more: More = nothing): Make => {
  return (world) => ({
    operation,
    fields: { experiment_id: world.any('experiment'), name: world.chance.one(['exact', 'short', 'none']), ...more(world) },
  });
};

const registerScorer = scorer('registerScorer', (world) => ({
  name: world.chance.one(['exact', 'short', 'ünï']),
  serialized_scorer: world.chance.one(['{"name": "exact"}', '{"name": "short", "call_source": "x"}', 'no json']),
}));

/** Scorers and their versions. */
export const scorers: Family = {
  setup: [createExperiment, createExperiment, registerScorer],
  moves: [
    [4, registerScorer],
    [3, scorer('getScorer', (world) => ({ version: world.chance.one([1, 2, 9, undefined]) }))],
    [2, scorer('listScorerVersions')],
    [1, scorer('deleteScorer', (world) => ({ version: world.chance.one([1, 2, undefined]) }))],
    [
      2,
      (world) => ({ operation: 'listScorers', fields: { experiment_id: world.any('experiment') }, guarded: ['experiment_id'] }),
    ],
  ],
};

const input = (world: World) =>
  world.chance.one<Record<string, unknown>>([
    { pass_fail: {} },
    { pass_fail: { positive_label: 'good', negative_label: 'bad' } },
    { categorical: { options: ['a', 'b'], multi_select: world.chance.happens(0.5) } },
    { categorical: { options: [] } },
    { numeric: { min_value: 0, max_value: world.chance.one([5, -5]) } },
    { text: { max_length: 100 } },
    { text: {} },
    { text: {}, categorical: { options: ['a', 'b'] } },
    {},
  ]);

const createLabelSchema: Make = (world) => {
  const name = world.chance.one([`label ${world.serial()}`, 'quality']);
  return {
    operation: 'createLabelSchema',
    fields: {
      experiment_id: world.any('experiment'),
      name,
      type: world.chance.one(['FEEDBACK', 'EXPECTATION']),
      input: input(world),
      instruction: world.chance.one(['look', undefined]),
      enable_comment: world.chance.one([true, false, undefined]),
    },
    learn: [{ kind: 'label_schema', at: 'label_schema.schema_id' }],
    know: [{ kind: 'label_name', text: name }],
  };
};

const ofSchema = (operation: string, more: More = nothing): Make => {
  return (world) => ({ operation, fields: { schema_id: world.any('label_schema'), ...more(world) } });
};

/** Label schemas. */
export const labelSchemas: Family = {
  setup: [createExperiment, createLabelSchema],
  moves: [
    [4, createLabelSchema],
    [3, ofSchema('getLabelSchema')],
    [1, ofSchema('deleteLabelSchema')],
    [
      2,
      ofSchema('updateLabelSchema', (world) => ({
        name: world.chance.one([`label ${world.serial()}`, undefined]),
        instruction: world.chance.one(['again', '', undefined]),
        input: world.chance.happens(0.4) ? input(world) : undefined,
      })),
    ],
    [
      2,
      (world) => ({
        operation: 'getLabelSchemaByName',
        fields: { experiment_id: world.any('experiment'), name: world.any('label_name') },
      }),
    ],
    [
      2,
      (world) => ({
        operation: 'listLabelSchemas',
        fields: { experiment_id: world.any('experiment'), max_results: world.chance.one([1, 2, 100, undefined]) },
        learn: nextPage,
      }),
    ],
  ],
};
