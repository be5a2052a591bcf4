import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { pino } from 'pino';
import supertest from 'supertest';
import { createCredential, listCredentials, revokeCredential } from '../../../src/access/credentials.ts';
import { openSessionTokens } from '../../../src/access/session-tokens.ts';
import { addUser, changePassword, changeRole, disableUser, enableUser } from '../../../src/access/users.ts';
import { compose } from '../../../src/app/compose.ts';
import { readConfig } from '../../../src/app/config.ts';
import { DEFAULT_WORKSPACE_ID } from '../../../src/model/workspace.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { makeAnswerChecker } from '../../support/answer-checker.ts';
import { atEndOfFile } from '../../support/cleanup.ts';
import { clearmlApi } from '../../support/clearml-api.ts';
import { cloneDatabase } from '../../support/database.ts';
import { newId } from '../../support/new-id.ts';

const databaseUrl = await cloneDatabase();
const home = await mkdtemp(join(tmpdir(), 'trackbridge-test-auth-'));
atEndOfFile(() => rm(home, { recursive: true, force: true }));
const db = openDatabase(databaseUrl, { connections: 2 });
atEndOfFile(() => db.close());
const logLines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => logLines.push(line) });

/** One of several servers on the database. */
async function startServer(auth: 'on' | 'off') {
  const config = readConfig({ home, databaseUrl, auth }, {});
  const own = openDatabase(databaseUrl, { connections: 4 });
  const app = await compose(config, own, log, { checkAnswer: makeAnswerChecker() });
  atEndOfFile(async () => {
    await app.close();
    await own.close();
  });
  const http = supertest(app.handler);
  return { ...app, ...clearmlApi({ http }), http };
}

const one = await startServer('on');
const other = await startServer('on');
const open = await startServer('off');
const access = { db, now: () => new Date(), newId, workspaceId: DEFAULT_WORKSPACE_ID };
const annsPassword = 'a long enough password';

