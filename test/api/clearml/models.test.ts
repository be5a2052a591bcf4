import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { ask, call, refuse } = clearmlApi(app);
const old = clearmlApi(app, '2.13');
const missing = '0'.repeat(32);
const { id: project } = await call('projects.create', { name: 'models of tests' });

async function makeTask(name: string): Promise<string> {
  return (await call('tasks.create', { name, type: 'training', project })).id;
}

async function makeModel(fields: object = {}): Promise<string> {
  return (await call('models.create', { uri: 's3://bucket/w.pt', name: 'a model', ready: false, ...fields })).id;
}

async function read(model: string) {
  return (await call('models.get_by_id', { model })).model;
}

const mlflow = async (path: string) => (await app.http.get(`/api/2.0/mlflow/${path}`)).body;

test('models.create and models.get_by_id show a model as the original does', async () => {
  const answer = await call('models.create', {
    uri: 'file:///uploading_file',
    name: 'Anonymous model',
    labels: {},
    ready: false,
    public: false,
    project,
  });
  assert.equal(answer.created, true);
  const model = await read(answer.id);
  assert.match(model.created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}000\+00:00$/);
  assert.equal(model.last_update, model.created);
  assert.equal(model.last_change, model.created);
  assert.equal(model.last_changed_by, model.user);
  const { created: _c, last_update: _u, last_change: _l, last_changed_by: _b, user: _user, ...rest } = model;
  assert.deepEqual(rest, {
    id: answer.id,
    company: 'd1bd92a3b039400cbafc60a7a5b1e52b',
    name: 'Anonymous model',
    project,
    tags: [],
    system_tags: [],
    uri: 'file:///uploading_file',
    design: {},
    labels: {},
    ready: false,
    metadata: {},
    last_iteration: 0,
    last_metrics: {},
  });
});

test('models.create makes a model that is ready unless told otherwise, and may have no project', async () => {
  const { id } = await call('models.create', { uri: 's3://b/x', name: 'ready at once' });
  const model = await read(id);
  assert.equal(model.ready, true);
  assert.equal('project' in model, false);
});

test('models.create refuses what the original refuses', async () => {
  const model = { uri: 's3://b/x', name: 'refused' };
  assert.equal(await refuse('models.create', { ...model, name: 'ab' }), '400/800');
  assert.equal(await refuse('models.create', { name: 'refused' }), '400/12');
  assert.equal(await refuse('models.create', { ...model, task: missing }), '400/101');
  assert.equal(await refuse('models.create', { ...model, project: missing }), '400/16');
  assert.equal(await refuse('models.create', { ...model, labels: { a: 1, b: 1 } }), '400/12');
  assert.equal(await refuse('models.create', { ...model, tags: ['__$all'] }), '400/12');
  const { models } = await call('models.get_all', { name: '^refused$' });
  assert.deepEqual(models, []);
});

test('every call refuses an unknown model', async () => {
  for (const operation of ['get_by_id', 'edit', 'update', 'set_ready', 'delete']) {
    assert.equal(await refuse(`models.${operation}`, { model: missing }), '400/201', operation);
  }
  assert.equal(await refuse('models.add_or_update_metadata', { model: missing, metadata: [] }), '400/201');
  assert.equal(await refuse('models.move', { ids: [missing], project }), '400/201');
});

test('models.edit changes what is given and answers with it', async () => {
  const task = await makeTask('editing task');
  const model = await makeModel();
  const given = {
    uri: 's3://bucket/other.pt',
    name: 'my model',
    comment: 'about it',
    tags: ['b', 'a'],
    system_tags: ['s'],
    framework: 'PyTorch',
    design: { design: 'd = 1' },
    labels: { cat: 1 },
    project,
    task,
  };
  const { updated, fields } = await call('models.edit', { model, ...given, iteration: 4, method: 'get' });
  assert.equal(updated, 1);
  const { last_change, last_update, last_changed_by, ...shown } = fields;
  assert.ok(last_change && last_update && last_changed_by);
  assert.deepEqual(shown, { ...given, tags: ['a', 'b'], ui_cache: {} });
  const document = await read(model);
  for (const [field, value] of Object.entries(shown)) if (field !== 'ui_cache') assert.deepEqual(document[field], value, field);
  assert.equal((await call('tasks.get_by_id', { task })).task.last_iteration, 4);
});

