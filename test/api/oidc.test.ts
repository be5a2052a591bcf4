import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Browsing, type Visited } from '../support/browsing.ts';
import { startOidcProvider } from '../support/oidc-provider.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';

const provider = await startOidcProvider();
const options = ['--oidc-issuer', provider.issuer, '--oidc-allow-http', '--oidc-client-id', provider.clientId];
const secret = ['--oidc-client-secret', provider.clientSecret, '--oidc-audience', provider.audience];
const server = await startTrackbridge([...options, ...secret, '--oidc-admin-group', 'bridge-admins']);
after(() => server.stop());
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
  });
});
