import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openDatabase } from '../../src/store/database.ts';
import { takeLock } from '../../src/store/locks.ts';
import { type CommandResult, runCommand } from '../support/command.ts';
import { cloneDatabase } from '../support/database.ts';
import { projectRoot } from '../support/project.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';

const bin = join(projectRoot, 'src/app/bin.js');
/** Runs with so many points each that a gc takes a while. */
const RUNS = 300;

/** `gc`, `backup` and `restore` beside each other and beside servers. */
describe('maintenance commands', async () => {
  const databaseUrl = await cloneDatabase();
  const db = openDatabase(databaseUrl, { connections: 2 });
  let home: string;

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'trackbridge-test-'));
  });
  after(async () => {
    await db.close();
    await rm(home, { recursive: true, force: true });
  });

  const environment = (more: Record<string, string> = {}) => ({
    PATH: process.env['PATH'] ?? '',
    TRACKBRIDGE_HOME: home,
    DATABASE_URL: databaseUrl,
    ...more,
  });
  function trackbridge(args: readonly string[], more: Record<string, string> = {}): Promise<CommandResult> {
    return runCommand(process.execPath, [bin, ...args], { env: environment(more), timeoutMs: 60_000 });
  }

  /** Archived runs, deleted two days ago, with 1000 points and a file of 3 bytes each. */
  async function makeArchivedRuns(): Promise<void> {
    await db.query({
      text: `with p as (
          insert into projects (uuid, workspace_id, experiment_id, name, path, artifact_root, created_at, changed_at)
          select gen_random_uuid(), workspace_id, 7, 'p', 'p', 'mlflow-artifacts:/7', now(), now() from workspaces
          on conflict (experiment_id) do update set name = 'p' returning project_id
        )
        insert into runs (uuid, project_id, origin, name, status, status_changed_at, archived, archived_at, created_at, changed_at,
          artifact_root)
        select id, project_id, 'mlflow', 'r', 'completed', now(), true, now() - interval '2 days', now(), now(),
          'mlflow-artifacts:/7/' || replace(id::text, '-', '') || '/artifacts'
        from p, lateral (select gen_random_uuid() as id, n from generate_series(1, ${RUNS}) n) ids`,
    });
    await db.query({
      text: `insert into points select run_id, 1, n, n, n from runs, generate_series(1, 1000) n;
        insert into series select run_id, 1, project_id, 1000, 1000, 1000, 1000, 1, 1, 1000, 1000, 1, 1, 1, true, 1 from runs`,
    });
    const { rows } = await db.query<{ root: string }>({ text: `select substr(artifact_root, 18) as root from runs` });
    for (const { root } of rows) {
      await mkdir(join(home, 'artifacts', root), { recursive: true });
      await writeFile(join(home, 'artifacts', root, 'a.txt'), 'abc');
    }
  }

  async function countRows(): Promise<Record<string, number>> {
    const { rows } = await db.query<Record<string, number>>({
      text: `select (select count(*)::int from runs) as runs, (select count(*)::int from points) as points,
        (select count(*)::int from series) as series, (select count(*)::int from garbage) as garbage`,
    });
    return { ...rows[0] };
  }
  const gone = { runs: 0, points: 0, series: 0, garbage: 0 };

  it('gc goes by --older-than and by its variable, and only tells with --dry-run and by its variable', async () => {
    await makeArchivedRuns();
    const nothing = 'would delete 0 runs, 0 experiments, 0 models, 0 metric points, 0 files, 0.0 MiB (0 bytes)\n';
    const all = `would delete ${RUNS} runs, 0 experiments, 0 models, ${RUNS}000 metric points, ${RUNS} files, 0.0 MiB (900 bytes)\n`;
    assert.equal((await trackbridge(['gc', '--dry-run', '--older-than', '3d'])).stdout, nothing);
    assert.equal((await trackbridge(['gc', '--dry-run', '--older-than', '1.5d1h'])).stdout, all);
    const variables = { TRACKBRIDGE_GC_OLDER_THAN: '72h', TRACKBRIDGE_GC_DRY_RUN: 'true' };
    assert.equal((await trackbridge(['gc'], variables)).stdout, nothing);
    assert.equal((await trackbridge(['gc', '--older-than', '47h'], variables)).stdout, all);
    const { status, stderr } = await trackbridge(['gc', '--older-than', 'soon']);
    assert.equal(status, 1);
    assert.match(stderr, /^trackbridge: --older-than="soon" is no age; write days, .* such as 30d or 1d2h3m4s\.\n$/);
    assert.equal((await countRows())['runs'], RUNS);
  });

  it('gc that is killed is finished by the next one', async () => {
    const child = spawn(process.execPath, [bin, 'gc'], { env: environment(), stdio: 'ignore' });
    while ((await countRows())['garbage'] === 0);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { garbage = 0, runs = 0 } = await countRows();
    assert.ok(garbage > 0, 'it was killed in the middle');
    const { stdout, status } = await trackbridge(['gc']);
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`^deleted ${garbage + runs} runs, `));
    assert.deepEqual(await countRows(), gone);
    assert.deepEqual(await readdir(join(home, 'artifacts', '7')), []);
  });

  it('gc and backup and a second gc refuse while another of them works on the files', async () => {
    const file = join(home, 'backup.tar');
    const backup = await takeLock(databaseUrl, 'files', 'shared');
    const refused = await trackbridge(['gc']);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /^trackbridge: A backup, a gc or a restore works on this database; start the gc when/);
    assert.equal((await trackbridge(['gc', '--dry-run'])).status, 0);
    assert.equal((await trackbridge(['backup', file])).status, 0, 'two backups do not disturb each other');
    await backup?.release();
    const gc = await takeLock(databaseUrl, 'files', 'alone');
    const late = await trackbridge(['backup', file, '--force']);
    assert.equal(late.status, 1);
    assert.match(late.stderr, /A gc or a restore works on this database; make the backup when it is done/);
    assert.equal((await trackbridge(['gc'])).status, 1);
    await gc?.release();
    assert.equal((await trackbridge(['gc'])).status, 0);
  });

  it('a server goes on while gc and backup work, and keeps restore away until it stops', async () => {
    const server = await startTrackbridge();
    const target = { DATABASE_URL: server.databaseUrl, TRACKBRIDGE_ARTIFACTS_DESTINATION: server.artifacts };
    const file = join(home, 'of-server.tar');
    assert.equal((await trackbridge(['backup', file], target)).status, 0);
    assert.equal((await trackbridge(['gc'], target)).status, 0);
    const refused = await trackbridge(['restore', file, '--force'], target);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /^trackbridge: A trackbridge server works on this database .*; stop every server first\.\n$/);
    assert.equal((await fetch(`${server.url}/api/2.0/mlflow/experiments/get?experiment_id=0`)).status, 200);
    process.kill(server.pid, 'SIGTERM');
    while (await isServing(server.databaseUrl));
    assert.equal((await trackbridge(['restore', file, '--force'], target)).status, 0);
    await server.stop();
  });

  it('a server whose connections were cut says again that it is there', async () => {
    const server = await startTrackbridge();
    const name = new URL(server.databaseUrl).pathname.slice(1);
    const connected = async () => {
      const { rows } = await db.query<{ pid: number }>({
        text: `select pid from pg_stat_activity where datname = $1 and application_name = 'trackbridge serving lock'`,
        values: [name],
      });
      return rows[0]?.pid;
    };
    const before = await connected();
    await db.query({ text: 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', values: [name] });
    for (let pid = before; pid === before || pid === undefined; pid = await connected());
    while (!(await isServing(server.databaseUrl)));
    await server.stop();
  });

  it('a server does not start while a backup is restored', async () => {
    const restore = await takeLock(databaseUrl, 'serving', 'alone');
    const { status, stderr } = await trackbridge(['serve', '--port', '0']);
    assert.equal(status, 1);
    assert.match(stderr, /^trackbridge: A backup is being restored into this database; start the server when that is done\.\n$/);
    await restore?.release();
  });

  async function isServing(url: string): Promise<boolean> {
    const lock = await takeLock(url, 'serving', 'alone');
    await lock?.release();
    return lock === undefined;
  }
});
