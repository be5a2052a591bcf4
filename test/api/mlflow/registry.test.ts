import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { mlflowApi } from '../../support/mlflow-api.ts';

const app = await startApp();
const { call, refuse } = mlflowApi(app);

const INVALID = '400 INVALID_PARAMETER_VALUE';
const MISSING = '404 RESOURCE_DOES_NOT_EXIST';
const TAKEN = '400 RESOURCE_ALREADY_EXISTS';
const PROMPT = { key: 'mlflow.prompt.is_prompt', value: 'true' };

const create = (name: string, more: object = {}) => call('POST', 'registered-models/create', { name, ...more });
const version = async (name: string, more: object = {}) =>
  (await call('POST', 'model-versions/create', { name, source: 's3://bucket/x', ...more })).model_version;
const read = async (name: string) => (await call('GET', 'registered-models/get', { name })).registered_model;

test('createRegisteredModel keeps names, texts and tags exactly, at their limits and not past them', async () => {
  const name = 'ünï 模型 %2e "quoted" \\ ;?';
  const made = (await create(name, { description: '✓\n', tags: [{ key: 'a/b.c', value: 'v'.repeat(100_000) }] }))
    .registered_model;
  assert.equal(made.name, name);
  assert.deepEqual(await read(name), made);
  await create('n'.repeat(256));
  assert.equal(await refuse('POST', 'registered-models/create', { name: 'n'.repeat(257) }), INVALID);
  assert.equal(await refuse('POST', 'registered-models/create', { name: 'a', description: 'd'.repeat(100_001) }), INVALID);
  for (const wrong of ['', ' ', 'a/b', 'a:b', '.', '..', '../a', '\u0000', 5, null, ['a']]) {
    assert.equal(await refuse('POST', 'registered-models/create', { name: wrong }), INVALID, JSON.stringify(wrong));
  }
});

test('createRegisteredModel is told apart from a prompt of that name, and refused', async () => {
  await create('taken');
  await create('taken prompt', { tags: [PROMPT] });
  assert.equal(await refuse('POST', 'registered-models/create', { name: 'taken' }), TAKEN);
  assert.equal(await refuse('POST', 'registered-models/create', { name: 'taken prompt' }), TAKEN);
  assert.equal(await refuse('POST', 'registered-models/rename', { name: 'taken', new_name: 'taken prompt' }), TAKEN);
});

test('createModelVersion gives every one of many at once a number of its own', async () => {
  await create('many');
  const made = await Promise.all(Array.from({ length: 20 }, () => version('many')));
  const numbers = made.map((one) => Number(one.version)).sort((a, b) => a - b);
  assert.deepEqual(
    numbers,
    Array.from({ length: 20 }, (_, at) => at + 1),
  );
  await call('DELETE', 'model-versions/delete', { name: 'many', version: '20' });
  assert.equal((await version('many')).version, '21');
});

test('createModelVersion refuses sources that lead elsewhere, in every spelling, and makes no version', async () => {
  await create('hostile');
  const { run } = await call('POST', 'runs/create', { experiment_id: '0' });
  const root = run.info.artifact_uri;
  const sources = [
    `${root}/../../x`,
    `${root}/%2e%2e/%2e%2e/x`,
    `${root}/%252e%252e/x`,
    `${root}/..%2f..%2fx`,
    `${root}\\..\\x`,
    `${root}/x#/../../..`,
    `${root}/x?path=../../..`,
    `${root}/x\u0000`,
    `${root}x/y`,
    root.replace('mlflow-artifacts:/', 'mlflow-artifacts://elsewhere/'),
    root.replace('mlflow-artifacts:', 'http://localhost/api/2.0/mlflow-artifacts/artifacts'),
    'file:///proc/self/environ',
    'FILE://localhost/etc/passwd',
    '//proc/self/root/etc/passwd',
    '/etc/passwd',
    'etc/passwd',
    'http:///#/../../etc',
    'runs:/../../etc/passwd',
    `runs:/${run.info.run_id}/../../x`,
    'dbfs:/a/../b',
    's3://bucket/a/../../b',
    'x'.repeat(8001),
  ];
  for (const source of sources) {
    const body = { name: 'hostile', source, run_id: run.info.run_id };
    assert.equal(await refuse('POST', 'model-versions/create', body), INVALID, source);
  }
  assert.equal((await read('hostile')).latest_versions, undefined);
  assert.equal((await version('hostile', { source: `${root}/model`, run_id: run.info.run_id })).version, '1');
});

test('createModelVersion of a prompt takes no address at all', async () => {
  await create('hostile prompt', { tags: [PROMPT] });
  for (const source of ['../../../etc', '/etc/passwd', 'file:///etc', 's3://b/x', 'dummy-source/../x', '']) {
    const body = { name: 'hostile prompt', source, tags: [PROMPT] };
    assert.equal(await refuse('POST', 'model-versions/create', body), INVALID, source);
  }
  assert.equal((await version('hostile prompt', { source: 'dummy-source', tags: [PROMPT] })).version, '1');
});

