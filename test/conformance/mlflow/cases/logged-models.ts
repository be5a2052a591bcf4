import { type Case, get, inRun, post, readRun } from './case.ts';

const create = (more: Record<string, unknown> = {}) =>
  post(
    'logged-models',
    { experiment_id: '$experiment', name: 'model', source_run_id: '$run', ...more },
    { keep: { model: 'model.info.model_id' } },
  );
const read = get('logged-models/$model');

/** Logged models as far as `log_model` needs them. */
export const loggedModels: readonly Case[] = [
  inRun('a logged model is created, finalized and read', [
    create({ model_type: 'classifier', params: [{ key: 'depth', value: '3' }], tags: [{ key: 'stage', value: 'trial' }] }),
    read,
    { send: 'PATCH logged-models/$model', body: { model_id: '$model', status: 'LOGGED_MODEL_READY' } },
    read,
    post('runs/outputs', { run_id: '$run', models: [{ model_id: '$model', step: 3 }] }),
    readRun,
    post('runs/log-inputs', { run_id: '$run', models: [{ model_id: '$model' }] }),
    readRun,
  ]),
  inRun('metrics of a run can be metrics of a model', [
    create(),
    post('runs/log-metric', { run_id: '$run', key: 'acc', value: 0.5, timestamp: 10, step: 1, model_id: '$model' }),
    post('runs/log-metric', {
      run_id: '$run',
      key: 'acc',
      value: 0.75,
      timestamp: 20,
      step: 2,
      model_id: '$model',
      dataset_name: 'test',
      dataset_digest: 'd1',
    }),
    read,
    readRun,
  ]),
  inRun('params and tags of a logged model', [
    create(),
    { send: 'POST logged-models/$model/params', body: { model_id: '$model', params: [{ key: 'a', value: '1' }] } },
    {
      send: 'POST logged-models/$model/params',
      body: { model_id: '$model', params: [{ key: 'a', value: '2' }] },
      differs: {
        kind: 'wrong',
        original: '400 BAD_REQUEST',
        ours: '400 RESOURCE_ALREADY_EXISTS',
        reason: 'the original shows the SQL of a broken constraint',
      },
    },
    {
      send: 'PATCH logged-models/$model/tags',
      body: {
        tags: [
          { key: 't', value: '1' },
          { key: 'u', value: '' },
        ],
      },
    },
    { send: 'PATCH logged-models/$model/tags', body: { tags: [{ key: 't', value: '2' }] } },
    { send: 'DELETE logged-models/$model/tags/u' },
    { send: 'DELETE logged-models/$model/tags/u' },
    read,
  ]),
  inRun('a deleted logged model is not found', [
    create(),
    { send: 'DELETE logged-models/$model' },
    read,
    get('logged-models/$model?allow_deleted=true'),
    { send: 'DELETE logged-models/$model' },
  ]),
  inRun('logged models that break a rule are refused', [
    create({ name: undefined }),
    ...['a/b', 'a:b', 'a.b', 'a%b', 'a"b', "a'b"].map((name) =>
      post('logged-models', { experiment_id: '$experiment', name }, { says: [JSON.stringify(name)] }),
    ),
    post('logged-models', { experiment_id: '999999', name: 'x' }, { says: ['999999'] }),
    post('logged-models', { name: 'x' }, { says: ['experiment_id'] }),
    get('logged-models/m-0123456789abcdef0123456789abcdef', { says: ['m-0123456789abcdef0123456789abcdef'] }),
    {
      send: 'PATCH logged-models/m-0123456789abcdef0123456789abcdef',
      body: { model_id: 'm-0123456789abcdef0123456789abcdef', status: 'LOGGED_MODEL_READY' },
    },
    { send: 'PATCH logged-models/$model', body: { status: 'LOGGED_MODEL_READY' }, says: ['model_id'] },
    { send: 'PATCH logged-models/$model', body: { model_id: '$model' } },
    { send: 'PATCH logged-models/$model/tags', body: {} },
    { send: 'PATCH logged-models/m-0123456789abcdef0123456789abcdef/tags', body: { tags: [{ key: 'a', value: 'b' }] } },
  ]),
  inRun('files of a logged model', [
    create(),
    { send: 'PUT /api/2.0/mlflow-artifacts/artifacts/$experiment/models/$model/artifacts/MLmodel', raw: 'flavors: {}' },
    { send: 'PUT /api/2.0/mlflow-artifacts/artifacts/$experiment/models/$model/artifacts/sub/x.txt', raw: 'x' },
    get('logged-models/$model/artifacts/directories'),
    get('logged-models/$model/artifacts/directories?artifact_directory_path=sub'),
    get('/ajax-api/2.0/mlflow/logged-models/$model/artifacts/files?artifact_file_path=MLmodel'),
    get('/ajax-api/2.0/mlflow/logged-models/$model/artifacts/files?artifact_file_path=nothing'),
    get('/ajax-api/2.0/mlflow/logged-models/$model/artifacts/files?artifact_file_path=../../x'),
    get('/ajax-api/2.0/mlflow/logged-models/$model/artifacts/files'),
  ]),
  inRun('log-model of 2.x clients adds to the run’s history of models', [
    post('runs/log-model', {
      run_id: '$run',
      model_json: JSON.stringify({
        artifact_path: 'model',
        flavors: { python_function: {} },
        utc_time_created: '2024-01-01 00:00:00',
        run_id: 'x',
      }),
    }),
    post('runs/log-model', { run_id: '$run', model_json: '{}' }),
    post('runs/log-model', { run_id: '$run', model_json: 'not json' }),
    post('runs/log-model', { run_id: '$run' }),
    readRun,
  ]),
];
