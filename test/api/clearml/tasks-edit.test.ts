import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { call, refuse } = clearmlApi(app);
const missing = '0'.repeat(32);
const param = (section: string, name: string, value: string) => ({ section, name, value, type: 'str', description: '' });

async function makeTask(fields: object = {}): Promise<string> {
  return (await call('tasks.create', { name: 'a task', type: 'training', ...fields })).id;
}

async function taskOf(task: string) {
  return (await call('tasks.get_by_id', { task })).task;
}

async function runOf(run_id: string) {
  return (await app.http.get('/api/2.0/mlflow/runs/get').query({ run_id })).body.run;
}

describe('a new task', () => {
  it('has everything it was made with', async () => {
    const { id: project } = await call('projects.create', { name: 'made/with everything', description: '' });
    const id = await makeTask({
      name: ' full ',
      type: 'testing',
      project,
      comment: 'a note',
      tags: ['b', 'a'],
      system_tags: ['development'],
      script: {
        repository: 'https://example.com/r.git',
        branch: '',
        entry_point: 'run.py',
        diff: 'x',
        requirements: { pip: 'numpy' },
      },
      hyperparams: { Args: { lr: param('Args', 'lr', '0.1') }, properties: { owner: param('properties', 'owner', 'me') } },
      configuration: { net: { name: 'net', value: 'depth = 3', type: 'hocon' } },
      container: { image: 'python:3.11' },
      runtime: { progress: '0' },
      output_dest: 's3://bucket/out',
      method: 'get',
    });
    const task = await taskOf(id);
    assert.equal(task.name, 'full');
    assert.equal(task.project, project);
    assert.deepEqual([task.status, task.type, task.comment], ['created', 'testing', 'a note']);
    assert.deepEqual([task.tags, task.system_tags], [['a', 'b'], ['development']]);
    assert.deepEqual(task.script, {
      binary: 'python',
      repository: 'https://example.com/r.git',
      branch: '',
      entry_point: 'run.py',
      diff: 'x',
      requirements: { pip: 'numpy' },
    });
    assert.deepEqual(task.hyperparams, {
      Args: { lr: param('Args', 'lr', '0.1') },
      properties: { owner: param('properties', 'owner', 'me') },
    });
    assert.deepEqual(task.configuration, { net: { name: 'net', value: 'depth = 3', type: 'hocon' } });
    assert.deepEqual([task.container, task.runtime], [{ image: 'python:3.11' }, { progress: '0' }]);
    assert.equal(task.output.destination, 's3://bucket/out');
    const run = await runOf(id);
    assert.equal(run.info.run_name, 'full');
    assert.deepEqual(run.data.params, [{ key: 'Args/lr', value: '0.1' }]);
    const tags = Object.fromEntries(run.data.tags.map((tag: { key: string; value: string }) => [tag.key, tag.value]));
    assert.deepEqual([tags['a'], tags['b'], tags['owner']], ['', '', 'me']);
    assert.deepEqual([tags['mlflow.runName'], tags['mlflow.note.content']], ['full', 'a note']);
    assert.equal(tags['mlflow.source.git.repoURL'], 'https://example.com/r.git');
  });

  it('without a project stands in the Default experiment of MLflow and in none of ClearML', async () => {
    const id = await makeTask();
    assert.equal((await taskOf(id)).project, undefined);
    assert.equal((await runOf(id)).info.experiment_id, '0');
  });

  const wrong: readonly (readonly [what: string, fields: object, code: string])[] = [
    ['no name', { name: undefined }, '400/12'],
    ['a short name', { name: ' ab ' }, '400/800'],
    ['a type there is not', { type: 'sleeping' }, '400/12'],
    ['a project there is not', { project: missing }, '400/16'],
    ['a parent there is not', { parent: missing }, '400/101'],
    ['an input model there is not', { models: { input: [{ name: 'm', model: missing }] } }, '400/201'],
    ['a tag that is an operator', { tags: ['__$and'] }, '400/12'],
    ['tags that are no list', { tags: 'a' }, '400/12'],
    ['a value that is no text', { hyperparams: { Args: { lr: { name: 'lr', value: { a: 1 } } } } }, '400/12'],
  ];
  for (const [what, fields, code] of wrong) {
    it(`with ${what} is refused, and nothing of it stays`, async () => {
      const before = (await call('tasks.get_all', { only_fields: ['id'] })).tasks.length;
      const body = { name: 'a task', type: 'training', ...fields };
      assert.equal(await refuse('tasks.create', body), code);
      assert.equal(await refuse('tasks.validate', body), code);
      assert.equal((await call('tasks.get_all', { only_fields: ['id'] })).tasks.length, before);
    });
  }
});

