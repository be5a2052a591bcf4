import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

describe('scalars and logs read through the ClearML door', async () => {
  const app = await startApp();
  const api = clearmlApi(app);

  async function newTask(name = 'run of events'): Promise<string> {
    const { body } = await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id: '0', run_name: name });
    return body.run.info.run_id;
  }
  async function add(events: readonly object[]): Promise<void> {
    const text = events.map((event) => JSON.stringify(event)).join('\n');
    const { body } = await app.http.post('/events.add_batch').set('content-type', 'application/json-lines').send(text);
    assert.equal(body.data.added, events.length, JSON.stringify(body));
  }
  const scalar = (task: string, iter: number, value: number, more: object = {}) => ({
    type: 'training_stats_scalar',
    task,
    iter,
    value,
    timestamp: 1000 * iter,
    metric: 'loss',
    variant: 'train',
    ...more,
  });
  const line = (task: string, timestamp: number, msg: string) => ({ type: 'log', task, timestamp, level: 'info', msg });

  test('events.scalar_metrics_iter_histogram gives a short series whole, without values that have no iteration', async () => {
    const task = await newTask();
    await add([
      ...[0, 1, 2].map((iter) => scalar(task, iter, iter / 3)),
      scalar(task, 1, 5, { variant: 'val', x_axis_label: 'epoch' }),
      scalar(task, -2_147_483_648, 0.9, { metric: 'Summary', variant: 'acc' }),
    ]);
    assert.deepEqual(await api.call('events.scalar_metrics_iter_histogram', { task, key: 'iter' }), {
      loss: {
        train: { name: 'train', x: [0, 1, 2], y: [0, 1 / 3, 2 / 3] },
        val: { name: 'val', x: [1], y: [5], x_axis_label: 'epoch' },
      },
    });
    const chosen = await api.call('events.scalar_metrics_iter_histogram', {
      task,
      key: 'iso_time',
      metrics: [{ metric: 'loss', variants: ['val'] }],
    });
    assert.deepEqual(chosen.loss.val.x, ['1970-01-01T00:00:01.000Z']);
    assert.deepEqual(Object.keys(chosen.loss), ['val']);
  });

  test('events.scalar_metrics_iter_histogram gives the mean of each bucket, buckets beginning at multiples of their width', async () => {
    const task = await newTask();
    await add(Array.from({ length: 1000 }, (_, index) => scalar(task, index - 100, (index * 7919) % 101)));
    for (const key of ['iter', 'timestamp']) {
      const unit = key === 'iter' ? 1 : 1000;
      const { loss } = await api.call('events.scalar_metrics_iter_histogram', { task, samples: 30, key });
      const width = Math.ceil((999 * unit + 1) / 30);
      const sums = new Map<number, { sum: number; count: number }>();
      for (let index = 0; index < 1000; index += 1) {
        const start = Math.floor(((index - 100) * unit) / width) * width;
        const bucket = sums.get(start) ?? { sum: 0, count: 0 };
        sums.set(start, { sum: bucket.sum + ((index * 7919) % 101), count: bucket.count + 1 });
      }
      assert.deepEqual(loss.train.x, [...sums.keys()]);
      const means = [...sums.values()].map(({ sum, count }) => sum / count);
      for (const [at, mean] of means.entries()) assert.ok(Math.abs(loss.train.y[at] - mean) < 1e-9);
    }
  });

  test('events.scalar_metrics_iter_histogram lets series of nearly the same width share the larger one', async () => {
    const task = await newTask();
    const series = (variant: string, length: number) => Array.from({ length }, (_, iter) => scalar(task, iter, 1, { variant }));
    await add([...series('a', 1000), ...series('b', 1060), ...series('c', 2000)]);
    const { loss } = await api.call('events.scalar_metrics_iter_histogram', { task, samples: 50 });
    const widths = ['a', 'b', 'c'].map((variant) => loss[variant].x[1] - loss[variant].x[0]);
    assert.deepEqual(widths, [22, 22, 40]);
  });

  test('events.scalar_metrics_iter_histogram survives the largest values and steps', async () => {
    const task = await newTask();
    await add(Array.from({ length: 10 }, (_, iter) => scalar(task, iter, 1.7e308)));
    const { loss } = await api.call('events.scalar_metrics_iter_histogram', { task, samples: 2 });
    assert.deepEqual(loss.train.y, [1.7e308, 1.7e308]);
    const far = await newTask();
    const lines = ['-9223372036854775808', '0', '9223372036854775807'].map(
      (iter) => `{"type":"training_stats_scalar","task":"${far}","iter":${iter},"value":1,"metric":"m","variant":"m"}`,
    );
    await app.http.post('/events.add_batch').set('content-type', 'application/json-lines').send(lines.join('\n'));
    for (const samples of [1, 2, 3, 4]) {
      assert.equal((await api.ask('events.scalar_metrics_iter_histogram', { task: far, samples })).code, '200/0');
    }
    assert.equal(await api.refuse('events.scalar_metrics_iter_histogram', { task, samples: 0 }), '400/12');
    assert.equal(await api.refuse('events.scalar_metrics_iter_histogram', { task: 'nobody' }), '400/101');
  });

  test('events.scalar_metrics_iter_histogram shows of a step that MLflow wrote twice the newest point', async () => {
    const task = await newTask();
    const metrics = [
      { key: 'train/acc', value: 1, timestamp: 10, step: 1 },
      { key: 'train/acc', value: 3, timestamp: 30, step: 1 },
      { key: 'train/acc', value: 2, timestamp: 20, step: 1 },
      { key: 'train/acc', value: 4, timestamp: 40, step: 2 },
    ];
    await app.http.post('/api/2.0/mlflow/runs/log-batch').send({ run_id: task, metrics });
    const { train } = await api.call('events.scalar_metrics_iter_histogram', { task });
    assert.deepEqual(train.acc, { name: 'acc', x: [1, 2], y: [3, 4] });
    const { variants } = await api.call('events.scalar_metrics_iter_raw', { task, metric: { metric: 'train' } });
    assert.deepEqual(variants.acc, { name: 'acc', iter: [1, 2], y: [3, 4] });
  });

  test('events.multi_task_scalar_metrics_iter_histogram lays tasks side by side', async () => {
    const [a, b] = [await newTask('first'), await newTask('second')];
    await add([scalar(a, 1, 1), scalar(b, 1, 2), scalar(b, 1, 3, { metric: 'other' })]);
    const { metrics } = await api.call('events.multi_task_scalar_metrics_iter_histogram', { tasks: [a, b] });
    assert.deepEqual(metrics, {
      loss: { train: { [a]: { name: 'first', x: [1], y: [1] }, [b]: { name: 'second', x: [1], y: [2] } } },
      other: { train: { [b]: { name: 'second', x: [1], y: [3] } } },
    });
  });

  test('events.scalar_metrics_iter_raw pages through every point and refuses a forged scroll', async () => {
    const task = await newTask();
    await add([0, 1, 2, 3, 4].flatMap((iter) => ['a', 'b'].map((variant) => scalar(task, iter, iter, { variant }))));
    const seen: Record<string, number[]> = { a: [], b: [] };
    const body = { task, metric: { metric: 'loss' }, batch_size: 3, count_total: true };
    let page = await api.call('events.scalar_metrics_iter_raw', body);
    assert.equal(page.total, 10);
    for (; page.returned > 0; page = await api.call('events.scalar_metrics_iter_raw', { ...body, scroll_id: page.scroll_id })) {
      for (const [variant, { iter }] of Object.entries<{ iter: number[] }>(page.variants)) seen[variant]?.push(...iter);
    }
    assert.deepEqual(seen, { a: [0, 1, 2, 3, 4], b: [0, 1, 2, 3, 4] });
    for (const scroll_id of ['nonsense', Buffer.from('["raw","1"]').toString('base64url')]) {
      assert.equal(await api.refuse('events.scalar_metrics_iter_raw', { ...body, scroll_id }), '400/1104');
    }
  });

  test('events.get_task_events pages by iteration through one type or all', async () => {
    const task = await newTask();
    await add([
      scalar(task, 2, 0.5),
      scalar(task, 1, 0.25),
      line(task, 5, 'hello'),
      { type: 'plot', task, iter: 3, metric: 'p', variant: 'v', plot_str: '{}' },
    ]);
    const scalars = await api.call('events.get_task_events', { task, event_type: 'training_stats_scalar', order: 'desc' });
    assert.deepEqual([scalars.events.map(({ iter }: { iter: number }) => iter), scalars.total], [[2, 1], 2]);
    const { '@timestamp': _, ...event } = scalars.events[1];
    assert.deepEqual(event, { ...scalar(task, 1, 0.25), model_event: false });
    const kinds: string[] = [];
    let page = await api.call('events.get_task_events', { task, batch_size: 1 });
    for (
      ;
      page.returned > 0;
      page = await api.call('events.get_task_events', { task, batch_size: 1, scroll_id: page.scroll_id })
    ) {
      kinds.push(page.events[0].type);
    }
    assert.deepEqual(kinds, ['training_stats_scalar', 'training_stats_scalar', 'plot', 'log']);
    const none = await api.call('events.get_task_events', { task, event_type: 'training_debug_image' });
    assert.deepEqual([none.events, none.returned, none.total], [[], 0, 0]);
  });

  test('events.get_task_single_value_metrics gives values without an iteration', async () => {
    const task = await newTask('single');
    await add([scalar(task, -2_147_483_648, 0.93, { metric: 'Summary', variant: 'acc', timestamp: 7 }), scalar(task, 1, 1)]);
    assert.deepEqual(await api.call('events.get_task_single_value_metrics', { tasks: [task] }), {
      tasks: [{ task, task_name: 'single', values: [{ metric: 'Summary', variant: 'acc', value: 0.93, timestamp: 7 }] }],
    });
  });

  test('events.get_scalar_metrics_and_variants, get_scalar_metric_data and get_task_latest_scalar_values tell what there is', async () => {
    const task = await newTask('latest');
    await add([1, 2, 3].map((iter) => scalar(task, iter, iter)));
    assert.deepEqual(await api.call('events.get_scalar_metrics_and_variants', { task }), { metrics: { loss: ['train'] } });
    const data = await api.call('events.get_scalar_metric_data', { task, metric: 'loss' });
    assert.deepEqual([data.returned, data.total, data.events[2].value], [3, 3, 3]);
    const latest = await api.call('events.get_task_latest_scalar_values', { task });
    assert.deepEqual(latest.metrics, [{ name: 'loss', variants: [{ name: 'train', last_value: 3, last_100_value: 2 }] }]);
    assert.deepEqual([latest.last_iter, latest.name, latest.last_timestamp], [3, 'latest', 3000]);
  });

  test('events.get_task_log goes back from the end or on from a moment, moments kept whole', async () => {
    const task = await newTask();
    await add([1, 2, 2, 2, 3].map((timestamp, at) => line(task, timestamp, `m${at}`)));
    const read = async (more: object) => {
      const { events, total } = await api.call('events.get_task_log', { task, ...more });
      assert.equal(total, 5);
      return events.map(({ msg }: { msg: string }) => msg);
    };
    assert.deepEqual(await read({ batch_size: 2 }), ['m4', 'm3', 'm2', 'm1']);
    assert.deepEqual(await read({ batch_size: 2, order: 'asc' }), ['m1', 'm2', 'm3', 'm4']);
    assert.deepEqual(await read({ from_timestamp: 2 }), ['m0']);
    assert.deepEqual(await read({ navigate_earlier: false, from_timestamp: 1, batch_size: 1 }), ['m1', 'm2', 'm3']);
    assert.equal(await api.refuse('events.get_task_log', { task: 'nobody' }), '400/101');
  });

  test('events.download_task_log streams lines as text or JSON', async () => {
    const task = await newTask();
    await add([line(task, 0, 'one'), line(task, 1, 'two')]);
    const download = async (more: object) => (await app.http.post('/events.download_task_log').send({ task, ...more })).text;
    assert.equal(
      await download({ line_type: 'text', line_format: '{timestamp} {level} {msg} {constructor}' }),
      '0 info one {constructor}\n1 info two {constructor}\n',
    );
    const [first] = (await download({})).split('\n');
    assert.equal(JSON.parse(first ?? '').msg, 'one');
  });

  test('events.clear_task_log, delete_for_task and clear_scroll take away what they say', async () => {
    const task = await newTask();
    await add([line(task, 1, 'old'), line(task, Date.now(), 'new'), scalar(task, 1, 1)]);
    assert.deepEqual(await api.call('events.clear_task_log', { task, threshold_sec: 100 }), { deleted: 1 });
    assert.deepEqual(await api.call('events.clear_scroll', { scroll_id: 'x' }), {});
    assert.deepEqual(await api.call('events.delete_for_task', { task }), { deleted: true });
    assert.deepEqual(await api.call('events.scalar_metrics_iter_histogram', { task }), {});
    assert.equal((await api.call('events.get_task_log', { task })).total, 0);
  });
});
