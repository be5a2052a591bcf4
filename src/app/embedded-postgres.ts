import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { BridgeError } from '../model/errors.ts';
import { type Cluster, lastWords, openCluster, SERVER_ROLE, spawnPostgres } from './postgres-cluster.ts';
import { findPostgresPlace } from './postgres-place.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';

/** A running embedded Postgres, shared by every process that has the same home open. */
export interface EmbeddedPostgres {
  /** Login for this process and its children; holds a password. Stays the same when Postgres has to be started again. */
  url: string;
  /** Where the data really lie: not below the home when its folder is closed to the user Postgres runs as. */
  folder: string;
  /** Name of the user Postgres runs as when that is not the user of this process. */
  account: string | undefined;
  /** Ends our use of it; the last process to do so stops it, with everything on disk. */
  stop(): Promise<void>;
}

/** Held shared by every process that uses a cluster: who gets it alone is the last one. Any number. */
const PRESENCE_LOCK = 7_272_655_002;
/** How long the remains of a killed Postgres may stand in the way of a new one. */
const REMAINS_MS = 60_000;
/** What Postgres says when they do: processes that have not noticed yet, or another server that was faster. */
const remains = /shared memory block|lock file "[^"]*" already exists/;

/**
 * Starts Postgres 18 on `<home>/postgres`, or joins the one that runs there: another server's, or one left behind by a server
 * that was killed. As long as it is in use and goes away, it is started again. It listens on a socket that only its own user
 * can reach.
 *
 * The binaries are started directly: the wrapper class of the package refuses root on machines without a user `postgres`,
 * listens on a network port, and hooks into the signals of the whole process.
 * @throws internal with the last lines of its log when Postgres does not come up
 */
export async function startEmbeddedPostgres(options: { home: string; log: Logger }): Promise<EmbeddedPostgres> {
  const { log } = options;
  const place = await findPostgresPlace(options.home);
  const cluster = await openCluster(place);
  const stopping = new AbortController();
  let presence = await join(cluster, stopping.signal);
  let rejoining: Promise<void> = Promise.resolve();

  function watch(): void {
    presence.once('end', () => {
      if (stopping.signal.aborted) return;
      log.warn({ folder: place.folder }, 'the embedded Postgres went away and is started again');
      rejoining = rejoin();
    });
  }
  async function rejoin(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        presence = await join(cluster, stopping.signal);
        log.warn({ folder: place.folder }, 'the embedded Postgres is back');
        watch();
        return;
      } catch (error) {
        if (!stopping.signal.aborted) log.error({ err: error }, 'the embedded Postgres does not come back; trying again');
        await delay(1000, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }
  watch();

  return {
    url: cluster.url,
    folder: place.folder,
    account: place.account?.name,
    async stop() {
      stopping.abort();
      await rejoining;
      await leave(cluster, presence);
    },
  };
}

/** Connects and holds the lock that says we are here, starting Postgres when nobody has. */
async function join(cluster: Cluster, signal: AbortSignal): Promise<pg.Client> {
  let child: ChildProcess | undefined;
  const began = performance.now();
  for (;;) {
    signal.throwIfAborted();
    try {
      return await connect(cluster.adminUrl(SERVER_ROLE), `select pg_advisory_lock_shared(${PRESENCE_LOCK})`);
    } catch (error) {
      const code = codeOf(error);
      // 3D000: Postgres is there, our database is not yet
      if (code === '3D000') await makeDatabase(cluster);
      // its password is another than ours: nothing would change by waiting
      else if (code === '28P01') throw error;
      else if (isOver(child) && (await findPostmaster(cluster.dataFolder)) === undefined) {
        if (child) {
          const words = await lastWords(cluster);
          if (!remains.test(words) || performance.now() - began > REMAINS_MS) {
            throw new BridgeError('internal', `The embedded Postgres does not start. It says:\n${words}`, { cause: error });
          }
          await delay(100);
        }
        child = await spawnPostgres(cluster);
      }
      await delay(10);
    }
  }
}

/** True when there is no process of ours that may still come up. */
function isOver(child: ChildProcess | undefined): boolean {
  return child === undefined || child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

async function leave(cluster: Cluster, presence: pg.Client): Promise<void> {
  try {
    const { rows } = await presence.query(
      `select pg_advisory_unlock_shared(${PRESENCE_LOCK}), pg_try_advisory_lock(${PRESENCE_LOCK}) as is_last`,
    );
    if (rows[0].is_last) await stopPostmaster(cluster.dataFolder);
  } catch {
    // the connection is gone and with it our presence; a Postgres nobody uses is joined or stopped by the next one
  }
  await presence.end().catch(() => undefined);
}

/** Makes the server's role and database. Another process may do the same at the same moment. */
async function makeDatabase(cluster: Cluster): Promise<void> {
  const statements = [
    `create role ${SERVER_ROLE} login password '${cluster.serverPassword}'`,
    `create database ${SERVER_ROLE} owner ${SERVER_ROLE}`,
  ];
  for (const statement of statements) {
    try {
      const client = await connect(cluster.adminUrl('postgres'), statement);
      await client.end();
    } catch (error) {
      // there already, or being made: 42710 and 42P04 are said afterwards, 23505 and 55006 at the same time
      if (!['42710', '42P04', '23505', '55006'].includes(codeOf(error))) throw error;
    }
  }
}

async function connect(url: string, statement: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'trackbridge presence' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(statement);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
