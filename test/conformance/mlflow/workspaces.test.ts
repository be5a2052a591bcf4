import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startMlflowServer } from '../../support/mlflow-server.ts';
import { runPython } from '../../support/python.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

test('unchanged clients work in workspaces as they do with the original server', async () => {
  const servers = await Promise.all([startMlflowServer(['--enable-workspaces']), startTrackbridge(['--enable-workspaces'])]);
  const [original, ours] = await Promise.all(
    servers.map(({ url }) => runPython<Record<string, unknown>>('mlflow3', 'workspaces.py', url)),
  );
  assert.deepEqual(ours, original);
  assert.deepEqual(ours?.['listed'], [
    ['team-a', 'the first'],
    ['team-b', 'the second'],
  ]);
  assert.equal(ours?.['foreign run'], 'RESOURCE_DOES_NOT_EXIST');
  assert.equal(ours?.['team-a text'], 'from team-a');
});
