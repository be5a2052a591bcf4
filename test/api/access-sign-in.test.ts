import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, it } from 'node:test';
import { defaultActor } from '../../src/access/authorize.ts';
import { createCredential, listCredentials, revokeCredential } from '../../src/access/credentials.ts';
import { openSessionTokens } from '../../src/access/session-tokens.ts';
import {
  addUser,
  changePassword,
  deleteUser,
  disableUser,
  enableUser,
  ensureFirstAdmin,
  listUsers,
} from '../../src/access/users.ts';
import { type Authenticate, makeAuthenticate } from '../../src/http/authenticate.ts';
import { BridgeError, type ErrorCode } from '../../src/model/errors.ts';
import { defaultUserId } from '../../src/model/user.ts';
import { DEFAULT_WORKSPACE_ID } from '../../src/model/workspace.ts';
import { openDatabase } from '../../src/store/database.ts';
import { cloneDatabase } from '../support/database.ts';

const password = 'a long enough password';

const db = openDatabase(await cloneDatabase(), { connections: 4 });
let clock: Date;
let authenticate: Authenticate;
const context = {
  db,
  now: () => clock,
  newId: () => randomUUID().replaceAll('-', ''),
  workspaceId: DEFAULT_WORKSPACE_ID,
  sessionTokens: await openSessionTokens(db, true),
};

after(() => db.close());
beforeEach(async () => {
  await db.query({ text: 'delete from users' });
  clock = new Date();
  authenticate = makeAuthenticate(true, context);
});

