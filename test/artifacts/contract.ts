import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { it } from 'node:test';
import type { BlobStore } from '../../src/artifacts/blob-store.ts';

/** Bytes of a text as a store takes them. */
export function bytes(text: string): Readable {
  return Readable.from([Buffer.from(text)]);
}

/** Text of a stored file. */
export async function textOf(store: BlobStore, path: string, range?: { start: number; end: number }): Promise<string> {
  return (await buffer(await store.read(path, range))).toString();
}

/** Every path below a folder, sorted. */
export async function pathsOf(store: BlobStore, folder = ''): Promise<string[]> {
  const paths: string[] = [];
  for await (const { path } of store.walk(folder)) paths.push(path);
  return paths.sort();
}

/** An upload that breaks after some bytes, as when the client goes away. */
export function brokenUpload(chunks: number): Readable {
  return Readable.from(
    (async function* () {
      for (let n = 0; n < chunks; n += 1) yield Buffer.alloc(1024 * 1024);
      throw new Error('the client went away');
    })(),
  );
}

/** What every blob store promises, whatever it keeps the files in. */
export function describeContract(open: () => Promise<BlobStore>): void {
  it('write then read gives the same bytes, also none at all and names of any script', async () => {
    const store = await open();
    for (const path of ['a.txt', 'deep/er/still/a.bin', 'tést/日本 語.txt', 'odd/..b/...;x?y=1', 'pct/100%', 'ctl/a%0ab']) {
      assert.deepEqual(await store.write(path, bytes(`content of ${path}`)), {
        sizeBytes: Buffer.byteLength(`content of ${path}`),
      });
      assert.equal(await textOf(store, path), `content of ${path}`);
    }
    await store.write('empty', Readable.from([]));
    assert.equal(await textOf(store, 'empty'), '');
    assert.equal((await store.stat('empty'))?.sizeBytes, 0);
  });

  it('write replaces a file, and its etag changes', async () => {
    const store = await open();
    await store.write('a', bytes('first'));
    const before = await store.stat('a');
    await store.write('a', bytes('second one'));
    const after = await store.stat('a');
    assert.equal(await textOf(store, 'a'), 'second one');
    assert.equal(after?.sizeBytes, 10);
    assert.match(after?.etag ?? '', /^"[^"]+"$/);
    assert.notEqual(after?.etag, before?.etag);
    assert.ok(Math.abs(Date.now() - (after?.modifiedAt.getTime() ?? 0)) < 60_000);
  });

  it('read of a range gives its bytes, both ends included', async () => {
    const store = await open();
    await store.write('a', bytes('0123456789'));
    assert.equal(await textOf(store, 'a', { start: 2, end: 4 }), '234');
    assert.equal(await textOf(store, 'a', { start: 9, end: 9 }), '9');
  });

  it('read with the etag of replaced content fails instead of giving other bytes', async () => {
    const store = await open();
    await store.write('a', bytes('first'));
    const etag = (await store.stat('a'))?.etag;
    assert.equal((await buffer(await store.read('a', undefined, etag))).toString(), 'first');
    await store.write('a', bytes('second'));
    await assert.rejects(store.read('a', undefined, etag), { code: 'unavailable' });
  });

  it('read and stat know no absent file and no folder', async () => {
    const store = await open();
    await store.write('folder/a', bytes('x'));
    for (const path of ['absent', 'folder', 'folder/a/below', 'fold']) {
      await assert.rejects(store.read(path), { code: 'not_found' }, path);
      assert.equal(await store.stat(path), undefined, path);
    }
  });

  it('isFolder is true for folders only', async () => {
    const store = await open();
    await store.write('folder/sub/a', bytes('x'));
    const answers = await Promise.all(
      ['', 'folder', 'folder/sub', 'folder/sub/a', 'fold', 'absent'].map((path) => store.isFolder(path)),
    );
    assert.deepEqual(answers, [true, true, true, false, false, false]);
  });

  it('list gives one level by name in code point order, and nothing for a file or an absent folder', async () => {
    const store = await open();
    for (const name of ['b', 'B', 'é', '\u{1f600}', '\uffee', 'sub/x', 'sub.txt']) await store.write(`l/${name}`, bytes('12'));
    await store.write('lother', bytes('x'));
    assert.deepEqual(
      (await store.list('l')).map(({ name, isFolder, sizeBytes }) => [name, isFolder, sizeBytes]),
      [
        ['B', false, 2],
        ['b', false, 2],
        ['sub', true, undefined],
        ['sub.txt', false, 2],
        ['é', false, 2],
        ['\uffee', false, 2],
        ['\u{1f600}', false, 2],
      ],
    );
    assert.deepEqual(
      (await store.list('')).map(({ name }) => name),
      ['l', 'lother'],
    );
    assert.deepEqual(await store.list('l/b'), []);
    assert.deepEqual(await store.list('absent'), []);
  });

  it('walk gives every file below a folder once', async () => {
    const store = await open();
    for (const path of ['w/a', 'w/b/c', 'w/b/d/e', 'other']) await store.write(path, bytes('123'));
    assert.deepEqual(await pathsOf(store, 'w'), ['w/a', 'w/b/c', 'w/b/d/e']);
    for await (const { sizeBytes } of store.walk('w')) assert.equal(sizeBytes, 3);
  });

  it('delete removes a file or a whole folder, nothing beside it, and says what it freed', async () => {
    const store = await open();
    for (const path of ['d/a', 'd/b/c', 'da', 'keep']) await store.write(path, bytes('123'));
    assert.deepEqual(await store.delete('d'), { files: 2, sizeBytes: 6 });
    assert.deepEqual(await store.delete('keep'), { files: 1, sizeBytes: 3 });
    assert.deepEqual(await store.delete('d'), { files: 0, sizeBytes: 0 });
    assert.deepEqual(await pathsOf(store), ['da']);
  });

  it('write that breaks half-way leaves the old file and nothing else', async () => {
    const store = await open();
    await store.write('a', bytes('old'));
    await assert.rejects(store.write('a', brokenUpload(20)), /went away/);
    await assert.rejects(store.write('new/b', brokenUpload(1)), /went away/);
    const gone = AbortSignal.timeout(20);
    await assert.rejects(store.write('c', new Readable({ read: () => undefined }), gone), { name: 'AbortError' });
    assert.deepEqual(await pathsOf(store), ['a']);
    assert.equal(await textOf(store, 'a'), 'old');
  });

  it('writes of one path at the same time leave one of them whole', async () => {
    const store = await open();
    const contents = Array.from({ length: 8 }, (_, n) => String(n).repeat(200_000));
    await Promise.all(contents.map((content) => store.write('same/path', bytes(content))));
    assert.ok(contents.includes(await textOf(store, 'same/path')));
  });
}
