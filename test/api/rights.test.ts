import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { startApp } from '../support/app.ts';
import { addPerson, type Person } from '../support/people.ts';

/** Everything of ann's, by what both doors call it. */
interface Things {
  experiment: string;
  run: string;
  project: string;
  model: string;
  task: string;
  registered: string;
}

const app = await startApp({ auth: 'on' });
const { http } = app;
const people = {
  root: await addPerson(app, 'root', 'admin'),
  ann: await addPerson(app, 'ann'),
  bob: await addPerson(app, 'bob'),
};
const SECRET = 'hidden-from-bob';

/** One call of MLflow's interface: status and answer. */
async function mlflow(who: Person, method: 'get' | 'post' | 'patch' | 'delete', path: string, message: object = {}) {
  const call = http[method](`/api/${path}`).set('authorization', who.authorization);
  return method === 'get' ? await call.query(message) : await call.send(message);
}

/** One call of ClearML's interface: its data, once it succeeded. */
async function clearml(who: Person, id: string, message: object = {}) {
  return await http.post(`/${id}`).set('authorization', who.authorization).send(message);
}

async function dataOf(who: Person, id: string, message: object = {}) {
  const { body } = await clearml(who, id, message);
  assert.equal(body.meta.result_code, 200, `${id}: ${body.meta.result_msg}`);
  return body.data;
}

async function answerOf(who: Person, method: 'get' | 'post' | 'patch' | 'delete', path: string, message: object = {}) {
  const { status, body, text } = await mlflow(who, method, path, message);
  assert.equal(status, 200, `${path}: ${text}`);
  return body;
}

async function makeThings(): Promise<Things> {
  const { ann } = people;
  const { experiment_id: experiment } = await answerOf(ann, 'post', '2.0/mlflow/experiments/create', { name: SECRET });
  const { run } = await answerOf(ann, 'post', '2.0/mlflow/runs/create', { experiment_id: experiment, run_name: SECRET });
  const runId = run.info.run_id;
  const { model } = await answerOf(ann, 'post', '2.0/mlflow/logged-models', { experiment_id: experiment, name: SECRET });
  await answerOf(ann, 'post', '2.0/mlflow/registered-models/create', { name: SECRET });
  await answerOf(ann, 'post', '2.0/mlflow/model-versions/create', {
    name: SECRET,
    source: `models:/${model.info.model_id}`,
    model_id: model.info.model_id,
  });
  const traceInfo = {
    trace_id: `tr-${'b'.repeat(32)}`,
    trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experiment } },
    request_time: '2026-01-01T00:00:00Z',
    execution_duration: '1s',
    state: 'OK',
    tags: { 'mlflow.traceName': SECRET },
  };
  await answerOf(ann, 'post', '3.0/mlflow/traces', { trace: { trace_info: traceInfo } });
  await answerOf(ann, 'post', '3.0/mlflow/datasets/create', { name: SECRET, experiment_ids: [experiment] });
  const [{ id: project }] = (await dataOf(ann, 'projects.get_all', { name: `^${SECRET}$` })).projects;
  const { id: task } = await dataOf(ann, 'tasks.create', { name: SECRET, type: 'training', project });
  return { experiment, run: runId, project, model: model.info.model_id, task, registered: SECRET };
}

async function give(permission: string): Promise<void> {
  const { root } = people;
  for (const [resource_type, resource_id] of [
    ['experiment', things.experiment],
    ['registered_model', things.registered],
  ]) {
    const what = { username: 'bob', resource_type, resource_id };
    await mlflow(root, 'post', '3.0/mlflow/users/permissions/revoke', what);
    await answerOf(root, 'post', '3.0/mlflow/users/permissions/grant', { ...what, permission });
  }
}

let things: Things;

before(async () => {
  things = await makeThings();
});

