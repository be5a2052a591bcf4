import type { RegisteredModelItem, VersionItem } from '../../../../src/bridge/item.ts';
import { BridgeError, show } from '../../../../src/model/errors.ts';
import { saysPrompt } from '../../../../src/model/registry.ts';
import {
  idInWorkspace,
  type RegisteredModelFacts,
  toRegisteredModelItem,
  toVersionItem,
  toWorkspace,
  type VersionFacts,
} from '../items/registry.ts';
import type { KindWriter, NewRow, Owned } from './kind-writer.ts';
import { fitText } from './schema.ts';
import { nameIn, type Targets, workspaceColumn } from './targets.ts';
import { fitEntries } from './write-projects.ts';

const PROMPT_TAG = 'mlflow.prompt.is_prompt';
/** The stage of a version that was deleted: its number is not given again. */
const DELETED = 'Deleted_Internal';
/** Largest number of a version. */
const MAX_VERSION = 2n ** 31n - 1n;

const statusWords: Readonly<Record<VersionItem['status'], string>> = {
  ready: 'READY',
  pending: 'PENDING_REGISTRATION',
  failed: 'FAILED_REGISTRATION',
};

/** The workspace and name in the id of a registered model; names of models have no slash. */
function splitId(id: string): [workspace: string, name: string] {
  const slash = id.indexOf('/');
  return slash < 0 ? [workspaceColumn(null), id] : [id.slice(0, slash), id.slice(slash + 1)];
}

function splitVersionId(id: string): [workspace: string, name: string, version: bigint] {
  const slash = id.lastIndexOf('/');
  return [...splitId(id.slice(0, slash)), BigInt(id.slice(slash + 1))];
}

function checkVersion(version: bigint): bigint {
  if (version > 0n && version <= MAX_VERSION) return version;
  throw new BridgeError('invalid', `The version ${version} is no number from 1 to ${MAX_VERSION}.`, { field: 'version' });
}

/** What MLflow will say of a registered model. */
function modelFacts(item: RegisteredModelItem): RegisteredModelFacts {
  const isSaid = !item.isPrompt || saysPrompt(item.tags);
  return {
    workspace: item.workspace ?? null,
    name: nameIn(item.workspace, item.name),
    description: item.description ? fitText('registered_models', 'description', item.description) : null,
    tags: fitEntries('registered_model_tags', isSaid ? item.tags : [...item.tags, { key: PROMPT_TAG, value: 'true' }]),
    aliases: item.aliases,
    lastVersion: item.lastVersion,
    createdMs: item.createdMs,
    changedMs: item.changedMs,
  };
}

const modelOwned = (...tables: readonly string[]): Owned[] =>
  tables.map((table) => ({ table, columns: ['workspace', 'name'], of: splitId }));

const versionOwned = (...tables: readonly string[]): Owned[] =>
  tables.map((table) => ({ table, columns: ['workspace', 'name', 'version'], of: splitVersionId }));

/** A version that was deleted before: it keeps the last number from being given again, until a version takes its place. */
function usedUpVersion(owner: NewRow, version: bigint | null): NewRow[] {
  if (version === null || version === 0n) return [];
  return [{ ...owner, version: checkVersion(version), current_stage: DELETED, status: 'READY' }];
}

export const registeredModels: KindWriter<'registered_model'> = {
  kind: 'registered_model',
  targetId: (item) => idInWorkspace(item.workspace ?? null, nameIn(item.workspace, item.name)),
  rows(item) {
    const facts = modelFacts(item);
    if (facts.name.length > 256) throw new BridgeError('invalid', `The name ${show(facts.name)} has more than 256 characters.`);
    const owner = { workspace: workspaceColumn(facts.workspace), name: facts.name };
    return {
      registered_models: [
        {
          ...owner,
          creation_time: facts.createdMs,
          last_updated_time: facts.changedMs,
          description: facts.description ?? '',
        },
      ],
      registered_model_tags: facts.tags.map(({ key, value }) => ({ ...owner, key, value })),
      registered_model_aliases: facts.aliases.map(({ alias, version }) => ({ ...owner, alias, version: checkVersion(version) })),
      used_up_versions: usedUpVersion(owner, facts.lastVersion),
    };
  },
  expected: (item) => toRegisteredModelItem(modelFacts(item)),
  parts: modelOwned('registered_model_tags', 'registered_model_aliases'),
  rest: modelOwned('model_version_tags', 'model_versions', 'registered_models'),
};

/** What MLflow will say of a version. */
function versionFacts(item: VersionItem, targets: Targets): VersionFacts {
  const [workspace, name] = splitId(targets.idOf('registered_model', item.registeredModel));
  const run = targets.referTo('run', item.run || null);
  return {
    workspace: toWorkspace(workspace),
    name,
    version: checkVersion(item.version),
    run,
    runLink: item.runLink ? fitText('model_versions', 'run_link', item.runLink) : null,
    source: item.source === null ? null : fitText('model_versions', 'source', item.source),
    storageLocation: placeOf(item, run, targets),
    stage: item.stage,
    status: statusWords[item.status],
    statusMessage: item.statusMessage ? fitText('model_versions', 'status_message', item.statusMessage) : null,
    description: item.description === null ? null : fitText('model_versions', 'description', item.description),
    tags: fitEntries('model_version_tags', item.tags),
    // ids of our own record's users say nothing to MLflow
    user: item.user === null || /^[0-9a-f]{32}$/.test(item.user) ? null : fitText('model_versions', 'user_id', item.user),
    createdMs: item.createdMs,
    changedMs: item.changedMs,
  };
}

/** Where the files of a version lie: with its model or its run where they were moved, else where they were. */
function placeOf({ source, storageLocation, model }: VersionItem, run: string | null, targets: Targets): string | null {
  const former = storageLocation ?? source;
  if (!targets.movesFiles || former === null) return storageLocation;
  // an address of a server's own files holds wherever its number of the experiment does
  const experiment = /^mlflow-artifacts:\/(\d{1,19})\//.exec(former)?.[1];
  if (experiment !== undefined && targets.isOwnNumber(BigInt(experiment))) return former;
  if (model !== null && /(?:^models:|\/models)\/m-[0-9a-f]{32}/.test(former)) return `models:/${targets.idOf('model', model)}`;
  const below = /\/[0-9a-f]{32}\/artifacts\/(.+)$/.exec(former)?.[1];
  return run !== null && below !== undefined ? `runs:/${run}/${below}` : storageLocation;
}

export const versions: KindWriter<'version'> = {
  kind: 'version',
  targetId: (item, targets) => `${targets.idOf('registered_model', item.registeredModel)}/${item.version}`,
  rows(item, targets) {
    const facts = versionFacts(item, targets);
    const owner = { workspace: workspaceColumn(facts.workspace), name: facts.name, version: facts.version };
    return {
      model_versions: [
        {
          ...owner,
          creation_time: facts.createdMs,
          last_updated_time: facts.changedMs,
          description: facts.description,
          user_id: facts.user,
          current_stage: facts.stage,
          source: facts.source,
          run_id: facts.run ?? '',
          status: facts.status,
          status_message: facts.statusMessage,
          run_link: facts.runLink ?? '',
          storage_location: facts.storageLocation,
        },
      ],
      model_version_tags: facts.tags.map(({ key, value }) => ({ ...owner, key, value })),
    };
  },
  expected: (item, targets) => toVersionItem(versionFacts(item, targets)),
  parts: versionOwned('model_version_tags'),
  rest: versionOwned('model_versions'),
};
