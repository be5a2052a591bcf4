import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import type { Json } from '../../support/json.ts';

const { http } = await startApp();
const queues = '/api/3.0/mlflow/review-queues';
const schemas = '/api/3.0/mlflow/label-schemas';

let experiment: string;
before(async () => {
  const { body } = await http.post('/api/2.0/mlflow/experiments/create').send({ name: 'reviewed' }).expect(200);
  experiment = body.experiment_id;
});

async function schema(name: string, more: object = {}): Promise<Json> {
  const send = { experiment_id: experiment, name, type: 'FEEDBACK', input: { text: {} }, ...more };
  return (await http.post(`${schemas}/create`).send(send).expect(200)).body.label_schema;
}

async function queue(name: string, more: object = {}): Promise<Json> {
  const send = { experiment_id: experiment, name, queue_type: 'CUSTOM', ...more };
  return (await http.post(`${queues}/create`).send(send).expect(200)).body.review_queue;
}

async function trace(trace_id: string, experiment_id = experiment): Promise<void> {
  const trace_location = { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id } };
  const trace_info = { trace_id, trace_location, request_time: '2024-01-01T00:00:00Z', state: 'OK' };
  await http.post('/api/3.0/mlflow/traces').send({ trace: { trace_info } }).expect(200);
}

describe('label schemas', () => {
  it('listLabelSchemas makes the default question once, however many list at once', async () => {
    const { body } = await http.post('/api/2.0/mlflow/experiments/create').send({ name: 'fresh' }).expect(200);
    const list = () => http.get(`${schemas}/list`).query({ experiment_id: body.experiment_id }).expect(200);
    const answers = await Promise.all(Array.from({ length: 8 }, list));
    const ids = new Set(answers.flatMap((answer) => answer.body.label_schemas.map((one: Json) => one.schema_id)));
    assert.equal(ids.size, 1);
    const [schema_id] = [...ids];
    await http.patch(`${schemas}/update`).send({ schema_id, name: 'x' }).expect(400);
    await http.delete(`${schemas}/delete`).send({ schema_id }).expect(400);
  });

  it('createLabelSchema keeps every input as it is given', async () => {
    for (const [index, input] of [
      { pass_fail: { positive_label: '👍', negative_label: 'é'.repeat(64) } },
      { categorical: { options: ['🚀'.repeat(64), ' '], multi_select: true } },
      { numeric: { min_value: -0.5, max_value: 1e300 } },
      { numeric: {} },
      { text: { max_length: 2 ** 40 } },
      { text: {} },
    ].entries()) {
      const made = await schema(`input ${index}`, { input });
      assert.deepEqual(made.input, input);
      const { body } = await http.get(`${schemas}/get`).query({ schema_id: made.schema_id }).expect(200);
      assert.deepEqual(body.label_schema, made);
    }
  });

  it('refuses what no question can be, and says which field', async () => {
    const bad: readonly (readonly [more: object, says: string])[] = [
      [{ name: 'x'.repeat(251) }, 'name'],
      [{ name: 'FEEDBACK' }, 'name'],
      [{ instruction: 'x'.repeat(1001) }, 'instruction'],
      [{ type: 'LABEL_SCHEMA_TYPE_UNSPECIFIED' }, 'type'],
      [{ input: {} }, 'input'],
      [{ input: { categorical: { options: ['🚀'.repeat(65)] } } }, 'options'],
      [{ input: { numeric: { min_value: 'Infinity' } } }, 'input'],
      [{ input: { text: { max_length: '9223372036854775808' } } }, 'max_length'],
    ];
    for (const [more, says] of bad) {
      const send = { experiment_id: experiment, name: 'bad', type: 'FEEDBACK', input: { text: {} }, ...more };
      const { body } = await http.post(`${schemas}/create`).send(send).expect(400);
      assert.equal(body.error_code, 'INVALID_PARAMETER_VALUE');
      assert.ok(body.message.includes(says), body.message);
    }
  });

  it('pages of label schemas hold each once, newest first', async () => {
    const { body } = await http.post('/api/2.0/mlflow/experiments/create').send({ name: 'paged' }).expect(200);
    for (let n = 0; n < 5; n += 1) await schema(`n${n}`, { experiment_id: body.experiment_id });
    const found: string[] = [];
    let page_token = '';
    do {
      const query = { experiment_id: body.experiment_id, max_results: 2, page_token };
      const page = (await http.get(`${schemas}/list`).query(query).expect(200)).body;
      found.push(...page.label_schemas.map(({ name }: Json) => name));
      page_token = page.next_page_token;
    } while (page_token !== '');
    assert.deepEqual(found.toSorted(), ['Feedback', 'n0', 'n1', 'n2', 'n3', 'n4']);
  });
});

