import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';

/** Texts that would do something if a page took them for more than texts. */
const hostile = {
  experiment: '"><svg onload="window.taken = 1"></svg>',
  run: '<img src=x onerror="window.taken = 1">',
  author: '<script>window.taken = 1</script>',
  param: "</td></table><script src='https://evil.example/x.js'></script>",
  tag: 'javascript:window.taken=1',
  note: '<iframe srcdoc="<script>parent.taken = 1</script>"></iframe>\n\u202e{{constructor.constructor("window.taken = 1")()}}',
  file: '<img src=x onerror=window.taken=1>.html',
} as const;

const server = await startTrackbridge(['--static-prefix', '/tracking']);
after(() => server.stop());

describe('the pages in a browser', { skip: noBrowser }, () => {
  let browser: Browser;
  let experimentId: string;
  let runId: string;
  const address = () => `${server.url}/tracking`;
  const runAddress = () => `${address()}/#/experiments/${experimentId}/runs/${runId}`;

  before(async () => {
    browser = await startBrowser();
    experimentId = (await call('experiments/create', { name: hostile.experiment })).experiment_id;
    runId = await logHostileRun();
  });
  after(async () => {
    await browser?.close();
  });

  // biome-ignore lint/suspicious/noExplicitAny: answers of the wire, read by the test that asked
  async function call(path: string, body: object): Promise<any> {
    const answer = await fetch(`${address()}/api/2.0/mlflow/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.equal(answer.status, 200, await answer.clone().text());
    return answer.json();
  }

  async function logHostileRun(): Promise<string> {
    const created = await call('runs/create', {
      experiment_id: experimentId,
      run_name: hostile.run,
      start_time: 1_700_000_000_000,
    });
    const run_id: string = created.run.info.run_id;
    await call('runs/log-batch', {
      run_id,
      params: [{ key: 'optimizer', value: hostile.param }],
      tags: [
        { key: 'link', value: hostile.tag },
        { key: 'mlflow.note.content', value: hostile.note },
        { key: 'mlflow.user', value: hostile.author },
      ],
      metrics: [
        { key: 'loss', value: 'NaN', step: '9007199254740993', timestamp: 1_700_000_000_000 },
        { key: 'val/accuracy', value: 0.1, step: 3, timestamp: '9223372036854775807' },
      ],
    });
    await call('runs/update', { run_id, status: 'FINISHED', end_time: 1_700_000_061_500 });
    const folder = `${address()}/api/2.0/mlflow-artifacts/artifacts/${experimentId}/${run_id}/artifacts`;
    for (const name of ['model/weights.bin', encodeURIComponent(hostile.file)]) {
      assert.equal((await fetch(`${folder}/${name}`, { method: 'PUT', body: 'bytes' })).status, 200, name);
    }
    return run_id;
  }

  /** Opens an address, lets `work` use the page, and sees that nothing went wrong meanwhile and nothing left this server. */
  async function visit(url: string, work: (page: Page) => Promise<void>): Promise<void> {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
    page.on('request', (request) => request.url().startsWith(address()) || faults.push(`elsewhere: ${request.url()}`));
    page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`));
    await page.goto(url);
    await page.locator('h1').waitFor();
    await work(page);
    assert.equal(await page.evaluate('window.taken'), undefined);
    assert.equal(await page.locator('main :is(img, svg, script, iframe)').count(), 0);
    await page.close();
    assert.deepEqual(faults, []);
  }

  const textOf = (page: Page) => page.locator('main').innerText();

  it('show a run by the address MLflow clients print, whatever users wrote in it, as text', async () => {
    await visit(runAddress(), async (page) => {
      await page.getByText(hostile.file).waitFor();
      const text = await textOf(page);
      for (const each of Object.values(hostile)) assert.ok(text.includes(each), each);
      assert.equal(await page.title(), `${hostile.run} · trackbridge`);
      assert.equal(await page.locator('h1 .status').innerText(), 'completed');
      assert.match(text, /Took\s+1 min 1 s/);
    });
  });

  it('show a run by every address ClearML clients print', async () => {
    const id = runId;
    for (const path of [
      `projects/${'0'.repeat(32)}/tasks/${id}/output/log`,
      `projects/*/experiments/${id}/output/log`,
      `pipelines/some%2Fproject/experiments/${id}`,
      `datasets/simple/${'0'.repeat(32)}/experiments/${id}`,
      `reports/${'0'.repeat(32)}/${id}`,
    ]) {
      await visit(`${address()}/${path}`, async (page) => {
        assert.equal(page.url(), `${address()}/bridge/#/runs/${id}`, path);
        assert.equal(await page.title(), `${hostile.run} · trackbridge`);
      });
    }
  });

  it('show a model by the address of ClearML, and lead to the run that made it', async () => {
    const params = [{ key: 'depth', value: hostile.param }];
    const model = (
      await call('logged-models', { experiment_id: experimentId, name: 'a model', source_run_id: runId, params, tags: [] })
    ).model.info.model_id as string;
    await visit(`${address()}/projects/x/models/${model.replace('m-', '')}/general`, async (page) => {
      assert.equal(await page.title(), 'a model · trackbridge');
      assert.ok((await textOf(page)).includes(hostile.param));
      await page.getByRole('link', { name: runId }).click();
      await page.getByRole('table', { name: 'Metrics' }).waitFor();
    });
  });

  it('say so when there is no run at an address of ClearML', async () => {
    const answered = await browser.newPage();
    await answered.goto(`${address()}/projects/x/tasks/${'f'.repeat(32)}/output/log`);
    await answered.locator('h1').waitFor();
    assert.equal(await answered.locator('h1').innerText(), 'This cannot be shown');
    await answered.close();
  });

  it('show numbers exactly as they were logged', async () => {
    await visit(runAddress(), async (page) => {
      const rows = await page.getByRole('table', { name: 'Metrics' }).locator('tbody tr').allInnerTexts();
      assert.match(rows[0] ?? '', /^loss\s+NaN\s+9007199254740993\s/);
      assert.match(rows[1] ?? '', /^val\/accuracy\s+0\.1\s+3\s+9223372036854775807 ms$/);
    });
  });

  it('lead by keyboard alone from the experiments to a run', async () => {
    await visit(`${address()}/`, async (page) => {
      assert.ok((await textOf(page)).includes(`export MLFLOW_TRACKING_URI=${address()}\n`));
      await page.getByRole('link', { name: hostile.experiment }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('table', { name: 'Runs' }).waitFor();
      await page.getByRole('link', { name: hostile.run }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('table', { name: 'Metrics' }).waitFor();
      assert.equal(page.url(), runAddress());
    });
  });

  it('save artifacts, in folders too, and open none of them', async () => {
    await visit(runAddress(), async (page) => {
      await page.getByText('model/').click();
      for (const name of ['weights.bin', hostile.file]) {
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
        assert.equal(await readFile(await download.path(), 'utf8'), 'bytes');
      }
      assert.equal(page.url(), runAddress());
    });
  });

  it('follow the colours the visitor prefers', async () => {
    await visit(runAddress(), async (page) => {
      const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
      await page.emulateMedia({ colorScheme: 'light' });
      assert.equal(await ground(), 'rgb(255, 255, 255)');
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.equal(await ground(), 'rgb(20, 24, 31)');
    });
  });

  it('say so when there is no page at an address', async () => {
    await visit(`${address()}/#/prompts/x`, async (page) => {
      assert.equal(await page.locator('h1').innerText(), 'Not here');
    });
  });
});
