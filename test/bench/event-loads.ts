import type { ApiClient } from './api-client.ts';
import { batchBody, batchPoints, startMs } from './data.ts';
import { type Load, repeat, withClient } from './measuring.ts';

/** Clients that send batches, as in the row of log-batch. */
const CLIENTS = 8;

/** A batch of 1,000 scalars as the SDK writes them. */
function eventLines(task: string, batch: number): string {
  const lines: string[] = [];
  for (const { key, step, timestampMs, value } of batchPoints(batch)) {
    const place = `"metric":"k${key}","variant":"k${key}","iter":${step}`;
    const what = `"timestamp":${timestampMs},"type":"training_stats_scalar","task":"${task}","value":${value}`;
    lines.push(`{${what},${place},"allow_locked":false,"model_event":false,"method":"get"}`);
  }
  return lines.join('\n');
}

/** Points per second of 1,000 a call, the calls being made by some clients, each to a run of its own. */
async function pointsPerSecond(
  api: ApiClient,
  [target, plan]: Parameters<Load>,
  send: (run: string, batch: number) => Promise<unknown>,
): Promise<number> {
  const made = await Promise.all(Array.from({ length: CLIENTS }, () => api.createRun(target.experimentId, startMs)));
  const batches = made.map(() => 0);
  const calls = await repeat(plan, CLIENTS, async (client) => {
    const batch = batches[client] as number;
    batches[client] = batch + 1;
    await send(made[client]?.runId as string, batch);
  });
  return calls * 1000;
}

/** The same points sent as json-lines to the ClearML door and by log-batch to the MLflow door. */
export const addBatch: Load = (target, plan) =>
  withClient(target, CLIENTS, async (api) => {
    const token = await api.login();
    const points = await pointsPerSecond(api, [target, plan], async (task, batch) => {
      const answer = await api.call('events.add_batch', eventLines(task, batch), token, 'application/json-lines');
      if (!answer.includes('"added":1000')) throw new Error(`events.add_batch answered ${answer.slice(-200)}`);
    });
    const peer = await pointsPerSecond(api, [target, plan], (run, batch) => api.post('runs/log-batch', batchBody(run, batch)));
    return { points, share: points / peer };
  });
