import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { test } from 'node:test';
import { startTrackbridge } from '../support/trackbridge-server.ts';

const GIB = 2 ** 30;
const SIZE = 2 * GIB;
const CHUNK = 2 ** 20;
/** What the server may grow by, whatever the size. */
const ALLOWED_BYTES = 64 * 2 ** 20;

/** Chunks that differ, so that a swapped or repeated one is noticed. */
function* content(): Generator<Buffer> {
  const chunk = Buffer.alloc(CHUNK, 'trackbridge');
  for (let index = 0; index < SIZE / CHUNK; index += 1) {
    chunk.writeUInt32BE(index, 0);
    yield Buffer.from(chunk);
  }
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}

async function send(url: string): Promise<number> {
  const upload = request(url, { method: 'PUT', headers: { 'content-type': 'application/octet-stream' } });
  const answered = new Promise<number>((resolve, reject) => {
    upload.on('response', (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject);
  });
  await pipeline(Readable.from(content()), upload);
  return answered;
}

test('two gigabytes go up and down byte for byte while the server hardly grows', async (t) => {
  if (process.platform !== 'linux') return t.skip('memory of another process is read from /proc');
  const server = await startTrackbridge();
  const url = `${server.url}/api/2.0/mlflow-artifacts/artifacts/0/big.bin`;
  const before = await residentBytes(server.pid);
  let peak = before;
  const watch = setInterval(() => void residentBytes(server.pid).then((bytes) => (peak = Math.max(peak, bytes))), 200);
  try {
    const sent = createHash('sha256');
    for (const chunk of content()) sent.update(chunk);
    assert.equal(await send(url), 200);
    const received = createHash('sha256');
    const response = await fetch(url);
    assert.equal(Number(response.headers.get('content-length')), SIZE);
    for await (const chunk of response.body ?? []) received.update(chunk);
    assert.equal(received.digest('hex'), sent.digest('hex'));
  } finally {
    clearInterval(watch);
    await server.stop();
  }
  const grown = peak - before;
  assert.ok(grown <= ALLOWED_BYTES, `the server grew by ${Math.round(grown / 2 ** 20)} MiB`);
});
