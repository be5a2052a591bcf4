import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import { addPerson, type Person } from '../../support/people.ts';

const app = await startApp({ auth: 'on' });
const { http } = app;
const root = await addPerson(app, 'root', 'admin');
const ann = await addPerson(app, 'ann');
const bob = await addPerson(app, 'bob');

const users = '2.0/mlflow/users';
const roles = '3.0/mlflow/roles';
const permissions = '3.0/mlflow/users/permissions';

async function ask(who: Person, method: 'get' | 'post' | 'patch' | 'delete', path: string, message: object = {}) {
  const request = http[method](`/api/${path}`).set('authorization', who.authorization);
  return method === 'get' ? await request.query(message) : await request.send(message);
}

/** Status and error code of an answer that is none. */
async function fault(...call: Parameters<typeof ask>): Promise<string> {
  const { status, body, text } = await ask(...call);
  return `${status} ${body.error_code ?? text}`;
}

async function answer(...call: Parameters<typeof ask>) {
  const { status, body, text } = await ask(...call);
  assert.equal(status, 200, text);
  return body;
}

const DENIED = '403 Permission denied';
const INVALID = '400 INVALID_PARAMETER_VALUE';
const MISSING = '404 RESOURCE_DOES_NOT_EXIST';
const TAKEN = '400 RESOURCE_ALREADY_EXISTS';

describe('users', () => {
  it('createUser is for admins, and refuses taken names and weak passwords', async () => {
    const { user } = await answer(root, 'post', `${users}/create`, { username: 'Zoë Ω', password: 'a long password' });
    assert.deepEqual([user.username, user.is_admin, Number.isInteger(user.id)], ['Zoë Ω', false, true]);
    assert.equal(await fault(ann, 'post', `${users}/create`, { username: 'x', password: 'a long password' }), DENIED);
    assert.equal(await fault(root, 'post', `${users}/create`, { username: 'ann', password: 'a long password' }), TAKEN);
    for (const body of [
      { username: 'x', password: 'short' },
      { username: 'x', password: 'p'.repeat(257) },
      { username: '', password: 'a long password' },
      { username: 'with:colon', password: 'a long password' },
      { username: 'n'.repeat(256), password: 'a long password' },
      { username: 'x' },
      { username: 7, password: 'a long password' },
      { username: 'x\u0000', password: 'a long password' },
    ]) {
      assert.equal(await fault(root, 'post', `${users}/create`, body), INVALID, JSON.stringify(body));
    }
  });

  it('getUser tells of oneself, and an admin of everybody', async () => {
    assert.equal((await answer(ann, 'get', `${users}/get`, { username: 'ann' })).user.username, 'ann');
    assert.equal(await fault(ann, 'get', `${users}/get`, { username: 'bob' }), DENIED);
    assert.equal(await fault(root, 'get', `${users}/get`, { username: 'nobody' }), MISSING);
    assert.equal(await fault(root, 'get', `${users}/get`), INVALID);
  });

  it('getCurrentUser and listUsers tell who is there', async () => {
    const { user, is_basic_auth } = await answer(ann, 'get', `${users}/current`);
    assert.deepEqual([user.username, user.is_admin, is_basic_auth], ['ann', false, true]);
    const { users: all } = await answer(ann, 'get', `${users}/list`);
    assert.ok(all.some(({ username, is_admin }: Record<string, unknown>) => username === 'root' && is_admin));
  });

  it('updateUserPassword asks for the old password of whoever changes their own', async () => {
    const path = `${users}/update-password`;
    const password = 'another long password';
    assert.equal(await fault(bob, 'patch', path, { username: 'bob', password }), INVALID);
    assert.equal(await fault(bob, 'patch', path, { username: 'bob', password, current_password: 'wrong' }), INVALID);
    const same = { username: 'bob', password: bob.password, current_password: bob.password };
    assert.equal(await fault(bob, 'patch', path, same), INVALID);
    assert.equal(await fault(ann, 'patch', path, { username: 'bob', password }), DENIED);
    assert.equal(await fault(root, 'patch', path, { username: 'nobody', password }), MISSING);
    await answer(bob, 'patch', path, { username: 'bob', password, current_password: bob.password });
    await http.get(`/api/${users}/current`).auth('bob', bob.password).expect(401);
    await http.get(`/api/${users}/current`).auth('bob', password).expect(200);
  });

  it('updateUserAdmin counts from the next request on, and never leaves nobody', async () => {
    const path = `${users}/update-admin`;
    assert.equal(await fault(ann, 'patch', path, { username: 'ann', is_admin: true }), DENIED);
    await answer(root, 'patch', path, { username: 'ann', is_admin: true });
    assert.equal((await ask(ann, 'get', `${roles}/list`)).status, 200);
    await answer(root, 'patch', path, { username: 'ann', is_admin: false });
    assert.equal(await fault(ann, 'get', `${roles}/list`), DENIED);
    assert.equal(await fault(root, 'patch', path, { username: 'nobody', is_admin: true }), MISSING);
    assert.equal(await fault(root, 'patch', path, { username: 'ann', is_admin: 'x' }), INVALID);
  });

  it('deleteUser is for admins, and not for oneself', async () => {
    assert.equal(await fault(ann, 'delete', `${users}/delete`, { username: 'bob' }), DENIED);
    assert.equal(await fault(root, 'delete', `${users}/delete`, { username: 'root' }), '400 BAD_REQUEST');
    assert.equal(await fault(root, 'delete', `${users}/delete`, { username: 'nobody' }), MISSING);
    await answer(root, 'delete', `${users}/delete`, { username: 'Zoë Ω' });
    assert.equal(await fault(root, 'get', `${users}/get`, { username: 'Zoë Ω' }), MISSING);
  });
});