describe('tasks.edit', () => {
  it('needs force unless the task is being prepared', async () => {
    const task = await makeTask();
    await call('tasks.edit', { task, comment: 'early' });
    await call('tasks.started', { task });
    assert.equal(await refuse('tasks.edit', { task, comment: 'late' }), '400/110');
    await call('tasks.edit', { task, comment: 'forced', force: true });
    assert.equal((await taskOf(task)).comment, 'forced');
  });

  it('replaces maps whole, and merges the script one level deep', async () => {
    const task = await makeTask({
      script: { entry_point: 'a.py', repository: 'r', diff: 'old' },
      hyperparams: { Args: { a: param('Args', 'a', '1'), b: param('Args', 'b', '2') } },
      configuration: { one: { name: 'one', value: '1' } },
      runtime: { a: 1, b: null },
    });
    await call('tasks.edit', {
      task,
      script: { diff: 'new', repository: '' },
      hyperparams: { General: { c: param('General', 'c', '3') } },
      configuration: { two: { name: 'two', value: '2' } },
      runtime: { c: 2 },
    });
    const edited = await taskOf(task);
    assert.deepEqual([edited.script.entry_point, edited.script.diff, edited.script.repository], ['a.py', 'new', '']);
    assert.deepEqual(edited.hyperparams, { General: { c: param('General', 'c', '3') } });
    assert.deepEqual(Object.keys(edited.configuration), ['two']);
    assert.deepEqual(edited.runtime, { c: 2 });
    assert.deepEqual((await runOf(task)).data.params, [{ key: 'c', value: '3' }]);
  });

  it('moves last_update only when contents change', async () => {
    const task = await makeTask();
    const before = await taskOf(task);
    const { fields } = await call('tasks.edit', { task, tags: ['x'], method: 'get' });
    assert.equal(fields.last_update, undefined);
    const tagged = await taskOf(task);
    assert.equal(tagged.last_update, before.last_update);
    assert.ok(tagged.last_change > before.last_change);
    await call('tasks.edit', { task, runtime: { a: 1 } });
    assert.ok((await taskOf(task)).last_update > before.last_update);
  });

  it('archives by its system tag, and MLflow sees a deleted run', async () => {
    const task = await makeTask();
    await call('tasks.edit', { task, force: true, system_tags: ['archived', 'x'] });
    assert.deepEqual((await taskOf(task)).system_tags, ['archived', 'x']);
    assert.equal((await runOf(task)).info.lifecycle_stage, 'deleted');
    await app.http.post('/api/2.0/mlflow/runs/restore').send({ run_id: task });
    assert.deepEqual((await taskOf(task)).system_tags, ['x']);
  });

  it('renames for both tools', async () => {
    const task = await makeTask();
    await call('tasks.edit', { task, name: 'renamed here' });
    const run = await runOf(task);
    assert.equal(run.info.run_name, 'renamed here');
    assert.ok(
      run.data.tags.some((tag: { key: string; value: string }) => tag.key === 'mlflow.runName' && tag.value === 'renamed here'),
    );
    await app.http.post('/api/2.0/mlflow/runs/update').send({ run_id: task, run_name: 'renamed there' });
    assert.equal((await taskOf(task)).name, 'renamed there');
  });

  it('moves a task with its params, which searches of the new project find', async () => {
    const task = await makeTask({ hyperparams: { Args: { lr: param('Args', 'lr', 'moved') } } });
    const { id: project } = await call('projects.create', { name: 'moved to here', description: '' });
    await call('tasks.edit', { task, project });
    const { experiment_id } = (await runOf(task)).info;
    assert.notEqual(experiment_id, '0');
    const { body } = await app.http
      .post('/api/2.0/mlflow/runs/search')
      .send({ experiment_ids: [experiment_id], filter: "params.`Args/lr` = 'moved'" });
    assert.deepEqual(
      body.runs.map((run: { info: { run_id: string } }) => run.info.run_id),
      [task],
    );
  });

  it('takes the older form of hyperparameters and configuration', async () => {
    const task = await makeTask();
    await call('tasks.edit', { task, execution: { parameters: { lr: '0.5', 'TF_DEFINE/x': '1' }, model_desc: { design: 'd' } } });
    const { hyperparams, configuration } = await taskOf(task);
    assert.equal(hyperparams.Args.lr.value, '0.5');
    assert.equal(hyperparams.TF_DEFINE.x.value, '1');
    assert.equal(configuration.design.value, 'd');
  });

  it('leaves nothing half done when one part is refused', async () => {
    const task = await makeTask();
    assert.equal(await refuse('tasks.edit', { task, name: 'half', project: missing, tags: ['half'] }), '400/16');
    assert.deepEqual([(await taskOf(task)).name, (await taskOf(task)).tags], ['a task', []]);
  });

  it('two editors at once both keep what they wrote', async () => {
    const task = await makeTask();
    const names = Array.from({ length: 20 }, (_, at) => `p${at}`);
    await Promise.all(
      names.map((name) =>
        call('tasks.edit_hyper_params', { task, hyperparams: [param('Args', name, '1')], replace_hyperparams: 'none' }),
      ),
    );
    assert.deepEqual(Object.keys((await taskOf(task)).hyperparams.Args).sort(), [...names].sort());
  });
});

