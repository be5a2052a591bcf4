import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { openDatabase } from '../../src/store/database.ts';
import { type Answer, assertKept, assertRefused, type Json, SECRET, senderTo } from '../support/attacker.ts';
import { addPerson, type Person } from '../support/people.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';

const server = await startTrackbridge(['--auth', 'on']);
const db = openDatabase(server.databaseUrl, { connections: 2 });
const root = await addPerson({ db }, 'root', 'admin');
const ann = await addPerson({ db }, 'ann');
const bob = await addPerson({ db }, 'bob');
await db.close();

const send = senderTo(server.url);

async function made(who: Person, path: string, body: object): Promise<Json> {
  const { status, json, text } = await send(who, 'POST', path, body);
  assert.equal(status, 200, `${path}: ${text}`);
  return json.data ?? json;
}

/** What somebody made: an experiment, and in it one of each. */
interface Things {
  experiment: string;
  run: string;
  project: string;
  task: string;
  model: string;
  trace: string;
  registered: string;
  /** Path of a file of the task on the files server. */
  file: string;
}

async function makeThings(who: Person, name: string, digit: string): Promise<Things> {
  const v2 = '/api/2.0/mlflow';
  const { experiment_id: experiment } = await made(who, `${v2}/experiments/create`, { name });
  const { run } = await made(who, `${v2}/runs/create`, { experiment_id: experiment, run_name: name });
  const { model } = await made(who, `${v2}/logged-models`, { experiment_id: experiment, name });
  await made(who, `${v2}/registered-models/create`, { name });
  await made(who, `${v2}/model-versions/create`, {
    name,
    source: `models:/${model.info.model_id}`,
    model_id: model.info.model_id,
  });
  const trace = `tr-${digit.repeat(32)}`;
  const traceInfo = {
    trace_id: trace,
    trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experiment } },
    request_time: '2026-01-01T00:00:00Z',
    state: 'OK',
    tags: { 'mlflow.traceName': name },
  };
  await made(who, '/api/3.0/mlflow/traces', { trace: { trace_info: traceInfo } });
  const { projects } = await made(who, '/projects.get_all', { name: `^${name}$` });
  const { id: task } = await made(who, '/tasks.create', { name, type: 'training', project: projects[0].id });
  const artifacts = `/api/2.0/mlflow-artifacts/artifacts/${experiment}/${run.info.run_id}/artifacts`;
  for (const path of [`${artifacts}/secret.txt`, `${artifacts}/model/MLmodel`]) {
    assert.equal((await send(who, 'PUT', path, name, { 'content-type': 'text/plain' })).status, 200);
  }
  const file = `${name}/task.${task}/artifacts/a.txt`;
  assert.equal((await upload(who, file, name)).status, 200);
  const ids = { experiment, run: run.info.run_id, project: projects[0].id, task, model: model.info.model_id };
  return { ...ids, trace, registered: name, file };
}

async function upload(who: Person | undefined, path: string, content: string): Promise<Answer> {
  const body = `--x\r\nContent-Disposition: form-data; name="${path}"; filename="a.txt"\r\n\r\n${content}\r\n--x--\r\n`;
  return await send(who, 'POST', '/files/', body, { 'content-type': 'multipart/form-data; boundary=x' });
}

let hers: Things;
let his: Things;

before(async () => {
  hers = await makeThings(ann, SECRET, 'a');
  his = await makeThings(bob, 'of-bob', 'b');
  for (const [resource_type, resource_id] of [
    ['experiment', hers.experiment],
    ['registered_model', hers.registered],
  ]) {
    const grant = { username: 'bob', resource_type, resource_id, permission: 'DENY' };
    await made(root, '/api/3.0/mlflow/users/permissions/grant', grant);
  }
});

const v2 = '/api/2.0/mlflow';

