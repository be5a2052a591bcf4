import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import { addPerson, type Person } from '../../support/people.ts';

const app = await startApp({ auth: 'on' });
const root = await addPerson(app, 'root', 'admin');
const ann = await addPerson(app, 'ann');
const bob = await addPerson(app, 'bob');

async function made(who: Person, path: string, body: object) {
  const { status, body: answer, text } = await app.http.post(`/api/${path}`).set('authorization', who.authorization).send(body);
  assert.equal(status, 200, `${path}: ${text}`);
  return answer;
}

describe('an evaluation dataset of two experiments, of which somebody may read one', () => {
  let hidden: string;
  let shown: string;
  before(async () => {
    hidden = (await made(ann, '2.0/mlflow/experiments/create', { name: 'hidden' })).experiment_id;
    shown = (await made(ann, '2.0/mlflow/experiments/create', { name: 'shown' })).experiment_id;
    await made(ann, '3.0/mlflow/datasets/create', { name: 'of both', experiment_ids: [hidden, shown] });
    const denied = { username: 'bob', resource_type: 'experiment', resource_id: hidden, permission: 'DENY' };
    await made(root, '3.0/mlflow/users/permissions/grant', denied);
  });

  it('searchEvaluationDatasets does not tell that it is of the other one', async () => {
    const found = async (who: Person, experiment_ids: string[]) =>
      (await made(who, '3.0/mlflow/datasets/search', { experiment_ids })).datasets?.length ?? 0;
    assert.deepEqual([await found(ann, [hidden]), await found(ann, [shown])], [1, 1]);
    assert.deepEqual([await found(bob, [hidden]), await found(bob, [shown])], [0, 1]);
    assert.equal(await found(bob, []), 1);
  });
});
