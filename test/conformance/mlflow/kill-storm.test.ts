import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ListeningServer, startListening } from '../../support/listening-server.ts';
import { freePort } from '../../support/postgres-server.ts';
import { projectRoot } from '../../support/project.ts';

const WRITERS = 24;
/** Long enough for some hundred commits before the blow. */
const STORM_MS = 1500;

/** Several times: a killed server cuts the pooled connections, a killed Postgres is away for a moment. */
async function patiently<T>(request: () => Promise<T>): Promise<T> {
  for (let left = 4 * WRITERS; left > 0; left -= 1) {
    try {
      return await request();
    } catch {
      await sleep(100);
    }
  }
  return await request();
}

/** The JSON of an answer that is no error. */
async function read(url: string): Promise<unknown> {
  const response = await fetch(url);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  return JSON.parse(text);
}

/** What a writer was promised: the steps whose request was answered with 200. */
interface Promised {
  runId: string;
  singles: number[];
  batches: number[];
}

describe('a write storm cut short by kill -9', async () => {
  const home = await mkdtemp(join(tmpdir(), 'trackbridge-storm-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  let server = await start();
  after(async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  });

  function start(): Promise<ListeningServer> {
    const args = [join(projectRoot, 'src/app/bin.js'), 'serve', '--home', home, '--port', new URL(url).port];
    return startListening({ command: process.execPath, args, url, cwd: home, env: { DATABASE_URL: '' } });
  }

  async function post(
    path: string,
    body: unknown,
  ): Promise<{ status: number; body: Record<string, Record<string, Record<string, string>>> }> {
    const response = await fetch(`${url}/api/2.0/mlflow/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    return { status: response.status, body: (await response.json()) as never };
  }

  async function newRun(): Promise<string> {
    const { body } = await patiently(() => post('runs/create', { experiment_id: '0' }));
    return body['run']?.['info']?.['run_id'] as string;
  }

  async function write(promised: Promised, until: () => boolean): Promise<void> {
    for (let step = 0; !until(); step += 1) {
      try {
        const single = await post('runs/log-metric', {
          run_id: promised.runId,
          key: 'single',
          value: step,
          timestamp: step,
          step,
        });
        if (single.status === 200) promised.singles.push(step);
        const metrics = Array.from({ length: 10 }, (_, index) => ({ key: `m${index}`, value: step, timestamp: step, step }));
        const params = [{ key: `p${step}`, value: 'x' }];
        if (step < 80) {
          const batch = await post('runs/log-batch', {
            run_id: promised.runId,
            metrics,
            params,
            tags: [{ key: `t${step}`, value: 'y' }],
          });
          if (batch.status === 200) promised.batches.push(step);
        }
      } catch {
        // the server is gone: nothing was promised
        await sleep(20);
      }
    }
  }

  async function storm(blow: () => void, end: () => Promise<void>): Promise<Promised[]> {
    const promises = await Promise.all(
      Array.from({ length: WRITERS }, async () => ({ runId: await newRun(), singles: [], batches: [] })),
    );
    let over = false;
    const writers = promises.map((promised) => write(promised, () => over));
    await sleep(STORM_MS);
    blow();
    try {
      await end();
    } finally {
      over = true;
      await Promise.all(writers);
    }
    return promises;
  }

  async function history(runId: string, key: string): Promise<number[]> {
    const path = `metrics/get-history?run_id=${runId}&metric_key=${key}`;
    const answer = await patiently(() => read(`${url}/api/2.0/mlflow/${path}`));
    const { metrics = [] } = answer as { metrics?: { step: number }[] };
    return metrics.map((metric) => metric.step);
  }

  /** Everything promised is there, and every batch is there whole or not at all. */
  async function check(promises: readonly Promised[]): Promise<void> {
    assert.ok(promises.reduce((sum, promised) => sum + promised.singles.length, 0) > WRITERS, 'the storm wrote something');
    for (const { runId, singles, batches } of promises) {
      const there = new Set(await history(runId, 'single'));
      assert.deepEqual(
        singles.filter((step) => !there.has(step)),
        [],
        `points promised to ${runId}`,
      );
      const answer = await patiently(() => read(`${url}/api/2.0/mlflow/runs/get?run_id=${runId}`));
      const { run } = answer as { run: { data: Record<'params' | 'tags', { key: string }[] | undefined> } };
      const stepsOf = (list: { key: string }[] | undefined, letter: string) =>
        (list ?? [])
          .map(({ key }) => new RegExp(`^${letter}(\\d+)$`).exec(key)?.[1])
          .filter((step) => step !== undefined)
          .map(Number)
          .sort((a, b) => a - b);
      const params = stepsOf(run.data.params, 'p');
      assert.deepEqual(
        batches.filter((step) => !params.includes(step)),
        [],
        `batches promised to ${runId}`,
      );
      assert.deepEqual(stepsOf(run.data.tags, 't'), params, `tags and params of ${runId}`);
      for (let index = 0; index < 10; index += 1)
        assert.deepEqual(await history(runId, `m${index}`), params, `m${index} of ${runId}`);
    }
  }

  test('of the server keeps every acknowledged point and no half of a batch', async () => {
    const promises = await storm(
      () => process.kill(server.pid, 'SIGKILL'),
      async () => {
        await server.stop();
        server = await start();
      },
    );
    await check(promises);
  });

  test('of Postgres keeps every acknowledged point, and the server goes on by itself', async () => {
    const [pid] = (await readFile(join(home, 'postgres/data/postmaster.pid'), 'utf8')).split('\n');
    const promises = await storm(
      () => process.kill(Number(pid), 'SIGKILL'),
      async () => {
        for (let tries = 0; tries < 100; tries += 1) {
          if ((await post('runs/create', { experiment_id: '0' }).catch(() => undefined))?.status === 200) return;
          await sleep(100);
        }
        assert.fail(`the server did not come back:\n${server.output()}`);
      },
    );
    await check(promises);
  });
});
