import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import type { Json } from '../../support/json.ts';

const { http, db } = await startApp();
const at = '/api/3.0/mlflow/datasets';

async function experiment(name: string): Promise<string> {
  const { body } = await http.post('/api/2.0/mlflow/experiments/create').send({ name }).expect(200);
  return body.experiment_id;
}

async function create(body: object = {}): Promise<Json> {
  const answer = await http
    .post(`${at}/create`)
    .send({ name: 'd', ...body })
    .expect(200);
  return answer.body.dataset;
}

async function write(id: string, records: unknown): Promise<Json> {
  const text = typeof records === 'string' ? records : JSON.stringify(records);
  const { body } = await http.post(`${at}/${id}/records`).send({ records: text }).expect(200);
  return body;
}

async function readText(id: string, query = ''): Promise<{ records: string; next_page_token?: string }> {
  return (await http.get(`${at}/${id}/records${query}`).expect(200)).body;
}

async function read(id: string): Promise<Json[]> {
  return JSON.parse((await readText(id)).records);
}

async function get(id: string): Promise<Json> {
  return (await http.get(`${at}/${id}`).expect(200)).body.dataset;
}

async function search(body: object): Promise<Json> {
  return (await http.post(`${at}/search`).send(body).expect(200)).body;
}

const names = (found: Json): string[] => (found.datasets ?? []).map(({ name }: Json) => name);

describe('evaluation datasets', () => {
  it('createDataset makes a dataset that getDataset reads, under both prefixes', async () => {
    const id = await experiment('made');
    const dataset = await create({ name: 'für alle 🚀', experiment_ids: [id, id], tags: '{"é": "ü", "mlflow.user": "ann"}' });
    assert.match(dataset.dataset_id, /^d-[0-9a-f]{32}$/);
    assert.match(dataset.digest, /^[0-9a-f]{8}$/);
    assert.equal(dataset.tags, '{"mlflow.user": "ann", "\\u00e9": "\\u00fc"}');
    assert.equal(dataset.created_by, 'ann');
    assert.equal(dataset.created_time, dataset.last_update_time);
    const { experiment_ids, ...rest } = dataset;
    assert.deepEqual(await get(dataset.dataset_id), rest);
    const twin = await http.get(`/ajax-api/3.0/mlflow/datasets/${dataset.dataset_id}/experiment-ids`).expect(200);
    assert.deepEqual(twin.body, { experiment_ids: [id] });
  });

  it('createDataset is all or nothing', async () => {
    await http
      .post(`${at}/create`)
      .send({ name: 'half', experiment_ids: [await experiment('half'), '99999'] })
      .expect(404);
    assert.deepEqual(names(await search({ filter_string: "name = 'half'" })), []);
  });

  it('ids of any form are looked up and not found', async () => {
    for (const id of ['nope', `d-${'0'.repeat(32)}`, '%27', 'd-%00', '..%2f..', 'x'.repeat(5000)]) {
      const answer = await http.get(`${at}/${id}`);
      assert.ok([400, 404].includes(answer.status), `${id}: ${answer.status}`);
    }
  });

  it('deleteDataset takes records, tags and links along', async () => {
    const { dataset_id } = await create({ experiment_ids: [await experiment('cascade')], tags: '{"a": "b"}' });
    await write(dataset_id, [{ inputs: { a: 1 } }]);
    await http.delete(`${at}/${dataset_id}`).expect(200);
    for (const table of ['evaluation_records', 'evaluation_dataset_tags', 'evaluation_dataset_projects']) {
      const { rowCount } = await db.query({ text: `select from ${table} where dataset_id = $1`, values: [dataset_id] });
      assert.equal(rowCount, 0, table);
    }
  });
});

