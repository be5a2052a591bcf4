import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import type { ListeningServer } from '../../support/listening-server.ts';
import { startMlflowServer } from '../../support/mlflow-server.ts';
import { runPython } from '../../support/python.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

/** What is served here stays here; what is not comes from the original, through an unchanged client. */
describe('a real MLflow server as upstream', async () => {
  let original: ListeningServer;
  let server: ListeningServer;
  const alone = await startTrackbridge();

  before(async () => {
    original = await startMlflowServer();
    server = await startTrackbridge(['--mlflow-upstream', original.url]);
  });
  after(async () => {
    await server?.stop();
    await alone.stop();
    await original?.stop();
  });

  it('the Python client keeps keys of the gateway there and logs runs here', async () => {
    const found = await runPython('mlflow3', 'upstream.py', server.url);
    assert.deepEqual(found, {
      names: ['key'],
      repeated: 'RESOURCE_ALREADY_EXISTS',
      loss: 0.5,
    });
    const runs = await fetch(`${original.url}/api/2.0/mlflow/runs/search`, post('{"experiment_ids": ["0"]}'));
    assert.deepEqual(await runs.json(), {}, 'the run is not there');
  });

  it('answers of both are the same: status, type and bytes', async () => {
    for (const [path, init] of [
      ['gateway/secrets/list', undefined],
      ['gateway/endpoints/get?endpoint_id=nobody', undefined],
      ['gateway/endpoints/create', post('{"name": ')],
      ['gateway/endpoints/create', post('{}')],
    ] as const) {
      const [theirs, ours] = await Promise.all([original.url, server.url].map((url) => ask(url, path, init)));
      assert.deepEqual(ours, theirs, path);
    }
  });

  it('a body that comes in chunks of unknown length is for the original to take or refuse', async () => {
    const chunked = () => ({
      method: 'POST',
      body: Readable.toWeb(Readable.from(['{"name": "no', 'body"}'].map((piece) => Buffer.from(piece)))),
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    });
    const [theirs, ours] = await Promise.all(
      [original.url, server.url].map((url) => ask(url, 'gateway/model-definitions/create', chunked() as RequestInit)),
    );
    assert.deepEqual(ours, theirs);
  });

  it('without one, an absent operation is not implemented, and the answer says what would serve it', async () => {
    const { status, body } = await ask(alone.url, 'gateway/endpoints/create', post('{}'));
    assert.equal(status, 501);
    assert.match(body, /NOT_IMPLEMENTED.*--mlflow-upstream/);
    await assert.rejects(runPython('mlflow3', 'upstream.py', alone.url), /NOT_IMPLEMENTED/);
  });

  it('a path nobody knows is answered as the original answers it', async () => {
    const [theirs, ours] = await Promise.all([original.url, alone.url].map((url) => ask(url, 'an-operation-of-tomorrow')));
    assert.deepEqual([ours?.status, ours?.type], [theirs?.status, theirs?.type]);
  });
});

function post(body: string): RequestInit {
  return { method: 'POST', body, headers: { 'content-type': 'application/json' } };
}

async function ask(
  url: string,
  path: string,
  init?: RequestInit,
): Promise<{ status: number; type: string | null; body: string }> {
  const answer = await fetch(`${url}/api/3.0/mlflow/${path}`, init);
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
}
