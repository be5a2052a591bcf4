import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEndOfFile } from './cleanup.ts';
import { type ListeningServer, startListening } from './listening-server.ts';
import { freePort } from './postgres-server.ts';
import { pythonVariable } from './python-environments.ts';

/**
 * Starts the original `mlflow server` 3.17.2 with one worker, its database (SQLite) and artifacts in a folder of its own.
 * It is stopped when the calling test file is done.
 *
 * @param options more of the command line
 */
export async function startMlflowServer(options: readonly string[] = []): Promise<ListeningServer> {
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
    env: { MLFLOW_DISABLE_TELEMETRY: 'true', DO_NOT_TRACK: 'true', MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false' },
  });
  atEndOfFile(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return server;
}
