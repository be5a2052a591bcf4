import { BridgeError, invalid, notFound, show } from './errors.ts';
import type { Entry } from './run.ts';

/** Where a version stands on its way into use, in the order in which they are gone through. */
export const stages = ['None', 'Staging', 'Production', 'Archived'] as const;
export type Stage = (typeof stages)[number];

/** How far a version is. */
export type VersionStatus = 'pending' | 'failed' | 'ready';

/** A name under which versions of a model, or of a prompt, are kept. */
export interface RegisteredModel {
  /** Number of it inside the database. */
  registeredModelId: number;
  name: string;
  description: string | null;
  /** Holds texts for language models instead of models; no other tool has a word for it. */
  isPrompt: boolean;
  createdAt: Date;
  changedAt: Date;
}

/** A second name of a version, unique among those of its registered model. */
export interface Alias {
  alias: string;
  version: number;
}

/** One version of a registered model. */
export interface ModelVersion {
  registeredModelId: number;
  /** Name of its registered model. */
  name: string;
  /** From 1; never given twice. */
  version: number;
  /** Id of the run that made it, which need not be here; empty when none is known. */
  runId: string | null;
  runLink: string | null;
  /** Where it was registered from, as the client said it. */
  source: string | null;
  /** Where its files are. */
  storageLocation: string | null;
  stage: Stage;
  status: VersionStatus;
  statusMessage: string | null;
  description: string | null;
  /** 32 lower hex of the model it is a version of; null for a prompt. */
  modelId: string | null;
  createdAt: Date;
  changedAt: Date;
  tags: Entry[];
  aliases: string[];
}

/** What a model is registered as. */
export type RegisteredAs = Pick<ModelVersion, 'name' | 'version' | 'stage' | 'aliases'>;

/** A registered model with what was said about it and the newest version of every stage. */
export interface WholeRegisteredModel {
  model: RegisteredModel;
  tags: Entry[];
  aliases: Alias[];
  latest: ModelVersion[];
}

/** What a new registered model is made from. */
export interface RegisteredModelDraft {
  name: string;
  description: string | null;
  tags: readonly Entry[];
}

/** What a new version is made from. */
export interface VersionDraft {
  name: string;
  source: string;
  /** Empty: none, and that was said; undefined: nothing was said. The same for `modelId`. */
  runId: string | undefined;
  modelId: string | undefined;
  runLink: string;
  description: string;
  tags: readonly Entry[];
}

/** Tag that makes a registered model, and its versions, a prompt. */
export const PROMPT_TAG = 'mlflow.prompt.is_prompt';
/** Tag of a prompt's version that holds its text. */
export const PROMPT_TEXT_TAG = 'mlflow.prompt.text';
/** Tag of a model that lists the versions it was registered as. */
export const VERSIONS_TAG = 'mlflow.modelVersions';

/** Whether tags say that something is a prompt; the last one of a key counts. */
export function saysPrompt(tags: readonly Entry[]): boolean {
  return tags.findLast(({ key }) => key === PROMPT_TAG)?.value.toLowerCase() === 'true';
}

/** The alias that every registered model has without it being set: its newest version. In any case of letters. */
export function isLatestAlias(alias: string): boolean {
  return alias.toLowerCase() === 'latest';
}

/** A stage in any case of letters. @throws invalid */
export function toStage(text: string): Stage {
  const stage = stages.find((one) => one.toLowerCase() === text.toLowerCase());
  if (stage) return stage;
  throw invalid('stage', `The stage ${show(text)} is none of ${stages.join(', ')}.`);
}

/** Longest name of a registered model, in characters. */
export const MAX_REGISTERED_NAME = 256;

/** Why a name can be none of a registered model; undefined when it can. @see MLflow 3.17.2, its validation module */
export function faultOfRegisteredName(name: string): string | undefined {
  if (name.trim() === '') return 'is empty';
  if (/[/:]/.test(name)) return "must not hold '/' or ':'";
  return name === '.' || name.startsWith('..') ? 'reads as a path' : undefined;
}

/** A name that a registered model can have, as near to another as can be. */
export function legalRegisteredName(name: string): string {
  const legal = name.replace(/[/:]/g, '-').replace(/^\.+/, '_');
  // leaves room for a number behind it
  const cut = [...legal.slice(0, 2 * MAX_REGISTERED_NAME)].slice(0, MAX_REGISTERED_NAME - 16).join('');
  return cut.trim() === '' ? 'model' : cut;
}

export function noRegisteredModel(name: string): BridgeError {
  return new BridgeError('not_found', `No registered model named ${show(name)} exists.`, {
    resource: `registered model ${name}`,
  });
}

export function noVersion(name: string, version: number | string): BridgeError {
  return notFound(`version of the registered model ${show(name)}`, String(version));
}

/**
 * The text of the tag that lists a model's versions, with one more; a text that is no list is replaced.
 * @see MLflow 3.17.2, tag mlflow.modelVersions of logged models, spelled as Python writes JSON
 */
export function listVersion(text: string | undefined, { name, version }: { name: string; version: number }): string {
  const listed = listedVersions(text);
  const isThere = listed.some((item) => item?.name === name && item.version === version);
  // a line break is never part of a JSON text, so each stands between two items
  return JSON.stringify(isThere ? listed : [...listed, { name, version }], null, 1)
    .replace(/([[{])\n\s*|\n\s*([\]}])/g, '$1$2')
    .replace(/\n\s*/g, ' ')
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Clients write to the list, too, some of them the number as a text: their items stay as they are. */
function listedVersions(text = '[]'): ({ name?: unknown; version?: unknown } | null)[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}
