import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startTrackbridge } from '../../support/trackbridge-server.ts';
import { sendRaw, type WireAnswer } from '../../support/wire-client.ts';

const PROXY = '/api/2.0/mlflow-artifacts/artifacts';
const MIB = 1024 * 1024;

const server = await startTrackbridge();
after(() => server.stop());

describe('artifacts of runs and models', () => {
  let run: { run_id: string; artifact_uri: string };
  before(async () => {
    run = await createRun('0');
    await call('PUT', `${PROXY}/${below(run.artifact_uri)}/m/f.txt`, 'file');
    await call('PUT', `${PROXY}/${below(run.artifact_uri)}/t%C3%A9st.txt`, 'file');
  });
  function call(method: string, path: string, body?: string | Buffer, headers: Record<string, string> = {}): Promise<WireAnswer> {
    return sendRaw(server.url, { method, path, headers, body });
  }

  function post(path: string, message: unknown): Promise<WireAnswer> {
    return call('POST', `/api/2.0/mlflow/${path}`, JSON.stringify(message), { 'content-type': 'application/json' });
  }

  async function createRun(experimentId: string): Promise<{ run_id: string; artifact_uri: string }> {
    return json(await post('runs/create', { experiment_id: experimentId })).run.info;
  }

  function list(query: string): Promise<WireAnswer> {
    return call('GET', `/api/2.0/mlflow/artifacts/list?${query}`);
  }

  it('listRunArtifacts gives paths below the root of the run, and the root', async () => {
    const root_uri = run.artifact_uri;
    const files = [
      { path: 'm', is_dir: true },
      { path: 'tést.txt', is_dir: false, file_size: 4 },
    ];
    for (const query of ['run_id', 'run_uuid']) assert.deepEqual(json(await list(`${query}=${run.run_id}`)), { root_uri, files });
    for (const path of ['m', 'm/', '%6d']) {
      assert.deepEqual(json(await list(`run_id=${run.run_id}&path=${path}`)), {
        root_uri,
        files: [{ path: 'm/f.txt', is_dir: false, file_size: 4 }],
      });
    }
    for (const path of ['m/f.txt', 'absent'])
      assert.deepEqual(json(await list(`run_id=${run.run_id}&path=${path}`)), { root_uri });
  });

  it('listRunArtifacts refuses hostile paths, a missing run_id and an unknown run', async () => {
    for (const path of ['..', '%252e%252e', '/m', 'a%23b', 'm%5cf', '../../..']) {
      assertCode(await list(`run_id=${run.run_id}&path=${path}`), 400, 'INVALID_PARAMETER_VALUE', path);
    }
    assertCode(await list(''), 400, 'INVALID_PARAMETER_VALUE');
    assertCode(await list(`run_id=${'0'.repeat(32)}`), 404, 'RESOURCE_DOES_NOT_EXIST');
  });

  it('getArtifact gives a file of the run as a download, with ranges', async () => {
    const path = `/get-artifact?run_uuid=${run.run_id}&path=m/f.txt`;
    const whole = await call('GET', path);
    assert.deepEqual([whole.status, whole.body.toString()], [200, 'file']);
    assert.equal(whole.headers['content-disposition'], 'attachment; filename=f.txt');
    assert.equal((await call('GET', path, undefined, { range: 'bytes=1-2' })).body.toString(), 'il');
    const byId = `/get-artifact?run_id=${run.run_id}`;
    for (const [query, status] of [
      ['', 400],
      ['&path=m', 400],
      ['&path=', 400],
      ['&path=../x', 400],
      ['&path=absent', 404],
    ] as const) {
      assert.equal((await call('GET', byId + query)).status, status, query);
    }
    assertCode(await call('GET', `/get-artifact?run_id=${'0'.repeat(32)}&path=x`), 404, 'RESOURCE_DOES_NOT_EXIST');
  });

  it('uploadRunArtifact stores a file of at most 10 MiB', async () => {
    const at = (path: string) => `/ajax-api/2.0/mlflow/upload-artifact?run_uuid=${run.run_id}&path=${path}`;
    const stored = await call('POST', at('up/x.bin'), Buffer.alloc(10 * MIB));
    assert.deepEqual([stored.status, stored.body.length], [200, 0]);
    assert.equal((await call('GET', `/get-artifact?run_id=${run.run_id}&path=up/x.bin`)).body.length, 10 * MIB);
    assertCode(await call('POST', at('big'), Buffer.alloc(10 * MIB + 1)), 400, 'INVALID_PARAMETER_VALUE');
    const chunked = await call('POST', at('big'), Buffer.alloc(10 * MIB + 1), { 'transfer-encoding': 'chunked' });
    assertCode(chunked, 400, 'INVALID_PARAMETER_VALUE');
    assert.equal((await call('GET', `/get-artifact?run_id=${run.run_id}&path=big`)).status, 404);
    for (const path of ['', '../x', 'up/', '%2e%2e/x'])
      assertCode(await call('POST', at(path), 'x'), 400, 'INVALID_PARAMETER_VALUE', path);
    assertCode(await call('POST', at('empty'), '', { 'content-length': '0' }), 400, 'INVALID_PARAMETER_VALUE');
    assertCode(await call('POST', '/ajax-api/2.0/mlflow/upload-artifact?path=x', 'x'), 400, 'INVALID_PARAMETER_VALUE');
    const unknown = `/ajax-api/2.0/mlflow/upload-artifact?run_uuid=${'0'.repeat(32)}&path=x`;
    assertCode(await call('POST', unknown, 'x'), 404, 'RESOURCE_DOES_NOT_EXIST');
  });

  it('createPresignedUploadUrl and createPresignedDownloadUrl are refused for files this server serves itself', async () => {
    for (const name of ['artifacts/presigned-upload-url', 'artifacts/presigned-download-url']) {
      for (const message of [
        {},
        { run_id: run.run_id },
        { run_id: run.run_id, path: 'm/f.txt' },
        { run_id: run.run_id, path: '../m' },
        { run_id: run.run_id, path: 'm/f.txt', expiration: 604801 },
        { run_id: run.run_id, path: 'm/f.txt', expiration: 0 },
      ]) {
        assertCode(await post(name, message), 400, 'INVALID_PARAMETER_VALUE', JSON.stringify(message));
      }
      assertCode(await post(name, { run_id: '0'.repeat(32), path: 'x' }), 404, 'RESOURCE_DOES_NOT_EXIST');
    }
    const both = { run_id: run.run_id, model_id: `m-${'0'.repeat(32)}`, path: 'x' };
    assertCode(await post('artifacts/presigned-upload-url', both), 400, 'INVALID_PARAMETER_VALUE');
    assertCode(await post('artifacts/presigned-upload-url', { model_id: 'm-none', path: 'x' }), 404, 'RESOURCE_DOES_NOT_EXIST');
  });

  it('getLoggedModelArtifact and listLoggedModelArtifacts give the files of a model', async () => {
    const { model_id, artifact_uri } = json(await post('logged-models', { experiment_id: '0', name: 'm' })).model.info;
    await call('PUT', `${PROXY}/${below(artifact_uri)}/d/f.txt`, 'model file');
    const folder = `/api/2.0/mlflow/logged-models/${model_id}/artifacts/directories`;
    assert.deepEqual(json(await call('GET', folder)), { root_uri: artifact_uri, files: [{ path: 'd', is_dir: true }] });
    assert.deepEqual(json(await call('GET', `${folder}?artifact_directory_path=d`)).files, [
      { path: 'd/f.txt', is_dir: false, file_size: 10 },
    ]);
    const file = `/ajax-api/2.0/mlflow/logged-models/${model_id}/artifacts/files?artifact_file_path=`;
    assert.equal((await call('GET', `${file}d/f.txt`)).body.toString(), 'model file');
    for (const [path, status] of [
      ['', 400],
      ['d', 400],
      ['../x', 400],
      ['absent', 404],
    ] as const) {
      assert.equal((await call('GET', file + path)).status, status, path);
    }
    for (const id of ['m-none', `m-${'0'.repeat(32)}`]) {
      assertCode(await call('GET', folder.replace(model_id, id)), 404, 'RESOURCE_DOES_NOT_EXIST');
    }
  });

  it('listRunArtifacts and getArtifact read no folder of this machine that a client names as artifact_location', async () => {
    await writeFile(join(server.artifacts, '../x'), 'secret');
    for (const [n, artifact_location] of [
      join(server.artifacts, '..'),
      `file://${join(server.artifacts, '..')}`,
      '/',
      '/etc',
    ].entries()) {
      const created = await post('experiments/create', { name: `outside ${n}`, artifact_location });
      const { run_id } = await createRun(json(created).experiment_id);
      assertCode(await list(`run_id=${run_id}`), 400, 'INVALID_PARAMETER_VALUE', artifact_location);
      assertCode(await call('GET', `/get-artifact?run_id=${run_id}&path=x`), 400, 'INVALID_PARAMETER_VALUE', artifact_location);
      const upload = `/ajax-api/2.0/mlflow/upload-artifact?run_uuid=${run_id}&path=x`;
      assertCode(await call('POST', upload, 'changed'), 400, 'INVALID_PARAMETER_VALUE', artifact_location);
    }
    assert.equal(await readFile(join(server.artifacts, '../x'), 'utf8'), 'secret');
  });

  it('listRunArtifacts serves a folder that lies below the destination', async () => {
    const artifact_location = join(server.artifacts, 'inside');
    const { experiment_id } = json(await post('experiments/create', { name: 'inside', artifact_location }));
    const { run_id, artifact_uri } = await createRun(experiment_id);
    await call('PUT', `${PROXY}/inside/${run_id}/artifacts/a`, 'x');
    assert.deepEqual(json(await list(`run_id=${run_id}`)), {
      root_uri: artifact_uri,
      files: [{ path: 'a', is_dir: false, file_size: 1 }],
    });
  });
});

/** The path at which the proxy serves a root. */
function below(uri: string): string {
  return uri.replace('mlflow-artifacts:/', '');
}

// biome-ignore lint/suspicious/noExplicitAny: answers are compared field by field
function json(answer: WireAnswer): any {
  return JSON.parse(answer.body.toString());
}

function assertCode(answer: WireAnswer, status: number, errorCode: string, what = ''): void {
  assert.equal(answer.status, status, `${what} ${answer.body.toString().slice(0, 300)}`);
  assert.equal(json(answer).error_code, errorCode, what);
}
