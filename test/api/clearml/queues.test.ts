import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { call, refuse } = clearmlApi(app);
const missing = '0'.repeat(32);

/** A run that MLflow logged waits like any other. */
async function makeTask(name: string): Promise<string> {
  const { body } = await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id: '0', run_name: name });
  return body.run.info.run_id;
}

/** A queue of its own with some tasks in it. */
async function makeQueue(name: string, tasks: readonly string[] = []): Promise<string> {
  const { id } = await call('queues.create', { name });
  for (const task of tasks) await call('queues.add_task', { queue: id, task });
  return id;
}

async function tasksOf(queue: string): Promise<string[]> {
  const { queue: document } = await call('queues.get_by_id', { queue });
  return document.entries.map((entry: { task: string }) => entry.task);
}

test('a queue named default with the system tag default is there from the start', async () => {
  const { queues } = await call('queues.get_all', { name: '^default$', only_fields: ['name', 'system_tags'] });
  assert.deepEqual(queues, [{ name: 'default', system_tags: ['default'] }]);
  assert.equal((await call('queues.get_default')).name, 'default');
});

test('queues.create and queues.get_by_id show a queue as the original does', async () => {
  const { id } = await call('queues.create', {
    name: ' documents ',
    tags: ['b', 'a'],
    system_tags: ['x'],
    display_name: 'Shown',
    metadata: { gpu: { key: 'gpu', type: 'int', value: '4' } },
  });
  const { queue } = await call('queues.get_by_id', { queue: id });
  assert.match(queue.created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}000\+00:00$/);
  assert.equal(queue.last_update, queue.created);
  const { created: _created, last_update: _updated, ...rest } = queue;
  assert.deepEqual(rest, {
    id,
    name: 'documents',
    display_name: 'Shown',
    company: 'd1bd92a3b039400cbafc60a7a5b1e52b',
    tags: ['a', 'b'],
    system_tags: ['x'],
    entries: [],
    metadata: { gpu: { key: 'gpu', type: 'int', value: '4' } },
  });
  const old = await clearmlApi(app, '2.5').call('queues.get_by_id', { queue: id });
  assert.deepEqual(old.queue.metadata, [{ key: 'gpu', type: 'int', value: '4' }]);
});

test('queues.create refuses a name that is taken or too short, and every call an unknown queue', async () => {
  await makeQueue('taken');
  assert.equal(await refuse('queues.create', { name: 'taken' }), '400/801');
  assert.equal(await refuse('queues.create', { name: 'ab' }), '400/800');
  assert.equal(await refuse('queues.create', {}), '400/12');
  for (const operation of ['get_by_id', 'get_next_task', 'delete', 'clear_queue', 'get_num_entries', 'peek_task', 'update']) {
    assert.equal(await refuse(`queues.${operation}`, { queue: missing }), '400/701', operation);
  }
  assert.equal(await refuse('queues.get_by_id', { queue: 'default' }), '400/701');
  assert.equal(await refuse('queues.add_task', { queue: missing, task: missing }), '400/701');
  assert.equal(
    await refuse('queues.get_queue_metrics', { queue_ids: [missing], from_date: 0, to_date: 1, interval: 1 }),
    '400/701',
  );
});

test('queues.update changes what is given and answers with it', async () => {
  const queue = await makeQueue('before');
  const answer = await call('queues.update', { queue, name: 'after', tags: ['t'] });
  assert.deepEqual(answer, { updated: 1, fields: { name: 'after', tags: ['t'] } });
  const { queue: document } = await call('queues.get_by_id', { queue });
  assert.deepEqual([document.name, document.tags, document.system_tags], ['after', ['t'], []]);
  assert.equal(await refuse('queues.update', { queue, name: 'default' }), '400/801');
});

test('queues.add_or_update_metadata merges or replaces, queues.delete_metadata removes', async () => {
  const queue = await makeQueue('metadata');
  await call('queues.add_or_update_metadata', { queue, metadata: [{ key: 'a.b', type: 'str', value: '1' }] });
  await call('queues.add_or_update_metadata', { queue, metadata: [{ key: 'c', type: 'str', value: '2' }] });
  const read = async () => Object.keys((await call('queues.get_by_id', { queue })).queue.metadata);
  assert.deepEqual(await read(), ['a.b', 'c']);
  const { queues } = await call('queues.get_all', { 'metadata.a.b.value': ['1'], only_fields: ['id'] });
  assert.deepEqual(queues, [{ id: queue }]);
  await call('queues.delete_metadata', { queue, keys: ['a.b', 'none'] });
  assert.deepEqual(await read(), ['c']);
  await call('queues.add_or_update_metadata', { queue, metadata: [{ key: 'd' }], replace_metadata: true });
  assert.deepEqual(await read(), ['d']);
});

