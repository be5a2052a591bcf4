import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, it } from 'node:test';
import { pino } from 'pino';
import { openBaseContext, ownContext } from '../../../src/app/base-context.ts';
import { readStorageConfig } from '../../../src/app/config.ts';
import type { BlobStore } from '../../../src/artifacts/blob-store.ts';
import type { Context } from '../../../src/context.ts';
import { BridgeError } from '../../../src/model/errors.ts';
import { collectGarbage, type GarbageReport, measureGarbage } from '../../../src/tracking/collect-garbage.ts';
import { ensureDefaultProject } from '../../../src/tracking/projects.ts';
import { startApp } from '../../support/app.ts';
import { form } from '../../support/form.ts';

const app = await startApp();
const config = readStorageConfig({ artifactsDestination: app.artifacts }, {});
const base = await openBaseContext(config, app.db, pino({ level: 'silent' }));
const nothing: GarbageReport = { runs: 0, experiments: 0, models: 0, points: 0, files: 0, sizeBytes: 0 };
/** Everything a run or a model leaves in the database. */
const tables = ['runs', 'garbage', 'points', 'series', 'params', 'tags', 'run_datasets', 'run_models', 'models', 'model_params'];
let context: Context;

// biome-ignore lint/suspicious/noExplicitAny: answers of the wire, read by the test that asked
async function post(path: string, body: object): Promise<any> {
  const { body: answer } = await app.http.post(`/api/2.0/mlflow/${path}`).send(body).expect(200);
  return answer;
}

async function createExperiment(): Promise<string> {
  return (await post('experiments/create', { name: base.newId() })).experiment_id;
}

/** A run with something of everything and two files of 3 + 5 bytes. */
async function createRun(experiment_id: string): Promise<string> {
  const run_id: string = (await post('runs/create', { experiment_id, start_time: 1 })).run.info.run_id;
  const metrics = [1, 2, 3].map((step) => ({ key: 'loss', value: step, step, timestamp: step }));
  await post('runs/log-batch', { run_id, metrics, params: [{ key: 'p', value: '1' }], tags: [{ key: 't', value: '1' }] });
  const dataset = { name: 'd', digest: '1', source_type: 'local', source: '{}' };
  await post('runs/log-inputs', { run_id, datasets: [{ dataset, tags: [{ key: 'mlflow.data.context', value: 'train' }] }] });
  await upload(`${experiment_id}/${run_id}/artifacts/a.txt`, 'abc');
  await upload(`${experiment_id}/${run_id}/artifacts/folder/b.txt`, 'defgh');
  return run_id;
}

async function createModel(experiment_id: string, source_run_id: string): Promise<string> {
  const asked = { experiment_id, source_run_id, name: 'm', params: [{ key: 'p', value: '1' }] };
  const id: string = (await post('logged-models', asked)).model.info.model_id;
  await upload(`${experiment_id}/models/${id}/artifacts/MLmodel`, '1234567');
  return id;
}

async function upload(path: string, content: string): Promise<void> {
  await app.http.put(`/api/2.0/mlflow-artifacts/artifacts/${path}`).send(content).expect(200);
}

async function rowCounts(): Promise<Record<string, number>> {
  const columns = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const { rows } = await app.db.query<Record<string, number>>({ text: `select ${columns.join(', ')}` });
  return { ...rows[0] };
}

async function filesOnDisk(): Promise<{ files: number; sizeBytes: number }> {
  const entries = await readdir(app.artifacts, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size));
  return { files: files.length, sizeBytes: sizes.reduce((sum, size) => sum + size, 0) };
}

const statusOf = async (runId: string) => (await app.http.get(`/api/2.0/mlflow/runs/get?run_id=${runId}`)).status;
const now = () => new Date();

