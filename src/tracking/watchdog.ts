import type { Context } from '../context.ts';
import { forgetOverdue, stopSilentRuns } from '../store/overdue.ts';

/** How often the watchdog looks, and how long what it looks at may be silent, in ms. */
export interface WatchdogTimes {
  everyMs: number;
  silenceMs: number;
}

/** As the original has them. @see ClearML server 2.3.0, the watchdog of tasks */
const usual: WatchdogTimes = { everyMs: 900_000, silenceMs: 7_200_000 };
/** What is said of runs that the watchdog ends. */
const REASON = 'Forced stop (non-responsive)';
/** Workers that are gone are still told apart from new ones for so long, in ms. */
const REMEMBERED_MS = 86_400_000;

/** Ends runs that no longer say that they are alive. Several servers may do so at once. @returns how many were ended */
export async function watchOnce({ db, now }: Pick<Context, 'db' | 'now'>, silenceMs = usual.silenceMs): Promise<number> {
  const time = now();
  const ended = await stopSilentRuns(db, new Date(time.getTime() - silenceMs), time, REASON);
  await forgetOverdue(db, new Date(time.getTime() - REMEMBERED_MS));
  return ended;
}

/** Watches from now on; a process that has nothing else to do still ends. @returns what ends the watch */
export function startWatchdog(
  context: Pick<Context, 'db' | 'now' | 'log'>,
  { everyMs, silenceMs }: WatchdogTimes = usual,
): () => void {
  const look = async () => {
    try {
      const ended = await watchOnce(context, silenceMs);
      if (ended > 0) context.log.info({ ended }, 'runs that were not heard of any more were stopped');
    } catch (error) {
      // the database may be away for a while; the next look finds the same runs
      context.log.warn({ err: error }, 'the watchdog could not look at the runs');
    }
  };
  const timer = setInterval(() => void look(), everyMs).unref();
  return () => clearInterval(timer);
}