test('queues.get_next_task hands tasks out in the order they came, then nothing', async () => {
  const tasks = await Promise.all(['first', 'second'].map(makeTask));
  const queue = await makeQueue('in order', tasks);
  assert.equal((await call('queues.get_num_entries', { queue })).num, 2);
  assert.equal((await call('queues.peek_task', { queue })).task, tasks[0]);
  const first = await call('queues.get_next_task', { queue, get_task_info: true });
  assert.equal(first.entry.task, tasks[0]);
  assert.equal(first.task_info.company, 'd1bd92a3b039400cbafc60a7a5b1e52b');
  assert.equal((await call('queues.get_next_task', { queue })).entry.task, tasks[1]);
  assert.deepEqual(await call('queues.get_next_task', { queue }), {});
  assert.deepEqual(await call('queues.peek_task', { queue }), {});
});

test('queues.get_next_task gives no task to two agents', async () => {
  const tasks = await Promise.all(Array.from({ length: 12 }, (_, at) => makeTask(`task ${at}`)));
  const queue = await makeQueue('many agents', tasks);
  const answers = await Promise.all(Array.from({ length: 16 }, () => call('queues.get_next_task', { queue })));
  const taken = answers.flatMap(({ entry }) => (entry ? [entry.task] : []));
  assert.deepEqual(taken.toSorted(), tasks.toSorted());
});

test('queues.get_next_task takes a task that is named', async () => {
  const tasks = await Promise.all(['left', 'wanted'].map(makeTask));
  const queue = await makeQueue('by name', tasks);
  assert.equal((await call('queues.get_next_task', { queue, task: tasks[1] })).entry.task, tasks[1]);
  assert.deepEqual(await tasksOf(queue), [tasks[0]]);
});

test('queues.get_next_task queues a task again that was stopped while it waited', async () => {
  const task = await makeTask('stopped');
  const queue = await makeQueue('stopped ones', [task]);
  await app.db.query({ text: `update runs set status = 'stopped' where name = 'stopped'` });
  await call('queues.get_next_task', { queue });
  const { rows } = await app.db.query<{ status: string }>({ text: `select status from runs where name = 'stopped'` });
  assert.equal(rows[0]?.status, 'queued');
});

test('queues.move_task_* answer with the new place', async () => {
  const tasks = await Promise.all(['a task', 'b task', 'c task', 'd task'].map(makeTask));
  const [a, b, c, d] = tasks;
  const queue = await makeQueue('moved', tasks);
  const move = async (how: string, task: string | undefined, count?: number) =>
    (await call(`queues.move_task_${how}`, { queue, task, count })).position;
  assert.equal(await move('backward', a), 1);
  assert.deepEqual(await tasksOf(queue), [b, a, c, d]);
  assert.equal(await move('forward', d, 2), 1);
  assert.deepEqual(await tasksOf(queue), [b, d, a, c]);
  assert.equal(await move('to_front', c), 0);
  assert.deepEqual(await tasksOf(queue), [c, b, d, a]);
  assert.equal(await move('to_back', b), 3);
  assert.deepEqual(await tasksOf(queue), [c, d, a, b]);
  assert.equal(await move('forward', c, 5), 0);
  assert.equal(await move('backward', d, 100), 3);
  assert.deepEqual(await tasksOf(queue), [c, a, b, d]);
  assert.equal(await refuse('queues.move_task_to_back', { queue, task: missing }), '400/703');
});

test('queues.add_task refuses a task that waits there already and one there is none of', async () => {
  const task = await makeTask('once');
  const queue = await makeQueue('no doubles', [task]);
  assert.equal(await refuse('queues.add_task', { queue, task }), '400/706');
  assert.equal(await refuse('queues.add_task', { queue, task: missing }), '400/101');
});

test('queues.remove_task and queues.clear_queue take tasks out', async () => {
  const tasks = await Promise.all(['one task', 'two task', 'three task'].map(makeTask));
  const queue = await makeQueue('emptied', tasks);
  assert.deepEqual(await call('queues.remove_task', { queue, task: tasks[1] }), { removed: 1 });
  assert.equal(await refuse('queues.remove_task', { queue, task: tasks[1] }), '400/703');
  assert.deepEqual(await call('queues.clear_queue', { queue }), { removed_tasks: [tasks[0], tasks[2]] });
  assert.deepEqual(await tasksOf(queue), []);
});

