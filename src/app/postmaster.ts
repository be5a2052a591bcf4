import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** How long a fast stop may take before Postgres is told to drop everything; its log then repairs the data at the next start. */
const STOP_MS = 60_000;

/** True as long as a process with this number is there, ours or not. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function commandOf(pid: number): Promise<string> {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (fromProc !== undefined) return fromProc.replaceAll('\0', ' ');
  return run('ps', ['-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  );
}

/**
 * Number of the Postgres process that runs on this data folder; undefined when none does. The file Postgres leaves behind
 * when it is killed is not believed: the process it names may be anything by now.
 */
export async function findPostmaster(dataFolder: string): Promise<number | undefined> {
  const pid = await markedProcess(dataFolder);
  return pid !== undefined && (await isPostmaster(pid, dataFolder)) ? pid : undefined;
}

/**
 * Removes the mark of a Postgres that is gone when its number now belongs to another process, which is common in containers,
 * where numbers are small and come again. A mark that names no process at all is left to Postgres, which knows what to do.
 */
export async function clearMisleadingMark(dataFolder: string): Promise<void> {
  const pid = await markedProcess(dataFolder);
  if (pid !== undefined && !(await isPostmaster(pid, dataFolder))) await rm(join(dataFolder, 'postmaster.pid'), { force: true });
}

async function markedProcess(dataFolder: string): Promise<number | undefined> {
  const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return pid > 0 && isAlive(pid) ? pid : undefined;
}

async function isPostmaster(pid: number, dataFolder: string): Promise<boolean> {
  const command = await commandOf(pid);
  return command.includes('postgres') && command.includes(dataFolder);
}

/** Stops the Postgres of a data folder: running statements are cut off, what was committed is on disk. Waits for its end. */
export async function stopPostmaster(dataFolder: string): Promise<void> {
  const pid = await findPostmaster(dataFolder);
  if (pid === undefined) return;
  process.kill(pid, 'SIGINT');
  const deadline = performance.now() + STOP_MS;
  while (isAlive(pid)) {
    if (performance.now() > deadline) {
      process.kill(pid, 'SIGQUIT');
      return;
    }
    await delay(10);
  }
}
