import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';

const app = await startApp({ enableWorkspaces: true, auth: 'on' });
const [, name = '', secret = ''] = /name (\S+), password (\S+)/.exec(app.notices.join('\n')) ?? [];
const v2 = '/api/2.0/mlflow';
const v3 = '/api/3.0/mlflow';
const password = 'bob has a long one';

const post = (user: string, path: string, body: object, workspace = 'team-a') =>
  app.http
    .post(path)
    .auth(user, user === name ? secret : password)
    .set('x-mlflow-workspace', workspace)
    .send(body);

await post(name, `${v3}/workspaces`, { name: 'team-a' }, 'default').expect(201);
await post(name, `${v2}/users/create`, { username: 'bob', password }, 'default').expect(200);

describe('a workspace, for somebody who is given nothing in it', () => {
  test('nothing is made in it, through either door', async () => {
    await post('bob', `${v2}/experiments/create`, { name: 'e' }).expect(403);
    await post('bob', `${v2}/registered-models/create`, { name: 'm' }).expect(403);
    await post('bob', '/projects.create', { name: 'p/q', description: '' }).expect(403);
    await post('bob', `${v2}/experiments/create`, { name: 'e' }, 'default').expect(403);
  });

  test('who is given the use of it makes things there and manages them', async () => {
    const { body } = await post(name, `${v3}/roles/create`, {
      name: 'members',
      workspace: 'team-a',
    }).expect(200);
    const role_id = body.role.id;
    const right = { role_id, resource_type: 'workspace', resource_pattern: '*', permission: 'USE' };
    await post(name, `${v3}/roles/permissions/add`, right).expect(200);
    await post(name, `${v3}/roles/assign`, { username: 'bob', role_id }).expect(200);
    const made = await post('bob', `${v2}/experiments/create`, { name: 'e' }).expect(200);
    const run = await post('bob', `${v2}/runs/create`, { experiment_id: made.body.experiment_id }).expect(200);
    assert.equal(run.body.run.info.experiment_id, made.body.experiment_id);
    await post('bob', `${v2}/experiments/create`, { name: 'e' }, 'default').expect(403);
  });
});
