import { atEndOfFile } from './cleanup.ts';
import { launchMlflowServer } from './launch.ts';
import type { ListeningServer } from './listening-server.ts';

/**
 * Starts the original `mlflow server` 3.17.2 with one worker, its database (SQLite) and artifacts in a folder of its own.
 * It is stopped when the calling test file is done.
 *
 * @param options more of the command line
 * @param environment more variables
 */
export async function startMlflowServer(
  options: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Promise<ListeningServer> {
  const server = await launchMlflowServer(options, environment);
  atEndOfFile(server.stop);
  return server;
}
