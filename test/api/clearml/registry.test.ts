import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';
import { mlflowApi } from '../../support/mlflow-api.ts';

const app = await startApp();
const { call, refuse } = clearmlApi(app);
const mlflow = mlflowApi(app);

const MISSING = '404 RESOURCE_DOES_NOT_EXIST';

async function publish(name: string, fields: object = {}): Promise<string> {
  const { id } = await call('models.create', { uri: 's3://bucket/w.pt', name, ready: false, ...fields });
  await call('models.set_ready', { model: id, publish_task: false });
  return id;
}

async function read(model: string) {
  return (await call('models.get_by_id', { model })).model;
}

/** Name and number of the versions that a model is registered as. */
async function versionsOf(model: string): Promise<string[]> {
  const { model_versions = [] } = await mlflow.call('GET', 'model-versions/search', { order_by: ['name', 'version_number'] });
  const own = model_versions.filter((one: { source: string }) => one.source === `models:/m-${model}`);
  return own.map((one: { name: string; version: string }) => `${one.name} ${one.version}`);
}

const create = async (name: string, tags: object[] = []) => mlflow.call('POST', 'registered-models/create', { name, tags });
const register = async (name: string, more: object = {}) =>
  (await mlflow.call('POST', 'model-versions/create', { name, source: 's3://bucket/x', ...more })).model_version;

/** The model that stands for a version. */
async function modelOf(name: string): Promise<{ id: string; metadata: object; name: string; ready: boolean; uri: string }> {
  const { models } = await call('models.get_all', { name: `^${name}$` });
  return models[0];
}

test('models.set_ready makes a version under the name of the model, the next one for the next model of that name', async () => {
  const first = await publish('twice');
  const second = await publish('twice');
  assert.deepEqual([await versionsOf(first), await versionsOf(second)], [['twice 1'], ['twice 2']]);
  const { model_version } = await mlflow.call('GET', 'model-versions/get', { name: 'twice', version: '2' });
  assert.equal(model_version.status, 'READY');
  assert.equal(model_version.current_stage, 'None');
  const { artifact_uri } = await mlflow.call('GET', 'model-versions/get-download-uri', { name: 'twice', version: '2' });
  assert.equal(artifact_uri, 's3://bucket/w.pt');
});

test('models.create, models.edit and tasks.publish make a version of what they publish, and of nothing twice', async () => {
  const { id: created } = await call('models.create', { uri: 's3://bucket/w.pt', name: 'ready at once' });
  assert.deepEqual(await versionsOf(created), ['ready at once 1']);
  await call('models.edit', { model: created, ready: false });
  await call('models.edit', { model: created, ready: true });
  assert.deepEqual(await versionsOf(created), ['ready at once 1']);
  const { id: task } = await call('tasks.create', { name: 'maker', type: 'training' });
  const { id: made } = await call('models.create', { uri: 's3://b/x', name: 'of a task', ready: false, task });
  await call('tasks.add_or_update_model', { task, name: 'out', type: 'output', model: made });
  assert.deepEqual(await versionsOf(made), []);
  await call('tasks.publish', { task, force: true });
  assert.deepEqual(await versionsOf(made), ['of a task 1']);
  const { model_version } = await mlflow.call('GET', 'model-versions/get', { name: 'of a task', version: '1' });
  assert.equal(model_version.run_id, task);
});

test('names that MLflow forbids get one form that is kept, and no two names the same', async () => {
  const names = ['team/model', 'team:model', 'team/model', '../model', 'n'.repeat(300)];
  const versions = [];
  for (const name of names) versions.push(...(await versionsOf(await publish(name))));
  assert.deepEqual(versions, ['team-model 1', 'team-model-2 1', 'team-model 2', '_-model 1', `${'n'.repeat(240)} 1`]);
  await create('asked', [{ key: 'mlflow.prompt.is_prompt', value: 'true' }]);
  assert.deepEqual(await versionsOf(await publish('asked')), ['asked-2 1']);
});

