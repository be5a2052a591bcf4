import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { call, refuse } = clearmlApi(app);

const project: string = (await call('projects.create', { name: 'pipes/.pipelines/train', system_tags: ['hidden', 'pipeline'] }))
  .id;
const param = (section: string, name: string, value: string) => ({ [name]: { section, name, value } });
const controller = async (): Promise<string> =>
  (
    await call('tasks.create', {
      name: 'train',
      type: 'controller',
      project,
      system_tags: ['pipeline'],
      hyperparams: {
        Args: { ...param('Args', 'epochs', '1'), ...param('Args', 'lr', '0.1') },
        pipeline: param('pipeline', 'a', 'b'),
      },
    })
  ).id;
const read = async (task: string) => (await call('tasks.get_by_id', { task })).task;

describe('a pipeline', () => {
  test('is run again with other arguments', async () => {
    const task = await controller();
    const { queues } = await call('queues.get_all', { name: '^default$' });
    const { pipeline, enqueued, queue_watched } = await call('pipelines.start_pipeline', {
      task,
      queue: queues[0].id,
      args: [
        { name: 'epochs', value: '5' },
        { name: 'new', value: 'x' },
      ],
      verify_watched_queue: true,
    });
    assert.deepEqual([enqueued, queue_watched], [true, false]);
    const copy = await read(pipeline);
    assert.deepEqual([copy.name, copy.status, copy.type, copy.project], ['train #2', 'queued', 'controller', project]);
    assert.deepEqual(copy.system_tags, ['pipeline']);
    const values = Object.entries(copy.hyperparams.Args as Record<string, { value: string }>).map(([name, { value }]) => [
      name,
      value,
    ]);
    assert.deepEqual(values.sort(), [
      ['epochs', '5'],
      ['lr', '0.1'],
      ['new', 'x'],
    ]);
    assert.equal(copy.hyperparams.pipeline.a.value, 'b');
    assert.equal((await read(task)).hyperparams.Args.epochs.value, '1');
  });

  test('is started from its controller alone, into a queue that is there', async () => {
    const { id } = await call('tasks.create', { name: 'no controller', type: 'training', project });
    assert.equal(await refuse('pipelines.start_pipeline', { task: id }), '400/101');
    assert.equal(await refuse('pipelines.start_pipeline', { task: 'f'.repeat(32) }), '400/101');
    assert.equal(await refuse('pipelines.start_pipeline', {}), '400/12');
    const task = await controller();
    const count = async () => (await call('tasks.get_all', { project: [project], only_fields: ['id'] })).tasks.length;
    const before = await count();
    assert.equal(await refuse('pipelines.start_pipeline', { task, queue: 'f'.repeat(32) }), '400/701');
    assert.equal(await count(), before);
  });

  test('keeps its last run; others are deleted with their steps', async () => {
    const { tasks } = await call('tasks.get_all', { project: [project], type: ['controller'], only_fields: ['id'] });
    const ids = tasks.map((task: { id: string }) => task.id);
    assert.equal(await refuse('pipelines.delete_runs', { project, ids }), '400/160');
    const gone = ids[0];
    const step: string = (await call('tasks.create', { name: 'a step', type: 'training', project, parent: gone })).id;
    const { succeeded, failed } = await call('pipelines.delete_runs', { project, ids: [gone, 'f'.repeat(32)] });
    assert.deepEqual(
      succeeded.map((one: { id: string; deleted: boolean }) => [one.id, one.deleted]),
      [[gone, true]],
    );
    assert.deepEqual(failed[0].error.codes, [400, 101]);
    assert.equal(await refuse('tasks.get_by_id', { task: step }), '400/101');
    assert.equal(await refuse('tasks.get_by_id', { task: gone }), '400/101');
  });
});