describe('review queues', () => {
  it('getOrCreateUserQueue makes one queue, however many ask at once', async () => {
    const send = () => http.post(`${queues}/get-or-create-user`).send({ experiment_id: experiment, user: ' Ünal ' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => send().expect(200)));
    assert.equal(new Set(answers.map(({ body }) => body.review_queue.queue_id)).size, 1);
    const { name, users, created_by } = answers[0]?.body.review_queue ?? {};
    assert.deepEqual([name, users, created_by], ['ünal', ['ünal'], 'ünal']);
  });

  it('addItemsToReviewQueue takes all traces or none', async () => {
    const { queue_id } = await queue('all or none');
    await trace('tr-there');
    const add = (item_ids: string[]) => http.post(`${queues}/items/add`).send({ queue_id, item_ids });
    const { body } = await add(['tr-there', 'tr-missing']).expect(404);
    assert.ok(body.message.includes('tr-missing'), body.message);
    const list = await http.get(`${queues}/items/list`).query({ queue_id }).expect(200);
    assert.deepEqual(list.body, { next_page_token: '' });
    await add(['tr-there']).expect(200);
  });

  it('questions of a queue stay while there are items in it', async () => {
    const { schema_id } = await schema('frozen');
    const { queue_id } = await queue('frozen');
    await trace('tr-frozen');
    const change = () => http.post(`${queues}/update`).send({ queue_id, update_schema_ids: true, schema_ids: [schema_id] });
    await http
      .post(`${queues}/items/add`)
      .send({ queue_id, item_ids: ['tr-frozen'] })
      .expect(200);
    await change().expect(400);
    await http
      .post(`${queues}/items/remove`)
      .send({ queue_id, item_ids: ['tr-frozen'] })
      .expect(200);
    assert.deepEqual((await change().expect(200)).body.review_queue.schema_ids, [schema_id]);
  });

  it('setReviewQueueItemStatus remembers the first who completed an item, until it is opened again', async () => {
    const { queue_id } = await queue('completed');
    await trace('tr-completed');
    await http
      .post(`${queues}/items/add`)
      .send({ queue_id, item_ids: ['tr-completed'] })
      .expect(200);
    const set = async (status: string, completed_by?: string) => {
      const send = { queue_id, item_id: 'tr-completed', status, completed_by };
      return (await http.post(`${queues}/items/set-status`).send(send).expect(200)).body.item;
    };
    assert.equal((await set('COMPLETE', 'Ann')).completed_by, 'ann');
    assert.equal((await set('COMPLETE', 'bob')).completed_by, 'ann');
    assert.equal((await set('DECLINED', 'bob')).completed_by, 'bob');
    const open = await set('PENDING');
    assert.deepEqual([open.completed_by, open.completed_time_ms, open.status], [undefined, undefined, 'PENDING']);
  });

  it('a trace that is deleted leaves its queues', async () => {
    const { queue_id } = await queue('left');
    await trace('tr-left');
    await http
      .post(`${queues}/items/add`)
      .send({ queue_id, item_ids: ['tr-left'] })
      .expect(200);
    const send = { experiment_id: experiment, request_ids: ['tr-left'] };
    await http.post('/api/2.0/mlflow/traces/delete-traces').send(send).expect(200);
    const list = await http.get(`${queues}/items/list`).query({ queue_id }).expect(200);
    assert.deepEqual(list.body, { next_page_token: '' });
  });

  it('ids and names of any form are looked up and not found', async () => {
    for (const queue_id of ["'", 'rq-', 'x'.repeat(5000), '🚀']) {
      await http.get(`${queues}/get`).query({ queue_id }).expect(404);
      await http.post(`${queues}/delete`).send({ queue_id }).expect(200);
    }
    await http.get(`${queues}/get`).query({ queue_id: 'a\0' }).expect(400);
  });
});
