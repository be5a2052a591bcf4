import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { test } from 'node:test';
import { bigContent, growthDuring } from '../support/big-content.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';

const GIB = 2 ** 30;
/** What the server may grow by, whatever the size. */
const ALLOWED_BYTES = 64 * 2 ** 20;

async function send(url: string, method: string, type: string, content: Iterable<Buffer>): Promise<number> {
  const upload = request(url, { method, headers: { 'content-type': type } });
  const answered = new Promise<number>((resolve, reject) => {
    upload.on('response', (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject);
  });
  await pipeline(Readable.from(content), upload);
  return answered;
}

/** Fetches a file and compares it with what was sent. */
async function check(url: string, sizeBytes: number): Promise<void> {
  const sent = createHash('sha256');
  for (const chunk of bigContent(sizeBytes)) sent.update(chunk);
  const received = createHash('sha256');
  const response = await fetch(url);
  assert.equal(Number(response.headers.get('content-length')), sizeBytes);
  for await (const chunk of response.body ?? []) received.update(chunk);
  assert.equal(received.digest('hex'), sent.digest('hex'));
}

function* formOf(name: string, content: Iterable<Buffer>): Generator<Buffer> {
  yield Buffer.from(`--bound\r\nContent-Disposition: form-data; name="${name}"; filename="${name}"\r\n\r\n`);
  yield* content;
  yield Buffer.from('\r\n--bound--\r\n');
}

for (const [door, sizeBytes, upload, path] of [
  ['MLflow', 2 * GIB, '/api/2.0/mlflow-artifacts/artifacts/0/big.bin', '/api/2.0/mlflow-artifacts/artifacts/0/big.bin'],
  ['ClearML', GIB, '/files', '/files/big.bin'],
] as const) {
  test(`${sizeBytes / GIB} GiB go up and down byte for byte through ${door} while the server hardly grows`, async (t) => {
    if (process.platform !== 'linux') return t.skip('memory of another process is read from /proc');
    const server = await startTrackbridge();
    try {
      const content = bigContent(sizeBytes);
      const grown = await growthDuring(server.pid, async () => {
        const sent =
          door === 'MLflow'
            ? send(server.url + upload, 'PUT', 'application/octet-stream', content)
            : send(server.url + upload, 'POST', 'multipart/form-data; boundary=bound', formOf('big.bin', content));
        assert.equal(await sent, 200);
        await check(server.url + path, sizeBytes);
      });
      assert.ok(grown <= ALLOWED_BYTES, `the server grew by ${Math.round(grown / 2 ** 20)} MiB`);
    } finally {
      await server.stop();
    }
  });
}
