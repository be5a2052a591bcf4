import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

interface Metric {
  key: string;
  value: number | string;
  timestamp: number;
  step: number | string;
}

describe('metrics of MLflow runs read through the ClearML door', async () => {
  const app = await startApp();
  const api = clearmlApi(app);

  async function newRun(metrics: readonly Metric[] = []): Promise<string> {
    const { body } = await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id: '0', run_name: 'of mlflow' });
    const run: string = body.run.info.run_id;
    await log(run, metrics);
    return run;
  }
  async function log(run: string, metrics: readonly Metric[]): Promise<void> {
    const { status, text } = await app.http.post('/api/2.0/mlflow/runs/log-batch').send({ run_id: run, metrics });
    assert.equal(status, 200, text);
  }
  const metric = (key: string, step: number | string, value: number | string, timestamp = 10): Metric => ({
    ...{ key, step, value, timestamp },
  });
  /** Every event of a task, read as the SDK does: page by page until as many came as there are said to be. */
  async function eventsOf(task: string, body: object) {
    const events: Record<string, unknown>[] = [];
    let page = await api.call('events.get_task_events', { task, ...body });
    events.push(...page.events);
    for (const { total } = page; events.length < total; ) {
      page = await api.call('events.get_task_events', { task, ...body, scroll_id: page.scroll_id });
      assert.ok(page.returned > 0, `${events.length} of ${total} events came`);
      events.push(...page.events);
    }
    return events;
  }

  test('events.get_task_events counts a step that was written several times once', async () => {
    const task = await newRun([
      ...[metric('loss', 1, 1, 10), metric('loss', 1, 3, 30), metric('loss', 1, 2, 20)],
      ...[metric('loss', 2, 4), metric('val/loss', 1, 5)],
    ]);
    for (const batch_size of [1, 2, 500]) {
      const events = await eventsOf(task, { event_type: 'training_stats_scalar', batch_size });
      assert.deepEqual(
        events.map((event) => [event['metric'], event['variant'], event['iter'], event['value'], event['timestamp']]),
        [
          ['loss', 'loss', 1, 3, 30],
          ['val', 'loss', 1, 5, 10],
          ['loss', 'loss', 2, 4, 10],
        ],
      );
      const backward = await eventsOf(task, { event_type: 'training_stats_scalar', batch_size, order: 'desc' });
      assert.deepEqual(backward.reverse(), events);
    }
  });

  test('events.get_task_events keeps its order where some series lag, begin late or have gaps', async () => {
    const steps = { even: [0, 1, 2, 3, 4, 5, 6, 7], late: [6, 7, 8, 9, 10, 11], gaps: [0, 6], one: [3], far: [-5, 40] };
    const written = Object.entries(steps).flatMap(([key, own]) => own.map((step) => metric(key, step, step)));
    const task = await newRun(written);
    for (const order of ['asc', 'desc']) {
      const whole = await eventsOf(task, { event_type: 'training_stats_scalar', order });
      const iters = whole.map((event) => event['iter'] as number);
      const sorted = written.map(({ step }) => step as number).sort((a, b) => (order === 'asc' ? a - b : b - a));
      assert.deepEqual(iters, sorted);
      for (const batch_size of [1, 4, 5, 6, 7, 11, 18]) {
        assert.deepEqual(await eventsOf(task, { event_type: 'training_stats_scalar', order, batch_size }), whole);
      }
    }
  });

  test('events.scalar_metrics_iter_raw and get_scalar_metric_data count the points they give', async () => {
    const task = await newRun([metric('a', 1, 1, 10), metric('a', 1, 2, 20), metric('a', 2, 3)]);
    const raw = await api.call('events.scalar_metrics_iter_raw', { task, metric: { metric: 'a' }, count_total: true });
    assert.deepEqual([raw.total, raw.returned, raw.variants.a.y], [2, 2, [2, 3]]);
    const data = await api.call('events.get_scalar_metric_data', { task, metric: 'a' });
    assert.deepEqual([data.total, data.returned], [2, 2]);
  });

  test('events.get_task_latest_scalar_values takes the newest value of a step', async () => {
    const task = await newRun([metric('a', 1, 1, 10), metric('a', 2, 5, 20), metric('a', 2, 3, 15)]);
    const { metrics } = await api.call('events.get_task_latest_scalar_values', { task });
    assert.deepEqual(metrics, [{ name: 'a', variants: [{ name: 'a', last_value: 5, last_100_value: 3 }] }]);
  });

  test('events.scalar_metrics_iter_histogram stays valid JSON with values that are no numbers', async () => {
    const task = await newRun([
      ...[metric('a', 1, 'NaN'), metric('a', 2, 'Infinity'), metric('a', 3, '-Infinity'), metric('a', 4, 0.1)],
      ...[metric('a', 5, 1.7976931348623157e308), metric('a', 6, 1.7976931348623157e308), metric('a', 7, 5e-324)],
    ]);
    const whole = await api.call('events.scalar_metrics_iter_histogram', { task });
    const most = Number.MAX_VALUE;
    assert.deepEqual(whole.a.a.y, ['NaN', most, -most, 0.1, most, most, 5e-324]);
    for (let samples = 1; samples < 7; samples += 1) {
      const { a } = await api.call('events.scalar_metrics_iter_histogram', { task, samples });
      assert.ok(a.a.x.length <= samples + 1);
    }
  });

  test('events.scalar_metrics_iter_histogram takes the mean of the smallest numbers there are', async () => {
    const task = await newRun([0, 1, 2, 3].map((step) => metric('a', step, step % 2 === 0 ? 0 : 5e-324)));
    const { a } = await api.call('events.scalar_metrics_iter_histogram', { task, samples: 2 });
    assert.deepEqual(a.a, { name: 'a', x: [0, 2], y: [0, 0] });
  });

  test('every reading call takes a run that reported nothing, and refuses one that is not there', async () => {
    const task = await newRun();
    const metrics = [{ task, metric: 'm' }];
    const empty: Record<string, [object, object]> = {
      scalar_metrics_iter_histogram: [{ task }, {}],
      multi_task_scalar_metrics_iter_histogram: [{ tasks: [task] }, { metrics: {} }],
      scalar_metrics_iter_raw: [
        { task, metric: { metric: 'm' } },
        { returned: 0, scroll_id: '', variants: {} },
      ],
      vector_metrics_iter_histogram: [
        { task, metric: 'm', variant: 'v' },
        { images: [], metric: 'm', variant: 'v', vectors: [], iterations: [] },
      ],
      get_task_log: [{ task }, { events: [], returned: 0, total: 0 }],
      get_task_plots: [
        { task, no_scroll: true },
        { plots: [], returned: 0, total: 0 },
      ],
      get_multi_task_plots: [
        { tasks: [task], no_scroll: true },
        { plots: {}, returned: 0, total: 0 },
      ],
      get_task_metrics: [{ tasks: [task] }, { metrics: [{ task, metrics: [] }] }],
      get_multi_task_metrics: [{ tasks: [task] }, { metrics: [] }],
      get_scalar_metrics_and_variants: [{ task }, { metrics: {} }],
      get_vector_metrics_and_variants: [{ task }, { metrics: [] }],
      get_task_single_value_metrics: [{ tasks: [task] }, { tasks: [] }],
      get_scalar_metric_data: [
        { task, metric: 'm', no_scroll: true },
        { events: [], returned: 0, total: 0 },
      ],
      clear_task_log: [{ task }, { deleted: 0 }],
      delete_for_task: [{ task }, { deleted: true }],
    };
    for (const [name, [body, answer]] of Object.entries(empty)) {
      assert.deepEqual(await api.call(`events.${name}`, body), answer, name);
    }
    for (const name of ['debug_images', 'plots']) {
      assert.deepEqual((await api.call(`events.${name}`, { metrics })).metrics, [{ task, iterations: [] }], name);
    }
    const unknown = JSON.stringify({ ...empty, debug_images: [{ metrics }], plots: [{ metrics }] }).replaceAll(task, 'nobody');
    for (const [name, [body]] of Object.entries<[object]>(JSON.parse(unknown))) {
      assert.equal(await api.refuse(`events.${name}`, body), '400/101', name);
    }
  });

  test('events.delete_for_task and clear_task_log leave a published run alone unless that is allowed', async () => {
    const task = await newRun([metric('a', 1, 1)]);
    await api.call('tasks.stopped', { task, force: true });
    await api.call('tasks.publish', { task });
    for (const name of ['delete_for_task', 'clear_task_log']) {
      assert.equal(await api.refuse(`events.${name}`, { task }), '400/113', name);
      assert.equal(await api.refuse(`events.${name}`, { task: 'nobody', allow_locked: true }), '400/101', name);
    }
    assert.deepEqual(await api.call('events.clear_task_log', { task, include_metrics: ['m'] }), { deleted: 0 });
    assert.deepEqual(await api.call('events.clear_task_log', { task, allow_locked: true }), { deleted: 0 });
    assert.deepEqual((await api.call('events.get_scalar_metrics_and_variants', { task })).metrics, { a: ['a'] });
    await api.call('events.delete_for_task', { task, allow_locked: true });
    assert.deepEqual((await api.call('events.get_scalar_metrics_and_variants', { task })).metrics, {});
    await log(task, [metric('a', 1, 2)]);
    assert.deepEqual((await api.call('events.scalar_metrics_iter_histogram', { task })).a.a.y, [2]);
  });
});