describe('gc', () => {
  beforeEach(async () => {
    context = ownContext(base);
    const { rows } = await app.db.query<{ id: string }>({
      text: 'select experiment_id::text as id from projects where not archived',
    });
    for (const { id } of rows) await post('experiments/delete', { experiment_id: id });
    await collectGarbage(context, now());
    await ensureDefaultProject(context);
  });

  it('deletes deleted runs with all they logged, reports what was on disk, and touches nothing of living ones', async () => {
    const experiment = await createExperiment();
    const living = await createRun(experiment);
    const [rowsBefore, diskBefore] = [await rowCounts(), await filesOnDisk()];
    const dead = await createRun(experiment);
    await post('runs/delete', { run_id: dead });
    const expected = { ...nothing, runs: 1, points: 3, files: 2, sizeBytes: 8 };
    assert.deepEqual(await measureGarbage(context, now()), expected);
    assert.equal(await statusOf(dead), 200, 'measuring changes nothing');
    assert.deepEqual(await collectGarbage(context, now()), expected);
    assert.deepEqual(await rowCounts(), rowsBefore);
    assert.deepEqual(await filesOnDisk(), diskBefore);
    assert.deepEqual(await readdir(join(app.artifacts, experiment)), [living], 'no empty folder stays');
    assert.equal(await statusOf(dead), 404);
    assert.equal(await statusOf(living), 200);
    assert.deepEqual(await collectGarbage(context, now()), nothing);
  });

  it('deletes deleted models, and leaves alone the run that made them', async () => {
    const experiment = await createExperiment();
    const run = await createRun(experiment);
    const before = await rowCounts();
    const model = await createModel(experiment, run);
    await app.http.delete(`/api/2.0/mlflow/logged-models/${model}`).expect(200);
    const expected = { ...nothing, models: 1, files: 1, sizeBytes: 7 };
    assert.deepEqual(await measureGarbage(context, now()), expected);
    assert.deepEqual(await collectGarbage(context, now()), expected);
    assert.deepEqual(await rowCounts(), before);
    assert.deepEqual(await filesOnDisk(), { files: 2, sizeBytes: 8 });
  });

  it('deletes deleted experiments with their runs and models, and their names are free again', async () => {
    const before = await rowCounts();
    const experiment_id = await createExperiment();
    const { experiment } = (await app.http.get(`/api/2.0/mlflow/experiments/get?experiment_id=${experiment_id}`)).body;
    await post('experiments/set-experiment-tag', { experiment_id, key: 'k', value: 'v' });
    await createModel(experiment_id, await createRun(experiment_id));
    await post('experiments/delete', { experiment_id });
    const expected = { runs: 1, experiments: 1, models: 1, points: 3, files: 3, sizeBytes: 15 };
    assert.deepEqual(await measureGarbage(context, now()), expected);
    assert.deepEqual(await collectGarbage(context, now()), expected);
    assert.deepEqual(await rowCounts(), before);
    await app.http.get(`/api/2.0/mlflow/experiments/get?experiment_id=${experiment_id}`).expect(404);
    assert.notEqual((await post('experiments/create', { name: experiment.name })).experiment_id, experiment_id);
  });

  it('keeps a deleted experiment, and its models, as long as a run in it is alive', async () => {
    const experiment_id = await createExperiment();
    const [living, dead] = [await createRun(experiment_id), await createRun(experiment_id)];
    await createModel(experiment_id, living);
    await post('experiments/delete', { experiment_id });
    await post('runs/restore', { run_id: living });
    const expected = { ...nothing, runs: 1, points: 3, files: 2, sizeBytes: 8 };
    assert.deepEqual(await measureGarbage(context, now()), expected);
    assert.deepEqual(await collectGarbage(context, now()), expected);
    assert.deepEqual([await statusOf(living), await statusOf(dead)], [200, 404]);
    await post('experiments/restore', { experiment_id });
  });

  it('goes by the time of deletion, not of creation', async () => {
    const experiment = await createExperiment();
    const [early, late] = [await createRun(experiment), await createRun(experiment)];
    await post('runs/delete', { run_id: early });
    const between = new Date(Date.now() + 1);
    while (Date.now() <= between.getTime()) await statusOf(early);
    await post('runs/delete', { run_id: late });
    assert.equal((await measureGarbage(context, between)).runs, 1);
    assert.equal((await collectGarbage(context, between)).runs, 1);
    assert.deepEqual([await statusOf(early), await statusOf(late)], [404, 200]);
  });

  it('leaves a run that was restored after it was counted', async () => {
    const run_id = await createRun(await createExperiment());
    await post('runs/delete', { run_id });
    assert.equal((await measureGarbage(context, now())).runs, 1);
    await post('runs/restore', { run_id });
    assert.deepEqual(await collectGarbage(context, now()), nothing);
    assert.deepEqual(await filesOnDisk(), { files: 2, sizeBytes: 8 });
  });

  it('broken off in the middle, has taken all runs from readers it began with, and goes on at the next call', async () => {
    const experiment = await createExperiment();
    const before = await rowCounts();
    const runs = await Promise.all(Array.from({ length: 5 }, () => createRun(experiment)));
    for (const run_id of runs) await post('runs/delete', { run_id });
    const stopping = new AbortController();
    const stopped = collectGarbage({ ...context, signal: stopping.signal }, now(), ({ files }) => {
      if (files === 4) stopping.abort(new Error('stopped by the test'));
    });
    await assert.rejects(stopped, /stopped by the test/);
    for (const run of runs) assert.equal(await statusOf(run), 404);
    const rest = { ...nothing, runs: 5, points: 15, files: 6, sizeBytes: 24 };
    assert.deepEqual(await measureGarbage(context, now()), rest);
    assert.deepEqual(await collectGarbage(context, now()), rest);
    assert.deepEqual(await rowCounts(), before);
    assert.deepEqual(await filesOnDisk(), { files: 0, sizeBytes: 0 });
  });

  it('keeps a run in mind whose files cannot be deleted at the moment', async () => {
    const run_id = await createRun(await createExperiment());
    await post('runs/delete', { run_id });
    const failing = { ...base.blobs, location: base.blobs.location, delete: () => Promise.reject(new Error('disk on fire')) };
    await assert.rejects(collectGarbage({ ...context, blobs: failing }, now()), /disk on fire/);
    assert.deepEqual(await collectGarbage(context, now()), { ...nothing, runs: 1, points: 3, files: 2, sizeBytes: 8 });
  });

  it('leaves files where they are that lie outside what this server keeps, and deletes the record', async () => {
    const asked = { name: base.newId(), artifact_location: '/somewhere/else' };
    const { experiment_id } = await post('experiments/create', asked);
    const { run } = await post('runs/create', { experiment_id, start_time: 1 });
    await post('runs/delete', { run_id: run.info.run_id });
    assert.deepEqual(await collectGarbage(context, now()), { ...nothing, runs: 1 });
  });

  it('deletes what a ClearML client uploaded for a run, but for files that others report too', async () => {
    const run_id = await createRun(await createExperiment());
    const other = await createRun(await createExperiment());
    for (const name of ['own.txt', 'image.png', 'shared.txt', 'unreported.txt']) {
      const { headers, body } = form([{ name: `up/${name}`, content: 'twelve bytes' }]);
      await app.http.post('/files').set(headers).send(body).expect(200);
    }
    await app.db.query({
      text: `insert into run_artifacts (run_id, key, mode, uri)
        select run_id, url, 'output', url from runs, unnest(array['files:///up/own.txt', 'files:///up/shared.txt']) as url
        where uuid = $1 or (uuid = $2 and url like '%shared%')`,
      values: [run_id, other],
    });
    await app.db.query({
      text: `insert into run_plots (run_id, kind, title, variant, iteration, timestamp_ms, url)
        select run_id, 'image', 't', 'v', 1, 1, 'files:///up/image.png' from runs where uuid = $1`,
      values: [run_id],
    });
    await post('runs/delete', { run_id });
    const failing: BlobStore = {
      ...base.blobs,
      location: base.blobs.location,
      delete: (path) => base.blobs.delete(path),
      stat: () => Promise.reject(new BridgeError('unavailable', 'disk on fire')),
    };
    await assert.rejects(collectGarbage({ ...context, blobs: failing }, now()), /disk on fire/);
    // the files below its artifact root went the first time
    assert.deepEqual(await collectGarbage(context, now()), { ...nothing, runs: 1, points: 3, files: 2, sizeBytes: 24 });
    assert.deepEqual((await readdir(join(app.artifacts, 'files/up'))).sort(), ['shared.txt', 'unreported.txt']);
  });

  it('the Default experiment comes back, under its id, at the next start after it was deleted for good', async () => {
    await post('experiments/delete', { experiment_id: '0' });
    assert.equal((await collectGarbage(context, now())).experiments, 1);
    await app.http.get('/api/2.0/mlflow/experiments/get?experiment_id=0').expect(404);
    await ensureDefaultProject(context);
    const { body } = await app.http.get('/api/2.0/mlflow/experiments/get?experiment_id=0').expect(200);
    assert.equal(body.experiment.name, 'Default');
    await createRun('0');
  });
});
