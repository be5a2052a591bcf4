import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { pino } from 'pino';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/app/embedded-postgres.ts';
import { findPostmaster } from '../../src/app/postmaster.ts';

const log = pino({ level: 'silent' });
const isRoot = process.getuid?.() === 0;

describe('embedded Postgres', () => {
  let scratch: string;
  let home: string;
  let running: EmbeddedPostgres[];
  let children: ChildProcess[];

  beforeEach(async () => {
    // below the folder for temporary files, which the user Postgres runs as can reach
    scratch = await mkdtemp(join(tmpdir(), 'trackbridge-test-'));
    await chmod(scratch, 0o755);
    home = join(scratch, 'home');
    running = [];
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    for (const postgres of running) await postgres.stop();
    const folder = await realpath(join(home, 'postgres')).catch(() => home);
    const left = await findPostmaster(join(folder, 'data'));
    if (left) process.kill(left, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
    await rm(scratch, { recursive: true, force: true, maxRetries: 20 });
  });

  async function start(): Promise<EmbeddedPostgres> {
    const postgres = await startEmbeddedPostgres({ home, log });
    running.push(postgres);
    return postgres;
  }
  async function startElsewhere(): Promise<{ child: ChildProcess; url: string }> {
    const child = fork(fileURLToPath(new URL('hold-postgres.ts', import.meta.url)), [home]);
    children.push(child);
    const [{ url }] = await once(child, 'message');
    return { child, url };
  }
  async function ask(url: string, text: string): Promise<unknown> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query({ text, rowMode: 'array' });
      return rows[0]?.[0];
    } finally {
      await client.end();
    }
  }
  async function postmaster(postgres: { folder: string }): Promise<number | undefined> {
    return findPostmaster(join(postgres.folder, 'data'));
  }
  async function kill(postgres: { folder: string }): Promise<number> {
    const pid = await postmaster(postgres);
    assert.ok(pid);
    process.kill(pid, 'SIGKILL');
    return pid;
  }
  /** Asks until it answers, as a client that tries again does. */
  async function askPatiently(url: string, text: string): Promise<unknown> {
    for (let tries = 0; tries < 500; tries += 1) {
      const answer = await ask(url, text).catch(() => undefined);
      if (answer !== undefined) return answer;
      await delay(20);
    }
    return undefined;
  }

  it('starts with nothing there, keeps its data over a stop, and starts again within a second', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    assert.equal(await postmaster(first), undefined);
    const before = performance.now();
    const second = await start();
    assert.ok(performance.now() - before < 1000);
    assert.equal(second.url, first.url);
    assert.equal(await ask(second.url, 'select answer from kept'), 42);
  });

  it('stores UTF-8, orders by code point, and commits to disk', async () => {
    const { url } = await start();
    assert.equal(await ask(url, 'show server_encoding'), 'UTF8');
    assert.equal(await ask(url, 'select datlocale from pg_database where datname = current_database()'), 'C.UTF-8');
    assert.equal(await ask(url, 'show fsync'), 'on');
    assert.equal(await ask(url, 'show synchronous_commit'), 'on');
    assert.match(String(await ask(url, 'show server_version')), /^18\./);
  });

  it('lets nobody else in: no network port, a closed socket folder, a password, a role that is no superuser', async () => {
    const { url, folder } = await start();
    assert.equal(await ask(url, 'show listen_addresses'), '');
    assert.equal((await stat(join(folder, 'run'))).mode & 0o077, 0);
    assert.equal((await stat(join(folder, 'secret'))).mode & 0o077, 0);
    assert.equal(await ask(url, 'select rolsuper from pg_roles where rolname = current_user'), false);
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await assert.rejects(ask(wrong.href, 'select 1'), { code: '28P01' });
  });

  it('is shared by all who have the home open and stops with the last of them', async () => {
    const one = await start();
    const two = await start();
    assert.equal(two.url, one.url);
    await one.stop();
    assert.equal(await ask(two.url, 'select 1'), 1);
    await two.stop();
    assert.equal(await postmaster(two), undefined);
  });

  it('may be started for the first time by several at once', async () => {
    const all = await Promise.all([start(), start(), start()]);
    for (const { url } of all) assert.equal(await ask(url, 'select 1'), 1);
  });

  it('is adopted from a server that was killed, and then stops with us', async () => {
    const { child, url } = await startElsewhere();
    await ask(url, 'create table kept as select 7 as answer');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const heir = await start();
    assert.equal(await ask(heir.url, 'select answer from kept'), 7);
    await heir.stop();
    assert.equal(await postmaster(heir), undefined);
  });

  it('comes back by itself under the same address when it is killed, with all that was committed', async () => {
    const postgres = await start();
    await ask(postgres.url, 'create table kept as select 7 as answer');
    const killed = await kill(postgres);
    assert.equal(await askPatiently(postgres.url, 'select answer from kept'), 7);
    assert.notEqual(await postmaster(postgres), killed);
  });

  it('starts after both it and its server were killed', async () => {
    const { child, url } = await startElsewhere();
    await ask(url, 'create table kept as select 7 as answer');
    await kill({ folder: join(home, 'postgres') });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const heir = await start();
    assert.equal(await ask(heir.url, 'select answer from kept'), 7);
  });

  it('is not misled by a mark whose number belongs to another process by now', async () => {
    const first = await start();
    await first.stop();
    const account = { uid: (await stat(first.folder)).uid, gid: (await stat(first.folder)).gid };
    const stranger = spawn('sleep', ['60'], { ...(isRoot && account), stdio: 'ignore' });
    children.push(stranger);
    const mark = join(first.folder, 'data', 'postmaster.pid');
    await writeFile(mark, `${stranger.pid}\n${join(first.folder, 'data')}\n1\n5432\n\n\n`);
    const second = await start();
    assert.equal(await ask(second.url, 'select 1'), 1);
    assert.equal(stranger.exitCode, null);
  });

  it('says so when the data are of another major version', async () => {
    const first = await start();
    await first.stop();
    await writeFile(join(first.folder, 'data', 'PG_VERSION'), '17\n');
    await assert.rejects(startEmbeddedPostgres({ home, log }), { code: 'wrong_state', message: /are of Postgres 17/ });
  });

  it('gives the last words of Postgres when it does not start', async () => {
    const first = await start();
    await first.stop();
    const file = join(first.folder, 'data', 'postgresql.conf');
    await writeFile(file, `${await readFile(file, 'utf8')}\nwal_level = nonsense\n`);
    await assert.rejects(startEmbeddedPostgres({ home, log }), { code: 'internal', message: /wal_level/ });
  });

  it('takes a home whose path is too long for a socket', async () => {
    home = join(scratch, 'a'.repeat(60), 'b'.repeat(60));
    const postgres = await start();
    assert.equal(await ask(postgres.url, 'select 1'), 1);
  });

  it('as root, goes to a folder that its user can reach when the home is closed', { skip: !isRoot && 'needs root' }, async () => {
    const closed = join(scratch, 'closed');
    await mkdir(closed, { mode: 0o700 });
    home = join(closed, 'home');
    const postgres = await start();
    assert.ok((await lstat(join(home, 'postgres'))).isSymbolicLink());
    assert.match(postgres.folder, /^\/var\/(lib|tmp)\/trackbridge\//);
    assert.notEqual((await stat(postgres.folder)).uid, 0);
    await ask(postgres.url, 'create table kept as select 7 as answer');
    await postgres.stop();
    const again = await start();
    assert.equal(await ask(again.url, 'select answer from kept'), 7);
  });
});
