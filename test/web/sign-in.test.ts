import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { startOidcProvider } from '../support/oidc-provider.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';

const provider = await startOidcProvider();
const client = ['--oidc-client-id', provider.clientId, '--oidc-client-secret', provider.clientSecret];
const server = await startTrackbridge(['--oidc-issuer', provider.issuer, '--oidc-allow-http', ...client]);
provider.serve(server.url);
after(() => server.stop());

describe('signing in with a browser', { skip: noBrowser }, () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await startBrowser();
    const context = await browser.newContext();
    page = await context.newPage();
    provider.accounts.set('ann', { sub: 'ann-1', preferred_username: 'ann <b>' });
  });
  after(async () => {
    await browser?.close();
  });

  it('leads to the provider and back to our page, which reads its data by the cookie', async () => {
    await page.goto(`${server.url}/`);
    assert.ok(page.url().startsWith(provider.issuer), page.url());
    await page.fill('input[name=login]', 'ann');
    await page.fill('input[name=password]', 'any');
    await page.click('button[type=submit]');
    await page.click('button[type=submit]');
    await page.getByRole('link', { name: 'Default', exact: true }).waitFor();
    assert.equal(page.url(), `${server.url}/`);
    assert.equal(await page.locator('.session bdi').textContent(), 'ann <b>');
    assert.equal(await page.evaluate('document.cookie'), '');
  });

  it('lets a page of ours write, and not one of another origin', async () => {
    const create = (name: string) =>
      `fetch(${JSON.stringify(`${server.url}/ajax-api/2.0/mlflow/experiments/create`)}, { method: 'POST', credentials: 'include', signal: AbortSignal.timeout(5000),
        headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: '${name}' }) }).then((one) => one.status, () => 0)`;
    assert.equal(await page.evaluate(create('ours')), 200);
    const other = await page.context().newPage();
    await other.goto(`${provider.issuer}/.well-known/openid-configuration`);
    assert.notEqual(await other.evaluate(create('theirs')), 200);
    await other.close();
  });

  it('signs out here and leads to the provider', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${provider.issuer}/session/end**`);
    const answer = await page.request.get(`${server.url}/bridge/v1/session`);
    assert.equal(answer.status(), 401);
  });
});
