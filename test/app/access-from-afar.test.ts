import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createCredential } from '../../src/access/credentials.ts';
import { addUser } from '../../src/access/users.ts';
import { DEFAULT_WORKSPACE_ID } from '../../src/model/workspace.ts';
import { openDatabase } from '../../src/store/database.ts';
import { type CommandResult, runCommand } from '../support/command.ts';
import { newId } from '../support/new-id.ts';
import { projectRoot } from '../support/project.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';

const bin = join(projectRoot, 'src/app/bin.js');

/** Commands about users, given the address of a running server and a login, and nothing else. */
describe('commands with --url', async () => {
  const server = await startTrackbridge(['--auth', 'on']);
  const db = openDatabase(server.databaseUrl, { connections: 1 });
  const access = { db, now: () => new Date(), newId, workspaceId: DEFAULT_WORKSPACE_ID };
  let elsewhere: string;
  const logins: Record<string, NodeJS.ProcessEnv> = {};

  before(async () => {
    elsewhere = await mkdtemp(join(tmpdir(), 'trackbridge-test-elsewhere-'));
    for (const [name, role] of [
      ['root', 'admin'],
      ['ann', 'user'],
    ] as const) {
      await addUser(access, { name, role });
      const { accessKey, secret } = await createCredential(access, { userName: name, kind: 'key_pair', label: '' });
      logins[name] = { TRACKBRIDGE_ACCESS_KEY: accessKey, TRACKBRIDGE_SECRET_KEY: secret };
    }
  });
  after(async () => {
    await db.close();
    await rm(elsewhere, { recursive: true, force: true });
  });

  function trackbridge(as: string, words: string, url = server.url): Promise<CommandResult> {
    const env = { PATH: process.env['PATH'], ...logins[as] };
    return runCommand(process.execPath, [bin, ...words.split(' '), '--url', url, '--json'], { cwd: elsewhere, env });
  }

  // biome-ignore lint/suspicious/noExplicitAny: what commands print has many shapes
  async function done(as: string, words: string): Promise<any> {
    const { status, stdout, stderr } = await trackbridge(as, words);
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout);
  }

  async function statusFor(login: { access_key: string; secret_key: string }): Promise<number> {
    const authorization = `Basic ${Buffer.from(`${login.access_key}:${login.secret_key}`).toString('base64')}`;
    return (await fetch(`${server.url}/auth.login`, { headers: { authorization } })).status;
  }

  it('let an admin manage users', async () => {
    const { password } = await done('root', 'users add bob');
    const logIn = () => statusFor({ access_key: 'bob', secret_key: password });
    assert.equal(await logIn(), 200);
    const list = await done('root', 'users list');
    assert.deepEqual(
      list.map(({ name, role, disabled_at }: Record<string, unknown>) => [name, role, disabled_at]),
      [
        ['admin', 'admin', null],
        ['ann', 'user', null],
        ['bob', 'user', null],
        ['root', 'admin', null],
      ],
    );
    await done('root', 'users disable bob');
    assert.equal(await logIn(), 401);
    await done('root', 'users enable bob');
    assert.equal(await logIn(), 200);
    const { password: next } = await done('root', 'users passwd bob');
    assert.deepEqual([await logIn(), await statusFor({ access_key: 'bob', secret_key: next })], [401, 200]);
    await done('root', 'users delete bob');
    assert.equal((await done('root', 'users list')).length, 3);
  });

  it('let an admin give rights, and a user look at their own', async () => {
    await done('root', 'users grant ann run * deny');
    const given = [{ kind: 'run', thing: '*', permission: 'deny', role: null, workspace: 'default' }];
    assert.deepEqual(await done('ann', 'users rights ann'), given);
    assert.match((await trackbridge('ann', 'users rights root')).stderr, /needs an admin/);
    assert.match((await trackbridge('ann', 'users revoke ann run *')).stderr, /needs an admin/);
    await done('root', 'users revoke ann run *');
    assert.deepEqual(await done('root', 'users rights ann'), []);
  });

  it('let everybody manage their own credentials, and an admin those of all', async () => {
    const own = await done('ann', 'credentials create --label laptop');
    assert.deepEqual([own.user, own.label, await statusFor(own)], ['ann', 'laptop', 200]);
    const token = await done('root', 'tokens create --user ann --expires-in-days 2');
    assert.equal(token.user, 'ann');
    const seen = async (as: string, words: string) =>
      (await done(as, words)).map(({ user, label }: Record<string, unknown>) => [user, label]);
    assert.deepEqual(await seen('ann', 'credentials list'), [
      ['ann', ''],
      ['ann', 'laptop'],
      ['ann', ''],
    ]);
    assert.equal((await seen('root', 'credentials list')).length, 5);
    assert.equal((await seen('root', 'credentials list --user root')).length, 1);
    await done('ann', `credentials revoke ${own.access_key}`);
    assert.equal(await statusFor(own), 401);
  });

  it('say in one line what the server refuses, without a secret', async () => {
    const refusals: [string, string, RegExp][] = [
      ['ann', 'users list', /may not do this/],
      ['ann', 'credentials list --user root', /may not do this/],
      ['ann', 'credentials create --user root', /may not do this/],
      ['ann', `credentials revoke ${logins['root']?.['TRACKBRIDGE_ACCESS_KEY']}`, /No credential/],
      ['nobody', 'credentials list', /TRACKBRIDGE_ACCESS_KEY/],
      ['root', 'users add ann', /exists already/],
      ['root', 'users delete no/body', /no\/body/],
    ];
    for (const [as, words, message] of refusals) {
      const { status, stdout, stderr } = await trackbridge(as, words);
      assert.deepEqual([status, stdout], [1, ''], words);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /);
      assert.ok(!stderr.includes(logins['root']?.['TRACKBRIDGE_SECRET_KEY'] ?? '-'));
    }
    const { stderr } = await trackbridge('root', 'users list', 'http://127.0.0.1:1');
    assert.match(stderr, /The server at http:\/\/127\.0\.0\.1:1 does not answer/);
  });
});
