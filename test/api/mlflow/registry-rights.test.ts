import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import { addPerson, type Person } from '../../support/people.ts';

const app = await startApp({ auth: 'on' });
const root = await addPerson(app, 'root', 'admin');
const ann = await addPerson(app, 'ann');
const bob = await addPerson(app, 'bob');

async function post(who: Person, path: string, body: object) {
  return await app.http.post(`/api/${path}`).set('authorization', who.authorization).send(body);
}

async function made(who: Person, path: string, body: object) {
  const { status, body: answer, text } = await post(who, `2.0/mlflow/${path}`, body);
  assert.equal(status, 200, `${path}: ${text}`);
  return answer;
}

async function forbid(resource_type: string, resource_id: string): Promise<void> {
  const what = { username: 'bob', resource_type, resource_id, permission: 'DENY' };
  const { status, text } = await post(root, '3.0/mlflow/users/permissions/grant', what);
  assert.equal(status, 200, text);
}

describe('somebody who may not read where a model lies', () => {
  let run: string;
  let model: string;
  before(async () => {
    const { experiment_id } = await made(ann, 'experiments/create', { name: 'hidden' });
    run = (await made(ann, 'runs/create', { experiment_id })).run.info.run_id;
    model = (await made(ann, 'logged-models', { experiment_id, name: 'hidden' })).model.info.model_id;
    await made(ann, 'registered-models/create', { name: 'hidden' });
    await made(ann, 'model-versions/create', { name: 'hidden', source: `runs:/${run}/model`, run_id: run });
    await made(bob, 'registered-models/create', { name: 'own' });
    await forbid('experiment', experiment_id);
    await forbid('registered_model', 'hidden');
  });

  it('createModelVersion does not register it under a name of theirs', async () => {
    for (const body of [
      { source: `runs:/${run}/model`, run_id: run },
      { source: `models:/${model}`, model_id: model },
      { source: 's3://bucket/x', model_id: model },
      { source: 'models:/hidden/1' },
      { source: 'models:/hidden@latest' },
    ]) {
      const answer = await post(bob, '2.0/mlflow/model-versions/create', { name: 'own', ...body });
      assert.equal(answer.status, 403, `${JSON.stringify(body)}: ${answer.text}`);
    }
    assert.equal((await made(bob, 'registered-models/get-latest-versions', { name: 'own' })).model_versions, undefined);
  });

  it('searchRegisteredModels and searchModelVersions do not show it', async () => {
    for (const [path, list] of [
      ['registered-models', 'registered_models'],
      ['model-versions', 'model_versions'],
    ]) {
      const search = (who: Person) => app.http.get(`/api/2.0/mlflow/${path}/search`).set('authorization', who.authorization);
      const namesOf = ({ body }: { body: Record<string, { name: string }[]> }) =>
        (body[list ?? ''] ?? []).map(({ name }) => name);
      assert.ok(namesOf(await search(ann)).includes('hidden'));
      assert.ok(!namesOf(await search(bob)).includes('hidden'));
    }
  });
});

describe('somebody who manages where models lie', () => {
  let own: string;
  let shared: string;
  const statusOf = async (who: Person, model: string) => {
    const message = { model: model.replace('m-', ''), force: true };
    return (await app.http.post('/models.delete').set('authorization', who.authorization).send(message)).status;
  };
  const versions = async () => (await made(ann, 'registered-models/get-latest-versions', { name: 'in use' })).model_versions;
  before(async () => {
    const { experiment_id } = await made(bob, 'experiments/create', { name: "bob's" });
    own = (await made(bob, 'logged-models', { experiment_id, name: 'own' })).model.info.model_id;
    shared = (await made(bob, 'logged-models', { experiment_id, name: 'shared' })).model.info.model_id;
    await made(ann, 'registered-models/create', { name: 'in use' });
    await made(ann, 'model-versions/create', { name: 'in use', source: `models:/${shared}`, model_id: shared });
  });

  it('models.delete does not delete the version that somebody else registered one as', async () => {
    assert.equal(await statusOf(bob, own), 200);
    assert.equal(await statusOf(bob, shared), 403);
    assert.equal((await versions()).length, 1);
    assert.equal(await statusOf(root, shared), 200);
    assert.equal(await versions(), undefined);
  });
});
