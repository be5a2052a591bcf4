import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { ask, call, refuse } = clearmlApi(app);

async function create(name: string, more: object = {}): Promise<string> {
  return (await call('projects.create', { name, description: '', ...more })).id;
}
const read = async (project: string) => (await call('projects.get_by_id', { project })).project;
async function idOf(name: string): Promise<string> {
  const { projects } = await call('projects.get_all', { name: `^${name}$`, search_hidden: true });
  return projects[0]?.id;
}
async function names(query: object): Promise<string[]> {
  const { projects } = await call('projects.get_all', { only_fields: ['name'], order_by: ['name'], ...query });
  return projects.map((project: { name: string }) => project.name);
}
const experiment = async (name: string) => {
  const { body } = await app.http.get('/api/2.0/mlflow/experiments/get-by-name').query({ experiment_name: name });
  return body.experiment;
};
const createExperiment = (name: string) => app.http.post('/api/2.0/mlflow/experiments/create').send({ name });

describe('a project made through ClearML', () => {
  test('is read back with the fields of the original', async () => {
    const id = await create('vision/detect', { description: 'boxes', tags: ['b', 'a'], default_output_destination: 's3://x/y' });
    const parent = await idOf('vision');
    const { created, last_update, user, ...project } = await read(id);
    assert.deepEqual(project, {
      id,
      company: 'd1bd92a3b039400cbafc60a7a5b1e52b',
      name: 'vision/detect',
      basename: 'detect',
      description: 'boxes',
      tags: ['a', 'b'],
      system_tags: [],
      default_output_destination: 's3://x/y',
      featured: 9999,
      parent,
      path: [parent],
    });
    assert.match(created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);
    assert.match(last_update, /\+00:00$/);
    assert.match(user, /^[0-9a-f]{32}$/);
  });

  test('has its name trimmed part by part', async () => {
    const id = await create(' trim //  name / ');
    assert.equal((await read(id)).name, 'trim/name');
  });

  test('cannot be made twice, also not by two at once', async () => {
    await create('only once');
    assert.equal(await refuse('projects.create', { name: 'only once' }), '400/801');
    const codes = (await Promise.all([1, 2, 3, 4].map(() => ask('projects.create', { name: 'raced/below' })))).map(
      (answer) => answer.code,
    );
    assert.deepEqual(codes.sort(), ['200/0', '400/801', '400/801', '400/801']);
    assert.equal((await names({ name: '^raced' })).length, 2);
  });

  test('has a name that is long enough and not too deep', async () => {
    assert.equal(await refuse('projects.create', { name: 'ab' }), '400/800');
    assert.equal(await refuse('projects.create', { name: ' / ' }), '400/407');
    assert.equal(await refuse('projects.create', { name: 'deep/'.repeat(10) + 'end' }), '400/409');
    assert.equal(await refuse('projects.create', {}), '400/12');
    assert.ok(await create('deep/'.repeat(9) + 'end'));
  });

  test('that is not there is 400/401', async () => {
    assert.equal(await refuse('projects.get_by_id', { project: 'f'.repeat(32) }), '400/401');
    assert.equal(await refuse('projects.get_by_id', { project: 'no id' }), '400/401');
    assert.equal(await refuse('projects.update', { project: 'f'.repeat(32), description: '' }), '400/401');
    assert.equal(await refuse('projects.move', { project: 'f'.repeat(32), new_location: 'x' }), '400/401');
  });
});

