import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { ask, call, refuse } = clearmlApi(app);

async function makeTask(fields: object = {}): Promise<string> {
  return (await call('tasks.create', { name: 'a task', type: 'training', ...fields })).id;
}

async function taskOf(task: string) {
  return (await call('tasks.get_by_id', { task })).task;
}

/** Brings a new task to a status by calls alone. */
const ways: Record<string, readonly (readonly [operation: string, body?: object])[]> = {
  created: [],
  queued: [['tasks.enqueue', { queue_name: 'some queue' }]],
  in_progress: [['tasks.started']],
  stopped: [['tasks.started'], ['tasks.stopped']],
  closed: [['tasks.started'], ['tasks.stopped'], ['tasks.close']],
  failed: [['tasks.started'], ['tasks.failed']],
  completed: [['tasks.started'], ['tasks.completed']],
  published: [['tasks.started'], ['tasks.completed'], ['tasks.publish']],
};

async function taskIn(status: string): Promise<string> {
  const task = await makeTask({ name: `a task to be ${status}` });
  for (const [operation, body] of ways[status] ?? []) await call(operation, { task, ...body });
  return task;
}

/** What each call may follow on, as the original has it. */
const allowed: Record<string, readonly string[]> = {
  'tasks.started': ['created', 'queued', 'in_progress', 'stopped', 'completed'],
  'tasks.stopped': ['queued', 'in_progress', 'stopped', 'closed', 'failed'],
  'tasks.failed': ['in_progress', 'stopped', 'closed', 'failed'],
  'tasks.completed': ['in_progress', 'stopped', 'completed'],
  'tasks.close': ['stopped', 'closed'],
  'tasks.publish': ['stopped', 'closed', 'failed', 'completed'],
  'tasks.reset': ['created', 'queued', 'in_progress', 'stopped', 'closed', 'failed', 'completed'],
};

const results: Record<string, string> = {
  'tasks.started': 'in_progress',
  'tasks.stopped': 'stopped',
  'tasks.failed': 'failed',
  'tasks.completed': 'completed',
  'tasks.close': 'closed',
  'tasks.publish': 'published',
  'tasks.reset': 'created',
};

describe('the status of a task', () => {
  for (const [operation, from] of Object.entries(allowed)) {
    for (const status of Object.keys(ways)) {
      const isAllowed = from.includes(status);
      it(`${operation} ${isAllowed ? 'is right' : 'is refused'} for a task that is ${status}`, async () => {
        const task = await taskIn(status);
        if (isAllowed) {
          const { updated, fields } = await call(operation, { task });
          assert.equal(updated, 1);
          assert.equal(fields.status, results[operation]);
          assert.equal((await taskOf(task)).status, results[operation]);
          return;
        }
        const isRepeat = operation === 'tasks.publish' && status === 'published';
        assert.equal(await refuse(operation, { task }), isRepeat ? '400/113' : '400/110');
        assert.equal((await taskOf(task)).status, status);
      });
    }
  }

  it('force leaves the rules aside', async () => {
    const task = await taskIn('published');
    await call('tasks.started', { task, force: true });
    assert.equal((await taskOf(task)).status, 'in_progress');
  });

  it('a change says why, and says nothing when nothing was said', async () => {
    const task = await makeTask();
    await call('tasks.started', { task });
    assert.deepEqual([(await taskOf(task)).status_reason, (await taskOf(task)).status_message], ['', '']);
    await call('tasks.failed', { task, status_reason: 'oom', status_message: 'out of memory' });
    const failed = await taskOf(task);
    assert.deepEqual([failed.status_reason, failed.status_message], ['oom', 'out of memory']);
    assert.ok(failed.completed >= failed.started);
  });

  it('starting again in progress keeps the first start', async () => {
    const task = await taskIn('in_progress');
    const { started } = await taskOf(task);
    assert.equal((await call('tasks.started', { task })).started, 1);
    assert.equal((await taskOf(task)).started, started);
  });

  it('starting after a stop starts the clock anew', async () => {
    const task = await taskIn('stopped');
    await call('tasks.started', { task });
    assert.equal((await taskOf(task)).completed, undefined);
  });

  it('completed may publish at once, and with it the last output model', async () => {
    const task = await taskIn('in_progress');
    const { id: model } = await call('models.create', { uri: 's3://bucket/w.pt', name: 'weights', task, ready: false });
    await call('tasks.add_or_update_model', { task, name: 'w', model, type: 'output' });
    assert.equal((await call('tasks.completed', { task, publish: true })).published, 1);
    assert.equal((await taskOf(task)).status, 'published');
    assert.equal((await call('models.get_by_id', { model })).model.ready, true);
  });

  it('a task that is not there is told by its id', async () => {
    const { code, message } = await ask('tasks.started', { task: 'nothing' });
    assert.equal(code, '400/101');
    assert.match(message, /nothing/);
  });

  it('MLflow sees each status in its own words', async () => {
    const words = { created: 'SCHEDULED', queued: 'SCHEDULED', in_progress: 'RUNNING', stopped: 'KILLED', failed: 'FAILED' };
    for (const [status, word] of Object.entries({ ...words, closed: 'FINISHED', completed: 'FINISHED', published: 'FINISHED' })) {
      const { body } = await app.http.get('/api/2.0/mlflow/runs/get').query({ run_id: await taskIn(status) });
      assert.equal(body.run.info.status, word, status);
    }
  });

  it('MLflow ends a task, and a published one stays published', async () => {
    const task = await taskIn('in_progress');
    await app.http.post('/api/2.0/mlflow/runs/update').send({ run_id: task, status: 'FINISHED', end_time: 1_700_000_000_000 });
    const ended = await taskOf(task);
    assert.equal(ended.status, 'completed');
    assert.match(ended.completed, /^2023-11-14T22:13:20/);
    const published = await taskIn('published');
    await app.http.post('/api/2.0/mlflow/runs/update').send({ run_id: published, status: 'FAILED' });
    assert.equal((await taskOf(published)).status, 'published');
  });
});

