import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { call, refuse } = clearmlApi(app);

const project: string = (await call('projects.create', { name: 'reported/work' })).id;
const create = async (fields: object = {}): Promise<{ id: string; project_id: string }> =>
  call('reports.create', { name: 'a report', project, report: '# Title', ...fields });
const read = async (task: string) => (await call('tasks.get_by_id', { task })).task;

describe('a report', () => {
  test('is a task in a hidden project below the one it is about', async () => {
    const { id, project_id } = await create({ tags: ['weekly'], comment: 'about', report_assets: ['s3://b/a.png'] });
    const report = await read(id);
    assert.deepEqual([report.type, report.status, report.project, report.report], ['report', 'created', project_id, '# Title']);
    assert.deepEqual([report.tags, report.system_tags, report.comment], [['weekly'], ['reports'], 'about']);
    assert.deepEqual(report.report_assets, ['s3://b/a.png']);
    const folder = (await call('projects.get_by_id', { project: project_id })).project;
    assert.deepEqual([folder.name, folder.system_tags], ['reported/work/.reports', ['hidden', 'reports']]);
    assert.equal((await create()).project_id, project_id);
    assert.deepEqual(await call('reports.get_tags'), { tags: ['weekly'] });
  });

  test('without a project is at the top; with an unknown one it is refused', async () => {
    const { project_id } = await create({ project: undefined });
    assert.equal((await call('projects.get_by_id', { project: project_id })).project.name, '.reports');
    assert.equal(await refuse('reports.create', { name: 'a report', project: 'f'.repeat(32) }), '400/401');
    assert.equal(await refuse('reports.create', { name: 'ab' }), '400/800');
    assert.equal(await refuse('reports.create', {}), '400/12');
  });

  test('is changed until it is published, its tags after that too', async () => {
    const { id } = await create();
    const { updated, fields } = await call('reports.update', {
      task: id,
      report: 'new text',
      name: 'new name',
      tags: ['b', 'a'],
    });
    assert.deepEqual([updated, fields.report, fields.name, fields.tags], [1, 'new text', 'new name', ['a', 'b']]);
    const report = await read(id);
    assert.deepEqual([report.report, report.name, report.tags], ['new text', 'new name', ['a', 'b']]);
    const published = await call('reports.publish', { task: id, comment: 'done' });
    assert.deepEqual([published.fields.status, published.fields.status_message], ['published', 'done']);
    assert.equal(await refuse('reports.update', { task: id, report: 'late' }), '400/110');
    assert.equal(await refuse('reports.publish', { task: id }), '400/110');
    await call('reports.update', { task: id, tags: ['late'] });
    assert.deepEqual((await read(id)).tags, ['late']);
    assert.equal((await read(id)).report, 'new text');
  });

  test('is moved below another project', async () => {
    const { id } = await create();
    const { project_id } = await call('reports.move', { task: id, project_name: 'reported/other' });
    assert.equal((await read(id)).project, project_id);
    assert.equal((await call('projects.get_by_id', { project: project_id })).project.name, 'reported/other/.reports');
    assert.deepEqual(await call('reports.move', { task: id, project: project_id }), { project_id });
    assert.equal(await refuse('reports.move', { task: id }), '400/12');
  });

  test('is archived, brought back and deleted', async () => {
    const { id } = await create();
    assert.deepEqual(await call('reports.archive', { task: id }), { archived: 1 });
    assert.deepEqual((await read(id)).system_tags, ['archived', 'reports']);
    assert.deepEqual(await call('reports.unarchive', { task: id }), { unarchived: 1 });
    assert.deepEqual((await read(id)).system_tags, ['reports']);
    await call('reports.publish', { task: id });
    assert.equal(await refuse('reports.delete', { task: id }), '400/123');
    assert.deepEqual(await call('reports.delete', { task: id, force: true }), { deleted: 1 });
    assert.equal(await refuse('reports.delete', { task: id }), '400/101');
  });

  test('is found by the project it is about', async () => {
    const about: string = (await call('projects.create', { name: 'found/work' })).id;
    const { id } = await create({ project: about, name: 'to be found' });
    await call('tasks.create', { name: 'no report', type: 'training', project: about });
    const { tasks } = await call('reports.get_all_ex', { project: [about], only_fields: ['name', 'project.name', 'report'] });
    assert.deepEqual(tasks, [
      { id, name: 'to be found', project: { id: tasks[0].project.id, name: 'found/work/.reports' }, report: '# Title' },
    ]);
    assert.deepEqual((await call('reports.get_all_ex', { project: [about], name: 'nothing' })).tasks, []);
  });

  test('is the one kind of task these calls take', async () => {
    const task: string = (await call('tasks.create', { name: 'no report', type: 'training', project })).id;
    for (const action of ['update', 'publish', 'archive', 'unarchive', 'delete']) {
      assert.equal(await refuse(`reports.${action}`, { task, comment: 'x' }), '400/150', action);
      assert.equal(await refuse(`reports.${action}`, { task: 'f'.repeat(32), comment: 'x' }), '400/101', action);
    }
    assert.equal(await refuse('reports.move', { task, project }), '400/150');
  });
});

describe('the data a report shows', () => {
  test('is that of the tasks asked for, of the kinds asked for', async () => {
    const about: string = (await call('projects.create', { name: 'shown/data' })).id;
    const task: string = (await call('tasks.create', { name: 'the task', type: 'training', project: about })).id;
    const common = { task, timestamp: 1000, iter: 1, metric: 'm', variant: 'v' };
    for (const event of [
      { ...common, type: 'training_stats_scalar', value: 0.5 },
      { ...common, type: 'training_stats_scalar', metric: 'Summary', variant: 'one', iter: -(2 ** 31), value: 7 },
      { ...common, type: 'plot', plot_str: '{"data":[]}' },
      { ...common, type: 'training_debug_image', key: 'k', url: 's3://b/i.png' },
    ]) {
      await call('events.add', event);
    }
    const asked = {
      plots: { iters: 1 },
      debug_images: { iters: 1 },
      scalar_metrics_iter_histogram: {},
      single_value_metrics: {},
    };
    const data = await call('reports.get_task_data', { id: [task], only_fields: ['name'], ...asked });
    assert.deepEqual(data.tasks, [{ id: task, name: 'the task' }]);
    assert.equal(data.plots.m.v[task]['1'].plots[0].plot_str, '{"data":[]}');
    assert.equal(data.debug_images[0].iterations[0].events[0].url, 's3://b/i.png');
    assert.deepEqual(data.scalar_metrics_iter_histogram.m.v[task], { name: 'the task', x: [1], y: [0.5] });
    assert.equal(data.single_value_metrics[0].values[0].value, 7);
    assert.deepEqual(await call('reports.get_task_data', { id: [task], only_fields: ['name'] }), { tasks: data.tasks });
    assert.deepEqual(await call('reports.get_task_data', { id: ['f'.repeat(32)], ...asked }), {
      tasks: [],
      plots: {},
      debug_images: [],
      scalar_metrics_iter_histogram: {},
      single_value_metrics: [],
    });
    const { debug_images } = await call('reports.get_task_data', {
      id: [task],
      debug_images: { metrics: [{ metric: 'other' }] },
    });
    assert.deepEqual(debug_images[0].iterations, []);
  });
});
