import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { call, refuse } = clearmlApi(app);

const COMPANY = 'd1bd92a3b039400cbafc60a7a5b1e52b';
const ADMIN = '00000000000040008000000000000001';
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}000\+00:00$/;

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const read = async (task: string) => (await call('tasks.get_by_id', { task })).task;
const mlflow = (path: string, body: object) => app.http.post(`/api/2.0/mlflow/${path}`).send(body).expect(200);

async function createRun(more: object = {}): Promise<string> {
  const { body } = await mlflow('runs/create', { experiment_id: '0', start_time: 1_700_000_000_000, run_name: 'a run', ...more });
  return body.run.info.run_id;
}

describe('a task made by a ClearML client', () => {
  test('is read with the fields and defaults of the original', async () => {
    const project = (await call('projects.create', { name: 'documents', description: '' })).id;
    const { id } = await call('tasks.create', {
      name: 'created',
      type: 'training',
      project,
      comment: 'note',
      system_tags: ['development'],
    });
    const { created, last_update, last_change, status_changed, last_changed_by, ...task } = await read(id);
    for (const date of [created, last_update, last_change, status_changed]) assert.match(date, moment);
    assert.equal(last_changed_by, ADMIN);
    assert.deepEqual(task, {
      id,
      company: COMPANY,
      user: ADMIN,
      name: 'created',
      type: 'training',
      status: 'created',
      comment: 'note',
      report_assets: [],
      project,
      output: {},
      execution: { test_split: 0, parameters: {}, model_desc: {}, model_labels: {}, artifacts: [] },
      tags: [],
      system_tags: ['development'],
      script: { binary: 'python', repository: '', entry_point: '', requirements: {} },
      last_iteration: 0,
      last_metrics: {},
      unique_metrics: [],
      metric_stats: {},
      hyperparams: {},
      configuration: {},
      runtime: {},
      models: { input: [], output: [] },
      container: {},
    });
  });

  test('gives back what it was made with', async () => {
    const made = {
      name: 'full',
      type: 'optimizer',
      tags: ['b', 'a'],
      system_tags: ['archived', 'x'],
      hyperparams: {
        Args: { 'dots.and$': { section: 'Args', name: 'dots.and$', value: '1', type: 'int', description: 'text' } },
        ['__proto__']: { x: { section: '__proto__', name: 'x', value: 'y' } },
        properties: { owner: { section: 'properties', name: 'owner', value: 'me' } },
      },
      configuration: { conf: { name: 'conf', value: 'k = 1', type: 'dictionary' } },
      script: {
        binary: 'python3',
        repository: 'git',
        branch: '',
        version_num: 'c0ffee',
        entry_point: 'a.py',
        working_dir: '.',
        diff: 'd',
      },
      execution: { model_labels: { cat: 1 }, framework: 'torch' },
      runtime: { nested: { a: [1] }, n: 2 },
      container: { image: 'img', arguments: '-v' },
      output_dest: 's3://bucket/x',
    };
    const { id } = await call('tasks.create', made);
    const task = await read(id);
    assert.deepEqual(task.tags, ['a', 'b']);
    assert.deepEqual(task.system_tags, ['archived', 'x']);
    assert.deepEqual(task.hyperparams.Args, made.hyperparams.Args);
    assert.deepEqual(task.hyperparams.properties, made.hyperparams.properties);
    assert.deepEqual(task.configuration, made.configuration);
    assert.deepEqual(task.script, { ...made.script, requirements: {} });
    assert.deepEqual(task.execution.model_labels, { cat: 1 });
    assert.equal(task.execution.framework, 'torch');
    assert.deepEqual(task.runtime, made.runtime);
    assert.deepEqual(task.container, made.container);
    assert.deepEqual(task.output, { destination: 's3://bucket/x' });
    assert.equal('project' in task, false);
    const { params } = await call('tasks.get_hyper_params', { tasks: [id] });
    assert.deepEqual(params[0].task, id);
    assert.deepEqual(params[0].hyperparams.at(-1), made.hyperparams.properties.owner);
  });

  test('shows its latest values under the md5 of their names', async () => {
    const { id } = await call('tasks.create', { name: 'values', type: 'training' });
    for (const [iter, value] of [3, 1, 2].entries()) {
      await call('events.add', { task: id, type: 'training_stats_scalar', metric: 'loss', variant: 'val', iter, value });
    }
    await call('events.add', {
      task: id,
      type: 'training_stats_scalar',
      metric: 'Summary',
      variant: 'acc',
      iter: -(2 ** 31),
      value: 0.93,
    });
    const task = await read(id);
    assert.equal(task.last_iteration, 2);
    assert.deepEqual(task.last_metrics[md5('loss')][md5('val')], {
      metric: 'loss',
      variant: 'val',
      value: 2,
      min_value: 1,
      min_value_iteration: 1,
      max_value: 3,
      max_value_iteration: 0,
      first_value: 3,
      first_value_iteration: 0,
      count: 3,
      mean_value: 2,
    });
    assert.equal(task.last_metrics[md5('Summary')][md5('acc')].max_value_iteration, -(2 ** 31));
  });

  test('that nobody knows is refused by the code of tasks', async () => {
    assert.equal(await refuse('tasks.get_by_id', { task: '0'.repeat(32) }), '400/101');
    assert.equal(await refuse('tasks.get_by_id', {}), '400/12');
  });
});