test('queues.delete keeps a queue that is not empty unless forced', async () => {
  const task = await makeTask('waiting');
  const queue = await makeQueue('deleted', [task]);
  assert.equal(await refuse('queues.delete', { queue }), '400/702');
  assert.deepEqual(await tasksOf(queue), [task]);
  assert.deepEqual(await call('queues.delete', { queue, force: true }), { deleted: 1 });
  assert.equal(await refuse('queues.get_by_id', { queue }), '400/701');
});

test('queues.get_all filters, sorts and cuts; queues.get_all_ex adds names and workers', async () => {
  const task = await makeTask('named task');
  const queue = await makeQueue('listed one', [task]);
  await call('queues.create', { name: 'listed two', tags: ['t'], system_tags: ['k8s-glue'] });
  const names = async (body: object) =>
    (await call('queues.get_all', { name: '^listed', order_by: ['-name'], ...body })).queues.map(
      (one: { name: string }) => one.name,
    );
  assert.deepEqual(await names({}), ['listed one']);
  assert.deepEqual(await names({ search_hidden: true }), ['listed two', 'listed one']);
  assert.deepEqual(await names({ search_hidden: true, tags: ['t'] }), ['listed two']);
  assert.equal(await refuse('queues.get_all', { only_fields: ['nothing'] }), '400/14');
  await call('workers.register', { worker: 'w:0', queues: [queue] });
  const { queues } = await call('queues.get_all_ex', { id: [queue], only_fields: ['entries'] });
  assert.deepEqual(Object.keys(queues[0]).sort(), ['entries', 'id', 'workers']);
  assert.deepEqual(queues[0].entries[0].task, { id: task, name: 'named task' });
  assert.deepEqual(
    queues[0].workers.map((worker: { name: string }) => worker.name),
    ['w:0'],
  );
});

test('queues.get_queue_metrics shows how full a queue was', async () => {
  const tasks = await Promise.all(['m one', 'm two'].map(makeTask));
  const queue = await makeQueue('measured', tasks);
  const now = Date.now() / 1000;
  const { queues } = await call('queues.get_queue_metrics', {
    queue_ids: [queue],
    from_date: now - 3600,
    to_date: now + 3600,
    interval: 7200,
    refresh: true,
  });
  assert.equal(queues[0].queue, queue);
  assert.deepEqual(queues[0].queue_lengths, [2]);
  assert.equal(queues[0].dates.length, 1);
  assert.ok(queues[0].avg_waiting_times[0] >= 0);
});

test('a task goes back to the status it came with when its queue is emptied or deleted', async () => {
  const queue = await makeQueue('going back');
  const { id: task } = await call('tasks.create', { name: 'comes and goes', type: 'training' });
  const status = async () => (await call('tasks.get_by_id', { task })).task.status;
  await call('tasks.enqueue', { task, queue });
  assert.equal(await status(), 'queued');
  assert.deepEqual(await call('queues.clear_queue', { queue }), { removed_tasks: [task] });
  assert.equal(await status(), 'created');
  await call('tasks.enqueue', { task, queue });
  await call('queues.remove_task', { queue, task, update_task_status: true });
  assert.equal(await status(), 'created');
  await call('tasks.enqueue', { task, queue });
  await call('queues.delete', { queue, force: true });
  assert.equal(await status(), 'created');
});

test('tasks.enqueue says whether a worker takes from the queue, and names the lack of a default queue', async () => {
  const queue = await makeQueue('watched by one');
  const { id: task } = await call('tasks.create', { name: 'asks for a watch', type: 'training' });
  assert.equal((await call('tasks.enqueue', { task, queue, verify_watched_queue: true })).queue_watched, false);
  await call('workers.register', { worker: 'watcher', queues: [queue] });
  await call('tasks.dequeue', { task });
  assert.equal((await call('tasks.enqueue', { task, queue, verify_watched_queue: true })).queue_watched, true);
  const second = await makeQueue('second default');
  await call('queues.update', { queue: second, system_tags: ['default'] });
  assert.equal(await refuse('queues.get_default'), '400/708');
  const { queues } = await call('queues.get_all', { system_tags: ['default'], only_fields: ['id'] });
  for (const { id } of queues) await call('queues.update', { queue: id, system_tags: [] });
  assert.equal(await refuse('queues.get_default'), '400/707');
});
