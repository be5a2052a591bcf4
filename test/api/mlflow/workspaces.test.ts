import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';

const app = await startApp({ enableWorkspaces: true });
const rest = '/api/3.0/mlflow/workspaces';
const v2 = '/api/2.0/mlflow';
const artifacts = '/api/2.0/mlflow-artifacts/artifacts';

/** A call in a workspace; none is named where it is left out. */
const within = (workspace: string | undefined) => (workspace === undefined ? {} : { 'x-mlflow-workspace': workspace });
const post = (path: string, body: object, workspace?: string) => app.http.post(path).set(within(workspace)).send(body);
const get = (path: string, workspace?: string) => app.http.get(path).set(within(workspace));

async function makeWorkspace(name: string): Promise<void> {
  await post(rest, { name }).expect(201);
}

async function makeExperiment(name: string, workspace?: string): Promise<string> {
  const { body } = await post(`${v2}/experiments/create`, { name }, workspace).expect(200);
  return body.experiment_id;
}

describe('administering workspaces', () => {
  test('createWorkspace answers 201 with what was said of it, and getWorkspace and listWorkspaces show it', async () => {
    const archival = { location: 's3://bucket/traces', retention: '30d' };
    const facts = { description: 'ünï ✓', default_artifact_root: 's3://bucket/root', trace_archival_config: archival };
    const { body } = await post(rest, { name: 'whole', ...facts }).expect(201);
    assert.deepEqual(body, { workspace: { name: 'whole', ...facts } });
    assert.deepEqual((await get(`${rest}/whole`).expect(200)).body, body);
    const names = (await get(rest).expect(200)).body.workspaces.map(({ name }: { name: string }) => name);
    assert.deepEqual(
      names.filter((name: string) => name === 'default' || name === 'whole'),
      ['default', 'whole'],
    );
  });

  for (const name of ['a', 'A-b', '-ab', 'ab-', 'a_b', 'ünï', 'api', 'workspaces', 'default', 'x'.repeat(64), '']) {
    test(`createWorkspace refuses the name ${JSON.stringify(name)}`, async () => {
      const { body } = await post(rest, { name }).expect(400);
      assert.equal(body.error_code, 'INVALID_PARAMETER_VALUE');
    });
  }

  test('createWorkspace refuses a taken name, a retention of another form and a root on a foreign host', async () => {
    await makeWorkspace('taken');
    assert.equal((await post(rest, { name: 'taken' }).expect(400)).body.error_code, 'RESOURCE_ALREADY_EXISTS');
    await post(rest, { name: 'badly', trace_archival_config: { retention: '3 days' } }).expect(400);
    await post(rest, { name: 'badly', default_artifact_root: 'http://elsewhere/x' }).expect(400);
    await get(`${rest}/badly`).expect(404);
  });

  test('updateWorkspace changes what is given, and an empty root takes it away', async () => {
    await post(rest, { name: 'changing', default_artifact_root: 's3://b/r' }).expect(201);
    const patch = (body: object) => app.http.patch(`${rest}/changing`).send(body).expect(200);
    await patch({ description: 'new' });
    const { body } = await patch({ default_artifact_root: '' });
    assert.deepEqual(body, { workspace: { name: 'changing', description: 'new' } });
    await app.http.patch(`${rest}/nobody`).send({ description: 'x' }).expect(404);
  });
});

describe('working in a workspace', () => {
  test('the same experiment name lives in two workspaces, and neither sees the other', async () => {
    await makeWorkspace('apart');
    const ours = await makeExperiment('same', 'apart');
    const theirs = await makeExperiment('same');
    assert.notEqual(ours, theirs);
    const { body } = await get(`${v2}/experiments/get-by-name?experiment_name=same`, 'apart').expect(200);
    assert.equal(body.experiment.experiment_id, ours);
    assert.equal(body.experiment.workspace, 'apart');
    assert.equal(body.experiment.artifact_location, `mlflow-artifacts:/workspaces/apart/${ours}`);
    await get(`${v2}/experiments/get?experiment_id=${ours}`).expect(404);
    await get(`${v2}/experiments/get?experiment_id=${theirs}`, 'apart').expect(404);
    const listed = await get(`${v2}/experiments/search?max_results=100`, 'apart').expect(200);
    assert.deepEqual(
      listed.body.experiments.map(({ experiment_id }: { experiment_id: string }) => experiment_id),
      [ours],
    );
  });

  test('a run of another workspace is not found, whatever is asked of it', async () => {
    await makeWorkspace('hidden');
    const experiment_id = await makeExperiment('e', 'hidden');
    const { body } = await post(`${v2}/runs/create`, { experiment_id }, 'hidden').expect(200);
    const { run_id } = body.run.info;
    await get(`${v2}/runs/get?run_id=${run_id}`, 'hidden').expect(200);
    await get(`${v2}/runs/get?run_id=${run_id}`).expect(404);
    await post(`${v2}/runs/log-metric`, { run_id, key: 'm', value: 1, timestamp: 1 }).expect(404);
    await post(`${v2}/runs/log-batch`, { run_id, tags: [{ key: 'a', value: 'b' }] }).expect(404);
    await post(`${v2}/runs/update`, { run_id, status: 'FAILED' }).expect(404);
    await post(`${v2}/runs/delete`, { run_id }).expect(404);
    await get(`${v2}/metrics/get-history?run_id=${run_id}&metric_key=m`).expect(404);
    await post(`${v2}/runs/create`, { experiment_id }).expect(404);
    await post(`${v2}/runs/log-metric`, { run_id, key: 'm', value: 1, timestamp: 1 }, 'hidden').expect(200);
  });

  test('a workspace that is not there or has no such name is refused, and server-info and health do not ask', async () => {
    await get(`${v2}/experiments/search?max_results=1`, 'nowhere').expect(404);
    await get(`${v2}/experiments/search?max_results=1`, 'NO WAY').expect(400);
    assert.equal((await get('/api/3.0/mlflow/server-info', 'nowhere').expect(200)).body.workspaces_enabled, true);
    await get('/health', 'nowhere').expect(200);
    await get(`${v2}/experiments/get?experiment_id=0`, ' ').expect(200);
  });

  test('files lie in a folder of the workspace, and paths into the folder of another are refused', async () => {
    await makeWorkspace('files');
    const id = await makeExperiment('e', 'files');
    await app.http.put(`${artifacts}/${id}/a.txt`).set(within('files')).send('hello').expect(200);
    assert.equal((await get(`${artifacts}/workspaces/files/${id}/a.txt`, 'files').buffer().expect(200)).text, 'hello');
    await get(`${artifacts}/workspaces/files/${id}/a.txt`).expect(404);
    await get(`${artifacts}/workspaces/files/notes/a.txt`).expect(400);
    await get(`${artifacts}/${id}/a.txt`).expect(404);
    await get(`${artifacts}?path=workspaces`, 'files').expect(400);
  });
});

