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

  it('the Python client registers and finds models there and logs runs here', async () => {
    const found = await runPython('mlflow3', 'upstream.py', server.url);
    assert.deepEqual(found, {
      names: ['ours'],
      description: 'with ünicode',
      tags: { team: 'a' },
      repeated: 'RESOURCE_ALREADY_EXISTS',
      loss: 0.5,
    });
    const runs = await fetch(`${original.url}/api/2.0/mlflow/runs/search`, post('{"experiment_ids": ["0"]}'));
    assert.deepEqual(await runs.json(), {}, 'the run is not there');
  });

  it('answers of both are the same: status, type and bytes', async () => {
    for (const [path, init] of [
      ['registered-models/search', undefined],
      ['registered-models/get?name=nobody', undefined],
      ['registered-models/create', post('{"name": ')],
      ['registered-models/create', post('{}')],
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
      [original.url, server.url].map((url) => ask(url, 'registered-models/get-latest-versions', chunked() as RequestInit)),
    );
    assert.deepEqual(ours, theirs);
  });

  it('without one, an absent operation is answered as the original answers a path it does not have', async () => {
    const ours = await ask(alone.url, 'registered-models/search');
    const theirs = await ask(original.url, 'an-operation-of-tomorrow');
    assert.deepEqual([ours.status, ours.type], [theirs.status, theirs.type]);
    await assert.rejects(runPython('mlflow3', 'upstream.py', alone.url), /registered-models\/create failed with error code 404/);
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
  const answer = await fetch(`${url}/api/2.0/mlflow/${path}`, init);
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
}
