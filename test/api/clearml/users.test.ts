import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCredential } from '../../../src/access/credentials.ts';
import { addUser } from '../../../src/access/users.ts';
import { DEFAULT_WORKSPACE_ID } from '../../../src/model/workspace.ts';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';
import { newId } from '../../support/new-id.ts';

const app = await startApp({ auth: 'on' });
const { ask } = clearmlApi(app);
const access = { db: app.db, now: () => new Date(), newId, workspaceId: DEFAULT_WORKSPACE_ID };
const company = 'd1bd92a3b039400cbafc60a7a5b1e52b';
const root = await makeUser('root', 'admin');
const ann = await makeUser('ann', 'user');

async function makeUser(name: string, role: 'admin' | 'user') {
  const id = await addUser(access, { name, role });
  const { accessKey, secret } = await createCredential(access, { userName: name, kind: 'key_pair', label: '' });
  return { id, headers: { authorization: `Basic ${Buffer.from(`${accessKey}:${secret}`).toString('base64')}` } };
}

/** Data of a call that must be good. */
async function call(operation: string, body: object = {}, { headers } = root) {
  const { code, data, message } = await ask(operation, body, headers);
  assert.equal(code, '200/0', `${operation}: ${message}`);
  return data;
}

const codeOf = async (operation: string, body: object, { headers } = root) => (await ask(operation, body, headers)).code;

describe('users', () => {
  it('users.get_current_user shows the caller with the company', async () => {
    const { user, getting_started, settings } = await call('users.get_current_user', {}, ann);
    assert.deepEqual(user.company, { id: company, name: 'clearml' });
    assert.deepEqual([user.id, user.name, user.role], [ann.id, 'ann', 'user']);
    assert.match(user.created, /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);
    assert.equal(user.preferences, undefined);
    assert.deepEqual([getting_started, settings], [{}, { max_download_items: '10000' }]);
  });

  it('users.update changes what is shown of the caller, by an admin of anybody', async () => {
    const body = { user: ann.id, name: 'Ann Example', given_name: 'Ann', avatar: 'https://example.org/ann.png' };
    const { user: _, ...fields } = body;
    assert.deepEqual(await call('users.update', body, ann), { updated: 1, fields });
    const { user } = await call('users.get_by_id', { user: ann.id });
    assert.deepEqual([user.name, user.given_name, user.avatar, user.company], ['Ann Example', 'Ann', body.avatar, company]);
    await call('users.update', { user: ann.id, name: 'ann' });
    assert.equal(await codeOf('users.update', { user: root.id, name: 'x' }, ann), '403/20');
    assert.equal(await codeOf('users.update', { user: newId(), name: 'x' }), '400/301');
    assert.equal(await codeOf('users.update', { user: ann.id, name: 'x'.repeat(1001) }, ann), '400/12');
  });

  it('auth.create_user, auth.edit_user and users.delete manage users, for admins', async () => {
    const { id } = await call('auth.create_user', { name: 'dan', company, email: 'dan@example.org', role: 'admin' });
    const { user } = await call('users.get_by_id', { user: id });
    assert.deepEqual([user.name, user.role, user.email], ['dan', 'admin', 'dan@example.org']);
    assert.equal(await codeOf('auth.create_user', { name: 'dan', company, email: 'd@example.org' }), '400/302');
    assert.deepEqual(await call('auth.edit_user', { user: id, role: 'user' }), { updated: 1, fields: { role: 'user' } });
    assert.deepEqual(await call('auth.edit_user', { user: id, role: 'user' }), { updated: 0, fields: {} });
    await call('users.delete', { user: id });
    assert.equal(await codeOf('users.get_by_id', { user: id }), '400/301');
    assert.equal(await codeOf('users.delete', { user: 'no id' }), '400/301');
    assert.equal(await codeOf('users.delete', { user: root.id }, ann), '403/20');
  });

  it('users.create adds a user under the id that is given', async () => {
    const id = newId();
    await call('users.create', { id, company, name: 'eve', family_name: 'Example' });
    assert.equal((await call('users.get_by_id', { user: id })).user.family_name, 'Example');
    assert.equal(await codeOf('users.create', { id, company, name: 'another' }), '400/302');
    assert.equal(await codeOf('users.create', { id: 'short', company, name: 'another' }), '400/12');
    await call('users.delete', { user: id });
  });

  it('users.get_all finds by pattern and id, orders, pages and cuts', async () => {
    const names = async (body: object) => (await call('users.get_all', body)).users.map(({ name }: { name: string }) => name);
    assert.deepEqual(await names({ order_by: ['name'] }), ['admin', 'ann', 'root']);
    assert.deepEqual(await names({ order_by: ['-name'], page: 1, page_size: 2 }), ['admin']);
    assert.deepEqual(await names({ name: '^a', order_by: ['name'] }), ['admin', 'ann']);
    assert.deepEqual(await names({ id: [ann.id, newId()] }), ['ann']);
    assert.deepEqual(await call('users.get_all', { id: [ann.id], only_fields: ['name'] }), { users: [{ name: 'ann' }] });
    assert.equal(await codeOf('users.get_all', { only_fields: ['secret'] }), '400/14');
    assert.equal(await codeOf('users.get_all', { order_by: ['password_hash'] }), '400/14');
  });

  it('users.get_all_ex always shows the id, and finds who has runs in projects', async () => {
    assert.deepEqual(await call('users.get_all_ex', { id: [ann.id], only_fields: ['name'] }), {
      users: [{ id: ann.id, name: 'ann' }],
    });
    const { body: made } = await app.http
      .post('/api/2.0/mlflow/experiments/create')
      .set(ann.headers)
      .send({ name: 'anns place' })
      .expect(200);
    await app.http.post('/api/2.0/mlflow/runs/create').set(ann.headers).send(made).expect(200);
    const { rows } = await app.db.query<{ id: string }>({
      text: `select replace(uuid::text, '-', '') as id from projects where name in ('anns place', 'Default') order by name desc`,
    });
    const [place = { id: '' }, fallback = { id: '' }] = rows;
    const active = async (projects: string[]) =>
      (await call('users.get_all_ex', { active_in_projects: projects })).users.map(({ name }: { name: string }) => name);
    assert.deepEqual(await active([place.id]), ['ann']);
    assert.deepEqual(await active([]), ['ann']);
    assert.deepEqual(await active([fallback.id]), []);
  });
});