test('models.update leaves the contents and their time as they are', async () => {
  const model = await makeModel();
  const before = await read(model);
  const { fields } = await call('models.update', { model, name: 'other name', tags: ['t'], uri: 's3://ignored' });
  assert.equal('last_update' in fields, false);
  const after = await read(model);
  assert.deepEqual([after.name, after.tags, after.uri, after.last_update], ['other name', ['t'], before.uri, before.last_update]);
  assert.ok(after.last_change > before.last_change);
});

test('metadata are merged, replaced and removed', async () => {
  const model = await makeModel({ tags: ['mk'] });
  await call('models.add_or_update_metadata', {
    model,
    metadata: [
      { key: 'mk', type: 'str', value: 'mv' },
      { key: 'n.x', value: '2' },
    ],
  });
  assert.deepEqual((await read(model)).metadata, {
    mk: { key: 'mk', type: 'str', value: 'mv' },
    'n.x': { key: 'n.x', value: '2' },
  });
  assert.deepEqual((await read(model)).tags, ['mk']);
  const { models } = await call('models.get_all', { 'metadata.mk.value': 'mv', only_fields: ['id'] });
  assert.deepEqual(models, [{ id: model }]);
  assert.deepEqual((await clearmlApi(app, '2.9').call('models.get_by_id', { model })).model.metadata.length, 2);
  await call('models.delete_metadata', { model, keys: ['mk'] });
  assert.deepEqual(Object.keys((await read(model)).metadata), ['n.x']);
  await call('models.add_or_update_metadata', {
    model,
    metadata: [{ key: 'only', type: 'str', value: '1' }],
    replace_metadata: true,
  });
  assert.deepEqual(Object.keys((await read(model)).metadata), ['only']);
  assert.deepEqual((await read(model)).tags, ['mk']);
});

test('models.set_ready releases a model once, and its task when asked', async () => {
  const task = await makeTask('publishing task');
  const model = await makeModel({ task });
  assert.deepEqual(await call('models.set_ready', { model, publish_task: false }), { updated: 1 });
  assert.equal((await read(model)).ready, true);
  assert.equal(await refuse('models.set_ready', { model }), '400/203');
  const second = await makeModel({ task });
  assert.equal(await refuse('models.set_ready', { model: second }), '400/110');
  assert.equal((await read(second)).ready, false);
  const { published_task } = await call('models.set_ready', { model: second, publish_task: true, force_publish_task: true });
  assert.equal(published_task.id, task);
  assert.equal(published_task.data.fields.status, 'published');
  assert.equal((await call('tasks.get_by_id', { task })).task.status, 'published');
});

test('models.*_many answer for each id', async () => {
  const model = await makeModel();
  const { succeeded, failed } = await call('models.archive_many', { ids: [model, missing] });
  assert.deepEqual(succeeded, [{ id: model, archived: true }]);
  assert.deepEqual([failed[0].id, failed[0].error.codes], [missing, [400, 201]]);
  assert.deepEqual((await read(model)).system_tags, ['archived']);
  assert.deepEqual((await call('models.get_all', { id: [model], system_tags: ['-archived'] })).models, []);
  await call('models.unarchive_many', { ids: [model] });
  assert.deepEqual((await read(model)).system_tags, []);
  assert.deepEqual((await call('models.publish_many', { ids: [model] })).succeeded, [{ id: model, updated: true }]);
  const deleted = await call('models.delete_many', { ids: [model] });
  assert.deepEqual(deleted.succeeded, [{ id: model, deleted: true, url: 's3://bucket/w.pt' }]);
});

test('models.delete keeps a model that is used or of a published task unless forced', async () => {
  const task = await makeTask('using task');
  const used = await makeModel();
  await call('tasks.add_or_update_model', { task, name: 'in', model: used, type: 'input' });
  assert.equal(await refuse('models.delete', { model: used }), '400/205');
  assert.deepEqual(await call('models.delete', { model: used, force: true }), { deleted: true, url: 's3://bucket/w.pt' });
  assert.equal(await refuse('models.get_by_id', { model: used }), '400/201');
  const maker = await makeTask('making task');
  const made = await makeModel({ task: maker });
  await call('tasks.publish', { task: maker, force: true });
  assert.equal(await refuse('models.delete', { model: made }), '400/206');
  assert.equal((await call('models.delete', { model: made, force: true })).deleted, true);
});

