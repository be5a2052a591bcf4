import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import { openBaseContext, ownContext } from '../../../src/app/base-context.ts';
import { readStorageConfig } from '../../../src/app/config.ts';
import { collectGarbage } from '../../../src/tracking/collect-garbage.ts';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';
import { mlflowApi } from '../../support/mlflow-api.ts';

const app = await startApp();
const { call } = mlflowApi(app);
const clearml = clearmlApi(app);

const config = readStorageConfig({ artifactsDestination: app.artifacts }, {});
const base = await openBaseContext(config, app.db, pino({ level: 'silent' }));

async function collect(): Promise<void> {
  await collectGarbage(ownContext(base), new Date());
}

async function standIn(name: string): Promise<{ id: string }> {
  return (await clearml.call('models.get_all', { name })).models[0];
}

test('what stands for a version stays when its experiment is deleted for good', async () => {
  const { experiment_id } = await call('POST', 'experiments/create', { name: 'goes' });
  const { run } = await call('POST', 'runs/create', { experiment_id });
  const run_id = run.info.run_id;
  await call('POST', 'registered-models/create', { name: 'stays' });
  await call('POST', 'model-versions/create', { name: 'stays', source: `runs:/${run_id}/model`, run_id });
  await call('POST', 'experiments/delete', { experiment_id });
  await collect();
  assert.equal((await app.http.get(`/api/2.0/mlflow/experiments/get?experiment_id=${experiment_id}`)).status, 404);
  assert.equal((await call('GET', 'model-versions/get', { name: 'stays', version: '1' })).model_version.run_id, run_id);
  assert.ok(await standIn('stays'));
});

test('files of a run are not deleted with what stands for a version and was put away in ClearML', async () => {
  const { run } = await call('POST', 'runs/create', { experiment_id: '0' });
  const run_id = run.info.run_id;
  const file = `/api/2.0/mlflow-artifacts/artifacts/0/${run_id}/artifacts/model/file`;
  await app.http.put(file).send('bytes').expect(200);
  await call('POST', 'registered-models/create', { name: 'put away' });
  await call('POST', 'model-versions/create', { name: 'put away', source: `runs:/${run_id}/model`, run_id });
  await clearml.call('models.archive_many', { ids: [(await standIn('put away')).id] });
  await collect();
  await app.http.get(file).expect(200);
  await app.http.get('/model-versions/get-artifact').query({ name: 'put away', version: 1, path: 'file' }).expect(200);
});
