import { ApiClient } from './api-client.ts';
import type { Plan } from './plan.ts';

/** A server as a load sees it. */
export interface Target {
  url: string;
  /** Experiment that loads may write to. */
  experimentId: string;
  /** Experiment of `plan.runs` small runs. */
  filledExperimentId: string;
  /** Run with a curve of `plan.curvePoints` points. */
  curveRunId: string;
  /** Experiment of `plan.traces` traces. */
  tracesExperimentId: string;
}

/** Figures of one measurement, by name. */
export type Figures = Record<string, number>;

export type Load = (target: Target, plan: Plan) => Promise<Figures>;

/** Lets so many clients repeat a call for the plan's time. @returns calls per second */
export async function repeat(plan: Plan, clients: number, call: (client: number) => Promise<void>): Promise<number> {
  const window = async (seconds: number) => {
    const startedAt = performance.now();
    const until = startedAt + seconds * 1000;
    let calls = 0;
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        for (; performance.now() < until; calls += 1) await call(client);
      }),
    );
    return (calls * 1000) / (performance.now() - startedAt);
  };
  await window(plan.warmupSeconds);
  return await window(plan.seconds);
}

export function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
}

export async function timeMs(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Median time of a call made again and again by one client, at least three times, in ms. */
export async function medianMs(plan: Plan, call: (turn: number) => Promise<void>): Promise<number> {
  const times: number[] = [];
  const until = performance.now() + plan.seconds * 1000;
  for (let turn = 0; turn < 4 || performance.now() < until; turn += 1) times.push(await timeMs(() => call(turn)));
  return median(times.slice(1));
}

export async function withClient<T>(target: Target, clients: number, work: (api: ApiClient) => Promise<T>): Promise<T> {
  const api = new ApiClient(target.url, clients);
  try {
    return await work(api);
  } finally {
    await api.close();
  }
}

/** @throws Error unless as many came back */
export function expectCount(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${found} ${what} came back instead of ${expected}`);
}