function basic(name: string, secret: string): string {
  return `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
}

function signIn(authorization: string | undefined) {
  return authenticate({ headers: { authorization }, ip: '10.1.1.1', socket: {} });
}

function failsWith(code: ErrorCode, secret = 'nothing to hide') {
  return (error: unknown) => error instanceof BridgeError && error.code === code && !error.message.includes(secret);
}

async function refuses(authorization: string | undefined) {
  await assert.rejects(signIn(authorization), failsWith('unauthenticated', password), authorization);
}

describe('a server without login', () => {
  it('takes everybody for the default admin, whatever they send', async () => {
    const open = makeAuthenticate(false, context);
    for (const authorization of [undefined, basic('nobody', 'x'), 'Bearer x', 'nonsense']) {
      assert.deepEqual(await open({ headers: { authorization }, socket: {} }), defaultActor);
    }
  });

  it('takes who presents a machine credential for its owner, and sees within two seconds that it was revoked', async () => {
    await addUser(context, { name: 'ann', password, role: 'user' });
    const { accessKey, token } = await createCredential(context, { userName: 'ann', kind: 'token', label: '' });
    const open = makeAuthenticate(false, context);
    const nameNow = async () => (await open({ headers: { authorization: `Bearer ${token}` }, socket: {} })).name;
    assert.equal(await nameNow(), 'ann');
    await revokeCredential(context, accessKey);
    assert.equal(await nameNow(), 'ann');
    clock = new Date(clock.getTime() + 2000);
    assert.equal(await nameNow(), defaultActor.name);
  });
});

describe('ensureFirstAdmin', () => {
  it('makes one admin with a random password, under the id of the default user, and no second one', async () => {
    const first = await ensureFirstAdmin(context, true);
    assert.match(first?.password ?? '', /^[\w-]{43}$/);
    const { userId, name, role } = await signIn(basic('admin', first?.password ?? ''));
    assert.deepEqual({ userId, name, role }, { userId: defaultUserId, name: 'admin', role: 'admin' });
    assert.equal(await ensureFirstAdmin(context, true), undefined);
  });

  it('makes a key pair of that admin, which signs in like the password', async () => {
    const { keyPair } = (await ensureFirstAdmin(context, true)) ?? {};
    assert.match(keyPair?.accessKey ?? '', /^[A-Z0-9]{30}$/);
    assert.match(keyPair?.secret ?? '', /^[A-Za-z0-9][\w-]{66}$/);
    assert.equal((await signIn(basic(keyPair?.accessKey ?? '', keyPair?.secret ?? ''))).name, 'admin');
  });

  it('makes the password when a login is asked for first', async () => {
    const open = await ensureFirstAdmin(context, false);
    assert.ok(open?.keyPair && open.password === undefined);
    assert.equal(await ensureFirstAdmin(context, false), undefined);
    const made = await ensureFirstAdmin(context, true);
    assert.equal(made?.keyPair, undefined);
    assert.equal((await signIn(basic('admin', made?.password ?? ''))).userId, defaultUserId);
    assert.equal(await ensureFirstAdmin(context, true), undefined);
  });

  it('makes one admin and one key pair when several servers start at once', async () => {
    const made = await Promise.all([1, 2, 3].map(() => ensureFirstAdmin(context, true)));
    assert.equal(made.filter((each) => each !== undefined).length, 1);
    assert.equal((await listUsers(context)).length, 1);
    assert.equal((await listCredentials(context)).length, 1);
  });

  it('says so when another user without the role holds its name', async () => {
    await addUser(context, { name: 'admin', password, role: 'user' });
    await assert.rejects(ensureFirstAdmin(context, true), failsWith('already_exists'));
  });
});

describe('a login by password', () => {
  beforeEach(() => addUser(context, { name: 'ann', password, role: 'user' }));

  it('finds the user', async () => {
    const [user] = await listUsers(context);
    const { userId, name, role } = await signIn(basic('ann', password));
    assert.deepEqual({ userId, name, role }, { userId: user?.id, name: 'ann', role: 'user' });
    assert.deepEqual(await signIn(basic('ann', password).replace('Basic', 'bASIC')), await signIn(basic('ann', password)));
  });

  it('takes a password with colons and letters outside ASCII', async () => {
    await changePassword(context, { name: 'ann', password: 'pässwort:mit:doppelpunkt' });
    assert.equal((await signIn(basic('ann', 'pässwort:mit:doppelpunkt'))).name, 'ann');
  });

  it('is refused alike for a wrong password, an unknown user and a malformed header', async () => {
    const malformed = [
      '',
      'Basic',
      'Basic !!!',
      'Basic Og==',
      `Digest ${password}`,
      'constructor x',
      `Bearer ann.${password}`,
      'Bearer x',
    ];
    const wrong = [
      basic('ann', 'wrong password'),
      basic('bob', password),
      basic('ANN', password),
      basic('ann', ''),
      basic('a\0nn', password),
    ];
    for (const authorization of [undefined, ...malformed, ...wrong]) await refuses(authorization);
  });

  it('is refused for a user who has no password', async () => {
    await db.query({ text: 'update users set password_hash = null' });
    await refuses(basic('ann', ''));
    await refuses(basic('ann', 'null'));
  });

  it('follows a change of password at once, though the old one was right a moment ago', async () => {
    await signIn(basic('ann', password));
    await changePassword(context, { name: 'ann', password: 'another long password' });
    await refuses(basic('ann', password));
    assert.equal((await signIn(basic('ann', 'another long password'))).name, 'ann');
  });

  it('follows disabling, enabling and deleting at once', async () => {
    await signIn(basic('ann', password));
    await disableUser(context, 'ann');
    await refuses(basic('ann', password));
    await enableUser(context, 'ann');
    await signIn(basic('ann', password));
    await deleteUser(context, 'ann');
    await refuses(basic('ann', password));
  });
});

describe('users', () => {
  it('have unique, usable names and passwords of 12 characters', async () => {
    await addUser(context, { name: 'ann', password, role: 'user' });
    await assert.rejects(addUser(context, { name: 'ann', password, role: 'user' }), failsWith('already_exists', password));
    for (const name of ['', 'a:b', ' ann', 'a\nb', 'x'.repeat(256)]) {
      await assert.rejects(addUser(context, { name, password, role: 'user' }), failsWith('invalid', password));
    }
    await assert.rejects(
      addUser(context, { name: 'bob', password: 'elevenchars', role: 'user' }),
      failsWith('invalid', 'elevenchars'),
    );
    await assert.rejects(changePassword(context, { name: 'ann', password: 'elevenchars' }), failsWith('invalid', 'elevenchars'));
  });

  it('that do not exist cannot be changed', async () => {
    await assert.rejects(disableUser(context, 'bob'), failsWith('not_found'));
    await assert.rejects(enableUser(context, 'bob'), failsWith('not_found'));
    await assert.rejects(deleteUser(context, 'bob'), failsWith('not_found'));
    await assert.rejects(changePassword(context, { name: 'bob', password }), failsWith('not_found'));
  });

  it('keep one admin who can sign in, also when two are removed at once', async () => {
    await addUser(context, { name: 'ann', password, role: 'admin' });
    await addUser(context, { name: 'bob', password, role: 'admin' });
    const answers = await Promise.allSettled([disableUser(context, 'ann'), deleteUser(context, 'bob')]);
    assert.deepEqual(answers.map((answer) => answer.status).sort(), ['fulfilled', 'rejected']);
    const [left] = (await listUsers(context)).filter((user) => user.disabledAt === null);
    await assert.rejects(deleteUser(context, left?.name ?? ''), failsWith('wrong_state'));
    await assert.rejects(disableUser(context, left?.name ?? ''), failsWith('wrong_state'));
  });
});

describe('a login by machine credential', () => {
  const request = { userName: 'ann', kind: 'key_pair', label: 'ci' } as const;
  beforeEach(() => addUser(context, { name: 'ann', password, role: 'user' }));

  it('works as Basic and as bearer token, for either kind', async () => {
    for (const kind of ['key_pair', 'token'] as const) {
      const { accessKey, secret, token } = await createCredential(context, { ...request, kind });
      assert.match(accessKey, /^[A-Z0-9]{30}$/);
      assert.equal((await signIn(basic(accessKey, secret))).name, 'ann');
      assert.equal((await signIn(`Bearer ${token}`)).name, 'ann');
    }
  });

  it("is refused with another secret, also with another credential's", async () => {
    const one = await createCredential(context, request);
    const two = await createCredential(context, request);
    await refuses(basic(one.accessKey, two.secret));
    await refuses(basic(one.accessKey, password));
    await refuses(`Bearer ${one.accessKey}.`);
    await refuses(`Bearer ${one.token}x`);
    await refuses(basic('ann', one.secret));
  });

  it('ends when revoked, expired, or with its user', async () => {
    const expiresAt = new Date(clock.getTime() + 1000);
    const short = await createCredential(context, { ...request, expiresAt });
    await signIn(`Bearer ${short.token}`);
    clock = expiresAt;
    await refuses(`Bearer ${short.token}`);

    const revoked = await createCredential(context, request);
    await assert.rejects(revokeCredential(context, revoked.accessKey, 'bob'), failsWith('not_found'));
    await signIn(`Bearer ${revoked.token}`);
    await revokeCredential(context, revoked.accessKey, 'ann');
    await refuses(`Bearer ${revoked.token}`);

    const owned = await createCredential(context, request);
    await disableUser(context, 'ann');
    await refuses(`Bearer ${owned.token}`);
    await deleteUser(context, 'ann');
    await refuses(`Bearer ${owned.token}`);
  });

  it('notes when and from where it was used last, once a minute', async () => {
    const { token } = await createCredential(context, request);
    const lastUse = async () => (await listCredentials(context, 'ann'))[0]?.lastUsedAt;
    assert.equal(await lastUse(), null);
    const first = clock;
    await signIn(`Bearer ${token}`);
    clock = new Date(first.getTime() + 59_999);
    await signIn(`Bearer ${token}`);
    assert.deepEqual(await lastUse(), first);
    clock = new Date(first.getTime() + 60_000);
    await signIn(`Bearer ${token}`);
    assert.deepEqual(await lastUse(), clock);
    assert.equal((await listCredentials(context))[0]?.lastUsedFrom, '10.1.1.1');
  });

  it('cannot be made for nobody or for the past', async () => {
    await assert.rejects(createCredential(context, { ...request, userName: 'bob' }), failsWith('not_found'));
    await assert.rejects(createCredential(context, { ...request, expiresAt: clock }), failsWith('invalid'));
    assert.deepEqual(await listCredentials(context), []);
  });
});

describe('the database', () => {
  it('holds no password, secret or token in any column', async () => {
    const first = await ensureFirstAdmin(context, true);
    await addUser(context, { name: 'ann', password, role: 'user' });
    const { secret } = await createCredential(context, { userName: 'ann', kind: 'token', label: 'ci' });
    await signIn(basic('ann', password));
    const { rows } = await db.query<{ text: string }>({
      text: 'select users::text as text from users union all select credentials::text from credentials',
    });
    assert.equal(rows.length, 4);
    for (const { text } of rows)
      for (const each of [first?.password ?? '', first?.keyPair?.secret ?? '', password, secret]) assert.ok(!text.includes(each));
  });
});
