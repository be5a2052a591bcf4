import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { crc32 } from 'node:zlib';
import { startApp } from '../../support/app.ts';
import { form, quotePath } from '../../support/form.ts';

const ORIGIN = 'http://trackbridge.test';
const { http, artifacts: folder } = await startApp({ publicUrl: ORIGIN });
const PROXY = '/api/2.0/mlflow-artifacts/artifacts';

// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not typed
async function ask(call: string, message: object): Promise<any> {
  const { body } = await http.post(`/v2.23/${call}`).send(message);
  assert.equal(body.meta.result_code, 200, JSON.stringify(body.meta));
  return body.data;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not typed
async function mlflow(path: string, message: object): Promise<any> {
  return (await http.post(`/api/2.0/mlflow/${path}`).send(message).expect(200)).body;
}

async function upload(name: string): Promise<string> {
  const { headers, body } = form([{ name, content: name }]);
  await http.post('/files').set(headers).send(body).expect(200);
  return `${ORIGIN}/files/${quotePath(name)}`;
}

async function put(path: string, content: string | Buffer): Promise<void> {
  await http.put(`${PROXY}/${path}`).set('content-type', 'application/octet-stream').send(content).expect(200);
}

async function get(url: string, range?: string): Promise<{ status: number; body: Buffer }> {
  const request = http.get(url.replace(ORIGIN, ''));
  if (range) request.set('range', range);
  const { status, body } = await request.responseType('blob');
  return { status, body };
}

const below = (uri: string) => uri.replace(/^mlflow-artifacts:\/*/, '');

describe('files of an MLflow run for ClearML', () => {
  const files: Record<string, string> = {
    'model/MLmodel': 'flavors: {}',
    'metrics.json': '{"a":1}',
    'plot.png': 'png',
    'notes 100%/tést ü.txt': 'text',
  };
  let run: { run_id: string; artifact_uri: string };
  before(async () => {
    run = (await mlflow('runs/create', { experiment_id: '0' })).run.info;
    for (const [path, content] of Object.entries(files)) await put(`${below(run.artifact_uri)}/${quotePath(path)}`, content);
  });

  it('tasks.get_by_id lists each with size and type, and its address downloads', async () => {
    const { execution } = (await ask('tasks.get_by_id', { task: run.run_id })).task;
    const listed = new Map<string, { uri: string; type: string; content_size: number }>(
      execution.artifacts.map((one: { key: string }) => [one.key, one]),
    );
    assert.deepEqual(new Set(listed.keys()), new Set(Object.keys(files)));
    assert.equal(listed.get('metrics.json')?.type, 'dict');
    assert.equal(listed.get('plot.png')?.type, 'image');
    for (const [path, content] of Object.entries(files)) {
      const { uri = '', content_size } = listed.get(path) ?? {};
      assert.ok(uri.startsWith(`${ORIGIN}/files/~runs/${run.run_id}/`));
      assert.equal(content_size, Buffer.byteLength(content));
      assert.equal((await get(uri)).body.toString(), content);
      const part = await get(uri, 'bytes=1-2');
      assert.deepEqual([part.status, part.body.toString()], [206, Buffer.from(content).subarray(1, 3).toString()]);
    }
  });

  it('files.download of a run refuses paths that lead out of it', async () => {
    for (const path of ['../x', '%252e%252e/x', 'a/%2e%2e/%2e%2e/x', '%00', 'model%5c..%5c..%5cx']) {
      assert.equal((await get(`/files/~runs/${run.run_id}/${path}`)).status, 400, path);
    }
    for (const path of ['absent', 'model/MLmodel/x']) {
      assert.equal((await get(`/files/~runs/${run.run_id}/${path}`)).status, 404, path);
    }
  });

  it('files.delete refuses a file of a run, and succeeds where it is gone, as after its task', async () => {
    assert.equal((await http.delete(`/files/~runs/${run.run_id}/metrics.json`)).status, 400);
    assert.equal((await get(`/files/~runs/${run.run_id}/metrics.json`)).status, 200);
    assert.equal((await http.delete(`/files/~runs/${run.run_id}/absent`)).status, 200);
    assert.equal((await http.delete(`/files/~runs/${'0'.repeat(32)}/metrics.json`)).status, 200);
    assert.equal((await http.delete(`/files/~runs/${run.run_id}/%252e%252e/x`)).status, 400);
  });

  it('files.download of a logged model is a zip of its files', async () => {
    const created = await mlflow('logged-models', { experiment_id: '0', name: 'm', source_run_id: run.run_id });
    const { model_id, artifact_uri } = created.model.info;
    const id = model_id.replace(/^m-/, '');
    assert.equal((await get(`/files/~models/${id}.zip`)).status, 404);
    const weights = randomBytes(300_000);
    await put(`${below(artifact_uri)}/MLmodel`, 'flavors: {}');
    await put(`${below(artifact_uri)}/data/w%C3%BCghts.bin`, weights);
    const { status, body } = await get(`/files/~models/${id}.zip`);
    assert.equal(status, 200);
    assert.deepEqual(entriesOf(body), { MLmodel: crc32('flavors: {}'), 'data/wüghts.bin': crc32(weights) });
    assert.ok(body.includes(weights));
    assert.equal((await get(`/files/~models/${'0'.repeat(32)}.zip`)).status, 404);
  });
});

describe('files of a task that is deleted', () => {
  it('tasks.delete takes those that nothing else refers to, and nothing but files', async () => {
    const task = (await ask('tasks.create', { name: 'gone', type: 'training' })).id;
    const other = (await ask('tasks.create', { name: 'stays', type: 'training' })).id;
    const uris = { own: await upload('gone/own 1.txt'), shared: await upload('gone/shared.txt'), folder: `${ORIGIN}/files/gone` };
    await upload('gone/unreported.txt');
    const list = (entries: Record<string, string>) =>
      Object.entries(entries).map(([key, uri]) => ({ key, type: 'custom', uri, content_size: 1, timestamp: 1 }));
    await ask('tasks.add_or_update_artifacts', { task, artifacts: list(uris), force: true });
    await ask('tasks.add_or_update_artifacts', { task: other, artifacts: list({ x: uris.shared }), force: true });
    await mkdir(join(folder, 'outside'), { recursive: true });
    await writeFile(join(folder, 'outside/a'), 'x');
    await ask('tasks.delete', { task, force: true });
    assert.equal((await get(uris.own)).status, 404);
    assert.equal((await get(uris.shared)).status, 200);
    assert.equal((await get(`${ORIGIN}/files/gone/unreported.txt`)).status, 200);
    assert.ok(existsSync(join(folder, 'outside/a')));
    await ask('tasks.delete', { task: other, force: true });
    assert.equal((await get(uris.shared)).status, 404);
  });
});

/** Names and checksums of a zip, from its central directory. */
function entriesOf(zip: Buffer): Record<string, number> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  const entries: Record<string, number> = {};
  for (let at = zip.readUInt32LE(end + 16); at < end; ) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.subarray(at + 46, at + 46 + (nameLength ?? 0)).toString();
    entries[name] = zip.readUInt32LE(at + 16);
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}