describe('a run made by an MLflow client', () => {
  test('is a task with its params, labels, properties, code and values', async () => {
    const parent = await createRun();
    const id = await createRun({
      tags: [
        { key: 'mlflow.source.name', value: 'train.py' },
        { key: 'mlflow.source.git.commit', value: 'c0ffee' },
        { key: 'mlflow.source.git.branch', value: 'main' },
        { key: 'mlflow.source.git.repoURL', value: 'https://example.org/r.git' },
        { key: 'mlflow.note.content', value: 'a note' },
        { key: 'mlflow.parentRunId', value: parent },
        { key: 'prod', value: '' },
        { key: 'owner', value: 'me' },
      ],
    });
    await mlflow('runs/log-batch', {
      run_id: id,
      params: [
        { key: 'lr', value: '0.1' },
        { key: 'Args/x', value: '1' },
        { key: 'properties/y', value: '2' },
      ],
      metrics: [
        { key: 'train/loss', value: 0.5, step: 7, timestamp: 1_700_000_000_500 },
        { key: 'acc', value: 'NaN', step: 0, timestamp: 1_700_000_000_500 },
        { key: 'inf', value: '-Infinity', step: 0, timestamp: 1_700_000_000_500 },
      ],
    });
    await mlflow('runs/update', { run_id: id, status: 'FINISHED', end_time: 1_700_000_010_000 });
    const task = await read(id);
    assert.equal(task.name, 'a run');
    assert.equal(task.status, 'completed');
    assert.equal(task.type, 'training');
    assert.equal(task.started, '2023-11-14T22:13:20.000000+00:00');
    assert.equal(task.completed, '2023-11-14T22:13:30.000000+00:00');
    assert.equal(task.active_duration, 10);
    assert.equal(task.comment, 'a note');
    assert.equal(task.parent, parent);
    assert.deepEqual(task.tags, ['prod']);
    const value = (section: string, name: string, text: string) => ({ section, name, value: text });
    assert.deepEqual(task.hyperparams, {
      Args: { x: value('Args', 'x', '1') },
      General: { lr: value('General', 'lr', '0.1'), 'properties/y': value('General', 'properties/y', '2') },
      properties: { owner: value('properties', 'owner', 'me') },
    });
    const { repository, branch, version_num, entry_point } = task.script;
    assert.deepEqual([repository, branch, version_num, entry_point], ['https://example.org/r.git', 'main', 'c0ffee', 'train.py']);
    assert.equal(task.last_iteration, 7);
    assert.equal(task.last_metrics[md5('train')][md5('loss')].value, 0.5);
    assert.equal(task.last_metrics[md5('acc')][md5('acc')].value, null);
    assert.equal(task.last_metrics[md5('inf')][md5('inf')].value, -Number.MAX_VALUE);
    const { tasks } = await call('tasks.get_all_ex', { id: [id], only_fields: ['project.name'] });
    assert.equal(tasks[0].project.name, 'Default');
  });

  test('is archived by a system tag once it is deleted', async () => {
    const id = await createRun();
    await mlflow('runs/delete', { run_id: id });
    assert.deepEqual((await read(id)).system_tags, ['archived']);
  });

  test('with a moment no date can show has none', async () => {
    const id = await createRun({ start_time: '9223372036854775807' });
    assert.equal('started' in (await read(id)), false);
  });
});

