import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openDatabase } from '../../src/store/database.ts';
import { Browsing, type Visited } from '../support/browsing.ts';
import { startOidcProvider } from '../support/oidc-provider.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';
import { sendRaw } from '../support/wire-client.ts';

const provider = await startOidcProvider();
const options = ['--oidc-issuer', provider.issuer, '--oidc-allow-http', '--oidc-client-id', provider.clientId];
const more = ['--oidc-client-secret', provider.clientSecret, '--oidc-audience', provider.audience];
const server = await startTrackbridge([...options, ...more, '--oidc-admin-group', 'bridge-admins']);
const db = openDatabase(server.databaseUrl, { connections: 1 });
after(async () => {
  await db.close();
  await server.stop();
});
const { url } = server;
provider.serve(url);

/** Goes through the provider's pages as a person does. @returns where that led to */
async function signIn(browsing: Browsing, login: string, from = `${url}/`): Promise<Visited> {
  const form = await browsing.open(from);
  assert.ok(form.url.startsWith(provider.issuer), `${form.status} ${form.url} ${form.text}`);
  const consent = await browsing.submit(form, { login, password: 'any' });
  return await browsing.submit(consent);
}

async function whoIs(browsing: Browsing) {
  const { status, text } = await browsing.open(`${url}/bridge/v1/session`, { headers: { accept: 'application/json' } });
  return { status, ...JSON.parse(text) };
}

describe('signing in at an OpenID provider', () => {
  it('makes a user of somebody new, shows what was asked for and keeps them signed in', async () => {
    provider.accounts.set('ann', { sub: 'ann-1', preferred_username: 'ann', name: 'Ann', email: 'ann@example.org' });
    const browsing = new Browsing();
    const page = await signIn(browsing, 'ann', `${url}/?x=1`);
    assert.equal(page.url, `${url}/?x=1`);
    assert.equal(page.status, 200);
    assert.deepEqual(await whoIs(browsing), { status: 200, name: 'ann', role: 'user', ends: true });
    const again = await browsing.open(`${url}/`);
    assert.equal(again.status, 200);
  });

  it('keeps the cookie from scripts and from other sites', async () => {
    const form = await new Browsing().open(`${url}/login/oidc`, {}, false);
    assert.match(form.headers.get('set-cookie') ?? '', /; Path=\/; HttpOnly; SameSite=Lax$/);
    const location = new URL(form.headers.get('location') ?? '');
    assert.equal(location.searchParams.get('code_challenge_method'), 'S256');
    for (const name of ['state', 'nonce', 'code_challenge'])
      assert.ok((location.searchParams.get(name) ?? '').length >= 32, name);
  });

  it('knows somebody again by what never changes, under the name they came with first', async () => {
    provider.accounts.set('carl', { sub: 'carl-1', preferred_username: 'carl' });
    await signIn(new Browsing(), 'carl');
    provider.accounts.set('carl', { sub: 'carl-1', preferred_username: 'admin' });
    const browsing = new Browsing();
    await signIn(browsing, 'carl');
    assert.equal((await whoIs(browsing)).name, 'carl');
  });

  it('lets nobody in under the name of a user that is here already', async () => {
    provider.accounts.set('mallory', { sub: 'mallory-1', preferred_username: 'admin' });
    const page = await signIn(new Browsing(), 'mallory');
    assert.equal(page.status, 403);
    assert.match(page.text, /is that of another user/);
  });

  it('makes admins of the members of a group, for as long as they are that', async () => {
    provider.accounts.set('dora', { sub: 'dora-1', preferred_username: 'dora', groups: ['x', 'bridge-admins'] });
    const browsing = new Browsing();
    await signIn(browsing, 'dora');
    assert.equal((await whoIs(browsing)).role, 'admin');
    provider.accounts.set('dora', { sub: 'dora-1', preferred_username: 'dora', groups: ['bridge-admins2'] });
    await signIn(new Browsing(), 'dora');
    assert.equal((await whoIs(browsing)).role, 'user');
  });

  it('refuses who is disabled here, at the next request and at the next sign-in', async () => {
    provider.accounts.set('eve', { sub: 'eve-1', preferred_username: 'eve' });
    const browsing = new Browsing();
    await signIn(browsing, 'eve');
    await db.query({ text: "update users set disabled_at = now() where name = 'eve'" });
    assert.equal((await whoIs(browsing)).status, 401);
    const page = await signIn(new Browsing(), 'eve');
    assert.equal(page.status, 403);
    assert.match(page.text, /disabled/);
  });

  it('shows names and errors as text, whatever is in them', async () => {
    provider.accounts.set('html', { sub: 'html-1', preferred_username: '<script>alert(1)</script>' });
    await signIn(new Browsing(), 'html');
    await db.query({ text: "update users set disabled_at = now() where name like '<script%'" });
    const page = await signIn(new Browsing(), 'html');
    assert.ok(!page.text.includes('<script'), page.text);
    const told = await new Browsing().open(`${url}/login/oidc/callback?error=%3Cscript%3E&state=x`);
    assert.ok(!told.text.includes('<script'), told.text);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  });
});

