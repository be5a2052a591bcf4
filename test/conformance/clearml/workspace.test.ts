import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

test('clients with key pairs of two workspaces work apart, each with the MLflow clients of its workspace', async () => {
  const server = await startTrackbridge(['--enable-workspaces']);
  const headers = { 'content-type': 'application/json' };
  const made = await fetch(`${server.url}/api/3.0/mlflow/workspaces`, { method: 'POST', headers, body: '{"name":"team-a"}' });
  assert.equal(made.status, 201);
  const [bound, free] = [await clearmlClient(server, 'team-a'), await clearmlClient(server)];
  const run = (client: typeof bound) => client.run<{ task: string; names: string[] }>('workspace.py');
  const [inTeam, outside] = [await run(bound), await run(free)];
  assert.deepEqual(inTeam.names, ['bound', 'loose']);
  assert.deepEqual(outside.names, ['bound', 'loose']);
  await assert.rejects(free.call('tasks.get_by_id', { task: inTeam.task }), /400/);

  const seen = async (workspace: string | undefined) => {
    const named = workspace === undefined ? {} : { 'x-mlflow-workspace': workspace };
    const answer = await fetch(`${server.url}/api/2.0/mlflow/runs/get?run_id=${inTeam.task}`, { headers: named });
    return [answer.status, ((await answer.json()) as { run?: { data: { params: unknown } } }).run?.data.params];
  };
  assert.deepEqual(await seen('team-a'), [200, [{ key: 'team', value: 'a' }]]);
  assert.equal((await seen(undefined))[0], 404);
  const { user } = await bound.call<{ user: { company: { name: string } } }>('users.get_current_user');
  assert.equal(user.company.name, 'team-a');
});
