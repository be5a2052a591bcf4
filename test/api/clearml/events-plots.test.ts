import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

describe('plots, vectors and debug images through the ClearML door', async () => {
  const app = await startApp();
  const api = clearmlApi(app);

  async function newTask(name = 'drawing'): Promise<string> {
    const { body } = await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id: '0', run_name: name });
    return body.run.info.run_id;
  }
  async function add(events: readonly object[], host = 'localhost:7777'): Promise<void> {
    const text = events.map((event) => JSON.stringify(event)).join('\n');
    const request = app.http.post('/events.add_batch').set('content-type', 'application/json-lines').set('host', host);
    const { body } = await request.send(text);
    assert.equal(body.data?.added, events.length, JSON.stringify(body));
  }
  const plot = (task: string, iter: number, metric = 'roc', variant = 'v', more: object = {}) => ({
    type: 'plot',
    task,
    iter,
    metric,
    variant,
    timestamp: 1000 + iter,
    plot_str: `{"data": [${iter}]}`,
    ...more,
  });
  const image = (task: string, iter: number, file: number, variant = 'v', metric = 'img') => ({
    type: 'training_debug_image',
    task,
    iter,
    metric,
    variant,
    timestamp: 1,
    key: `k/${variant}_${file}.png`,
    url: `http://elsewhere/k/${variant}_${file}.png`,
  });
  const itersOf = (events: { iter: number }[]) => events.map(({ iter }) => iter);

  test('events.get_task_plots gives the newest of each variant with everything that was sent of it', async () => {
    const task = await newTask();
    await add([
      plot(task, 1),
      plot(task, 3, 'roc', 'v', { method: 'get', deep: { n: [1] } }),
      plot(task, 2, 'roc', 'w'),
      plot(task, 1, 'cm'),
    ]);
    const { plots, returned, total } = await api.call('events.get_task_plots', { task, iters: 1, no_scroll: true });
    assert.deepEqual([returned, total], [3, 4]);
    assert.deepEqual(
      plots.map(({ metric, variant, iter }: Record<string, unknown>) => [metric, variant, iter]),
      [
        ['cm', 'v', 1],
        ['roc', 'v', 3],
        ['roc', 'w', 2],
      ],
    );
    const { '@timestamp': arrived, ...event } = plots[1];
    assert.ok(Date.parse(arrived) > 1e12);
    assert.deepEqual(event, { ...plot(task, 3), method: 'get', deep: { n: [1] }, plot_len: 13, model_event: false });
    const chosen = await api.call('events.get_task_plots', { task, iters: 5, metrics: [{ metric: 'roc', variants: ['v'] }] });
    assert.deepEqual(itersOf(chosen.plots), [3, 1]);
    const more = await api.call('events.get_task_plots', {
      task,
      iters: 5,
      metrics: [{ metric: 'roc' }],
      scroll_id: chosen.scroll_id,
    });
    assert.deepEqual(itersOf(more.plots), [2]);
  });

  test('events.get_multi_task_plots lays tasks side by side', async () => {
    const [a, b] = [await newTask('a'), await newTask('b')];
    await add([plot(a, 1), plot(b, 2)]);
    const { plots } = await api.call('events.get_multi_task_plots', { tasks: [a, b] });
    assert.deepEqual(Object.keys(plots.roc.v), [a, b]);
    assert.equal(plots.roc.v[b]['2'].name, 'b');
    assert.equal(plots.roc.v[a]['1'].plots[0].plot_str, '{"data": [1]}');
  });

  test('events.add_batch keeps addresses of this server without its name, in plots too', async () => {
    const task = await newTask();
    const url = 'http://localhost:7777/files/p/a%20b.png';
    const text = JSON.stringify({ layout: { images: [{ source: url }] } });
    await add([plot(task, 1, 'media', 'v', { plot_str: text }), { ...image(task, 1, 0), url }]);
    const { plots } = await api.call('events.get_task_plots', { task });
    assert.equal(plots[0].plot_str.replace(/127\.0\.0\.1:\d+/, 'localhost:7777'), text);
    assert.deepEqual(plots[0].source_urls?.length, 1);
    const { metrics } = await api.call('events.debug_images', { metrics: [{ task }] });
    assert.match(metrics[0].iterations[0].events[0].url, /^http:\/\/127\.0\.0\.1:\d+\/files\/p\/a%20b\.png$/);
  });

  test('events.vector_metrics_iter_histogram and get_vector_metrics_and_variants read vectors', async () => {
    const task = await newTask();
    const vector = (iter: number, values: number[]) => ({
      type: 'training_stats_vector',
      task,
      iter,
      metric: 'h',
      variant: 'v',
      values,
    });
    await add([vector(2, [4.5]), vector(1, [1, 2, 3])]);
    const { vectors, iterations } = await api.call('events.vector_metrics_iter_histogram', { task, metric: 'h', variant: 'v' });
    assert.deepEqual(
      [vectors, iterations],
      [
        [[1, 2, 3], [4.5]],
        [1, 2],
      ],
    );
    assert.deepEqual((await api.call('events.get_vector_metrics_and_variants', { task })).metrics, [
      { metric: 'h', variants: ['v'] },
    ]);
  });

  test('events.debug_images goes through iterations both ways, without pictures that were written over', async () => {
    const task = await newTask();
    // five file names in turn, as the SDK uses them: 0 to 2 are written over by 5 to 7
    await add(Array.from({ length: 8 }, (_, iter) => image(task, iter, iter % 5)));
    const read = async (more: object) => {
      const { metrics, scroll_id } = await api.call('events.debug_images', {
        metrics: [{ task, metric: 'img' }],
        iters: 2,
        ...more,
      });
      assert.equal(metrics[0].task, task);
      return { iters: itersOf(metrics[0].iterations), scroll_id };
    };
    const first = await read({});
    assert.deepEqual(first.iters, [7, 6]);
    const second = await read({ scroll_id: first.scroll_id });
    assert.deepEqual(second.iters, [5, 4]);
    const third = await read({ scroll_id: second.scroll_id });
    assert.deepEqual(third.iters, [3]);
    assert.deepEqual((await read({ scroll_id: third.scroll_id })).iters, []);
    assert.deepEqual((await read({ scroll_id: third.scroll_id, navigate_earlier: false })).iters, [5, 4]);
    assert.deepEqual((await read({ scroll_id: third.scroll_id, refresh: true })).iters, [7, 6]);
  });

  test('events.plots lists plots by task and iteration', async () => {
    const task = await newTask();
    await add([plot(task, 1), plot(task, 2, 'cm'), plot(task, 2)]);
    const { metrics } = await api.call('events.plots', { metrics: [{ task }], iters: 5 });
    assert.deepEqual(itersOf(metrics[0].iterations), [2, 1]);
    assert.deepEqual(
      metrics[0].iterations[0].events.map(({ metric }: { metric: string }) => metric),
      ['cm', 'roc'],
    );
  });

  test('events.get_debug_image_sample and next_debug_image_sample walk through images', async () => {
    const task = await newTask();
    await add([image(task, 1, 1, 'a'), image(task, 1, 1, 'b'), image(task, 2, 2, 'a'), image(task, 2, 2, 'a', 'zoo')]);
    const first = await api.call('events.get_debug_image_sample', { task, metric: 'img', variant: 'a' });
    assert.deepEqual([first.event.iter, first.min_iteration, first.max_iteration], [2, 1, 2]);
    const next = async (scroll_id: string, more: object) =>
      api.call('events.next_debug_image_sample', { task, scroll_id, ...more });
    const before = await next(first.scroll_id, { navigate_earlier: true });
    assert.deepEqual([before.event.iter, before.event.variant], [1, 'b']);
    const jump = await next(first.scroll_id, { navigate_earlier: true, next_iteration: true });
    assert.deepEqual([jump.event.iter, jump.event.variant], [1, 'a']);
    assert.equal((await next(first.scroll_id, { navigate_earlier: false })).event, undefined);
    const all = await api.call('events.get_debug_image_sample', {
      ...{ task, metric: 'img', variant: 'a', iteration: 2, navigate_current_metric: false },
    });
    assert.equal((await next(all.scroll_id, { navigate_earlier: false })).event.metric, 'zoo');
    const none = await api.call('events.get_debug_image_sample', { task, metric: 'none', variant: 'a' });
    assert.equal(none.event, undefined);
  });

  test('events.get_plot_sample and next_plot_sample walk through the plots of a metric', async () => {
    const task = await newTask();
    await add([plot(task, 1, 'roc', 'a'), plot(task, 1, 'roc', 'b'), plot(task, 2, 'roc', 'a')]);
    const first = await api.call('events.get_plot_sample', { task, metric: 'roc' });
    assert.deepEqual([itersOf(first.events), first.min_iteration, first.max_iteration], [[2], 1, 2]);
    const before = await api.call('events.next_plot_sample', { task, scroll_id: first.scroll_id, navigate_earlier: true });
    assert.deepEqual(itersOf(before.events), [1, 1]);
    const end = await api.call('events.next_plot_sample', { task, scroll_id: before.scroll_id, navigate_earlier: true });
    assert.deepEqual(end.events, []);
    assert.equal(await api.refuse('events.next_plot_sample', { task, scroll_id: 'x' }), '400/1104');
  });

  test('events.get_task_metrics and get_multi_task_metrics name what there is', async () => {
    const [a, b] = [await newTask(), await newTask()];
    const scalar = { type: 'training_stats_scalar', task: b, iter: 1, metric: 'loss', variant: 'x', value: 1 };
    await add([plot(a, 1), image(a, 1, 1), { type: 'log', task: a, msg: 'm' }, scalar]);
    const all = await api.call('events.get_task_metrics', { tasks: [a, b] });
    assert.deepEqual(all.metrics, [
      { task: a, metrics: ['', 'img', 'roc'] },
      { task: b, metrics: ['loss'] },
    ]);
    const images = await api.call('events.get_task_metrics', { tasks: [a], event_type: 'training_debug_image' });
    assert.deepEqual(images.metrics, [{ task: a, metrics: ['img'] }]);
    const multi = await api.call('events.get_multi_task_metrics', { tasks: [a, b], event_type: 'training_stats_scalar' });
    assert.deepEqual(multi.metrics, [{ metric: 'loss', variants: ['x'] }]);
  });

  test('events of a model are read with model_events', async () => {
    const model = await app.http.post('/api/2.0/mlflow/logged-models').send({ experiment_id: '0', name: 'm' });
    const id: string = model.body.model.info.model_id.slice(2);
    assert.deepEqual(await api.call('events.scalar_metrics_iter_histogram', { task: id, model_events: true }), {});
    const scalar = {
      type: 'training_stats_scalar',
      task: id,
      iter: 1,
      metric: 'loss',
      variant: 'x',
      value: 1,
      model_event: true,
    };
    await add([scalar, { ...plot(id, 1), model_event: true }]);
    const curves = await api.call('events.scalar_metrics_iter_histogram', { task: id, model_events: true });
    assert.deepEqual(curves, { loss: { x: { name: 'x', x: [1], y: [1] } } });
    const { plots } = await api.call('events.get_task_plots', { task: id, model_events: true });
    assert.deepEqual([plots[0].task, plots[0].model_event], [id, true]);
    assert.equal(await api.refuse('events.get_task_plots', { task: id }), '400/101');
    assert.deepEqual(await api.call('events.delete_for_model', { model: id }), { deleted: true });
    assert.deepEqual(await api.call('events.scalar_metrics_iter_histogram', { task: id, model_events: true }), {});
  });
});
