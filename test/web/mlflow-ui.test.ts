import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { see, visit } from '../support/mlflow-pages.ts';
import { runPython } from '../support/python.ts';
import { pythonVariable } from '../support/python-environments.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';

/** The environment in which the original MLflow is installed, with its pages. */
const environment = join(process.env[pythonVariable('mlflow3')] ?? '', '../..');

interface Logged {
  experiment: string;
  runs: [string, string];
  model: string;
  trace: string;
}

describe("MLflow's own pages under /mlflow/", { skip: noBrowser }, async () => {
  const server = await startTrackbridge(['--mlflow-ui', environment]);
  const logged = await runPython<Logged>('mlflow3', 'pages.py', server.url);
  const { experiment, runs, model, trace } = logged;
  const [first, second] = runs;
  const address = `${server.url}/mlflow/`;
  const run = `#/experiments/${experiment}/runs/${first}`;
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser?.close());

  /** Page by page, what of the record must be seen on it. */
  const pages: [title: string, hash: string, ...texts: string[]][] = [
    ['the home page', '#/', 'seen in pages'],
    ['the experiments', '#/experiments', 'seen in pages', 'Default'],
    ['the table of runs', `#/experiments/${experiment}/runs`, 'first run', 'second run', 'train-set', '2 matching runs'],
    ['the charts', `#/experiments/${experiment}/runs?compareRunsMode=CHART`, 'first run', 'loss', 'accuracy'],
    ['a run', run, 'first run', 'adamw of first run', '0.87654', 'team', 'train-set', 'echo of pages'],
    ['the metrics of a run', `${run}/model-metrics`, 'loss', 'accuracy'],
    ['the files of a run, with a text', `${run}/artifacts/notes/hello.txt`, 'hello.txt', 'text in the file 4711'],
    ['the traces of a run', `${run}/traces`, 'Traces'],
    [
      'the comparison of runs',
      `#/compare-runs?runs=${encodeURIComponent(JSON.stringify([first, second]))}&experiments=${encodeURIComponent(JSON.stringify([experiment]))}`,
      'adamw of first run',
      'adamw of second run',
    ],
    ['the logged models', `#/experiments/${experiment}/models`, 'echo', 'Ready'],
    ['a logged model', `#/experiments/${experiment}/models/${model}`, 'echo', model],
    ['the files of a logged model', `#/experiments/${experiment}/models/${model}/artifacts`, 'MLmodel'],
    ['the registered models', '#/models', 'echo of pages'],
    ['a registered model', '#/models/echo%20of%20pages', 'echo of pages', 'champion'],
    ['a version', '#/models/echo%20of%20pages/versions/1', 'words about the version'],
    ['the prompts', '#/prompts', 'prompt-of-pages'],
    ['a prompt', '#/prompts/prompt-of-pages', 'first words', 'kindly'],
    ['the usage of an experiment', `#/experiments/${experiment}/overview/usage`, 'Overview'],
    ['the traces', `#/experiments/${experiment}/traces`, 'life', 'helpful'],
    ['a trace', `#/experiments/${experiment}/traces?selectedEvaluationId=${trace}`, 'look_up', 'entry for life'],
    ['the judges', `#/experiments/${experiment}/judges`, 'Judges'],
    ['the datasets', `#/experiments/${experiment}/datasets`, 'questions of pages'],
    ['the evaluation runs', `#/experiments/${experiment}/evaluation-runs`, 'Evaluation runs'],
    ['the review queues', `#/experiments/${experiment}/review-queue`, 'Review'],
    ['the servers of tools', '#/mcp-registry', 'MCP'],
    ['the webhooks', '#/settings/webhooks', 'Webhooks'],
    ['the connections to models', '#/settings/llm-connections', 'Connections'],
    ['the prompts of an experiment', `#/experiments/${experiment}/prompts`, 'Prompts'],
    ['the sessions', `#/experiments/${experiment}/chat-sessions`, 'Sessions'],
    ['the quality of an experiment', `#/experiments/${experiment}/overview/quality`, 'Overview'],
    ['the settings', '#/settings', 'Settings'],
  ];
  for (const [title, hash, ...texts] of pages) {
    it(`show ${title} without a failed request`, () => visit(browser, address, hash, (page) => see(page, ...texts)));
  }

  it('show an HTML file in a frame that can do nothing to the page', async () => {
    await visit(browser, address, `${run}/artifacts/page.html`, async (page) => {
      await page.frameLocator('iframe').getByText('heading in the file 4712').waitFor();
      assert.doesNotMatch((await page.locator('iframe').getAttribute('sandbox')) ?? '', /same-origin/);
    });
  });

  it('find runs by a filter', async () => {
    await visit(browser, address, `#/experiments/${experiment}/runs`, async (page) => {
      await page.getByPlaceholder(/metrics\.rmse/).fill('metrics.accuracy > 0.5 and params.rate = "0.1"');
      await page.keyboard.press('Enter');
      await see(page, '1 matching run');
    });
  });

  it('write the description of a run', async () => {
    await visit(browser, address, `#/experiments/${experiment}/runs/${second}`, async (page) => {
      await see(page, 'second run');
      await page.locator('[aria-label*="escription"]').first().click();
      await page.locator('textarea').first().fill('words of a person');
      await page.getByRole('button', { name: 'Save' }).first().click();
      await see(page, 'words of a person');
    });
    const { run: changed } = (await (await fetch(`${server.url}/api/2.0/mlflow/runs/get?run_id=${second}`)).json()) as {
      run: { data: { tags: { key: string; value: string }[] } };
    };
    assert.ok(changed.data.tags.some(({ key, value }) => key === 'mlflow.note.content' && value === 'words of a person'));
  });

  it('lead from the experiments to a run and its files by clicks', async () => {
    await visit(browser, address, '#/experiments', async (page) => {
      await page.getByRole('link', { name: 'seen in pages' }).first().click();
      await page.getByText('Training runs').first().click();
      await page.getByRole('link', { name: 'first run' }).first().click();
      await see(page, 'adamw of first run');
      await page.getByText('Artifacts').first().click();
      await see(page, 'page.html');
    });
  });
});

