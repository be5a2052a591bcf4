import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';

interface Envelope {
  meta: { result_code: number; result_subcode: number; result_msg: string };
  data: Record<string, unknown>;
}

describe('events written through the ClearML door', async () => {
  const app = await startApp();

  async function call(name: string, body: unknown): Promise<Envelope> {
    return (await app.http.post(`/${name}`).send(body as object)).body as Envelope;
  }
  async function newTask(): Promise<string> {
    const { body } = await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id: '0' });
    return body.run.info.run_id;
  }
  async function addLines(text: string) {
    const answer = await app.http.get('/v2.23/events.add_batch').set('content-type', 'application/json-lines').send(text);
    const { meta, data } = answer.body as Envelope;
    return { code: `${meta.result_code}/${meta.result_subcode}`, data, status: answer.status, message: meta.result_msg };
  }
  const add = (events: readonly object[]) => addLines(events.map((event) => JSON.stringify(event)).join('\n'));
  const scalar = (task: string, iter: number, value: number | string, more: object = {}) => ({
    type: 'training_stats_scalar',
    task,
    iter,
    value,
    timestamp: 1000 + iter,
    metric: 'loss',
    variant: 'train',
    method: 'get',
    ...more,
  });
  async function history(runId: string, key: string): Promise<[unknown, unknown][]> {
    const { body } = await app.http.get('/api/2.0/mlflow/metrics/get-history').query({ run_id: runId, metric_key: key });
    return (body.metrics ?? []).map((point: { step: number; value: number }) => [point.step, point.value]);
  }
  async function runRow(id: string) {
    const { rows } = await app.db.query<{ last_iteration: bigint | null; updated_at: Date | null; changed_by: string | null }>({
      text: `select last_iteration, updated_at, changed_by from runs where replace(uuid::text, '-', '') = $1`,
      values: [id],
    });
    return rows[0];
  }

  test('events.add_batch stores scalars as points that MLflow reads', async () => {
    const task = await newTask();
    const answer = await add([scalar(task, 1, 0.5), scalar(task, 2, 0.25), scalar(task, 1, 7, { variant: 'loss' })]);
    assert.deepEqual(answer.data, { added: 3, errors: 0, errors_info: {} });
    assert.deepEqual(await history(task, 'loss/train'), [
      [1, 0.5],
      [2, 0.25],
    ]);
    assert.deepEqual(await history(task, 'loss'), [[1, 7]]);
    const { last_iteration, updated_at, changed_by } = (await runRow(task)) ?? {};
    assert.equal(last_iteration, 2n);
    assert.ok(updated_at && changed_by);
  });

  test('events.add_batch replaces the point of an iteration, the last of a batch winning', async () => {
    const task = await newTask();
    await add([scalar(task, 1, 1), scalar(task, 2, 2)]);
    await add([scalar(task, 1, 8), scalar(task, 1, 9)]);
    assert.deepEqual(await history(task, 'loss/train'), [
      [1, 9],
      [2, 2],
    ]);
  });

  test('events.add_batch keeps iterations beyond 2^53 and values that are no numbers', async () => {
    const task = await newTask();
    const line = (iter: string, value: string) =>
      `{"type": "training_stats_scalar", "task": "${task}", "iter": ${iter}, "value": ${value}, "metric": "m", "variant": "m"}`;
    const lines = [line('9007199254740993', '1'), line('9223372036854775807', 'NaN'), line('-5', '-Infinity')];
    assert.equal((await addLines(lines.join('\n'))).data['added'], 3);
    const { rows } = await app.db.query<{ step: bigint; value: number }>({
      text: `select step, value from points p join runs r using (run_id) where replace(uuid::text, '-', '') = $1 order by step`,
      values: [task],
    });
    assert.deepEqual(
      rows.map(({ step, value }) => [step, value]),
      [
        [-5n, Number.NEGATIVE_INFINITY],
        [9_007_199_254_740_993n, 1],
        [9_223_372_036_854_775_807n, Number.NaN],
      ],
    );
  });

  test('events.add_batch refuses the whole batch for a line that is no JSON object', async () => {
    const task = await newTask();
    for (const line of ['{"type":', '[1]', '5', 'nonsense']) {
      const answer = await addLines(`${JSON.stringify(scalar(task, 1, 1))}\n${line}`);
      assert.deepEqual([answer.status, answer.code], [400, '400/0']);
    }
    assert.deepEqual(await history(task, 'loss/train'), []);
  });

  test('events.add_batch counts events it cannot take and stores the rest', async () => {
    const [task, other] = [await newTask(), await newTask()];
    const unknown = 'f'.repeat(32);
    const answer = await add([
      scalar(task, 1, 1),
      scalar(unknown, 1, 1),
      scalar(unknown, 2, 1),
      { ...scalar(task, 1, 1), type: 'noise' },
      { ...scalar(task, 1, 1), type: undefined },
      { ...scalar(task, 1, 1), task: undefined },
      scalar(task, 1, 'much'),
      { ...scalar(task, 1, 1), iter: 'first' },
      scalar(task, 1, 1, { metric: 'long'.repeat(1000) }),
      scalar(other, 4, 4),
    ]);
    assert.equal(answer.status, 200);
    assert.deepEqual([answer.data['added'], answer.data['errors']], [2, 8]);
    const errors = answer.data['errors_info'] as Record<string, number>;
    assert.equal(
      Object.values(errors).reduce((sum, count) => sum + count),
      8,
    );
    assert.equal(errors[`Invalid task id ${unknown}`], 2);
    assert.deepEqual(await history(other, 'loss/train'), [[4, 4]]);
  });

  test('events.add_batch answers 131 when nothing is added and 17 when nothing is there', async () => {
    assert.equal((await add([scalar('e'.repeat(32), 1, 1)])).code, '400/131');
    assert.equal((await addLines('\n\n')).code, '400/17');
    assert.equal((await call('events.add_batch', { type: 'log' })).meta.result_subcode, 17);
  });

  test('events.add_batch refuses one id in two roles and one task with and without allow_locked', async () => {
    const task = await newTask();
    assert.equal((await add([scalar(task, 1, 1), scalar(task, 1, 1, { model_event: true })])).code, '400/12');
    assert.equal((await add([scalar(task, 1, 1), scalar(task, 1, 1, { allow_locked: true })])).code, '400/12');
  });

  test('events.add_batch writes to a published task only when it is allowed', async () => {
    const task = await newTask();
    await app.db.query({ text: `update runs set status = 'published' where replace(uuid::text, '-', '') = $1`, values: [task] });
    assert.equal((await add([scalar(task, 1, 1)])).code, '400/131');
    assert.equal((await runRow(task))?.updated_at, null);
    assert.equal((await add([scalar(task, 2, 1, { allow_locked: true })])).data['added'], 1);
    assert.equal((await runRow(task))?.last_iteration, 2n);
  });

  test('events.add_batch moves the extremes and the mean of a series, which a point replaced later does not undo', async () => {
    const task = await newTask();
    const lastMetric = async () => {
      const { data } = await call('tasks.get_by_id', { task });
      const { last_metrics } = data['task'] as { last_metrics: Record<string, Record<string, Record<string, unknown>>> };
      return Object.values(last_metrics).flatMap(Object.values<Record<string, unknown>>)[0] ?? {};
    };
    await add([scalar(task, 5, 3), scalar(task, 2, 9, { x_axis_label: 'epochs' }), scalar(task, 7, 1)]);
    const { metric, variant, value, count, mean_value, min_value, max_value, max_value_iteration, x_axis_label } =
      await lastMetric();
    assert.deepEqual([metric, variant, value, count, mean_value], ['loss', 'train', 1, 3, 4.33]);
    assert.deepEqual([min_value, max_value, max_value_iteration, x_axis_label], [1, 9, 2, 'epochs']);
    await add([scalar(task, 2, 2), scalar(task, 7, 5)]);
    const later = await lastMetric();
    assert.deepEqual([later['value'], later['count'], later['mean_value']], [5, 3, 3.33]);
    assert.deepEqual([later['min_value'], later['max_value']], [1, 9]);
    assert.equal((await runRow(task))?.last_iteration, 7n);
    await add([scalar(task, 6, 0)]);
    assert.equal((await runRow(task))?.last_iteration, 7n);
  });

  test('events.add_batch takes batches at once, each whole, whatever is wrong with its neighbours', async () => {
    const task = await newTask();
    const batches = Array.from({ length: 12 }, (_, at) => [
      scalar(task, at, at),
      scalar(at % 2 ? task : 'f'.repeat(32), at + 100, at),
    ]);
    const answers = await Promise.all(batches.map(add));
    assert.deepEqual(
      answers.map(({ data }) => data['added']),
      batches.map((_, at) => (at % 2 ? 2 : 1)),
    );
    assert.equal((await history(task, 'loss/train')).length, 18);
    const [one, other] = await Promise.all([add([scalar(task, 500, 1)]), add([scalar(task, 500, 2)])]);
    assert.deepEqual([one?.data['added'], other?.data['added']], [1, 1]);
    assert.equal((await history(task, 'loss/train')).length, 19);
  });

  test('events.add_batch tells apart texts that are no numbers, NaN and infinities', async () => {
    const task = await newTask();
    const values = ['NaN', 'Infinity', '-Infinity', '1e3', ' 7 '];
    const answer = await add([
      ...values.map((value, at) => scalar(task, at, value)),
      scalar(task, 9, ''),
      scalar(task, 9, 'inf'),
    ]);
    assert.deepEqual([answer.data['added'], answer.data['errors']], [5, 2]);
    const shown = (await history(task, 'loss/train')).map(([, value]) => value);
    assert.deepEqual(shown, ['NaN', Number.MAX_VALUE, -Number.MAX_VALUE, 1000, 7]);
  });

  test('events.add_batch counts neither single values nor the machine as progress', async () => {
    const task = await newTask();
    await add([scalar(task, 900, 1, { metric: ':monitor:machine' }), scalar(task, -2_147_483_648, 3, { metric: 'Summary' })]);
    assert.equal((await runRow(task))?.last_iteration, null);
    const { rows } = await app.db.query<{ single: boolean; last_step: bigint }>({
      text: `select single, last_step from series join runs r using (run_id)
        where replace(uuid::text, '-', '') = $1 and single`,
      values: [task],
    });
    assert.deepEqual(rows, [{ single: true, last_step: -2_147_483_648n }]);
  });

  test('events.add_batch stores a value without an iteration, which MLflow reads at step 0', async () => {
    const task = await newTask();
    await add([scalar(task, -2_147_483_648, 0.9, { metric: 'Summary', variant: 'acc' })]);
    assert.deepEqual(await history(task, 'Summary/acc'), [[0, 0.9]]);
    const { body } = await app.http.get('/api/2.0/mlflow/runs/get').query({ run_id: task });
    assert.deepEqual(body.run.data.metrics, [{ key: 'Summary/acc', value: 0.9, timestamp: -2_147_482_648, step: 0 }]);
    await add([scalar(task, -2_147_483_648, 0.95, { metric: 'Summary', variant: 'acc' })]);
    assert.deepEqual(await history(task, 'Summary/acc'), [[0, 0.95]]);
  });

  test('events.add_batch keeps apart names that MLflow would write alike', async () => {
    const task = await newTask();
    const names = [
      ['a/b', 'c'],
      ['a', 'b/c'],
      ['a/b/c', 'a/b/c'],
      ['', ''],
      ['x', ''],
      ['', 'x'],
    ] as const;
    for (const round of [1, 2]) {
      await add(names.map(([metric, variant], at) => scalar(task, round, at, { metric, variant })));
    }
    for (const [at, [metric, variant]] of names.entries()) await add([scalar(task, 3, at, { metric, variant })]);
    const { rows } = await app.db.query<{ count: bigint; last_value: number }>({
      text: `select count, last_value from series join runs r using (run_id)
        where replace(uuid::text, '-', '') = $1 order by last_value`,
      values: [task],
    });
    assert.deepEqual(
      rows,
      names.map((_, at) => ({ count: 3n, last_value: at })),
    );
  });

  test('events.add_batch takes lines, plots, vectors and pictures, and a place again replaces what it had', async () => {
    const task = await newTask();
    const events = [
      { type: 'log', task, level: 'info', msg: 'one\0two', timestamp: 5 },
      { type: 'log', task, level: 'info', msg: 'same moment', timestamp: 5 },
      { type: 'plot', task, iter: 1, metric: 'p', variant: 'v', plot_str: '{"data":[]}' },
      { type: 'training_stats_vector', task, iter: 1, metric: 'p', variant: 'v', values: [1, 2, 3] },
      { type: 'training_debug_image', task, iter: 1, metric: 'p', variant: 'v', key: 'k', url: 'http://elsewhere/k.png' },
    ];
    for (const _ of [1, 2]) assert.equal((await add(events)).data['added'], 5);
    const { rows: lines } = await app.db.query<{ message: string }>({
      text: `select message from console_lines join runs using (run_id) where replace(uuid::text, '-', '') = $1 order by timestamp_ms, line_id`,
      values: [task],
    });
    assert.deepEqual(
      lines.map((line) => line.message),
      ['one\ufffdtwo', 'same moment', 'one\ufffdtwo', 'same moment'],
    );
    const { rows: plots } = await app.db.query<{ kind: string; url: string | null; body: string | null }>({
      text: `select kind, url, body from run_plots join runs using (run_id) where replace(uuid::text, '-', '') = $1 order by kind`,
      values: [task],
    });
    assert.deepEqual(plots, [
      { kind: 'image', url: 'http://elsewhere/k.png', body: null },
      { kind: 'plot', url: null, body: '{"data":[]}' },
      { kind: 'vector', url: null, body: '[1,2,3]' },
    ]);
  });

  test('events.add_batch takes the events of a model and no log of one', async () => {
    const model = await app.http.post('/api/2.0/mlflow/logged-models').send({ experiment_id: '0', name: 'm' });
    const id = model.body.model.info.model_id.slice(2);
    const events = [scalar(id, 3, 1, { model_event: true }), { type: 'log', task: id, model_event: true, msg: 'x' }];
    assert.deepEqual([(await add(events)).data['added'], (await add(events)).data['errors']], [1, 1]);
    const { rows } = await app.db.query<{ count: bigint; last_iteration: bigint }>({
      text: `select s.count, m.last_iteration from models m join series s on s.run_id = m.log_id
        where replace(model_id::text, '-', '') = $1`,
      values: [id],
    });
    assert.deepEqual(rows, [{ count: 1n, last_iteration: 3n }]);
  });

  test('events.add takes one event as plain JSON', async () => {
    const task = await newTask();
    assert.equal((await call('events.add', scalar(task, 1, 5))).data['added'], 1);
    assert.deepEqual(await history(task, 'loss/train'), [[1, 5]]);
    assert.equal((await call('events.add', { task: 'nobody', type: 'log' })).meta.result_subcode, 131);
  });
});