describe('a change of a project', () => {
  test('keeps what it does not name', async () => {
    const id = await create('changes/one', { description: 'old', tags: ['keep'] });
    assert.deepEqual(await call('projects.update', { project: id, system_tags: ['hidden', 'dataset'] }), {
      updated: 1,
      fields: { system_tags: ['dataset', 'hidden'] },
    });
    const project = await read(id);
    assert.deepEqual([project.description, project.tags, project.system_tags], ['old', ['keep'], ['dataset', 'hidden']]);
    await call('projects.update', { project: id, description: 'new', tags: [], default_output_destination: 'file:///tmp' });
    const changed = await read(id);
    assert.deepEqual([changed.description, changed.tags, changed.system_tags], ['new', [], ['dataset', 'hidden']]);
    assert.equal(changed.default_output_destination, 'file:///tmp');
  });

  test('renames the last part alone, and all below follows', async () => {
    const id = await create('renames/old');
    const below = await create('renames/old/inner/leaf');
    await create('renames/old sibling');
    assert.equal(await refuse('projects.update', { project: id, name: 'elsewhere/old' }), '400/408');
    await create('renames/taken');
    assert.equal(await refuse('projects.update', { project: id, name: 'renames/taken' }), '400/801');
    await call('projects.update', { project: id, name: 'renames/new' });
    assert.equal((await read(below)).name, 'renames/new/inner/leaf');
    assert.deepEqual((await read(below)).path, [await idOf('renames'), id, await idOf('renames/new/inner')]);
    assert.equal(await idOf('renames/old'), undefined);
    assert.ok(await idOf('renames/old sibling'));
    assert.equal((await experiment('renames/new/inner/leaf')).name, 'renames/new/inner/leaf');
  });

  test('moves a project with all below it', async () => {
    const id = await create('moves/from/here');
    const below = await create('moves/from/here/below');
    const before = await experiment('moves/from/here/below');
    assert.deepEqual(await call('projects.move', { project: id, new_location: 'moves/to/there' }), { moved: 2 });
    assert.equal((await read(below)).name, 'moves/to/there/here/below');
    const after = await experiment('moves/to/there/here/below');
    assert.equal(after.experiment_id, before.experiment_id);
    assert.equal(after.artifact_location, before.artifact_location);
    assert.equal(await refuse('projects.move', { project: id, new_location: 'moves/to/there' }), '400/410');
    assert.equal(await refuse('projects.move', { project: id, new_location: 'moves/to/there/here/below' }), '400/411');
    assert.deepEqual(await call('projects.move', { project: below, new_location: '' }), { moved: 1 });
    const top = await read(below);
    assert.equal(top.name, 'below');
    assert.equal(top.parent, undefined);
  });
});

