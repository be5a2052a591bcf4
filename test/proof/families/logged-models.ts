import type { Family, Make } from '../sequence.ts';
import type { World } from '../world.ts';
import { createExperiment, createRun, keys, nextPage, pairs, point, words } from './basics.ts';

const createLoggedModel: Make = (world) => ({
  operation: 'createLoggedModel',
  fields: {
    experiment_id: world.any('experiment', 0.03),
    name: world.chance.one(['alpha', 'beta']),
    source_run_id: world.chance.one([world.any('run'), undefined]),
    model_type: world.chance.one(['clf', undefined]),
    params: world.chance.happens(0.4) ? pairs(world, 2) : undefined,
    tags: world.chance.happens(0.4) ? pairs(world, 2) : undefined,
  },
  learn: [{ kind: 'logged_model', at: 'model.info.model_id' }],
  // a name that the server makes up is another on each
  guarded: ['name'],
});

const ofModel = (operation: string, more: (world: World) => Record<string, unknown> = () => ({})): Make => {
  return (world) => ({ operation, fields: { model_id: world.any('logged_model'), ...more(world) } });
};

const conditions = [
  "name = 'alpha'",
  "attributes.name LIKE 'a%'",
  "name IN ('alpha', 'beta')",
  "model_type != 'clf'",
  'status = 2',
  "params.k1 = 'alpha'",
  "tags.k2 ILIKE 'A%'",
  'metrics.m1 > 0',
  'metrics.`m 2` <= 0.5',
  'creation_timestamp > 1',
  'name = 5',
  'nothing = 1',
  "tags.`a b` != 'beta'",
];

const order = (world: World) => ({
  field_name: world.chance.one(['name', 'attributes.name', 'metrics.m1', 'creation_time', 'model_type', 'nothing']),
  ascending: world.chance.one([true, false, undefined]),
});

/** Logged models, their params, tags and metrics, and their search. */
export const loggedModels: Family = {
  setup: [createExperiment, createRun, createLoggedModel],
  moves: [
    [3, createLoggedModel],
    [4, ofModel('getLoggedModel', (world) => ({ allow_deleted: world.chance.one(['true', 'false', undefined]) }))],
    [1, ofModel('deleteLoggedModel')],
    [
      2,
      ofModel('finalizeLoggedModel', (world) => ({
        status: world.chance.one([
          'LOGGED_MODEL_READY',
          'LOGGED_MODEL_UPLOAD_FAILED',
          'LOGGED_MODEL_PENDING',
          'logged_model_ready',
          2,
        ]),
      })),
    ],
    [2, ofModel('setLoggedModelTags', (world) => ({ tags: pairs(world) }))],
    [1, ofModel('deleteLoggedModelTag', (world) => ({ tag_key: world.chance.one(keys.filter((key) => !key.includes('/'))) }))],
    [
      1,
      ofModel('logLoggedModelParams', (world) => ({ params: [{ key: `p${world.serial()}`, value: world.chance.one(words) }] })),
    ],
    [
      3,
      (world) => ({
        operation: 'logMetric',
        fields: { run_id: world.any('run'), model_id: world.any('logged_model', 0.02), ...point(world) },
      }),
    ],
    [
      1,
      (world) => ({
        operation: 'logOutputs',
        fields: {
          run_id: world.any('run'),
          models: [{ model_id: world.chance.one([world.any('logged_model', 0), undefined]), step: world.chance.below(3) }],
        },
      }),
    ],
    [2, (world) => ({ operation: 'getRun', fields: { run_id: world.any('run') } })],
    [
      5,
      (world) => ({
        operation: 'searchLoggedModels',
        fields: {
          experiment_ids: [world.all('experiment')[0]],
          filter: world.chance.happens(0.6) ? world.chance.some(conditions, 1).slice(0, 2).join(' AND ') : undefined,
          max_results: world.chance.one([1, 2, 50]),
          order_by: world.chance.happens(0.4) ? [order(world)] : undefined,
        },
        learn: nextPage,
        guarded: ['experiment_ids'],
      }),
    ],
  ],
};
