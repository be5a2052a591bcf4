import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { call, refuse } = clearmlApi(app);

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** Names of the tasks a body finds, in the order of the answer. */
async function found(body: object, operation = 'tasks.get_all'): Promise<string[]> {
  const { tasks } = await call(operation, { ...body, only_fields: ['name'] });
  return tasks.map((task: { name: string }) => task.name);
}

const ids = new Map<string, string>();
const idOf = (name: string) => ids.get(name) as string;
const project = { top: '', below: '' };

async function create(name: string, more: object = {}): Promise<void> {
  ids.set(name, (await call('tasks.create', { name, type: 'training', ...more })).id);
}

async function report(task: string, metric: string, variant: string, values: readonly number[]): Promise<void> {
  for (const [iter, value] of values.entries()) {
    await call('events.add', { task, type: 'training_stats_scalar', metric, variant, iter, value });
  }
}

before(async () => {
  project.top = (await call('projects.create', { name: 'query/top', description: '' })).id;
  project.below = (await call('projects.create', { name: 'query/top/below', description: '' })).id;
  const lr = (value: string) => ({ Args: { lr: { section: 'Args', name: 'lr', value } } });
  await create('alpha one', { project: project.top, tags: ['a', 'b'], hyperparams: lr('10'), comment: 'The first' });
  await create('alpha two', { project: project.below, tags: ['b'], hyperparams: lr('9'), parent: idOf('alpha one') });
  await create('beta', {
    project: project.top,
    type: 'testing',
    hyperparams: { General: { 'a.b': { section: 'General', name: 'a.b', value: 'dot' } } },
  });
  await create('hidden', { project: project.top, system_tags: ['hidden'] });
  await create('archived', { project: project.top, system_tags: ['archived', 'development'] });
  await create('nowhere', { tags: ['c'], runtime: { pipeline_job_hash: 'abc', 'with.dot': 1 } });
  await report(idOf('alpha one'), 'loss', 'val', [3, 2, 1]);
  await report(idOf('alpha two'), 'loss', 'val', [1, 5]);
  await report(idOf('beta'), 'loss/x', 'val', [7]);
});