test('models.move and models.update_tags change all or none', async () => {
  const ids = [await makeModel({ tags: ['x'] }), await makeModel()];
  assert.equal(await refuse('models.move', { ids }), '400/12');
  const { project_id } = await call('models.move', { ids, project_name: 'made by moving' });
  assert.equal((await read(ids[1] as string)).project, project_id);
  assert.equal(await refuse('models.update_tags', { ids: [...ids, missing], add_tags: ['y'] }), '400/201');
  assert.deepEqual(await call('models.update_tags', { ids, add_tags: ['y'], remove_tags: ['x'] }), { updated: 2 });
  assert.deepEqual([(await read(ids[0] as string)).tags, (await read(ids[1] as string)).tags], [['y'], ['y']]);
  await call('models.make_public', { ids });
  assert.equal((await read(ids[0] as string)).company, '');
  await call('models.make_private', { ids });
});

test('models.get_all answers what is asked, models.get_all_ex with names', async () => {
  const task = await makeTask('naming task');
  const model = await makeModel({ name: 'found one', task, project, framework: 'Keras', tags: ['mt'], uri: 's3://only/here' });
  const found = async (body: object) => (await call('models.get_all', { only_fields: ['id'], ...body })).models;
  for (const body of [
    { name: '^found', project: [project] },
    { task: [task] },
    { uri: ['s3://only/here'] },
    { framework: ['Keras'] },
    { tags: ['mt'], name: 'found' },
    { ready: false, name: '^found one$' },
    { search_text: 'found' },
    { _any_: { fields: ['name', 'comment'], pattern: 'FOUND' } },
    { last_update: '>2020-01-01', task: [task] },
  ]) {
    assert.deepEqual(await found(body), [{ id: model }], JSON.stringify(body));
  }
  assert.deepEqual(await found({ ready: true, task: [task] }), []);
  assert.equal(await refuse('models.get_all', { only_fields: ['nothing'] }), '400/14');
  const { models } = await call('models.get_all_ex', {
    id: [model],
    only_fields: ['task.name', 'project.name', 'user.name', 'labels'],
    include_stats: true,
  });
  assert.deepEqual(
    [models[0].id, models[0].task.name, models[0].project.name, models[0].stats],
    [model, 'naming task', 'models of tests', { labels_count: 0 }],
  );
  assert.equal((await call('models.get_by_id_ex', { id: [model] })).models[0].task.id, task);
  assert.ok((await call('models.get_frameworks', { projects: [project] })).frameworks.includes('Keras'));
});

test('addresses of files on this server are shown as the caller reaches it', async () => {
  const { body } = await app.http
    .post('/v2.34/models.create')
    .set('host', 'localhost:1111')
    .send({ uri: 'http://localhost:1111/files/p/w.pt', name: 'moved host' });
  const seen = await app.http.post('/v2.34/models.get_by_id').set('host', '127.0.0.1:2222').send({ model: body.data.id });
  assert.equal(seen.body.data.model.uri, 'http://127.0.0.1:2222/files/p/w.pt');
  const found = await app.http
    .post('/v2.34/models.get_all')
    .set('host', '127.0.0.1:2222')
    .send({ uri: ['http://127.0.0.1:2222/files/p/w.pt'], only_fields: ['id'] });
  assert.deepEqual(found.body.data.models, [{ id: body.data.id }]);
});

test('models.update_for_task and models.get_by_task_id have moved, and serve old callers', async () => {
  const task = await makeTask('one model task');
  assert.equal(await refuse('models.update_for_task', { task, uri: 's3://x' }), '301/1');
  assert.equal(await refuse('models.get_by_task_id', { task }), '301/1');
  const first = await old.call('models.update_for_task', { task, uri: 's3://x' });
  assert.equal(first.created, true);
  const again = await old.call('models.update_for_task', { task, uri: 's3://y' });
  assert.deepEqual([again.id, again.created], [first.id, false]);
  assert.equal((await old.call('models.get_by_task_id', { task })).model.uri, 's3://y');
  const other = await makeModel();
  await old.call('models.update_for_task', { task, override_model_id: other });
  assert.equal((await old.call('models.get_by_task_id', { task })).model.id, other);
});