/** Calls that read one thing, change one thing, or end one thing, in either door. */
const calls = {
  read: [
    () => mlflow(people.bob, 'get', '2.0/mlflow/experiments/get', { experiment_id: things.experiment }),
    () => mlflow(people.bob, 'get', '2.0/mlflow/experiments/get-by-name', { experiment_name: SECRET }),
    () => mlflow(people.bob, 'get', '2.0/mlflow/runs/get', { run_id: things.run }),
    () => mlflow(people.bob, 'get', '2.0/mlflow/runs/get', { run_id: things.task }),
    () => mlflow(people.bob, 'get', `2.0/mlflow/logged-models/${things.model}`),
    () => mlflow(people.bob, 'get', '2.0/mlflow/registered-models/get', { name: things.registered }),
    () => mlflow(people.bob, 'get', '2.0/mlflow/metrics/get-history', { run_id: things.run, metric_key: 'm' }),
    () => mlflow(people.bob, 'get', '2.0/mlflow/artifacts/list', { run_id: things.run }),
    () => mlflow(people.bob, 'get', '2.0/mlflow-artifacts/artifacts', { path: `${things.experiment}/${things.run}/artifacts` }),
    () => clearml(people.bob, 'tasks.get_by_id', { task: things.task }),
    () => clearml(people.bob, 'projects.get_by_id', { project: things.project }),
    () => clearml(people.bob, 'models.get_by_id', { model: things.model.slice(2) }),
    () => clearml(people.bob, 'events.get_task_log', { task: things.task }),
    () => http.get(`/bridge/v1/runs/${things.run}`).set('authorization', people.bob.authorization),
    () => http.get(`/bridge/v1/projects/${things.experiment}`).set('authorization', people.bob.authorization),
    () => http.get(`/bridge/v1/runs/${things.run}/files`).set('authorization', people.bob.authorization),
  ],
  edit: [
    () => mlflow(people.bob, 'post', '2.0/mlflow/runs/create', { experiment_id: things.experiment }),
    () => mlflow(people.bob, 'post', '2.0/mlflow/runs/set-tag', { run_id: things.run, key: 'k', value: 'v' }),
    () =>
      mlflow(people.bob, 'post', '2.0/mlflow/runs/log-batch', {
        run_id: things.run,
        metrics: [{ key: 'm', value: 1, timestamp: 1, step: 0, model_id: things.model }],
      }),
    () =>
      mlflow(people.bob, 'post', '2.0/mlflow/experiments/set-experiment-tag', {
        experiment_id: things.experiment,
        key: 'k',
        value: 'v',
      }),
    () => mlflow(people.bob, 'post', '2.0/mlflow/registered-models/set-tag', { name: SECRET, key: 'k', value: 'v' }),
    () => clearml(people.bob, 'tasks.update', { task: things.task, comment: 'mine' }),
    () => clearml(people.bob, 'tasks.create', { name: 'another', type: 'training', project: things.project }),
    () => clearml(people.bob, 'tasks.clone', { task: things.task }),
    () => clearml(people.bob, 'events.add', { type: 'log', task: things.task, msg: 'hello', timestamp: 1 }),
    () =>
      http
        .post('/events.add_batch')
        .set('authorization', people.bob.authorization)
        .set('content-type', 'application/json-lines')
        .send(JSON.stringify({ type: 'training_stats_scalar', task: things.task, metric: 'a', variant: 'b', value: 1, iter: 1 })),
    () => clearml(people.bob, 'models.edit', { model: things.model.slice(2), comment: 'mine' }),
    () =>
      http
        .post('/files/')
        .set('authorization', people.bob.authorization)
        .attach(`${SECRET}/task.${things.task}/artifacts/a.txt`, Buffer.from('a'), 'a.txt'),
  ],
  manage: [
    () => mlflow(people.bob, 'post', '2.0/mlflow/runs/delete', { run_id: things.run }),
    () => mlflow(people.bob, 'post', '2.0/mlflow/runs/restore', { run_id: things.run }),
    () =>
      mlflow(people.bob, 'post', '3.0/mlflow/users/permissions/grant', {
        username: 'ann',
        resource_type: 'experiment',
        resource_id: things.experiment,
        permission: 'MANAGE',
      }),
    () => clearml(people.bob, 'projects.delete', { project: things.project }),
    () => clearml(people.bob, 'tasks.delete_many', { ids: ['0'.repeat(32), things.task] }),
  ],
};

async function statuses(level: keyof typeof calls): Promise<Set<number>> {
  const seen = new Set<number>();
  for (const call of calls[level]) seen.add((await call()).status);
  return seen;
}

