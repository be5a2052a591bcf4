import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, textField } from './api-client.ts';
import { count } from './count.ts';
import { batchBody, curveBody, curveKey, paramValue, smallRunBody, startMs } from './data.ts';
import { addBatch } from './event-loads.ts';
import { expectCount, type Load, medianMs, repeat, type Target, timeMs, withClient } from './measuring.ts';
import { openPages } from './page-loads.ts';
import { fillModels, searchModels } from './registry-loads.ts';
import { statusPoll, tasksPage } from './task-loads.ts';
import { exportSpans, fillTraces, searchTraces } from './trace-loads.ts';

async function createRuns(api: ApiClient, target: Target, count: number): Promise<string[]> {
  const runs = await Promise.all(Array.from({ length: count }, () => api.createRun(target.experimentId, startMs)));
  return runs.map((run) => run.runId);
}

const logMetric: Load = (target, plan) =>
  withClient(target, plan.clients, async (api) => {
    const runs = await createRuns(api, target, plan.clients);
    const steps = runs.map(() => 0);
    const calls = await repeat(plan, plan.clients, async (client) => {
      const step = (steps[client] = (steps[client] ?? 0) + 1);
      const point = `"key":"loss","value":${step / 7},"timestamp":${startMs + step},"step":${step}`;
      await api.post('runs/log-metric', `{"run_id":"${runs[client]}",${point}}`);
    });
    return { calls };
  });

/** Clients that send batches: more of them make the slow servers no faster. */
const BATCH_CLIENTS = 8;

const logBatch: Load = (target, plan) =>
  withClient(target, BATCH_CLIENTS, async (api) => {
    const runs = await createRuns(api, target, BATCH_CLIENTS);
    const batches = runs.map(() => 0);
    const calls = await repeat(plan, BATCH_CLIENTS, async (client) => {
      const batch = batches[client] as number;
      batches[client] = batch + 1;
      await api.post('runs/log-batch', batchBody(runs[client] as string, batch));
    });
    return { points: calls * 1000 };
  });

async function logSmallRun(api: ApiClient, experimentId: string, run: number): Promise<void> {
  const { runId } = await api.createRun(experimentId, startMs + run);
  await api.post('runs/log-batch', smallRunBody(runId, run));
  await api.post('runs/update', `{"run_id":"${runId}","status":"FINISHED","end_time":${startMs + run + 1000}}`);
}

const smallRuns: Load = (target, plan) =>
  withClient(target, plan.clients, async (api) => {
    let run = 0;
    return { runs: await repeat(plan, plan.clients, () => logSmallRun(api, target.experimentId, run++)) };
  });

/** Fills the experiment that is searched, in the order of its runs' start times. */
const fillRuns: Load = (target, plan) =>
  withClient(target, plan.clients, async (api) => {
    let next = 0;
    const work = async () => {
      while (next < plan.runs) await logSmallRun(api, target.filledExperimentId, next++);
    };
    await Promise.all(Array.from({ length: plan.clients }, work));
    return {};
  });

/** Fills the long curve, batch after batch as a training would. */
const fillCurve: Load = (target, plan) =>
  withClient(target, 1, async (api) => {
    for (let step = 0; step < plan.curvePoints; step += 1000) {
      await api.post('runs/log-batch', curveBody(target.curveRunId, step, Math.min(step + 1000, plan.curvePoints)));
    }
    return {};
  });

const search: Load = (target, plan) =>
  withClient(target, 1, async (api) => {
    const ms = await medianMs(plan, async (turn) => {
      // every turn asks for something else, so that no answer can be remembered
      const filter = `metrics.m0 < ${0.9 + (turn % 90) / 1000} and params.p0 = '${paramValue(turn, 0)}'`;
      const order = `["metrics.m${1 + (turn % 9)} ${turn % 2 ? 'ASC' : 'DESC'}"]`;
      const ids = `"experiment_ids":["${target.filledExperimentId}"]`;
      const answer = await api.post('runs/search', `{${ids},"filter":"${filter}","order_by":${order},"max_results":100}`);
      expectCount('runs', count(answer, '"lifecycle_stage"'), 100);
    });
    return { ms };
  });

