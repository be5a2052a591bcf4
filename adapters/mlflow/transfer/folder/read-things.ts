import type {
  DatasetUse,
  ModelItem,
  ModelMetricItem,
  ProjectItem,
  RegisteredModelItem,
  RunItem,
  RunModel,
  VersionItem,
} from '../../../../src/bridge/item.ts';
import { artifactName } from '../../../../src/model/artifact-path.ts';
import { BridgeError, show } from '../../../../src/model/errors.ts';
import { nameOf, numberOf, type Row, textOf, wholeOf } from '../database/row.ts';
import { modelStatusOfNumber, toModelItem } from '../items/model.ts';
import { toProjectItem } from '../items/project.ts';
import { toRegisteredModelItem, toVersionItem } from '../items/registry.ts';
import { toDatasetUse, toRunItem, withFormerColumns } from '../items/run.ts';
import { type Found, isInTrash, type Layout } from './layout.ts';
import { type Meta, readEntries, readMeta, readMetas } from './meta.ts';
import { readLines, toPoint } from './metric-lines.ts';

/** How the file store numbers the states of runs. */
const runStatuses: Readonly<Record<string, string>> = { 1: 'RUNNING', 2: 'SCHEDULED', 3: 'FINISHED', 4: 'FAILED', 5: 'KILLED' };
/** How it numbers what runs are started from; 4, the usual one, says nothing. */
const sourceTypes: Readonly<Record<string, string>> = { 1: 'NOTEBOOK', 2: 'JOB', 3: 'PROJECT' };

/** @throws invalid when the facts are those of something else */
function checkId(row: Row, columns: readonly string[], { id, path }: Found): void {
  const named = columns.map((column) => textOf(row, column)).find((text) => text !== null);
  if (named === undefined || named === id) return;
  throw new BridgeError('invalid', `The facts in ${show(path)} are those of ${show(named)}.`, { field: 'path' });
}

export async function readProject({ folder }: Layout, found: Found): Promise<ProjectItem> {
  const { row } = await readMeta(folder, `${found.path}/meta.yaml`);
  checkId(row, ['experiment_id'], found);
  return toProjectItem({
    id: found.id,
    workspace: null,
    name: textOf(row, 'name') ?? '',
    artifactRoot: textOf(row, 'artifact_location'),
    // releases before 2.x move the folder and change nothing in it
    isDeleted: isInTrash(found) || row['lifecycle_stage'] === 'deleted',
    createdMs: wholeOf(row, 'creation_time'),
    changedMs: wholeOf(row, 'last_update_time'),
    tags: await readEntries(folder, `${found.path}/tags`),
  });
}

/** The experiment that a run, model or trace lies in. */
export function experimentOf(found: Found): string {
  return found.path.split('/')[isInTrash(found) ? 1 : 0] ?? '';
}

async function readDatasets({ folder }: Layout, run: Found, inputs: readonly { meta: Meta }[]): Promise<DatasetUse[]> {
  const experiment = run.path.slice(0, -run.id.length - 1);
  const uses = inputs.filter(({ meta }) => meta.row['source_type'] === 'DATASET');
  return Promise.all(
    uses.map(async ({ meta }) => {
      const id = nameOf(meta.row, 'source_id');
      const { row } = await readMeta(folder, `${experiment}/datasets/${artifactName(id)}/meta.yaml`);
      const tags = Object.entries((meta.whole['tags'] ?? {}) as Record<string, unknown>);
      return toDatasetUse(
        {
          name: textOf(row, 'name') ?? '',
          digest: textOf(row, 'digest') ?? '',
          sourceType: textOf(row, 'source_type') ?? '',
          source: textOf(row, 'source') ?? '',
          schema: textOf(row, 'schema'),
          profile: textOf(row, 'profile'),
        },
        tags.map(([key, value]) => ({ key, value: String(value) })),
      );
    }),
  );
}

/** The files name the model alone reliably; which run it is tells the folder. */
function toLink(direction: RunModel['direction'], { name, meta }: { name: string; meta: Meta }): RunModel {
  const step = direction === 'output' ? (wholeOf(meta.row, 'step') ?? 0n) : null;
  return { direction, model: textOf(meta.row, 'destination_id') ?? name, name: '', step, linkedMs: null };
}