test('what a model reported is shown in its last_metrics', async () => {
  const model = await makeModel();
  const event = {
    type: 'training_stats_scalar',
    task: model,
    model_event: true,
    metric: 'mloss',
    variant: 'x',
    iter: 1,
    value: 0.5,
  };
  const { body } = await app.http
    .post('/v2.34/events.add_batch')
    .set('content-type', 'application/json-lines')
    .send(`${JSON.stringify(event)}\n`);
  assert.equal(body.data.added, 1);
  const { last_metrics, last_iteration } = await read(model);
  const latest = last_metrics['15dbe36c4d5d36fdcde2d7db593021ce']['9dd4e461268c8034f5c8564e155c67a6'];
  assert.deepEqual([latest.metric, latest.variant, latest.value, latest.count, last_iteration], ['mloss', 'x', 0.5, 1, 1]);
  const { data } = (await mlflow(`logged-models/m-${model}`)).model;
  assert.deepEqual([data.metrics[0].key, data.metrics[0].value, data.metrics[0].step], ['mloss/x', 0.5, 1]);
});

test('a model made through ClearML is a logged model of MLflow', async () => {
  const task = await makeTask('crossing task');
  const model = await makeModel({ name: 'crossing', project, task, tags: ['prod'], comment: 'a note', framework: 'PyTorch' });
  await call('models.add_or_update_metadata', { model, metadata: [{ key: 'mk', type: 'str', value: 'mv' }] });
  const logged = (await mlflow(`logged-models/m-${model}`)).model;
  assert.equal(logged.info.name, 'crossing');
  assert.equal(logged.info.source_run_id, task);
  assert.equal(logged.info.status, 'LOGGED_MODEL_READY');
  const tags = Object.fromEntries(logged.info.tags.map(({ key, value }: { key: string; value: string }) => [key, value]));
  assert.deepEqual([tags['prod'], tags['mk'], tags['mlflow.note.content']], ['', 'mv', 'a note']);
  assert.equal(tags['clearml.framework'], 'PyTorch');
  const found = await app.http
    .post('/api/2.0/mlflow/logged-models/search')
    .send({ experiment_ids: [logged.info.experiment_id], filter: `name = 'crossing'` });
  assert.equal(found.body.models[0].info.model_id, `m-${model}`);
  await call('models.archive_many', { ids: [model] });
  assert.equal((await app.http.get(`/api/2.0/mlflow/logged-models/m-${model}`)).status, 404);
});

test('a logged model of MLflow is a model of ClearML', async () => {
  const { body: run } = await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id: '0' });
  const { body } = await app.http.post('/api/2.0/mlflow/logged-models').send({
    experiment_id: '0',
    name: 'logged',
    source_run_id: run.run.info.run_id,
    params: [{ key: 'lr', value: '0.1' }],
    tags: [
      { key: 'prod', value: '' },
      { key: 'team', value: 'blue' },
      { key: 'mlflow.note.content', value: 'said' },
    ],
  });
  const id = body.model.info.model_id.slice(2);
  const model = await read(id);
  assert.deepEqual([model.name, model.task, model.tags, model.comment], ['logged', run.run.info.run_id, ['prod'], 'said']);
  assert.deepEqual(model.metadata, { team: { key: 'team', value: 'blue' } });
  assert.deepEqual(JSON.parse(model.design.design), { lr: '0.1' });
  assert.match(model.uri, new RegExp(`^http://[^/]+/files/~models/${id}\\.zip$`));
  assert.equal((await ask('models.get_all', { name: '^logged$', tags: ['prod'], only_fields: ['id'] })).data.models[0].id, id);
  const point = { run_id: run.run.info.run_id, key: 'val/acc', value: 0.5, timestamp: 5, step: 2, model_id: `m-${id}` };
  await app.http.post('/api/2.0/mlflow/runs/log-metric').send(point);
  await app.http.post('/api/2.0/mlflow/runs/log-metric').send({ ...point, value: 0.75, step: 3 });
  const [latest] = Object.values<Record<string, Record<string, unknown>>>((await read(id)).last_metrics).flatMap(Object.values);
  assert.deepEqual(latest, {
    metric: 'val',
    variant: 'acc',
    value: 0.75,
    min_value: 0.5,
    min_value_iteration: 2,
    max_value: 0.75,
    max_value_iteration: 3,
    first_value: 0.5,
    first_value_iteration: 2,
    count: 2,
    mean_value: 0.63,
  });
  await call('models.update', { model: id, tags: ['other'], comment: 'more' });
  const logged = (await mlflow(`logged-models/m-${id}`)).model;
  const keys = logged.info.tags.map(({ key, value }: { key: string; value: string }) => `${key}=${value}`);
  assert.deepEqual(keys, ['mlflow.note.content=more', 'other=', 'team=blue']);
});