describe('preferences', () => {
  it('are merged by path, dots meaning levels, and are the own of each user', async () => {
    const set = (preferences: object) => call('users.set_preferences', { preferences }, ann);
    assert.deepEqual(await call('users.get_preferences', {}, ann), { preferences: {} });
    await set({ view: { columns: ['name', 'status'], theme: 'dark' }, 'a.b': 1 });
    const { updated, fields } = await set({ 'view.theme': 'light', a: { c: null } });
    assert.equal(updated, 1);
    const expected = { view: { columns: ['name', 'status'], theme: 'light' }, a: { b: 1, c: null } };
    assert.deepEqual(fields, { preferences: expected });
    assert.deepEqual(await call('users.get_preferences', {}, ann), { preferences: expected });
    assert.deepEqual(await call('users.get_preferences'), { preferences: {} });
    assert.deepEqual(await call('users.set_preferences', { preferences: { x: 1 }, return_updated: false }), { updated: 1 });
  });

  it('keep names that mean something to JavaScript, and refuse what is too deep or too much', async () => {
    await ask(
      'users.set_preferences',
      JSON.parse('{"preferences": {"__proto__": {"polluted": 1}, "constructor": 2}}'),
      ann.headers,
    );
    const { preferences } = await call('users.get_preferences', {}, ann);
    assert.equal(preferences.constructor, 2);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    const deep = `${'x.'.repeat(50)}x`;
    for (const each of [{ [deep]: 1 }, { 'a..b': 1 }, { big: 'x'.repeat(1_000_001) }, { nul: 'a\0b' }]) {
      assert.equal(await codeOf('users.set_preferences', { preferences: each }, ann), '400/12');
    }
  });

  it('lose nothing when several programs set them at once', async () => {
    const paths = Array.from({ length: 8 }, (_value, index) => `many.n${index}`);
    await Promise.all(paths.map((path) => call('users.set_preferences', { preferences: { [path]: 1 } }, ann)));
    const { preferences } = await call('users.get_preferences', {}, ann);
    assert.equal(Object.keys(preferences.many).length, 8);
  });
});