describe('an id that stands elsewhere, or twice', () => {
  it('does not show what another spelling names', async () => {
    for (const path of [
      `runs/get?run_id=${his.run}&run_uuid=${hers.run}`,
      `runs/get?run_uuid=${his.run}&run_id=${hers.run}`,
      `runs/get?run_id=${his.run}&run_id=${hers.run}`,
      `runs/get?run_id=${hers.run}&run_id=${his.run}`,
      `runs/get?runId=${hers.run}`,
      `runs/get?run_id=${his.run}&runId=${hers.run}`,
      `runs/get?runUuid=${hers.run}`,
      `runs/get?run_id=${hers.run.toUpperCase()}`,
      `runs/get?run_id=%20${hers.run}`,
      `runs/get?run_id=${hers.run}%20`,
      `runs/get?run_id=${hers.run}%00`,
      `runs/get?run_id[]=${hers.run}`,
      `runs/get?run_id=%${hers.run.charCodeAt(0).toString(16)}${hers.run.slice(1)}`,
      `experiments/get?experiment_id=0&experiment_id=${hers.experiment}`,
      `experiments/get?experiment_id=%20${hers.experiment}`,
      `experiments/get?experiment_id=0${hers.experiment}`,
      `experiments/get?experiment_id=%2B${hers.experiment}`,
      `experiments/get?experimentId=${hers.experiment}`,
      `experiments/get-by-name?experiment_name=${SECRET.toUpperCase()}&experimentName=${SECRET}`,
      `metrics/get-history?run_id=${his.run}&run_uuid=${hers.run}&metric_key=m`,
      `artifacts/list?run_id=${his.run}&run_uuid=${hers.run}`,
      `artifacts/list?run_id=${his.run}&path=../../${hers.run}/artifacts`,
      `logged-models/${hers.model}`,
      `logged-models/${encodeURIComponent(`${his.model}/../${hers.model}`)}`,
      `logged-models/${his.model}%2f..%2f${hers.model}`,
      `registered-models/get?name=of-bob&name=${SECRET}`,
      `model-versions/get-download-uri?name=${SECRET}&version=1`,
    ]) {
      for (const prefix of [v2, '/ajax-api/2.0/mlflow', '/mlflow/api/2.0/mlflow', '/API/2.0/mlflow', '//api/2.0/mlflow']) {
        for (const method of ['GET', 'HEAD'])
          assertKept(await send(bob, method, `${prefix}/${path}`), `${method} ${prefix}/${path}`);
      }
    }
  });

  it('does not write where another spelling says', async () => {
    const tag = { key: 'attack', value: 'x' };
    for (const [path, body] of [
      ['runs/set-tag', { run_id: his.run, run_uuid: hers.run, ...tag }],
      ['runs/set-tag', { run_uuid: his.run, run_id: hers.run, ...tag }],
      ['runs/set-tag', { run_id: his.run, runId: hers.run, ...tag }],
      ['runs/set-tag', { run_id: '', run_uuid: hers.run, ...tag }],
      ['runs/set-tag', { run_id: [hers.run], ...tag }],
      ['runs/set-tag', `{"run_id":"${his.run}","run_id":"${hers.run}","key":"attack","value":"x"}`],
      ['runs/set-tag', `{"run_id":"${hers.run}","run_id":"${his.run}","key":"attack","value":"x"}`],
      ['runs/log-batch', { run_id: his.run, runId: hers.run, tags: [tag] }],
      ['runs/update', { run_id: his.run, run_uuid: hers.run, run_name: 'attack' }],
      ['runs/log-metric', { run_id: his.run, key: 'attack', value: 1, timestamp: 1, model_id: hers.model }],
      ['runs/create', { experiment_id: '', experimentId: hers.experiment, run_name: 'attack' }],
      ['experiments/set-experiment-tag', { experiment_id: '0', experimentId: hers.experiment, ...tag }],
      ['experiments/set-experiment-tag', { experiment_id: ` ${hers.experiment}`, ...tag }],
      ['registered-models/set-tag', { name: SECRET, ...tag }],
    ] as const) {
      await send(bob, 'POST', `${v2}/${path}`, body);
      await send(bob, 'POST', `${v2}/${path}?run_id=${his.run}&experiment_id=${his.experiment}`, body);
      await send(bob, 'POST', `/ajax-api/2.0/mlflow/${path}`, body, { 'x-http-method-override': 'PATCH' });
    }
    for (const [path, query] of [
      ['runs/get', `run_id=${hers.run}`],
      ['experiments/get', `experiment_id=${hers.experiment}`],
      ['registered-models/get', `name=${SECRET}`],
      ['logged-models', ''],
    ]) {
      const target = query === '' ? `${v2}/${path}/${hers.model}` : `${v2}/${path}?${query}`;
      const { status, text } = await send(ann, 'GET', target);
      assert.equal(status, 200, text);
      assert.ok(!text.includes('attack'), text);
    }
  });

  it('in a list of which one is allowed shows and changes nothing of the other', async () => {
    const both = [his.run, hers.run];
    for (const [path, body] of [
      ['/tasks.get_all', { id: both }],
      ['/tasks.get_all_ex', { id: both, only_fields: ['name', 'project.name', 'parent.name'] }],
      ['/tasks.get_by_id_ex', { id: both }],
      ['/models.get_by_id_ex', { id: [his.model.slice(2), hers.model.slice(2)] }],
      ['/events.get_multi_task_plots', { tasks: both }],
      ['/events.multi_task_scalar_metrics_iter_histogram', { tasks: both }],
      ['/events.get_task_single_value_metrics', { tasks: both }],
      ['/events.debug_images', { metrics: both.map((task) => ({ task })) }],
      ['/tasks.get_hyper_params', { tasks: both }],
      ['/tasks.get_configurations', { tasks: both }],
      [`${v2}/runs/search`, { experiment_ids: [his.experiment, hers.experiment] }],
      ['/api/3.0/mlflow/traces/batchGetInfos', { trace_ids: [his.trace, hers.trace] }],
      ['/projects.get_all_ex', { id: [his.project, hers.project], include_stats: true }],
    ] as const) {
      assertKept(await send(bob, 'POST', path, body), path);
      assertRefused(await send(undefined, 'POST', path, body), path);
    }
    const changes = [
      ['archive_many', {}],
      ['stop_many', { force: true }],
      ['reset_many', { force: true }],
      ['publish_many', { force: true }],
      ['enqueue_many', {}],
      ['dequeue_many', {}],
      ['delete_many', { force: true }],
      ['update_tags', { add_tags: ['attack'] }],
      ['move', { project: his.project }],
      ['move', { project_name: 'stolen' }],
      ['make_public', {}],
    ] as const;
    for (const [name, more] of changes)
      assertRefused(await send(bob, 'POST', `/tasks.${name}`, { ids: [his.task, hers.task], ...more }), name);
    const { task } = await made(ann, '/tasks.get_by_id', { task: hers.task });
    assert.deepEqual([task.status, task.project, task.tags ?? []], ['created', hers.project, []]);
  });
});

