import { type Case, type Difference, get, inRun, post, readRun } from './case.ts';

const create = (more: Record<string, unknown> = {}) =>
  post(
    'logged-models',
    { experiment_id: '$experiment', name: 'model', source_run_id: '$run', ...more },
    { keep: { model: 'model.info.model_id' } },
  );
const read = get('logged-models/$model');

/** Three models that searches tell apart: `$a` alpha and ready, `$b` beta, `$c` alpha without anything; `$gone` is deleted. */
const models = [
  ...[
    {
      keep: 'a',
      name: 'alpha',
      model_type: 'clf',
      tags: [{ key: 'stage', value: 'Prod' }],
      params: [{ key: 'lr', value: '0.1' }],
    },
    { keep: 'b', name: 'beta', model_type: 'reg', tags: [{ key: 'a b', value: '' }], params: [{ key: 'lr', value: '0.2' }] },
    { keep: 'c', name: 'alpha', source_run_id: undefined },
    { keep: 'gone', name: 'alpha' },
  ].map(({ keep, ...more }) => ({ ...create(more), keep: { [keep]: 'model.info.model_id' } })),
  { send: 'DELETE logged-models/$gone' },
  { send: 'PATCH logged-models/$a', body: { model_id: '$a', status: 'LOGGED_MODEL_READY' } },
  ...[
    { model_id: '$a', key: 'acc', value: 0.9, timestamp: 10, step: 2 },
    { model_id: '$a', key: 'acc', value: 0.5, timestamp: 10, step: 1, dataset_name: 'test', dataset_digest: 'd1' },
    { model_id: '$b', key: 'acc', value: 0.7, timestamp: 10, dataset_name: 'test', dataset_digest: 'd2' },
    { model_id: '$b', key: 'f1', value: 0.3, timestamp: 5 },
  ].map((point) => post('runs/log-metric', { run_id: '$run', ...point })),
];

const search = (more: Record<string, unknown>, differs?: Difference) =>
  post('logged-models/search', { experiment_ids: ['$experiment'], ...more }, { differs });
const byFilter = (...filters: readonly string[]) => filters.map((filter) => search({ filter }));
const byOrder = (...orders: readonly (readonly object[])[]) => orders.map((order_by) => search({ order_by }));

