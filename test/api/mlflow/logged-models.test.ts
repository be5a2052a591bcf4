import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Json } from '../../support/json.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';
import { sendRaw } from '../../support/wire-client.ts';

const server = await startTrackbridge();
after(() => server.stop());

const UNKNOWN = `m-${'0'.repeat(32)}`;
const HISTORY = 'mlflow.log-model.history';

describe('logged models', () => {
  let experiment: string;
  let run: string;
  before(async () => {
    experiment = (await ok('POST', 'experiments/create', { name: 'models' })).experiment_id;
    run = await createRun();
  });

  async function call(method: string, path: string, body?: unknown): Promise<{ status: number; json: Json }> {
    const text = body === undefined ? '' : JSON.stringify(body);
    // Node sends the body of a DELETE without its length unless told
    const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
    const answer = await sendRaw(server.url, { method, path: `/api/2.0/mlflow/${path}`, headers, body: text });
    return { status: answer.status, json: JSON.parse(answer.body.toString()) };
  }

  async function ok(method: string, path: string, body?: unknown): Promise<Json> {
    const { status, json } = await call(method, path, body);
    assert.equal(status, 200, `${method} ${path}: ${JSON.stringify(json)}`);
    return json;
  }

  async function refused(method: string, path: string, body: unknown, errorCode: string, says = ''): Promise<void> {
    const { json } = await call(method, path, body);
    assert.equal(json.error_code, errorCode, `${method} ${path} ${JSON.stringify(body)}: ${JSON.stringify(json)}`);
    assert.ok(json.message.includes(says), json.message);
  }

  async function createRun(): Promise<string> {
    return (await ok('POST', 'runs/create', { experiment_id: experiment })).run.info.run_id;
  }

  async function create(more: object = {}): Promise<Json> {
    return (await ok('POST', 'logged-models', { experiment_id: experiment, name: 'm', ...more })).model;
  }

  async function read(id: string): Promise<Json> {
    return (await ok('GET', `logged-models/${id}`)).model;
  }

  it('createLoggedModel makes a pending model that getLoggedModel reads', async () => {
    const params = [{ key: 'depth', value: '3' }];
    const tags = [{ key: 'stage', value: '' }];
    const model = await create({ model_type: 'xgb', source_run_id: run, params, tags });
    const { model_id, creation_timestamp_ms } = model.info;
    assert.match(model_id, /^m-[0-9a-f]{32}$/);
    assert.deepEqual(model, {
      info: {
        model_id,
        experiment_id: experiment,
        name: 'm',
        creation_timestamp_ms,
        last_updated_timestamp_ms: creation_timestamp_ms,
        artifact_uri: `mlflow-artifacts:/${experiment}/models/${model_id}/artifacts`,
        status: 'LOGGED_MODEL_PENDING',
        model_type: 'xgb',
        source_run_id: run,
        tags,
      },
      data: { params },
    });
    assert.deepEqual(await read(model_id), model);
  });

  it('createLoggedModel gives a model without a name one, and shows what is absent as empty text', async () => {
    const { info } = await create({ name: '' });
    assert.match(info.name, /^[a-z]+-[a-z]+-\d+$/);
    assert.deepEqual([info.model_type, info.source_run_id], ['', '']);
  });

  it('createLoggedModel refuses names, experiments and repeated keys, and keeps nothing of a refused model', async () => {
    const bad = 'INVALID_PARAMETER_VALUE';
    for (const name of ['a/b', 'a:b', 'a.b', 'a%b', 'a"b', "a'b", 'x'.repeat(501)]) {
      await refused('POST', 'logged-models', { experiment_id: experiment, name }, bad, 'model name');
    }
    await refused('POST', 'logged-models', { name: 'm' }, bad, 'experiment_id');
    await refused('POST', 'logged-models', { experiment_id: '999' }, 'RESOURCE_DOES_NOT_EXIST', '999');
    const params = [1, 2].map((value) => ({ key: 'twice', value: String(value) }));
    await refused(
      'POST',
      'logged-models',
      { experiment_id: experiment, name: 'none', params },
      'RESOURCE_ALREADY_EXISTS',
      'twice',
    );
    assert.deepEqual(await ok('POST', 'logged-models/search', { experiment_ids: [experiment], filter: "name = 'none'" }), {});
    const closed = (await ok('POST', 'experiments/create', { name: 'closed' })).experiment_id;
    await ok('POST', 'experiments/delete', { experiment_id: closed });
    await refused('POST', 'logged-models', { experiment_id: closed }, bad, closed);
  });

  it('getLoggedModel knows a model by its whole id only', async () => {
    const id = (await create()).info.model_id;
    for (const other of [UNKNOWN, id.slice(2), id.toUpperCase(), '%2e%2e', 'x']) {
      await refused('GET', `logged-models/${other}`, undefined, 'RESOURCE_DOES_NOT_EXIST');
    }
  });

  it('finalizeLoggedModel takes model and status from the body, the status by name or number', async () => {
    const id = (await create()).info.model_id;
    const finalize = async (status: unknown, path = id) =>
      (await ok('PATCH', `logged-models/${path}`, { model_id: id, status })).model.info.status;
    assert.equal(await finalize('LOGGED_MODEL_READY'), 'LOGGED_MODEL_READY');
    assert.equal(await finalize(3), 'LOGGED_MODEL_UPLOAD_FAILED');
    assert.equal(await finalize('2', UNKNOWN), 'LOGGED_MODEL_READY');
    await refused('PATCH', `logged-models/${id}`, { status: 2 }, 'INVALID_PARAMETER_VALUE', 'model_id');
    await refused('PATCH', `logged-models/${id}`, { model_id: id }, 'INVALID_PARAMETER_VALUE', 'status');
    await refused('PATCH', `logged-models/${id}`, { model_id: UNKNOWN, status: 2 }, 'RESOURCE_DOES_NOT_EXIST', UNKNOWN);
  });

  it('deleteLoggedModel hides a model, which may still change', async () => {
    const id = (await create()).info.model_id;
    for (let times = 0; times < 2; times += 1) await ok('DELETE', `logged-models/${id}`, {});
    for (const query of ['', '?allow_deleted=1', '?allow_deleted=no']) {
      await refused('GET', `logged-models/${id}${query}`, undefined, 'RESOURCE_DOES_NOT_EXIST', id);
    }
    await ok('PATCH', `logged-models/${id}/tags`, { tags: [{ key: 'after', value: '1' }] });
    for (const yes of ['true', 'True']) {
      const { info } = (await ok('GET', `logged-models/${id}?allow_deleted=${yes}`)).model;
      assert.deepEqual(info.tags, [{ key: 'after', value: '1' }]);
    }
    await refused('DELETE', `logged-models/${UNKNOWN}`, undefined, 'RESOURCE_DOES_NOT_EXIST', UNKNOWN);
  });

  it('logLoggedModelParams adds all params or none, and none a second time', async () => {
    const id = (await create()).info.model_id;
    const add = (...keys: string[]) => ({ model_id: id, params: keys.map((key) => ({ key, value: 'v' })) });
    await ok('POST', `logged-models/${id}/params`, add('b', 'a'));
    await refused('POST', `logged-models/${id}/params`, add('new', 'a'), 'RESOURCE_ALREADY_EXISTS', '"a"');
    await refused('POST', `logged-models/${id}/params`, { params: [] }, 'INVALID_PARAMETER_VALUE', 'model_id');
    await ok('POST', `logged-models/${id}/params`, { model_id: id });
    const keys = (await read(id)).data.params.map(({ key }: { key: string }) => key);
    assert.deepEqual(keys, ['a', 'b']);
  });

  it('setLoggedModelTags takes the last of several, deleteLoggedModelTag removes any key once', async () => {
    const id = (await create()).info.model_id;
    const tags = [
      ['a', '1'],
      ['a', '2'],
      ['s/l ü%', 'x'],
      ['long', 'x'.repeat(9000)],
    ].map(([key, value]) => ({ key, value }));
    await ok('PATCH', `logged-models/${id}/tags`, { tags });
    assert.deepEqual((await read(id)).info.tags, [tags[1], tags[3], tags[2]]);
    for (const key of ['long', 's%2Fl%20%C3%BC%25']) await ok('DELETE', `logged-models/${id}/tags/${key}`, {});
    assert.deepEqual((await read(id)).info.tags, [tags[1]]);
    await refused('DELETE', `logged-models/${id}/tags/long`, {}, 'RESOURCE_DOES_NOT_EXIST', 'long');
    await refused('PATCH', `logged-models/${UNKNOWN}/tags`, { tags }, 'RESOURCE_DOES_NOT_EXIST', UNKNOWN);
  });

  it('logMetric and logBatch give points to a model, and write nothing for an unknown one', async () => {
    const id = (await create()).info.model_id;
    const point = { key: 'acc', value: 0.5, timestamp: 10, step: 1, model_id: id };
    const measured = { ...point, step: 2, value: 'NaN', dataset_name: 'd', dataset_digest: 'x' };
    await ok('POST', 'runs/log-metric', { run_id: run, ...point });
    await ok('POST', 'runs/log-batch', { run_id: run, metrics: [measured, { ...point, key: 'other', model_id: undefined }] });
    assert.deepEqual((await read(id)).data.metrics, [
      { ...point, run_id: run },
      { ...measured, run_id: run },
    ]);
    const strange = { run_id: run, metrics: [{ ...point, key: 'lost', model_id: UNKNOWN }] };
    await refused('POST', 'runs/log-batch', strange, 'INVALID_PARAMETER_VALUE', UNKNOWN);
    assert.deepEqual(await ok('GET', `metrics/get-history?run_id=${run}&metric_key=lost`), {});
  });

  it('logModel appends what a 2.x client says of a model, many at once too', async () => {
    const id = await createRun();
    const model = {
      run_id: id,
      artifact_path: 'ü',
      utc_time_created: 'now',
      flavors: { f: { a: 1.0, config: { b: 2 } }, g: null },
    };
    const note = (fields: object) =>
      ok('POST', 'runs/log-model', { run_id: id, model_json: JSON.stringify({ ...model, ...fields }) });
    await note({ model_uuid: 'u', signature: {} });
    await Promise.all(Array.from({ length: 20 }, (_, at) => note({ artifact_path: `p${at}` })));
    const { tags } = (await ok('GET', `runs/get?run_id=${id}`)).run.data;
    const text: string = tags.find(({ key }: { key: string }) => key === HISTORY).value;
    const first = `[{"run_id": "${id}", "artifact_path": "\\u00fc", "utc_time_created": "now", "model_uuid": "u", "flavors": {"f": {"a": 1}, "g": null}}, `;
    assert.equal(text.slice(0, first.length), first);
    const paths = JSON.parse(text).map((entry: { artifact_path: string }) => entry.artifact_path);
    assert.deepEqual(new Set(paths).size, 21);
  });

  it('logModel refuses what is no model, unknown and deleted runs, and a history that is no list', async () => {
    const id = await createRun();
    const model = { run_id: id, artifact_path: 'm', utc_time_created: 'now', flavors: {} };
    const note = (model_json: string, run_id = id) => ({ run_id, model_json });
    const bad = 'INVALID_PARAMETER_VALUE';
    for (const text of ['{nope', '[]', '3', 'null', '"x"', '{"flavors": {}}', JSON.stringify({ ...model, flavors: [1] }), '']) {
      await refused('POST', 'runs/log-model', note(text), bad);
    }
    await refused('POST', 'runs/log-model', note(JSON.stringify(model), 'f'.repeat(32)), 'RESOURCE_DOES_NOT_EXIST', 'ffff');
    await ok('POST', 'runs/set-tag', { run_id: id, key: HISTORY, value: '{}' });
    await refused('POST', 'runs/log-model', note(JSON.stringify(model)), bad, HISTORY);
    await ok('POST', 'runs/delete', { run_id: id });
    await refused('POST', 'runs/log-model', note(JSON.stringify(model)), bad, id);
  });
});
