import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, describe, it } from 'node:test';
import { openSessionTokens } from '../../src/access/session-tokens.ts';
import { makeAuthenticate } from '../../src/http/authenticate.ts';
import { openDatabase } from '../../src/store/database.ts';
import { cloneDatabase } from '../support/database.ts';
import { newId } from '../support/new-id.ts';
import { projectRoot } from '../support/project.ts';

const databaseUrl = await cloneDatabase();
const db = openDatabase(databaseUrl, { connections: 2 });
after(() => db.close());
const sessionTokens = await openSessionTokens(db, true);
const authenticate = makeAuthenticate(true, { db, now: () => new Date(), newId, sessionTokens });

/** Runs `trackbridge` on the test's database. */
function trackbridge(words: string, input = '') {
  const environment = { ...process.env, DATABASE_URL: databaseUrl };
  const options = { cwd: projectRoot, env: environment, input, encoding: 'utf8' } as const;
  return spawnSync(process.execPath, ['src/app/bin.js', ...words.split(' ')], options);
}

/** Runs it with `--json` and reads what it printed. */
function asJson<T = Record<string, string>>(words: string, input?: string): T {
  const { status, stdout, stderr } = trackbridge(`${words} --json`, input);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as T;
}

async function nameOf(authorization: string): Promise<string> {
  return (await authenticate({ headers: { authorization }, socket: {} })).name;
}

function basic(name: string, secret = ''): string {
  return `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
}

describe('trackbridge users', () => {
  it('adds users with a random password or one from standard input', async () => {
    const { password } = asJson('users add ann --admin');
    assert.equal(await nameOf(basic('ann', password)), 'ann');
    assert.deepEqual(asJson('users add bob --password-stdin', 'chosen by bob himself\n'), { name: 'bob' });
    assert.equal(await nameOf(basic('bob', 'chosen by bob himself')), 'bob');
  });

  it('lists them for people and programs', () => {
    const list = asJson<Record<string, string | null>[]>('users list');
    assert.deepEqual(
      list.map(({ name, role, disabled_at }) => [name, role, disabled_at]),
      [
        ['ann', 'admin', null],
        ['bob', 'user', null],
      ],
    );
    assert.match(trackbridge('users list').stdout, /^name +role +created_at +disabled_at\nann +admin .*\nbob +user .*\n$/);
  });

  it('gives, replaces and takes away rights', () => {
    assert.deepEqual(asJson('users grant bob project * read'), { name: 'bob', kind: 'project', thing: '*', permission: 'read' });
    asJson('users grant bob project * edit');
    assert.deepEqual(asJson('users rights bob'), [
      { kind: 'project', thing: '*', permission: 'edit', role: null, workspace: 'default' },
    ]);
    asJson('users revoke bob project *');
    assert.deepEqual(asJson('users rights bob'), []);
    assert.match(trackbridge('users revoke bob project *').stderr, /given nothing on project/);
    assert.match(trackbridge('users grant bob project * anything').stderr, /"anything" is none of deny/);
    assert.match(trackbridge('users grant bob thing * read').stderr, /"thing" is none of workspace/);
    assert.match(trackbridge('users grant nobody project * read').stderr, /No user with id="nobody"/);
  });

  it('changes passwords, disables, enables and deletes', async () => {
    const { password } = asJson('users passwd bob');
    assert.equal(await nameOf(basic('bob', password)), 'bob');
    asJson('users disable bob');
    await assert.rejects(nameOf(basic('bob', password)), { code: 'unauthenticated' });
    asJson('users enable bob');
    assert.equal(await nameOf(basic('bob', password)), 'bob');
    asJson('users delete bob');
    await assert.rejects(nameOf(basic('bob', password)), { code: 'unauthenticated' });
  });

  it('says in one line what it refuses, and ends with a status other than 0', () => {
    const refusals = {
      'users delete ann': /last admin/,
      'users passwd zed': /zed/,
      'users add ann': /exists already/,
      'users add a:b': /a:b/,
    };
    for (const [words, message] of Object.entries(refusals)) {
      const { status, stdout, stderr } = trackbridge(words);
      assert.notEqual(status, 0, words);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
    const short = trackbridge('users add eve --password-stdin', 'elevenchars');
    assert.match(short.stderr, /11 characters/);
    assert.doesNotMatch(short.stderr, /elevenchars/);
  });
});

describe('trackbridge tokens', () => {
  it('makes, lists and revokes tokens that work at once', async () => {
    const made = asJson('tokens create --user ann --label ci --expires-in-days 2');
    assert.equal(await nameOf(`Bearer ${made['token']}`), 'ann');
    const pair = asJson('tokens create --user ann --key-pair');
    assert.equal(await nameOf(basic(pair['access_key'] ?? '', pair['secret'])), 'ann');

    const list = asJson<Record<string, string | null>[]>('tokens list --user ann');
    assert.deepEqual(
      list.map(({ access_key, kind, label }) => [access_key, kind, label]),
      [
        [made['access_key'], 'token', 'ci'],
        [pair['access_key'], 'key_pair', ''],
      ],
    );
    assert.ok(!trackbridge('tokens list').stdout.includes(made['secret'] ?? ''));

    asJson(`tokens revoke ${made['access_key']}`);
    await assert.rejects(nameOf(`Bearer ${made['token']}`), { code: 'unauthenticated' });
    assert.equal(await nameOf(basic(pair['access_key'] ?? '', pair['secret'])), 'ann');
  });

  it('refuses unknown users, tokens and lifetimes', () => {
    for (const words of ['create --user zed', 'create', 'revoke NOSUCHKEY', 'create --user ann --expires-in-days 0']) {
      const { status, stderr } = trackbridge(`tokens ${words}`);
      assert.notEqual(status, 0, words);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
  });
});

describe('trackbridge credentials', () => {
  it('makes key pairs of the first admin, who is there from the first command on, or of another user', async () => {
    const { status, stdout } = trackbridge('credentials create --json');
    assert.equal(status, 0);
    assert.equal(stdout.trim().split('\n').length, 1);
    const made = JSON.parse(stdout) as Record<string, string>;
    assert.deepEqual(Object.keys(made), ['user', 'label', 'access_key', 'secret_key']);
    assert.equal(await nameOf(basic(made['access_key'] ?? '', made['secret_key'])), made['user']);
    const anns = asJson('credentials create --user ann --label laptop');
    assert.equal(await nameOf(basic(anns['access_key'] ?? '', anns['secret_key'])), 'ann');

    const list = asJson<Record<string, string | null>[]>('credentials list --user ann');
    assert.deepEqual(
      list.map(({ label }) => label).filter((label) => label === 'laptop'),
      ['laptop'],
    );
    assert.ok(!trackbridge('credentials list').stdout.includes(made['secret_key'] ?? ''));
    assert.notEqual(trackbridge(`credentials revoke ${anns['access_key']} --user bob`).status, 0);
    asJson(`credentials revoke ${anns['access_key']}`);
    await assert.rejects(nameOf(basic(anns['access_key'] ?? '', anns['secret_key'])), { code: 'unauthenticated' });
  });
});
