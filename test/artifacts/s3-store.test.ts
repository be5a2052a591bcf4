import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CreateBucketCommand, ListMultipartUploadsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { BlobStore } from '../../src/artifacts/blob-store.ts';
import { openBlobStore } from '../../src/artifacts/open-blob-store.ts';
import type { ListeningServer } from '../support/listening-server.ts';
import { motoCredentials, startMoto } from '../support/moto-server.ts';
import { brokenUpload, bytes, describeContract, pathsOf, textOf } from './contract.ts';

const MIB = 1024 * 1024;

describe('S3 store', () => {
  let moto: ListeningServer;
  let direct: S3Client;
  before(async () => {
    Object.assign(process.env, motoCredentials);
    moto = await startMoto();
    direct = new S3Client({ endpoint: moto.url, forcePathStyle: true, region: 'us-east-1' });
    await direct.send(new CreateBucketCommand({ Bucket: 'bucket' }));
  });
  after(async () => {
    direct.destroy();
    await moto.stop();
  });

  let count = 0;
  async function openFresh(): Promise<BlobStore> {
    count += 1;
    return openBlobStore(`s3://bucket/pre fix/${count}`, { endpoint: moto.url });
  }

  async function openUploads(): Promise<number> {
    return (await direct.send(new ListMultipartUploadsCommand({ Bucket: 'bucket' }))).Uploads?.length ?? 0;
  }

  describeContract(openFresh);

  it('streams a file of many parts both ways, and removes the parts of one that breaks', async () => {
    const store = await openFresh();
    const text = '0123456789abcdef'.repeat((20 * MIB) / 16);
    assert.deepEqual(await store.write('big', bytes(text)), { sizeBytes: 20 * MIB });
    assert.equal((await store.stat('big'))?.sizeBytes, 20 * MIB);
    assert.equal(await textOf(store, 'big', { start: 9 * MIB, end: 9 * MIB + 16 }), '0123456789abcdef0');
    await assert.rejects(store.write('big', brokenUpload(20)), /went away/);
    assert.equal(await openUploads(), 0);
    assert.equal((await store.stat('big'))?.sizeBytes, 20 * MIB);
  });

  it('takes an upload in parts that the client sends to the store itself', async () => {
    const store = await openFresh();
    const { uploadId, parts } = (await store.multipart?.create('dir/big', 2)) ?? { uploadId: '', parts: [] };
    assert.deepEqual(
      parts.map(({ partNumber, headers }) => [partNumber, headers]),
      [
        [1, {}],
        [2, {}],
      ],
    );
    const bodies = ['a'.repeat(5 * MIB), 'b'];
    const answers = await Promise.all(parts.map(({ url }, n) => fetch(url, { method: 'PUT', body: bodies[n] ?? '' })));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
    assert.equal(await store.stat('dir/big'), undefined);
    const sent = answers.map(({ headers }, n) => ({ partNumber: n + 1, etag: headers.get('etag') ?? '' }));
    await store.multipart?.complete('dir/big', uploadId, sent);
    assert.equal(await textOf(store, 'dir/big', { start: 5 * MIB - 1, end: 5 * MIB }), 'ab');
  });

  it('gives up an upload in parts, and knows no absent one', async () => {
    const store = await openFresh();
    const upload = await store.multipart?.create('big', 1);
    assert.equal(await openUploads(), 1);
    await store.multipart?.abort('big', upload?.uploadId ?? '');
    assert.equal(await openUploads(), 0);
    await assert.rejects(async () => store.multipart?.abort('big', 'no-such-upload'), { code: 'not_found' });
  });

  it('signs addresses by which a client fetches and stores a file itself', async () => {
    const store = await openFresh();
    const up = await store.presignUpload?.('dir/tést.txt', 60);
    assert.equal((await fetch(up?.url ?? '', { method: 'PUT', body: 'signed', headers: up?.headers })).status, 200);
    const down = await store.presignDownload?.('dir/tést.txt', 60);
    const answer = await fetch(down?.url ?? '', { headers: down?.headers });
    assert.equal(await answer.text(), 'signed');
    assert.match(
      answer.headers.get('content-disposition') ?? '',
      /^attachment; filename=test\.txt; filename\*=UTF-8''t%C3%A9st\.txt$/,
    );
    assert.match(down?.url ?? '', /X-Amz-Expires=60/);
  });

  it('does not show the markers other tools make for empty folders', async () => {
    const store = await openFresh();
    const { pathname } = new URL(store.location);
    await direct.send(
      new PutObjectCommand({
        Bucket: 'bucket',
        Key: `${decodeURIComponent(pathname.slice(1))}/empty/`,
        Body: '',
        ContentLength: 0,
      }),
    );
    assert.deepEqual(await store.list('empty'), []);
    assert.deepEqual(await pathsOf(store), []);
    assert.equal(await store.isFolder('empty'), true);
    assert.deepEqual(await store.delete('empty'), { files: 1, sizeBytes: 0 });
  });

  it('lists and deletes more files than one page holds', async () => {
    const store = await openFresh();
    const { pathname } = new URL(store.location);
    const prefix = decodeURIComponent(pathname.slice(1));
    for (let start = 0; start < 1010; start += 101) {
      const keys = Array.from({ length: 101 }, (_, n) => `${prefix}/many/${start + n}`);
      await Promise.all(keys.map((Key) => direct.send(new PutObjectCommand({ Bucket: 'bucket', Key, Body: '1' }))));
    }
    assert.equal((await store.list('many')).length, 1010);
    assert.deepEqual(await store.delete('many'), { files: 1010, sizeBytes: 1010 });
    assert.deepEqual(await pathsOf(store), []);
  });

  it('opens other buckets with the same settings, and names one that is absent', async () => {
    const store = await openFresh();
    await direct.send(new CreateBucketCommand({ Bucket: 'other' }));
    const other = store.elsewhere?.('s3://other');
    await other?.write('a', bytes('x'));
    assert.deepEqual(
      (await other?.list(''))?.map(({ name }) => name),
      ['a'],
    );
    assert.equal(other?.location, 's3://other');
    await assert.rejects(async () => store.elsewhere?.('s3://absent/x').list(''), { code: 'not_found', message: /bucket/ });
  });

  it('says unavailable when the store does not answer, without its address or credentials', async () => {
    const store = await openBlobStore('s3://bucket/x', { endpoint: 'http://127.0.0.1:9' });
    await assert.rejects(store.list(''), (error: Error) => {
      assert.equal('code' in error && error.code, 'unavailable');
      assert.doesNotMatch(error.message, /127|test-secret/);
      return true;
    });
  });
});
