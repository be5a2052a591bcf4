import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { generateKeyPair, SignJWT } from 'jose';
import { type OidcOptions, OidcProvider } from '../../src/access/oidc-provider.ts';
import { actorOfOidcToken } from '../../src/access/oidc-sign-in.ts';
import { addUser, listUsers } from '../../src/access/users.ts';
import { openDatabase } from '../../src/store/database.ts';
import { cloneDatabase } from '../support/database.ts';
import { startKeyIssuer } from '../support/key-issuer.ts';
import { newId } from '../support/new-id.ts';

const issuer = await startKeyIssuer();
const stranger = await startKeyIssuer();
const db = openDatabase(await cloneDatabase(), { connections: 4 });
after(() => db.close());

const now = () => new Date();
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

function providerWith(options: Partial<OidcOptions> = {}): OidcProvider {
  return new OidcProvider({
    issuer: issuer.issuer,
    clientId: 'bridge',
    clientSecret: 'a secret of this test, which is long enough',
    scopes: 'openid',
    nameClaim: 'preferred_username',
    groupsClaim: 'groups',
    adminGroups: [],
    allowedDomains: [],
    audiences: ['urn:other'],
    linksUsers: false,
    allowsHttp: true,
    ...options,
  });
}

const actorOf = (token: string, options: Partial<OidcOptions> = {}) =>
  actorOfOidcToken({ db, now, newId, oidc: providerWith(options) }, token);

describe('a token of the provider', () => {
  it('is good for one of our audiences, while it lasts', async () => {
    assert.equal((await actorOf(await issuer.token())).name, 'robot');
    assert.equal((await actorOf(await issuer.token({ aud: ['x', 'urn:other'] }))).name, 'robot');
    assert.equal((await actorOf(await issuer.token({ exp: inSeconds(-20) }))).name, 'robot');
  });

  it('is refused when it has expired, is not yet good, is for others or says too little', async () => {
    const wrong = [
      { exp: inSeconds(-40) },
      { exp: undefined },
      { nbf: inSeconds(90) },
      { aud: 'somebody-else' },
      { aud: undefined },
      { sub: undefined },
      { iss: stranger.issuer },
      { iss: `${issuer.issuer}/` },
    ];
    for (const claims of wrong) {
      await assert.rejects(actorOf(await issuer.token(claims)), { code: 'unauthenticated' }, JSON.stringify(claims));
    }
  });

  it('is refused when another key or a shared secret signed it', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const claims = { iss: issuer.issuer, aud: 'bridge', sub: 'admin', exp: inSeconds(60) };
    const sign = (header: { alg: string; kid?: string }, key: Parameters<SignJWT['sign']>[0]) =>
      new SignJWT(claims).setProtectedHeader(header).sign(key);
    const secret = new TextEncoder().encode('a secret of this test, which is long enough');
    const tokens = [
      await sign({ alg: 'RS256', kid: 'k' }, privateKey),
      await sign({ alg: 'RS256', kid: 'unknown' }, privateKey),
      await sign({ alg: 'HS256', kid: 'k' }, secret),
      await sign({ alg: 'HS256' }, secret),
      await stranger.token({ iss: issuer.issuer }),
    ];
    for (const token of tokens) await assert.rejects(actorOf(token), { code: 'unauthenticated' });
  });

  it('lets in only addresses of the allowed domains that were verified', async () => {
    const options = { allowedDomains: ['Example.org'] };
    const from = async (claims: object) => actorOf(await issuer.token({ sub: 'mail', ...claims }), options);
    assert.equal((await from({ email: 'a@EXAMPLE.org' })).name, 'a@EXAMPLE.org');
    const domains = [{}, { email: 'a@evil.example' }, { email: 'a@sub.example.org' }];
    for (const claims of [...domains, { email: 'a@example.org', email_verified: false }, { email: 7 }]) {
      await assert.rejects(from(claims), { code: 'forbidden' }, JSON.stringify(claims));
    }
  });

  it('changes the role only when it says something of groups', async () => {
    const options = { adminGroups: ['ops'] };
    const roleFor = async (claims: object) => (await actorOf(await issuer.token({ sub: 'grouped', ...claims }), options)).role;
    assert.equal(await roleFor({}), 'user');
    assert.equal(await roleFor({ groups: 'ops' }), 'admin');
    await addUser({ db, now, newId }, { name: 'other admin', role: 'admin' });
    assert.equal(await roleFor({}), 'admin');
    assert.equal(await roleFor({ groups: [] }), 'user');
  });

  it('is that of a user who is here already only when the operator says so', async () => {
    const id = await addUser({ db, now, newId }, { name: 'local', role: 'user' });
    const token = await issuer.token({ sub: 'local-1', preferred_username: 'local' });
    await assert.rejects(actorOf(token), { code: 'forbidden' });
    assert.equal((await actorOf(token, { linksUsers: true })).userId, id);
    const second = await issuer.token({ sub: 'local-2', preferred_username: 'local' });
    await assert.rejects(actorOf(second, { linksUsers: true }), { code: 'forbidden' });
  });

  it('makes one user, however many requests bring it at once', async () => {
    const token = await issuer.token({ sub: 'many' });
    const actors = await Promise.all(Array.from({ length: 8 }, () => actorOf(token)));
    assert.equal(new Set(actors.map(({ userId }) => userId)).size, 1);
    assert.equal((await listUsers({ db })).filter(({ name }) => name === 'many').length, 1);
  });

  it('names nobody by what is no name', async () => {
    for (const name of ['a:b', ' a', '', 'a\nb', 'a'.repeat(300)]) {
      const token = await issuer.token({ sub: 'odd', preferred_username: name });
      await assert.rejects(actorOf(token), { code: 'invalid' }, JSON.stringify(name));
    }
  });
});

describe('the end of a sign-in', () => {
  const redirect = 'http://127.0.0.1/login/oidc/callback';

  async function finish(claims: (nonce: string) => object, header: { kid?: string } = {}) {
    const provider = providerWith();
    const { login } = await provider.begin(redirect);
    issuer.idToken = await issuer.token({ sub: 'ann', ...claims(login.nonce) }, header);
    return await provider.finish(new URL(`${redirect}?code=c&state=${login.state}`), login);
  }

  it('takes a token that fits', async () => {
    assert.equal((await finish((nonce) => ({ nonce }))).sub, 'ann');
  });

  it('refuses a token of another sign-in, of another issuer, for others, or that has expired', async () => {
    const wrong: ((nonce: string) => object)[] = [
      () => ({}),
      () => ({ nonce: 'another' }),
      (nonce) => ({ nonce, iss: stranger.issuer }),
      (nonce) => ({ nonce, aud: 'somebody-else' }),
      (nonce) => ({ nonce, exp: inSeconds(-60) }),
      (nonce) => ({ nonce, sub: undefined }),
    ];
    for (const claims of wrong) await assert.rejects(finish(claims), { code: 'unauthenticated' }, claims.toString());
    await assert.rejects(
      finish((nonce) => ({ nonce }), { kid: 'unknown' }),
      { code: 'unauthenticated' },
    );
  });

  it('refuses a token that another key signed', async () => {
    const provider = providerWith();
    const { login } = await provider.begin(redirect);
    issuer.idToken = await stranger.token({ iss: issuer.issuer, nonce: login.nonce });
    await assert.rejects(provider.finish(new URL(`${redirect}?code=c&state=${login.state}`), login), { code: 'unauthenticated' });
  });
});
