import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '../../../src/store/database.ts';
import { addPerson } from '../../support/people.ts';
import { runPython } from '../../support/python.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

const { url, databaseUrl } = await startTrackbridge(['--auth', 'on']);
const db = openDatabase(databaseUrl, { connections: 2 });
const { password: ROOT_PASSWORD } = await addPerson({ db }, 'root', 'admin');
await db.close();

test('users, roles and rights by the client of MLflow 3, and what they do to the client of another user', async () => {
  assert.deepEqual(await runPython('mlflow3', 'access.py', url, { ROOT_PASSWORD }), {
    made: [
      ['ann', false, true],
      ['bob', false, true],
    ],
    again: 'RESOURCE_ALREADY_EXISTS',
    short: 'INVALID_PARAMETER_VALUE',
    missing: 'RESOURCE_DOES_NOT_EXIST',
    self: 'ann',
    other: 'denied',
    promotes: 'denied',
    reads: { loss: 1 },
    writes: 'denied',
    'grants himself': 'denied',
    twice: 'RESOURCE_ALREADY_EXISTS',
    may: [true, 'EDIT'],
    'writes when given': 'ok',
    deletes: 'denied',
    'writes when revoked': 'denied',
    role: ['shut out', 'default', "sees nothing of ann's"],
    gives: [
      ['experiment', false, 'DENY'],
      ['registered_model', true, 'DENY'],
    ],
    // what is given to bob alone is a role too
    has: [true, 'shut out'],
    members: 1,
    'reads when denied': 'denied',
    lists: ['Default'],
    finds: 0,
    models: 0,
    changed: 'READ',
    'reads again': 'ok',
    gone: 'RESOURCE_DOES_NOT_EXIST',
    'models again': 1,
    password: 'ok',
    'old password': 'UNAUTHENTICATED',
    'new password': 'ok',
    deleted: 'UNAUTHENTICATED',
  });
});

test('rights as the client of MLflow 2 gives them', async () => {
  assert.deepEqual(await runPython('mlflow2', 'access_2.py', url, { ROOT_PASSWORD }), {
    given: [true, 'EDIT'],
    read: 'EDIT',
    user: [[true, 'EDIT']],
    model: ['of the admin', 'DENY'],
    writes: 'ok',
    'model hidden': 'denied',
    // that of ann, and not that of the admin
    models: ["ann's model"],
    'writes when changed': 'denied',
    'model shown': 'ok',
    deleted: 'RESOURCE_DOES_NOT_EXIST',
  });
});