describe('roles', () => {
  it('are kept by admins: made, renamed, given, taken away and deleted', async () => {
    const { role } = await answer(root, 'post', `${roles}/create`, { name: 'r', workspace: 'default' });
    assert.deepEqual(role, { id: role.id, name: 'r', workspace: 'default', description: null, permissions: [] });
    const { id: role_id } = role;
    assert.equal((await answer(root, 'patch', `${roles}/update`, { role_id, name: 'Ω' })).role.name, 'Ω');
    const grant = { role_id, resource_type: 'run', resource_pattern: '*', permission: 'DENY' };
    const { role_permission } = await answer(root, 'post', `${roles}/permissions/add`, grant);
    assert.deepEqual(role_permission, { id: role_permission.id, ...grant });
    const { assignment } = await answer(root, 'post', `${roles}/assign`, { username: 'ann', role_id });
    assert.deepEqual((await answer(root, 'get', `${roles}/users/list`, { role_id })).assignments, [assignment]);
    assert.deepEqual((await answer(ann, 'get', '3.0/mlflow/users/current/permissions')).permissions, [
      { role_id, role_name: 'Ω', workspace: 'default', resource_type: 'run', resource_pattern: '*', permission: 'DENY' },
    ]);
    const changed = { role_permission_id: role_permission.id, permission: 'READ' };
    assert.equal((await answer(root, 'patch', `${roles}/permissions/update`, changed)).role_permission.permission, 'READ');
    await answer(root, 'delete', `${roles}/permissions/remove`, { role_permission_id: role_permission.id });
    assert.deepEqual((await answer(root, 'get', `${roles}/permissions/list`, { role_id })).role_permissions, []);
    await answer(root, 'delete', `${roles}/unassign`, { username: 'ann', role_id });
    assert.equal(await fault(root, 'delete', `${roles}/unassign`, { username: 'ann', role_id }), MISSING);
    await answer(root, 'delete', `${roles}/delete`, { role_id });
    assert.equal(await fault(root, 'get', `${roles}/get`, { role_id }), MISSING);
  });

  it('refuse what is no name, no workspace, no kind, no permission and nobody', async () => {
    const { role } = await answer(root, 'post', `${roles}/create`, { name: 'taken', workspace: 'default' });
    const create = (body: object) => fault(root, 'post', `${roles}/create`, body);
    assert.equal(await create({ name: 'taken', workspace: 'default' }), TAKEN);
    assert.equal(await create({ name: 'r', workspace: 'nowhere' }), MISSING);
    for (const name of ['', ' ', '__user_1__', 'n'.repeat(256)])
      assert.equal(await create({ name, workspace: 'default' }), INVALID);
    const add = (body: object) => fault(root, 'post', `${roles}/permissions/add`, { role_id: role.id, ...body });
    const on = { resource_type: 'experiment', resource_pattern: '0', permission: 'READ' };
    assert.equal(await add({ ...on, resource_type: 'thing' }), INVALID);
    assert.equal(await add({ ...on, permission: 'ALL' }), INVALID);
    assert.equal(await add({ ...on, permission: 'NO_PERMISSIONS' }), INVALID);
    assert.equal(await add({ ...on, resource_type: 'run', resource_pattern: 'abc' }), INVALID);
    assert.equal(await add({ ...on, resource_type: 'workspace', resource_pattern: '*', permission: 'EDIT' }), INVALID);
    assert.equal(await add({ ...on, resource_pattern: '999999' }), MISSING);
    assert.equal(await add({ ...on, resource_pattern: `${2n ** 70n}` }), MISSING);
    assert.equal(await fault(root, 'post', `${roles}/permissions/add`, { ...on, role_id: 999_999 }), MISSING);
    assert.equal(await fault(root, 'get', `${roles}/get`, { role_id: 'x' }), INVALID);
    assert.equal(await fault(root, 'patch', `${roles}/update`, { role_id: role.id }), INVALID);
    assert.equal(await fault(root, 'post', `${roles}/assign`, { username: 'nobody', role_id: role.id }), MISSING);
  });

  it('are nothing a user may look at or change', async () => {
    for (const [method, path, message] of [
      ['post', 'create', { name: 'mine', workspace: 'default' }],
      ['get', 'get', { role_id: 1 }],
      ['get', 'list', {}],
      ['get', 'list', { workspace: 'default' }],
      ['delete', 'delete', { role_id: 1 }],
      ['post', 'assign', { username: 'ann', role_id: 1 }],
      ['post', 'permissions/add', { role_id: 1, resource_type: 'experiment', resource_pattern: '*', permission: 'MANAGE' }],
      ['patch', 'permissions/update', { role_permission_id: 1, permission: 'MANAGE' }],
      ['delete', 'permissions/remove', { role_permission_id: 1 }],
    ] as const) {
      assert.equal(await fault(ann, method, `${roles}/${path}`, message), DENIED, path);
    }
  });

  it('let a user administer the workspace', async () => {
    const { role } = await answer(root, 'post', `${roles}/create`, { name: 'keepers', workspace: 'default' });
    const grant = { role_id: role.id, resource_type: 'workspace', resource_pattern: '*', permission: 'MANAGE' };
    await answer(root, 'post', `${roles}/permissions/add`, grant);
    await answer(root, 'post', `${roles}/assign`, { username: 'ann', role_id: role.id });
    await answer(ann, 'post', `${users}/create`, { username: 'made by ann', password: 'a long password' });
    await answer(ann, 'post', '2.0/mlflow/runs/create', { experiment_id: '0' });
    assert.equal(await fault(ann, 'delete', `${users}/delete`, { username: 'made by ann' }), DENIED);
    await answer(root, 'post', `${roles}/assign`, { username: 'bob', role_id: role.id });
    await answer(root, 'delete', `${roles}/delete`, { role_id: role.id });
    assert.equal(await fault(ann, 'post', '2.0/mlflow/runs/create', { experiment_id: '0' }), DENIED);
  });
});