describe('deleting a workspace', () => {
  const remove = (name: string, mode?: string) => app.http.delete(`${rest}/${name}${mode ? `?mode=${mode}` : ''}`);

  test('one that holds something is refused, and an empty one goes', async () => {
    await makeWorkspace('full');
    await makeExperiment('e', 'full');
    const { body } = await remove('full').expect(400);
    assert.match(body.message, /projects: 1/);
    await makeWorkspace('empty');
    await remove('empty').expect(204);
    await get(`${rest}/empty`).expect(404);
    await remove('empty').expect(404);
    await remove('full', 'sideways').expect(400);
    await remove('default').expect(400);
  });

  test('SET_DEFAULT moves what it holds, and refuses where a name is taken there', async () => {
    await makeWorkspace('moving');
    const id = await makeExperiment('moved', 'moving');
    await remove('moving', 'SET_DEFAULT').expect(204);
    assert.equal((await get(`${v2}/experiments/get?experiment_id=${id}`).expect(200)).body.experiment.workspace, 'default');
    await makeWorkspace('clashing');
    await makeExperiment('moved', 'clashing');
    const { body } = await remove('clashing', 'SET_DEFAULT').expect(400);
    assert.match(body.message, /exists already/);
    await get(`${rest}/clashing`).expect(200);
  });

  test('SET_DEFAULT puts what was in its Default project into the one of the default workspace', async () => {
    await makeWorkspace('plain');
    const id = await makeExperiment('Default', 'plain');
    const { body } = await post(`${v2}/runs/create`, { experiment_id: id }, 'plain').expect(200);
    await remove('plain', 'SET_DEFAULT').expect(204);
    const moved = await get(`${v2}/runs/get?run_id=${body.run.info.run_id}`).expect(200);
    assert.equal(moved.body.run.info.experiment_id, '0');
  });

  test('CASCADE takes experiments and all there is in them along', async () => {
    await makeWorkspace('doomed');
    const experiment_id = await makeExperiment('e', 'doomed');
    const { body } = await post(`${v2}/runs/create`, { experiment_id }, 'doomed').expect(200);
    const { run_id } = body.run.info;
    await post(`${v2}/runs/log-metric`, { run_id, key: 'm', value: 1, timestamp: 1 }, 'doomed').expect(200);
    await post('/api/2.0/mlflow/logged-models', { experiment_id, name: 'm' }, 'doomed').expect(200);
    const trace_info = {
      trace_id: `tr-${'d'.repeat(32)}`,
      trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id } },
      request_time: '2026-01-01T00:00:00Z',
      state: 'OK',
    };
    await post('/api/3.0/mlflow/traces', { trace: { trace_info } }, 'doomed').expect(200);
    await post(`${v2}/registered-models/create`, { name: 'doomed' }, 'doomed').expect(200);
    await post(`${v2}/model-versions/create`, { name: 'doomed', source: 's3://bucket/m' }, 'doomed').expect(200);
    await post('/api/3.0/mlflow/datasets/create', { name: 'd', experiment_ids: [experiment_id] }, 'doomed').expect(200);
    await get(`/api/3.0/mlflow/label-schemas/list?experiment_id=${experiment_id}`, 'doomed').expect(200);
    await remove('doomed', 'CASCADE').expect(204);
    const { rows } = await app.db.query<{ left: number }>({
      text: `select (select count(*) from runs where uuid = $1::uuid)::int + (select count(*) from projects p
        where not exists (select from workspaces w where w.workspace_id = p.workspace_id))::int as left`,
      values: [run_id],
    });
    assert.equal(rows[0]?.left, 0);
  });

  test('every table that tells workspaces apart is known to it', async () => {
    const { rows } = await app.db.query<{ table_name: string }>({
      text: `select table_name from information_schema.columns where column_name = 'workspace_id' and table_schema = 'public'
        order by 1`,
    });
    const { keptTables, movedTables, passingTables } = await import('../../../src/store/workspace-contents.ts');
    assert.deepEqual(
      rows.map((row) => row.table_name),
      [...keptTables, ...movedTables, ...passingTables, 'workspaces'].sort(),
    );
  });
});
