import { BridgeError } from '../model/errors.ts';
import { type HeldLock, takeLock } from '../store/locks.ts';

/** Work during which no file may go: a backup. @throws wrong_state while a gc or a restore runs */
export function whileFilesStay<T>(url: string, work: () => Promise<T>): Promise<T> {
  return holding(
    takeLock(url, 'files', 'shared'),
    'A gc or a restore works on this database; make the backup when it is done.',
    work,
  );
}

/** Work that deletes or replaces files. @throws wrong_state while a backup, a gc or a restore runs */
export function aloneWithFiles<T>(url: string, name: 'gc' | 'restore', work: () => Promise<T>): Promise<T> {
  return holding(
    takeLock(url, 'files', 'alone'),
    `A backup, a gc or a restore works on this database; start the ${name} when it is done.`,
    work,
  );
}

/** Work during which no server may run. @throws wrong_state while one does */
export function withoutServers<T>(url: string, work: () => Promise<T>): Promise<T> {
  return holding(
    takeLock(url, 'serving', 'alone'),
    'A trackbridge server works on this database and would mix what it remembers with what is restored; stop every server first.',
    work,
  );
}

async function holding<T>(taking: Promise<HeldLock | undefined>, refusal: string, work: () => Promise<T>): Promise<T> {
  const lock = await taking;
  if (lock === undefined) throw new BridgeError('wrong_state', refusal);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}
