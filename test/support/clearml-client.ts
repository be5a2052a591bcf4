import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atEndOfFile } from './cleanup.ts';
import { type CommandResult, runCommand, runOrThrow } from './command.ts';
import { projectRoot } from './project.ts';
import { pythonVariable } from './python-environments.ts';
import type { TrackbridgeServer } from './trackbridge-server.ts';

const scripts = join(projectRoot, 'test/conformance/clearml/python');
const MINUTE_MS = 60_000;

/** The command line tools that come with the SDK and the agent. */
type ClearmlTool = 'clearml-data' | 'clearml-task' | 'clearml-agent';

/** What may be set for one run of a script or tool. */
interface RunOptions {
  args?: readonly string[];
  /** More of its environment. */
  env?: NodeJS.ProcessEnv;
  /** 4 minutes when not given. */
  timeoutMs?: number;
}

/** A machine with unchanged ClearML clients on it: a home, a `clearml.conf` with a key pair of its own, an empty cache. */
export interface ClearmlClient {
  /** Absolute; scripts run in its folder `work`, which is no git repository. */
  home: string;
  /** The interpreter the clients are installed in. */
  python: string;
  /** The key pair in `clearml.conf`. */
  keys: KeyPair;
  /**
   * Runs a script of `test/conformance/clearml/python` and reads the JSON object on the last line that looks like one; the SDK
   * may print below it.
   * @throws Error with the end of its output when it fails or takes too long
   */
  run<Found>(script: string, options?: RunOptions): Promise<Found>;
  /** Runs a command line tool to its end, whatever its status. */
  tool(name: ClearmlTool, args: readonly string[], options?: RunOptions): Promise<CommandResult>;
  /** Starts a tool that goes on running, the agent's daemon; it and its children are ended when the calling test file is done. */
  start(name: ClearmlTool, args: readonly string[], options?: RunOptions): RunningTool;
  /**
   * Calls the server as a plain HTTP client with this machine's keys, and hands back the answer's `data`.
   * @throws Error with the answer when its status is not 200
   */
  call<Data>(operation: string, body?: object): Promise<Data>;
  /**
   * Waits until a task has one of some statuses.
   * @throws Error naming the status it stays in after 2 minutes
   */
  waitForStatus(task: string, ...statuses: readonly string[]): Promise<string>;
}

/** A tool that goes on running. */
interface RunningTool {
  /** The end of what it wrote. */
  output(): string;
  /** Ends it and all its children. */
  stop(): void;
}

interface KeyPair {
  access_key: string;
  secret_key: string;
}

/**
 * Sets up such a machine for a server. It is removed when the calling test file is done.
 * @param workspace that its key pair is bound to; default: none
 */
export async function clearmlClient(server: TrackbridgeServer, workspace?: string): Promise<ClearmlClient> {
  const python = process.env[pythonVariable('clearml')];
  if (!python) throw new Error('The Python clients are not prepared: start tests by `npm test -- <ring or file>`.');
  const home = await mkdtemp(join(tmpdir(), 'trackbridge-test-clearml-'));
  atEndOfFile(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const work = join(home, 'work');
  const temporary = join(home, 'tmp');
  await Promise.all([mkdir(work), mkdir(temporary)]);
  const keys = await newKeyPair(server, workspace);
  const config = join(home, 'clearml.conf');
  await writeFile(config, configuration(server.url, keys, home), { mode: 0o600 });
  const env = environment(home, config, temporary);
  const pathOf = (name: ClearmlTool) => join(dirname(python), name);
  const call = <Data>(operation: string, body: object = {}) => callApi<Data>(server.url, keys, operation, body);
  return {
    home,
    python,
    keys,
    call,
    waitForStatus: (task, ...statuses) => waitForStatus(call, task, statuses),
    async run<Found>(script: string, { args = [], env: more = {}, timeoutMs = 4 * MINUTE_MS }: RunOptions = {}) {
      await cp(scripts, work, { recursive: true });
      const options = { cwd: work, env: { ...env, MLFLOW_TRACKING_URI: server.url, ...more }, timeoutMs };
      const output = await runOrThrow(python, [script, ...args], options);
      const line = output.split('\n').findLast((each) => each.startsWith('{'));
      if (!line) throw new Error(`${script} printed no JSON:\n${output.slice(-4000)}`);
      return JSON.parse(line) as Found;
    },
    tool(name, args, { env: more = {}, timeoutMs = 4 * MINUTE_MS } = {}) {
      return runCommand(python, [pathOf(name), ...args], { cwd: work, env: { ...env, ...more }, timeoutMs });
    },
    start(name, args, { env: more = {} } = {}) {
      return startTool(python, [pathOf(name), ...args], { cwd: work, env: { ...env, ...more } });
    },
  };
}

/** A process group of its own, so that what it started can be ended with it. */
function startTool(command: string, args: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }): RunningTool {
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000);
    });
  }
  const stop = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // the group is gone already
    }
  };
  atEndOfFile(async () => stop());
  process.once('exit', stop);
  return { output: () => output, stop };
}

