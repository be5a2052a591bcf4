import assert from 'node:assert/strict';
import { readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTrackbridge } from '../../support/trackbridge-server.ts';
import { sendRaw, type WireAnswer } from '../../support/wire-client.ts';

const PROXY = '/api/2.0/mlflow-artifacts/artifacts';

const server = await startTrackbridge();
after(() => server.stop());

describe('artifacts through the proxy', () => {
  function call(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<WireAnswer> {
    return sendRaw(server.url, { method, path, headers, body });
  }

  function put(path: string, body: string): Promise<WireAnswer> {
    return call('PUT', `${PROXY}/${path}`, {}, body);
  }

  it('uploadArtifact then downloadArtifact gives the bytes, as a download that no browser shows', async () => {
    const stored = await put('d/page.html', '<script>alert(1)</script>');
    assert.equal(stored.status, 200);
    assert.equal(stored.body.length, 0);
    const { status, headers, body } = await call('GET', `${PROXY}/d/page.html`);
    assert.equal(status, 200);
    assert.equal(body.toString(), '<script>alert(1)</script>');
    assert.equal(headers['content-type'], 'text/html');
    assert.equal(headers['content-disposition'], 'attachment; filename=page.html');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(headers['content-security-policy'] ?? '', /^sandbox/);
    assert.equal(headers['content-length'], '25');
    assert.equal(headers['accept-ranges'], 'bytes');
    assert.ok(Date.parse(headers['last-modified'] ?? '') > Date.now() - 60_000);
  });

  it('downloadArtifact guesses the media type as the original does', async () => {
    const types = {
      'model.pkl': 'application/octet-stream',
      MLmodel: 'text/plain',
      'conda.yaml': 'text/plain',
      'a.json': 'text/plain',
      'a.png': 'image/png',
      'no-ending': 'application/octet-stream',
    };
    for (const [name, type] of Object.entries(types)) {
      await put(`types/${name}`, 'x');
      assert.equal((await call('HEAD', `${PROXY}/types/${name}`)).headers['content-type'], type, name);
    }
  });

  it('downloadArtifact names a file outside ASCII twice', async () => {
    await put('t%C3%A9st%20%E6%97%A5.txt', 'x');
    const { headers } = await call('GET', `${PROXY}/t%C3%A9st%20%E6%97%A5.txt`);
    assert.equal(headers['content-disposition'], `attachment; filename="test .txt"; filename*=UTF-8''t%C3%A9st%20%E6%97%A5.txt`);
  });

  it('downloadArtifact serves ranges, and refuses one beyond the end or of another form', async () => {
    await put('ranges/a', '0123456789');
    const cases: [string, number, string, string | undefined][] = [
      ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
      ['bytes=7-', 206, '789', 'bytes 7-9/10'],
      ['bytes=-2', 206, '89', 'bytes 8-9/10'],
      ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
      ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
      ['bytes=10-', 416, '', 'bytes */10'],
      ['bytes=-0', 416, '', 'bytes */10'],
      ['bytes=0-0,5-6', 200, '0123456789', undefined],
    ];
    for (const [range, status, body, contentRange] of cases) {
      const answer = await call('GET', `${PROXY}/ranges/a`, { range });
      assert.deepEqual(
        [answer.status, answer.body.toString(), answer.headers['content-range']],
        [status, body, contentRange],
        range,
      );
    }
    for (const range of ['bytes=5-2', 'bytes=a-b', 'bytes=', 'items=0-1'])
      assertRefused(await call('GET', `${PROXY}/ranges/a`, { range }), range);
  });

  it('downloadArtifact answers 304 to who has the content, and the whole of new content to an old range', async () => {
    await put('cond', 'first');
    const { headers } = await call('GET', `${PROXY}/cond`);
    const etag = headers['etag'] ?? '';
    const known: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"other", W/${etag}` },
      { 'if-modified-since': headers['last-modified'] ?? '' },
    ];
    for (const condition of known) assert.equal((await call('GET', `${PROXY}/cond`, condition)).status, 304);
    assert.equal((await call('GET', `${PROXY}/cond`, { 'if-range': etag, range: 'bytes=0-1' })).status, 206);
    await put('cond', 'second');
    assert.equal((await call('GET', `${PROXY}/cond`, { 'if-none-match': etag })).status, 200);
    assert.equal((await call('GET', `${PROXY}/cond`, { 'if-range': etag, range: 'bytes=0-1' })).body.toString(), 'second');
  });

  it('downloadArtifact of nothing is 404, of a folder 400, by HEAD too', async () => {
    await put('f/a', 'x');
    for (const method of ['GET', 'HEAD']) {
      assert.equal((await call(method, `${PROXY}/absent`)).status, 404);
      assert.equal((await call(method, `${PROXY}/f`)).status, 400);
    }
    assert.equal(JSON.parse((await call('GET', `${PROXY}/absent`)).body.toString()).error_code, 'RESOURCE_DOES_NOT_EXIST');
  });

  it('listArtifacts gives names and sizes of one level, and nothing for a file or an absent folder', async () => {
    await put('list/b', '12');
    await put('list/a/c', '1');
    const list = async (query: string) => JSON.parse((await call('GET', `${PROXY}${query}`)).body.toString());
    const files = [
      { path: 'a', is_dir: true },
      { path: 'b', is_dir: false, file_size: 2 },
    ];
    for (const path of ['list', 'list/', './list', '%6cist']) assert.deepEqual(await list(`?path=${path}`), { files });
    assert.deepEqual(await list('?path=list/b'), {});
    assert.deepEqual(await list('?path=absent'), {});
    assert.ok((await list('')).files.some(({ path }: { path: string }) => path === 'list'));
  });

  it('deleteArtifact removes a file or a folder, and is content when there is nothing', async () => {
    await put('gone/a', 'x');
    await put('gone/b/c', 'x');
    await put('gone-not', 'x');
    for (const path of ['gone/a', 'gone/', 'gone']) {
      const answer = await call('DELETE', `${PROXY}/${path}`);
      assert.deepEqual([answer.status, answer.body.toString()], [200, '{}'], path);
    }
    assert.equal((await call('GET', `${PROXY}/gone/b/c`)).status, 404);
    assert.equal((await call('GET', `${PROXY}/gone-not`)).status, 200);
  });

  it('uploadArtifact, downloadArtifact, deleteArtifact and listArtifacts refuse every hostile path and touch nothing', async () => {
    await writeFile(join(server.artifacts, '../secret'), 'secret');
    await symlink('..', join(server.artifacts, 'up'));
    const before = await readdir(server.artifacts, { recursive: true });
    const hostile = [
      '../secret',
      '..%2fsecret',
      '%2e%2e/secret',
      '%2E%2E%2Fsecret',
      '%252e%252e/secret',
      '%25252e%25252e%25252fsecret',
    ];
    hostile.push(
      'a/../../secret',
      '..;/secret',
      '..%5csecret',
      'a%5c..%5csecret',
      '/etc/passwd',
      '//etc/passwd',
      '%2fetc/passwd',
    );
    hostile.push('file:///etc/passwd', 'C:%5cx', 'a%00', '..%00/secret', 'x%23/../secret', 'up/secret', 'up/new');
    for (const path of hostile) {
      assertRefused(await put(path, 'x'), `PUT ${path}`);
      assertRefused(await call('DELETE', `${PROXY}/${path}`), `DELETE ${path}`);
      const got = await call('GET', `${PROXY}/${path}`);
      assert.ok([400, 404].includes(got.status), `GET ${path}`);
      assert.doesNotMatch(got.body.toString(), /^secret|root:/);
      const listed = await call('GET', `${PROXY}?path=${path}`);
      assert.ok(listed.status === 400 || listed.body.toString() === '{}', `list ${path}`);
    }
    assert.deepEqual(await readdir(server.artifacts, { recursive: true }), before);
    assert.equal((await stat(join(server.artifacts, '../secret'))).size, 6);
  });

  it('deleteArtifact never removes everything', async () => {
    await put('stays', 'x');
    for (const path of ['.', '%2e', './', '%252e', 'stays/..']) assertRefused(await call('DELETE', `${PROXY}/${path}`), path);
    assert.equal((await call('GET', `${PROXY}/stays`)).status, 200);
  });

  it('uploadArtifact says what cannot be a file', async () => {
    await put('kinds/a', 'x');
    for (const path of ['kinds', 'kinds/a/b', 'kinds/', 'kinds/a%2f', 'n'.repeat(256)]) assertRefused(await put(path, 'x'), path);
  });

  it('uploadArtifact that the client breaks off leaves nothing behind', async () => {
    const { hostname, port } = new URL(server.url);
    const headers = { 'content-length': '50000000' };
    const outgoing = request({ hostname, port, method: 'PUT', path: `${PROXY}/broken/a`, headers });
    outgoing.on('error', () => undefined);
    outgoing.write(Buffer.alloc(1_000_000));
    const staging = join(server.artifacts, '.trackbridge-uploads');
    await until(async () => (await readdir(staging)).length === 1);
    outgoing.destroy();
    await until(async () => (await readdir(staging)).length === 0);
    assert.equal((await call('GET', `${PROXY}/broken/a`)).status, 404);
  });

  it('createMultipartUpload, its sisters and getPresignedDownloadUrl are 501 where files lie in a folder', async () => {
    const body = JSON.stringify({ path: 'b.bin', num_parts: 1, upload_id: 'x', parts: [{ part_number: 1, etag: 'x' }] });
    for (const operation of ['create', 'complete', 'abort']) {
      const path = `/api/2.0/mlflow-artifacts/mpu/${operation}/a`;
      const refused = await call('POST', path, { 'content-type': 'application/json' }, body);
      assertCode(refused, 501, 'NOT_IMPLEMENTED');
      assert.match(refused.body.toString(), /"message":"Multipart upload is not supported for the current artifact repository"/);
      assertRefused(await call('POST', path, { 'content-type': 'application/json' }, '{}'), operation);
      assertRefused(await call('POST', `${path}/..%2f..`, { 'content-type': 'application/json' }, body), operation);
    }
    await put('p', 'x');
    assertCode(await call('GET', '/api/2.0/mlflow-artifacts/presigned/p'), 501, 'NOT_IMPLEMENTED');
    assertRefused(await call('GET', '/api/2.0/mlflow-artifacts/presigned/%2e%2e/p'), 'presigned');
  });
});

function assertCode(answer: WireAnswer, status: number, errorCode: string, what = ''): void {
  assert.equal(answer.status, status, `${what} ${answer.body}`);
  assert.equal(JSON.parse(answer.body.toString()).error_code, errorCode, what);
}

function assertRefused(answer: WireAnswer, what: string): void {
  assertCode(answer, 400, 'INVALID_PARAMETER_VALUE', what);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    assert.ok(Date.now() < deadline, 'waited 10 s in vain');
    await sleep(20);
  }
}
