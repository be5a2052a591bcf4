import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type ClearmlClient, clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

let client: ClearmlClient;
let asMlflow: NodeJS.ProcessEnv;
before(async () => {
  client = await clearmlClient(await startTrackbridge(['--auth', 'on']));
  asMlflow = { MLFLOW_TRACKING_USERNAME: client.keys.access_key, MLFLOW_TRACKING_PASSWORD: client.keys.secret_key };
});

describe('clients of a server that asks for a login', () => {
  test('a key pair opens the API, the files and the door of MLflow', async () => {
    const found = await client.run<Record<string, unknown>>('small_run.py', { env: asMlflow });
    const { user } = await client.call<{ user: { id: string; name: string } }>('users.get_current_user');
    assert.deepEqual(found, {
      status: 'completed',
      scalars: { t: { s: { name: 's', x: [0], y: [1] } } },
      kept: { a: 1 },
      user: user.id,
      author: user.name,
    });
  });

  test('a wrong secret is refused', async () => {
    const env = { ...asMlflow, CLEARML_API_ACCESS_KEY: client.keys.access_key, CLEARML_API_SECRET_KEY: 'not the secret' };
    await assert.rejects(client.run('small_run.py', { env }), /401|[Uu]nauthorized|credentials/);
  });

  test('a pair that was revoked opens nothing any more', async () => {
    await client.call('auth.revoke_credentials', { access_key: client.keys.access_key });
    await assert.rejects(client.call('tasks.get_all'), /401/);
    await assert.rejects(client.run('small_run.py', { env: asMlflow }), /401|[Uu]nauthorized|credentials/);
  });
});
