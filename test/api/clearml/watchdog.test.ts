import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchOnce } from '../../../src/tracking/watchdog.ts';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { call } = clearmlApi(app);
const HOUR_MS = 3_600_000;

/** Looks at the runs as if so many hours had passed. */
function lookIn(hours: number): Promise<number> {
  return watchOnce({ db: app.db, now: () => new Date(Date.now() + hours * HOUR_MS) });
}

test('the watchdog stops tasks that were not heard of for two hours, and only those that say that they are alive', async () => {
  const { id: silent } = await call('tasks.create', { name: 'silent', type: 'training' });
  const { id: waiting } = await call('tasks.create', { name: 'waiting', type: 'training' });
  await call('tasks.started', { task: silent });
  const { body } = await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id: '0', start_time: 1 });
  assert.equal(await lookIn(1.9), 0);
  assert.equal(await lookIn(2.1), 1);
  assert.equal(await lookIn(2.1), 0);
  const { task } = await call('tasks.get_by_id', { task: silent });
  assert.deepEqual(
    [task.status, task.status_reason, task.status_message],
    ['stopped', 'Forced stop (non-responsive)', 'Forced stop (non-responsive)'],
  );
  assert.ok(task.completed);
  assert.equal((await call('tasks.get_by_id', { task: waiting })).task.status, 'created');
  assert.equal((await call('tasks.get_by_id', { task: body.run.info.run_id })).task.status, 'in_progress');
});

test('the watchdog leaves a task alone that pinged', async () => {
  const { id: task } = await call('tasks.create', { name: 'alive', type: 'training' });
  await call('tasks.started', { task });
  await app.db.query({
    text: `update runs set updated_at = now() - interval '3 hours', changed_at = now() - interval '3 hours',
      status_changed_at = now() - interval '3 hours' where name = 'alive'`,
  });
  await call('tasks.ping', { task });
  assert.equal(await lookIn(0), 0);
});

test('the watchdog forgets workers that have been gone for a day', async () => {
  await call('workers.register', { worker: 'gone', timeout: 60 });
  await lookIn(23);
  const count = async () => (await app.db.query({ text: `select from workers where worker = 'gone'` })).rowCount;
  assert.equal(await count(), 1);
  await lookIn(25);
  assert.equal(await count(), 0);
});