describe('hyperparameters', () => {
  const two = [param('Args', 'a', '1'), param('Other', 'b', '2')];

  it('are added, replaced by section and replaced whole', async () => {
    const task = await makeTask();
    const names = async () =>
      Object.entries((await taskOf(task)).hyperparams).flatMap(([section, items]) =>
        Object.keys(items as object).map((name) => `${section}/${name}`),
      );
    await call('tasks.edit_hyper_params', { task, hyperparams: two });
    await call('tasks.edit_hyper_params', { task, hyperparams: [param('Args', 'c', '3')], replace_hyperparams: 'section' });
    assert.deepEqual((await names()).sort(), ['Args/c', 'Other/b']);
    await call('tasks.edit_hyper_params', { task, hyperparams: [param('New', 'd', '4')], replace_hyperparams: 'all' });
    assert.deepEqual(await names(), ['New/d']);
    await call('tasks.delete_hyper_params', { task, hyperparams: [{ section: 'New' }] });
    assert.deepEqual(await names(), []);
  });

  it('are closed once the task is done; properties are not', async () => {
    const task = await makeTask();
    await call('tasks.started', { task });
    await call('tasks.edit_hyper_params', { task, hyperparams: two, force: true });
    await call('tasks.completed', { task, publish: true });
    assert.equal(await refuse('tasks.edit_hyper_params', { task, hyperparams: two, force: true }), '400/110');
    await call('tasks.edit_hyper_params', { task, hyperparams: [param('Properties', 'owner', 'me')] });
    assert.equal((await taskOf(task)).hyperparams.properties.owner.value, 'me');
    await call('tasks.delete_hyper_params', { task, hyperparams: [{ section: 'properties', name: 'owner' }] });
    assert.equal((await taskOf(task)).hyperparams.properties, undefined);
  });

  it('of the same key in MLflow stay two, and read back as they were written', async () => {
    const task = await makeTask();
    const items = [param('General', 'Args/lr', '1'), param('Args', 'lr', '2'), param('General', 'properties/x', '3')];
    await call('tasks.edit_hyper_params', { task, hyperparams: items });
    const { hyperparams } = await taskOf(task);
    assert.deepEqual(hyperparams.General['Args/lr'].value, '1');
    assert.deepEqual(hyperparams.Args.lr.value, '2');
    const { params } = (await runOf(task)).data;
    assert.deepEqual(params.map((one: { key: string; value: string }) => `${one.key}=${one.value}`).sort(), [
      'Args/lr:2=2',
      'Args/lr=1',
      'properties/x=3',
    ]);
  });

  it('a label and a property of one name stay two', async () => {
    const task = await makeTask({
      tags: ['prod', 'mlflow.user'],
      hyperparams: { properties: { prod: param('properties', 'prod', 'yes') } },
    });
    const { tags, hyperparams } = await taskOf(task);
    assert.deepEqual(tags, ['mlflow.user', 'prod']);
    assert.equal(hyperparams.properties.prod.value, 'yes');
    const shown = Object.fromEntries(
      (await runOf(task)).data.tags.map((tag: { key: string; value: string }) => [tag.key, tag.value]),
    );
    assert.deepEqual([shown['prod'], shown['prod:2'], shown['mlflow.user:2']], ['', 'yes', '']);
  });
});

