import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pino } from 'pino';
import { openBaseContext, ownContext } from '../../../src/app/base-context.ts';
import { readStorageConfig } from '../../../src/app/config.ts';
import { collectGarbage, measureGarbage } from '../../../src/tracking/collect-garbage.ts';
import { startApp } from '../../support/app.ts';
import { exportRequest } from '../../support/otlp-protobuf.ts';

const app = await startApp();
const { http } = app;

const TRACE = `tr-${'a'.repeat(32)}`;
const OTHER = `tr-${'b'.repeat(32)}`;
const ATTACHMENT = '0123abcd-0000-4000-8000-000000000001';

async function createExperiment(name: string): Promise<string> {
  return (await http.post('/api/2.0/mlflow/experiments/create').send({ name }).expect(200)).body.experiment_id;
}

async function start(trace_id: string, experiment_id: string): Promise<void> {
  const trace_location = { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id } };
  const trace_info = { trace_id, trace_location, request_time: '2024-01-01T00:00:00Z', state: 'OK', tags: { k: 'v' } };
  await http.post('/api/3.0/mlflow/traces').send({ trace: { trace_info } }).expect(200);
}

async function upload(path: string, content: string): Promise<void> {
  await http.put(`/api/2.0/mlflow-artifacts/artifacts/${path}`).send(content).expect(200);
}

/** Rows that are kept with a trace. */
async function rowsOf(traceId: string): Promise<number> {
  const counts = ['traces', 'trace_entries', 'spans', 'assessments', 'trace_links'].map(
    (table) => `(select count(*)::int from ${table} where trace_id = $1)`,
  );
  const { rows } = await app.db.query<{ total: number }>({ text: `select ${counts.join(' + ')} as total`, values: [traceId] });
  return rows[0]?.total ?? 0;
}

describe('files of traces', () => {
  it('getTraceArtifact hands out what the maker of a trace put among its artifacts', async () => {
    const experiment = await createExperiment('files of traces');
    await start(TRACE, experiment);
    const folder = `${experiment}/traces/${TRACE}/artifacts`;
    for (const path of ['/ajax-api/2.0/mlflow/get-trace-artifact', '/ajax-api/3.0/mlflow/get-trace-artifact']) {
      await http.get(`${path}?request_id=${OTHER}`).expect(404);
      await http.get(path).expect(400);
      await http.get(`${path}?request_id=${TRACE}&path=${ATTACHMENT}`).expect(404);
      await http.get(`${path}?request_id=${TRACE}&path=..%2F..%2Fetc%2Fpasswd`).expect(400);
      await http.get(`${path}?request_id=${TRACE}&path=${ATTACHMENT.toUpperCase()}`).expect(400);
    }
    await http.get(`/ajax-api/2.0/mlflow/get-trace-artifact?request_id=${TRACE}`).expect(404);
    await upload(`${folder}/traces.json`, '{"spans": []}');
    await upload(`${folder}/attachments/${ATTACHMENT}`, 'picture');
    const spans = await http.get(`/ajax-api/2.0/mlflow/get-trace-artifact?request_id=${TRACE}`).buffer(true).expect(200);
    assert.equal(spans.text, '{"spans": []}');
    assert.match(spans.headers['content-disposition'] ?? '', /attachment; filename="?traces.json/);
    const picture = await http.get(`/ajax-api/3.0/mlflow/get-trace-artifact?request_id=${TRACE}&path=${ATTACHMENT}`).buffer(true);
    assert.equal(picture.body.toString(), 'picture');
    assert.equal(picture.headers['x-content-type-options'], 'nosniff');
    await http
      .post('/api/3.0/mlflow/traces/delete-traces')
      .send({ experiment_id: experiment, request_ids: [TRACE] })
      .expect(200);
    assert.equal(existsSync(join(app.artifacts, experiment, 'traces', TRACE)), false);
    assert.equal(await rowsOf(TRACE), 0);
  });

  it('a collection of garbage takes the traces of a deleted experiment along, with their files', async () => {
    const experiment = await createExperiment('collected');
    await start(TRACE, experiment);
    await http
      .post('/v1/traces')
      .set({ 'content-type': 'application/x-protobuf', 'x-mlflow-experiment-id': experiment })
      .send(exportRequest([{ traceId: 'a'.repeat(32), spanId: '01'.repeat(8), startNs: 1n }]))
      .expect(200);
    await upload(`${experiment}/traces/${TRACE}/artifacts/traces.json`, '1234567');
    await start(OTHER, await createExperiment('kept'));
    await http.post('/api/2.0/mlflow/experiments/delete').send({ experiment_id: experiment }).expect(200);
    const config = readStorageConfig({ artifactsDestination: app.artifacts }, {});
    const context = ownContext(await openBaseContext(config, app.db, pino({ level: 'silent' })));
    const until = new Date(Date.now() + 1000);
    const expected = { runs: 0, experiments: 1, models: 0, points: 0, files: 1, sizeBytes: 7 };
    assert.deepEqual(await measureGarbage(context, until), expected);
    assert.deepEqual(await collectGarbage(context, until), expected);
    assert.equal(await rowsOf(TRACE), 0);
    assert.ok((await rowsOf(OTHER)) > 0);
    assert.equal(existsSync(join(app.artifacts, experiment, 'traces', TRACE)), false);
  });
});
