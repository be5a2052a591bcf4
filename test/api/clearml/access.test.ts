import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clearmlDoor } from '../../../adapters/clearml/index.ts';
import { createCredential } from '../../../src/access/credentials.ts';
import { addUser } from '../../../src/access/users.ts';
import { DEFAULT_WORKSPACE_ID } from '../../../src/model/workspace.ts';
import { startApp } from '../../support/app.ts';
import { newId } from '../../support/new-id.ts';

const { http, db } = await startApp({ auth: 'on' });
const access = { db, now: () => new Date(), newId, workspaceId: DEFAULT_WORKSPACE_ID };
const users = { ann: await login('ann', 'user'), root: await login('root', 'admin') };
const served = clearmlDoor.table.operations.filter(({ right }) => right !== null);

async function login(name: string, role: 'user' | 'admin'): Promise<{ id: string; authorization: string }> {
  const id = await addUser(access, { name, role });
  const { accessKey, secret } = await createCredential(access, { userName: name, kind: 'key_pair', label: '' });
  return { id, authorization: `Basic ${Buffer.from(`${accessKey}:${secret}`).toString('base64')}` };
}

/** Code and subcode of the answer to a POST. */
async function code(path: string, headers: Record<string, string>, text = '{}'): Promise<string> {
  const { status, body } = await http
    .post(path)
    .set({ 'content-type': 'application/json', ...headers })
    .send(text);
  assert.equal(status, body.meta.result_code);
  return `${body.meta.result_code}/${body.meta.result_subcode}`;
}

test('every operation that is not public is 401 to nobody and to a stranger, by any path and method', async () => {
  const guarded = served.filter(({ right }) => right !== 'public');
  assert.ok(guarded.length > 190);
  for (const { id } of guarded) {
    assert.equal(await code(`/v2.34/${id}`, {}), '401/20', id);
    assert.equal(await code(`/api/${id}/`, { authorization: 'Bearer a.b.c' }), '401/30', id);
  }
});

test('every operation for admins is 403/20 to a user', async () => {
  const reserved = served.filter(({ right }) => right === 'admin');
  assert.ok(reserved.length > 3);
  for (const { id } of reserved) assert.equal(await code(`/${id}`, users.ann), '403/20', id);
});

test('checks come in the order path, endpoint, login, role, impersonation, body, required fields', async () => {
  const wrong = { authorization: 'Bearer a.b.c' };
  const both = { 'x-clearml-impersonate-as': users.ann.id, 'x-clearml-act-as': users.ann.id };
  assert.equal(await code('/v1/tasks.none', wrong, 'x'), '400/2');
  assert.equal(await code('/tasks.none', wrong, 'x'), '404/0');
  assert.equal(await code('/users.create', { ...wrong, ...both }, 'x'), '401/30');
  assert.equal(await code('/users.create', { authorization: users.ann.authorization, ...both }, 'x'), '403/20');
  assert.equal(await code('/users.create', { authorization: users.root.authorization, ...both }, 'x'), '400/5');
  assert.equal(await code('/users.create', { authorization: users.root.authorization }, 'x'), '400/0');
  assert.equal(await code('/users.create', { authorization: users.root.authorization }), '400/12');
});

test('the header is judged by what is wrong with it', async () => {
  assert.equal(await code('/tasks.get_all', { authorization: 'Digest x' }), '401/10');
  assert.equal(await code('/tasks.get_all', { authorization: 'Basic e30=' }), '401/21');
  assert.equal(await code('/tasks.get_all', { authorization: 'Basic eDp5' }), '401/22');
});

for (const header of ['x-clearml-impersonate-as', 'x-clearml-act-as']) {
  test(`${header} lets an admin act for another user, and nobody else`, async () => {
    const asAnn = { authorization: users.root.authorization, [header]: users.ann.id };
    const { body } = await http.get('/users.get_current_user').set(asAnn).expect(200);
    assert.equal(body.data.user.id, users.ann.id);
    // the role of the other counts from there on for what is done, the admin's own for whether the call is allowed
    assert.equal(await code('/tasks.get_all', { ...asAnn, [header]: 'unknown' }), '400/6');
    assert.equal(await code('/tasks.get_all', { authorization: users.ann.authorization, [header]: users.root.id }), '400/6');
  });
}
