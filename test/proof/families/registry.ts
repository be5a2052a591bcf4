import type { Draft } from '../draft.ts';
import { anyFilter, anyOrder, type Vocabulary } from '../filters.ts';
import type { Family, Make } from '../sequence.ts';
import type { World } from '../world.ts';
import { createExperiment, createRun, keys, nextPage, pairs, words } from './basics.ts';

const PROMPT_TAG = { key: 'mlflow.prompt.is_prompt', value: 'true' };

const createRegisteredModel: Make = (world) => {
  const name = world.name('model');
  const tags = [...pairs(world, 2), ...(world.chance.happens(0.25) ? [PROMPT_TAG] : [])];
  return {
    operation: 'createRegisteredModel',
    fields: { name, tags, description: world.chance.one(['about it', '', undefined]) },
    know: [{ kind: 'registered_model', text: name }],
    own: ['name'],
  };
};

const sources = [
  's3://bucket/model',
  'dummy-source',
  'gs://bucket/a/b',
  '/tmp/somewhere',
  'file:///etc/passwd',
  's3://bucket/../other',
  'http://127.0.0.1/x',
  'mlflow-artifacts:/0/x',
  'dbfs:/models/x',
];

const createModelVersion: Make = (world) => ({
  operation: 'createModelVersion',
  fields: {
    name: world.any('registered_model'),
    source: world.chance.happens(0.6) ? sources[0] : source(world),
    run_id: world.chance.happens(0.3) ? world.any('run') : undefined,
    tags: world.chance.happens(0.4) ? pairs(world, 2) : undefined,
    description: world.chance.one(['first', undefined]),
    run_link: world.chance.one(['http://x', undefined]),
  },
});

function source(world: World): string {
  const copied = `models:/${world.any('registered_model')}/${version(world)}`;
  return world.chance.one([...sources, copied, `runs:/${world.any('run')}/model`]);
}

function version(world: World): string {
  return world.chance.one(['1', '1', '2', '3', '9', 'x', '0', '-1', '1.0']);
}

/** A model that is no prompt, and a version that is sure to be made. */
const createPlainModel: Make = (world) => {
  const name = world.name('model');
  return { operation: 'createRegisteredModel', fields: { name }, know: [{ kind: 'registered_model', text: name }] };
};

const createPlainVersion: Make = (world) => ({
  operation: 'createModelVersion',
  fields: { name: world.all('registered_model')[0], source: sources[0] },
});

/** The first model is asked about most, so that it gets a history. */
function modelOf(world: World): string {
  const first = world.all('registered_model')[0];
  return first !== undefined && world.chance.happens(0.5) ? first : world.any('registered_model');
}

const ofModel = (operation: string, more: (world: World) => Record<string, unknown> = () => ({})): Make => {
  return (world) => ({ operation, fields: { name: modelOf(world), ...more(world) } });
};

const ofVersion = (operation: string, more: (world: World) => Record<string, unknown> = () => ({})): Make => {
  return ofModel(operation, (world) => ({ version: version(world), ...more(world) }));
};

const alias = (world: World) => ({ alias: world.chance.one(['champion', 'Prod', 'latest', 'v1', 'a b', 'ünï', 'none']) });
const tag = (world: World) => ({ key: world.chance.one([...keys, PROMPT_TAG.key]), value: world.chance.one(words) });
const key = (world: World) => ({ key: world.chance.one(keys) });

const modelWords: Vocabulary = {
  texts: ['name', 'attribute.name', 'tags.k1', 'tag.`a b`', 'tags."deep/k3"', 'tag.`mlflow.prompt.is_prompt`'],
  numbers: [],
  values: [...words, 'model 1 $nonce', 'true', 'false'],
  amounts: ['1'],
};

const versionWords: Vocabulary = {
  texts: ['name', 'run_id', 'source_path', 'tags.k1', 'tag.`a b`', 'attributes.name', 'tags.`mlflow.prompt.is_prompt`'],
  numbers: ['version_number', 'attribute.version_number'],
  values: [...words, 'model 1 $nonce', 's3://bucket/model', 'true', '1'],
  amounts: ['1', '2', '0', '1.5', '-1'],
};

const search = (operation: string, vocabulary: Vocabulary, orders: readonly string[]): Make => {
  return (world): Draft => ({
    operation,
    fields: {
      filter: anyFilter(world.chance, vocabulary, "name LIKE '%$nonce'"),
      max_results: world.chance.one([1, 2, 100]),
      order_by: world.chance.happens(0.5) ? anyOrder(world.chance, orders) : undefined,
    },
    learn: nextPage,
    guarded: ['filter'],
  });
};

const stages = ['None', 'Staging', 'Production', 'Archived', 'staging', 'Nowhere'];

/** Registered models, their versions, prompts among them, and both searches. */
export const registry: Family = {
  setup: [createExperiment, createRun, createPlainModel, createPlainVersion, createPlainVersion],
  moves: [
    [3, createRegisteredModel],
    [1, (world) => ({ operation: 'createRegisteredModel', fields: { name: world.any('registered_model', 0) }, own: ['name'] })],
    [6, createModelVersion],
    [2, ofModel('getRegisteredModel')],
    [1, ofModel('deleteRegisteredModel')],
    [1, ofModel('updateRegisteredModel', (world) => ({ description: world.chance.one(words) }))],
    [2, ofModel('setRegisteredModelTag', tag)],
    [1, ofModel('deleteRegisteredModelTag', key)],
    [
      1,
      (world) => {
        const name = world.name('model');
        const old = world.any('registered_model');
        return {
          operation: 'renameRegisteredModel',
          fields: { name: old, new_name: name },
          know: [{ kind: 'registered_model', text: name }],
          own: ['new_name'],
        };
      },
    ],
    [2, ofModel('getLatestVersions', (world) => ({ stages: world.chance.happens(0.5) ? world.chance.some(stages) : undefined }))],
    [3, ofVersion('getModelVersion')],
    [1, ofVersion('deleteModelVersion')],
    [1, ofVersion('updateModelVersion', (world) => ({ description: world.chance.one(words) }))],
    [2, ofVersion('setModelVersionTag', tag)],
    [1, ofVersion('deleteModelVersionTag', key)],
    [1, ofVersion('getModelVersionDownloadUri')],
    [
      3,
      ofVersion('transitionModelVersionStage', (world) => ({
        stage: world.chance.one(stages),
        archive_existing_versions: world.chance.one([true, false, undefined]),
      })),
    ],
    [2, ofVersion('setRegisteredModelAlias', alias)],
    [2, ofModel('getModelVersionByAlias', alias)],
    [1, ofModel('deleteRegisteredModelAlias', alias)],
    [4, search('searchRegisteredModels', modelWords, ['name', 'timestamp', 'last_updated_timestamp', 'creation_timestamp'])],
    [4, search('searchModelVersions', versionWords, ['name', 'version_number', 'creation_timestamp', 'last_updated_timestamp'])],
  ],
};
