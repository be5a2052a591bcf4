import type { Context } from '../context.ts';
import {
  type Address,
  fullyDecoded,
  hostSchemes,
  isWithin,
  pathParts,
  readAddress,
  refusedAddress,
  type SourceRules,
} from '../model/address.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import type { Model } from '../model/logged-model.ts';
import type { ModelVersion, VersionDraft } from '../model/registry.ts';
import { noRegisteredModel, noVersion, toStage } from '../model/registry.ts';
import type { Run } from '../model/run.ts';
import { findVersion } from '../store/model-versions.ts';
import { findModel as findAnyModel } from '../store/models.ts';
import { findRegisteredModel } from '../store/registered-models.ts';
import { findRun } from '../store/runs.ts';
import { getAliasedVersion, getNewestVersion } from './version-lookup.ts';

/** Where a new version comes from, checked. */
export interface VersionOrigin {
  /** As it is stored. */
  source: string;
  /** Where its files are, as clients are told. */
  storageLocation: string;
  /** Where its files are, with what names a run resolved. */
  artifactRoot: string;
  /** Empty when no run is known. */
  runId: string;
  /** The model that was registered; null when none was logged for it. */
  model: Model | null;
}

type Claim = Pick<VersionDraft, 'source' | 'runId' | 'modelId'>;

const FIELD = 'source';
/** What stands where prompts have no files. */
const promptSources: readonly string[] = ['dummy-source', 'prompt-template'];

/** @throws invalid for anything but the words that stand for "no files" */
export function checkPromptSource({ sources }: Context, source: string): void {
  if (promptSources.includes(source)) return checkPattern(sources, source);
  throw refusedAddress(source, FIELD, `is none of ${promptSources.join(', ')}, which a prompt has instead of files`);
}

/** A pattern is trusted to be quick on texts as short as addresses are. @throws invalid */
function checkPattern({ pattern }: SourceRules, source: string): void {
  if (!pattern || pattern.test(source)) return;
  throw refusedAddress(source, FIELD, 'does not match the pattern that the operator of this server gave for sources');
}

/**
 * Checks where a version is registered from. Nothing is read from there; an address that could make this server, or a client
 * that trusts it, read what does not belong to the run or model that is named, is refused.
 * @throws invalid; not_found for another version or a model that the address names
 * @see MLflow 3.17.2, source checks of its model registry
 */
export async function resolveSource(context: Context, claim: Claim): Promise<VersionOrigin> {
  const address = readAddress(claim.source, FIELD);
  checkPattern(context.sources, claim.source);
  if (hostSchemes.has(address.scheme) && !context.sources.hostSchemes.has(address.scheme)) {
    throw refusedAddress(
      claim.source,
      FIELD,
      `names a host by the scheme ${address.scheme}, which this server does not reach out to`,
    );
  }
  if (address.scheme === 'models') return resolveModelAddress(context, claim, address);
  const run = claim.runId ? await findRun(context.db, context.workspaceId, claim.runId) : undefined;
  const model = claim.modelId ? await findGivenModel(context, claim.modelId) : null;
  const artifactRoot = await checkPlace(address, claim, run, model, context);
  return {
    source: claim.source,
    storageLocation: claim.source,
    artifactRoot,
    runId: claim.runId || model?.sourceRun || '',
    model,
  };
}

/** @returns where the files are @throws invalid */
async function checkPlace(
  address: Address,
  { source, runId, modelId }: Claim,
  run: Run | undefined,
  model: Model | null,
  context: Context,
): Promise<string> {
  const owner = modelId ? 'model_id' : 'run_id';
  const refuse = () => refusedAddress(source, FIELD, `must belong to what the field ${owner} names`);
  const root = modelId ? model?.artifactRoot : run?.artifactRoot;
  const isLocal = address.scheme === '' || address.scheme === 'file';
  if (!isLocal) checkPath(source, address);
  switch (address.scheme) {
    case '':
    case 'file':
    case 'mlflow-artifacts':
      if (root === undefined || !isWithin(asLocal(address), asLocal(rootAddress(root))) || hasWayUp(address)) throw refuse();
      return source;
    case 'runs': {
      const [id, ...path] = pathParts(address.path);
      if (address.authority !== '' || modelId || !runId || id !== runId) throw refuse();
      const named = run ?? (await findRun(context.db, context.workspaceId, runId));
      return named ? [named.artifactRoot, ...path].join('/') : source;
    }
    default:
      return source;
  }
}

/** Roots are written by this server or were checked when they were given. */
function rootAddress(root: string): Address {
  const [, scheme = '', authority = '', path = ''] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/]*))?(.*)$/s.exec(root) ?? [];
  return { scheme: scheme.toLowerCase(), authority, path };
}

