import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { ask, call, refuse } = clearmlApi(app);
const missing = '0'.repeat(32);

async function makeTask(name: string): Promise<string> {
  const { body } = await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id: '0', run_name: name });
  return body.run.info.run_id;
}

/** The one worker of a name that is listed. */
async function workerNamed(name: string, body: object = {}) {
  const { workers } = await call('workers.get_all', body);
  return workers.find((worker: { id: string }) => worker.id === name);
}

/** Lets time go by for a worker: it is as if it had been heard of so many seconds earlier. */
async function age(name: string, seconds: number): Promise<void> {
  await app.db.query({
    text: `update workers set seen_at = seen_at - $2 * interval '1 second', expires_at = expires_at - $2 * interval '1 second'
      where worker = $1`,
    values: [name, seconds],
  });
}

test('workers.register makes a worker known, with its queues and what waits there', async () => {
  const { id: queue } = await call('queues.create', { name: 'watched' });
  const task = await makeTask('waits');
  await call('queues.add_task', { queue, task });
  assert.deepEqual(await call('workers.register', { worker: 'vm:cpu:0', queues: [queue], tags: ['t'], system_tags: ['s'] }), {});
  const worker = await workerNamed('vm:cpu:0');
  assert.deepEqual(worker.queues, [{ id: queue, name: 'watched', num_tasks: 1, next_task: { id: task, name: 'waits' } }]);
  assert.deepEqual([worker.tags, worker.system_tags, worker.register_timeout], [['t'], ['s'], 600]);
  assert.equal(worker.company.id, 'd1bd92a3b039400cbafc60a7a5b1e52b');
  assert.ok(worker.ip);
  assert.equal(worker.last_report_time, undefined);
});

test('workers.register refuses an unknown queue and an empty name', async () => {
  assert.equal(await refuse('workers.register', { worker: 'w', queues: [missing] }), '400/701');
  assert.equal(await refuse('workers.register', { worker: '' }), '400/12');
  assert.equal(await refuse('workers.register', {}), '400/12');
});

test('workers.unregister forgets a worker and does not mind one nobody knows', async () => {
  await call('workers.register', { worker: 'short lived' });
  assert.deepEqual(await call('workers.unregister', { worker: 'short lived', queues: [] }), {});
  assert.equal(await workerNamed('short lived'), undefined);
  assert.deepEqual(await call('workers.unregister', { worker: 'short lived', queues: [] }), {});
});

test('workers.status_report registers who is unknown and tells the task who works on it', async () => {
  const { id: queue } = await call('queues.create', { name: 'source of tasks' });
  const task = await makeTask('worked on');
  const report = { worker: 'new one', timestamp: Date.now(), tags: null, is_daemon: true, machine_stats: null };
  assert.deepEqual(await call('workers.status_report', { ...report, task, queue, queues: [queue] }), {});
  const worker = await workerNamed('new one');
  assert.equal(worker.task.id, task);
  assert.equal(worker.task.name, 'worked on');
  assert.equal(worker.queue.name, 'source of tasks');
  assert.ok(worker.last_report_time);
  const { rows } = await app.db.query<{ last_worker: string; last_worker_report_at: Date }>({
    text: `select last_worker, last_worker_report_at from runs where name = 'worked on'`,
  });
  assert.equal(rows[0]?.last_worker, 'new one');
  assert.ok(rows[0]?.last_worker_report_at);
  await call('workers.status_report', report);
  const idle = await workerNamed('new one');
  assert.equal(idle.task, undefined);
  assert.deepEqual(
    idle.queues.map((one: { id: string }) => one.id),
    [queue],
  );
});

test('workers.status_report refuses an unknown task and a moment that is none', async () => {
  assert.equal(await refuse('workers.status_report', { worker: 'w', timestamp: 1, task: missing }), '400/101');
  assert.equal(await refuse('workers.status_report', { worker: 'w', timestamp: 1e17 }), '400/12');
  assert.equal(await refuse('workers.status_report', { worker: 'w' }), '400/12');
});

test('a worker that says nothing for its time is gone, and comes back with its next report', async () => {
  await call('workers.register', { worker: 'silent', timeout: 60 });
  await age('silent', 59);
  assert.ok(await workerNamed('silent'));
  await age('silent', 2);
  assert.equal(await workerNamed('silent'), undefined);
  await call('workers.status_report', { worker: 'silent', timestamp: Date.now() });
  assert.ok(await workerNamed('silent'));
});

