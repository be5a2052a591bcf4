import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const PUBLIC_URL = 'http://trackbridge.test';
const app = await startApp({ publicUrl: PUBLIC_URL });
const { call, refuse } = clearmlApi(app);
const param = (section: string, name: string, value: string) => ({ section, name, value, type: 'str', description: '' });

async function makeTask(fields: object = {}): Promise<string> {
  return (await call('tasks.create', { name: 'a task', type: 'training', ...fields })).id;
}

async function taskOf(task: string) {
  return (await call('tasks.get_by_id', { task })).task;
}

/** A task that ran: with points, console, a plot, an artifact whose file is here, and a model. */
async function makeFinished(): Promise<{ task: string; model: string; file: string }> {
  const task = await makeTask({
    hyperparams: { Args: { lr: param('Args', 'lr', '0.1') } },
    configuration: { c: { name: 'c', value: 'v' } },
    script: { entry_point: 'run.py', diff: 'x' },
    container: { image: 'i' },
  });
  await call('tasks.started', { task });
  const events = [
    { type: 'training_stats_scalar', metric: 'train', variant: 'loss', iter: 1, value: 0.5 },
    { type: 'log', msg: 'hello', level: 'info' },
    { type: 'plot', metric: 'p', variant: 'q', iter: 0, plot_str: '{}' },
  ];
  await app.http
    .post('/events.add_batch')
    .set('content-type', 'application/json-lines')
    .send(events.map((event) => JSON.stringify({ ...event, task })).join('\n'))
    .expect(200);
  const file = `/files/some project/${task}/artifacts/a/a.txt`;
  await app.http.post('/files/').field(file.slice('/files'.length), 'bytes', { filename: 'a.txt' }).expect(200);
  const uri = `${PUBLIC_URL}${encodeURI(file)}`;
  await call('tasks.add_or_update_artifacts', { task, artifacts: [{ key: 'a', type: 'text', uri }] });
  const { id: model } = await call('models.create', { uri: 's3://b/w.pt', name: 'weights', task, ready: false });
  await call('tasks.add_or_update_model', { task, name: 'w', model, type: 'output' });
  await call('tasks.completed', { task });
  return { task, model, file };
}

/** Rows of all hot tables that stand under numbers of runs which are not there. */
async function strayRows(): Promise<number> {
  const tables = [
    'points',
    'series',
    'params',
    'tags',
    'console_lines',
    'run_plots',
    'run_documents',
    'run_artifacts',
    'run_models',
  ];
  const counts = tables.map(
    (table) => `(select count(*) from ${table} t where not exists (select from runs r where r.run_id = t.run_id))`,
  );
  const { rows } = await app.db.query<{ stray: bigint }>({ text: `select ${counts.join(' + ')} as stray` });
  return Number(rows[0]?.stray);
}

describe('cloning', () => {
  it('copies what is needed to run again, and nothing that was logged', async () => {
    const { task } = await makeFinished();
    await call('tasks.edit', { task, force: true, tags: ['t'], system_tags: ['development', 'x'] });
    const { id } = await call('tasks.clone', { task, new_task_name: 'again' });
    const copy = await taskOf(id);
    assert.deepEqual([copy.name, copy.status, copy.parent], ['again', 'created', task]);
    assert.deepEqual([copy.tags, copy.system_tags], [['t'], ['x']]);
    assert.equal(copy.hyperparams.Args.lr.value, '0.1');
    assert.deepEqual([copy.script.entry_point, copy.script.diff, copy.container], ['run.py', 'x', { image: 'i' }]);
    assert.equal(copy.configuration.c.value, 'v');
    assert.deepEqual([copy.last_metrics, copy.execution.artifacts, copy.models.output], [{}, [], []]);
  });

  it('puts what the caller gives in the place of what is copied', async () => {
    const { task } = await makeFinished();
    const { id, new_project } = await call('tasks.clone', {
      task,
      new_task_hyperparams: { Args: { lr: param('Args', 'lr', '9') } },
      new_task_tags: ['new'],
      new_task_comment: 'why',
      new_project_name: 'clones/of that',
      execution_overrides: { framework: 'torch' },
    });
    const copy = await taskOf(id);
    assert.deepEqual([copy.hyperparams, copy.tags, copy.comment], [{ Args: { lr: param('Args', 'lr', '9') } }, ['new'], 'why']);
    assert.equal(copy.execution.framework, 'torch');
    assert.deepEqual([copy.project, new_project.name], [new_project.id, 'clones/of that']);
  });

  it('repeats a run that MLflow logged', async () => {
    const { body } = await app.http.post('/api/2.0/mlflow/runs/create').send({
      experiment_id: '0',
      run_name: 'by mlflow',
      tags: [
        { key: 'mlflow.source.name', value: 'train.py' },
        { key: 'mlflow.source.git.repoURL', value: 'https://example.com/r.git' },
        { key: 'mlflow.source.git.commit', value: 'abc' },
        { key: 'owner', value: 'me' },
      ],
    });
    const run_id = body.run.info.run_id;
    await app.http.post('/api/2.0/mlflow/runs/log-parameter').send({ run_id, key: 'lr', value: '0.1' });
    const { id } = await call('tasks.clone', { task: run_id });
    const copy = await taskOf(id);
    assert.deepEqual(
      [copy.script.entry_point, copy.script.repository, copy.script.version_num],
      ['train.py', 'https://example.com/r.git', 'abc'],
    );
    assert.equal(copy.hyperparams.General.lr.value, '0.1');
    assert.equal(copy.hyperparams.properties.owner.value, 'me');
    assert.equal((await call('tasks.enqueue', { task: id })).queued, 1);
  });
});

