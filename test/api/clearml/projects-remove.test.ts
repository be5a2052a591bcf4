import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { call, refuse } = clearmlApi(app);

const create = async (name: string, more: object = {}): Promise<string> => (await call('projects.create', { name, ...more })).id;
const read = async (project: string) => (await call('projects.get_by_id', { project })).project;
const newTask = async (project: string, more: object = {}): Promise<string> =>
  (await call('tasks.create', { name: 'a task', type: 'training', project, ...more })).id;
const newModel = async (project: string): Promise<string> =>
  (await call('models.create', { name: 'a model', uri: 's3://bucket/model', project, labels: {} })).id;
const task = async (id: string) => (await call('tasks.get_by_id', { task: id })).task;
async function experimentOf(name: string): Promise<string> {
  const { body } = await app.http.get('/api/2.0/mlflow/experiments/get-by-name').query({ experiment_name: name });
  return body.experiment?.experiment_id;
}
async function runsOf(experiment: string): Promise<string[]> {
  const { body } = await app.http.post('/api/2.0/mlflow/runs/search').send({ experiment_ids: [experiment] });
  return (body.runs ?? []).map((run: { info: { run_id: string } }) => run.info.run_id);
}

describe('merging projects', () => {
  test('moves tasks, models and projects below, with all that was logged', async () => {
    const source = await create('merge/source');
    const target = await create('merge/target');
    const below = await create('merge/source/below/deep');
    const id = await newTask(source, { hyperparams: { General: { lr: { section: 'General', name: 'lr', value: '7' } } } });
    await newModel(source);
    for (const run_id of [id, await newTask(target)]) {
      await app.http.post('/api/2.0/mlflow/runs/log-inputs').send({
        run_id,
        datasets: [{ dataset: { name: 'same', digest: '1', source_type: 'local', source: '{}' }, tags: [] }],
      });
    }
    assert.deepEqual(await call('projects.merge', { project: source, destination_project: target }), {
      moved_entities: 2,
      moved_projects: 1,
    });
    assert.equal(await refuse('projects.get_by_id', { project: source }), '400/401');
    assert.equal((await task(id)).project, target);
    assert.equal((await read(below)).name, 'merge/target/below/deep');
    const experiment = await experimentOf('merge/target');
    assert.equal((await runsOf(experiment)).length, 2);
    const { body } = await app.http
      .post('/api/2.0/mlflow/runs/search')
      .send({ experiment_ids: [experiment], filter: `params.lr = '7'` });
    assert.equal(body.runs[0].info.run_id, id);
    assert.equal(body.runs[0].inputs.dataset_inputs[0].dataset.name, 'same');
  });

  test('is refused into itself, into a child, too deep and over another', async () => {
    const source = await create('refuse/source');
    const child = await create('refuse/source/child');
    const target = await create('refuse/target');
    assert.equal(await refuse('projects.merge', { project: source, destination_project: source }), '400/410');
    assert.equal(await refuse('projects.merge', { project: source, destination_project: child }), '400/412');
    assert.equal(await refuse('projects.merge', { project: source, destination_project: 'f'.repeat(32) }), '400/401');
    const deep = await create('refuse/target/3rd/4th/5th/6th/7th/8th/9th');
    await create('refuse/source/child/grandchild');
    assert.equal(await refuse('projects.merge', { project: source, destination_project: deep }), '400/409');
    assert.equal(
      await refuse('projects.move', { project: source, new_location: 'refuse/target/3rd/4th/5th/6th/7th/8th' }),
      '400/409',
    );
    await create('refuse/target/child');
    assert.equal(await refuse('projects.merge', { project: source, destination_project: target }), '400/801');
    assert.equal((await read(child)).name, 'refuse/source/child');
  });
});

describe('deleting a project', () => {
  test('is refused while it holds what is not archived', async () => {
    const project = await create('keep/tasks');
    const above = (await read(project)).parent;
    const id = await newTask(project);
    const counts = { tasks: 1, non_archived_tasks: 1, models: 0, non_archived_models: 0, reports: 0, non_archived_reports: 0 };
    assert.deepEqual(await call('projects.validate_delete', { project: above }), { ...counts, pipelines: 0, datasets: 0 });
    assert.equal(await refuse('projects.delete', { project: above }), '400/402');
    await call('tasks.archive_many', { ids: [id] });
    assert.equal((await call('projects.validate_delete', { project })).non_archived_tasks, 0);
    await newModel(project);
    assert.equal(await refuse('projects.delete', { project }), '400/405');
    for (const [kind, code] of [
      ['dataset', '400/406'],
      ['pipeline', '400/413'],
    ]) {
      const holder = await create(`keep/${kind}s`);
      await create(`keep/${kind}s/.${kind}s/one`, { system_tags: ['hidden', kind] });
      assert.equal(await refuse('projects.delete', { project: holder }), code);
    }
    assert.equal(await refuse('projects.delete', { project: 'f'.repeat(32) }), '400/401');
    assert.equal(await refuse('projects.validate_delete', { project: 'f'.repeat(32) }), '400/401');
  });

  test('leaves its tasks without a project', async () => {
    const project = await create('free/tasks');
    const id = await newTask(project);
    const model = await newModel(project);
    assert.deepEqual(await call('projects.delete', { project, force: true }), { deleted: 1, disassociated_tasks: 1 });
    assert.equal((await task(id)).project, undefined);
    assert.equal((await call('models.get_by_id', { model })).model.project, undefined);
    assert.ok((await runsOf('0')).includes(id));
    assert.equal(await experimentOf('free/tasks'), undefined);
  });

  test('with its contents deletes tasks and models of all projects below, and names their files', async () => {
    const project = await create('gone/whole');
    const below = await create('gone/whole/below');
    const id = await newTask(below);
    const model = await newModel(project);
    await call('tasks.add_or_update_artifacts', {
      task: id,
      artifacts: [{ key: 'file', type: 'custom', mode: 'output', uri: 's3://bucket/file' }],
    });
    const { urls, ...counts } = await call('projects.delete', { project, force: true, delete_contents: true });
    assert.deepEqual(counts, { deleted: 2, disassociated_tasks: 0, deleted_models: 1, deleted_tasks: 1 });
    assert.deepEqual(urls, { artifact_urls: ['s3://bucket/file'], event_urls: [], model_urls: ['s3://bucket/model'] });
    assert.equal(await refuse('tasks.get_by_id', { task: id }), '400/101');
    assert.equal(await refuse('models.get_by_id', { model }), '400/201');
  });

  test('the default project stays', async () => {
    const { projects } = await call('projects.get_all', { name: '^Default$' });
    const target = await create('any target');
    assert.equal(await refuse('projects.delete', { project: projects[0].id, force: true }), '400/402');
    assert.equal(await refuse('projects.merge', { project: projects[0].id, destination_project: target }), '400/402');
  });
});
