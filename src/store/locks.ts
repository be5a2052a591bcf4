import pg from 'pg';

/**
 * What only some may do at the same time. `serving` is held shared by every server and alone by a restore: a server remembers
 * numbers of keys, which mean something else afterwards. `files` is held shared by backups and alone by what deletes or
 * replaces files: a backup must not speak of a file that went before it was read.
 */
export type LockName = 'serving' | 'files';

/** First half of the lock's number; the second is the schema, so that several records can share one database. */
const numbers: Readonly<Record<LockName, number>> = { serving: 727_265_502, files: 727_265_503 };

/** A lock that is held until it is released, or until the connection to the database breaks. */
export interface HeldLock {
  /** Settles when the connection is gone, be it by `release`. */
  ended: Promise<void>;
  release(): Promise<void>;
}

/** Takes a lock on a connection of its own, without waiting. @returns undefined when others hold it in the way */
export async function takeLock(url: string, name: LockName, mode: 'shared' | 'alone'): Promise<HeldLock | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: `trackbridge ${name} lock`, keepAlive: true });
  // a connection that breaks says so by ending
  client.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  await client.connect();
  try {
    const take = mode === 'shared' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
    const { rows } = await client.query<{ taken: boolean }>(`select ${take}($1, hashtext(current_schema())) as taken`, [
      numbers[name],
    ]);
    if (rows[0]?.taken) return { ended, release: () => client.end() };
  } catch (error) {
    await client.end();
    throw error;
  }
  await client.end();
  return undefined;
}
