import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startMlflowServer } from '../../support/mlflow-server.ts';
import { runPython } from '../../support/python.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

test('MCP servers are published, found and deleted through the client of MLflow 3 as with the original', async () => {
  const servers = await Promise.all([startMlflowServer(), startTrackbridge()]);
  const run = ({ url }: { url: string }) => runPython<Record<string, unknown>>('mlflow3', 'mcp_servers.py', url);
  const [original, ours] = [await run(servers[0]), await run(servers[1])];
  assert.deepEqual(ours, original);
  assert.deepEqual([ours['latest'], ours['servers'], ours['left']], ['1.1.0', ['com.example/weather'], []]);
});