describe("MLflow's own pages at /", { skip: noBrowser }, async () => {
  // found by itself, as in a shell in which the environment is active
  process.env['VIRTUAL_ENV'] = environment;
  const server = await startTrackbridge(['--home-page', 'mlflow', '--static-prefix', '/tracking']);
  const address = `${server.url}/tracking/`;
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser?.close());

  it('are found beside an active environment, named at the start, and work below a prefix', async () => {
    assert.match(server.output(), /MLflow's {3}http:\S+\/tracking\/, from .*mlflow\/server\/js\/build/);
    for (const hash of ['#/experiments', '#/experiments/0/runs', '#/models']) {
      await visit(browser, address, hash, (page) => see(page, 'Experiments'));
    }
  });

  it('leave ours at /bridge/, where the links of ClearML clients lead', async () => {
    const page = await browser.newPage();
    await page.goto(`${address}projects/x/tasks/${'f'.repeat(32)}/output/log`);
    await page.getByText('This cannot be shown').waitFor();
    assert.equal(page.url(), `${address}bridge/#/runs/${'f'.repeat(32)}`);
    await page.goto(`${address}bridge`);
    await page.getByText(`export MLFLOW_TRACKING_URI=${server.url}/tracking`, { exact: true }).waitFor();
    await page.close();
  });
});

describe("MLflow's own pages for people who sign in", { skip: noBrowser }, async () => {
  const server = await startTrackbridge(['--mlflow-ui', environment, '--auth', 'on']);
  const password = /name admin, password (\S+)/.exec(server.output())?.[1] ?? '';
  const login = { httpCredentials: { username: 'admin', password } };
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser?.close());

  for (const [hash, ...texts] of [
    ['#/experiments', 'Default', 'admin'],
    ['#/account', 'admin', 'Permissions'],
    ['#/admin', 'Users', 'Roles'],
  ] as const) {
    it(`show ${hash} without a failed request`, () =>
      visit(browser, `${server.url}/mlflow/`, hash, (page) => see(page, ...texts), login));
  }

  it('are shown to nobody else', async () => {
    for (const path of [
      '/mlflow/',
      '/mlflow/static-files/favicon.ico',
      '/mlflow/graphql',
      '/mlflow/ajax-api/2.0/mlflow/experiments/search',
    ]) {
      const { status } = await fetch(server.url + path, { method: path.endsWith('graphql') ? 'POST' : 'GET' });
      assert.equal(status, 401, path);
    }
  });
});