describe('a query of projects', async () => {
  const root = await create('find/projects');
  for (const name of ['one', 'two', 'two/deep']) await create(`find/projects/${name}`, { tags: [name.slice(0, 3)] });
  await create('find/projects/.hidden', { system_tags: ['hidden'] });
  await create('find/projects/gone', { system_tags: ['archived'] });

  test('finds by the escaped name that the SDK sends', async () => {
    await create('find/with space.dot');
    const { projects } = await call('projects.get_all', {
      name: '^find/with\\ space\\.dot$',
      only_fields: ['id'],
      search_hidden: true,
    });
    assert.deepEqual(Object.keys(projects[0]), ['id']);
    assert.equal(projects.length, 1);
  });

  test('leaves hidden ones out unless they are asked for', async () => {
    assert.ok(!(await names({ name: '^find/' })).includes('find/projects/.hidden'));
    assert.ok((await names({ name: '^find/', search_hidden: true })).includes('find/projects/.hidden'));
    const id = await idOf('find/projects/.hidden');
    assert.deepEqual(await names({ id: [id] }), ['find/projects/.hidden']);
  });

  test('finds what is below a project, at any depth or right below it', async () => {
    assert.deepEqual(await names({ parent: [root], system_tags: ['-archived'] }), [
      'find/projects/one',
      'find/projects/two',
      'find/projects/two/deep',
    ]);
    assert.deepEqual(await names({ parent: [root], shallow_search: true, system_tags: ['-archived'] }), [
      'find/projects/one',
      'find/projects/two',
    ]);
    const top = await names({ shallow_search: true });
    assert.ok(top.includes('find') && top.every((name) => !name.includes('/')));
  });

  test('finds by tags, marks and dates, in pages', async () => {
    assert.deepEqual(await names({ tags: ['one', 'two'], parent: [root] }), [
      'find/projects/one',
      'find/projects/two',
      'find/projects/two/deep',
    ]);
    assert.deepEqual(await names({ system_tags: ['archived'], parent: [root] }), ['find/projects/gone']);
    assert.deepEqual(await names({ parent: [root], page: 1, page_size: 2, system_tags: ['-archived'] }), [
      'find/projects/two/deep',
    ]);
    assert.deepEqual(await names({ parent: [root], last_update: ['2200-01-01', null] }), []);
    assert.deepEqual(await names({ _any_: { fields: ['name', 'description'], pattern: 'PROJECTS/TWO/' } }), [
      'find/projects/two/deep',
    ]);
    assert.equal(await refuse('projects.get_all', { order_by: ['nothing'] }), '400/14');
    assert.equal(await refuse('projects.get_all', { only_fields: ['nothing'] }), '400/14');
    assert.equal(await refuse('projects.get_all', { tags: ['__$nothing'] }), '400/16');
  });

  test('goes through all pages of a scroll', async () => {
    const seen: string[] = [];
    let scroll_id: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      const answer: { projects: { name: string }[]; scroll_id: string } = await call('projects.get_all', {
        parent: [root],
        scroll_id,
        size: 2,
        order_by: ['-name'],
      });
      seen.push(...answer.projects.map((project) => project.name));
      scroll_id = answer.scroll_id;
    }
    assert.deepEqual(
      seen,
      ['two/deep', 'two', 'one', 'gone'].map((name) => `find/projects/${name}`),
    );
  });

  test('of get_all_ex has ids, references and what lies below', async () => {
    const { projects } = await call('projects.get_all_ex', {
      id: [root],
      only_fields: ['name', 'company.name', 'user', 'parent.name'],
      include_stats: true,
      check_own_contents: true,
    });
    const [project] = projects;
    assert.deepEqual(project.company, { name: 'clearml' });
    assert.deepEqual(project.parent, { name: 'find' });
    assert.deepEqual(Object.keys(project.user), ['id']);
    assert.deepEqual(
      project.sub_projects.map((one: { name: string }) => one.name),
      ['gone', 'one', 'two', 'two/deep'].map((name) => `find/projects/${name}`),
    );
    assert.deepEqual([project.own_tasks, project.own_models, project.own_datasets], [0, 0, 0]);
    assert.equal(project.stats.active.total_tasks, 0);
    assert.equal(project.stats.active.status_count.in_progress, 0);
    assert.equal(project.stats.archived, undefined);
  });

  test('counts the runs of both tools, of projects below too', async () => {
    const { experiment_id } = await experiment('find/projects/two');
    const { body } = await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id, start_time: 1000 });
    const run_id = body.run.info.run_id;
    await app.http.post('/api/2.0/mlflow/runs/update').send({ run_id, status: 'FINISHED', end_time: 6000 });
    await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id, start_time: 2000 });
    const stats = async (more: object) =>
      (await call('projects.get_all_ex', { id: [root], include_stats: true, ...more })).projects[0].stats;
    const { active } = await stats({});
    assert.deepEqual([active.total_tasks, active.total_runtime, active.last_task_run], [2, 5, 2000]);
    assert.deepEqual([active.status_count.completed, active.status_count.in_progress], [1, 1]);
    assert.equal((await stats({ stats_with_children: false })).active.total_tasks, 0);
    assert.equal((await stats({ stats_for_state: 'archived' })).archived.total_tasks, 0);
  });

  test('finds projects by the kind of their children', async () => {
    const holder = await create('kinds/.datasets/mine', { system_tags: ['hidden', 'dataset'], tags: ['gold'] });
    const found = async (query: object) =>
      (await call('projects.get_all_ex', { shallow_search: true, name: '^kinds', only_fields: ['name'], ...query })).projects.map(
        (project: { name: string }) => project.name,
      );
    assert.deepEqual(await found({ children_type: 'dataset' }), ['kinds']);
    assert.deepEqual(await found({ children_type: 'dataset', children_tags: ['gold'] }), ['kinds']);
    assert.deepEqual(await found({ children_type: 'dataset', children_tags: ['lead'] }), []);
    assert.deepEqual(await found({ children_type: 'pipeline' }), []);
    assert.deepEqual(await found({ children_type: 'report' }), []);
    assert.equal(await refuse('projects.get_all_ex', { children_type: 'other' }), '400/12');
    const { projects } = await call('projects.get_all_ex', { id: [holder], search_hidden: true });
    assert.equal(projects[0].hidden, true);
    const { user } = await read(holder);
    assert.ok((await found({ active_users: [user] })).includes('kinds'));
    assert.deepEqual(await found({ active_users: ['f'.repeat(32)] }), []);
  });
});