describe('a route that looks like another', () => {
  it('answers nobody, and tells bob nothing', async () => {
    for (const path of [
      `${v2}/runs/get/?run_id=`,
      `${v2}/runs/get%3Frun_id=`,
      `${v2}/runs%2Fget?run_id=`,
      `${v2}/./runs/get?run_id=`,
      `${v2}/x/../runs/get?run_id=`,
      `/health/..${v2}/runs/get?run_id=`,
      `/static-files/../api/2.0/mlflow/runs/get?run_id=`,
      `/static-files/%2e%2e/api/2.0/mlflow/runs/get?run_id=`,
      `${v2}/runs/get.?run_id=`,
      `${v2};x/runs/get?run_id=`,
      `/api//2.0/mlflow/runs/get?run_id=`,
      `/bridge/v1/runs/`,
      '/tasks.get_by_id?task=',
      '/v2.30/tasks.get_by_id?task=',
      '/api/v2.30/tasks.get_by_id?task=',
      '/TASKS.GET_BY_ID?task=',
      '/tasks.get_by_id/?task=',
      '/get-artifact?path=secret.txt&run_uuid=',
      '/files/~runs/',
      '/files//~runs/',
      '/files/%7eruns/',
    ]) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']) {
        assertKept(await send(bob, method, path + hers.run), `${method} ${path}`);
        assertKept(await send(undefined, method, path + hers.run), `${method} ${path} as nobody`);
      }
    }
  });

  it('reads no body of a GET, nor one of another type', async () => {
    const body = { run_id: hers.run };
    for (const path of [`${v2}/runs/get?run_id=${his.run}`, `${v2}/runs/get`]) {
      assertKept(await send(bob, 'GET', path, body), path);
      assertKept(await send(bob, 'GET', path, body, { 'content-type': 'application/x-www-form-urlencoded' }), path);
    }
    for (const task of [hers.task, [hers.task], [his.task, hers.task]]) {
      assertKept(await send(bob, 'GET', `/tasks.get_by_id?task=${his.task}`, { task }), `${task}`);
      assertKept(await send(bob, 'POST', `/tasks.get_by_id?task=${his.task}`, { task }), `${task}`);
      assertKept(await send(bob, 'POST', `/tasks.get_by_id?task=${task}`, {}), `${task}`);
    }
  });

  it('is not graphql by another name', async () => {
    const run = (alias: string, id: string) =>
      `${alias}: mlflowGetRun(input: {runId: "${id}"}) { run { info { runName runId } } }`;
    for (const query of [
      `{ ${run('mlflowGetRun', hers.run)} }`,
      `{ ${run('a', his.run)} ${run('b', hers.run)} }`,
      `{ a: mlflowGetExperiment(input: {experimentId: "${hers.experiment}"}) { experiment { name } } }`,
      `{ mlflowSearchRuns(input: {experimentIds: ["${his.experiment}", "${hers.experiment}"]}) { runs { info { runName } } } }`,
      `{ mlflowListArtifacts(input: {runId: "${hers.run}"}) { files { path } } }`,
      `query q { ...f } fragment f on Query { ${run('c', hers.run)} }`,
      `{ mlflowSearchModelVersions(input: {filter: "name='${SECRET}'"}) { modelVersions { name source } } }`,
    ]) {
      const { status, json, text } = await send(bob, 'POST', '/graphql', { query });
      assert.ok(status < 500, text);
      assert.ok(!JSON.stringify(json?.data ?? {}).includes(SECRET), text);
      assert.ok(!JSON.stringify(json?.data ?? {}).includes(hers.run), text);
      assert.equal((await send(undefined, 'POST', '/graphql', { query })).status, 401);
    }
  });
});

