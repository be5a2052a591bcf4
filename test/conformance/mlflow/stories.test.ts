import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ListeningServer } from '../../support/listening-server.ts';
import { startMlflowServer } from '../../support/mlflow-server.ts';
import { pythonNames, runPython } from '../../support/python.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

type Found = Record<string, unknown>;

describe('whole stories read the same from the original server and from ours', () => {
  let original: ListeningServer;
  let ours: ListeningServer;
  before(async () => {
    [original, ours] = await Promise.all([startMlflowServer(), startTrackbridge()]);
  });

  test('a prompt is traced inside a run, judged, and evaluated over a dataset', async () => {
    const [expected, found] = await Promise.all(
      [original, ours].map((server) => runPython<Found>('mlflow3', 'genai_story.py', server.url)),
    );
    assert.deepEqual(found, expected);
  });

  // names of registered models are taken after the first client
  for (const name of pythonNames) {
    test(`a model is registered, promoted, copied and loaded by ${name}`, async () => {
      const servers = await Promise.all([startMlflowServer(), startTrackbridge()]);
      const [expected, found] = await Promise.all(
        servers.map((server) => runPython<Found>(name, 'registry_story.py', server.url)),
      );
      assert.deepEqual(found, expected);
    });
  }
});
