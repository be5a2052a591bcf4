import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import type { Json } from '../../support/json.ts';

const { http } = await startApp();

const UNKNOWN = `tr-${'0'.repeat(32)}`;
const LOCATION = { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '0' } };

async function send(
  method: 'get' | 'post' | 'patch' | 'delete',
  path: string,
  body?: object,
): Promise<{ status: number; json: Json }> {
  const request = http[method](path);
  const answer = await (body === undefined ? request : request.send(body));
  return { status: answer.status, json: answer.body };
}

async function ok(method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object): Promise<Json> {
  const { status, json } = await send(method, path, body);
  assert.equal(status, 200, `${method} ${path}: ${JSON.stringify(json)}`);
  return json;
}

async function refused(code: string, method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object): Promise<void> {
  const { json } = await send(method, path, body);
  assert.equal(json.error_code, code, `${method} ${path} ${JSON.stringify(body)}: ${JSON.stringify(json)}`);
}

let count = 0;
function newId(): string {
  count += 1;
  return `tr-${count.toString(16).padStart(32, '0')}`;
}

async function start(info: object = {}): Promise<Json> {
  const trace_info = {
    trace_id: newId(),
    trace_location: LOCATION,
    request_time: '2024-01-01T00:00:00.250Z',
    execution_duration: '1.5s',
    state: 'OK',
    ...info,
  };
  return (await ok('post', '/api/3.0/mlflow/traces', { trace: { trace_info } })).trace.trace_info;
}

async function read(id: string): Promise<Json> {
  return (await ok('get', `/api/3.0/mlflow/traces/${id}`)).trace.trace_info;
}

