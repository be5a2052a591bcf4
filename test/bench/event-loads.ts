import { batchBody, batchPoints, startMs } from './data.ts';
import { type Load, repeat, withClient } from './measuring.ts';
import type { Plan } from './plan.ts';

/** Clients that send batches, as in the row of log-batch. */
const CLIENTS = 8;
/** Windows each of two kinds of calls is measured in, one after the other: a busy machine slows both. */
const TURNS = 4;

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

/** A call with 1,000 points, and the runs that such calls go to. */
interface Sending {
  runs: string[];
  batches: number[];
  send: (run: string, batch: number) => Promise<unknown>;
}

/** The same points sent as json-lines to the ClearML door and by log-batch to the MLflow door, in turns. */
export const addBatch: Load = (target, plan) =>
  withClient(target, CLIENTS, async (api) => {
    const token = await api.login();
    const start = async (send: Sending['send']): Promise<Sending> => {
      const made = await Promise.all(Array.from({ length: CLIENTS }, () => api.createRun(target.experimentId, startMs)));
      return { runs: made.map(({ runId }) => runId), batches: made.map(() => 0), send };
    };
    const events = await start(async (task, batch) => {
      const answer = await api.call('events.add_batch', eventLines(task, batch), token, 'application/json-lines');
      if (!answer.includes('"added":1000')) throw new Error(`events.add_batch answered ${answer.slice(-200)}`);
    });
    const metrics = await start((run, batch) => api.post('runs/log-batch', batchBody(run, batch)));
    let [points, peer] = [0, 0];
    for (let turn = 0; turn < TURNS; turn += 1) {
      points += (await callsPerSecond(events, plan)) * (1000 / TURNS);
      peer += (await callsPerSecond(metrics, plan)) * (1000 / TURNS);
    }
    return { points, share: points / peer };
  });

/** Calls of all clients in one turn. */
function callsPerSecond({ runs, batches, send }: Sending, plan: Plan): Promise<number> {
  return repeat(
    { ...plan, seconds: plan.seconds / TURNS, warmupSeconds: plan.warmupSeconds / TURNS },
    CLIENTS,
    async (client) => {
      const batch = batches[client] as number;
      batches[client] = batch + 1;
      await send(runs[client] as string, batch);
    },
  );
}
