import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { form, quotePath } from '../../support/form.ts';
import { motoCredentials, startMoto } from '../../support/moto-server.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';
import { sendRaw, type WireAnswer } from '../../support/wire-client.ts';

const MIB = 1024 * 1024;
const SERVICE = '/api/2.0/mlflow-artifacts';

Object.assign(process.env, motoCredentials);
const moto = await startMoto();
const direct = new S3Client({ endpoint: moto.url, forcePathStyle: true, region: 'us-east-1' });
for (const Bucket of ['kept', 'elsewhere']) await direct.send(new CreateBucketCommand({ Bucket }));
direct.destroy();
const server = await startTrackbridge(['--artifacts-destination', 's3://kept/pre', '--s3-endpoint', moto.url]);
after(async () => {
  await server.stop();
  await moto.stop();
});

describe('artifacts in S3', () => {
  it('uploadArtifact, downloadArtifact, listArtifacts and deleteArtifact work as in a folder', async () => {
    assert.equal((await call('PUT', `${SERVICE}/artifacts/a/t%C3%A9st.txt`, '0123456789')).status, 200);
    const answer = await call('GET', `${SERVICE}/artifacts/a/t%C3%A9st.txt`, undefined, { range: 'bytes=2-4' });
    assert.deepEqual([answer.status, answer.body.toString(), answer.headers['content-range']], [206, '234', 'bytes 2-4/10']);
    assert.deepEqual(json(await call('GET', `${SERVICE}/artifacts?path=a`)).files, [
      { path: 'tést.txt', is_dir: false, file_size: 10 },
    ]);
    assert.equal((await call('GET', `${SERVICE}/artifacts/a`)).status, 400);
    assert.equal((await call('GET', `${SERVICE}/artifacts/absent`)).status, 404);
    assert.equal((await call('GET', `${SERVICE}/artifacts/%252e%252e/x`)).status, 400);
    assert.equal((await call('DELETE', `${SERVICE}/artifacts/a`)).status, 200);
    assert.deepEqual(json(await call('GET', `${SERVICE}/artifacts?path=a`)), {});
  });

  it('files.upload and its sisters keep any name, replace, and store nothing of a part that breaks off', async () => {
    const names = ['a#b?c', '100%', 'a%23b', 'x;y&z=1', '日本 😀', '"q"', ' lead', 'a+b'];
    for (const name of names) {
      for (const content of ['old', name]) {
        const { headers, body } = form([{ name: `/in s3/${name}/f.txt`, content }]);
        assert.equal((await call('POST', '/files', body, headers)).status, 200, name);
      }
      const path = `/files/${quotePath(`in s3/${name}/f.txt`)}`;
      const got = await call('GET', path);
      assert.deepEqual([got.body.toString(), got.headers['content-length']], [name, String(Buffer.byteLength(name))]);
      assert.equal((await call('GET', path, undefined, { range: 'bytes=0-0' })).status, 206);
      assert.equal((await call('DELETE', path)).status, 200);
      assert.equal((await call('HEAD', path)).status, 404);
    }
    const { headers, body } = form([{ name: 'torn', content: 'x'.repeat(100_000) }]);
    const type = { 'content-type': headers['content-type'] ?? '' };
    assert.equal((await call('POST', '/files', body.subarray(0, 90_000), type)).status, 400);
    assert.equal((await call('GET', '/files/torn')).status, 404);
  });

  it('createMultipartUpload and completeMultipartUpload make one file of the parts a client sends to S3', async () => {
    const started = json(await post(`${SERVICE}/mpu/create/dir`, { path: '/tmp/local folder/big.bin', num_parts: 2 }));
    assert.deepEqual(
      started.credentials.map(({ part_number }: { part_number: number }) => part_number),
      [1, 2],
    );
    const bodies = [Buffer.alloc(5 * MIB, 'a'), Buffer.from('b')];
    const parts: { part_number: number; etag: string | null }[] = [];
    for (const [n, { url, headers }] of started.credentials.entries()) {
      const sent = await fetch(url, { method: 'PUT', body: bodies[n], headers });
      parts.push({ part_number: n + 1, etag: sent.headers.get('etag') });
    }
    const message = { path: 'big.bin', upload_id: started.upload_id, parts };
    assert.equal((await post(`${SERVICE}/mpu/complete/dir`, message)).body.toString(), '{}');
    assert.equal((await call('HEAD', `${SERVICE}/artifacts/dir/big.bin`)).headers['content-length'], String(5 * MIB + 1));
  });

  it('createMultipartUpload refuses paths that leave the root and numbers of parts S3 does not know', async () => {
    for (const [folder, message] of [
      ['dir', { path: '..', num_parts: 1 }],
      ['dir', { path: 'a/', num_parts: 1 }],
      ['..%2f..', { path: 'a', num_parts: 1 }],
      ['dir', { path: 'a', num_parts: 0 }],
      ['dir', { path: 'a', num_parts: 10_001 }],
    ] as const) {
      assert.equal((await post(`${SERVICE}/mpu/create/${folder}`, message)).status, 400, JSON.stringify(message));
    }
  });

  it('abortMultipartUpload forgets the parts, and is 404 for an unknown upload', async () => {
    const { upload_id } = json(await post(`${SERVICE}/mpu/create/dir`, { path: 'x', num_parts: 1 }));
    assert.equal((await post(`${SERVICE}/mpu/abort/dir`, { path: 'x', upload_id })).status, 200);
    assert.equal((await post(`${SERVICE}/mpu/abort/dir`, { path: 'x', upload_id: 'unknown' })).status, 404);
  });

  it('getPresignedDownloadUrl gives an address that serves the file, and its size', async () => {
    await call('PUT', `${SERVICE}/artifacts/signed.txt`, 'signed');
    const { url, file_size } = json(await call('GET', `${SERVICE}/presigned/signed.txt`));
    assert.equal(file_size, 6);
    assert.equal(await (await fetch(url)).text(), 'signed');
    assert.equal((await call('GET', `${SERVICE}/presigned/absent`)).status, 404);
  });

  it('createPresignedUploadUrl and createPresignedDownloadUrl serve a run whose files clients put into S3 themselves', async () => {
    const artifact_location = 's3://elsewhere/runs';
    const { experiment_id } = json(await post('/api/2.0/mlflow/experiments/create', { name: 'direct', artifact_location }));
    const { run_id, artifact_uri } = json(await post('/api/2.0/mlflow/runs/create', { experiment_id })).run.info;
    const up = json(await post('/api/2.0/mlflow/artifacts/presigned-upload-url', { run_id, path: 'd/a.txt' }));
    assert.equal((await fetch(up.presigned_url, { method: 'PUT', body: 'direct', headers: up.headers })).status, 200);
    const down = json(
      await post('/api/2.0/mlflow/artifacts/presigned-download-url', { run_id, path: 'd/a.txt', expiration: 60 }),
    );
    assert.equal(down.file_size, 6);
    assert.equal(await (await fetch(down.presigned_url)).text(), 'direct');
    const listed = await call('GET', `/api/2.0/mlflow/artifacts/list?run_id=${run_id}&path=d`);
    assert.deepEqual(json(listed), { root_uri: artifact_uri, files: [{ path: 'd/a.txt', is_dir: false, file_size: 6 }] });
    assert.equal((await call('GET', `/get-artifact?run_id=${run_id}&path=d/a.txt`)).body.toString(), 'direct');
  });

  it('listRunArtifacts of a bucket that is not there is 404, of a store we do not read 501', async () => {
    for (const [artifact_location, status] of [
      ['s3://no-such-bucket/x', 404],
      ['gs://bucket/x', 501],
    ] as const) {
      const message = { name: artifact_location, artifact_location };
      const { experiment_id } = json(await post('/api/2.0/mlflow/experiments/create', message));
      const { run_id } = json(await post('/api/2.0/mlflow/runs/create', { experiment_id })).run.info;
      assert.equal((await call('GET', `/api/2.0/mlflow/artifacts/list?run_id=${run_id}`)).status, status, artifact_location);
    }
  });
});

function call(method: string, path: string, body?: string | Buffer, headers: Record<string, string> = {}): Promise<WireAnswer> {
  return sendRaw(server.url, { method, path, headers, body });
}

function post(path: string, message: unknown): Promise<WireAnswer> {
  return call('POST', path, JSON.stringify(message), { 'content-type': 'application/json' });
}

// biome-ignore lint/suspicious/noExplicitAny: answers are compared field by field
function json(answer: WireAnswer): any {
  return JSON.parse(answer.body.toString());
}
