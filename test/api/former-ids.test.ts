import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { startApp } from '../support/app.ts';
import { clearmlApi } from '../support/clearml-api.ts';
import { mlflowApi } from '../support/mlflow-api.ts';
import { addPerson } from '../support/people.ts';

const app = await startApp();
const { call: mlflow, refuse } = mlflowApi(app);
const { call: clearml } = clearmlApi(app);
const former = 'f'.repeat(32);

/** Notes, as an import does, what an id became. */
async function noteImport({ db }: Pick<typeof app, 'db'>, kind: string, source: string, target: string): Promise<void> {
  const transfer = randomUUID();
  await db.query({
    text: `insert into transfers (transfer_id, direction, source_address, source_identity, sink_address, sink_identity, selection, state,
        created_at, changed_at)
      values ($1, 'import', 'a', 'a', 'b', 'b', '{}', 'same', now(), now())`,
    values: [transfer],
  });
  await db.query({
    text: `insert into transfer_items (transfer_id, kind, source_id, target_id, state, changed_at)
      values ($1, $2, $3, $4, 'done', now())`,
    values: [transfer, kind, source, target],
  });
}

async function makeRun(): Promise<string> {
  return (await mlflow('POST', 'runs/create', { experiment_id: '0', run_name: 'moved' })).run.info.run_id;
}

describe('ids that things had before they were imported', () => {
  it('getRun and tasks.get_by_id show what a run became, and nothing can be written under the old id', async () => {
    const id = await makeRun();
    await noteImport(app, 'run', former, id);
    assert.equal((await mlflow('GET', 'runs/get', { run_id: former })).run.info.run_id, id);
    assert.equal((await clearml('tasks.get_by_id', { task: former })).task.id, id);
    const metric = { run_id: former, key: 'm', value: 1, timestamp: 1 };
    assert.equal(await refuse('POST', 'runs/log-metric', metric), '404 RESOURCE_DOES_NOT_EXIST');
  });

  it('getExperiment, getLoggedModel, models.get_by_id and getTraceInfoV3 do the same', async () => {
    const { experiment_id } = await mlflow('POST', 'experiments/create', { name: 'moved' });
    const { projects } = await clearml('projects.get_all', { name: '^moved$' });
    await noteImport(app, 'project', '777', projects[0].id);
    const { experiment } = await mlflow('GET', 'experiments/get', { experiment_id: '777' });
    assert.equal(experiment.experiment_id, experiment_id);
    const { model } = await mlflow('POST', 'logged-models', { experiment_id: '0', name: 'm' });
    await noteImport(app, 'model', former, model.info.model_id.slice(2));
    assert.equal((await clearml('models.get_by_id', { model: former })).model.id, model.info.model_id.slice(2));
    const trace_info = {
      trace_id: `tr-${'1'.repeat(32)}`,
      trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '0' } },
      request_time: '2024-01-01T00:00:00Z',
      state: 'OK',
    };
    await app.http.post('/api/3.0/mlflow/traces').send({ trace: { trace_info } }).expect(200);
    await noteImport(app, 'trace', 'tr-old', trace_info.trace_id);
    const { body } = await app.http.get('/api/3.0/mlflow/traces/tr-old').expect(200);
    assert.equal(body.trace.trace_info.trace_id, trace_info.trace_id);
  });

  it('an id of nothing is unknown as before', async () => {
    assert.equal(await refuse('GET', 'runs/get', { run_id: 'e'.repeat(32) }), '404 RESOURCE_DOES_NOT_EXIST');
  });

  it('lead nobody to what they may not read', async () => {
    const guarded = await startApp({ auth: 'on', defaultPermission: 'NO_PERMISSIONS' });
    const ann = await addPerson(guarded, 'ann');
    const bob = await addPerson(guarded, 'bob');
    const send = (who: typeof ann, path: string, body: object) =>
      guarded.http.post(`/api/2.0/mlflow/${path}`).set('authorization', who.authorization).send(body);
    const { body } = await send(ann, 'experiments/create', { name: 'of ann' }).expect(200);
    const { run } = (await send(ann, 'runs/create', { experiment_id: body.experiment_id }).expect(200)).body;
    await noteImport(guarded, 'run', former, run.info.run_id);
    const get = (who: typeof ann) =>
      guarded.http.get('/api/2.0/mlflow/runs/get').query({ run_id: former }).set('authorization', who.authorization);
    assert.equal((await get(ann).expect(200)).body.run.info.run_id, run.info.run_id);
    assert.equal((await get(bob).expect(404)).body.error_code, 'RESOURCE_DOES_NOT_EXIST');
  });
});