describe('what a user is given on an experiment holds in both doors', () => {
  it('nothing: everything is read and nothing is changed, which is the default', async () => {
    assert.deepEqual(await statuses('read'), new Set([200]));
    assert.deepEqual(await statuses('edit'), new Set([403]));
    assert.deepEqual(await statuses('manage'), new Set([403]));
  });

  it('DENY: nothing is even read', async () => {
    await give('DENY');
    for (const level of ['read', 'edit', 'manage'] as const) assert.deepEqual(await statuses(level), new Set([403]), level);
  });

  it('EDIT: changed and not ended', async () => {
    await give('EDIT');
    assert.deepEqual(await statuses('read'), new Set([200]));
    assert.deepEqual(await statuses('edit'), new Set([200]));
    assert.deepEqual(await statuses('manage'), new Set([403]));
  });

  it('is said in the words of each door, and without a name of what is kept', async () => {
    await give('DENY');
    const old = await mlflow(people.bob, 'get', '2.0/mlflow/runs/get', { run_id: things.run });
    assert.deepEqual([old.status, old.text], [403, 'Permission denied']);
    const { body } = await clearml(people.bob, 'tasks.get_by_id', { task: things.task });
    assert.deepEqual([body.meta.result_code, body.meta.result_subcode], [403, 20]);
    assert.ok(!JSON.stringify(body).includes(SECRET));
  });
});

describe('what may not be read', () => {
  const traceLocation = (experiment_id = things.experiment) => ({
    type: 'MLFLOW_EXPERIMENT',
    mlflow_experiment: { experiment_id },
  });
  /** Every listing that could show it. */
  const listings: readonly ((reader: Person) => PromiseLike<{ status: number; text: string }>)[] = [
    (reader) => mlflow(reader, 'post', '2.0/mlflow/experiments/search', { max_results: 100 }),
    (reader) => mlflow(reader, 'post', '2.0/mlflow/runs/search', { experiment_ids: [things.experiment] }),
    (reader) => mlflow(reader, 'post', '2.0/mlflow/logged-models/search', { experiment_ids: [things.experiment] }),
    (reader) => mlflow(reader, 'get', '2.0/mlflow/registered-models/search', {}),
    (reader) => mlflow(reader, 'get', '2.0/mlflow/model-versions/search', {}),
    (reader) => mlflow(reader, 'get', '2.0/mlflow-artifacts/artifacts', {}),
    (reader) => mlflow(reader, 'post', '3.0/mlflow/traces/search', { locations: [traceLocation(), traceLocation('0')] }),
    (reader) => mlflow(reader, 'get', '3.0/mlflow/traces/batchGet', { trace_ids: `tr-${'b'.repeat(32)}` }),
    (reader) => mlflow(reader, 'post', '3.0/mlflow/datasets/search', { experiment_ids: [things.experiment] }),
    (reader) =>
      mlflow(reader, 'post', '3.0/mlflow/traces/metrics', {
        experiment_ids: [things.experiment],
        view_type: 'TRACES',
        metric_name: 'trace_count',
        aggregations: [{ aggregation_type: 'COUNT' }],
        dimensions: ['trace_name'],
      }),
    (reader) => http.get('/bridge/v1/projects').set('authorization', reader.authorization),
    ...[
      'projects.get_all',
      'projects.get_all_ex',
      'tasks.get_all',
      'tasks.get_all_ex',
      'models.get_all',
      'models.get_all_ex',
      'models.get_frameworks',
      'organization.get_tags',
      'projects.get_project_tags',
      'projects.get_task_tags',
      'projects.get_task_parents',
      'projects.get_unique_metric_variants',
      'queues.get_all_ex',
      'workers.get_all',
      'reports.get_all_ex',
    ].map((id) => (reader: Person) => clearml(reader, id, { search_hidden: true })),
    (reader) => clearml(reader, 'tasks.get_all', { id: [things.task, things.run], only_fields: ['id', 'status'] }),
    (reader) => clearml(reader, 'tasks.get_all_ex', { id: [things.task, things.run] }),
  ];

  it('is in no listing and no count, and is there for its owner', async () => {
    await give('DENY');
    await dataOf(people.ann, 'tasks.update', { task: things.task, tags: [SECRET] });
    const { id: queue } = await dataOf(people.ann, 'queues.create', { name: 'rights' });
    await dataOf(people.ann, 'tasks.enqueue', { task: things.task, queue });
    const shows = async (who: Person) => {
      const seen: string[] = [];
      for (const [at, listing] of listings.entries()) {
        const { status, text } = await listing(who);
        assert.equal(status, 200, `${at}: ${text}`);
        if ([SECRET, things.run, things.project].some((secret) => text.includes(secret))) seen.push(`${at}: ${text}`);
      }
      return seen;
    };
    assert.deepEqual(await shows(people.bob), []);
    // a few tell of nothing that was made here
    const shown = await shows(people.ann);
    assert.ok(shown.length >= listings.length - 7, `${shown.length} of ${listings.length}`);
  });

  it('is not counted', async () => {
    const count = async (who: Person) => {
      const { projects, tasks, models } = await dataOf(who, 'organization.get_entities_count', {
        projects: {},
        tasks: {},
        models: {},
      });
      return [projects, tasks, models];
    };
    const [mine, all] = [await count(people.bob), await count(people.ann)];
    for (const at of [0, 1, 2]) assert.ok((mine[at] as number) < (all[at] as number), `${at}: ${mine} ${all}`);
  });

  it('adds nothing to the numbers of a project above it', async () => {
    const { id: above } = await dataOf(people.bob, 'projects.create', { name: 'above' });
    const { id: inner } = await dataOf(people.ann, 'projects.create', { name: 'above/inner' });
    await dataOf(people.ann, 'tasks.create', { name: 'inner', type: 'training', project: inner });
    const stats = async (who: Person) =>
      (await dataOf(who, 'projects.get_all_ex', { id: [above], include_stats: true })).projects[0].stats.active.total_tasks;
    assert.equal(await stats(people.bob), 1);
    const [{ experiment_id }] = (
      await answerOf(people.ann, 'post', '2.0/mlflow/experiments/search', { max_results: 9, filter: "name = 'above/inner'" })
    ).experiments;
    const denied = { username: 'bob', resource_type: 'experiment', resource_id: experiment_id, permission: 'DENY' };
    await answerOf(people.ann, 'post', '3.0/mlflow/users/permissions/grant', denied);
    assert.equal(await stats(people.bob), 0);
    assert.equal(await stats(people.ann), 1);
  });
});