const crashOnSearch: Difference = {
  kind: 'crash',
  original: '500 INTERNAL_ERROR',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'a search that cannot be read is a mistake of the caller, and clients try again on 500',
};
const crashOnToken: Difference = { ...crashOnSearch, original: '500 <page>' };
const leaksDatabaseError: Difference = {
  ...crashOnSearch,
  kind: 'wrong',
  original: '400 BAD_REQUEST',
  reason: 'the original fails inside its database library and answers with the text of that failure',
};
const negativePage: Difference = {
  kind: 'wrong',
  original: '200 {"next_page_token"',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the original answers an empty page with a token, from which a client never gets on',
};
const anyDigest: Difference = {
  kind: 'wrong',
  original: '200 {}',
  ours: '200 {"models"',
  reason: 'the digest is documented as optional, but without one the original looks for points that it never stores',
};
const classOfOrder: Difference = {
  kind: 'wrong',
  original: '400 INVALID_PARAMETER_VALUE',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the original gives an unknown name another error_class in this one place than in every other search',
};
const numberList: Difference = {
  kind: 'wrong',
  original: '200',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the language has lists of quoted strings only; the original evaluates anything that is a list in Python',
};

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
  inRun('models are searched by attributes', [
    ...models,
    search({}),
    ...byFilter(
      "name = 'alpha'",
      'name = alpha',
      'name = "alpha"',
      "attributes.name != 'alpha'",
      "`name` LIKE 'a%'",
      "name ilike 'A%'",
      "name LIKE 'A%'",
      'name in (\'beta\', "alpha")',
      "attributes.`name` NOT IN ('beta',)",
      "model_type = ''",
      "model_type != 'clf'",
      "source_run_id = '$run'",
      "source_run_id = ''",
      "model_id = '$a'",
      "attributes.model_id IN ('$a', '$b')",
      "model_id NOT IN ('$a')",
      "model_id != 'x'",
      "model_id LIKE 'm-%'",
      "artifact_location ILIKE '%MODELS%'",
      "experiment_id = '$experiment'",
      "status_message != 'x'",
      'status = 2',
      "status = '2'",
      "status = 'READY'",
      "status != 'LOGGED_MODEL_READY'",
      "status NOT IN ('2')",
      "lifecycle_stage = 'active'",
      "lifecycle_stage = 'deleted'",
      'creation_time > 0',
      'creation_timestamp > 1.5',
      'attributes.creation_timestamp_ms < 99999999999999999999',
      'last_updated_timestamp <= 5',
      "name = 'alpha' AND status = 2 AND model_type = 'clf'",
    ),
  ]),
  inRun('models are searched by params, tags and metrics', [
    ...models,
    ...byFilter(
      "params.lr = '0.1'",
      'params.lr = 0.1',
      'params.lr = "0.1"',
      "params.`lr` != '0.1'",
      'params."lr" = \'0.1\'',
      "params.lr IN ('0.1', '0.2')",
      "tags.stage = 'prod'",
      "tags.stage ILIKE 'prod'",
      "tags.`a b` = ''",
      "tags.stage NOT IN ('x')",
      "tags.stage = 'Prod' AND params.lr LIKE '0.%'",
      'metrics.acc > 0.6',
      'metrics.acc = 0.5',
      'metrics.acc != 0.9',
      'metrics.`acc` > 5e-1 AND metrics.f1 < 1',
      'metrics."acc" > 0',
      'metrics.none != 1',
    ),
    ...[[{ dataset_name: 'test', dataset_digest: 'd1' }], [{ dataset_name: 'none', dataset_digest: 'd1' }]].flatMap((datasets) =>
      ['', 'metrics.acc > 0.6', 'metrics.acc > 0', 'metrics.f1 > 0', "name = 'alpha'"].map((filter) =>
        search({ datasets, filter }),
      ),
    ),
    search({
      datasets: ['d1', 'd2'].map((dataset_digest) => ({ dataset_name: 'test', dataset_digest })),
      filter: 'metrics.acc > 0.6',
    }),
    search({ datasets: [{ dataset_name: 'test' }] }, anyDigest),
    post(
      'logged-models/search',
      { experiment_ids: ['$experiment'], datasets: [{ dataset_digest: 'd1' }] },
      { says: ['dataset_name'] },
    ),
  ]),
  inRun('models are ordered and given out in pages', [
    ...models,
    ...byOrder(
      [{ field_name: 'name' }],
      [{ field_name: 'name', ascending: false }, { field_name: 'creation_time' }],
      [{ field_name: 'lifecycle_stage' }, { field_name: 'name' }],
      [{ field_name: 'status' }],
      [{ field_name: 'model_type', ascending: false }],
      [{ field_name: 'source_run_id' }],
      [{ field_name: 'status_message' }],
      [{ field_name: 'experiment_id' }, { field_name: 'last_updated_timestamp', ascending: false }],
      [{ field_name: 'metrics.acc' }],
      [{ field_name: 'metrics.acc', ascending: false }],
      [{ field_name: 'metrics.`acc`' }],
      [{ field_name: 'metrics.acc', dataset_name: 'test' }],
      [{ field_name: 'metrics.acc', dataset_name: 'test', dataset_digest: 'd2' }],
      [{ field_name: 'metrics.acc', dataset_digest: 'd1' }],
      [{ field_name: 'metrics.f1' }, { field_name: 'metrics.acc' }],
    ),
    search({ max_results: 0 }),
    search({ max_results: '2' }),
    post('logged-models/search', { experiment_ids: ['$experiment'], max_results: 2 }, { keep: { token: 'next_page_token' } }),
    search({ max_results: 2, page_token: '$token' }),
    search({ max_results: 2, page_token: '$token', filter: "name = 'alpha'" }),
    search({ max_results: 2, page_token: '$token', order_by: [{ field_name: 'name' }] }),
    search({ experiment_ids: ['$experiment', '999999'], page_token: '$token' }),
    search({ experiment_ids: ['999999'] }),
    search({ experiment_ids: [] }),
    post('logged-models/search', {}, { says: ['experiment_ids'] }),
  ]),
  inRun('searches over models that cannot be read are refused', [
    ...models,
    ...byFilter(
      "attribute.name = 'x'",
      "attr.name = 'x'",
      "param.lr = '1'",
      'metric.acc > 1',
      "name > 'a'",
      "name == 'a'",
      'name IS NULL',
      "metrics.acc LIKE '1'",
      'metrics.acc IN (1)',
      "creation_time LIKE '1'",
      "name = 'a' OR name = 'b'",
      "(name = 'a')",
      'name',
      "name = 'a';",
      ' ',
    ),
    ...[
      "foo = 'x'",
      "Name = 'x'",
      "Metrics.acc = 'x'",
      "attributes.foo = 'x'",
      '"name" = \'x\'',
      "artifact_uri = 'x'",
      'attributes.creation_time > 0',
      "metrics.acc > '0.5'",
      'metrics.acc > high',
      "creation_time > '5'",
      'name IN (x)',
    ].map((filter) => search({ filter }, crashOnSearch)),
    search({ filter: "tags = 'x'" }, leaksDatabaseError),
    search({ filter: 'status IN (2)' }, leaksDatabaseError),
    search({ filter: 'status IN (1, 2)' }, numberList),
    ...byOrder([{ field_name: 'attributes.name' }], [{ field_name: 'params.lr' }], [{ field_name: 'metric.acc' }]),
    search({ order_by: [{ field_name: 'foo' }] }, classOfOrder),
    search({ order_by: [{ field_name: 'tags' }] }, crashOnSearch),
    search({ max_results: -1 }, negativePage),
    search({ page_token: 'e30=' }),
    search({ page_token: 'x' }, crashOnToken),
    search({ experiment_ids: ['x'] }),
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