describe('projects of both tools', () => {
  test('an experiment with slashes is below the projects it names', async () => {
    await createExperiment('/Users/someone/trial');
    const id = await idOf('Users/someone/trial');
    const project = await read(id);
    assert.deepEqual(project.path, [await idOf('Users'), await idOf('Users/someone')]);
    assert.equal(await experiment('Users'), undefined);
    assert.equal((await experiment('/Users/someone/trial')).name, '/Users/someone/trial');
  });

  test('a project above others becomes an experiment when MLflow makes one of its name', async () => {
    await create('shared/leaf');
    const id = await idOf('shared');
    assert.equal(await experiment('shared'), undefined);
    assert.equal((await createExperiment('shared')).status, 200);
    assert.equal(await idOf('shared'), id);
    assert.match((await experiment('shared')).artifact_location, /\/\d+$/);
    assert.equal((await createExperiment('shared')).body.error_code, 'RESOURCE_ALREADY_EXISTS');
    assert.equal((await createExperiment('shared/leaf')).body.error_code, 'RESOURCE_ALREADY_EXISTS');
  });

  test('two experiments whose names are one path are two projects', async () => {
    await createExperiment('twin');
    const { experiment_id } = (await createExperiment('/twin')).body;
    assert.ok(await idOf('twin'));
    assert.ok(await idOf(`twin\\ \\[${experiment_id}\\]`));
    const { experiment_id: nameless } = (await createExperiment('//')).body;
    assert.ok(await idOf(`\\[${nameless}\\]`));
  });

  test('renaming an experiment moves it alone; what was below it stays', async () => {
    const { experiment_id } = (await createExperiment('old name')).body;
    await createExperiment('old name/inner');
    const [id, inner] = [await idOf('old name'), await idOf('old name/inner')];
    await app.http.post('/api/2.0/mlflow/experiments/update').send({ experiment_id, new_name: 'brand/new name' });
    assert.equal((await read(id)).name, 'brand/new name');
    assert.deepEqual((await read(id)).path, [await idOf('brand')]);
    assert.equal((await experiment('old name/inner')).name, 'old name/inner');
    const above = await idOf('old name');
    assert.notEqual(above, id);
    assert.deepEqual((await read(inner)).path, [above]);
  });

  test('a name of a project that MLflow does not see is free for an experiment', async () => {
    await create('unseen/leaf');
    const { experiment_id } = (await createExperiment('to be renamed')).body;
    const answer = await app.http.post('/api/2.0/mlflow/experiments/update').send({ experiment_id, new_name: 'unseen' });
    assert.equal(answer.status, 200);
    assert.equal((await experiment('unseen')).experiment_id, experiment_id);
    assert.ok(await idOf(`unseen\\ \\[${experiment_id}\\]`));
  });

  test('archived in one is deleted in the other', async () => {
    const id = await create('put away');
    await call('projects.update', { project: id, system_tags: ['archived', 'mine'] });
    const { experiment_id, lifecycle_stage } = await experiment('put away');
    assert.equal(lifecycle_stage, 'deleted');
    await app.http.post('/api/2.0/mlflow/experiments/restore').send({ experiment_id });
    assert.deepEqual((await read(id)).system_tags, ['mine']);
    await app.http.post('/api/2.0/mlflow/experiments/delete').send({ experiment_id });
    assert.deepEqual((await read(id)).system_tags, ['archived', 'mine']);
  });

  test('tags without a value are the tags ClearML knows; others it keeps', async () => {
    const id = await create('labelled');
    const { experiment_id } = await experiment('labelled');
    const setTag = (key: string, value: string) =>
      app.http.post('/api/2.0/mlflow/experiments/set-experiment-tag').send({ experiment_id, key, value });
    await setTag('prod', '');
    await setTag('team', 'red');
    assert.deepEqual((await read(id)).tags, ['prod']);
    await call('projects.update', { project: id, tags: ['team', 'dev'] });
    assert.deepEqual((await read(id)).tags, ['dev', 'team']);
    const { tags } = await experiment('labelled');
    assert.deepEqual(
      tags.filter(({ key }: { key: string }) => !key.startsWith('mlflow.')),
      [
        { key: 'dev', value: '' },
        { key: 'team', value: 'red' },
        { key: 'team:2', value: 'team' },
      ],
    );
    await call('projects.update', { project: id, tags: [] });
    assert.deepEqual((await experiment('labelled')).tags, [{ key: 'team', value: 'red' }]);
  });
});

