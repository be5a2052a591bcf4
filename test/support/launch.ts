import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ListeningServer, startListening } from './listening-server.ts';
import { freePort } from './postgres-server.ts';
import { projectRoot } from './project.ts';
import { pythonVariable } from './python-environments.ts';

/** A server whose data is removed when it is stopped. */
export interface LaunchedServer extends ListeningServer {
  /** Where its data lies. */
  folder: string;
}

/**
 * Starts the original `mlflow server` 3.17.2 with one worker, its database (SQLite) and artifacts in a folder of its own.
 * @param options more of the command line
 * @param environment more variables
 * @throws Error when the Python clients are not prepared
 */
export async function launchMlflowServer(
  options: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Promise<LaunchedServer> {
  const python = process.env[pythonVariable('mlflow3')];
  if (!python) throw new Error('The original server is not prepared: start tests by `npm test -- <ring or file>`.');
  const folder = await mkdtemp(join(tmpdir(), 'trackbridge-test-mlflow-'));
  const port = await freePort();
  // a server of artifacts alone refuses to be told of a database
  const database = options.includes('--artifacts-only') ? [] : ['--backend-store-uri', `sqlite:///${folder}/mlflow.db`];
  const store = [...database, '--artifacts-destination', join(folder, 'artifacts')];
  const server = await startListening({
    command: python,
    args: ['-m', 'mlflow', 'server', '--host', '127.0.0.1', '--port', String(port), '--workers', '1', ...store, ...options],
    url: `http://127.0.0.1:${port}`,
    cwd: folder,
    env: { MLFLOW_DISABLE_TELEMETRY: 'true', DO_NOT_TRACK: 'true', MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false', ...environment },
  });
  return withFolder(server, folder);
}

/**
 * Starts `trackbridge serve` as a process of its own on a database, with an empty artifact folder.
 * @param options more of the command line
 */
export async function launchTrackbridge(databaseUrl: string, options: readonly string[] = []): Promise<LaunchedServer> {
  const folder = await mkdtemp(join(tmpdir(), 'trackbridge-test-home-'));
  const port = await freePort();
  const server = await startListening({
    command: process.execPath,
    args: [join(projectRoot, 'src/app/bin.js'), 'serve', '--port', String(port), '--home', folder, ...options],
    url: `http://127.0.0.1:${port}`,
    cwd: folder,
    env: { DATABASE_URL: databaseUrl },
  });
  return withFolder(server, folder);
}

function withFolder(server: ListeningServer, folder: string): LaunchedServer {
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...server, folder, stop };
}