describe('what is given to one user', () => {
  const grant = { username: 'bob', resource_type: 'experiment', permission: 'EDIT' };

  it('is given and taken away by who manages the thing, once', async () => {
    const { experiment_id: resource_id } = await answer(ann, 'post', '2.0/mlflow/experiments/create', { name: "ann's" });
    assert.equal(await fault(bob, 'post', `${permissions}/grant`, { ...grant, resource_id }), DENIED);
    await answer(ann, 'post', `${permissions}/grant`, { ...grant, resource_id });
    assert.equal(await fault(ann, 'post', `${permissions}/grant`, { ...grant, resource_id }), TAKEN);
    const asked = { username: 'bob', resource_type: 'experiment', resource_id };
    assert.deepEqual(await answer(bob, 'get', `${permissions}/get`, asked), { allowed: true, permission: 'EDIT' });
    assert.equal(await fault(ann, 'get', `${permissions}/get`, asked), DENIED);
    await answer(ann, 'post', `${permissions}/revoke`, asked);
    assert.equal(await fault(ann, 'post', `${permissions}/revoke`, asked), MISSING);
    assert.deepEqual(await answer(bob, 'get', `${permissions}/get`, asked), { allowed: false, permission: 'READ' });
  });

  it('on all things of a kind only by an admin, and on workspaces by roles alone', async () => {
    assert.equal(await fault(ann, 'post', `${permissions}/grant`, { ...grant, resource_id: '*' }), DENIED);
    const workspace = { ...grant, resource_type: 'workspace', resource_id: '*', permission: 'MANAGE' };
    assert.equal(await fault(root, 'post', `${permissions}/grant`, workspace), INVALID);
    assert.equal(await fault(root, 'post', `${permissions}/grant`, { ...grant, username: 'nobody', resource_id: '0' }), MISSING);
    assert.equal(await fault(root, 'post', `${permissions}/grant`, { ...grant, resource_id: '999999' }), MISSING);
    assert.equal(
      await fault(root, 'post', `${permissions}/grant`, { ...grant, resource_type: 'scorer', resource_id: '0' }),
      INVALID,
    );
  });

  it('follows a registered model to its new name, and ends with it', async () => {
    await answer(ann, 'post', '2.0/mlflow/registered-models/create', { name: 'before' });
    const on = { username: 'bob', resource_type: 'registered_model' };
    await answer(ann, 'post', `${permissions}/grant`, { ...on, resource_id: 'before', permission: 'EDIT' });
    await answer(ann, 'post', '2.0/mlflow/registered-models/rename', { name: 'before', new_name: 'after' });
    await answer(bob, 'post', '2.0/mlflow/registered-models/set-tag', { name: 'after', key: 'k', value: 'v' });
    await answer(ann, 'delete', '2.0/mlflow/registered-models/delete', { name: 'after' });
    await answer(root, 'post', '2.0/mlflow/registered-models/create', { name: 'after' });
    assert.equal(
      await fault(bob, 'post', '2.0/mlflow/registered-models/set-tag', { name: 'after', key: 'k', value: 'v' }),
      DENIED,
    );
    assert.equal(
      await fault(ann, 'post', '2.0/mlflow/registered-models/set-tag', { name: 'after', key: 'k', value: 'v' }),
      DENIED,
    );
  });

  it('holds for two users at once, each by their own', async () => {
    const { experiment_id } = await answer(root, 'post', '2.0/mlflow/experiments/create', { name: 'of both' });
    await answer(root, 'post', `${permissions}/grant`, { ...grant, resource_id: experiment_id });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, async (_none, at) => {
        const { status } = await ask(at % 2 ? ann : bob, 'post', '2.0/mlflow/runs/create', { experiment_id });
        return status;
      }),
    );
    assert.deepEqual(
      outcomes,
      Array.from({ length: 20 }, (_none, at) => (at % 2 ? 403 : 200)),
    );
  });
});
