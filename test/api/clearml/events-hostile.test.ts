import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const api = clearmlApi(app);
const { body } = await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id: '0' });
const task: string = body.run.info.run_id;
const name = { task, iter: 1, metric: '__proto__', variant: 'constructor' };
const events = [
  { ...name, type: 'plot', plot_str: '{}' },
  { ...name, type: 'training_debug_image', key: 'k', url: 'http://elsewhere/k' },
  { ...name, type: 'training_stats_scalar', value: 1 },
  { ...name, type: 'training_stats_vector', values: [1] },
  { type: 'log', task, msg: 'printed' },
];

function scroll(...parts: string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

test('events.* read names that objects have of their own', async () => {
  const text = events.map((event) => JSON.stringify(event)).join('\n');
  const answer = await app.http.post('/events.add_batch').set('content-type', 'application/json-lines').send(text);
  assert.equal(answer.body.data.added, events.length);
  const curves = await api.call('events.scalar_metrics_iter_histogram', { task });
  assert.deepEqual(
    Object.entries(curves).flatMap(([metric, variants]) => [metric, Object.keys(variants as object)]),
    ['__proto__', ['constructor']],
  );
  const { plots } = await api.call('events.get_multi_task_plots', { tasks: [task] });
  assert.deepEqual(Object.keys(plots), ['__proto__']);
});

test('no value of a field breaks a reading call of events', async () => {
  const ofTask = ['task', 'metrics'];
  /** What each call is sent, the fields that are tried, and the name its scroll ids begin with. */
  const calls: Record<string, [fine: object, fields: string[], listing?: string]> = {
    scalar_metrics_iter_histogram: [{ task }, [...ofTask, 'samples']],
    scalar_metrics_iter_raw: [{ task, metric: { metric: 'm' } }, ['batch_size'], 'raw'],
    vector_metrics_iter_histogram: [{ task, metric: 'm', variant: 'v' }, ['metric', 'variant']],
    get_task_log: [{ task }, [...ofTask, 'batch_size', 'from_timestamp']],
    get_task_events: [{ task }, [...ofTask, 'batch_size', 'event_type'], 'events'],
    get_task_plots: [{ task }, [...ofTask, 'iters'], 'plots'],
    get_multi_task_plots: [{ tasks: [task] }, ['tasks', 'iters'], 'multi'],
    get_multi_task_metrics: [{ tasks: [task] }, ['tasks', 'event_type']],
    get_scalar_metric_data: [{ task, metric: 'm' }, ['metric'], 'data'],
    get_task_single_value_metrics: [{ tasks: [task] }, ['tasks', 'metrics']],
    debug_images: [{ metrics: [{ task }] }, ['metrics', 'iters'], 'image'],
    get_debug_image_sample: [{ task, metric: 'm', variant: 'v' }, ['metric', 'variant', 'iteration']],
    next_plot_sample: [{ task, scroll_id: '' }, ['task'], 'plot'],
    clear_task_log: [{ task }, ['task', 'threshold_sec']],
  };
  const numbers = [0, -1, 1.5, 1e300, 2 ** 63, -(2 ** 63)];
  const texts = ['', 'a\0b', '\ud800', '__proto__'];
  const scrollsOf = (listing: string) => [
    ...[...texts, scroll(listing), scroll(listing, 'm', 'v', 'v', '1', '1')],
    ...['-1', '0', '4', '99999999999999999999'].flatMap((at) => [scroll(listing, at), scroll(listing, at, '1', '\0')]),
  ];
  const fields: Record<string, readonly unknown[]> = {
    iters: numbers,
    samples: numbers,
    batch_size: numbers,
    iteration: numbers,
    from_timestamp: numbers,
    threshold_sec: numbers,
    task: texts,
    tasks: [[], [task, task], ...texts.map((text) => [text])],
    metric: texts,
    variant: texts,
    metrics: [[{}], ...texts.flatMap((metric) => [[{ metric }], [{ task, metric, variants: [metric] }]])],
    event_type: ['log', 'plot', 'unknown'],
  };
  for (const [call, [fine, names, listing]] of Object.entries(calls)) {
    const tried = names.flatMap((field) => (fields[field] ?? []).map((value) => ({ [field]: value })));
    if (listing !== undefined) tried.push(...scrollsOf(listing).map((scroll_id) => ({ scroll_id })));
    for (const one of tried) {
      const { code, message } = await api.ask(`events.${call}`, { ...fine, ...one });
      assert.match(code, /^[24]00\//, `${call} with ${JSON.stringify(one)}: ${message}`);
    }
  }
});
