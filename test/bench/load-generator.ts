import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LoadAnswer, LoadJob } from './load-process.ts';
import type { Figures } from './measuring.ts';

/** Runs loads, one at a time, in another process. */
export interface LoadGenerator {
  /** @throws Error with the reason when the server cannot do it */
  run(job: LoadJob): Promise<Figures>;
  stop(): void;
}

/** Starts the load process. */
export function startLoadGenerator(): LoadGenerator {
  const child = fork(fileURLToPath(new URL('load-process.ts', import.meta.url)));
  return {
    async run(job) {
      const ended = new AbortController();
      const { signal } = ended;
      child.once('exit', () => ended.abort(new Error('the load process ended')));
      child.send(job);
      const [answer] = (await once(child, 'message', { signal })) as [LoadAnswer];
      child.removeAllListeners('exit');
      if ('figures' in answer) return answer.figures;
      throw new Error(answer.error);
    },
    stop: () => child.disconnect(),
  };
}
