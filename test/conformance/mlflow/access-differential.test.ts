import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { changePassword } from '../../../src/access/users.ts';
import { openDatabase } from '../../../src/store/database.ts';
import type { ListeningServer } from '../../support/listening-server.ts';
import { startMlflowServer } from '../../support/mlflow-server.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';
import { access, as, passwordOf, people } from './cases/access.ts';
import { post } from './cases/case.ts';
import { ask, compareCase } from './compare.ts';

let original: ListeningServer;
let ours: ListeningServer;

/** The first admin of ours has a password that is told once; it becomes the one that the original is started with. */
async function startOurs(): Promise<ListeningServer> {
  const server = await startTrackbridge(['--auth', 'on']);
  const db = openDatabase(server.databaseUrl, { connections: 1 });
  await changePassword({ db }, { name: 'admin', password: passwordOf('admin') });
  await db.close();
  return server;
}

async function startOriginal(): Promise<ListeningServer> {
  // the key is for the forms of its pages, which are not compared
  const environment = {
    MLFLOW_AUTH_CONFIG_PATH: join(import.meta.dirname, 'basic-auth.ini'),
    MLFLOW_AUTH_ADMIN_PASSWORD: passwordOf('admin'),
    MLFLOW_FLASK_SERVER_SECRET_KEY: 'any',
  };
  return await startMlflowServer(['--app-name', 'basic-auth'], environment);
}

before(async () => {
  [original, ours] = await Promise.all([startOriginal(), startOurs()]);
  const calls = people.flatMap((username) => as('admin', post('users/create', { username, password: passwordOf(username) })));
  for (const call of calls) {
    for (const { url } of [original, ours]) assert.equal((await ask(url, call, new Map())).status, 200);
  }
});

describe('the original server and ours answer alike when they ask for a login', () => {
  for (const each of access) {
    test(each.title, async () => {
      const complaints = await compareCase({ original: original.url, ours: ours.url }, each);
      assert.equal(complaints.length, 0, complaints.join('\n\n'));
    });
  }
});
