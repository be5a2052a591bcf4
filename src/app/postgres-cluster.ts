import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { chown, link, lstat, mkdir, open, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BridgeError } from '../model/errors.ts';
import type { PostgresPlace } from './postgres-place.ts';
import { clearMisleadingMark } from './postmaster.ts';

const run = promisify(execFile);

/** Major version of the Postgres the package brings; data of another one cannot be used. */
const MAJOR = '18';
/** Longest path of a socket on every system (macOS 104 bytes, Linux 108), end mark included. */
const LONGEST_SOCKET = 103;
const SOCKET_NAME = '.s.PGSQL.5432';
const LOG_LIMIT_BYTES = 16 * 2 ** 20;

/**
 * Written to postgresql.conf when the data folder is made, where an operator may change them. Durability stays as Postgres
 * has it: every commit is on disk before it is acknowledged.
 */
const tuning: Readonly<Record<string, string>> = {
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  // fast disks are the rule by now
  random_page_cost: '1.1',
  // planning costs of compiled queries never pay off for statements of milliseconds
  jit: 'off',
  // bulk loads write fewer page images when checkpoints are rare
  wal_compression: 'on',
  max_wal_size: '2GB',
  // nobody replicates an embedded database, and a load into a new table then needs no log
  wal_level: 'minimal',
  max_wal_senders: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** A data folder with what is needed to run it and to log in. */
export interface Cluster {
  place: PostgresPlace;
  dataFolder: string;
  /** Holds the socket; only the user Postgres runs as may enter. */
  socketFolder: string;
  logFile: string;
  /** Login of the owner of everything, for making roles and databases. */
  adminUrl: (database: string) => string;
  /** Login of the server: owner of its one database and nothing else. */
  url: string;
  serverPassword: string;
}

/** Name of the role and of its database. */
export const SERVER_ROLE = 'trackbridge';

/** Finds the data folder of a place, or makes it whole or not at all. */
export async function openCluster(place: PostgresPlace): Promise<Cluster> {
  const dataFolder = join(place.folder, 'data');
  const secret = await openSecret(join(place.folder, 'secret'), place);
  const version = await readFile(join(dataFolder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) await makeData(place, dataFolder);
  else if (version.trim() !== MAJOR) {
    throw new BridgeError(
      'wrong_state',
      `The data in ${dataFolder} are of Postgres ${version.trim()}, this trackbridge brings Postgres ${MAJOR}. ` +
        'Make a backup with the former version and restore it into a new home folder.',
    );
  }
  const socketFolder = await openSocketFolder(place);
  const serverPassword = createHmac('sha256', secret).update(SERVER_ROLE).digest('hex');
  const address = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
  return {
    place,
    dataFolder,
    socketFolder,
    logFile: join(place.folder, 'postgres.log'),
    adminUrl: (database) => address('postgres', secret, database),
    url: address(SERVER_ROLE, serverPassword, SERVER_ROLE),
    serverPassword,
  };
}

/** Starts Postgres on a cluster: in a process group of its own, so that Ctrl-C in a terminal does not hit it before us. */
export async function spawnPostgres(cluster: Cluster): Promise<ChildProcess> {
  await clearMisleadingMark(cluster.dataFolder);
  const size = await stat(cluster.logFile).then(
    (file) => file.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await truncate(cluster.logFile);
  const log = await open(cluster.logFile, 'a', 0o600);
  const settings = { listen_addresses: '', unix_socket_directories: cluster.socketFolder, port: '5432' };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(cluster.place.programs.postgres, ['-D', cluster.dataFolder, ...options], {
    ...asAccount(cluster.place),
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  child.unref();
  child.on('exit', () => undefined);
  await log.close();
  return child;
}

/** The last lines Postgres wrote, for an error message. */
export async function lastWords(cluster: Cluster): Promise<string> {
  const text = await readFile(cluster.logFile, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-5).join('\n');
}

/** Spawn options: the account, a folder it can stand in, and nothing of our environment. */
function asAccount(place: PostgresPlace) {
  const { account } = place;
  return {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: place.folder,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' },
  };
}

async function giveTo(path: string, { account }: PostgresPlace): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}

/** The password of the cluster's owner, made at the first start. It appears whole or not at all. */
async function openSecret(path: string, place: PostgresPlace): Promise<string> {
  const known = await readFile(path, 'utf8').catch(() => undefined);
  if (known !== undefined) return known.trim();
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  await giveTo(draft, place);
  // of two servers that start at once the first one's counts, for both: a link never replaces
  await link(draft, path).catch(() => undefined);
  await rm(draft);
  return (await readFile(path, 'utf8')).trim();
}

async function makeData(place: PostgresPlace, dataFolder: string): Promise<void> {
  const draft = `${dataFolder}.new-${randomBytes(4).toString('hex')}`;
  const arguments_ = [
    `--pgdata=${draft}`,
    '--username=postgres',
    `--pwfile=${join(place.folder, 'secret')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...Object.entries(tuning).map(([name, value]) => `--set=${name}=${value}`),
  ];
  try {
    await run(place.programs.initdb, arguments_, asAccount(place));
    await rename(draft, dataFolder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // another server that started at the same moment was faster
    const isThere = await stat(join(dataFolder, 'PG_VERSION')).catch(() => undefined);
    if (isThere === undefined) throw explain(error, place);
  }
  const former = (await readdir(place.folder)).filter((name) => name.startsWith('data.new-'));
  for (const name of former) await removeAbandoned(join(place.folder, name));
}

/** Drafts of servers that were killed while they made them; a younger one may still be in work. */
async function removeAbandoned(draft: string): Promise<void> {
  const made = await stat(draft).catch(() => undefined);
  if (made && Date.now() - made.mtimeMs > 3_600_000) await rm(draft, { recursive: true, force: true });
}

function explain(error: unknown, place: PostgresPlace): BridgeError {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
  return new BridgeError('internal', `Postgres could not make its data in ${place.folder}: ${said}`, { cause: error });
}

/** Inside the place, or in the folder for temporary files when that path is too long for a socket. */
async function openSocketFolder(place: PostgresPlace): Promise<string> {
  const inside = join(place.folder, 'run');
  const isShort = Buffer.byteLength(join(inside, SOCKET_NAME)) < LONGEST_SOCKET;
  const key = createHash('sha256').update(place.folder).digest('hex').slice(0, 16);
  const folder = isShort ? inside : join(tmpdir(), `trackbridge-${key}`);
  const made = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  if (made) await giveTo(folder, place);
  const { uid, mode } = await lstat(folder);
  if (uid === (place.account?.uid ?? process.getuid?.()) && (mode & 0o077) === 0) return folder;
  throw new BridgeError('forbidden', `The folder ${folder} is meant for the Postgres socket and belongs to somebody else.`);
}
