import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { BlobStore } from '../../src/artifacts/blob-store.ts';
import { openLocalStore } from '../../src/artifacts/local-store.ts';
import { brokenUpload, bytes, describeContract, pathsOf, textOf } from './contract.ts';

describe('local store', () => {
  let home = '';
  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'trackbridge-local-'));
  });
  after(() => rm(home, { recursive: true, force: true }));

  let count = 0;
  async function openFresh(): Promise<BlobStore> {
    count += 1;
    return openLocalStore(join(home, `root${count}`));
  }

  describeContract(openFresh);

  it('refuses every way through a link out of the root, and reads nothing', async () => {
    const store = await openFresh();
    const outside = join(home, 'outside');
    await mkdir(outside, { recursive: true });
    await writeFile(join(outside, 'secret'), 'secret');
    await symlink(outside, join(store.location, 'out'));
    await symlink(join(outside, 'secret'), join(store.location, 'file'));
    for (const path of ['out/secret', 'file', 'out']) {
      await assert.rejects(store.read(path), { code: 'invalid' }, path);
      await assert.rejects(store.stat(path), { code: 'invalid' }, path);
      await assert.rejects(store.list(path), { code: 'invalid' }, path);
    }
    await assert.rejects(store.write('out/new', bytes('x')), { code: 'invalid' });
    await assert.rejects(store.write('out/deep/new', bytes('x')), { code: 'invalid' });
    await assert.rejects(store.delete('out/secret'), { code: 'invalid' });
    assert.deepEqual(await store.list(''), []);
    assert.deepEqual(await pathsOf(store), []);
    assert.deepEqual(await readdir(outside), ['secret']);
  });

  it('replaces or deletes a link itself, never what it leads to', async () => {
    const store = await openFresh();
    const target = join(home, 'target');
    await writeFile(target, 'kept');
    await symlink(target, join(store.location, 'a'));
    await symlink(target, join(store.location, 'b'));
    await store.write('a', bytes('own'));
    await store.delete('b');
    assert.equal(await textOf(store, 'a'), 'own');
    assert.equal(await readFile(target, 'utf8'), 'kept');
  });

  it('follows links that stay inside, and a root that is itself a link', async () => {
    const real = await openFresh();
    await real.write('data/a', bytes('x'));
    await symlink('data', join(real.location, 'alias'));
    const linked = join(home, 'linked-root');
    await symlink(real.location, linked);
    const store = await openLocalStore(linked);
    assert.equal(await textOf(store, 'alias/a'), 'x');
    assert.equal(store.location, linked);
  });

  it('neither shows nor opens what is no file: a link to nowhere, a link in a circle', async () => {
    const store = await openFresh();
    await symlink('nowhere', join(store.location, 'dangling'));
    await symlink('circle', join(store.location, 'circle'));
    assert.deepEqual(await store.list(''), []);
    assert.equal(await store.stat('dangling'), undefined);
    await assert.rejects(store.read('circle'), { code: 'invalid' });
  });

  it('says which path cannot be a file: a folder, below a file, a name too long', async () => {
    const store = await openFresh();
    await store.write('folder/a', bytes('x'));
    await assert.rejects(store.write('folder', bytes('x')), { code: 'invalid', message: /"folder" is a folder/ });
    await assert.rejects(store.write('folder/a/b', bytes('x')), { code: 'invalid', message: /"folder\/a\/b".* is a file/ });
    await assert.rejects(store.write('folder/a/b/c', bytes('x')), { code: 'invalid' });
    await assert.rejects(store.write('n'.repeat(256), bytes('x')), { code: 'invalid', message: /too long/ });
    assert.deepEqual(await pathsOf(store), ['folder/a']);
  });

  it('keeps files and unfinished uploads from other users of the machine', async () => {
    const store = await openFresh();
    await store.write('new/a', bytes('x'));
    assert.equal((await stat(join(store.location, 'new/a'))).mode & 0o777, 0o600);
    assert.equal((await stat(join(store.location, '.trackbridge-uploads'))).mode & 0o777, 0o700);
  });

  it('gives the staging folder to nobody', async () => {
    const store = await openFresh();
    for (const path of ['.trackbridge-uploads', '.trackbridge-uploads/x']) {
      await assert.rejects(store.write(path, bytes('x')), { code: 'invalid' });
      await assert.rejects(store.delete(path), { code: 'invalid' });
    }
    await assert.rejects(store.list('.trackbridge-uploads'), { code: 'invalid' });
  });

  it('leaves no half-written file anywhere on the disk', async () => {
    const store = await openFresh();
    await assert.rejects(store.write('a/b', brokenUpload(3)));
    assert.deepEqual(await readdir(store.location, { recursive: true }), ['.trackbridge-uploads']);
  });

  it('removes at start what a crash left, and spares the uploads of another server', async () => {
    const store = await openFresh();
    const staging = join(store.location, '.trackbridge-uploads');
    await writeFile(join(staging, 'crashed'), 'half');
    await writeFile(join(staging, 'running'), 'half');
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await utimes(join(staging, 'crashed'), longAgo, longAgo);
    await openLocalStore(store.location);
    assert.deepEqual(await readdir(staging), ['running']);
  });
});