describe('resetting', () => {
  it('takes a task back to its beginning: what it logged and made is gone, what it was told stays', async () => {
    const { task, model, file } = await makeFinished();
    const { deleted_models, fields } = await call('tasks.reset', { task });
    assert.deepEqual([deleted_models, fields.status], [1, 'created']);
    const { status, status_reason, last_iteration, last_metrics, execution, models, hyperparams, script, started } =
      await taskOf(task);
    assert.deepEqual([status, status_reason, last_iteration, last_metrics], ['created', 'reset', 0, {}]);
    assert.deepEqual([execution.artifacts, models.output, started], [[], [], undefined]);
    assert.deepEqual([hyperparams.Args.lr.value, script.entry_point], ['0.1', 'run.py']);
    assert.equal(await refuse('models.get_by_id', { model }), '400/201');
    await app.http.get(encodeURI(file)).expect(404);
    const { rows } = await app.db.query({
      text: 'select from points p join runs r using (run_id) where r.uuid = $1',
      values: [task],
    });
    assert.equal(rows.length, 0);
  });

  it('with clear_all forgets the code too', async () => {
    const { task } = await makeFinished();
    await call('tasks.reset', { task, clear_all: true });
    const { script } = await taskOf(task);
    assert.deepEqual([script.entry_point, script.diff], ['', undefined]);
  });

  it('logs into the same iterations again', async () => {
    const { task } = await makeFinished();
    await call('tasks.reset', { task });
    await call('tasks.started', { task });
    await call('events.add', { task, type: 'training_stats_scalar', metric: 'train', variant: 'loss', iter: 1, value: 2 });
    const { body } = await app.http.get('/api/2.0/mlflow/metrics/get-history').query({ run_id: task, metric_key: 'train/loss' });
    assert.deepEqual(
      body.metrics.map((point: { value: number }) => point.value),
      [2],
    );
  });
});

describe('deleting', () => {
  it('needs force unless the task was never started or is archived', async () => {
    const { task } = await makeFinished();
    assert.equal(await refuse('tasks.delete', { task }), '400/123');
    await call('tasks.archive_many', { ids: [task] });
    assert.equal((await call('tasks.delete', { task })).deleted, true);
    assert.equal(await refuse('tasks.get_by_id', { task }), '400/101');
    assert.equal((await call('tasks.delete', { task: await makeTask() })).deleted, true);
  });

  it('takes everything with it for both tools, and leaves no row behind', async () => {
    const { task, model, file } = await makeFinished();
    const child = await makeTask({ parent: task });
    const answer = await call('tasks.delete', { task, force: true });
    assert.deepEqual(answer, { deleted: true, updated_children: 1, updated_models: 0, deleted_models: 1, urls: null });
    assert.equal((await taskOf(child)).parent, `__DELETED__${task}`);
    assert.equal(await refuse('models.get_by_id', { model }), '400/201');
    await app.http.get('/api/2.0/mlflow/runs/get').query({ run_id: task }).expect(404);
    await app.http.get(encodeURI(file)).expect(404);
    assert.equal(await strayRows(), 0);
  });

  it('keeps a published model, which then names a deleted task', async () => {
    const { task, model } = await makeFinished();
    await call('models.set_ready', { model, publish_task: false });
    assert.equal(await refuse('tasks.delete', { task }), '400/123');
    assert.equal((await call('tasks.delete', { task, force: true })).updated_models, 1);
    assert.equal((await call('models.get_by_id', { model })).model.task, `__DELETED__${task}`);
  });

  it('gives the addresses of the files to a caller that deletes them itself', async () => {
    const { task, file } = await makeFinished();
    const { urls } = await call('tasks.delete', { task, force: true, return_file_urls: true });
    assert.ok(urls.artifact_urls[0].endsWith(encodeURI(file)));
    assert.deepEqual(urls.model_urls, ['s3://b/w.pt']);
    await app.http.get(encodeURI(file)).expect(200);
  });

  it('many at once: each is told apart', async () => {
    const [one, two] = [await makeTask(), (await makeFinished()).task];
    const { succeeded, failed } = await call('tasks.delete_many', { ids: [one, two, 'gone'] });
    assert.deepEqual(
      succeeded.map((item: { id: string }) => item.id),
      [one],
    );
    assert.deepEqual(
      failed.map((item: { error: { codes: number[] } }) => item.error.codes),
      [
        [400, 123],
        [400, 101],
      ],
    );
  });

  it('a task deleted twice at once is deleted once', async () => {
    const task = await makeTask();
    const answers = await Promise.all([1, 2, 3].map(() => app.http.post('/v2.23/tasks.delete').send({ task })));
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 400, 400]);
  });
});

describe('archiving', () => {
  it('stops a task in progress and takes a waiting one out of its queue', async () => {
    const [running, waiting] = [await makeTask(), await makeTask()];
    await call('tasks.started', { task: running });
    await call('tasks.enqueue', { task: waiting });
    await call('tasks.archive_many', { ids: [running, waiting] });
    assert.deepEqual([(await taskOf(running)).status, (await taskOf(waiting)).status], ['stopped', 'created']);
    assert.deepEqual((await taskOf(running)).system_tags, ['archived']);
    await call('tasks.unarchive_many', { ids: [running] });
    assert.deepEqual((await taskOf(running)).system_tags, []);
  });

  it('crosses over from MLflow', async () => {
    const task = await makeTask();
    await app.http.post('/api/2.0/mlflow/runs/delete').send({ run_id: task }).expect(200);
    assert.deepEqual((await taskOf(task)).system_tags, ['archived']);
  });
});