describe('stopping a task', () => {
  it('stops one that nobody works on, and names who stopped it', async () => {
    const task = await taskIn('in_progress');
    const { fields } = await call('tasks.stop', { task, status_reason: 'abort request' });
    assert.equal(fields.status, 'stopped');
    assert.match(fields.status_message, /^Stopped by \w+$/);
  });

  it('asks the worker that reports for it', async () => {
    const task = await taskIn('in_progress');
    await call('workers.status_report', { worker: 'w1', task, timestamp: Date.now() });
    const { fields } = await call('tasks.stop', { task });
    assert.equal(fields.status, undefined);
    const asked = await taskOf(task);
    assert.deepEqual([asked.status, asked.status_message], ['in_progress', 'stopping']);
    await call('tasks.stop', { task, force: true });
    assert.equal((await taskOf(task)).status, 'stopped');
  });

  it('stops one started by hand at once, though its worker reports', async () => {
    const task = await makeTask({ system_tags: ['development'] });
    await call('tasks.started', { task });
    await call('workers.status_report', { worker: 'w2', task, timestamp: Date.now() });
    await call('tasks.stop', { task });
    assert.equal((await taskOf(task)).status, 'stopped');
  });

  it('takes a waiting one out of its queue', async () => {
    const task = await taskIn('queued');
    const { queue } = (await taskOf(task)).execution;
    await call('tasks.stop', { task });
    assert.equal((await taskOf(task)).status, 'stopped');
    const { entries } = (await call('queues.get_by_id', { queue })).queue;
    assert.ok(!entries.some((entry: { task: string }) => entry.task === task));
  });
});

describe('queues', () => {
  it('a queued task remembers where it came from and goes back there', async () => {
    const task = await taskIn('stopped');
    await call('tasks.enqueue', { task });
    const { enqueue_status, execution } = (
      await call('tasks.get_all', { id: [task], only_fields: ['enqueue_status', 'execution.queue'] })
    ).tasks[0];
    assert.equal(enqueue_status, 'stopped');
    assert.equal(execution.queue, (await call('queues.get_default')).id);
    await call('tasks.dequeue', { task });
    assert.equal((await taskOf(task)).status, 'stopped');
  });

  it('the same queue twice is refused, another one takes the task over', async () => {
    const task = await taskIn('queued');
    const { queue } = (await taskOf(task)).execution;
    assert.equal(await refuse('tasks.enqueue', { task, queue }), '400/706');
    await call('tasks.enqueue', { task, queue_name: 'another queue' });
    assert.ok(!(await call('queues.get_by_id', { queue })).queue.entries.some((entry: { task: string }) => entry.task === task));
  });

  it('an agent that pulled the task takes it out as in progress', async () => {
    const task = await taskIn('queued');
    const { queue } = (await taskOf(task)).execution;
    let pulled: { entry?: { task: string } } = {};
    do pulled = await call('queues.get_next_task', { queue });
    while (pulled.entry && pulled.entry.task !== task);
    assert.equal(pulled.entry?.task, task);
    const { dequeued, fields } = await call('tasks.dequeue', { task, new_status: 'in_progress' });
    assert.deepEqual([dequeued, fields.status], [1, 'in_progress']);
  });

  it('a task that neither waits nor runs stays as it is, one that is gone is no error', async () => {
    assert.deepEqual(await call('tasks.dequeue', { task: await taskIn('completed') }), { updated: 0, fields: {}, dequeued: 1 });
    assert.equal((await call('tasks.dequeue', { task: 'gone' })).updated, 0);
  });

  it('a queue by id and by name at once, or one that is not there, is refused', async () => {
    const task = await makeTask();
    assert.equal(await refuse('tasks.enqueue', { task, queue: 'a', queue_name: 'b' }), '400/12');
    assert.equal(await refuse('tasks.enqueue', { task, queue: 'a' }), '400/701');
    assert.equal((await taskOf(task)).status, 'created');
  });

  it('many at once: each is told apart', async () => {
    const [first, second] = [await makeTask(), await taskIn('published')];
    const { succeeded, failed } = await call('tasks.enqueue_many', { ids: [first, second, 'gone'], queue_name: 'for many' });
    assert.deepEqual(
      succeeded.map((one: { id: string }) => one.id),
      [first],
    );
    assert.deepEqual(
      failed.map((one: { id: string; error: { codes: number[] } }) => [one.id, ...one.error.codes]),
      [
        [second, 400, 110],
        ['gone', 400, 101],
      ],
    );
  });
});