describe('files of somebody else', () => {
  it('are not read by another spelling of their path', async () => {
    const { experiment, run } = hers;
    const base = '/api/2.0/mlflow-artifacts/artifacts';
    for (const path of [
      `${base}/${experiment}/${run}/artifacts/secret.txt`,
      `${base}//${experiment}/${run}/artifacts/secret.txt`,
      `${base}/${experiment}//${run}/artifacts/secret.txt`,
      `${base}/./${experiment}/${run}/artifacts/secret.txt`,
      `${base}/${his.experiment}/../${experiment}/${run}/artifacts/secret.txt`,
      `${base}/${his.experiment}/%2e%2e/${experiment}/${run}/artifacts/secret.txt`,
      `${base}/${his.experiment}%2f..%2f${experiment}%2f${run}%2fartifacts%2fsecret.txt`,
      `${base}/${his.experiment}/%252e%252e/${experiment}/${run}/artifacts/secret.txt`,
      `${base}/${his.experiment}/${his.run}/artifacts/../../../${experiment}/${run}/artifacts/secret.txt`,
      `${base}/${experiment}%2F${run}%2Fartifacts%2Fsecret.txt`,
      `${base}/workspaces/default/${experiment}/${run}/artifacts/secret.txt`,
      `${base}/${experiment}/${run.toUpperCase()}/artifacts/secret.txt`,
      `${base}/${experiment}/${run}%00/artifacts/secret.txt`,
      `${base}/${experiment}/${run}/artifacts/secret.txt%00${his.run}`,
      `${base}/${experiment}\\${run}\\artifacts\\secret.txt`,
      `${base}/files/${hers.file}`,
      `${base}/files/${encodeURIComponent(hers.file)}`,
      `${base}?path=${experiment}/${run}/artifacts`,
      `${base}?path=${his.experiment}&path=${experiment}/${run}/artifacts`,
      `${base}?path=${experiment}`,
      `${base}?path=/${experiment}/${run}`,
      `${base}?path=`,
      `${base}?path=files`,
      `${base}?path=files/${SECRET}`,
      `/files/${hers.file}`,
      `/files//${hers.file}`,
      `/files/./${hers.file}`,
      `/files/of-bob/../${hers.file}`,
      `/files/of-bob%2f..%2f${hers.file}`,
      `/files/${encodeURIComponent(hers.file)}`,
      `/files/~runs/${run}/secret.txt`,
      `/files/~models/${hers.model.slice(2)}.zip`,
      `/files/~models/${hers.model}.zip`,
      `/files/~runs/${his.run}/../${run}/secret.txt`,
      `/get-artifact?run_id=${his.run}&run_uuid=${run}&path=secret.txt`,
      `/get-artifact?run_id=${his.run}&path=../../${run}/artifacts/secret.txt`,
      `/ajax-api/2.0/mlflow/get-artifact?run_id=${run}&path=secret.txt`,
      `/model-versions/get-artifact?name=${SECRET}&version=1&path=MLmodel`,
      `/ajax-api/2.0/mlflow/logged-models/${hers.model}/artifacts/files?artifact_file_path=MLmodel`,
      `/ajax-api/2.0/mlflow/get-trace-artifact?request_id=${hers.trace}`,
    ]) {
      for (const who of [bob, undefined]) assertKept(await send(who, 'GET', path), path);
    }
  });

  it('are not written or deleted by another spelling of their path', async () => {
    const { experiment, run } = hers;
    const base = '/api/2.0/mlflow-artifacts/artifacts';
    for (const path of [
      `${base}/${experiment}/${run}/artifacts/secret.txt`,
      `${base}/${experiment}//${run}/artifacts/secret.txt`,
      `${base}/${his.experiment}%2f..%2f${experiment}%2f${run}%2fartifacts%2fsecret.txt`,
      `${base}/workspaces/default/${experiment}/${run}/artifacts/secret.txt`,
      `${base}/files/${hers.file}`,
      `/files/${hers.file}`,
      `/files/of-bob%2f..%2f${hers.file}`,
    ]) {
      for (const method of ['PUT', 'DELETE', 'POST'])
        assertKept(await send(bob, method, path, 'attack', { 'content-type': 'text/plain' }), path);
    }
    for (const path of [hers.file, `/${hers.file}`, `of-bob/../${hers.file}`, `./${hers.file}`])
      assertKept(await upload(bob, path, 'attack'), path);
    assertKept(await send(bob, 'POST', '/files/delete_many', { files: [his.file, hers.file] }), 'delete_many');
    assertKept(
      await send(bob, 'POST', `/ajax-api/2.0/mlflow/upload-artifact?run_uuid=${run}&path=secret.txt`, 'attack'),
      'upload-artifact',
    );
    for (const path of [`${base}/${experiment}/${run}/artifacts/secret.txt`, `/files/${hers.file}`]) {
      assert.equal((await send(ann, 'GET', path)).text, SECRET);
    }
  });

  it('are not read through an experiment, version, artifact or model that says it lies there', async () => {
    const at = `mlflow-artifacts:/${hers.experiment}`;
    const files = `${server.url}/files`;
    for (const artifact_location of [at, `${at}/${hers.run}`, `${at}/${hers.run}/artifacts`]) {
      const name = `lies-${artifact_location.length}`;
      const { status, json } = await send(bob, 'POST', `${v2}/experiments/create`, { name, artifact_location });
      if (status !== 200) continue;
      const { run } = await made(bob, `${v2}/runs/create`, { experiment_id: json.experiment_id });
      assertKept(await send(bob, 'GET', `${v2}/artifacts/list?run_id=${run.info.run_id}`), artifact_location);
      const path = `/api/2.0/mlflow-artifacts/artifacts/${hers.experiment}/${hers.run}/artifacts/secret.txt`;
      assertKept(await send(bob, 'GET', path), artifact_location);
    }
    for (const source of [
      `${at}/${hers.run}/artifacts`,
      `runs:/${hers.run}/model`,
      `models:/${SECRET}/1`,
      `${at}/${hers.run}/artifacts/model/`,
    ]) {
      const { json } = await send(bob, 'POST', `${v2}/model-versions/create`, { name: 'of-bob', source, run_id: his.run });
      const version = json?.model_version?.version ?? '99';
      for (const path of ['secret.txt', 'MLmodel']) {
        assertKept(await send(bob, 'GET', `/model-versions/get-artifact?name=of-bob&version=${version}&path=${path}`), source);
      }
    }
    const uris = [
      `${files}/${hers.file}`,
      `files:///${hers.file}`,
      `${at}/${hers.run}/artifacts/secret.txt`,
      `${files}/~runs/${hers.run}/secret.txt`,
    ];
    for (const [index, uri] of uris.entries()) {
      const artifacts = [{ key: `key${index}`, type: 'custom', uri, mode: 'output' }];
      assertKept(await send(bob, 'POST', '/tasks.add_or_update_artifacts', { task: his.task, artifacts }), uri);
      for (const file of ['a.txt', 'secret.txt']) {
        const path = `artifacts/key${index}/${file}`;
        assertKept(await send(bob, 'GET', `/get-artifact?run_id=${his.task}&path=${path}`), uri);
        assertKept(await send(bob, 'GET', `/bridge/v1/runs/${his.task}/file?path=${path}`), uri);
        assertKept(await send(bob, 'GET', `/files/~runs/${his.task}/${path}`), uri);
      }
      const { json } = await send(bob, 'POST', '/models.create', { name: `lies${index}`, uri, project: his.project });
      const model = json?.data?.id ?? '0'.repeat(32);
      assertKept(await send(bob, 'GET', `/files/~models/${model}.zip`), uri);
      const own = `/ajax-api/2.0/mlflow/logged-models/m-${model}/artifacts`;
      for (const file of ['a.txt', 'secret.txt'])
        assertKept(await send(bob, 'GET', `${own}/files?artifact_file_path=${file}`), uri);
      await send(bob, 'POST', '/models.delete', { model, force: true, delete_external_artifacts: true });
    }
    assertKept(
      await send(bob, 'POST', '/tasks.add_or_update_artifacts', {
        task: his.task,
        artifacts: [{ key: 'z', type: 'custom', uri: uris[0] }],
      }),
      'z',
    );
    const { id: doomed } = await made(bob, '/tasks.clone', { task: his.task });
    assertKept(
      await send(bob, 'POST', '/tasks.delete', { task: doomed, force: true, delete_external_artifacts: true }),
      'delete',
    );
    assert.equal((await send(ann, 'GET', `/files/${hers.file}`)).text, SECRET);
  });
});

