import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isCommand, runCommand, runOrThrow } from './command.ts';
import { projectRoot } from './project.ts';

/** The sets of Python clients: the newest MLflow (with the original server), the last 2.x, and ClearML's. */
export type PythonName = 'mlflow3' | 'mlflow2' | 'clearml';

/** The variable that names a set's Python to the tests; set beforehand, it is used as it is. */
export function pythonVariable(name: PythonName): string {
  return `TRACKBRIDGE_TEST_PYTHON_${name.toUpperCase()}`;
}

/**
 * Makes the virtual environments under `.cache/python`, at the same time, and names them in the process's environment.
 * One that was made before from the same requirements and the same Python is used again.
 *
 * @param say takes one line of progress
 * @throws Error when Python or a way to make virtual environments is missing; it says what to install
 */
export async function preparePython(say: (line: string) => void): Promise<void> {
  const names: PythonName[] = ['mlflow3', 'mlflow2', 'clearml'];
  const missing = names.filter((name) => !process.env[pythonVariable(name)]);
  if (missing.length === 0) return;
  const version = await pythonVersion();
  await Promise.all(
    missing.map(async (name) => {
      process.env[pythonVariable(name)] = await prepareOne(name, version, say);
    }),
  );
}

async function prepareOne(name: PythonName, version: string, say: (line: string) => void): Promise<string> {
  const requirements = join(projectRoot, 'test/support/python', `${name}.txt`);
  const hash = createHash('sha256')
    .update(version)
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 12);
  const folder = join(projectRoot, '.cache/python', `${name}-${hash}`);
  const python = join(folder, 'bin/python');
  const ready = join(folder, 'ready');
  await mkdir(join(projectRoot, '.cache/python'), { recursive: true });
  const unlock = await lock(`${folder}.lock`, () => say(`${name}: waiting for another run that prepares it`));
  try {
    if (existsSync(ready)) return python;
    const startedAt = Date.now();
    say(`${name}: installing ${requirements.slice(projectRoot.length + 1)} into ${folder.slice(projectRoot.length + 1)}`);
    await rm(folder, { recursive: true, force: true });
    await makeVirtualEnvironment(folder);
    await runOrThrow(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements]);
    await writeFile(ready, '');
    say(`${name}: installed in ${Math.round((Date.now() - startedAt) / 1000)} s`);
    return python;
  } finally {
    await unlock();
  }
}

async function pythonVersion(): Promise<string> {
  if (!(await isCommand('python3'))) throw new Error('The tests drive Python clients: install Python >= 3.10 as python3.');
  return (await runOrThrow('python3', ['--version'])).trim();
}

async function makeVirtualEnvironment(folder: string): Promise<void> {
  const byModule = await runCommand('python3', ['-m', 'venv', folder]);
  if (byModule.status === 0) return;
  await rm(folder, { recursive: true, force: true });
  if ((await runCommand('python3', ['-m', 'pip', '--version'])).status === 0) {
    const tool = join(projectRoot, '.cache/python/virtualenv');
    await runOrThrow('python3', ['-m', 'pip', 'install', '--quiet', '--target', tool, 'virtualenv==20.31.2']);
    await runOrThrow('python3', ['-m', 'virtualenv', folder], { env: { ...process.env, PYTHONPATH: tool } });
    return;
  }
  throw new Error(
    `python3 cannot make virtual environments (${byModule.stderr.trim().split('\n')[0]}): install its venv module, on Debian and Ubuntu \`apt-get install python3-venv\`.`,
  );
}

/** Holds a lock file until the returned function is called; one left by a process that is gone is taken over. */
async function lock(path: string, onWait: () => void): Promise<() => Promise<void>> {
  for (let waited = false; ; waited = true) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (holder > 0 && !isAlive(holder)) await rm(path, { force: true });
    else if (!waited) onWait();
    await sleep(500);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