describe('an answer of the provider', () => {
  /** Goes on until the provider has sent the browser back, and opens nothing more. */
  async function comeBack(browsing: Browsing): Promise<string> {
    provider.accounts.set('ann', { sub: 'ann-1', preferred_username: 'ann' });
    const form = await browsing.open(`${url}/login/oidc`);
    const consent = await browsing.submit(form, { login: 'ann', password: 'any' });
    let answer = await browsing.submit(consent, {}, false);
    for (;;) {
      const location = new URL(answer.headers.get('location') ?? assert.fail(answer.text), answer.url).href;
      if (location.startsWith(url)) return location;
      answer = await browsing.open(location, {}, false);
    }
  }

  async function refused(browsing: Browsing, address: string) {
    const page = await browsing.open(address);
    assert.equal(page.status, 401, page.text);
    assert.match(page.text, /You are not signed in/);
    assert.equal(page.headers.get('www-authenticate'), null);
    assert.equal((await whoIs(browsing)).status, 401);
  }

  it('is good once', async () => {
    const browsing = new Browsing();
    const address = await comeBack(browsing);
    assert.equal((await browsing.open(address)).status, 200);
    browsing.setCookie('clearml_token_basic', 'x');
    await refused(browsing, address);
  });

  it('is of no use in another browser', async () => {
    await refused(new Browsing(), await comeBack(new Browsing()));
  });

  it('does not fit another sign-in of the same browser', async () => {
    const browsing = new Browsing();
    const first = new URL(await comeBack(browsing));
    const second = await browsing.open(`${url}/login/oidc`, {}, false);
    const other = new URL(second.headers.get('location') ?? '').searchParams.get('state') ?? '';
    first.searchParams.set('state', other);
    await refused(browsing, first.href);
  });

  it('is refused when it is changed, is no answer, or says that the person was turned away', async () => {
    for (const [name, value] of [
      ['state', 'x'],
      ['code', 'x'],
      ['iss', 'https://evil.example'],
      ['state', ''],
    ] as const) {
      const browsing = new Browsing();
      const address = new URL(await comeBack(browsing));
      address.searchParams.set(name, value);
      await refused(browsing, address.href);
    }
    await refused(new Browsing(), `${url}/login/oidc/callback`);
    await refused(new Browsing(), `${url}/login/oidc/callback?error=access_denied`);
  });

  it('is refused when what the browser kept was changed', async () => {
    const browsing = new Browsing();
    const address = await comeBack(browsing);
    const kept = browsing.cookie('trackbridge_login_') ?? '';
    browsing.setCookie('trackbridge_login_', kept.slice(0, 40) + (kept[40] === 'A' ? 'B' : 'A') + kept.slice(41));
    await refused(browsing, address);
  });

  it('leads back to this server alone', async () => {
    for (const to of ['https://evil.example/', '/\\evil.example', 'x', `/${'a'.repeat(2000)}`, '/\r\nx: y']) {
      const page = await new Browsing().open(`${url}/login/oidc?return=${encodeURIComponent(to)}`, {}, false);
      assert.equal(page.status, 400, to);
    }
    const browsing = new Browsing();
    const page = await signIn(browsing, 'ann', `${url}/login/oidc?return=${encodeURIComponent('//evil.example/x')}`);
    assert.ok(page.url.startsWith(`${url}//evil.example`), page.url);
  });
});