describe('what points to what is hidden', () => {
  it('does not show its name through fields of what it points from', async () => {
    const { id } = await made(bob, '/tasks.create', { name: 'points', type: 'training', project: his.project });
    for (const message of [
      { parent: hers.task },
      { models: { input: [{ model: hers.model.slice(2), name: 'x' }] } },
      { execution: { model: hers.model.slice(2) } },
      { execution: { queue: 'x' } },
      { project: hers.project },
    ]) {
      assertKept(await send(bob, 'POST', '/tasks.edit', { task: id, force: true, ...message }), JSON.stringify(message));
      assertKept(
        await send(bob, 'POST', '/tasks.create', { name: 'p', type: 'training', project: his.project, ...message }),
        'create',
      );
      assertKept(await send(bob, 'POST', '/tasks.update', { task: id, ...message }), 'update');
    }
    const only_fields = ['parent.name', 'parent.project.name', 'project.name', 'models.input.model.name', 'execution.model.name'];
    for (const path of ['/tasks.get_all_ex', '/tasks.get_by_id_ex']) {
      for (const more of [{ only_fields }, {}]) assertKept(await send(bob, 'POST', path, { id: [id], ...more }), path);
    }
    assertKept(await send(bob, 'POST', '/projects.get_task_parents', { projects: [his.project] }), 'parents');
    assertKept(await send(bob, 'POST', '/tasks.get_by_id', { task: id }), 'get_by_id');
    const message = { name: 'points', uri: 's3://b/x', project: his.project, task: hers.task };
    assertRefused(await send(bob, 'POST', '/models.create', message), 'models.create');
    assertRefused(await send(bob, 'POST', '/models.update_for_task', { task: hers.task, uri: 's3://b/x' }), 'update_for_task');
    assertRefused(
      await send(bob, 'POST', '/models.update_for_task', { task: his.task, override_model_id: hers.model.slice(2) }),
      'update_for_task',
    );
  });

  it('is not taken out of a project, nor put into one', async () => {
    for (const [path, body] of [
      ['/projects.merge', { project: hers.project, destination_project: his.project }],
      ['/projects.merge', { project: his.project, destination_project: hers.project }],
      ['/projects.move', { project: hers.project, new_location: 'of-bob' }],
      ['/projects.update', { project: hers.project, name: 'attack' }],
      ['/projects.delete', { project: hers.project, force: true }],
      ['/tasks.move', { ids: [his.task], project: hers.project }],
      ['/tasks.move', { ids: [his.task], project_name: SECRET }],
      ['/tasks.edit', { task: his.task, project: hers.project }],
      ['/tasks.update', { task: his.task, project: hers.project }],
      ['/tasks.clone', { task: his.task, new_task_project: hers.project }],
      ['/tasks.clone', { task: his.task, new_project_name: SECRET }],
      ['/tasks.clone', { task: hers.task, new_task_project: his.project }],
      ['/models.move', { ids: [his.model.slice(2)], project: hers.project }],
      ['/models.move', { ids: [hers.model.slice(2)], project: his.project }],
      ['/models.edit', { model: his.model.slice(2), project: hers.project }],
      ['/tasks.add_or_update_model', { task: his.task, name: 'x', model: hers.model.slice(2), type: 'input' }],
      ['/pipelines.start_pipeline', { task: hers.task }],
      ['/events.add', { type: 'log', task: hers.task, msg: 'attack', timestamp: 1 }],
      [
        '/events.add',
        { type: 'training_stats_scalar', task: hers.model.slice(2), model_event: true, metric: 'attack', variant: 'v', value: 1 },
      ],
      [`${v2}/registered-models/rename`, { name: SECRET, new_name: 'attack' }],
      ['/api/3.0/mlflow/traces/link-to-run', { trace_ids: [hers.trace], run_id: his.run }],
      ['/api/2.0/mlflow/traces/link-to-run', { trace_ids: [his.trace, hers.trace], run_id: his.run }],
      ['/api/2.0/mlflow/traces/link-to-run', { trace_ids: [his.trace], run_id: hers.run }],
      ['/api/3.0/mlflow/datasets/create', { name: 'attack', experiment_ids: [his.experiment, hers.experiment] }],
    ] as const) {
      assertRefused(await send(bob, 'POST', path, body), `${path} ${JSON.stringify(body)}`);
    }
    const batch = [his.task, hers.task].map((task) => JSON.stringify({ type: 'log', task, msg: 'attack', timestamp: 1 }));
    assertKept(
      await send(bob, 'POST', '/events.add_batch', batch.join('\n'), { 'content-type': 'application/json-lines' }),
      'batch',
    );
    assert.ok(!(await send(ann, 'POST', '/events.get_task_log', { task: hers.task })).text.includes('attack'));
  });

  it('does not leave a queue by a call of whoever may not change it', async () => {
    const { id: queue } = await made(ann, '/queues.create', { name: 'of ann' });
    await made(ann, '/tasks.enqueue', { task: hers.task, queue });
    for (const [path, body] of [
      ['/queues.get_by_id', { queue }],
      ['/queues.get_all_ex', {}],
      ['/queues.get_next_task', { queue }],
      ['/queues.peek_task', { queue }],
      ['/queues.remove_task', { queue, task: hers.task }],
      ['/queues.move_task_to_front', { queue, task: hers.task }],
      ['/queues.clear_queue', { queue }],
      ['/queues.delete', { queue, force: true }],
    ] as const) {
      assertKept(await send(bob, 'POST', path, body), path);
    }
    const { task } = await made(ann, '/tasks.get_by_id', { task: hers.task });
    assert.equal(task.status, 'queued');
    await made(ann, '/tasks.dequeue', { task: hers.task });
  });

  it('is not shown by a review queue or a dataset of another', async () => {
    const { review_queue } = await made(bob, '/api/3.0/mlflow/review-queues/create', {
      experiment_id: his.experiment,
      name: 'q',
      queue_type: 'CUSTOM',
    });
    const { queue_id } = review_queue;
    const items = { queue_id, item_ids: [hers.trace], item_type: 'TRACE' };
    assertKept(await send(bob, 'POST', '/api/3.0/mlflow/review-queues/items/add', items), 'items');
    assertKept(await send(bob, 'GET', `/api/3.0/mlflow/review-queues/items/list?queue_id=${queue_id}`), 'items');
  });

  it('is not written by spans sent to an experiment of others', async () => {
    const hex = (digit: string, length: number) => Buffer.from(digit.repeat(length), 'hex').toString('hex');
    const span = (traceId: string) => ({
      traceId,
      spanId: hex('c', 16),
      name: 'attack',
      startTimeUnixNano: '1',
      endTimeUnixNano: '2',
    });
    for (const [experiment, traceId] of [
      [hers.experiment, hex('d', 32)],
      [his.experiment, hex('a', 32)],
      [`0${hers.experiment}`, hex('d', 32)],
    ] as const) {
      const body = { resourceSpans: [{ scopeSpans: [{ spans: [span(traceId)] }] }] };
      const answer = await send(bob, 'POST', '/v1/traces', body, { 'x-mlflow-experiment-id': experiment });
      assertRefused(answer, `${experiment} ${traceId}`);
    }
    const { text } = await send(ann, 'GET', `/api/3.0/mlflow/traces/get?trace_id=${hers.trace}&allow_partial=true`);
    assert.ok(!text.includes('attack'), text);
  });
});

