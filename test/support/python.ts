import { join } from 'node:path';
import { runOrThrow } from './command.ts';
import { projectRoot } from './project.ts';
import { type PythonName, pythonVariable } from './python-environments.ts';

const scripts = join(projectRoot, 'test/conformance/mlflow/python');

/** Both sets of MLflow clients, for tests that run once with each. */
export const pythonNames: readonly PythonName[] = ['mlflow2', 'mlflow3'];

/**
 * Runs a script of `test/conformance/mlflow/python` against a server, with unchanged clients, and reads the JSON object on the
 * last line it prints.
 *
 * @param env more of its environment
 * @throws Error with the end of its output when it fails or takes longer than 4 minutes
 */
export async function runPython<Found>(
  name: PythonName,
  script: string,
  trackingUri: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Found> {
  const python = process.env[pythonVariable(name)];
  if (!python) throw new Error('The Python clients are not prepared: start tests by `npm test -- <ring or file>`.');
  const output = await runOrThrow(python, [join(scripts, script)], {
    timeoutMs: 240_000,
    env: {
      ...process.env,
      MLFLOW_TRACKING_URI: trackingUri,
      MLFLOW_DISABLE_TELEMETRY: 'true',
      MLFLOW_HTTP_REQUEST_MAX_RETRIES: '1',
      GIT_PYTHON_REFRESH: 'quiet',
      MPLBACKEND: 'agg',
      PYTHONWARNINGS: 'ignore',
      ...env,
    },
  });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Found;
}
