import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server in a process of its own. */
export interface ListeningServer {
  /** Scheme, host and port, without a trailing slash. */
  url: string;
  pid: number;
  /** The end of what it wrote to both outputs. */
  output(): string;
  /** Asks it to stop (SIGTERM), insists after 10 s, and waits until it is gone with all its children. */
  stop(): Promise<void>;
}

/** How to start one. */
export interface ServerCommand {
  command: string;
  args: readonly string[];
  url: string;
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Answers 200 once it is ready; `/health` when not given. */
  healthPath?: string;
}

const START_LIMIT_MS = 90_000;

/**
 * Starts a server and waits until its health path answers 200.
 * @throws Error with the end of its output when it ends or stays silent for 90 s
 */
export async function startListening({
  command,
  args,
  url,
  cwd,
  env,
  healthPath = '/health',
}: ServerCommand): Promise<ListeningServer> {
  // a process group of its own: an interrupted test run must be able to end the workers too
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-8000);
    });
  }
  // a test file that fails must be able to end without having stopped it
  child.unref();
  for (const stream of [child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref();
  const pid = child.pid ?? 0;
  const endGroup = (signal: NodeJS.Signals) => {
    try {
      process.kill(-pid, signal);
    } catch {
      // the group is gone already
    }
  };
  const killAtExit = () => endGroup('SIGKILL');
  process.once('exit', killAtExit);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new AbortController();
      child.once('exit', () => ended.abort());
      child.kill('SIGTERM');
      await sleep(10_000, undefined, { signal: ended.signal }).catch(() => undefined);
    }
    endGroup('SIGKILL');
    process.removeListener('exit', killAtExit);
  };
  for (const deadline = Date.now() + START_LIMIT_MS; !(await isHealthy(url + healthPath)); await sleep(100)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`${command} ${args.join(' ')} did not start:\n${output}`);
    }
  }
  return { url, pid, output: () => output, stop };
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
