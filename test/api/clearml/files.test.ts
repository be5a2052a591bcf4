import assert from 'node:assert/strict';
import { readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from '../../support/app.ts';
import { type FormPart, form, quotePath } from '../../support/form.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';
import { sendRaw, type WireAnswer } from '../../support/wire-client.ts';

const server = await startTrackbridge();
after(() => server.stop());

function call(method: string, path: string, headers: Record<string, string> = {}, body?: string | Buffer): Promise<WireAnswer> {
  return sendRaw(server.url, { method, path, headers, body });
}

function upload(...parts: FormPart[]): Promise<WireAnswer> {
  const { headers, body } = form(parts);
  return call('POST', '/files', headers, body);
}

const TASK = 'rec/proj one/first run.aaf34893ceb44b4c9b4a2cd4c42be851';

describe('the files server', () => {
  it('files.ping answers OK with and without a slash', async () => {
    for (const path of ['/files', '/files/']) {
      const { status, body } = await call('GET', path);
      assert.deepEqual([status, body.toString()], [200, 'OK']);
    }
  });

  it('files.upload stores what the SDK sends, and files.download gives the bytes back with their length', async () => {
    const stored = await upload({ name: `/${TASK}/models/w.pt`, content: 'weights' });
    assert.equal(stored.status, 200);
    assert.deepEqual(JSON.parse(stored.body.toString()), [`${TASK}/models/w.pt`]);
    for (const method of ['GET', 'HEAD']) {
      const { status, headers, body } = await call(method, `/files/${quotePath(TASK)}/models/w.pt`);
      assert.equal(status, 200);
      assert.equal(headers['content-length'], '7');
      assert.equal(headers['accept-ranges'], 'bytes');
      assert.equal(body.toString(), method === 'GET' ? 'weights' : '');
    }
  });

  it('files.upload takes several parts, an empty one too, and replaces what is there', async () => {
    const paths = ['several/a', 'several/empty', 'several/b/c'];
    await upload({ name: 'several/a', content: 'old' });
    const stored = await upload(...paths.map((name) => ({ name, content: name.endsWith('empty') ? '' : name })));
    assert.deepEqual(JSON.parse(stored.body.toString()), paths);
    assert.equal((await call('GET', '/files/several/a')).body.toString(), 'several/a');
    assert.equal((await call('GET', '/files/several/empty')).headers['content-length'], '0');
    assert.equal((await call('GET', '/files/several/b/c')).body.toString(), 'several/b/c');
  });

  it('files.upload keeps every name a client may use, and the address decodes exactly once', async () => {
    const names = [
      'a#b', 'a?b=c&d', '100%', 'a%23b', 'a%2Fb', 'x;y', 'a..b', '..a', 'a..', '...', '.hidden', ' space ', 'a+b', "it's", 'a=b,c',
      'naïve', '日本語', '😀', '"quoted"', 'line\nend', 'tab\there', 'back\\slash', '~tilde', 'C:', '{a}[b](c)$^', 'a*b|c<d>',
    ]; // biome-ignore format: a list of names
    for (const [index, name] of names.entries()) {
      const path = `names/${name}/file ${index}.txt`;
      const stored = await upload({ name: `/${path}`, content: path });
      assert.equal(stored.status, 200, `${name} ${stored.body}`);
      const got = await call('GET', `/files/${quotePath(path)}`);
      assert.equal(got.body.toString(), path, name);
      assert.equal((await call('HEAD', `/files/${quotePath(path)}`)).status, 200, name);
    }
    assert.equal((await readdir(join(server.artifacts, 'files/names'))).length, names.length);
  });

  it('files.download shows pictures and plain text in a sandbox, and only saves pages, drawings and what was asked for', async () => {
    const shown = {
      'a.png': 'image/png',
      'a.jpeg': 'image/jpeg',
      'a.txt': 'text/plain',
      'a.mp4': 'video/mp4',
      'a.wav': 'audio/',
    };
    const saved = {
      'a.html': 'text/html',
      'a.svg': 'image/svg+xml',
      'a.xhtml': 'application/xhtml',
      'a.csv.gz': 'application/octet',
    };
    for (const [name, type] of Object.entries({ ...shown, ...saved })) {
      await upload({ name: `types/${name}`, content: '<script>alert(1)</script>' });
      const { headers } = await call('GET', `/files/types/${name}`);
      assert.ok(headers['content-type']?.startsWith(type), `${name} ${headers['content-type']}`);
      assert.equal(headers['content-disposition'], name in shown ? 'inline' : `attachment; filename=${name}`);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.match(headers['content-security-policy'] ?? '', /^sandbox/);
      assert.equal(headers['content-encoding'], undefined);
    }
    const { headers } = await call('GET', '/files/types/a.png?download');
    assert.equal(headers['content-disposition'], 'attachment; filename=a.png');
  });

  it('files.download serves ranges and answers 304 to who has the content', async () => {
    await upload({ name: 'ranges/a', content: '0123456789' });
    const part = await call('GET', '/files/ranges/a', { range: 'bytes=2-4' });
    assert.deepEqual([part.status, part.body.toString(), part.headers['content-range']], [206, '234', 'bytes 2-4/10']);
    assert.equal((await call('GET', '/files/ranges/a', { range: 'bytes=10-' })).status, 416);
    assert.equal((await call('GET', '/files/ranges/a', { 'if-none-match': part.headers['etag'] ?? '' })).status, 304);
  });

  it('files.download of nothing and of a folder is 404', async () => {
    await upload({ name: 'folder/a', content: 'x' });
    for (const path of ['absent', 'folder', 'folder/', 'folder/a/b', '~runs/x', '~models/x.zip', `~runs/${'0'.repeat(32)}/a`]) {
      for (const method of ['GET', 'HEAD']) assert.equal((await call(method, `/files/${path}`)).status, 404, `${method} ${path}`);
    }
  });

  it('files.delete deletes a file and says its path, again when it is gone already, and 404 for a folder', async () => {
    await upload({ name: 'gone/a b', content: 'x' });
    const gone = await call('DELETE', '/files/gone/a%20b');
    assert.deepEqual([gone.status, JSON.parse(gone.body.toString())], [200, 'gone/a b']);
    assert.equal((await call('DELETE', '/files/gone/a%20b')).status, 200);
    assert.equal((await call('GET', '/files/gone/a%20b')).status, 404);
    await upload({ name: 'gone/folder/a', content: 'x' });
    assert.equal((await call('DELETE', '/files/gone/folder')).status, 404);
    assert.equal((await call('GET', '/files/gone/folder/a')).status, 200);
  });

  it('files.delete_many deletes files and folders, and says by reason what it did not', async () => {
    await upload({ name: 'many/a', content: 'x' }, { name: 'many/b/c', content: 'x' }, { name: 'many/stays', content: 'x' });
    const body = JSON.stringify({ files: ['many/a', '/many/b', 'many/absent', 'many/../../x', '__proto__'] });
    const answer = await call('POST', '/files/delete_many', { 'content-type': 'application/json' }, body);
    const { deleted, errors } = JSON.parse(answer.body.toString());
    assert.deepEqual(deleted, { 'many/a': 'many/a', '/many/b': 'many/b' });
    assert.deepEqual(errors['Not found'], ['many/absent', '__proto__']);
    assert.equal(Object.keys(errors).length, 2);
    assert.equal((await call('GET', '/files/many/b/c')).status, 404);
    assert.equal((await call('GET', '/files/many/stays')).status, 200);
    for (const wrong of ['', '[]', '{}', '{"files":"a"}', '{"files":[1]}'])
      assert.equal((await call('POST', '/files/delete_many', { 'content-type': 'application/json' }, wrong)).status, 400, wrong);
  });

  it('files.upload, files.download and files.delete refuse every hostile path and touch nothing', async () => {
    await upload({ name: 'hostile/a', content: 'x' });
    await writeFile(join(server.artifacts, '../secret'), 'secret');
    await symlink('../..', join(server.artifacts, 'files/up'));
    const before = await readdir(server.artifacts, { recursive: true });
    const hostile = ['../secret', '../../secret', 'a/../../../secret', '..', '/..', 'a/..', '..\\secret', 'a\\..\\..\\secret'];
    const encoded = hostile.map((path) => encodeURIComponent(path).replaceAll('.', '%2e'));
    const twice = encoded.map((path) => path.replaceAll('%', '%25'));
    const refused = [...hostile, ...encoded, ...twice, 'a\0b', '..\0/secret', 'up/secret', 'up/new', '', '/', '.', './'];
    for (const name of refused) assert.equal((await upload({ name, content: 'x' })).status, 400, `POST ${JSON.stringify(name)}`);
    for (const path of refused.flatMap((name) => [name.replaceAll('\0', '%00'), quotePath(name), quotePath(quotePath(name))])) {
      for (const method of ['GET', 'DELETE']) {
        const { status, body } = await call(method, `/files/${path.replaceAll(' ', '%20')}`);
        // the bare folder is the ping
        if (path !== '') assert.ok([400, 404].includes(status), `${method} ${path} ${status}`);
        assert.doesNotMatch(body.toString(), /^secret/);
      }
    }
    assert.equal((await upload({ name: '~runs/x/y', content: 'x' })).status, 400);
    assert.deepEqual(await readdir(server.artifacts, { recursive: true }), before);
    assert.equal((await stat(join(server.artifacts, '../secret'))).size, 6);
  });

  it('files.upload refuses what is no complete form, and stores none of the part that breaks off', async () => {
    const { headers, body } = form([
      { name: 'torn/whole', content: 'whole' },
      { name: 'torn/half', content: 'x'.repeat(200_000) },
    ]);
    const type = { 'content-type': headers['content-type'] ?? '' };
    for (const length of [0, 40, 250, 20_000, 150_000, body.length - 20]) {
      assert.equal((await call('POST', '/files', type, body.subarray(0, length))).status, 400, `${length} bytes`);
    }
    assert.equal((await call('GET', '/files/torn/half')).status, 404);
    for (const type of ['', 'application/json', 'multipart/form-data', 'multipart/mixed; boundary=x'])
      assert.equal((await call('POST', '/files', { 'content-type': type }, body)).status, 400, type);
  });

  it('files.upload refuses an encoded body with 415', async () => {
    const { headers, body } = form([{ name: 'encoded', content: 'x' }]);
    assert.equal((await call('POST', '/files/', { ...headers, 'content-encoding': 'gzip' }, body)).status, 415);
  });

  it('files.upload that the client breaks off leaves nothing behind', async () => {
    const { hostname, port } = new URL(server.url);
    const { headers, body } = form([{ name: 'broken/a', content: Buffer.alloc(2_000_000) }]);
    const outgoing = request({ hostname, port, method: 'POST', path: '/files', headers });
    outgoing.on('error', () => undefined);
    outgoing.write(body.subarray(0, 1_000_000));
    const staging = join(server.artifacts, '.trackbridge-uploads');
    await until(async () => (await readdir(staging)).length === 1);
    outgoing.destroy();
    await until(async () => (await readdir(staging)).length === 0);
    assert.equal((await call('GET', '/files/broken/a')).status, 404);
  });

  it('files.upload of one path by many at once leaves one of the files, whole', async () => {
    const contents = Array.from({ length: 6 }, (_, index) => String(index).repeat(300_000));
    const answers = await Promise.all(contents.map((content) => upload({ name: 'race/a', content })));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.ok(contents.includes((await call('GET', '/files/race/a')).body.toString()));
  });

  it('files.upload from a page of another site is refused', async () => {
    const { headers, body } = form([{ name: 'forged', content: 'x' }]);
    const forged = await call(
      'POST',
      '/files',
      { ...headers, origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
      body,
    );
    assert.equal(forged.status, 403);
    assert.equal((await call('GET', '/files/forged')).status, 404);
  });
});

describe('the files server with logins', () => {
  it('asks everybody for a login but who only looks whether it is there', async () => {
    const { http, notices } = await startApp({ auth: 'on' });
    const [, password = ''] = /password (\S+)/.exec(notices.join('\n')) ?? [];
    const { headers, body } = form([{ name: 'a', content: 'x' }]);
    await http.get('/files/').expect(200);
    await http.post('/files').set(headers).send(body).expect(401);
    for (const request of [
      http.get('/files/a'),
      http.head('/files/a'),
      http.delete('/files/a'),
      http.get('/files/~models/x.zip'),
    ])
      await request.expect(401);
    await http
      .post('/files/delete_many')
      .send({ files: ['a'] })
      .expect(401);
    await http.post('/files').set(headers).auth('admin', password).send(body).expect(200);
    const { body: login } = await http.post('/auth.login').auth('admin', password);
    await http.get('/files/a').set('authorization', `Bearer ${login.data?.token}`).expect(200);
    await http.get('/files/a').set('authorization', 'Bearer x').expect(401);
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    assert.ok(Date.now() < deadline, 'waited 10 s in vain');
    await sleep(20);
  }
}