describe('tasks are found', () => {
  test('by a pattern that Python escaped', async () => {
    assert.deepEqual(await found({ name: '^alpha\\ one$' }), ['alpha one']);
    assert.deepEqual(await found({ name: 'alpha' }), ['alpha one', 'alpha two']);
    assert.deepEqual(await found({ name: 'ALPHA' }), []);
    assert.deepEqual(await found({ comment: 'first$' }), ['alpha one']);
    assert.equal(await refuse('tasks.get_all', { name: 'a(' }), '400/21');
    assert.equal(await refuse('tasks.get_all', { name: '*' }), '400/21');
  });

  test('by lists with operators', async () => {
    assert.deepEqual(await found({ tags: ['a', 'c'] }), ['alpha one', 'nowhere']);
    assert.deepEqual(await found({ tags: ['b', '-a'] }), ['alpha two']);
    assert.deepEqual(await found({ tags: ['__$all', 'a', 'b'] }), ['alpha one']);
    assert.deepEqual(await found({ tags: ['__$all', 'b', '__$not', 'a'] }), ['alpha two']);
    assert.deepEqual(await found({ tags: ['__$any', 'a', '__$not', 'b'] }), ['alpha one', 'beta', 'archived', 'nowhere']);
    assert.deepEqual(await found({ tags: ['__$all', 'a', 'b', '__$or', 'c', '__$not', 'x'] }), ['alpha one']);
    assert.deepEqual(await found({ tags: [null], project: [project.top] }), ['beta', 'archived']);
    assert.deepEqual(await found({ tags: 'c' }), ['nowhere']);
    assert.equal(await refuse('tasks.get_all', { tags: ['__$xor', 'a'] }), '400/16');
  });

  test('by the newer form of the same', async () => {
    const filter = (tags: object) => ({ filters: { tags } });
    assert.deepEqual(await found(filter({ any: { include: ['a', 'c'] } }), 'tasks.get_all_ex'), ['alpha one', 'nowhere']);
    assert.deepEqual(await found(filter({ all: { include: ['b'], exclude: ['a'] } }), 'tasks.get_all_ex'), ['alpha two']);
    const either = { any: { include: ['c'] }, all: { include: ['a', 'b'] }, op: 'or' };
    assert.deepEqual(await found(filter(either), 'tasks.get_all_ex'), ['alpha one', 'nowhere']);
  });

  test('by system tags, of which archived is one', async () => {
    assert.deepEqual(await found({ system_tags: ['archived'] }), ['archived']);
    assert.deepEqual(await found({ system_tags: ['__$all', 'development', '__$not', 'archived'] }), []);
    assert.deepEqual(await found({ system_tags: ['-archived'], project: [project.top] }), ['alpha one', 'beta']);
    assert.deepEqual(await found({ system_tags: [null], project: [project.top] }), ['alpha one', 'beta']);
  });

  test('by type, status, parent and project', async () => {
    assert.deepEqual(await found({ type: ['testing'] }), ['beta']);
    assert.deepEqual(await found({ status: ['completed', 'no such status'] }), []);
    assert.deepEqual(await found({ parent: idOf('alpha one') }), ['alpha two']);
    assert.deepEqual(await found({ parent: idOf('alpha one'), status: ['created'] }), ['alpha two']);
    assert.deepEqual(await found({ project: [project.below] }), ['alpha two']);
    assert.deepEqual(await found({ project: [project.top], include_subprojects: true }), [
      'alpha one',
      'alpha two',
      'beta',
      'archived',
    ]);
    assert.deepEqual(await found({ project: [null] }), ['nowhere']);
    assert.deepEqual(await found({ project: ['no such project'] }), []);
  });

  test('by id, also when they are hidden, and by nothing when nobody has the id', async () => {
    assert.deepEqual(await found({ id: [idOf('hidden'), idOf('beta')] }), ['beta', 'hidden']);
    assert.deepEqual(await found({ id: [idOf('hidden')], search_hidden: false }), ['hidden']);
    assert.deepEqual(await found({ id: ['0'.repeat(32)] }), []);
    assert.equal((await found({})).includes('hidden'), false);
    assert.equal((await found({ search_hidden: true })).includes('hidden'), true);
  });

  test('by hyperparameters, whose names may hold dots', async () => {
    assert.deepEqual(await found({ 'hyperparams.Args.lr.value': ['10'] }), ['alpha one']);
    assert.deepEqual(await found({ 'hyperparams.Args.lr.value': ['-10'], project: [project.below] }), ['alpha two']);
    assert.deepEqual(await found({ 'hyperparams.General.a%2Eb.value': ['dot'] }), ['beta']);
    assert.deepEqual(await found({ 'hyperparams.Args.lr.value': [null], type: ['testing'] }), ['beta']);
    assert.deepEqual(await found({ 'execution.parameters.lr': ['9'] }), ['alpha two']);
  });

  test('by runtime values', async () => {
    assert.deepEqual(await found({ 'runtime.pipeline_job_hash': 'abc' }), ['nowhere']);
    assert.deepEqual(await found({ 'runtime.with%2Edot': 1 }), ['nowhere']);
    const hash = { fields: ['runtime.pipeline_job_hash'], pattern: '^abc$' };
    assert.deepEqual(await found({ _all_: hash }), ['nowhere']);
  });

  test('by ranges of metrics, which are named by md5', async () => {
    const loss = `last_metrics.${md5('loss')}.${md5('val')}`;
    assert.deepEqual(await found({ [`${loss}.value`]: [2, null] }), ['alpha two']);
    assert.deepEqual(await found({ [`${loss}.min_value`]: [1, 1] }), ['alpha one', 'alpha two']);
    assert.deepEqual(await found({ [`${loss}.max_value`]: [null, 3], project: [project.top] }), [
      'alpha one',
      'beta',
      'archived',
    ]);
    assert.deepEqual(await found({ [`last_metrics.${md5('loss/x')}.${md5('val')}.value`]: [7, 7] }), ['beta']);
    assert.deepEqual(await found({ last_iteration: [2, null] }), ['alpha one']);
  });

  test('by moments', async () => {
    assert.deepEqual(await found({ status_changed: ['>2030-01-01'] }), []);
    assert.deepEqual(await found({ last_update: '<2020-01-01T00:00:00' }), []);
    assert.deepEqual(await found({ created: ['2020-01-01', '2020-02-01'] }), []);
    assert.deepEqual(await found({ started: [null, '2020-02-01'], type: ['testing'] }), ['beta']);
    const { tasks } = await call('tasks.get_all', { id: [idOf('beta')], only_fields: ['last_update'] });
    assert.deepEqual(await found({ last_update: [`>=${tasks[0].last_update}`, `<=${tasks[0].last_update}`] }), ['beta']);
    assert.equal(await refuse('tasks.get_all', { status_changed: ['>yesterday'] }), '400/12');
    assert.equal(await refuse('tasks.get_all', { last_iteration: ['x', null] }), '400/12');
  });

  test('by one pattern in several fields, in any case of letters', async () => {
    assert.deepEqual(await found({ _any_: { fields: ['name', 'comment'], pattern: 'FIRST|^BETA' } }), ['alpha one', 'beta']);
    assert.deepEqual(await found({ _all_: { fields: ['name', 'comment'], pattern: 'a|t' }, type: ['training'] }), ['alpha one']);
    assert.deepEqual(await found({ _any_: { fields: ['tags'], pattern: '^c$' } }), ['nowhere']);
    assert.deepEqual(await found({ _or_: { fields: ['created', 'started'], datetime: '>2030-01-01' } }), []);
    assert.equal(await refuse('tasks.get_all', { _any_: { fields: ['no_field'], pattern: 'x' } }), '400/14');
  });

  test('by free text', async () => {
    assert.deepEqual(await found({ search_text: 'first BETA' }), ['alpha one', 'beta']);
    assert.deepEqual(await found({ search_text: 'alpha -two' }), ['alpha one']);
    assert.deepEqual(await found({ search_text: '"alpha one"', order_by: ['@text_score'] }), ['alpha one']);
    assert.deepEqual(await found({ search_text: idOf('beta') }), ['beta']);
  });
});