describe('other parts of a task', () => {
  it('configuration is added to, replaced and deleted', async () => {
    const task = await makeTask();
    const entry = (name: string) => ({ name, value: `value of ${name}`, type: 'json', description: 'd' });
    await call('tasks.edit_configuration', { task, configuration: [entry('a'), entry('b')] });
    await call('tasks.edit_configuration', { task, configuration: [entry('c')] });
    assert.deepEqual(Object.keys((await taskOf(task)).configuration).sort(), ['a', 'b', 'c']);
    await call('tasks.edit_configuration', { task, configuration: [entry('b')], replace_configuration: true });
    assert.deepEqual((await taskOf(task)).configuration, { b: entry('b') });
    await call('tasks.delete_configuration', { task, configuration: ['b'] });
    assert.deepEqual((await taskOf(task)).configuration, {});
  });

  it('artifacts are known by key and mode, and refused once the task is done', async () => {
    const task = await makeTask();
    const artifact = { key: 'a', type: 'dict', uri: 's3://b/a', content_size: 3, hash: 'h', timestamp: 1_700_000_000 };
    await call('tasks.add_or_update_artifacts', { task, artifacts: [artifact, { ...artifact, mode: 'input' }] });
    await call('tasks.add_or_update_artifacts', { task, artifacts: [{ ...artifact, content_size: 4 }] });
    const { artifacts } = (await taskOf(task)).execution;
    assert.deepEqual(
      artifacts.map((one: { mode: string; content_size: number }) => [one.mode, one.content_size]),
      [
        ['input', 3],
        ['output', 4],
      ],
    );
    await call('tasks.delete_artifacts', { task, artifacts: [{ key: 'a', mode: 'input' }] });
    assert.equal((await taskOf(task)).execution.artifacts.length, 1);
    await call('tasks.started', { task });
    await call('tasks.completed', { task });
    assert.equal(await refuse('tasks.add_or_update_artifacts', { task, artifacts: [artifact], force: true }), '400/110');
  });

  it('requirements and runtime change by themselves', async () => {
    const task = await makeTask({ script: { entry_point: 'a.py' }, runtime: { a: '1' } });
    await call('tasks.set_requirements', { task, requirements: { pip: 'numpy', conda: '' } });
    await call('tasks.edit_runtime', { task, add_or_update: { b: '2' }, remove: ['a'] });
    const { script, runtime } = await taskOf(task);
    assert.deepEqual([script.entry_point, script.requirements], ['a.py', { pip: 'numpy', conda: '' }]);
    assert.deepEqual(runtime, { b: '2' });
  });

  it('update, update_batch and update_tags change what people say, in any status', async () => {
    const [one, two] = [await makeTask(), await makeTask()];
    await call('tasks.started', { task: one });
    await call('tasks.completed', { task: one, publish: true });
    await call('tasks.update', { task: one, comment: 'said later' });
    const { body } = await app.http
      .post('/v2.23/tasks.update_batch')
      .set('content-type', 'application/json-lines')
      .send(`{"task":"${one}","name":"from a batch"}\n{"task":"${two}","tags":["t"]}`);
    assert.equal(body.data.updated, 2);
    assert.equal((await call('tasks.update_tags', { ids: [one, two], add_tags: ['u'], remove_tags: ['t'] })).updated, 2);
    assert.deepEqual(
      [(await taskOf(one)).name, (await taskOf(one)).comment, (await taskOf(two)).tags],
      ['from a batch', 'said later', ['u']],
    );
    assert.equal(await refuse('tasks.update_tags', { ids: [one, 'gone'], add_tags: ['v'] }), '400/101');
    assert.deepEqual((await taskOf(one)).tags, ['u']);
  });

  it('a move makes the project it names', async () => {
    const task = await makeTask();
    const { project_id } = await call('tasks.move', { ids: [task], project_name: 'made by/a move' });
    assert.equal((await taskOf(task)).project, project_id);
    assert.equal((await call('projects.get_by_id', { project: project_id })).project.name, 'made by/a move');
    assert.equal(await refuse('tasks.move', { ids: [task] }), '400/12');
  });

  it('what names several tasks is done to all of them or to none', async () => {
    const task = await makeTask();
    const { body } = await app.http
      .post('/v2.23/tasks.update_batch')
      .set('content-type', 'application/json-lines')
      .send(`{"task":"${task}","comment":"half"}\n{"task":"${missing}"}`);
    assert.equal(body.meta.result_code, 400);
    assert.equal(await refuse('tasks.archive', { tasks: [task, missing] }), '400/101');
    assert.equal(await refuse('tasks.move', { ids: [task, missing], project_name: 'half made/by a move' }), '400/101');
    const { comment, system_tags, project } = await taskOf(task);
    assert.deepEqual([comment, system_tags, project], [undefined, [], undefined]);
    assert.deepEqual((await call('projects.get_all', { name: 'half made' })).projects, []);
  });
});

