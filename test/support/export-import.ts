import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runOrThrow } from './command.ts';
import { projectRoot } from './project.ts';
import { pythonVariable } from './python-environments.ts';

/** The tool, and what it needs and forgets to bring. */
const packages = ['mlflow-export-import==1.2.0', 'tabulate==0.9.0'];

/** Commands of the tool, by the module each is in. */
const modules = {
  'export-all': 'bulk.export_all',
  'export-experiments': 'bulk.export_experiments',
  'export-experiment': 'experiment.export_experiment',
  'export-models': 'bulk.export_models',
  'export-model': 'model.export_model',
  'export-run': 'run.export_run',
} as const;

/** Fetches the tool once; it runs on the Python of the newest MLflow. @returns the folder of its packages */
async function prepare(python: string): Promise<string> {
  const cache = join(projectRoot, '.cache/python');
  const folder = join(cache, 'export-import-1.2.0');
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const made = await mkdtemp(join(cache, 'export-import-'));
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-deps'];
  await runOrThrow(python, ['-m', 'pip', 'install', ...quiet, '--target', made, ...packages]);
  // another test file may have been faster
  await rename(made, folder).catch(() => rm(made, { recursive: true }));
  return folder;
}

/** Has mlflow-export-import 1.2.0 read a server and write a folder. */
export async function runExportImport(
  command: keyof typeof modules,
  args: readonly string[],
  { trackingUri, folder }: { trackingUri: string; folder: string },
): Promise<void> {
  const python = process.env[pythonVariable('mlflow3')];
  if (!python) throw new Error('The Python clients are not prepared: start tests by `npm test -- <ring or file>`.');
  await runOrThrow(python, ['-m', `mlflow_export_import.${modules[command]}`, ...args, '--output-dir', folder], {
    timeoutMs: 120_000,
    env: {
      ...process.env,
      PYTHONPATH: await prepare(python),
      MLFLOW_TRACKING_URI: trackingUri,
      MLFLOW_DISABLE_TELEMETRY: 'true',
      PYTHONWARNINGS: 'ignore',
    },
  });
}
