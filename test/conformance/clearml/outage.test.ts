import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ListeningServer, startListening } from '../../support/listening-server.ts';
import { freePort } from '../../support/postgres-server.ts';
import { projectRoot } from '../../support/project.ts';

const WRITERS = 8;
/** Long enough for some hundred commits before and after the blow. */
const STORM_MS = 1200;

/** What a writer sent until it was accepted. */
interface Sent {
  task: string;
  /** Batches that were accepted: number n has a point at step n of two series, and a line. */
  batches: number;
  /** Answers that were neither accepted nor the plain 503 that clients repeat. */
  strange: string[];
  /** How often a batch had to be sent again. */
  repeats: number;
}

describe('a restart of Postgres under clients that repeat what was not accepted, as the SDK does', async () => {
  const home = await mkdtemp(join(tmpdir(), 'trackbridge-outage-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  let server: ListeningServer;
  before(async () => {
    const args = [join(projectRoot, 'src/app/bin.js'), 'serve', '--home', home, '--port', new URL(url).port];
    server = await startListening({ command: process.execPath, args, url, cwd: home, env: { DATABASE_URL: '' } });
  });
  after(async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  });

  async function call(operation: string, body: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${url}/${operation}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { data } = (await response.json()) as { data: Record<string, unknown> };
    return data;
  }

  async function addBatch(task: string, step: number): Promise<Response> {
    const point = { task, iter: step, value: step, timestamp: step, metric: 'loss', type: 'training_stats_scalar' };
    const events = [
      { ...point, variant: 'a' },
      { ...point, variant: 'b' },
      { type: 'log', task, timestamp: step, level: 'info', msg: `line ${step}` },
    ];
    return await fetch(`${url}/v2.23/events.add_batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json-lines' },
      body: events.map((event) => JSON.stringify(event)).join('\n'),
      signal: AbortSignal.timeout(30_000),
    });
  }

  async function write(sent: Sent, isOver: () => boolean): Promise<void> {
    for (; !isOver(); sent.batches += 1) {
      for (;;) {
        const response = await addBatch(sent.task, sent.batches);
        const text = await response.text();
        if (response.status === 200 && text.includes('"added":3')) break;
        if (response.status !== 503 || text.startsWith('{')) sent.strange.push(`${response.status} ${text}`);
        sent.repeats += 1;
        await sleep(50);
      }
    }
  }

  test('loses no event and doubles no point', async () => {
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, async (_, at): Promise<Sent> => {
        const { id } = await call('tasks.create', { name: `writer ${at}`, type: 'training' });
        return { task: String(id), batches: 0, strange: [], repeats: 0 };
      }),
    );
    let over = false;
    const work = Promise.all(writers.map((sent) => write(sent, () => over)));
    await sleep(STORM_MS);
    const [pid] = (await readFile(join(home, 'postgres/data/postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    while (!writers.every(({ repeats }) => repeats > 0)) await sleep(50);
    await sleep(STORM_MS);
    over = true;
    await work;
    for (const { task, batches, strange } of writers) {
      assert.deepEqual(strange, []);
      const steps = Array.from({ length: batches }, (_, step) => step);
      const raw = await call('events.scalar_metrics_iter_raw', { task, metric: { metric: 'loss' }, batch_size: 200_000 });
      const variants = raw['variants'] as Record<string, { iter: number[]; y: number[] }>;
      for (const variant of ['a', 'b']) {
        assert.deepEqual(variants[variant]?.iter, steps);
        assert.deepEqual(variants[variant]?.y, steps);
      }
      const { events } = (await call('events.get_task_log', { task, batch_size: 10_000 })) as { events: { msg: string }[] };
      const lines = new Set(events.map(({ msg }) => msg));
      assert.deepEqual(
        steps.filter((step) => !lines.has(`line ${step}`)),
        [],
      );
    }
  });
});