describe('what is known of the runs of a project', async () => {
  const project = await create('facts/main');
  const { experiment_id } = await experiment('facts/main');
  const newRun = async (tags: object[] = []) => {
    const { body } = await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id, run_name: 'the run', tags });
    return body.run.info.run_id as string;
  };
  const run = await newRun();
  const child = await newRun([{ key: 'mlflow.parentRunId', value: run }]);
  await app.http.post('/api/2.0/mlflow/runs/log-batch').send({
    run_id: run,
    metrics: [
      { key: 'train/loss', value: 1, timestamp: 1, step: 0 },
      { key: 'acc', value: 1, timestamp: 1, step: 0 },
    ],
    params: [
      { key: 'lr', value: '0.1' },
      { key: 'Args/epochs', value: '10' },
    ],
    tags: [
      { key: 'good', value: '' },
      { key: 'team', value: 'red' },
    ],
  });
  await app.http.post('/api/2.0/mlflow/runs/log-parameter').send({ run_id: child, key: 'lr', value: '0.2' });

  test('names its metrics', async () => {
    const { metrics } = await call('projects.get_unique_metric_variants', { project });
    assert.deepEqual(metrics, [
      {
        metric: 'acc',
        metric_hash: '1673448ee7064c989d02579c534f6b66',
        variant: 'acc',
        variant_hash: '1673448ee7064c989d02579c534f6b66',
      },
      {
        metric: 'train',
        metric_hash: '61b3a8faa9c1091806675c230a9abe64',
        variant: 'loss',
        variant_hash: '81513effdf5790b79549208838404407',
      },
    ]);
    assert.deepEqual(await call('projects.get_unique_metric_variants', { ids: [child] }), { metrics: [] });
    assert.deepEqual(await call('projects.get_unique_metric_variants', { project, model_metrics: true }), { metrics: [] });
  });

  test('names its hyperparameters and their values', async () => {
    assert.deepEqual(await call('projects.get_hyper_parameters', { project, page_size: 2 }), {
      parameters: [
        { section: 'Args', name: 'epochs' },
        { section: 'General', name: 'lr' },
      ],
      remaining: 1,
      total: 3,
    });
    const values = (section: string, name: string, more: object = {}) =>
      call('projects.get_hyperparam_values', { projects: [project], section, name, ...more });
    assert.deepEqual(await values('General', 'lr'), { total: 2, values: ['0.1', '0.2'] });
    assert.deepEqual(await values('General', 'lr', { pattern: '2$' }), { total: 1, values: ['0.2'] });
    assert.deepEqual(await values('properties', 'team'), { total: 1, values: ['red'] });
    assert.deepEqual(await values('Args', 'lr'), { total: 0, values: [] });
    assert.equal(await refuse('projects.get_hyperparam_values', { section: 'Args' }), '400/12');
  });

  test('names the tags of its tasks, models and projects', async () => {
    await call('projects.update', { project, tags: ['folder'] });
    assert.deepEqual(await call('projects.get_task_tags', { projects: [project] }), { tags: ['good'] });
    assert.deepEqual(
      await call('projects.get_task_tags', { projects: [project], filter: { tags: ['bad'] }, include_system: true }),
      {
        tags: [],
        system_tags: [],
      },
    );
    assert.deepEqual(await call('projects.get_model_tags', { projects: [project], include_system: true }), {
      tags: [],
      system_tags: [],
    });
    const { tags, system_tags } = await call('projects.get_project_tags', { include_system: true });
    assert.ok(tags.includes('folder'));
    assert.ok(system_tags.includes('hidden') && system_tags.includes('archived'));
    const hidden = await call('projects.get_project_tags', { filter: { system_tags: ['hidden'] } });
    assert.ok(!hidden.tags.includes('folder'));
    assert.equal(await refuse('projects.get_task_tags', { filter: { tags: ['__$what', 'x'] } }), '400/16');
  });

  test('names parents of its tasks and who made them', async () => {
    assert.deepEqual(await call('projects.get_task_parents', { projects: [project] }), {
      parents: [{ id: run, name: 'the run', project: { id: project, name: 'facts/main' } }],
    });
    assert.deepEqual(await call('projects.get_task_parents', { projects: [project], task_name: 'other' }), { parents: [] });
    assert.deepEqual(await call('projects.get_task_parents', { projects: [project], tasks_state: 'archived' }), { parents: [] });
    const { users } = await call('projects.get_user_names', { projects: [project] });
    assert.equal(users.length, 1);
    assert.deepEqual(await call('projects.get_user_names', { projects: [project], entity: 'model' }), { users: [] });
  });

  test('names the keys of metadata of its models', async () => {
    assert.deepEqual(await call('projects.get_model_metadata_keys', { project }), { keys: [], remaining: 0, total: 0 });
    assert.deepEqual(await call('projects.get_model_metadata_values', { projects: [project], key: 'k' }), {
      total: 0,
      values: [],
    });
  });

  test('is for everybody or for the workspace alone', async () => {
    assert.deepEqual(await call('projects.make_public', { ids: [project] }), { updated: 1 });
    assert.equal((await read(project)).company, '');
    assert.deepEqual(await call('projects.make_private', { ids: [project] }), { updated: 1 });
    assert.deepEqual(await call('projects.make_private', { ids: [project] }), { updated: 0 });
  });
});

test('a task in a project that MLflow did not see makes it an experiment', async () => {
  await call('projects.create', { name: 'seen by/its child', description: '' });
  const [parent] = (await call('projects.get_all', { name: '^seen by$', only_fields: ['id'] })).projects;
  const byName = () => app.http.get('/api/2.0/mlflow/experiments/get-by-name').query({ experiment_name: 'seen by' });
  await byName().expect(404);
  const { id } = await call('tasks.create', { name: 'a task', type: 'training', project: parent.id });
  const { experiment_id } = (await byName().expect(200)).body.experiment;
  const { body } = await app.http.get('/api/2.0/mlflow/runs/get').query({ run_id: id });
  assert.equal(body.run.info.experiment_id, experiment_id);
});

test('a task that is added or changes its status moves the last update of its project', async () => {
  const { id: project } = await call('projects.create', { name: 'moved by tasks', description: '' });
  const updated = async () => (await call('projects.get_by_id', { project })).project.last_update;
  const empty = await updated();
  const { id: task } = await call('tasks.create', { name: 'a task', type: 'training', project });
  const added = await updated();
  assert.ok(added > empty);
  await call('tasks.started', { task });
  assert.ok((await updated()) > added);
});
