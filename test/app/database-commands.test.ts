import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { pino } from 'pino';
import { pack } from 'tar-stream';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/app/embedded-postgres.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate, migrationNames } from '../../src/store/migrate.ts';
import { type CommandResult, runCommand } from '../support/command.ts';

const bin = fileURLToPath(new URL('../../src/app/bin.js', import.meta.url));

/** The command line as a user calls it, on a home with a running embedded Postgres and on a second database in it. */
describe('database commands', () => {
  let scratch: string;
  let home: string;
  let embedded: EmbeddedPostgres;
  let client: pg.Client;
  /** An outside Postgres, as far as the command line can tell. */
  let otherUrl: string;
  let other: pg.Client;

  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'trackbridge-test-'));
    await chmod(scratch, 0o755);
    home = join(scratch, 'home');
    embedded = await startEmbeddedPostgres({ home, log: pino({ level: 'silent' }) });
    const db = openDatabase(embedded.url, { connections: 1 });
    await migrate(db, embedded.url);
    await db.close();
    client = new pg.Client(embedded.url);
    await client.connect();
    await client.query('create schema other');
    otherUrl = `${embedded.url}&options=${encodeURIComponent('-c search_path=other')}`;
    other = new pg.Client(otherUrl);
    await other.connect();
    await client.query(`
      insert into projects (uuid, workspace_id, experiment_id, name, path, artifact_root, created_at, changed_at)
      select gen_random_uuid(), workspace_id, n, 'p' || n, 'p' || n, 'mlflow-artifacts:', now(), now()
      from workspaces, generate_series(7, 8) n;
      insert into settings values ('awkward', E'tab\\t line\\n back\\\\slash \\u00e4 \\U0001f600');
      insert into points select 1, 1, n, n, n from generate_series(1, 400000) n;
      insert into points values (2, 1, 1, 1, 'NaN'), (2, 1, 2, 2, '-Infinity'), (2, 1, 9223372036854775807, 3, 1e-300)`);
    const artifact = (path: string, content: string | Buffer) => writeArtifact(join(home, 'artifacts'), path, content);
    await artifact('0/run/artifacts/model/MLmodel', 'flavors: {}\n');
    await artifact(`0/run/artifacts/${'long-'.repeat(30)}/ä ö 😀.txt`, '');
    await artifact('0/run/artifacts/big.bin', Buffer.alloc(20 * 2 ** 20, 'big'));
  });
  after(async () => {
    await client.end();
    await other.end();
    await embedded.stop();
    await rm(scratch, { recursive: true, force: true, maxRetries: 20 });
  });

  async function writeArtifact(root: string, path: string, content: string | Buffer): Promise<void> {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), content);
  }
  function trackbridge(args: readonly string[], env: Record<string, string> = {}): Promise<CommandResult> {
    return runCommand(process.execPath, [bin, ...args], {
      env: { PATH: process.env['PATH'] ?? '', TRACKBRIDGE_HOME: home, ...env },
    });
  }
  const elsewhere = () => ({ DATABASE_URL: otherUrl, TRACKBRIDGE_ARTIFACTS_DESTINATION: join(scratch, 'other') });
  async function facts(database: pg.Client): Promise<unknown> {
    const { rows } = await database.query(`
      select (select json_agg(p order by project_id) from projects p) as projects,
        (select value from settings where key = 'awkward') as awkward,
        (select json_agg(w) from workspaces w) as workspaces,
        (select count(*) || ' ' || sum(step) from points where run_id = 1) as points,
        (select string_agg(step || ' ' || value, ', ' order by step) from points where run_id = 2) as special`);
    return rows[0];
  }
  async function backup(): Promise<string> {
    const file = join(scratch, `${Math.random()}.tar`);
    const { status, stderr } = await trackbridge(['backup', file]);
    assert.equal(status, 0, stderr);
    return file;
  }

  it('check says what is missing, with exit code 1, and nothing else', async () => {
    assert.equal((await trackbridge(['db', 'check'])).stdout, 'The database has the schema of this version.\n');
    await client.query('drop index runs_name_idx; alter table runs drop column note; alter table tags alter value drop not null');
    await client.query('create table own_table (id int); create index own_index on runs (status)');
    const { status, stdout } = await trackbridge(['db', 'check']);
    await client.query(`alter table tags alter value set not null; alter table runs add column note text not null default ''`);
    await client.query(
      `create index runs_name_idx on runs (project_id, "left"(name, 256)); drop table own_table; drop index own_index`,
    );
    assert.equal(status, 1);
    assert.match(stdout, /^column runs.note is missing$/m);
    assert.match(stdout, /^index runs_name_idx of runs is missing$/m);
    assert.match(stdout, /^column tags.value is "text collate C" and should be "text not null collate C"$/m);
    assert.equal(stdout.trim().split('\n').length, 3, stdout);
  });

  it('migrate brings an empty database to the schema and then finds nothing to do', async () => {
    assert.match((await trackbridge(['db', 'migrate'], elsewhere())).stdout, /^applied 0001-/);
    assert.equal((await trackbridge(['db', 'migrate'], elsewhere())).stdout, 'The schema is up to date.\n');
  });

  it('backup and restore bring database and artifacts to another place unchanged, sequences included', async () => {
    const file = await backup();
    assert.equal((await stat(file)).mode & 0o077, 0);
    const { status, stderr } = await trackbridge(['restore', file], elsewhere());
    assert.equal(status, 0, stderr);
    assert.deepEqual(await facts(other), await facts(client));
    const { rows } = await other.query(`select nextval('projects_project_id_seq')::int as next`);
    const { rows: expected } = await client.query(`select nextval('projects_project_id_seq')::int as next`);
    assert.deepEqual(rows, expected);
    const compared = await runCommand('diff', ['-r', join(home, 'artifacts'), join(scratch, 'other')]);
    assert.equal(compared.status, 0, compared.stdout);
  });

  it('backup leaves a file alone that is there, unless it is told to replace it', async () => {
    const file = await backup();
    const again = await trackbridge(['backup', file]);
    assert.equal(again.status, 1);
    assert.match(again.stderr, /is there already/);
    assert.equal((await trackbridge(['backup', file, '--force'])).status, 0);
  });

  it('backup says which file cannot be written', async () => {
    const { status, stderr } = await trackbridge(['backup', join(scratch, 'no', 'folder.tar')]);
    assert.equal(status, 1);
    assert.match(stderr, /folder\.tar cannot be written/);
    assert.match((await trackbridge(['backup', scratch, '--force'])).stderr, /is no file/);
  });

  it('restore refuses a target that holds records, unless it is told to replace them', async () => {
    const file = await backup();
    const before = await facts(client);
    const refused = await trackbridge(['restore', file]);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /The target is not empty: the table \w+ holds records/);
    await client.query(`delete from projects; delete from points; update settings set value = 'changed'`);
    assert.equal((await trackbridge(['restore', file, '--force'])).status, 0);
    assert.deepEqual(await facts(client), before);
  });

  it('restore of a file that is cut off, changed or no backup at all says so and changes nothing', async () => {
    const bytes = await readFile(await backup());
    const flipped = Buffer.from(bytes);
    const place = flipped.indexOf('flavors');
    flipped[place] = 0x46;
    const hostile = join(scratch, 'hostile.tar');
    const before = await facts(client);
    for (const content of [
      bytes.subarray(0, bytes.length - 4096),
      bytes.subarray(0, bytes.length / 2),
      bytes.subarray(0, 700),
      flipped,
      Buffer.alloc(0),
      Buffer.from('no tar at all'.repeat(100)),
    ]) {
      await writeFile(hostile, content);
      const { status, stderr } = await trackbridge(['restore', hostile, '--force']);
      assert.equal(status, 1);
      assert.match(stderr, /is no whole backup: .* Nothing was changed\./);
    }
    assert.deepEqual(await facts(client), before);
    const missing = await trackbridge(['restore', join(scratch, 'missing.tar'), '--force']);
    assert.match(missing.stderr, /missing\.tar cannot be read/);
  });

  it('restore accepts no link and no name that leads elsewhere', async () => {
    const hostile = join(scratch, 'hostile.tar');
    const head = JSON.stringify({ format: 1, trackbridge: '0', createdAt: '', migrations: [] });
    for (const header of [
      { name: 'artifacts/../../escaped' },
      { name: '/etc/escaped' },
      { name: 'artifacts//etc/escaped' },
      { name: 'artifacts/a/%2e%2e/%2e%2e/escaped' },
      { name: 'database/../../escaped/000000.copy' },
      { name: 'artifacts/link', type: 'symlink' as const, linkname: '/etc' },
      { name: 'artifacts/link', type: 'link' as const, linkname: '/etc/passwd' },
      { name: 'artifacts/device', type: 'character-device' as const },
    ]) {
      const tar = pack();
      tar.entry({ name: 'trackbridge-backup.json' }, head);
      tar.entry(header, '');
      tar.finalize();
      await writeFile(hostile, await Readable.from(tar).toArray());
      const { status, stderr } = await trackbridge(['restore', hostile], elsewhere());
      assert.equal(status, 1);
      assert.match(stderr, /is no whole backup: (it holds a file named|"artifacts\/(link|device)" is a)/);
    }
  });

  it('restore refuses a backup of a newer schema', async () => {
    const file = await backup();
    await client.query(`insert into schema_migrations (name) values ('9999-future')`);
    const newer = join(scratch, 'newer.tar');
    const { stderr } = await trackbridge(['backup', newer]);
    await client.query(`delete from schema_migrations where name = '9999-future'`);
    assert.match(stderr, /used by a newer trackbridge/);
    const last = migrationNames.at(-1) ?? '';
    // the same length, so that only the head differs from a real backup
    const text = (await readFile(file)).toString('latin1').replaceAll(last, `9999${last.slice(4)}`);
    await writeFile(newer, Buffer.from(text, 'latin1'));
    assert.match((await trackbridge(['restore', newer, '--force'])).stderr, /The backup is of a newer schema: .*9999-/);
  });

  it('says what is wrong with a database that cannot be reached, without its password', async () => {
    const { status, stderr } = await trackbridge(['db', 'check'], { DATABASE_URL: 'postgresql://u:hunter2@127.0.0.1:1/x' });
    assert.equal(status, 1);
    assert.match(stderr, /^trackbridge: The Postgres at 127\.0\.0\.1:1\/x cannot be used: .*ECONNREFUSED/);
    assert.doesNotMatch(stderr, /hunter2/);
  });
});
