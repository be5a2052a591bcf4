import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { startTrackbridge } from '../support/trackbridge-server.ts';

const POINTS = 1_000_000;
const PER_BATCH = 1000;
const SENDERS = 8;

interface Metric {
  step: number;
  value: number;
}

describe('a history of a million points', async () => {
  const server = await startTrackbridge();
  after(() => server.stop());
  const api = `${server.url}/api/2.0/mlflow`;

  async function post(path: string, body: unknown): Promise<Record<string, never>> {
    const response = await fetch(`${api}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 200);
    return (await response.json()) as Record<string, never>;
  }
  async function get(path: string): Promise<{ metrics: Metric[]; next_page_token?: string }> {
    return (await (await fetch(`${api}/${path}`)).json()) as { metrics: Metric[]; next_page_token?: string };
  }
  const valueAt = (step: number) => Math.sin(step / 1000);
  let runId = '';

  test('is logged by several senders, out of order, some of it twice', async () => {
    const created: { run?: { info: { run_id: string } } } = await post('runs/create', { experiment_id: '0' });
    runId = created.run?.info.run_id ?? '';
    const batches = Array.from({ length: POINTS / PER_BATCH }, (_, index) => index);
    const repeated = batches.filter((index) => index % 50 === 0);
    const queue = [...batches, ...repeated];
    const sender = async () => {
      for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
        const metrics = Array.from({ length: PER_BATCH }, (_, index) => {
          const step = (batch as number) * PER_BATCH + index;
          return { key: 'curve', value: valueAt(step), timestamp: step, step };
        });
        await post('runs/log-batch', { run_id: runId, metrics });
      }
    };
    await Promise.all(Array.from({ length: SENDERS }, sender));
  });

  test('is read in pages, every point once and in order', async () => {
    let next = 0;
    let token: string | undefined;
    do {
      const page = await get(
        `metrics/get-history?run_id=${runId}&metric_key=curve&max_results=25000${token ? `&page_token=${token}` : ''}`,
      );
      for (const { step, value } of page.metrics) {
        assert.equal(step, next);
        assert.equal(value, valueAt(step));
        next += 1;
      }
      token = page.next_page_token;
    } while (token);
    assert.equal(next, POINTS);
  });

  test('is thinned to 320 points that end where it ends', async () => {
    const { metrics } = await get(`metrics/get-history-bulk-interval?run_ids=${runId}&metric_key=curve&max_results=320`);
    assert.equal(metrics.length, 320);
    assert.deepEqual([metrics[0]?.step, metrics.at(-1)?.step], [0, POINTS - 1]);
  });
});