export async function readRun(layout: Layout, found: Found): Promise<RunItem> {
  const { folder } = layout;
  const { row } = await readMeta(folder, layout.factsOf('run', found));
  checkId(row, ['run_id', 'run_uuid'], found);
  const inputs = await readMetas(folder, `${found.path}/inputs`);
  const outputs = await readMetas(folder, `${found.path}/outputs`);
  const usedModels = inputs.filter(({ meta }) => meta.row['destination_type'] === 'MODEL_INPUT');
  return toRunItem({
    id: found.id,
    project: experimentOf(found),
    name: textOf(row, 'run_name') ?? textOf(row, 'name'),
    status: runStatuses[nameOf(row, 'status')] ?? nameOf(row, 'status'),
    startedMs: wholeOf(row, 'start_time'),
    // the original takes an end at 0 for none
    endedMs: wholeOf(row, 'end_time') || null,
    isDeleted: row['lifecycle_stage'] === 'deleted',
    archivedMs: wholeOf(row, 'deleted_time'),
    authorId: textOf(row, 'user_id'),
    artifactRoot: textOf(row, 'artifact_uri'),
    params: await readEntries(folder, `${found.path}/params`),
    tags: withFormerColumns(await readEntries(folder, `${found.path}/tags`), {
      sourceName: textOf(row, 'source_name'),
      sourceType: sourceTypes[textOf(row, 'source_type') ?? ''] ?? null,
      sourceVersion: textOf(row, 'source_version'),
      entryPointName: textOf(row, 'entry_point_name'),
    }),
    datasets: await readDatasets(layout, found, inputs),
    models: [...usedModels.map((link) => toLink('input', link)), ...outputs.map((link) => toLink('output', link))],
  });
}

async function readModelMetrics({ folder }: Layout, path: string): Promise<ModelMetricItem[]> {
  const metrics: ModelMetricItem[] = [];
  const refuse = (refused: string) => {
    throw new BridgeError('invalid', `${show(refused)} is no file, or a link to a folder or out of its root.`);
  };
  for await (const file of folder.walk(path, refuse)) {
    for await (const lines of readLines(await folder.read(file.path))) {
      for (const line of lines) {
        const { run = '', datasetName = null, datasetDigest = null, ...point } = toPoint(line, true);
        metrics.push({ run, key: file.path.slice(path.length + 1), ...point, datasetName, datasetDigest });
      }
    }
  }
  return metrics;
}

export async function readModel(layout: Layout, found: Found): Promise<ModelItem> {
  const { folder } = layout;
  const { row } = await readMeta(folder, layout.factsOf('model', found));
  checkId(row, ['model_id'], found);
  return toModelItem({
    id: found.id,
    project: experimentOf(found),
    name: textOf(row, 'name') ?? '',
    type: textOf(row, 'model_type') || null,
    run: textOf(row, 'source_run_id') || null,
    status: modelStatusOfNumber[nameOf(row, 'status')] ?? 'unknown',
    statusMessage: textOf(row, 'status_message'),
    isDeleted: row['lifecycle_stage'] === 'deleted',
    createdMs: wholeOf(row, 'creation_timestamp'),
    changedMs: wholeOf(row, 'last_updated_timestamp'),
    artifactRoot: textOf(row, 'artifact_location'),
    params: await readEntries(folder, `${found.path}/params`),
    tags: await readEntries(folder, `${found.path}/tags`),
    metrics: await readModelMetrics(layout, `${found.path}/metrics`),
  });
}

export async function readRegisteredModel(layout: Layout, found: Found): Promise<RegisteredModelItem> {
  const { folder } = layout;
  const { row } = await readMeta(folder, `${found.path}/meta.yaml`);
  checkId(row, ['name'], found);
  const aliases = await readEntries(folder, `${found.path}/aliases`);
  const numbers = (await layout.versions(found)).map(({ id }) => BigInt(artifactName(id)));
  return toRegisteredModelItem({
    workspace: null,
    name: found.id,
    description: textOf(row, 'description'),
    tags: await readEntries(folder, `${found.path}/tags`),
    aliases: aliases.map(({ key, value }) => ({ alias: key, version: BigInt(value.trim()) })),
    lastVersion: numbers.reduce((last, number) => (number > last ? number : last), 0n),
    createdMs: wholeOf(row, 'creation_timestamp'),
    changedMs: wholeOf(row, 'last_updated_timestamp'),
  });
}

/** What a version that was deleted has for its stage. */
const DELETED = 'Deleted_Internal';

/** @returns undefined for one that was deleted */
export async function readVersion({ folder }: Layout, found: Found): Promise<VersionItem | undefined> {
  const { row } = await readMeta(folder, `${found.path}/meta.yaml`);
  if (row['current_stage'] === DELETED) return undefined;
  return toVersionItem({
    workspace: null,
    name: nameOf(row, 'name'),
    version: numberOf(row, 'version'),
    run: textOf(row, 'run_id') || null,
    runLink: textOf(row, 'run_link') || null,
    source: textOf(row, 'source'),
    storageLocation: textOf(row, 'storage_location'),
    stage: textOf(row, 'current_stage'),
    status: textOf(row, 'status'),
    statusMessage: textOf(row, 'status_message') || null,
    description: textOf(row, 'description'),
    tags: await readEntries(folder, `${found.path}/tags`),
    user: textOf(row, 'user_id'),
    createdMs: wholeOf(row, 'creation_timestamp'),
    changedMs: wholeOf(row, 'last_updated_timestamp'),
  });
}
