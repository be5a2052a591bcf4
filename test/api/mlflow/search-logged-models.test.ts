import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Json } from '../../support/json.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';
import { sendRaw } from '../../support/wire-client.ts';

const server = await startTrackbridge();
after(() => server.stop());

/** Five models m0, m1, m2, m0, m1 numbered 0 to 4; 0 to 3 have metric acc 0, 0.3, 0.1, NaN, and 1 and 3 on data. */
describe('searchLoggedModels', () => {
  const numbers = new Map<string, number>();
  const ids: string[] = [];
  let experiment: string;

  before(async () => {
    experiment = (await post('experiments/create', { name: 'models' })).json.experiment_id;
    const run_id = (await post('runs/create', { experiment_id: experiment })).json.run.info.run_id;
    for (let at = 0; at < 5; at += 1) {
      const { json } = await post('logged-models', {
        experiment_id: experiment,
        name: `m${at % 3}`,
        model_type: at % 2 === 1 ? 'odd' : '',
        source_run_id: at === 0 ? run_id : '',
        params: [{ key: 'lr', value: `0.${at}` }],
        tags: [{ key: 'a b', value: `v${at}` }],
      });
      ids.push(json.model.info.model_id);
      numbers.set(json.model.info.model_id, at);
    }
    for (const [at, value] of [0, 0.3, 0.1, 'NaN'].entries()) {
      const data = at % 2 === 1 ? { dataset_name: `d${at}`, dataset_digest: 'x' } : {};
      await post('runs/log-metric', { run_id, key: 'acc', value: 7, timestamp: 1, model_id: ids[at], ...data });
      await post('runs/log-metric', { run_id, key: 'acc', value, timestamp: 2, model_id: ids[at], ...data });
    }
    await post(`logged-models/${ids[1]}`, { model_id: ids[1], status: 2 }, 'PATCH');
  });

  async function post(path: string, body: unknown, method = 'POST'): Promise<{ status: number; json: Json }> {
    const headers = { 'content-type': 'application/json' };
    const call = { method, path: `/api/2.0/mlflow/${path}`, headers, body: JSON.stringify(body) };
    const answer = await sendRaw(server.url, call);
    return { status: answer.status, json: JSON.parse(answer.body.toString()) };
  }

  async function search(body: object): Promise<{ found: number[]; next?: string }> {
    const { status, json } = await post('logged-models/search', { experiment_ids: [experiment], ...body });
    assert.equal(status, 200, `${JSON.stringify(body)}: ${JSON.stringify(json)}`);
    const found = (json.models ?? []).map((model: Json) => numbers.get(model.info.model_id));
    return { found, next: json.next_page_token };
  }

  async function refused(body: object): Promise<void> {
    const { status, json } = await post('logged-models/search', { experiment_ids: [experiment], ...body });
    assert.deepEqual([status, json.error_code], [400, 'INVALID_PARAMETER_VALUE'], JSON.stringify(body));
  }

  it('searchLoggedModels finds by attributes, params, tags and metrics, newest first', async () => {
    const cases: [filter: string, found: number[]][] = [
      ['', [4, 3, 2, 1, 0]],
      ["name = 'm1'", [4, 1]],
      ["attributes.name != 'm1' AND model_type = ''", [2, 0]],
      ["name LIKE 'M%'", []],
      ["name ilike 'M%'", [4, 3, 2, 1, 0]],
      ["name NOT IN ('m0', 'm2')", [4, 1]],
      ['name = m1', [4, 1]],
      [`model_id IN ('${ids[2]}', '${ids[0]}')`, [2, 0]],
      ["model_id LIKE 'm-%' AND source_run_id != ''", [0]],
      [`experiment_id = '${experiment}' AND artifact_location LIKE 'mlflow%'`, [4, 3, 2, 1, 0]],
      ['status = 2', [1]],
      ["status != '2'", [4, 3, 2, 0]],
      ["status = 'READY'", []],
      ["lifecycle_stage = 'deleted'", []],
      ["lifecycle_stage = 'active' AND creation_time > 0.5", [4, 3, 2, 1, 0]],
      ['last_updated_timestamp < 5', []],
      ["params.lr = '0.1'", [1]],
      ["tags.`a b` LIKE 'v%'", [4, 3, 2, 1, 0]],
      ['metrics.acc < 0.2', [2, 0]],
      ['metrics.acc = 7', [3, 2, 1, 0]],
      ['metrics.none != 0', []],
    ];
    for (const [filter, found] of cases) {
      assert.deepEqual((await search({ filter })).found, found, filter);
    }
  });

  it('searchLoggedModels looks at points measured on the data it is given', async () => {
    const x = { dataset_digest: 'x' };
    assert.deepEqual((await search({ datasets: [{ dataset_name: 'd1' }] })).found, [1]);
    assert.deepEqual(
      (
        await search({
          datasets: [
            { dataset_name: 'd1', ...x },
            { dataset_name: 'd3', ...x },
          ],
        })
      ).found,
      [3, 1],
    );
    assert.deepEqual((await search({ datasets: [{ dataset_name: 'd1', dataset_digest: 'y' }] })).found, []);
    assert.deepEqual((await search({ datasets: [{ dataset_name: 'd1', ...x }], filter: 'metrics.acc < 1' })).found, [1]);
    await refused({ datasets: [x] });
  });

  it('searchLoggedModels orders by attributes and the latest metric, NaN and missing ones last', async () => {
    const cases: [order: object[], found: number[]][] = [
      [[{ field_name: 'name' }], [3, 0, 4, 1, 2]],
      [
        [{ field_name: 'name', ascending: false }, { field_name: 'creation_timestamp' }],
        [2, 1, 4, 0, 3],
      ],
      [[{ field_name: 'metrics.acc' }], [0, 2, 1, 3, 4]],
      [[{ field_name: 'metrics.acc', ascending: false }], [1, 2, 0, 3, 4]],
      [[{ field_name: 'metrics.acc', dataset_name: 'd1', dataset_digest: 'x' }], [1, 4, 3, 2, 0]],
      [[{ field_name: 'status', ascending: false }], [1, 4, 3, 2, 0]],
      [[{ field_name: 'lifecycle_stage' }], [4, 3, 2, 1, 0]],
      [
        [{ field_name: 'lifecycle_stage' }, { field_name: 'name' }],
        [3, 0, 4, 1, 2],
      ],
      [[{ field_name: 'metrics.acc', dataset_digest: 'x', ascending: false }], [1, 3, 4, 2, 0]],
      [[{ field_name: 'metrics.`acc`' }], [4, 3, 2, 1, 0]],
    ];
    for (const [order_by, found] of cases) {
      assert.deepEqual((await search({ order_by })).found, found, JSON.stringify(order_by));
      const pages: number[] = [];
      for (let next: string | undefined = ''; next !== undefined; ) {
        const page = await search({ order_by, max_results: 2, page_token: next });
        pages.push(...page.found);
        next = page.next;
      }
      assert.deepEqual(pages, found, `pages of ${JSON.stringify(order_by)}`);
    }
  });

  it('searchLoggedModels takes double quotes for a part of keys and values, and ids by their whole text', async () => {
    const cases: [filter: string, found: number[]][] = [
      ['name = "m1"', []],
      ['params."lr" = 0.1', []],
      ['params.lr = 0.1', [1]],
      [`model_id = '${ids[2]?.slice(2)}'`, []],
      [`model_id NOT IN ('${ids[2]}', 'x')`, [4, 3, 1, 0]],
      ["model_type ILIKE 'O%' AND status_message != 'x'", []],
      ["model_type ILIKE 'O%'", [3, 1]],
    ];
    for (const [filter, found] of cases) assert.deepEqual((await search({ filter })).found, found, filter);
  });

  it('searchLoggedModels gives 50 models when no size is given, and 100 for the size 0', async () => {
    const { experiment_id } = (await post('experiments/create', { name: 'many models' })).json;
    await Promise.all(Array.from({ length: 101 }, () => post('logged-models', { experiment_id, name: 'm' })));
    const sizes = [{}, { max_results: 0 }, { max_results: 101 }].map(async (size) => {
      const { found, next } = await search({ experiment_ids: [experiment_id], ...size });
      return [found.length, next !== undefined];
    });
    assert.deepEqual(await Promise.all(sizes), [
      [50, true],
      [100, true],
      [101, false],
    ]);
  });

  it('searchLoggedModels refuses what it cannot read, and tokens of another search', async () => {
    for (const filter of ["bogus = 'x'", "foo.x = 'y'", 'metric.acc > 1', "name > 'a'", "metrics.acc > 'x'", 'name IS NULL']) {
      await refused({ filter });
    }
    for (const field_name of ['bogus', 'params.lr', 'attributes.name', '']) await refused({ order_by: [{ field_name }] });
    const { next } = await search({ max_results: 2 });
    await refused({ page_token: next, filter: "name = 'm1'" });
    await refused({ page_token: 'junk' });
    await refused({ max_results: -1 });
    await refused({ experiment_ids: ['abc'] });
    await refused({ filter: Array.from({ length: 101 }, () => "name = 'm1'").join(' AND ') });
    assert.deepEqual((await search({ experiment_ids: [] })).found, []);
    assert.deepEqual((await search({ experiment_ids: ['99999'], max_results: 0 })).found, []);
  });
});