describe('a browser without a session', () => {
  it('is led to the provider from every page, while programs are told that they need a login', async () => {
    for (const path of ['/', '/bridge/v1/projects', '/api/2.0/mlflow/experiments/get?experiment_id=0']) {
      const page = await new Browsing().open(url + path, {}, false);
      assert.equal(page.status, 303, path);
      assert.equal(page.headers.get('location'), `${url}/login/oidc?return=${encodeURIComponent(path)}`);
      const program = await fetch(url + path);
      assert.equal(program.status, 401, path);
      assert.match(program.headers.get('www-authenticate') ?? '', /^Basic/);
    }
  });

  it('can still sign in with a password of this server', async () => {
    const page = await new Browsing().open(`${url}/login`);
    assert.match(page.text, /href="login\/oidc"[\s\S]*href="login\/password"/);
    const asked = await new Browsing().open(`${url}/login/password`);
    assert.equal(asked.status, 401);
    const password = /password (\S+) \(shown/.exec(server.output())?.[1] ?? '';
    const browsing = new Browsing();
    const authorization = `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;
    await browsing.open(`${url}/login/password`, { headers: { authorization } });
    assert.deepEqual(await whoIs(browsing), { status: 200, name: 'admin', role: 'admin', ends: true });
  });
});

describe('the session of a browser', () => {
  it('may write from our own pages and from no others', async () => {
    const browsing = new Browsing();
    await signIn(browsing, 'ann');
    const post = (name: string, headers: Record<string, string>) =>
      browsing.open(`${url}/ajax-api/2.0/mlflow/experiments/create`, {
        ...create(name),
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      });
    assert.equal((await post('own page', { origin: url, 'sec-fetch-site': 'same-origin' })).status, 200);
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ];
    for (const headers of foreign) {
      const { status } = await post('foreign page', headers);
      assert.ok(status === 401 || status === 403, JSON.stringify(headers));
    }
  });

  it('is there for somebody who follows a link from another site, and not for a frame in it', async () => {
    const browsing = new Browsing();
    await signIn(browsing, 'ann');
    const cookie = `clearml_token_basic=${browsing.cookie('clearml_token_basic')}`;
    const statusFor = async (more: Record<string, string>) => {
      const headers = { accept: 'text/html', cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', ...more };
      return (await sendRaw(url, { method: 'GET', path: '/', headers, body: '' })).status;
    };
    assert.equal(await statusFor({ 'sec-fetch-dest': 'document' }), 200);
    assert.equal(await statusFor({ 'sec-fetch-dest': 'iframe' }), 403);
    assert.equal(await statusFor({ 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'no-cors' }), 403);
  });

  it('ends for good when they sign out, and the browser is led to sign out at the provider', async () => {
    const browsing = new Browsing();
    await signIn(browsing, 'ann');
    const token = browsing.cookie('clearml_token_basic') ?? '';
    const { text } = await browsing.open(`${url}/logout`, { method: 'POST', headers: { origin: url } });
    assert.ok(JSON.parse(text).next.startsWith(`${provider.issuer}/session/end?client_id=bridge`), text);
    assert.equal(browsing.cookie('clearml_token_basic'), undefined);
    const answer = await fetch(`${url}/bridge/v1/session`, { headers: { cookie: `clearml_token_basic=${token}` } });
    assert.equal(answer.status, 401);
  });
});

describe('a machine with a token of the provider', () => {
  it('is a user of its own', async () => {
    const authorization = `Bearer ${await provider.machineToken()}`;
    const answers = await Promise.all([1, 2, 3].map(() => fetch(`${url}/bridge/v1/session`, { headers: { authorization } })));
    for (const answer of answers) assert.deepEqual(await answer.json(), { name: 'robot', role: 'user', ends: false });
    const created = await fetch(`${url}/api/2.0/mlflow/experiments/create`, {
      ...create('by a robot'),
      headers: { authorization, 'content-type': 'application/json' },
    });
    assert.equal(created.status, 200, await created.text());
  });

  it('is refused with a token that was changed', async () => {
    const token = await provider.machineToken();
    const [header = '', payload = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const other = Buffer.from(JSON.stringify({ ...claims, sub: 'admin' })).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    for (const wrong of [`${header}.${other}.${signature}`, `${none}.${payload}.x`, `${header}.${payload}.x`]) {
      const answer = await fetch(`${url}/bridge/v1/session`, { headers: { authorization: `Bearer ${wrong}` } });
      assert.equal(answer.status, 401);
    }
  });
});

describe('a provider that is not there', () => {
  it('is said so, and does not keep out who is signed in or has a password', async () => {
    const browsing = new Browsing();
    await signIn(browsing, 'ann');
    const alone = await startTrackbridge(['--oidc-issuer', 'http://127.0.0.1:9', '--oidc-allow-http', '--oidc-client-id', 'x']);
    const page = await new Browsing().open(`${alone.url}/`);
    assert.equal(page.status, 503);
    assert.match(page.text, /cannot be asked now/);
    assert.equal((await whoIs(browsing)).status, 200);
    await alone.stop();
  });
});

function create(name: string): RequestInit {
  return { method: 'POST', body: JSON.stringify({ name }) };
}