describe('traces of the third interface', () => {
  it('startTraceV3 keeps a trace whole, and getTraceInfoV3 reads it', async () => {
    const made = await start({
      client_request_id: 'mine',
      request_preview: 'what is 1+1? é',
      response_preview: '2',
      tags: { 'mlflow.traceName': 'answer', color: 'röd' },
      trace_metadata: {
        'mlflow.trace.session': 's1',
        'mlflow.trace.tokenUsage': '{"input_tokens": 9007199254740993, "output_tokens": 2.0, "total_tokens": "x"}',
        'mlflow.trace.cost': '{"input_cost": 0.00001, "total_cost": 2}',
        other: 'm',
      },
      assessments: [
        { assessment_name: 'good', feedback: { value: true }, source: { source_type: 'HUMAN', source_id: 'me' }, trace_id: 'x' },
      ],
    });
    const id = made.trace_id;
    assert.deepEqual(await read(id), made);
    const { assessments, ...rest } = made;
    assert.deepEqual(rest, {
      trace_id: id,
      client_request_id: 'mine',
      trace_location: LOCATION,
      request_preview: 'what is 1+1? é',
      response_preview: '2',
      request_time: '2024-01-01T00:00:00.250Z',
      execution_duration: '1.500s',
      state: 'OK',
      tags: {
        'mlflow.traceName': 'answer',
        color: 'röd',
        'mlflow.artifactLocation': `mlflow-artifacts:/0/traces/${id}/artifacts`,
      },
      trace_metadata: {
        'mlflow.trace.session': 's1',
        'mlflow.trace.tokenUsage': '{"input_tokens": 9007199254740993, "output_tokens": 2}',
        'mlflow.trace.cost': '{"input_cost": 1e-05, "total_cost": 2.0}',
        'mlflow.trace.infoFinalized': 'true',
        other: 'm',
      },
    });
    assert.equal(assessments[0].assessment_name, 'good');
    assert.equal(assessments[0].trace_id, id);
  });

  it('startTraceV3 of a trace that is there replaces its facts and merges what was said', async () => {
    const first = await start({
      state: 'IN_PROGRESS',
      execution_duration: undefined,
      request_preview: 'p',
      tags: { a: '1', b: '1' },
    });
    assert.equal(first.state, 'IN_PROGRESS');
    assert.equal(first.execution_duration, undefined);
    const second = await start({ trace_id: first.trace_id, state: 'ERROR', tags: { b: '2' }, trace_metadata: { m: '1' } });
    assert.equal(second.state, 'ERROR');
    assert.equal(second.request_preview, 'p');
    assert.equal(second.tags.a, '1');
    assert.equal(second.tags.b, '2');
    assert.equal(second.trace_metadata.m, '1');
  });

  it('startTraceV3 refuses what no trace can be', async () => {
    const attempt = (info: object) => ({
      trace: { trace_info: { trace_id: newId(), trace_location: LOCATION, request_time: '2024-01-01T00:00:00Z', ...info } },
    });
    const path = '/api/3.0/mlflow/traces';
    const elsewhere = { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '987654' } };
    await refused('INVALID_PARAMETER_VALUE', 'post', path, {});
    await refused('RESOURCE_DOES_NOT_EXIST', 'post', path, attempt({ trace_location: elsewhere }));
    await refused('INVALID_PARAMETER_VALUE', 'post', path, attempt({ trace_location: undefined }));
    await refused('INVALID_PARAMETER_VALUE', 'post', path, attempt({ trace_id: '../../etc' }));
    await refused('INVALID_PARAMETER_VALUE', 'post', path, attempt({ trace_id: 'x'.repeat(51) }));
    await refused('INVALID_PARAMETER_VALUE', 'post', path, attempt({ tags: { 'mlflow.traceName': 'n'.repeat(4097) } }));
    await refused(
      'INVALID_PARAMETER_VALUE',
      'post',
      path,
      attempt({ trace_metadata: { 'mlflow.trace.session': 's'.repeat(251) } }),
    );
    await refused('INVALID_PARAMETER_VALUE', 'post', path, attempt({ tags: { ['k'.repeat(251)]: 'v' } }));
    await refused('INVALID_PARAMETER_VALUE', 'post', path, attempt({ tags: { k: 1 } }));
    await refused('INVALID_PARAMETER_VALUE', 'post', path, attempt({ request_time: 'yesterday' }));
    await refused('INVALID_PARAMETER_VALUE', 'post', path, attempt({ execution_duration: '5 min' }));
    const { experiment_id } = await ok('post', '/api/2.0/mlflow/experiments/create', { name: 'put away' });
    await ok('post', '/api/2.0/mlflow/experiments/delete', { experiment_id });
    const archived = { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id } };
    await refused('INVALID_PARAMETER_VALUE', 'post', path, attempt({ trace_location: archived }));
  });

  it('startTraceV3 shows long values cut as MLflow does', async () => {
    const trace = await start({ tags: { t: 'x'.repeat(9000) }, trace_metadata: { m: 'y'.repeat(9000) } });
    assert.equal(trace.tags.t.length, 4096);
    assert.equal(trace.trace_metadata.m.length, 250);
  });

  it('getTraceInfoV3 of an unknown trace says so and names it', async () => {
    const { status, json } = await send('get', `/api/3.0/mlflow/traces/${UNKNOWN}`);
    assert.equal(status, 404);
    assert.equal(json.error_code, 'RESOURCE_DOES_NOT_EXIST');
    assert.ok(json.message.includes(UNKNOWN));
  });

  it('batchGetTraceInfos answers those there are, in the order of the ids', async () => {
    const [a, b] = [await start(), await start()];
    const ids = [b.trace_id, UNKNOWN, a.trace_id, b.trace_id];
    const found = await ok('post', '/api/3.0/mlflow/traces/batchGetInfos', { trace_ids: ids });
    assert.deepEqual(
      found.trace_infos.map(({ trace_id }: Json) => trace_id),
      [b.trace_id, a.trace_id],
    );
    const elsewhere = await ok('post', '/api/3.0/mlflow/traces/batchGetInfos', { trace_ids: ids, experiment_ids: ['77'] });
    assert.deepEqual(elsewhere, {});
    await refused('INVALID_PARAMETER_VALUE', 'post', '/api/3.0/mlflow/traces/batchGetInfos', {});
  });

  it('setTraceTagV3 and deleteTraceTagV3 change tags and the name', async () => {
    const { trace_id } = await start({ tags: { 'mlflow.traceName': 'old' } });
    const path = `/api/3.0/mlflow/traces/${trace_id}/tags`;
    await ok('patch', path, { key: 'k', value: 'v' });
    await ok('patch', path, { key: 'mlflow.traceName', value: 'new' });
    const { tags } = await read(trace_id);
    assert.equal(tags.k, 'v');
    assert.equal(tags['mlflow.traceName'], 'new');
    await ok('delete', path, { key: 'k' });
    await ok('delete', path, { key: 'mlflow.traceName' });
    const left = (await read(trace_id)).tags;
    assert.deepEqual(Object.keys(left), ['mlflow.artifactLocation']);
    await refused('RESOURCE_DOES_NOT_EXIST', 'delete', path, { key: 'k' });
    await refused('RESOURCE_DOES_NOT_EXIST', 'delete', path, { key: 'mlflow.traceName' });
    await refused('INVALID_PARAMETER_VALUE', 'patch', path, { key: '', value: 'v' });
    await refused('INVALID_PARAMETER_VALUE', 'patch', path, { key: 'a//b', value: 'v' });
    await refused('INVALID_PARAMETER_VALUE', 'patch', path, { key: 'mlflow.trace.spansLocation', value: 'v' });
    await refused('INVALID_PARAMETER_VALUE', 'patch', path, { key: 'mlflow.trace.archivalFailure', value: 'v' });
    await refused('RESOURCE_DOES_NOT_EXIST', 'delete', path, { key: 'mlflow.trace.archivalFailure' });
    const nowhere = `/api/3.0/mlflow/traces/${UNKNOWN}/tags`;
    await refused('RESOURCE_DOES_NOT_EXIST', 'patch', nowhere, { key: 'k', value: 'v' });
    await refused('RESOURCE_DOES_NOT_EXIST', 'delete', nowhere, { key: 'k' });
  });

  it('where files of a trace are is not for clients to say', async () => {
    const location = 'file:///etc';
    const { trace_id, tags } = await start({ tags: { 'mlflow.artifactLocation': location, 'mlflow.trace.spansLocation': 'x' } });
    assert.equal(tags['mlflow.artifactLocation'], `mlflow-artifacts:/0/traces/${trace_id}/artifacts`);
    assert.equal(tags['mlflow.trace.spansLocation'], undefined);
    await refused('INVALID_PARAMETER_VALUE', 'patch', `/api/3.0/mlflow/traces/${trace_id}/tags`, {
      key: 'mlflow.artifactLocation',
      value: location,
    });
  });

  it('linkTracesToRun links traces once and takes at most 100', async () => {
    const { trace_id } = await start();
    const { run } = await ok('post', '/api/2.0/mlflow/runs/create', { experiment_id: '0' });
    const path = '/api/2.0/mlflow/traces/link-to-run';
    const run_id = run.info.run_id;
    await ok('post', path, { trace_ids: [trace_id, UNKNOWN], run_id });
    await ok('post', path, { trace_ids: [trace_id], run_id });
    await ok('post', path, { trace_ids: [], run_id });
    await refused('INVALID_PARAMETER_VALUE', 'post', path, { trace_ids: Array.from({ length: 101 }, newId), run_id });
    await refused('RESOURCE_DOES_NOT_EXIST', 'post', path, { trace_ids: [trace_id], run_id: 'f'.repeat(32) });
    await refused('INVALID_PARAMETER_VALUE', 'post', path, { trace_ids: [trace_id] });
  });

  it('linkPromptsToTrace links versions of prompts', async () => {
    const { trace_id } = await start();
    const path = '/api/2.0/mlflow/traces/link-prompts';
    await ok('post', path, { trace_id, prompt_versions: [{ name: 'p', version: '1' }] });
    await ok('post', path, { trace_id, prompt_versions: [{ name: 'p', version: '1' }] });
    await refused('INVALID_PARAMETER_VALUE', 'post', path, { trace_id, prompt_versions: [{ name: 'p', version: 'one' }] });
    await refused('RESOURCE_DOES_NOT_EXIST', 'post', path, { trace_id: UNKNOWN, prompt_versions: [{ name: 'p', version: '1' }] });
  });

  it('deleteTracesV3 deletes by id, and the oldest up to a time and a number', async () => {
    const { experiment_id } = await ok('post', '/api/2.0/mlflow/experiments/create', { name: 'deleting' });
    const trace_location = { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id } };
    const made: Json[] = [];
    for (let second = 0; second < 5; second += 1) {
      made.push(await start({ trace_location, request_time: `2024-01-01T00:00:0${second}Z` }));
    }
    const ids = made.map(({ trace_id }) => trace_id);
    const path = '/api/3.0/mlflow/traces/delete-traces';
    const deleted = async (more: object) => (await ok('post', path, { experiment_id, ...more })).traces_deleted;
    assert.equal(await deleted({ request_ids: [ids[4], UNKNOWN] }), 1);
    assert.equal(await deleted({ max_timestamp_millis: Date.parse('2024-01-01T00:00:02Z'), max_traces: 1 }), 1);
    assert.equal((await send('get', `/api/3.0/mlflow/traces/${ids[0]}`)).status, 404);
    assert.equal((await send('get', `/api/3.0/mlflow/traces/${ids[1]}`)).status, 200);
    assert.equal(await deleted({ max_timestamp_millis: String(Date.parse('2024-01-01T00:00:02Z')) }), 2);
    assert.equal(await deleted({ max_timestamp_millis: 0 }), 0);
    assert.equal((await send('get', `/api/3.0/mlflow/traces/${ids[3]}`)).status, 200);
    for (const wrong of [
      {},
      { request_ids: [] },
      { request_ids: ids, max_timestamp_millis: 1 },
      { request_ids: ids, max_traces: 1 },
      { max_timestamp_millis: 1, max_traces: 0 },
    ]) {
      await refused('INVALID_PARAMETER_VALUE', 'post', path, { experiment_id, ...wrong });
    }
    await refused('INVALID_PARAMETER_VALUE', 'post', path, { request_ids: ids });
  });
});

