import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/**
 * What MLflow's pages ask although they know it may not be there: whoever is signed in, on a server that asks nobody to sign in. The
 * original answers 404 to it as well.
 */
const expected404 = '/ajax-api/2.0/mlflow/users/current';

/** How long nothing must be asked until a page counts as complete. */
const QUIET_MS = 400;

/**
 * Opens one of MLflow's own pages in a browser, lets `work` use it, waits until it asks for nothing more, and sees that no request
 * failed, nothing was asked elsewhere, and no script broke.
 *
 * @param address of the pages, with a slash at its end
 * @param hash what stands after the address, `#/experiments` for instance
 * @param options such as the login the browser has
 */
export async function visit(
  browser: Browser,
  address: string,
  hash: string,
  work: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  const open = new Set<string>();
  // the end of a worker's script is never told
  page.on('request', (request) => ['fetch', 'xhr'].includes(request.resourceType()) && open.add(request.url()));
  page.on('requestfinished', (request) => open.delete(request.url()));
  page.on('requestfailed', (request) => open.delete(request.url()));
  page.on('response', (response) => {
    const isExpected = response.status() === 404 && new URL(response.url()).pathname.endsWith(expected404);
    if (response.status() >= 400 && !isExpected)
      faults.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    // the page itself gives up questions whose answer it needs no more
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') faults.push(`${reason} ${request.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) faults.push(`elsewhere: ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(address + hash);
  try {
    await work(page);
    await quiet(page, open);
  } catch (error) {
    const text = (await page.locator('body').innerText()).slice(0, 2000);
    throw new Error(`${hash}: ${faults.join('; ') || 'no request failed'}; the page says: ${text}`, { cause: error });
  }
  await context.close();
  assert.deepEqual(faults, [], hash);
}

/** Waits until no request has been open for a moment. */
async function quiet(page: Page, open: ReadonlySet<string>): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (let since = Date.now(); Date.now() - since < QUIET_MS; await page.waitForTimeout(50)) {
    if (open.size > 0) since = Date.now();
    if (Date.now() > deadline) throw new Error(`still open after 30 s: ${[...open].join(', ')}`);
  }
}

/** Waits until the page shows each of some texts. */
export async function see(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await page.getByText(text).first().waitFor({ timeout: 30_000 });
}