test('many models of one name that are published at once get a number each', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => publish('at once/')));
  const versions = (await Promise.all(ids.map(versionsOf))).flat().sort();
  assert.deepEqual(
    versions,
    Array.from({ length: 8 }, (_, at) => `at once- ${at + 1}`),
  );
});

test('a version without a logged model is a published model of ClearML, and none of MLflow', async () => {
  await create('stands for');
  const { run } = await mlflow.call('POST', 'runs/create', { experiment_id: '0' });
  await register('stands for', { source: `runs:/${run.info.run_id}/model`, run_id: run.info.run_id });
  const model = await read((await modelOf('stands for')).id);
  assert.equal(model.ready, true);
  assert.equal(model.task, run.info.run_id);
  assert.deepEqual(model.metadata, {
    mlflow_name: { key: 'mlflow_name', type: 'str', value: 'stands for' },
    mlflow_version: { key: 'mlflow_version', type: 'int', value: '1' },
    mlflow_stage: { key: 'mlflow_stage', type: 'str', value: 'None' },
  });
  const { models = [] } = await mlflow.call('POST', 'logged-models/search', { experiment_ids: ['0'] });
  assert.equal(models.filter((one: { info: { name: string } }) => one.info.name === 'stands for').length, 0);
});

test('stages and aliases are metadata, found like others, and nobody writes them', async () => {
  await create('staged');
  await register('staged');
  await mlflow.call('POST', 'registered-models/alias', { name: 'staged', alias: 'best', version: '1' });
  await mlflow.call('POST', 'registered-models/alias', { name: 'staged', alias: 'also', version: '1' });
  await mlflow.call('POST', 'model-versions/transition-stage', { name: 'staged', version: '1', stage: 'Staging' });
  const { id } = await modelOf('staged');
  await call('models.add_or_update_metadata', { model: id, metadata: [{ key: 'mlflow_stage', type: 'str', value: 'wrong' }] });
  await call('models.add_or_update_metadata', { model: id, metadata: [{ key: 'own', type: 'str', value: 'mine' }] });
  const { metadata } = await read(id);
  const values = Object.values(metadata as Record<string, { key: string; value: string }>).map(
    ({ key, value }) => `${key}=${value}`,
  );
  assert.deepEqual(values, [
    'mlflow_aliases=also, best',
    'mlflow_name=staged',
    'mlflow_stage=Staging',
    'mlflow_version=1',
    'own=mine',
  ]);
  const { models } = await call('models.get_all', { 'metadata.mlflow_stage.value': ['Staging'] });
  assert.deepEqual(
    models.map((model: { id: string }) => model.id),
    [id],
  );
});

test('renaming and deleting in MLflow takes along what stands for versions, and leaves logged models', async () => {
  await create('renamed');
  await register('renamed');
  const logged = (await mlflow.call('POST', 'logged-models', { experiment_id: '0', name: 'kept' })).model.info.model_id;
  await register('renamed', { source: `models:/${logged}`, model_id: logged });
  await mlflow.call('POST', 'registered-models/rename', { name: 'renamed', new_name: 'now called' });
  assert.equal((await modelOf('now called')).ready, true);
  await mlflow.call('DELETE', 'registered-models/delete', { name: 'now called' });
  assert.equal(await modelOf('now called'), undefined);
  assert.deepEqual((await read(logged.slice(2))).metadata, {});
});

test('models.delete takes the version along, but one in use only when forced', async () => {
  const model = await publish('deleted');
  await mlflow.call('POST', 'registered-models/alias', { name: 'deleted', alias: 'best', version: '1' });
  assert.equal(await refuse('models.delete', { model }), '400/205');
  await call('models.delete', { model, force: true });
  assert.equal(await mlflow.refuse('GET', 'model-versions/get', { name: 'deleted', version: '1' }), MISSING);
  assert.deepEqual(await versionsOf(await publish('deleted')), ['deleted 2']);
});

test('prompts are no models of ClearML', async () => {
  const PROMPT = { key: 'mlflow.prompt.is_prompt', value: 'true' };
  await create('only a prompt', [PROMPT]);
  await register('only a prompt', { source: 'dummy-source', tags: [PROMPT] });
  assert.equal(await modelOf('only a prompt'), undefined);
});
