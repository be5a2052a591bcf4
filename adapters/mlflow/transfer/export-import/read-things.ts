import type { FolderReader } from '../../../../src/artifacts/folder-reader.ts';
import { type ExactJson, parseExact } from '../../../../src/bridge/exact-json.ts';
import type { EntryItem, ProjectItem, RegisteredModelItem, VersionItem } from '../../../../src/bridge/item.ts';
import { BridgeError, show } from '../../../../src/model/errors.ts';
import { toProjectItem } from '../items/project.ts';
import { idInWorkspace, toRegisteredModelItem, toVersionItem, toWorkspace } from '../items/registry.ts';
import { type Fields, fieldsOf, listOf, numberOf, textOf, textsOf } from './fields.ts';

/** Largest index file: it lists runs and versions, and holds none. */
const MAX_INDEX = 256 * 2 ** 20;

/** A file of an export: what it says of things, and of the export itself. */
interface ExportFile {
  mlflow: Fields;
  info: Fields;
}

async function readFile(folder: FolderReader, path: string): Promise<ExportFile> {
  const text = await folder.readText(path, MAX_INDEX);
  if (text === undefined) throw new BridgeError('not_found', `The file ${show(path)} is not there.`);
  const file = fieldsOf(parseExact(text));
  if (file['mlflow'] === undefined) {
    throw new BridgeError('invalid', `The file ${show(path)} has no field mlflow: mlflow-export-import 1.2.0 did not write it.`);
  }
  return { mlflow: fieldsOf(file['mlflow']), info: fieldsOf(file['info'] ?? {}) };
}

const inFolder = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`);

/** Tags as a JSON object, or as a list of keys and values. */
function tagsOf(value: ExactJson | undefined): EntryItem[] {
  if (Array.isArray(value)) {
    return value.map(fieldsOf).map((tag) => ({ key: textOf(tag, 'key') ?? '', value: textOf(tag, 'value') ?? '' }));
  }
  return Object.entries(textsOf(value ?? {})).map(([key, text]) => ({ key, value: text }));
}

/** An experiment, and what the export says of its runs. */
export interface ExportedExperiment {
  item: ProjectItem;
  /** Runs that should have been exported with it. */
  runs: string[];
  failed: string[];
}

function idsOf(value: ExactJson | undefined): string[] {
  return (Array.isArray(value) ? value : []).map((id) => (typeof id === 'string' ? id : (textOf(fieldsOf(id), 'run_id') ?? '')));
}

/** @throws invalid, not_found, SyntaxError */
export async function readExperiment(folder: FolderReader, path: string): Promise<ExportedExperiment> {
  const { mlflow, info } = await readFile(folder, inFolder(path, 'experiment.json'));
  const experiment = fieldsOf(mlflow['experiment'] ?? null);
  const id = textOf(experiment, 'experiment_id');
  if (!id) throw new BridgeError('invalid', `The experiment in ${show(path)} has no experiment_id.`, { field: 'experiment_id' });
  return {
    item: toProjectItem({
      id,
      workspace: toWorkspace(textOf(experiment, 'workspace') ?? 'default'),
      name: textOf(experiment, 'name') ?? '',
      artifactRoot: textOf(experiment, 'artifact_location'),
      isDeleted: textOf(experiment, 'lifecycle_stage') === 'deleted',
      createdMs: numberOf(experiment, 'creation_time'),
      changedMs: numberOf(experiment, 'last_update_time'),
      tags: tagsOf(experiment['tags']),
    }),
    runs: idsOf(mlflow['runs']),
    failed: idsOf(info['failed_runs']),
  };
}

/** An experiment of which nothing was exported but runs. */
export function unknownExperiment(id: string): ProjectItem {
  const name = `experiment ${id}`;
  return toProjectItem({
    id,
    workspace: null,
    name,
    artifactRoot: null,
    isDeleted: false,
    createdMs: null,
    changedMs: null,
    tags: [],
  });
}

/** A registered model with its versions. */
export interface ExportedModel {
  item: RegisteredModelItem;
  versions: VersionItem[];
  /** Versions that could not be exported, or are broken here, with why. */
  failed: { id: string; reason: string }[];
}

/** @throws invalid, not_found, SyntaxError */
export async function readModel(folder: FolderReader, path: string): Promise<ExportedModel> {
  const { mlflow, info } = await readFile(folder, inFolder(path, 'model.json'));
  const model = fieldsOf(mlflow['registered_model'] ?? null);
  const name = textOf(model, 'name');
  if (!name) throw new BridgeError('invalid', `The registered model in ${show(path)} has no name.`, { field: 'name' });
  const given = listOf(model, 'versions');
  const workspace = toWorkspace(textOf(model, 'workspace') ?? textOf(given[0] ?? {}, 'workspace') ?? 'default');
  const failed = listOf(info, 'failed_versions').map((version) => ({
    id: `${idInWorkspace(workspace, name)}/${textOf(version, 'version')}`,
    reason: `It could not be exported: ${textOf(version, 'error') ?? 'no reason is given'}`,
  }));
  const versions = given.flatMap((version) => {
    try {
      return [toVersion(version, workspace, name)];
    } catch (error) {
      failed.push({ id: `${name}/${textOf(version, 'version')}`, reason: (error as Error).message });
      return [];
    }
  });
  const item = toRegisteredModelItem({
    workspace,
    name,
    description: textOf(model, 'description'),
    tags: tagsOf(model['tags']),
    aliases: listOf(model, 'aliases').map((alias) => ({
      alias: textOf(alias, 'alias') ?? '',
      version: numberOf(alias, 'version') ?? 0n,
    })),
    lastVersion: null,
    createdMs: numberOf(model, 'creation_timestamp'),
    changedMs: numberOf(model, 'last_updated_timestamp'),
  });
  return { item, versions, failed };
}

function toVersion(version: Fields, workspace: string | null, name: string): VersionItem {
  const number = numberOf(version, 'version');
  if (number === null) throw new BridgeError('invalid', 'It has no version.', { field: 'version' });
  return toVersionItem({
    workspace,
    name,
    version: number,
    run: textOf(version, 'run_id') || null,
    runLink: textOf(version, 'run_link') || null,
    source: textOf(version, 'source'),
    storageLocation: null,
    stage: textOf(version, 'current_stage'),
    status: textOf(version, 'status'),
    statusMessage: textOf(version, 'status_message') || null,
    description: textOf(version, 'description'),
    tags: tagsOf(version['tags']),
    user: textOf(version, 'user_id') || null,
    createdMs: numberOf(version, 'creation_timestamp'),
    changedMs: numberOf(version, 'last_updated_timestamp'),
  });
}