describe('traces of the second interface', () => {
  const pairs = (list: Json[]) => Object.fromEntries(list.map(({ key, value }) => [key, value]));

  it('startTrace and endTrace keep a trace, which both interfaces read', async () => {
    const { trace_info } = await ok('post', '/api/2.0/mlflow/traces', {
      experiment_id: '0',
      timestamp_ms: 1_700_000_000_000,
      request_metadata: [{ key: 'mlflow.sourceRun', value: 'r' }],
      tags: [{ key: 'mlflow.traceName', value: 'two' }],
    });
    const id = trace_info.request_id;
    assert.match(id, /^[0-9a-f]{32}$/);
    assert.equal(trace_info.status, 'IN_PROGRESS');
    assert.equal(trace_info.execution_time_ms, 0);
    assert.equal(pairs(trace_info.tags)['mlflow.artifactLocation'], `mlflow-artifacts:/0/traces/${id}/artifacts`);
    const ended = (
      await ok('patch', `/api/2.0/mlflow/traces/${id}`, {
        timestamp_ms: 1_700_000_000_500,
        status: 'OK',
        request_metadata: [{ key: 'mlflow.traceInputs', value: '{}' }],
        tags: [{ key: 'k', value: 'v' }],
      })
    ).trace_info;
    assert.equal(ended.execution_time_ms, 500);
    assert.deepEqual(pairs(ended.request_metadata), { 'mlflow.sourceRun': 'r', 'mlflow.traceInputs': '{}' });
    assert.deepEqual((await ok('get', `/api/2.0/mlflow/traces/${id}/info`)).trace_info, ended);
    const third = await read(id);
    assert.equal(third.state, 'OK');
    assert.equal(third.execution_duration, '0.500s');
    assert.equal(third.tags['mlflow.traceName'], 'two');
    await ok('patch', `/api/2.0/mlflow/traces/${id}/tags`, { key: 'late', value: 'x' });
    await ok('delete', `/api/2.0/mlflow/traces/${id}/tags`, { key: 'k' });
    assert.equal((await read(id)).tags.late, 'x');
    const v3 = await start();
    assert.equal((await ok('get', `/api/2.0/mlflow/traces/${v3.trace_id}/info`)).trace_info.timestamp_ms, 1_704_067_200_250);
    assert.deepEqual(await ok('post', '/api/2.0/mlflow/traces/delete-traces', { experiment_id: '0', request_ids: [id] }), {
      traces_deleted: 1,
    });
  });

  it('startTrace and endTrace refuse what cannot be', async () => {
    const path = '/api/2.0/mlflow/traces';
    await refused('INVALID_PARAMETER_VALUE', 'post', path, { timestamp_ms: 1 });
    await refused('RESOURCE_DOES_NOT_EXIST', 'post', path, { experiment_id: '4711', timestamp_ms: 1 });
    await refused('INVALID_PARAMETER_VALUE', 'post', path, { experiment_id: '0', timestamp_ms: 'x' });
    await refused('INVALID_PARAMETER_VALUE', 'post', path, { experiment_id: '0', timestamp_ms: 1, tags: [{ value: 'v' }] });
    await refused('RESOURCE_DOES_NOT_EXIST', 'patch', `${path}/${UNKNOWN}`, { timestamp_ms: 1, status: 'OK' });
    await refused('RESOURCE_DOES_NOT_EXIST', 'get', `${path}/${UNKNOWN}/info`);
  });
});
