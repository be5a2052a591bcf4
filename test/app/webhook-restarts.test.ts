import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DEFAULT_WORKSPACE_ID } from '../../src/model/workspace.ts';
import { openDatabase } from '../../src/store/database.ts';
import { emit } from '../../src/webhooks/emit.ts';
import { cloneDatabase } from '../support/database.ts';
import { type ListeningServer, startListening } from '../support/listening-server.ts';
import { freePort } from '../support/postgres-server.ts';
import { projectRoot } from '../support/project.ts';
import { startReceiver } from '../support/receiver.ts';

describe('messages to webhooks', async () => {
  /** While true, the receiver takes messages and does not answer. */
  let isHolding = true;
  const receiver = await startReceiver((_message, response) => {
    if (!isHolding) response.end();
  });
  const databaseUrl = await cloneDatabase();
  const db = openDatabase(databaseUrl, { connections: 2 });
  const home = await mkdtemp(join(tmpdir(), 'trackbridge-webhooks-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  let server = await start();
  after(async () => {
    await server.stop();
    await db.close();
    await rm(home, { recursive: true, force: true });
  });

  function start(): Promise<ListeningServer> {
    const options = ['--home', home, '--port', new URL(url).port, '--allow-outbound', receiver.origin, '--webhook-timeout', '2'];
    const args = [join(projectRoot, 'src/app/bin.js'), 'serve', ...options];
    return startListening({ command: process.execPath, args, url, cwd: home, env: { DATABASE_URL: databaseUrl } });
  }

  function tell(key: string): Promise<void> {
    const context = { db, workspaceId: DEFAULT_WORKSPACE_ID, now: () => new Date() };
    return emit(context, { name: 'prompt_tag.deleted', data: { name: 'p', key } });
  }

  const keys = () => receiver.received.map(({ text }) => JSON.parse(text).data.key);
  const ids = () => receiver.received.map(({ headers }) => headers['x-mlflow-delivery-id']);

  it('are sent again after kill -9, under the same id and in their order', async () => {
    const events = [{ entity: 'PROMPT_TAG', action: 'DELETED' }];
    const made = await fetch(`${url}/api/2.0/mlflow/webhooks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'hook', url: `${receiver.origin}/hook`, events }),
    });
    assert.equal(made.status, 200, await made.text());
    await tell('first');
    await tell('second');
    await receiver.waitFor(1);
    process.kill(server.pid, 'SIGKILL');
    await server.stop();
    await tell('while it was gone');
    isHolding = false;
    server = await start();
    await receiver.waitFor(4);
    assert.deepEqual(keys(), ['first', 'first', 'second', 'while it was gone']);
    assert.equal(new Set(ids().slice(0, 2)).size, 1);
  });

  it('that are under way when the server is told to stop are sent at once by the next', async () => {
    isHolding = true;
    await tell('held');
    await receiver.waitFor(5);
    await server.stop();
    isHolding = false;
    server = await start();
    await receiver.waitFor(6);
    assert.deepEqual(keys().slice(4), ['held', 'held']);
    assert.equal(new Set(ids().slice(4)).size, 1);
  });
});