test('deleteModelVersion forgets where a version came from', async () => {
  await create('redacted');
  await version('redacted', { run_id: 'a secret run', description: 'a secret', run_link: 'https://secret' });
  await call('POST', 'registered-models/alias', { name: 'redacted', alias: 'best', version: '1' });
  await call('DELETE', 'model-versions/delete', { name: 'redacted', version: '1' });
  const { rows } = await app.db.query<{ text: string }>({
    text: `select v::text as text from model_versions v join registered_models r using (registered_model_id) where r.name = 'redacted'`,
  });
  assert.doesNotMatch(rows[0]?.text ?? 'secret', /secret|s3:/);
  assert.equal((await read('redacted')).aliases, undefined);
  assert.equal(await refuse('GET', 'model-versions/get', { name: 'redacted', version: '1' }), MISSING);
  assert.equal(await refuse('DELETE', 'model-versions/delete', { name: 'redacted', version: '1' }), MISSING);
});

test('transitionModelVersionStage leaves one version in a stage, however many come at once', async () => {
  await create('stages');
  for (let made = 0; made < 5; made += 1) await version('stages');
  const moves = [1, 2, 3, 4, 5].map((number) =>
    call('POST', 'model-versions/transition-stage', {
      name: 'stages',
      version: String(number),
      stage: 'production',
      archive_existing_versions: true,
    }),
  );
  await Promise.all(moves);
  const found = (await call('GET', 'model-versions/search', { filter: "name = 'stages'" })).model_versions;
  const staged = found.filter((one: { current_stage: string }) => one.current_stage === 'Production');
  assert.equal(staged.length, 1);
});

test('searchRegisteredModels and searchModelVersions page through everything once, and take no page token of another search', async () => {
  for (let at = 0; at < 12; at += 1) {
    await create(`page-${at % 2 === 0 ? 'A' : 'b'}${at}`);
    await version(`page-${at % 2 === 0 ? 'A' : 'b'}${at}`);
  }
  for (const [path, list] of [
    ['registered-models', 'registered_models'],
    ['model-versions', 'model_versions'],
  ]) {
    for (const order of [[], ['name DESC'], ['last_updated_timestamp'], ['last_updated_timestamp DESC', 'name']]) {
      const query = { filter: "name LIKE 'page-%'", max_results: 5, order_by: order };
      const whole = await call('GET', `${path}/search`, { ...query, max_results: 1000 });
      const seen: string[] = [];
      let token = '';
      for (let page = 0; page < 3; page += 1) {
        const answer = await call('GET', `${path}/search`, { ...query, page_token: token });
        seen.push(...answer[list as string].map((one: { name: string }) => one.name));
        token = answer.next_page_token ?? '';
      }
      assert.deepEqual(
        seen,
        whole[list as string].map((one: { name: string }) => one.name),
      );
      assert.equal(token, '');
      assert.equal(seen.length, 12);
    }
  }
  const { next_page_token } = await call('GET', 'registered-models/search', { max_results: 1 });
  for (const page_token of ['x', 'null', Buffer.from('["a",0,"b"]').toString('base64url')]) {
    assert.equal(await refuse('GET', 'registered-models/search', { page_token, max_results: 1 }), INVALID);
  }
  assert.equal(
    await refuse('GET', 'registered-models/search', { page_token: next_page_token, order_by: ['name DESC'] }),
    INVALID,
  );
});

test('searchRegisteredModels answers a POST too, which the R client sends', async () => {
  await create('by post');
  const { registered_models } = await call('POST', 'registered-models/search', { filter: "name = 'by post'" });
  assert.equal(registered_models.length, 1);
});

test('serveModelVersionArtifact sends a file of a version, as a download, and nothing else', async () => {
  const { run } = await call('POST', 'runs/create', { experiment_id: '0' });
  const { run_id, artifact_uri } = run.info;
  const folder = artifact_uri.replace('mlflow-artifacts:/', '');
  await app.http.put(`/api/2.0/mlflow-artifacts/artifacts/${folder}/model/a.html`).send('<h1>x</h1>').expect(200);
  await app.http.put(`/api/2.0/mlflow-artifacts/artifacts/${folder}/other.txt`).send('other').expect(200);
  await create('files');
  await version('files', { source: `runs:/${run_id}/model`, run_id });
  await version('files');
  const get = (path: string, number = '1') =>
    app.http.get('/model-versions/get-artifact').query({ name: 'files', version: number, path });
  const answer = await get('a.html').expect(200);
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  assert.match(answer.headers['content-disposition'] ?? '', /^attachment/);
  assert.equal((await get('MLmodel')).status, 404);
  assert.equal((await get('')).status, 400);
  for (const path of ['../other.txt', '%2e%2e/other.txt', '/etc/passwd', 'a.html/../../other.txt']) {
    assert.equal((await get(path)).status, 400, path);
  }
  assert.equal((await get('a.html', '9')).status, 404);
});

test('a registered model is found by tags set and taken away, and prompts only when asked for', async () => {
  await create('found');
  const names = async (filter: string) =>
    ((await call('GET', 'registered-models/search', { filter })).registered_models ?? []).map(
      (one: { name: string }) => one.name,
    );
  assert.deepEqual(await names("tags.color = 'red'"), []);
  await call('POST', 'registered-models/set-tag', { name: 'found', key: 'color', value: 'red' });
  assert.deepEqual(await names("tags.color = 'red'"), ['found']);
  await call('POST', 'registered-models/set-tag', { name: 'found', ...PROMPT });
  assert.deepEqual(await names("tags.color = 'red'"), []);
  assert.deepEqual(await names("tags.color = 'red' AND tags.`mlflow.prompt.is_prompt` = 'true'"), ['found']);
  await call('DELETE', 'registered-models/delete-tag', { name: 'found', key: PROMPT.key });
  assert.deepEqual(await names("tags.color = 'red'"), ['found']);
});
