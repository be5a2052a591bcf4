import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { call, refuse } = clearmlApi(app);

const project: string = (await call('projects.create', { name: 'the project' })).id;
const newTask = async (fields: object): Promise<string> =>
  (await call('tasks.create', { name: 'a task', type: 'training', project, ...fields })).id;
await newTask({
  name: 'first, "quoted"',
  tags: ['good', 'old'],
  hyperparams: { Args: { 'lr.base': { section: 'Args', name: 'lr.base', value: '0.5' } } },
});
await newTask({ name: 'second', tags: ['new'], system_tags: ['development'], type: 'testing' });
await newTask({ name: 'third\nline', system_tags: ['hidden', 'pipeline'], type: 'controller' });
await call('models.create', { name: 'the model', uri: 's3://b/m', project, tags: ['model tag'], labels: { cat: 1 } });
await call('projects.create', { name: 'the project/.datasets/one', system_tags: ['hidden', 'dataset'] });

describe('the organization', () => {
  test('has the tags of all tasks and models', async () => {
    assert.deepEqual(await call('organization.get_tags'), { tags: ['good', 'model tag', 'new', 'old'] });
    assert.deepEqual(await call('organization.get_tags', { include_system: true, filter: { system_tags: ['development'] } }), {
      tags: ['new'],
      system_tags: ['development'],
    });
  });

  test('is one company to which all users belong', async () => {
    const { companies } = await call('organization.get_user_companies');
    assert.equal(companies.length, 1);
    assert.deepEqual([companies[0].id, companies[0].name], ['d1bd92a3b039400cbafc60a7a5b1e52b', 'clearml']);
    assert.equal(companies[0].allocated, companies[0].owners.length);
  });

  test('counts what passes a query, of the kinds asked for', async () => {
    assert.deepEqual(
      await call('organization.get_entities_count', {
        projects: {},
        tasks: {},
        models: { tags: ['model tag'] },
        datasets: { system_tags: ['dataset'] },
        pipeline_runs: { system_tags: ['pipeline'], type: ['controller'] },
        reports: {},
      }),
      { projects: 3, tasks: 2, models: 1, datasets: 1, pipeline_runs: 1, reports: 0 },
    );
    assert.deepEqual(await call('organization.get_entities_count', { tasks: {}, search_hidden: true }), { tasks: 3 });
    assert.deepEqual(await call('organization.get_entities_count', { tasks: {}, active_users: ['f'.repeat(32)] }), { tasks: 0 });
    assert.deepEqual(await call('organization.get_entities_count', { tasks: {}, limit: 1 }), { tasks: 1 });
    assert.deepEqual(await call('organization.get_entities_count'), {});
  });
});

describe('the download of a listing', () => {
  const columns = [
    { field: 'name', name: 'Name' },
    { field: 'tags' },
    { field: 'type', name: 'Kind', values: [{ key: 'testing', value: 'Test' }] },
    { field: 'project.name', name: 'Project' },
    { field: 'hyperparams.Args.lr%2Ebase.value', name: 'lr' },
  ];
  const query = {
    entity_type: 'task',
    project: [project],
    order_by: ['created'],
    only_fields: ['name', 'tags', 'type', 'project.name', 'hyperparams.Args.lr%2Ebase.value'],
    field_mappings: columns,
  };
  const download = async (body: object) => {
    const { prepare_id } = await call('organization.prepare_download_for_get_all', body);
    return app.http.get('/v2.34/organization.download_for_get_all').query({ prepare_id });
  };

  test('is a table with one line a task', async () => {
    const { text, headers } = await download({ ...query, search_hidden: true });
    assert.equal(headers['content-disposition'], 'attachment; filename="tasks.csv"');
    assert.match(headers['content-type'] ?? '', /^text\/csv/);
    assert.equal(
      text,
      [
        'Name,tags,Kind,Project,lr',
        '"first, ""quoted""","good, old",training,the project,0.5',
        'second,new,Test,the project,',
        '"third\nline",,controller,the project,',
        '',
      ].join('\r\n'),
    );
  });

  test('leaves hidden tasks out, and works for models', async () => {
    assert.equal((await download(query)).text.trim().split('\r\n').length, 3);
    const { text } = await download({
      entity_type: 'model',
      only_fields: ['name', 'labels'],
      field_mappings: [{ field: 'name' }, { field: 'labels' }],
    });
    assert.equal(text, 'name,labels\r\nthe model,"{""cat"":1}"\r\n');
  });

  test('is refused when it is prepared wrongly', async () => {
    assert.equal(await refuse('organization.prepare_download_for_get_all', { ...query, entity_type: 'queue' }), '400/12');
    assert.equal(await refuse('organization.prepare_download_for_get_all', { ...query, only_fields: ['nothing'] }), '400/14');
    assert.equal(await refuse('organization.prepare_download_for_get_all', { ...query, field_mappings: [] }), '400/12');
    assert.equal(await refuse('organization.prepare_download_for_get_all', { entity_type: 'task' }), '400/12');
    assert.equal(await refuse('organization.download_for_get_all', { prepare_id: 'forged' }), '400/12');
    const long = Array.from({ length: 400 }, (_, at) => ({ field: 'name', name: `${at}${crypto.randomUUID()}` }));
    assert.equal(await refuse('organization.prepare_download_for_get_all', { ...query, field_mappings: long }), '400/12');
  });
});
