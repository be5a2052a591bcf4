import { glob, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BridgeError, show } from '../../../src/model/errors.ts';

/** Where the built pages lie in the package. */
const inPackage = 'server/js/build';
/** Where packages lie below the folder of a Python or a virtual environment. */
const packageFolders = [
  'lib/python3*/site-packages',
  'lib/python3*/dist-packages',
  'lib64/python3*/site-packages',
  'Lib/site-packages',
];
const packaged = packageFolders.map((folder) => join(folder, 'mlflow', inPackage));
/** The programs beside which an installed MLflow is looked for; one may be a link into an environment of its own. */
const programs = ['mlflow', 'python3', 'python'];

/**
 * The folder of MLflow's own web pages: of an installed MLflow for `auto`, else of the folder given, which may be the built pages,
 * the package `mlflow`, or a virtual environment that has it. Nothing is run to find it.
 *
 * @param programFolders where programs are, those of an activated environment first, as in PATH
 * @returns undefined when `auto` finds none
 * @throws invalid when the folder given has none, naming what was looked for
 */
export async function findBundle(wanted: string, programFolders: readonly string[]): Promise<string | undefined> {
  if (wanted === 'auto') return findInstalled(programFolders);
  const below = ['.', 'build', inPackage, join('mlflow', inPackage), ...packaged];
  const found = await firstWithPages(wanted, below);
  if (found !== undefined) return found;
  const places = below.map((folder) => join(folder, 'index.html')).join(', ');
  throw new BridgeError('invalid', `--mlflow-ui=${show(wanted)} has no pages of MLflow; looked there for ${places}.`);
}

async function findInstalled(programFolders: readonly string[]): Promise<string | undefined> {
  const seen = new Set<string>();
  for (const folder of programFolders) {
    for (const program of programs) {
      const path = join(folder, program);
      // where it stands, and where it leads when it is a link; an environment's python leads out of it
      for (const real of [path, await realpath(path).catch(() => undefined)]) {
        const root = real !== undefined && (await isFile(path)) ? dirname(dirname(real)) : undefined;
        if (root === undefined || seen.has(root)) continue;
        seen.add(root);
        const found = await firstWithPages(root, packaged);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

async function firstWithPages(root: string, patterns: readonly string[]): Promise<string | undefined> {
  for (const pattern of patterns) {
    for await (const page of glob(join(pattern, 'index.html'), { cwd: root })) return join(root, dirname(page));
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