async function callApi<Data>(url: string, keys: KeyPair, operation: string, body: object): Promise<Data> {
  const basic = Buffer.from(`${keys.access_key}:${keys.secret_key}`).toString('base64');
  const answer = await fetch(`${url}/${operation}`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${operation} answered ${answer.status}: ${text}`);
  return (JSON.parse(text) as { data: Data }).data;
}

async function waitForStatus(call: ClearmlClient['call'], task: string, statuses: readonly string[]): Promise<string> {
  for (const deadline = Date.now() + 2 * MINUTE_MS; ; await sleep(500)) {
    const found = await call<{ task: { status: string } }>('tasks.get_by_id', { task });
    if (statuses.includes(found.task.status)) return found.task.status;
    if (Date.now() > deadline) throw new Error(`Task ${task} is still ${found.task.status}, not ${statuses.join(' or ')}.`);
  }
}

async function newKeyPair(server: TrackbridgeServer, workspace: string | undefined): Promise<KeyPair> {
  const bin = join(projectRoot, 'src/app/bin.js');
  const env = { ...process.env, DATABASE_URL: server.databaseUrl };
  const args = ['credentials', 'create', '--json', ...(workspace === undefined ? [] : ['--workspace', workspace])];
  return JSON.parse(await runOrThrow(process.execPath, [bin, ...args], { env })) as KeyPair;
}

/**
 * Reports are sent from the script's own process: waiting for a process of their own costs each closed task 10 s, so only
 * tests about reporting ask for it, by `CLEARML__SDK__DEVELOPMENT__REPORT_USE_SUBPROCESS`.
 */
function configuration(url: string, keys: KeyPair, home: string): string {
  return `
api {
  web_server: "${url}"
  api_server: "${url}"
  files_server: "${url}/files"
  credentials { access_key: "${keys.access_key}", secret_key: "${keys.secret_key}" }
}
sdk.storage.cache.default_base_dir: "${home}/cache"
sdk.development.report_use_subprocess: false
agent {
  venvs_dir: "${home}/agent/venvs"
  venvs_cache.path: "${home}/agent/venvs-cache"
  vcs_cache.path: "${home}/agent/vcs-cache"
  pip_download_cache.path: "${home}/agent/pip-cache"
}
`;
}

/** Nothing of the caller's own ClearML or MLflow settings reaches the clients. */
function environment(home: string, config: string, temporary: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(CLEARML|TRAINS|MLFLOW|PYTHON|NODE)_?/.test(name));
  return {
    ...Object.fromEntries(own),
    HOME: home,
    TMPDIR: temporary,
    CLEARML_CONFIG_FILE: config,
    MLFLOW_DISABLE_TELEMETRY: 'true',
    GIT_PYTHON_REFRESH: 'quiet',
    MPLBACKEND: 'agg',
    PYTHONWARNINGS: 'ignore',
    PYTHONUNBUFFERED: '1',
  };
}