test('workers.get_all and workers.get_count choose by time, tags and name', async () => {
  await call('workers.register', { worker: 'chosen:1', tags: ['gpu'], timeout: 100_000 });
  await call('workers.register', { worker: 'chosen:2', timeout: 100_000 });
  await age('chosen:2', 4000);
  const count = async (body: object) => (await call('workers.get_count', { worker_pattern: 'chosen:*', ...body })).count;
  assert.equal(await count({}), 2);
  assert.equal(await count({ last_seen: 3600 }), 1);
  assert.equal(await count({ tags: ['gpu', 'none'] }), 1);
  assert.equal(await count({ worker_pattern: 'chosen:_' }), 0);
  assert.equal(await workerNamed('chosen:2'), undefined);
  assert.ok(await workerNamed('chosen:2', { last_seen: 5000 }));
});

test('workers.get_stats joins what was measured by stretches of time', async () => {
  assert.equal(await refuse('workers.get_metric_keys', { worker_ids: ['measuring'] }), '400/1005');
  const start = Math.floor(Date.now() / 1000 / 60) * 60 - 600;
  const report = (second: number, machine_stats: object) =>
    call('workers.status_report', { worker: 'measuring', timestamp: second * 1000, machine_stats });
  await report(start, { cpu_usage: [10, 30], memory_free: 100 });
  await report(start + 30, { cpu_usage: [20, 60], memory_free: 200 });
  await report(start + 60, { cpu_usage: [1, 1] });
  const { categories } = await call('workers.get_metric_keys', { worker_ids: ['measuring'] });
  assert.deepEqual(categories, [
    { name: 'cpu', metric_keys: ['cpu_usage'] },
    { name: 'memory', metric_keys: ['memory_free'] },
  ]);
  const range = { worker_ids: ['measuring'], from_date: start - 1, to_date: start + 120, interval: 60 };
  const items = [{ key: 'cpu_usage', category: 'avg' }, { key: 'cpu_usage', category: 'max' }, { key: 'memory_free' }];
  const { workers } = await call('workers.get_stats', { ...range, items });
  assert.deepEqual(workers, [
    {
      worker: 'measuring',
      metrics: [
        {
          metric: 'cpu_usage',
          stats: [
            { aggregation: 'avg', dates: [start, start + 60], values: [30, 1] },
            { aggregation: 'max', dates: [start, start + 60], values: [60, 1] },
          ],
        },
        { metric: 'memory_free', stats: [{ aggregation: 'avg', dates: [start], values: [150] }] },
      ],
    },
  ]);
  const split = await call('workers.get_stats', {
    ...range,
    items: [{ key: 'cpu_usage', category: 'min' }],
    split_by_variant: true,
  });
  assert.deepEqual(
    split.workers[0].metrics.map((metric: { variant: string; stats: { values: number[] }[] }) => [
      metric.variant,
      metric.stats[0]?.values,
    ]),
    [
      ['0', [10, 1]],
      ['1', [30, 1]],
    ],
  );
  assert.equal(await refuse('workers.get_stats', { ...range, items, to_date: start - 2 }), '400/12');
  assert.equal(await refuse('workers.get_stats', { ...range, items, from_date: 0, interval: 1 }), '400/12');
});

test('workers.get_activity_report counts workers over time, and those that worked', async () => {
  const second = 1_000_000_020;
  const task = await makeTask('active');
  await call('workers.status_report', { worker: 'active one', timestamp: second * 1000, task });
  await call('workers.status_report', { worker: 'idle one', timestamp: second * 1000 });
  const { total, active } = await call('workers.get_activity_report', {
    from_date: second - 60,
    to_date: second + 30,
    interval: 60,
  });
  assert.deepEqual(total, { dates: [999_999_960, 1_000_000_020], counts: [0, 2] });
  assert.deepEqual(active.counts, [0, 1]);
});

test('workers.get_runtime_properties is no operation here, as on the original', async () => {
  assert.equal((await ask('workers.get_runtime_properties', { worker: 'vm' })).code, '404/0');
});