describe('references and limits', () => {
  const wrong: readonly (readonly [what: string, fields: object, code: string])[] = [
    ['a queue there is not', { execution: { queue: 'x' } }, '400/701'],
    ['a size beyond 64 bits', { execution: { artifacts: [{ key: 'a', type: 't', content_size: 2 ** 70 }] } }, '400/12'],
    ['a time beyond all dates', { execution: { artifacts: [{ key: 'a', type: 't', timestamp: 1e300 }] } }, '400/12'],
    ['a name without end', { name: 'x'.repeat(100_000) }, '400/800'],
    ['a status there is not', { status: 'zz' }, '400/12'],
  ];
  for (const [what, fields, code] of wrong) {
    it(`${what} is refused`, async () => {
      const task = await makeTask();
      assert.equal(await refuse('tasks.edit', { task, force: true, ...fields }), code);
    });
  }

  it('a task is not its own parent', async () => {
    const task = await makeTask();
    assert.equal(await refuse('tasks.edit', { task, parent: task }), '400/12');
  });

  it('an edit may set the status', async () => {
    const task = await makeTask();
    await call('tasks.edit', { task, force: true, status: 'completed' });
    assert.equal((await taskOf(task)).status, 'completed');
  });

  it('names that differ in a character that cannot be stored do not become one series', async () => {
    const task = await makeTask();
    const lines = ['\\u0000', '\\ud800', 'plain'].map(
      (variant) => `{"type":"training_stats_scalar","task":"${task}","metric":"m","variant":"${variant}","iter":0,"value":1}`,
    );
    const { body } = await app.http
      .post('/v2.23/events.add_batch')
      .set('content-type', 'application/json-lines')
      .send(lines.join('\n'));
    assert.deepEqual([body.data.added, body.data.errors], [1, 2]);
  });
});
