import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase } from '../../src/store/database.ts';
import { assertKept, assertRefused, SECRET, senderTo } from '../support/attacker.ts';
import { addPerson } from '../support/people.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';

const v2 = '/api/2.0/mlflow';
const server = await startTrackbridge(['--auth', 'on', '--enable-workspaces']);
const db = openDatabase(server.databaseUrl, { connections: 2 });
const keeper = await addPerson({ db }, 'keeper', 'admin');
const guest = await addPerson({ db }, 'guest');
await db.close();
const at = senderTo(server.url);

describe('a workspace', () => {
  it('is not reached by tricks with its header', async () => {
    await at(keeper, 'POST', '/api/3.0/mlflow/workspaces', { name: 'other' }, {});
    const there = { 'x-mlflow-workspace': 'other' };
    const { json } = await at(keeper, 'POST', `${v2}/experiments/create`, { name: SECRET }, there);
    const { json: created } = await at(
      keeper,
      'POST',
      `${v2}/runs/create`,
      { experiment_id: json.experiment_id, run_name: SECRET },
      there,
    );
    const run = created.run.info.run_id;
    const stored = `${json.experiment_id}/${run}/artifacts/secret.txt`;
    const base = '/api/2.0/mlflow-artifacts/artifacts';
    assert.equal((await at(keeper, 'PUT', `${base}/${stored}`, SECRET, there)).status, 200);
    assert.equal((await at(keeper, 'GET', `${base}/${stored}`, undefined, there)).text, SECRET);
    const headers: Record<string, string | string[]>[] = [
      {},
      there,
      { 'X-MLFLOW-WORKSPACE': 'OTHER' },
      { 'x-mlflow-workspace': '' },
      { 'x-mlflow-workspace': ' ' },
      { 'x-mlflow-workspace': ' other ' },
      { 'x-mlflow-workspace': ['default', 'other'] },
      { 'x-mlflow-workspace': ['other', 'default'] },
      { 'x-mlflow-workspace': 'default, other' },
      { 'x-mlflow-workspace': 'other%00' },
      { 'x-mlflow-workspace': '../other' },
    ];
    for (const one of headers) {
      const title = JSON.stringify(one);
      for (const path of [
        `${v2}/runs/get?run_id=${run}`,
        `${v2}/experiments/get?experiment_id=${json.experiment_id}`,
        `${v2}/experiments/get-by-name?experiment_name=${SECRET}`,
        `${v2}/artifacts/list?run_id=${run}`,
        `/get-artifact?run_id=${run}&path=secret.txt`,
        `${base}/${stored}`,
        `${base}/workspaces/other/${stored}`,
        `${base}/workspaces%2fother%2f${stored.replaceAll('/', '%2f')}`,
        `${base}/workspaces/default/../other/${stored}`,
        `${base}/workspaces//other/${stored}`,
        `${base}?path=workspaces/other/${json.experiment_id}/${run}/artifacts`,
        `/files/~runs/${run}/secret.txt`,
        `/bridge/v1/runs/${run}`,
      ]) {
        const answer = await at(guest, 'GET', path, undefined, one);
        assert.ok(answer.status >= 400 && answer.status < 500, `${title} ${path}: ${answer.status} ${answer.text}`);
      }
      for (const [path, body] of [
        [`${v2}/runs/search`, { experiment_ids: [json.experiment_id] }],
        [`${v2}/experiments/search`, { max_results: 100 }],
        ['/tasks.get_all_ex', { id: [run] }],
        ['/tasks.get_by_id', { task: run }],
        ['/projects.get_all', {}],
        ['/graphql', { query: `{ mlflowGetRun(input: {runId: "${run}"}) { run { info { runName } } } }` }],
      ] as const) {
        assertKept(await at(guest, 'POST', path, body, one), `${title} ${path}`);
      }
    }
    const tag = { run_id: run, key: 'attack', value: 'x' };
    for (const one of headers) assertRefused(await at(guest, 'POST', `${v2}/runs/set-tag`, tag, one), JSON.stringify(one));
    assert.equal((await at(keeper, 'GET', `${v2}/runs/get?run_id=${run}`, undefined, {})).status, 404);
  });

  it('is where its key pairs are bound to', async () => {
    for (const name of ['first', 'second']) await at(keeper, 'POST', '/api/3.0/mlflow/workspaces', { name });
    const { json } = await at(keeper, 'POST', '/bridge/v1/credentials', { kind: 'key_pair', label: '', workspace: 'first' });
    const basic = `Basic ${Buffer.from(`${json.access_key}:${json.secret}`).toString('base64')}`;
    const bound = { ...keeper, authorization: basic };
    const { json: session } = await at(bound, 'POST', '/auth.login', {});
    const inSession = { ...keeper, authorization: `Bearer ${session.data.token}` };
    for (const who of [bound, inSession]) {
      for (const name of ['second', 'default']) {
        const elsewhere = { 'x-mlflow-workspace': name };
        assertRefused(await at(who, 'POST', `${v2}/experiments/search`, { max_results: 1 }, elsewhere), name);
        assertRefused(await at(who, 'POST', `${v2}/experiments/create`, { name: 'attack' }, elsewhere), name);
        const made = await at(who, 'POST', '/bridge/v1/credentials', { kind: 'token', label: '', workspace: name });
        assertRefused(made, name);
      }
      const { json: listed } = await at(who, 'POST', '/projects.get_all', {}, { 'x-mlflow-workspace': 'second' });
      assert.deepEqual(listed.data.projects, []);
    }
  });
});