describe('rights', () => {
  it('are not given to oneself', async () => {
    const grant = { username: 'bob', resource_type: 'experiment', resource_id: hers.experiment, permission: 'MANAGE' };
    for (const [method, path, body] of [
      ['POST', '/api/3.0/mlflow/users/permissions/grant', grant],
      ['POST', '/api/3.0/mlflow/users/permissions/revoke', grant],
      ['POST', '/ajax-api/3.0/mlflow/users/permissions/grant', grant],
      ['POST', `${v2}/experiments/permissions/create`, { ...grant, experiment_id: hers.experiment }],
      ['PATCH', `${v2}/experiments/permissions/update`, { ...grant, experiment_id: hers.experiment }],
      ['DELETE', `${v2}/experiments/permissions/delete`, { ...grant, experiment_id: hers.experiment }],
      ['POST', `${v2}/registered-models/permissions/create`, { ...grant, name: SECRET }],
      ['PATCH', `${v2}/registered-models/permissions/update`, { ...grant, name: SECRET }],
      ['DELETE', `${v2}/registered-models/permissions/delete`, { ...grant, name: SECRET }],
      ['POST', '/api/3.0/mlflow/roles/create', { name: 'attack', workspace: 'default' }],
      ['POST', '/api/3.0/mlflow/roles/assign', { username: 'bob', role_id: 1 }],
      ['PATCH', `${v2}/users/update-admin`, { username: 'bob', is_admin: true }],
      ['PATCH', `${v2}/users/update-password`, { username: 'root', password: 'a long password', current_password: bob.password }],
      ['POST', `${v2}/users/create`, { username: 'attack', password: 'a long password', is_admin: true }],
      ['POST', '/api/3.0/mlflow/workspaces', { name: 'attack' }],
      ['GET', `${v2}/webhooks`, undefined],
      ['GET', '/bridge/v1/users', undefined],
      ['POST', '/bridge/v1/users', { name: 'attack', password: 'a long password', role: 'admin' }],
      ['POST', '/auth.get_token_for_user', { user: root.id }],
      ['POST', '/auth.create_user', { name: 'attack', role: 'admin' }],
      ['POST', '/auth.delete_user', { user: root.id }],
      ['POST', '/users.create', { id: 'x', name: 'attack', company: 'x' }],
      ['POST', '/users.delete', { user: ann.id }],
      ['POST', '/auth.revoke_credentials', { access_key: ann.accessKey }],
      ['POST', '/auth.edit_credentials', { access_key: ann.accessKey, label: 'attack' }],
    ] as const) {
      assertRefused(await send(bob, method, path, body), path);
      assertRefused(await send(undefined, method, path, body), `${path} as nobody`);
    }
    assert.equal((await send(bob, 'POST', '/users.update', { user: ann.id, name: 'attack' })).json?.data?.updated ?? 0, 0);
    assertRefused(await send(bob, 'GET', `${v2}/runs/get?run_id=${hers.run}`), 'still denied');
  });

  it('of an admin end at once in every session and token that was begun before', async () => {
    const { json } = await send(bob, 'POST', '/auth.login', {});
    const session = { ...bob, authorization: `Bearer ${json.data.token}` };
    const admin = (is_admin: boolean) => send(root, 'PATCH', `${v2}/users/update-admin`, { username: 'bob', is_admin });
    await admin(true);
    assert.equal((await send(session, 'GET', `${v2}/runs/get?run_id=${hers.run}`)).status, 200);
    const { json: again } = await send(bob, 'POST', '/auth.login', {});
    await admin(false);
    for (const authorization of [bob.authorization, session.authorization, `Bearer ${again.data.token}`]) {
      const who = { ...bob, authorization };
      assertRefused(await send(who, 'GET', `${v2}/runs/get?run_id=${hers.run}`), 'a run');
      assertRefused(await send(who, 'GET', `${v2}/webhooks`), 'webhooks');
      const cookie = { cookie: `clearml_token_basic=${authorization.slice(7)}; trackbridge_session=${authorization.slice(7)}` };
      assertRefused(await send(undefined, 'POST', '/tasks.get_by_id', { task: hers.task }, cookie), 'a cookie');
    }
  });
});