const pages: Load = (target, plan) =>
  withClient(target, 1, async (api) => {
    const times: number[] = [];
    let runs = 0;
    let token = '';
    do {
      const ids = `"experiment_ids":["${target.filledExperimentId}"]`;
      let answer = '';
      const body = `{${ids},"max_results":1000${token && `,"page_token":"${token}"`}}`;
      times.push(
        await timeMs(async () => {
          answer = await api.post('runs/search', body);
        }),
      );
      const inPage = count(answer, '"lifecycle_stage"');
      runs += inPage;
      token = inPage === 1000 && answer.includes('"next_page_token"') ? textField(answer, 'next_page_token') : '';
    } while (token);
    expectCount('runs', runs, plan.runs);
    const full = times.slice(0, Math.floor(plan.runs / 1000));
    const seconds = times.reduce((sum, ms) => sum + ms, 0) / 1000;
    return { runs: runs / seconds, last: (full.at(-1) as number) / (full[0] as number) };
  });

const history: Load = (target, plan) =>
  withClient(target, 1, async (api) => {
    const query = `run_id=${target.curveRunId}&metric_key=${curveKey}&max_results=25000`;
    let points = 0;
    const ms = await timeMs(async () => {
      let token = '';
      do {
        const answer = await api.get(
          `api/2.0/mlflow/metrics/get-history?${query}${token && `&page_token=${encodeURIComponent(token)}`}`,
        );
        points += count(answer, '"timestamp"');
        // the token stands before or after the points
        const ends = answer.toString('latin1', 0, 500) + answer.toString('latin1', answer.length - 500);
        token = ends.includes('"next_page_token"') ? textField(ends, 'next_page_token') : '';
      } while (token);
    });
    expectCount('points', points, plan.curvePoints);
    return { points: (points * 1000) / ms };
  });

const interval: Load = (target, plan) =>
  withClient(target, 1, async (api) => {
    const query = `run_ids=${target.curveRunId}&metric_key=${curveKey}&max_results=320`;
    const ms = await medianMs(plan, async () => {
      const answer = await api.get(`ajax-api/2.0/mlflow/metrics/get-history-bulk-interval?${query}`);
      const points = count(answer, '"timestamp"');
      if (points < 319 || points > 321) expectCount('points', points, 320);
    });
    return { ms };
  });

/** A little of everything by one client, so that idle memory is that of a server which has worked. */
const light: Load = (target) =>
  withClient(target, 1, async (api) => {
    for (let run = 0; run < 50; run += 1) await logSmallRun(api, target.experimentId, run);
    for (let turn = 0; turn < 20; turn += 1) {
      await api.post('runs/search', `{"experiment_ids":["${target.experimentId}"],"max_results":10}`);
    }
    await sleep(2000);
    return {};
  });

function* bytes(total: number): Iterable<Buffer> {
  const chunk = Buffer.alloc(1024 ** 2, 'trackbridge');
  for (let sent = 0; sent < total; sent += chunk.length) yield chunk.subarray(0, Math.min(chunk.length, total - sent));
}

const artifact: Load = (target, plan) =>
  withClient(target, 1, async (api) => {
    const { artifactUri } = await api.createRun(target.experimentId, startMs);
    if (!artifactUri.startsWith('mlflow-artifacts:/')) throw new Error('does not pass artifacts through itself');
    const path = `api/2.0/mlflow-artifacts/artifacts/${artifactUri.replace(/^mlflow-artifacts:\/+/, '')}/large.bin`;
    const mib = plan.artifactBytes / 1024 ** 2;
    const upload = mib / ((await timeMs(() => api.put(path, Readable.from(bytes(plan.artifactBytes))))) / 1000);
    let downloaded = 0;
    const down = await timeMs(async () => {
      downloaded = await api.drain(path);
    });
    expectCount('bytes', downloaded, plan.artifactBytes);
    return { upload, download: mib / (down / 1000) };
  });

/** What the load process can do. */
export const loads = {
  logMetric,
  logBatch,
  smallRuns,
  search,
  pages,
  history,
  interval,
  light,
  artifact,
  tasksPage,
  statusPoll,
  addBatch,
  fillRuns,
  fillCurve,
  fillModels,
  searchModels,
  openPages,
  exportSpans,
  fillTraces,
  searchTraces,
};

/** Name of a load. */
export type LoadName = keyof typeof loads;
