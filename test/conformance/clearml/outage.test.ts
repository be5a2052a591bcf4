import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startListening } from '../../support/listening-server.ts';
import { freePort } from '../../support/postgres-server.ts';
import { projectRoot } from '../../support/project.ts';

const WRITERS = 12;
const EVENTS_PER_BATCH = 20;
/** Long enough for some hundred commits before and after the blow. */
const STORM_MS = 1000;
/** As long as the SDK waits between two tries, or less. */
const REPEAT_MS = 200;

/** A task whose events are sent in batches of increasing iterations, each repeated until it is taken. */
interface Writer {
  task: string;
  batches: number;
  repeats: number;
}

interface Point {
  iter: number[];
  y: number[];
}

describe('events sent while Postgres goes away', async () => {
  const home = await mkdtemp(join(tmpdir(), 'trackbridge-outage-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const args = [join(projectRoot, 'src/app/bin.js'), 'serve', '--home', home, '--port', new URL(url).port];
  const server = await startListening({ command: process.execPath, args, url, cwd: home, env: { DATABASE_URL: '' } });
  after(async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  });

  async function send(operation: string, body: string, type: string): Promise<{ status: number; text: string; type: string }> {
    const headers = { 'content-type': type };
    const answer = await fetch(`${url}/v2.23/${operation}`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(60_000),
    });
    return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') ?? '' };
  }
  async function call<Data>(operation: string, body: object): Promise<Data> {
    const { status, text } = await send(operation, JSON.stringify(body), 'application/json');
    assert.equal(status, 200, `${operation}: ${text}`);
    return (JSON.parse(text) as { data: Data }).data;
  }

  /** A batch as the SDK sends it: points of one series, and a line of the console. */
  function linesOf(task: string, batch: number): string {
    const common = { task, allow_locked: false, model_event: false, method: 'get' };
    const points = Array.from({ length: EVENTS_PER_BATCH }, (_, at) => {
      const iter = batch * EVENTS_PER_BATCH + at;
      return { ...common, type: 'training_stats_scalar', metric: 'loss', variant: 'train', iter, value: iter, timestamp: iter };
    });
    const line = { ...common, type: 'log', level: 'info', msg: `batch ${batch}`, timestamp: batch };
    return [...points, line].map((event) => JSON.stringify(event)).join('\n');
  }

  /** Repeats what is answered 503 in plain text, as the SDK does; anything else but success would lose the batch there. */
  async function write(writer: Writer, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const { status, text, type } = await send(
        'events.add_batch',
        linesOf(writer.task, writer.batches),
        'application/json-lines',
      );
      if (status === 200) {
        assert.match(text, new RegExp(`"added":${EVENTS_PER_BATCH + 1}\\b`));
        writer.batches += 1;
        continue;
      }
      assert.equal(status, 503, text);
      assert.match(type, /^text\/plain/);
      assert.doesNotMatch(text, /^\s*\{/);
      writer.repeats += 1;
      await sleep(REPEAT_MS);
    }
  }

  /** Lets writers write, brings Postgres down, and lets them go on for a while once it is back. */
  async function outage(signal: NodeJS.Signals): Promise<Writer[]> {
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, async (_, at): Promise<Writer> => {
        const { id } = await call<{ id: string }>('tasks.create', { name: `outage ${at}`, type: 'training' });
        return { task: id, batches: 0, repeats: 0 };
      }),
    );
    let isOver = false;
    const written = Promise.all(writers.map((writer) => write(writer, () => isOver)));
    await sleep(STORM_MS);
    const [pid] = (await readFile(join(home, 'postgres/data/postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), signal);
    const before = writers.map(({ batches }) => batches);
    // the server starts its Postgres again by itself
    for (const until = Date.now() + 60_000; Date.now() < until; await sleep(100)) {
      if (writers.every(({ batches }, at) => batches > (before[at] as number) + 3)) break;
    }
    isOver = true;
    await written;
    assert.ok(
      writers.every(({ batches }, at) => batches > (before[at] as number) + 3),
      `no writer got further:\n${server.output()}`,
    );
    return writers;
  }

  async function check({ task, batches }: Writer): Promise<void> {
    const count = batches * EVENTS_PER_BATCH;
    const found = await call<{ returned: number; variants: { train: Point } }>('events.scalar_metrics_iter_raw', {
      task,
      metric: { metric: 'loss' },
      batch_size: 200_000,
    });
    const iterations = Array.from({ length: count }, (_, at) => at);
    assert.deepEqual(found.variants.train.iter, iterations, 'each iteration once');
    assert.deepEqual(found.variants.train.y, iterations);
    const { events } = await call<{ events: { msg: string }[] }>('events.get_task_log', {
      task,
      batch_size: batches * 2,
      order: 'asc',
      navigate_earlier: true,
    });
    // a line that was committed in the moment of the blow may be sent again: nothing tells it from one that says the same
    const lines = new Set(events.map(({ msg }) => msg));
    assert.deepEqual(
      iterations.slice(0, batches).filter((batch) => !lines.has(`batch ${batch}`)),
      [],
      'lines lost',
    );
    assert.ok(events.length <= batches + 1, `${events.length} lines of ${batches}`);
  }

  for (const [what, signal] of [
    ['a restart', 'SIGINT'],
    ['a kill -9', 'SIGKILL'],
  ] as const) {
    test(`are neither lost nor doubled by ${what}, since clients repeat a plain 503`, async () => {
      const writers = await outage(signal);
      assert.ok(
        writers.some(({ repeats }) => repeats > 0),
        'some batch was repeated',
      );
      for (const writer of writers) await check(writer);
    });
  }
});
