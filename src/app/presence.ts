import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { BridgeError } from '../model/errors.ts';
import { takeLock } from '../store/locks.ts';

const RETRY_MS = 1000;

/**
 * Makes it known in the database that a server works on it, so that no restore replaces what the server remembers. When the
 * connection breaks (Postgres started anew), it is made again.
 * @returns ends it
 * @throws wrong_state while a backup is being restored
 */
export async function announceServer(url: string, log: Logger): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  let held = await takeLock(url, 'serving', 'shared');
  if (held === undefined) {
    throw new BridgeError('wrong_state', 'A backup is being restored into this database; start the server when that is done.');
  }
  const stopped = once(stopping.signal, 'abort');
  const keepHolding = async () => {
    for (;;) {
      if (held) await Promise.race([held.ended, stopped]);
      else await delay(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return held?.release();
      held = await takeLock(url, 'serving', 'shared').catch((error) => {
        log.debug({ err: error }, 'the lock that announces this server could not be taken again yet');
        return undefined;
      });
    }
  };
  const done = keepHolding();
  return () => {
    stopping.abort();
    return done;
  };
}
