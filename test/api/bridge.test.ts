import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pino } from 'pino';
import request from 'supertest';
import { compose } from '../../src/app/compose.ts';
import { readConfig } from '../../src/app/config.ts';
import { openDatabase } from '../../src/store/database.ts';
import { cloneDatabase } from '../support/database.ts';

const silent = pino({ level: 'silent' });
const json = (body: object) => ['application/json', JSON.stringify(body)] as const;

const home = await mkdtemp(join(tmpdir(), 'trackbridge-bridge-'));
const db = openDatabase(await cloneDatabase(), { connections: 4 });
const app = await compose(readConfig({ home }, {}), db, silent);

describe('our own interface', () => {
  let experimentId: string;

  before(async () => {
    experimentId = (await post('experiments/create', { name: 'trees' })).experiment_id;
  });
  after(async () => {
    await app.close();
    await db.close();
    await rm(home, { recursive: true, force: true });
  });

  const get = (path: string) => request(app.handler).get(path);

  async function post(path: string, body: object) {
    const [type, text] = json(body);
    const answer = await request(app.handler).post(`/api/2.0/mlflow/${path}`).type(type).send(text).expect(200);
    return answer.body;
  }

  async function createRun(name: string, start_time = 1000): Promise<string> {
    return (await post('runs/create', { experiment_id: experimentId, run_name: name, start_time, user_id: 'ann' })).run.info
      .run_id;
  }

  it('listProjects lists active projects, the last changed first', async () => {
    const { body } = await get('/bridge/v1/projects').expect(200);
    assert.deepEqual(
      body.projects.map(({ experiment_id, name, archived }: Record<string, unknown>) => ({ experiment_id, name, archived })),
      [
        { experiment_id: experimentId, name: 'trees', archived: false },
        { experiment_id: '0', name: 'Default', archived: false },
      ],
    );
    assert.match(body.projects[0].created_ms, /^\d{13}$/);
    assert.equal(body.next, undefined);
  });

  it('getProjectPage shows runs of the project by start, the last one first, and no archived one', async () => {
    const early = await createRun('early', 1);
    const late = await createRun('late', 2);
    await post('runs/delete', { run_id: await createRun('gone', 3) });
    const { body } = await get(`/bridge/v1/projects/${experimentId}`).expect(200);
    assert.equal(body.project.name, 'trees');
    assert.deepEqual(body.runs, [
      { run_id: late, name: 'late', status: 'in_progress', archived: false, author: 'ann', started_ms: '2' },
      { run_id: early, name: 'early', status: 'in_progress', archived: false, author: 'ann', started_ms: '1' },
    ]);
  });

  it('getProjectPage goes on where an earlier page ended', async () => {
    const { experiment_id } = await post('experiments/create', { name: 'many' });
    for (let start = 1; start <= 101; start += 1) await post('runs/create', { experiment_id, start_time: start });
    const first = await get(`/bridge/v1/projects/${experiment_id}`).expect(200);
    const second = await get(`/bridge/v1/projects/${experiment_id}?after=${encodeURIComponent(first.body.next)}`).expect(200);
    const starts = [...first.body.runs, ...second.body.runs].map((run) => Number(run.started_ms));
    assert.deepEqual(
      starts,
      Array.from({ length: 101 }, (_, index) => 101 - index),
    );
    assert.equal(second.body.next, undefined);
  });

  it('getRunPage shows all a run logged, ordered by key, numbers whole', async () => {
    const run_id = await createRun('whole');
    const at = { timestamp: '9223372036854775807' };
    await post('runs/log-batch', {
      run_id,
      params: [
        { key: 'b', value: '2' },
        { key: 'a', value: '' },
      ],
      tags: [
        { key: 'mlflow.note.content', value: 'a note' },
        { key: 'mlflow.source.name', value: 'train.py' },
      ],
      metrics: [
        { key: 'z', value: 'NaN', step: '-9223372036854775808', ...at },
        { key: 'i', value: 'Infinity', step: 0, ...at },
        { key: 'd', value: 0.1, step: 0, ...at },
        { key: 'n', value: -0.0, step: 0, ...at },
      ],
    });
    const { body } = await get(`/bridge/v1/runs/${run_id}`).expect(200).expect('cache-control', 'no-store');
    assert.equal(body.run.run_id, run_id);
    assert.equal(body.project.experiment_id, experimentId);
    assert.equal(body.note, 'a note');
    assert.equal(body.entry_point, 'train.py');
    assert.deepEqual(body.params, [
      { key: 'a', value: '' },
      { key: 'b', value: '2' },
    ]);
    assert.deepEqual(
      body.metrics.map(({ key, value }: Record<string, unknown>) => [key, value]),
      [
        ['d', 0.1],
        ['i', 'Infinity'],
        ['n', 0],
        ['z', 'NaN'],
      ],
    );
    assert.equal(body.metrics[3].step, '-9223372036854775808');
    assert.equal(body.metrics[3].timestamp_ms, '9223372036854775807');
  });

  it('listRunFiles and readRunFile show artifacts and give their bytes, as downloads only', async () => {
    const run_id = await createRun('files');
    const folder = `/api/2.0/mlflow-artifacts/artifacts/${experimentId}/${run_id}/artifacts`;
    await request(app.handler).put(`${folder}/plots/a%20b.html`).send('<script>').expect(200);
    const files = `/bridge/v1/runs/${run_id}/files`;
    assert.deepEqual((await get(files)).body, { files: [{ path: 'plots', is_folder: true }] });
    assert.deepEqual((await get(`${files}?folder=plots`)).body, {
      files: [{ path: 'plots/a b.html', is_folder: false, size_bytes: 8 }],
    });
    const whole = await get(`${files}/plots/a%20b.html`).expect(200);
    assert.equal(String(whole.body), '<script>');
    assert.equal(whole.headers['content-type'], 'application/octet-stream');
    assert.match(whole.headers['content-disposition'] ?? '', /^attachment/);
    assert.equal(whole.headers['x-content-type-options'], 'nosniff');
    const part = await get(`${files}/plots/a%20b.html`).set('range', 'bytes=1-3').expect(206);
    assert.equal(String(part.body), 'scr');
  });

  it('readRunFile refuses a path that leads out of the run', async () => {
    const run_id = await createRun('hostile');
    for (const path of ['..%2f..%2fsecret', '%252e%252e/x', '%2fetc%2fpasswd', 'a%00b']) {
      const { body } = await get(`/bridge/v1/runs/${run_id}/files/${path}`).expect(400);
      assert.equal(body.error.code, 'invalid', path);
    }
  });

  it('names what is not there', async () => {
    const unknown = '0123456789abcdef0123456789abcdef';
    for (const path of [
      `runs/${unknown}`,
      `runs/${unknown}/files`,
      'runs/x',
      'projects/77',
      'projects/x',
      `projects/${'9'.repeat(30)}`,
    ]) {
      const { body } = await get(`/bridge/v1/${path}`).expect(404);
      assert.equal(body.error.code, 'not_found', path);
      assert.ok(body.error.message.includes(path.split('/')[1]), body.error.message);
    }
    await get('/pages/handlers.ts').expect(404);
  });

  it('servePage and its assets forbid everything inline and everything from elsewhere', async () => {
    for (const path of ['/', '/pages/page.js', '/pages/page.css', '/pages/icon.svg']) {
      const { headers } = await get(path).expect(200);
      const policy = headers['content-security-policy'] ?? '';
      assert.match(policy, /^default-src 'none'/, path);
      assert.doesNotMatch(policy, /unsafe|https?:|\*/, path);
      assert.equal(headers['x-content-type-options'], 'nosniff');
    }
  });

  it('asks for a login where the server does', async () => {
    const guarded = await compose(readConfig({ home, auth: 'on' }, {}), db, silent);
    for (const path of ['/', '/pages/page.js', '/bridge/v1/projects']) {
      await request(guarded.handler)
        .get(path)
        .expect(401)
        .expect('www-authenticate', /^Basic /);
    }
    await guarded.close();
  });
});