const basic = (name: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`,
});
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const root = () => basic(one.firstKeyPair?.accessKey ?? '', one.firstKeyPair?.secret ?? '');

async function makePair(userName: string) {
  const { accessKey, secret } = await createCredential(access, { userName, kind: 'key_pair', label: '' });
  return { accessKey, headers: basic(accessKey, secret) };
}

async function login(headers: Record<string, string>, body: object = {}): Promise<string> {
  const { code, data, message } = await one.ask('auth.login', body, headers);
  assert.equal(code, '200/0', message);
  return data.token;
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
}

/** Code and subcode that a caller gets. */
const codeFor = async (server: typeof one, headers: Record<string, string>) =>
  (await server.ask('users.get_current_user', {}, headers)).code;

async function refusedEverywhere(token: string): Promise<void> {
  for (const server of [one, other]) assert.equal(await codeFor(server, bearer(token)), '401/30');
}

before(async () => {
  await addUser(access, { name: 'ann', role: 'user', password: annsPassword });
  await addUser(access, { name: 'bob', role: 'user' });
});

describe('auth.login', () => {
  it('makes a token whose claims are what clients read, and a cookie that scripts cannot', async () => {
    const answer = await one.http.get('/auth.login').set(root()).expect(200);
    const { token } = answer.body.data;
    const { iat, exp, session_id, basis: _basis, ...claims } = claimsOf(token);
    const user = '00000000000040008000000000000001';
    assert.deepEqual(claims, {
      auth_type: 'Bearer',
      identity: { user, company: 'd1bd92a3b039400cbafc60a7a5b1e52b', role: 'admin', user_name: 'admin', company_name: 'clearml' },
      env: '<unknown>',
      api_version: '2.34',
      server_version: '2.3.0',
      server_build: '',
      feature_set: 'basic',
      sub: user,
    });
    assert.match(String(session_id), /^[0-9a-f]{32}$/);
    assert.equal(Number(exp) - Number(iat), 2_592_000);
    assert.ok(Math.abs(Number(iat) - Date.now() / 1000) < 5);
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    assert.equal(cookie, `clearml_token_basic=${token}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax`);
  });

  it('takes a key pair, a password, a token and the cookie', async () => {
    const { headers } = await makePair('ann');
    const token = await login(headers);
    for (const way of [headers, basic('ann', annsPassword), bearer(token), { cookie: `a=b; clearml_token_basic=${token}` }]) {
      const renewed = await login(way);
      assert.notEqual(claimsOf(renewed)['session_id'], claimsOf(token)['session_id']);
      assert.equal((await one.ask('users.get_current_user', {}, bearer(renewed))).data.user.name, 'ann');
    }
  });

  it('takes expiration_sec from body and query, of a second to a year', async () => {
    const byBody = claimsOf(await login(root(), { expiration_sec: 60 }));
    assert.equal(Number(byBody['exp']) - Number(byBody['iat']), 60);
    const { body } = await one.http.get('/auth.login?expiration_sec=31536000').set(root()).expect(200);
    const byQuery = claimsOf(body.data.token);
    assert.equal(Number(byQuery['exp']) - Number(byQuery['iat']), 31_536_000);
    for (const expiration_sec of [0, -1, 31_536_001]) {
      assert.equal((await one.ask('auth.login', { expiration_sec }, root())).code, '400/12');
    }
  });

  it('refuses nobody, wrong secrets and malformed headers, each with its subcode', async () => {
    const { accessKey } = await makePair('ann');
    const refusals: [Record<string, string>, string][] = [
      [{}, '401/20'],
      [basic('nobody', 'x'), '401/22'],
      [basic(accessKey, annsPassword), '401/22'],
      [basic('ann', 'another long password'), '401/22'],
      [{ authorization: 'Basic bm9jb2xvbg==' }, '401/21'],
      [{ authorization: 'Digest x' }, '401/10'],
      [bearer('x'), '401/30'],
      [{ cookie: 'clearml_token_basic=x' }, '401/30'],
    ];
    for (const [headers, code] of refusals) assert.equal((await one.ask('auth.login', {}, headers)).code, code);
  });
});

describe('the cookie', () => {
  it('says nothing about requests of pages elsewhere, other ports of this machine included', async () => {
    const cookie = `clearml_token_basic=${await login(root())}`;
    const ask = (headers: Record<string, string>) =>
      one.http
        .post('/users.get_current_user')
        .set({ host: '127.0.0.1:5000', cookie, ...headers })
        .send({});
    await ask({}).expect(200);
    await ask({ origin: 'http://127.0.0.1:5000', 'sec-fetch-site': 'same-origin' }).expect(200);
    await ask({ origin: 'http://127.0.0.1:5999' }).expect(401);
    await ask({ 'sec-fetch-site': 'same-site' }).expect(401);
  });
});

describe('a token', () => {
  it('works in both doors and on every server, as do key pairs', async () => {
    const { headers } = await makePair('ann');
    const token = await login(headers);
    for (const way of [headers, bearer(token)]) {
      assert.equal(await codeFor(other, way), '200/0');
      await other.http.get('/api/2.0/mlflow/experiments/get?experiment_id=0').set(way).expect(200);
    }
    await other.http
      .get('/api/2.0/mlflow/experiments/get?experiment_id=0')
      .set(bearer(`${token}x`))
      .expect(401);
  });

  it('of another secret, without a signature, changed or expired is refused', async () => {
    const token = await login(root());
    const [header = '', claims = '', signature = ''] = token.split('.');
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const sign = (head: string, body: string, algorithm = 'sha256', secret = 'guessed') =>
      `${head}.${body}.${createHmac(algorithm, secret).update(`${head}.${body}`).digest('base64url')}`;
    const forged = [
      sign(header, claims),
      sign(header, claims, 'sha256', ''),
      sign(encode({ alg: 'HS512', typ: 'JWT' }), claims, 'sha512'),
      `${encode({ alg: 'none', typ: 'JWT' })}.${claims}.`,
      `${encode({ alg: 'none' })}.${claims}.${signature}`,
      `${header}.${claims}.`,
      `${header}.${encode({ ...claimsOf(token), sub: newId() })}.${signature}`,
      `${header}.${encode({ ...claimsOf(token), exp: 9_999_999_999 })}.${signature}`,
    ];
    for (const each of forged) assert.equal(await codeFor(one, bearer(each)), '401/30', each);
    assert.equal(await codeFor(one, bearer(token)), '200/0');

    const tokens = await openSessionTokens(db, true);
    const past = new Date(Date.now() - 5000);
    const session = {
      sessionId: newId(),
      userId: String(claimsOf(token)['sub']),
      basis: { userId: String(claimsOf(token)['sub']) },
    };
    const expired = await tokens.sign({ ...session, expiresAt: new Date(past.getTime() + 4000) }, past, {});
    assert.equal(await codeFor(one, bearer(expired)), '401/30');
    // one that was right a moment ago is not believed for longer either
    const short = await login(root(), { expiration_sec: 60 });
    assert.ok(await tokens.check(short, new Date()));
    assert.equal(await tokens.check(short, new Date(Date.now() + 60_000)), undefined);
  });

  it('ends everywhere with auth.logout and login.logout, others of the same user go on', async () => {
    for (const operation of ['auth.logout', 'login.logout']) {
      const { headers } = await makePair('ann');
      const [first, second] = [await login(headers), await login(headers)];
      assert.equal(await codeFor(other, bearer(first)), '200/0');
      const answer = await one.http.post(`/${operation}`).set(bearer(first)).send({}).expect(200);
      assert.match(String(answer.headers['set-cookie']), /^clearml_token_basic=; Max-Age=0;/);
      await refusedEverywhere(first);
      assert.equal(await codeFor(other, bearer(second)), '200/0');
    }
    assert.equal((await one.ask('login.logout', {}, {})).code, '200/0');
  });

  it('ends everywhere with its key pair, its password and its user', async () => {
    const { accessKey, headers } = await makePair('ann');
    const byPair = await login(headers);
    const byPassword = await login(basic('ann', annsPassword));
    const renewed = await login(bearer(byPair));
    await revokeCredential(access, accessKey);
    await refusedEverywhere(byPair);
    await refusedEverywhere(renewed);
    assert.equal(await codeFor(other, headers), '401/22');
    assert.equal(await codeFor(other, bearer(byPassword)), '200/0');
    await changePassword(access, { name: 'ann', password: 'yet another password' });
    await refusedEverywhere(byPassword);

    const another = await login((await makePair('ann')).headers);
    await disableUser(access, 'ann');
    await refusedEverywhere(another);
    await enableUser(access, 'ann');
    assert.equal(await codeFor(one, bearer(another)), '200/0');
    await changePassword(access, { name: 'ann', password: annsPassword });
  });

  it('made by an admin for somebody ends with what the admin signed in by', async () => {
    const bob = (await one.ask('users.get_all', { name: '^bob$' }, root())).data.users[0].id;
    await addUser(access, { name: 'cat', role: 'admin' });
    const { accessKey, headers } = await makePair('cat');
    const { data } = await one.ask('auth.get_token_for_user', { user: bob }, headers);
    const impersonated = await login({ ...headers, 'x-clearml-impersonate-as': bob });
    for (const token of [data.token, impersonated]) {
      const { data: answer } = await other.ask('users.get_current_user', {}, bearer(token));
      assert.deepEqual([answer.user.id, answer.user.role], [bob, 'user']);
    }
    await changeRole(access, { name: 'cat', role: 'user' });
    await refusedEverywhere(data.token);
    await changeRole(access, { name: 'cat', role: 'admin' });
    assert.equal(await codeFor(other, bearer(impersonated)), '200/0');
    await revokeCredential(access, accessKey);
    for (const token of [data.token, impersonated]) await refusedEverywhere(token);
    assert.equal((await one.ask('auth.get_token_for_user', { user: newId() }, root())).code, '400/301');
  });
});

describe('a server that asks for no login', () => {
  it('takes any key pair for the default user and a real one for its owner', async () => {
    const { accessKey, headers } = await makePair('bob');
    const nameOf = async (way: Record<string, string>) => (await open.ask('users.get_current_user', {}, way)).data.user.name;
    const tokenOf = async (way: Record<string, string>) => (await open.ask('auth.login', {}, way)).data.token;
    const strangers = await tokenOf(basic('any', 'pair'));
    const bobs = await tokenOf(headers);
    const found = await Promise.all(
      [{}, basic('any', 'pair'), basic(accessKey, 'x'), bearer('a.b.c'), bearer(strangers), headers, bearer(bobs)].map(nameOf),
    );
    assert.deepEqual(found, ['admin', 'admin', 'admin', 'admin', 'admin', 'bob', 'bob']);
    // what was begun without a login is worth nothing where one is asked for
    assert.equal(await codeFor(one, bearer(strangers)), '401/30');
    assert.equal(await codeFor(one, bearer(bobs)), '200/0');
  });
});

describe('auth.validate_token', () => {
  it('says whose a token is and whether it holds, to admins', async () => {
    const token = await login(basic('ann', annsPassword));
    const { data } = await one.ask('auth.validate_token', { token }, root());
    assert.deepEqual(data, { valid: true, user: claimsOf(token)['sub'], company: 'd1bd92a3b039400cbafc60a7a5b1e52b' });
    await one.ask('auth.logout', {}, bearer(token));
    assert.equal((await one.ask('auth.validate_token', { token }, root())).data.valid, false);
    assert.equal((await one.ask('auth.validate_token', { token }, basic('ann', annsPassword))).code, '403/20');
  });
});

describe('credentials', () => {
  it('are made, listed, relabelled and revoked by their owner', async () => {
    const ann = basic('ann', annsPassword);
    const before = (await one.ask('auth.get_credentials', {}, ann)).data.credentials.length;
    const { credentials } = (await one.ask('auth.create_credentials', { label: 'laptop' }, ann)).data;
    assert.match(credentials.access_key, /^[A-Z0-9]{30}$/);
    assert.match(credentials.secret_key, /^[A-Za-z0-9][\w-]{66}$/);
    const pair = basic(credentials.access_key, credentials.secret_key);
    assert.equal(await codeFor(other, pair), '200/0');

    const { access_key } = credentials;
    assert.deepEqual((await one.ask('auth.edit_credentials', { access_key, label: 'desk' }, ann)).data, { updated: 1 });
    const list = (await one.ask('auth.get_credentials', {}, ann)).data.credentials;
    const { label, last_used, ...rest } = list.find((each: { access_key: string }) => each.access_key === access_key);
    assert.equal(label, 'desk');
    assert.match(last_used, /^20\d\d-.*\.\d{6}\+00:00$/);
    assert.ok(!JSON.stringify([list, rest]).includes(credentials.secret_key));
    for (const operation of ['auth.edit_credentials', 'auth.revoke_credentials']) {
      assert.equal((await one.ask(operation, { access_key }, (await makePair('bob')).headers)).code, '400/75', operation);
      assert.equal((await one.ask(operation, {}, ann)).code, '400/12', operation);
    }
    assert.deepEqual((await one.ask('auth.revoke_credentials', { access_key }, ann)).data, { revoked: 1 });
    assert.equal(await codeFor(other, pair), '401/22');
    assert.equal((await one.ask('auth.get_credentials', {}, ann)).data.credentials.length, before);
  });
});

describe('the log and the database', () => {
  it('hold no secret, token or password', async () => {
    const { credentials } = (await one.ask('auth.create_credentials', {}, root())).data;
    const token = await login(basic(credentials.access_key, credentials.secret_key));
    await one.ask('users.get_current_user', {}, bearer(`${token}x`));
    assert.ok((await listCredentials(access)).length > 0);
    const { rows } = await db.query<{ text: string }>({
      text: 'select users::text as text from users union all select credentials::text from credentials union all select ended_sessions::text from ended_sessions',
    });
    const kept = [...logLines, ...rows.map(({ text }) => text)].join('\n');
    for (const secret of [credentials.secret_key, token, annsPassword, one.firstKeyPair?.secret ?? '-']) {
      assert.ok(!kept.includes(secret));
    }
  });
});
