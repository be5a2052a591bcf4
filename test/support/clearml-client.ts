import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
  /** Environment every process of this machine has. */
  env: NodeJS.ProcessEnv;
  /** The key pair in `clearml.conf`. */
  keys: KeyPair;
  /**
   * Runs a script of `test/conformance/clearml/python` and reads the JSON object on the last line it prints.
   * @throws Error with the end of its output when it fails or takes too long
   */
  run<Found>(script: string, options?: RunOptions): Promise<Found>;
  /** Runs a command line tool to its end, whatever its status. */
  tool(name: ClearmlTool, args: readonly string[], options?: RunOptions): Promise<CommandResult>;
  /** Command and arguments that start a tool, for one that goes on running. */
  commandOf(name: ClearmlTool, args: readonly string[]): { command: string; args: string[] };
}

interface KeyPair {
  access_key: string;
  secret_key: string;
}

/** Sets up such a machine for a server. It is removed when the calling test file is done. */
export async function clearmlClient(server: TrackbridgeServer): Promise<ClearmlClient> {
  const python = process.env[pythonVariable('clearml')];
  if (!python) throw new Error('The Python clients are not prepared: start tests by `npm test -- <ring or file>`.');
  const home = await mkdtemp(join(tmpdir(), 'trackbridge-test-clearml-'));
  atEndOfFile(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const work = join(home, 'work');
  const temporary = join(home, 'tmp');
  await Promise.all([mkdir(work), mkdir(temporary)]);
  const keys = await newKeyPair(server);
  const config = join(home, 'clearml.conf');
  await writeFile(config, configuration(server.url, keys, home), { mode: 0o600 });
  const env = environment(home, config, temporary);
  const bin = dirname(python);
  const commandOf = (name: ClearmlTool, args: readonly string[]) => ({ command: python, args: [join(bin, name), ...args] });
  return {
    home,
    python,
    env,
    keys,
    commandOf,
    async run<Found>(script: string, { args = [], env: more = {}, timeoutMs = 4 * MINUTE_MS }: RunOptions = {}) {
      await cp(scripts, work, { recursive: true });
      const options = { cwd: work, env: { ...env, MLFLOW_TRACKING_URI: server.url, ...more }, timeoutMs };
      const output = await runOrThrow(python, [script, ...args], options);
      return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Found;
    },
    tool(name, args, { env: more = {}, timeoutMs = 4 * MINUTE_MS } = {}) {
      const { command, args: all } = commandOf(name, args);
      return runCommand(command, all, { cwd: work, env: { ...env, ...more }, timeoutMs });
    },
  };
}

async function newKeyPair(server: TrackbridgeServer): Promise<KeyPair> {
  const bin = join(projectRoot, 'src/app/bin.js');
  const env = { ...process.env, DATABASE_URL: server.databaseUrl };
  return JSON.parse(await runOrThrow(process.execPath, [bin, 'credentials', 'create', '--json'], { env })) as KeyPair;
}

function configuration(url: string, keys: KeyPair, home: string): string {
  return `
api {
  web_server: "${url}"
  api_server: "${url}"
  files_server: "${url}/files"
  credentials { access_key: "${keys.access_key}", secret_key: "${keys.secret_key}" }
}
sdk.storage.cache.default_base_dir: "${home}/cache"
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