describe('whoever makes something', () => {
  it('manages it, through the other door too', async () => {
    const { id: project } = await dataOf(people.bob, 'projects.create', { name: 'bobs/own' });
    const { id: task } = await dataOf(people.bob, 'tasks.create', { name: 'one', type: 'training', project });
    await answerOf(people.bob, 'post', '2.0/mlflow/runs/set-tag', { run_id: task, key: 'k', value: 'v' });
    await answerOf(people.bob, 'post', '2.0/mlflow/runs/delete', { run_id: task });
    assert.equal((await mlflow(people.ann, 'post', '2.0/mlflow/runs/restore', { run_id: task })).status, 403);
  });

  it('cannot use it to reach what is not theirs: models of others are not logged to', async () => {
    await give('DENY');
    const { experiment_id } = await answerOf(people.bob, 'post', '2.0/mlflow/experiments/create', { name: 'bobs' });
    const { run } = await answerOf(people.bob, 'post', '2.0/mlflow/runs/create', { experiment_id });
    const { run_id } = run.info;
    const point = { key: 'm', value: 1, timestamp: 1, step: 0, model_id: things.model };
    assert.equal((await mlflow(people.bob, 'post', '2.0/mlflow/runs/log-metric', { run_id, ...point })).status, 403);
    assert.equal((await mlflow(people.bob, 'post', '2.0/mlflow/runs/log-batch', { run_id, metrics: [point] })).status, 403);
    const links = { run_id, models: [{ model_id: things.model }] };
    assert.equal((await mlflow(people.bob, 'post', '2.0/mlflow/runs/outputs', links)).status, 403);
    const moved = await clearml(people.bob, 'tasks.move', { ids: [run_id], project: things.project });
    assert.equal(moved.status, 403);
    const line = { task: things.task, name: 'taken over' };
    const batch = await http
      .post('/tasks.update_batch')
      .set('authorization', people.bob.authorization)
      .set('content-type', 'application/json-lines')
      .send(`${JSON.stringify({ task: run_id, name: 'mine' })}\n${JSON.stringify(line)}`);
    assert.equal(batch.status, 403);
  });
});