describe('records of evaluation datasets', () => {
  it('upsertDatasetRecords keeps every value that Python writes', async () => {
    const { dataset_id } = await create();
    const inputs =
      '{"nan": NaN, "inf": -Infinity, "big": 12345678901234567890, "small": 1e-300, "text": "NaN \\u0000 \\ud83d\\ude80", "__proto__": {"a": [{}, []]}}';
    assert.deepEqual(await write(dataset_id, `[{"inputs": ${inputs}}]`), { inserted_count: 1, updated_count: 0 });
    const { records } = await readText(dataset_id);
    assert.ok(records.includes(`"inputs": ${inputs}`), records);
    assert.deepEqual(await write(dataset_id, records), { inserted_count: 0, updated_count: 1 });
    const { schema } = await get(dataset_id);
    assert.deepEqual(Object.entries(JSON.parse(schema).inputs), [
      ['nan', 'float'],
      ['inf', 'float'],
      ['big', 'integer'],
      ['small', 'float'],
      ['text', 'string'],
      ['__proto__', 'object'],
    ]);
  });

  it('upsertDatasetRecords merges what has the same inputs, within one call too', async () => {
    const { dataset_id, digest } = await create();
    const first = { inputs: { a: { x: 1, y: 2 } }, expectations: { e: 1 }, tags: { t: '1', 'mlflow.user': 'ann' } };
    const second = { inputs: { a: { y: 2, x: 1 } }, expectations: { e: 2, f: 3 }, outputs: 'o', source: { source_type: 'CODE' } };
    assert.deepEqual(await write(dataset_id, [first, second, { inputs: { a: 1 } }, { inputs: { a: '1' } }]), {
      inserted_count: 3,
      updated_count: 1,
    });
    const [merged, ...others] = await read(dataset_id);
    assert.deepEqual(merged.expectations, { e: 2, f: 3 });
    assert.deepEqual(merged.tags, { t: '1', 'mlflow.user': 'ann' });
    assert.equal(merged.outputs, 'o');
    assert.equal(merged.source, undefined);
    assert.equal(merged.last_updated_by, 'ann');
    assert.deepEqual(
      others.map(({ inputs }) => inputs),
      [{ a: 1 }, { a: '1' }],
    );
    const changed = await get(dataset_id);
    assert.notEqual(changed.digest, digest);
    assert.equal(changed.profile, '{"num_records": 3}');
  });

  it('writers of one dataset at once lose nothing and write nothing twice', async () => {
    const { dataset_id } = await create();
    const writers = Array.from({ length: 6 }, (_, writer) =>
      write(
        dataset_id,
        Array.from({ length: 20 }, (_, n) => ({ inputs: { n }, expectations: { [`e${writer}`]: n } })),
      ),
    );
    const counts = await Promise.all(writers);
    assert.equal(
      counts.reduce((sum, { inserted_count }) => sum + inserted_count, 0),
      20,
    );
    const records = await read(dataset_id);
    assert.equal(records.length, 20);
    for (const { expectations } of records) assert.equal(Object.keys(expectations).length, 6);
  });

  it('getDatasetRecords goes through all pages in the order of writing', async () => {
    const { dataset_id } = await create();
    const numbers = Array.from({ length: 25 }, (_, n) => n);
    await write(
      dataset_id,
      numbers.map((n) => ({ inputs: { n } })),
    );
    const found: number[] = [];
    let token: string | undefined;
    do {
      const page = await readText(dataset_id, `?max_results=7${token ? `&page_token=${token}` : ''}`);
      found.push(...JSON.parse(page.records).map(({ inputs }: Json) => inputs.n));
      token = page.next_page_token;
    } while (token);
    assert.deepEqual(found, numbers);
  });

  it('deleteDatasetRecords counts what it deleted, of this dataset alone', async () => {
    const mine = (await create()).dataset_id;
    const other = (await create()).dataset_id;
    for (const id of [mine, other]) await write(id, [{ inputs: { a: 1 } }, { inputs: { a: 2 } }]);
    const ids = [...(await read(mine)), ...(await read(other))].map(({ dataset_record_id }) => dataset_record_id);
    const send = () => http.delete(`${at}/${mine}/records`).send({ dataset_record_ids: [...ids, 'nope'] });
    assert.deepEqual((await send().expect(200)).body, { deleted_count: 2 });
    assert.deepEqual((await send().expect(200)).body, { deleted_count: 0 });
    assert.equal((await get(mine)).profile, 'null');
    assert.equal((await read(other)).length, 2);
  });

  it('refuses what is no record, and says which part', async () => {
    const { dataset_id } = await create();
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const [records, says] of [
      ['{', 'records'],
      ['5', 'records'],
      ['[5]', 'records'],
      ['[{"inputs": 5}]', 'inputs'],
      ['[{"inputs": {"a": 1}}, {"inputs": {"b": 1}, "tags": 5}]', 'tags'],
      ['[{"inputs": {}, "source": {"source_type": "x"}}]', 'source_type'],
      [`[{"inputs": {"a": ${deep}}}]`, 'nested'],
    ] as const) {
      const { body } = await http.post(`${at}/${dataset_id}/records`).send({ records }).expect(400);
      assert.equal(body.error_code, 'INVALID_PARAMETER_VALUE');
      assert.ok(body.message.includes(says), body.message);
    }
    assert.deepEqual(await read(dataset_id), []);
  });
});

describe('searchEvaluationDatasets', () => {
  it('finds by every condition the language has', async () => {
    const id = await experiment('searched');
    await create({ name: 'alpha_1', experiment_ids: [id], tags: '{"env": "prod", "mlflow.user": "ann"}' });
    await create({ name: 'Alpha%2', experiment_ids: [id], tags: '{"env": "dev"}' });
    const found = async (filter_string: string) => names(await search({ experiment_ids: [id], filter_string }));
    assert.deepEqual(await found("name LIKE 'alpha\\_%'"), ['alpha_1']);
    assert.deepEqual(await found("name ILIKE 'ALPHA%'"), ['Alpha%2', 'alpha_1']);
    assert.deepEqual(await found("name IN ('alpha_1', 'nope') AND tags.env = 'prod' AND created_by = 'ann'"), ['alpha_1']);
    assert.deepEqual(await found('created_time > 0 AND last_update_time < 99999999999999999999'), ['Alpha%2', 'alpha_1']);
    assert.deepEqual(await found("tags.env != 'prod'"), ['Alpha%2']);
    assert.deepEqual(await found("tags.nope != 'prod'"), []);
  });

  it('pages by place: a dataset that appears meanwhile moves no other', async () => {
    const id = await experiment('paged');
    for (const name of ['a', 'b', 'c', 'd', 'e']) await create({ name, experiment_ids: [id] });
    const query = { experiment_ids: [id], order_by: ['name DESC'], max_results: 2 };
    const first = await search(query);
    assert.deepEqual(names(first), ['e', 'd']);
    await create({ name: 'z', experiment_ids: [id] });
    const second = await search({ ...query, page_token: first.next_page_token });
    assert.deepEqual(names(second), ['c', 'b']);
    const last = await search({ ...query, page_token: second.next_page_token });
    assert.deepEqual([names(last), last.next_page_token], [['a'], undefined]);
    const { body } = await http
      .post(`${at}/search`)
      .send({ ...query, order_by: ['name'], page_token: first.next_page_token })
      .expect(400);
    assert.ok(body.message.includes('page_token'), body.message);
  });
});
