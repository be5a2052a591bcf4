import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { findBundle } from '../../adapters/mlflow/ui/find-bundle.ts';

const root = await mkdtemp(join(tmpdir(), 'trackbridge-test-pages-'));
after(() => rm(root, { recursive: true }));

const inPackage = 'mlflow/server/js/build';

async function file(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '');
  return path;
}

describe("MLflow's pages", () => {
  it('are found in the folder itself, the package, what holds the package, and an environment', async () => {
    const environment = join(root, 'a [strange] env*');
    const packages = join(environment, 'lib/python3.12/site-packages');
    await file(join(packages, inPackage, 'index.html'));
    for (const given of [environment, packages, join(packages, 'mlflow'), join(packages, inPackage)]) {
      assert.equal(await findBundle(given, []), join(packages, inPackage), given);
    }
  });

  it('are refused by naming what was looked for', async () => {
    const empty = join(root, 'empty');
    await mkdir(empty);
    await assert.rejects(findBundle(empty, []), {
      code: 'invalid',
      message: /empty" has no pages.*server\/js\/build\/index\.html/,
    });
    await assert.rejects(findBundle(join(root, 'nowhere'), []), { code: 'invalid' });
  });

  it('are found beside the first mlflow or python3 of PATH that has them, links to programs followed', async () => {
    const bare = dirname(await file(join(root, 'bare/bin/python3')));
    const real = await file(join(root, 'tool/bin/mlflow'));
    const pages = join(root, 'tool/lib/python3.11/site-packages', inPackage);
    await file(join(pages, 'index.html'));
    const links = join(root, 'links/bin');
    await mkdir(links, { recursive: true });
    await symlink(real, join(links, 'mlflow'));
    assert.equal(await findBundle('auto', [join(root, 'none'), bare, links]), pages);
    assert.equal(await findBundle('auto', [bare]), undefined);
    assert.equal(await findBundle('auto', []), undefined);
  });

  it('of a system package are found, too', async () => {
    const bin = dirname(await file(join(root, 'usr/bin/python3')));
    const pages = join(root, 'usr/lib/python3/dist-packages', inPackage);
    await file(join(pages, 'index.html'));
    assert.equal(await findBundle('auto', [bin]), pages);
  });
});
