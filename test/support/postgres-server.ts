import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { runCommand, runOrThrow } from './command.ts';

/** A Postgres that lives as long as the test run. */
export interface PostgresServer {
  /** Connects as its superuser to the database `postgres`. */
  url: string;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/**
 * Settings of a cluster whose data nobody needs after a crash of the machine, in a database that orders text by code point.
 * What must survive a `kill -9` is tested on the embedded Postgres as `npm start` runs it, not on this one.
 */
const throwAwaySettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

/**
 * Starts a fresh cluster from a folder of Postgres programs (`initdb`, `postgres`) on a free loopback port.
 *
 * @param serverSettings `name=value` settings of the server, instead of the throw-away ones
 * @throws Error with the end of Postgres's own log when it does not answer within 30 s
 */
export async function startPostgres(
  binFolder: string,
  serverSettings: readonly string[] = throwAwaySettings,
): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'trackbridge-test-postgres-'));
  const user = unprivilegedUser();
  if (user) await chown(folder, user.uid, user.gid);
  const bin = await reachable(binFolder, folder, user);
  const data = join(folder, 'data');
  const run = { ...user, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', HOME: folder } };
  await runOrThrow(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    run,
  );
  const port = await freePort();
  const settings = [...serverSettings, `port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...run,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-4000);
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  for (const deadline = Date.now() + 30_000; !(await answers(url)); await sleep(50)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`Postgres of ${binFolder} did not start:\n${log}`);
    }
  }
  return { url, stop };
}

/** A loopback port that nothing listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port.');
  return address.port;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Postgres refuses to run as root: then its own user, where there is one, else `nobody`. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return user ? { uid: Number(user[2]), gid: Number(user[3]) } : undefined;
}

/** The folder of programs itself, or a copy when the user who must run them cannot reach it (a root home is closed to others). */
async function reachable(binFolder: string, home: string, user: { uid: number; gid: number } | undefined): Promise<string> {
  if (!existsSync(join(binFolder, 'postgres'))) throw new Error(`There is no Postgres in ${binFolder}.`);
  const attempt = await runCommand(join(binFolder, 'postgres'), ['--version'], { ...user, cwd: '/' }).catch(() => undefined);
  if (attempt?.status === 0) return binFolder;
  const copy = join(home, 'native');
  await mkdir(copy);
  await cp(join(binFolder, '..'), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}