describe('parts of tasks', () => {
  test('come by themselves: configuration whole, by name, and its names', async () => {
    const entry = (name: string, value: string) => ({ name, value });
    const configuration = { b: entry('b', 'two'), a: entry('a', 'one'), empty: entry('empty', '') };
    const { id } = await call('tasks.create', { name: 'configured', type: 'training', configuration });
    const all = await call('tasks.get_configurations', { tasks: [id] });
    assert.deepEqual(all.configurations, [
      { task: id, configuration: [entry('a', 'one'), entry('b', 'two'), entry('empty', '')] },
    ]);
    const some = await call('tasks.get_configurations', { tasks: [id], names: ['b'] });
    assert.deepEqual(some.configurations, [{ task: id, configuration: [entry('b', 'two')] }]);
    assert.deepEqual((await call('tasks.get_configuration_names', { tasks: [id] })).configurations, [
      { task: id, names: ['a', 'b'] },
    ]);
    const names = await call('tasks.get_configuration_names', { tasks: [id], skip_empty: false });
    assert.deepEqual(names.configurations, [{ task: id, names: ['a', 'b', 'empty'] }]);
  });

  test('name the types there are in some projects or in all', async () => {
    const project = (await call('projects.create', { name: 'types', description: '' })).id;
    await call('tasks.create', { name: 'monitor', type: 'monitor', project });
    assert.deepEqual((await call('tasks.get_types', { projects: [project] })).types, ['monitor']);
    const { types } = await call('tasks.get_types');
    assert.ok(types.includes('training') && types.includes('monitor'));
  });
});

describe('an old client', () => {
  test('finds params, configuration, models and container where it looks for them', async () => {
    const model = (await call('models.create', { name: 'a model', uri: 's3://m/w.bin' })).id;
    const { id } = await call('tasks.create', {
      name: 'for agents',
      type: 'training',
      tags: ['t'],
      system_tags: ['s'],
      hyperparams: {
        Args: { lr: { section: 'Args', name: 'lr', value: '1' } },
        General: { x: { section: 'General', name: 'x', value: '2' } },
      },
      configuration: { design: { name: 'design', value: 'layers' } },
      models: { input: [{ name: 'base', model }], output: [] },
      container: { image: 'img', arguments: '-v /a:/b' },
    });
    const at = async (version: string) => {
      const { body } = await app.http.get(`/v${version}/tasks.get_by_id`).send({ task: id });
      return body.data.task;
    };
    const old = await at('2.5');
    assert.deepEqual(old.execution.parameters, { lr: '1', 'General/x': '2' });
    assert.deepEqual(old.execution.model_desc, { design: 'layers' });
    assert.equal(old.execution.model, model);
    assert.equal(old.execution.docker_cmd, 'img -v /a:/b');
    assert.deepEqual((await at('2.2')).tags, ['s', 't']);
    const present = await at('2.23');
    assert.deepEqual(present.execution.parameters, {});
    assert.equal('model' in present.execution, false);
  });
});