describe('tasks that were found', () => {
  test('come in the order asked for, those without the value last', async () => {
    const lr = 'hyperparams.Args.lr.value';
    const some = { tags: ['a', 'b', 'c'] };
    assert.deepEqual(await found({ ...some, order_by: [lr] }), ['alpha two', 'alpha one', 'nowhere']);
    assert.deepEqual(await found({ ...some, order_by: [`-${lr}`] }), ['alpha one', 'alpha two', 'nowhere']);
    const loss = `last_metrics.${md5('loss')}.${md5('val')}.value`;
    assert.deepEqual(await found({ ...some, order_by: [loss] }), ['alpha one', 'alpha two', 'nowhere']);
    assert.deepEqual(await found({ ...some, order_by: [`-${loss}`] }), ['alpha two', 'alpha one', 'nowhere']);
    assert.deepEqual(await found({ ...some, order_by: 'name' }), ['alpha one', 'alpha two', 'nowhere']);
    assert.deepEqual(await found({ ...some, order_by: ['-last_update', 'name'] }), ['alpha two', 'alpha one', 'nowhere']);
    assert.equal(await refuse('tasks.get_all', { order_by: ['no_field'] }), '400/14');
  });

  test('come in pages', async () => {
    assert.deepEqual(await found({ order_by: ['name'], page: 1, page_size: 2 }), ['archived', 'beta']);
    assert.deepEqual(await found({ order_by: ['name'], start: 1, size: 1 }), ['alpha two']);
    assert.deepEqual(await found({ page: 1e17, page_size: 10_000 }), []);
    const first = await call('tasks.get_all', { order_by: ['name'], scroll_id: null, size: 3, only_fields: ['name'] });
    assert.equal(first.tasks.length, 3);
    const second = await call('tasks.get_all', {
      order_by: ['name'],
      scroll_id: first.scroll_id,
      size: 3,
      only_fields: ['name'],
    });
    assert.deepEqual(
      second.tasks.map((task: { name: string }) => task.name),
      ['beta', 'nowhere'],
    );
    const { tasks } = await call('tasks.get_all', { order_by: ['name'], scroll_id: second.scroll_id, size: 3 });
    assert.deepEqual(tasks, []);
    assert.equal(await refuse('tasks.get_all', { scroll_id: 'forged' }), '400/1104');
    assert.equal(await refuse('tasks.get_all', { scroll_id: first.scroll_id, order_by: ['created'] }), '400/1104');
  });

  test('show the fields asked for and no others', async () => {
    const one = { id: [idOf('alpha one')] };
    const show = async (only_fields: string[], operation = 'tasks.get_all') =>
      (await call(operation, { ...one, only_fields })).tasks[0];
    assert.deepEqual(await show(['name']), { name: 'alpha one' });
    assert.deepEqual(await show(['execution.queue', 'runtime.x', 'last_metrics.a.b']), {
      execution: {},
      runtime: {},
      last_metrics: {},
    });
    assert.deepEqual(await show(['hyperparams.Args.lr.value']), { hyperparams: { Args: { lr: { value: '10' } } } });
    assert.deepEqual(await show(['unique_metrics']), { unique_metrics: ['loss/val'] });
    const whole = await show(['-last_metrics', '-execution.artifacts']);
    assert.equal('last_metrics' in whole, false);
    assert.equal('artifacts' in whole.execution, false);
    assert.equal('unique_metrics' in whole, false);
    assert.equal(whole.name, 'alpha one');
    assert.equal(await refuse('tasks.get_all', { only_fields: ['no_field'] }), '400/14');
    assert.equal(await refuse('tasks.get_all', { only_fields: ['script.no_field'] }), '400/14');
  });

  test('bring the names of what they refer to along', async () => {
    const fields = ['project.name', 'user.name', 'parent.name', 'parent.project.name', 'name'];
    const { tasks } = await call('tasks.get_all_ex', { id: [idOf('alpha two')], only_fields: fields });
    assert.deepEqual(tasks, [
      {
        id: idOf('alpha two'),
        name: 'alpha two',
        project: { id: project.below, name: 'query/top/below' },
        user: { id: '00000000000040008000000000000001', name: 'admin' },
        parent: { id: idOf('alpha one'), name: 'alpha one', project: { name: 'query/top' } },
      },
    ]);
    const bare = await call('tasks.get_all_ex', { id: [idOf('alpha two')], only_fields: ['parent'] });
    assert.deepEqual(bare.tasks, [{ id: idOf('alpha two'), parent: { id: idOf('alpha one') } }]);
  });
});

test('a list without an order comes in the order things were made', async () => {
  const names = ['zz first', 'mm second', 'aa third'];
  for (const name of names) {
    await call('queues.create', { name });
    await call('models.create', { name, uri: `s3://b/${name}` });
    await call('projects.create', { name, description: '' });
    await call('tasks.create', { name, type: 'training' });
  }
  for (const kind of ['queues', 'models', 'projects', 'tasks']) {
    const answer = await call(`${kind}.get_all`, { name: ' (first|second|third)$', only_fields: ['name'] });
    assert.deepEqual(
      answer[kind].map((one: { name: string }) => one.name),
      names,
      kind,
    );
  }
});