/** A plain path and its file address are the same place. */
function asLocal(address: Address): Address {
  return address.scheme === 'file' ? { ...address, scheme: '' } : address;
}

function hasWayUp({ path }: Address): boolean {
  return fullyDecoded(path).split(/[/\\]/).includes('..');
}

/** @throws invalid for a path that is relative or could be read as another */
function checkPath(source: string, { authority, path }: Address): void {
  const decoded = fullyDecoded(path);
  const parts = decoded.split('/').filter((part) => part !== '');
  const isPlain = decoded.startsWith('/') && parts.length > 0 && !parts.includes('.');
  if (!isPlain || fullyDecoded(`${authority}/${decoded}`).split(/[/\\]/).includes('..') || decoded.includes('\0')) {
    throw refusedAddress(source, FIELD, "must have an absolute path without '.' and '..' in it");
  }
}

/** A model by the id a client gave. @throws not_found when there is none */
async function findGivenModel(context: Context, modelId: string): Promise<Model> {
  const model = /^m-[0-9a-f]{32}$/.test(modelId) ? await findAnyModel(context.db, context.workspaceId, modelId) : undefined;
  if (model && !model.archived) return model;
  throw notFound('logged model', modelId);
}

/** `models:/m-<id>`, or another version: `models:/<name>/<version, stage or latest>`, `models:/<name>@<alias>`. */
async function resolveModelAddress(context: Context, claim: Claim, address: Address): Promise<VersionOrigin> {
  const { source, runId, modelId } = claim;
  if (address.authority !== '') throw refusedAddress(source, FIELD, 'names a host, where no models are looked for');
  checkPath(source, address);
  const parts = address.path.replace(/^\/+/, '').split('/');
  const [first = '', second] = parts;
  if (parts.length > 2 || first.trim() === '' || second?.trim() === '') {
    throw refusedAddress(source, FIELD, 'is neither models:/<model id>, models:/<name>/<version> nor models:/<name>@<alias>');
  }
  const at = first.lastIndexOf('@');
  if (second === undefined && at === -1) {
    if (!modelId || first !== modelId) throw refusedAddress(source, FIELD, 'must name the model that the field model_id names');
    const model = await findGivenModel(context, modelId);
    const { artifactRoot } = model;
    return { source, storageLocation: artifactRoot, artifactRoot, runId: runId || model.sourceRun || '', model };
  }
  const found =
    second === undefined
      ? await copied(context, source, first.slice(0, at), (name) => getAliasedVersion(context, name, first.slice(at + 1)))
      : await copied(context, source, first, (name) => versionOfSuffix(context, name, second));
  if ((runId !== undefined && runId !== (found.runId ?? '')) || modelId) {
    throw refusedAddress(source, FIELD, 'has another run_id or model_id than those given');
  }
  const storageLocation = found.storageLocation ?? found.source ?? source;
  const model = found.modelId === null ? null : ((await findAnyModel(context.db, context.workspaceId, found.modelId)) ?? null);
  return {
    source: `models:/${found.name}/${found.version}`,
    storageLocation,
    artifactRoot: model?.artifactRoot ?? storageLocation,
    runId: found.runId ?? '',
    model,
  };
}

/** A version that is to be registered again. @throws not_found, invalid for a prompt, forbidden for one that may not be read */
async function copied(
  context: Context,
  source: string,
  name: string,
  find: (name: string) => Promise<ModelVersion>,
): Promise<ModelVersion> {
  const model = await findRegisteredModel(context.db, context.workspaceId, name);
  if (!model) throw noRegisteredModel(name);
  await context.guard.demand([{ kind: 'registered_model', ids: [name], need: 'read' }], context.db);
  if (model.model.isPrompt) throw refusedAddress(source, FIELD, 'names a prompt, which has no files');
  return find(name);
}

/** What stands behind the name of a registered model: a number, `latest` or a stage, in any case of letters. */
async function versionOfSuffix(context: Context, name: string, suffix: string): Promise<ModelVersion> {
  if (/^\d+$/.test(suffix)) {
    const version = await findVersion(context.db, context.workspaceId, name, Number(suffix));
    if (!version) throw noVersion(name, suffix);
    return version;
  }
  if (suffix.toLowerCase() === 'latest') return getNewestVersion(context, name);
  const stage = toStage(suffix);
  const whole = await findRegisteredModel(context.db, context.workspaceId, name);
  const version = whole?.latest.find((one) => one.stage === stage);
  if (version) return version;
  throw new BridgeError('not_found', `The registered model ${show(name)} has no version in the stage ${stage}.`, {
    resource: `registered model ${name}`,
  });
}
