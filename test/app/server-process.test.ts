import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findPostmaster, stopPostmaster } from '../../src/app/postmaster.ts';
import { serveSettings } from '../../src/app/settings.ts';
import { runCommand } from '../support/command.ts';

const bin = fileURLToPath(new URL('../../src/app/bin.js', import.meta.url));

/** The whole program as `npm start` runs it. */
describe('trackbridge serve', () => {
  let scratch: string;
  let home: string;
  let started: ChildProcess[];

  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'trackbridge-test-'));
    await chmod(scratch, 0o755);
    home = join(scratch, 'home');
    started = [];
  });
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });
  after(async () => {
    await stopPostmaster(join(home, 'postgres', 'data'));
    await rm(scratch, { recursive: true, force: true, maxRetries: 20 });
  });

  const environment = () => ({ PATH: process.env['PATH'] ?? '', TRACKBRIDGE_HOME: home, TRACKBRIDGE_LOG_LEVEL: 'fatal' });
  function trackbridge(...args: string[]) {
    return runCommand(process.execPath, [bin, ...args], { env: environment(), timeoutMs: 60_000 });
  }
  async function start(...args: string[]): Promise<{ child: ChildProcess; url: string }> {
    const child = spawn(process.execPath, [bin, 'serve', '--port', '0', ...args], {
      env: environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.push(child);
    for await (const text of child.stdout.setEncoding('utf8')) {
      const url = /listens on (\S+)/.exec(text)?.[1];
      if (url) return { child, url };
    }
    throw new Error('the server ended without printing its address');
  }
  async function createRun(url: string): Promise<string> {
    const body = JSON.stringify({ experiment_id: '0', start_time: 1 });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/api/2.0/mlflow/runs/create`, { method: 'POST', body, headers });
    assert.equal(response.status, 200);
    const { run } = (await response.json()) as { run: { info: { run_id: string } } };
    return run.info.run_id;
  }
  async function statusOf(url: string, run: string): Promise<number> {
    return (await fetch(`${url}/api/2.0/mlflow/runs/get?run_id=${run}`)).status;
  }
  const postmaster = () => findPostmaster(join(home, 'postgres', 'data'));
  async function killPostgres(): Promise<void> {
    const pid = await postmaster();
    assert.ok(pid);
    process.kill(pid, 'SIGKILL');
  }

  it('ends with code 0 on SIGTERM, Postgres with it, and finds its data at the next start', async () => {
    const first = await start();
    const run = await createRun(first.url);
    first.child.kill('SIGTERM');
    assert.deepEqual(await once(first.child, 'exit'), [0, null]);
    assert.equal(await postmaster(), undefined);
    const second = await start();
    assert.equal(await statusOf(second.url, run), 200);
  });

  it('keeps what it acknowledged when it is killed', async () => {
    const first = await start();
    const run = await createRun(first.url);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await start();
    assert.equal(await statusOf(second.url, run), 200);
  });

  it('keeps what it acknowledged when Postgres is killed, and answers again by itself', async () => {
    const { url } = await start();
    const run = await createRun(url);
    await killPostgres();
    let status = await statusOf(url, run);
    for (let tries = 0; tries < 500 && status !== 200; tries += 1) {
      assert.equal(status, 503);
      await delay(20);
      status = await statusOf(url, run);
    }
    assert.equal(status, 200);
  });

  it('serves the same records from two servers on one home', async () => {
    const one = await start();
    const two = await start();
    assert.equal(await statusOf(two.url, await createRun(one.url)), 200);
    one.child.kill('SIGTERM');
    await once(one.child, 'exit');
    assert.equal(await statusOf(two.url, await createRun(two.url)), 200);
  });

  it('says in one sentence why it does not start', async () => {
    const { url } = await start();
    const { port } = new URL(url);
    const taken = await trackbridge('serve', '--port', port);
    assert.equal(taken.status, 1);
    assert.match(taken.stderr, new RegExp(`^trackbridge: Port ${port} on 127.0.0.1 is taken .*--port \\d+\n$`));
    const open = await trackbridge('serve', '--host', '0.0.0.0');
    assert.equal(open.status, 1);
    assert.match(open.stderr, /^trackbridge: On 0\.0\.0\.0 others can reach this server, .*\n$/);
    const file = await trackbridge('serve', '--backend-store-uri', 'sqlite:///mlflow.db');
    assert.match(file.stderr, /^trackbridge: --backend-store-uri names sqlite, /);
  });

  it('accepts both ways of a switch and ignores, with a note, what has no meaning here', async () => {
    const { child, url } = await start('-w', '4', '--no-serve-artifacts', '--default-artifact-root', 's3://bucket/runs');
    const answer = await fetch(`${url}/api/2.0/mlflow/experiments/get?experiment_id=0`);
    assert.equal(answer.status, 200);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('lists in its help every option and every variable there is', async () => {
    const { stdout } = await trackbridge('serve', '--help');
    for (const { flags, variables } of Object.values(serveSettings)) {
      for (const word of [flags, ...variables]) assert.ok(stdout.includes(word), word);
    }
  });

  it('knows its version', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    assert.equal((await trackbridge('--version')).stdout, `${version}\n`);
  });
});
