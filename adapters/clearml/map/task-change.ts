import type { components } from '../../../openapi/generated/clearml.ts';
import { PROPERTIES_SECTION, paramNaming } from '../../../src/model/names.ts';
import {
  type ParamWish,
  planParams,
  planTags,
  type RunChange,
  type RunFields,
  type TagItem,
} from '../../../src/model/run-change.ts';
import type {
  ArtifactItem,
  DocumentItem,
  RunDocumentKind,
  RunModelItem,
  RunPart,
  RunParts,
} from '../../../src/model/run-record.ts';
import { storedUrlOfRunFile } from '../../../src/model/stored-file.ts';
import { toStoredUrl } from './file-url.ts';
import { legacyConfiguration, legacyParams } from './legacy-execution.ts';
import { withoutNulls } from './nulls.ts';

type Wire = components['schemas'];

/** Everything a client may say of a task in one request. A field left out stays. */
export interface TaskFields {
  name?: string;
  tags?: readonly string[];
  system_tags?: readonly string[];
  type?: string;
  comment?: string;
  parent?: string;
  output_dest?: string;
  output?: Record<string, unknown>;
  execution?: Wire['Execution'];
  script?: Wire['Script'];
  hyperparams?: Record<string, Wire['SectionParams']>;
  configuration?: Record<string, Wire['ConfigurationItem']>;
  models?: Wire['TaskModels'];
  container?: Record<string, unknown>;
  runtime?: Record<string, unknown>;
}

/** What a task has already, as far as the fields of a request touch it. */
export interface TaskState {
  /** Empty for a task that is being made. */
  id: string;
  parts: RunParts;
  tags: readonly TagItem[];
}

/** A task that has nothing yet. */
export const emptyTask: TaskState = { id: '', parts: {}, tags: [] };

/** Parts of a run that must be read before some fields can be changed. */
export function partsTouched(fields: TaskFields): RunPart[] {
  const parts: RunPart[] = [];
  if (fields.hyperparams || fields.execution?.parameters) parts.push('params');
  if (fields.configuration || fields.execution?.model_desc) parts.push('configuration');
  if (fields.execution?.artifacts) parts.push('artifacts');
  if (fields.models) parts.push('models');
  if (fields.script || fields.execution || fields.output || fields.output_dest !== undefined) parts.push('documents');
  return parts;
}

/** Whether the fields touch labels or properties. */
export function touchesTags(fields: TaskFields): boolean {
  return fields.tags !== undefined || fields.hyperparams !== undefined;
}

/** Keys a change by these fields may write. */
export function keysTouched(fields: TaskFields): string[] {
  const { params, properties } = paramsOf(fields.hyperparams ?? {});
  return [...(fields.tags ?? []), ...params.map(paramNaming.keyOf), ...properties.map((wish) => wish.second)];
}

/**
 * What a request changes. Lists and maps replace what is there whole; `execution`, `script` and `output` are merged with it,
 * one level deep.
 * @see ClearML server 2.3.0, tasks.create and tasks.edit
 */
export function toRunChange(fields: TaskFields, { id, parts, tags }: TaskState, baseUrl: string): RunChange {
  const change: RunChange = { set: toFields(fields) };
  const documents: Partial<Record<RunDocumentKind, string | null>> = {};
  const old = (kind: RunDocumentKind) => readDocument(parts.documents?.[kind]);
  if (fields.script) {
    const { columns, rest } = splitScript(mergeDefined(old('script'), fields.script));
    change.set = { ...change.set, ...columns };
    documents.script = JSON.stringify(rest);
  }
  if (fields.execution) {
    const { artifacts, queue, ...rest } = fields.execution;
    documents.execution = JSON.stringify(mergeDefined(old('execution'), rest));
    if (queue !== undefined) change.set = { ...change.set, queueId: queue === '' ? null : queue };
    if (artifacts) change.artifacts = replaceArtifacts(parts.artifacts ?? [], keptArtifacts(artifacts, id, baseUrl));
  }
  if (fields.output || fields.output_dest !== undefined) {
    const destination = fields.output_dest ?? fields.output?.['destination'];
    const shown = typeof destination === 'string' ? { destination: toStoredUrl(destination, baseUrl) } : {};
    documents.output = JSON.stringify({ ...mergeDefined(old('output'), fields.output ?? {}), ...shown });
  }
  if (fields.container) documents.container = JSON.stringify(fields.container);
  if (fields.runtime) documents.runtime = JSON.stringify(fields.runtime);
  if (Object.keys(documents).length > 0) change.documents = documents;
  const { params, properties } = paramsOf(fields.hyperparams ?? {});
  const legacy = legacyParams(fields.execution?.parameters);
  if (fields.hyperparams) change.params = planParams(parts.params ?? [], [...legacy, ...params], 'all');
  else if (fields.execution?.parameters && legacy.length > 0) change.params = planParams(parts.params ?? [], legacy, 'none');
  if (touchesTags(fields)) {
    change.tags = planTags(tags, {
      labels: fields.tags,
      properties: fields.hyperparams && properties,
      replaced: fields.hyperparams !== undefined,
    });
  }
  const configuration = legacyConfiguration(fields.execution?.model_desc);
  if (fields.configuration) {
    change.configuration = replaceConfiguration(parts.configuration ?? [], [
      ...configuration,
      ...configurationOf(fields.configuration),
    ]);
  } else if (configuration.length > 0) change.configuration = { remove: [], write: configuration };
  if (fields.models) change.models = replaceModels(parts.models ?? [], fields.models);
  return change;
}

function toFields({ name, type, comment, parent, system_tags }: TaskFields): RunFields {
  return {
    name: name?.trim(),
    type,
    note: comment,
    parent: parent === '' ? null : parent,
    ...(system_tags && systemTagFields(system_tags)),
  };
}

/** Marks as the record keeps them: being archived is a fact of its own. */
export function systemTagFields(tags: readonly string[]): RunFields {
  const all = new Set(tags);
  return { archived: all.delete('archived'), systemTags: [...all].sort() };
}

/** A stored document; an absent one is empty. */
export function readDocument(text: string | undefined): Record<string, unknown> {
  return text === undefined ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function mergeDefined(old: Record<string, unknown>, fields: object): Record<string, unknown> {
  return { ...old, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) };
}

/** Fields of a script that are columns of the record. */
const scriptColumns = {
  repository: 'repository',
  branch: 'branch',
  version_num: 'commit',
  entry_point: 'entryPoint',
  working_dir: 'workingFolder',
} as const satisfies Record<string, keyof RunFields>;

/**
 * A script parted into columns, which the other tool knows too, and the rest. An empty text says nothing there: it stays in
 * the rest, so that it is given back.
 */
function splitScript(script: Record<string, unknown>): { columns: RunFields; rest: Record<string, unknown> } {
  const rest = { ...script };
  const columns: RunFields = {};
  for (const [field, column] of Object.entries(scriptColumns)) {
    const value = script[field];
    if (value === undefined) continue;
    columns[column] = value === '' ? null : String(value);
    if (value !== '') delete rest[field];
  }
  return { columns, rest };
}

/** Hyperparameters of a request: params and, apart from them, properties. */
export function paramsOf(sections: Record<string, Wire['SectionParams']>): { params: ParamWish[]; properties: ParamWish[] } {
  return splitItems(
    Object.entries(sections).flatMap(([section, items]) =>
      Object.entries(items ?? {}).map(([name, item]) => ({ ...item, section: item.section ?? section, name: item.name ?? name })),
    ),
  );
}

/** Items of a list of hyperparameters, parted in the same way. The section of properties is known in any case. */
export function splitItems(items: readonly Wire['ParamsItem'][]): { params: ParamWish[]; properties: ParamWish[] } {
  const params: ParamWish[] = [];
  const properties: ParamWish[] = [];
  for (const { section = '', name = '', value = '', type, description } of items) {
    const isProperty = section.toLowerCase() === PROPERTIES_SECTION;
    const wish = {
      first: isProperty ? PROPERTIES_SECTION : section,
      second: name,
      value,
      type: type ?? null,
      description: description ?? null,
    };
    (isProperty ? properties : params).push(wish);
  }
  return { params, properties };
}

/** Configuration entries of a request. */
export function configurationOf(entries: Record<string, Wire['ConfigurationItem']>): DocumentItem[] {
  return Object.entries(entries).map(([name, entry]) => toDocumentItem({ ...entry, name: entry.name ?? name }));
}

/** A configuration entry as the record keeps it. */
export function toDocumentItem({ name = '', value = '', type, description }: Wire['ConfigurationItem']): DocumentItem {
  return { name, content: value, type: type ?? null, description: description ?? null };
}

function replaceConfiguration(there: readonly DocumentItem[], write: readonly DocumentItem[]): RunChange['configuration'] {
  const names = new Set(write.map((item) => item.name));
  return {
    remove: there.map((item) => item.name).filter((name) => !names.has(name)),
    write: lastOfEach(write, (item) => item.name),
  };
}

/** An artifact as the record keeps it. */
export function toArtifactItem(artifact: Wire['Artifact'], baseUrl: string): ArtifactItem {
  const { key, mode = 'output', type, uri, hash, content_size, timestamp, type_data, display_data } = artifact;
  return {
    key,
    mode,
    type: type ?? null,
    uri: uri === undefined ? null : toStoredUrl(uri, baseUrl),
    sha256: hash ?? null,
    sizeBytes: content_size === undefined ? null : BigInt(Math.trunc(content_size)),
    recordedMs: timestamp === undefined ? null : BigInt(Math.trunc(timestamp)) * 1000n,
    preview: type_data || display_data ? { type_data, display_data } : null,
  };
}

function artifactPlace({ key, mode }: Pick<ArtifactItem, 'key' | 'mode'>): string {
  return JSON.stringify([key, mode]);
}

/**
 * Artifacts as they are to be kept. The files of a run's artifact root stand among its artifacts by themselves; a client that
 * sends them back with the rest says nothing new.
 */
export function keptArtifacts(artifacts: readonly Wire['Artifact'][], taskId: string, baseUrl: string): ArtifactItem[] {
  const derived = storedUrlOfRunFile(taskId, '');
  const items = artifacts.map((artifact) => toArtifactItem(withoutNulls(artifact), baseUrl));
  return lastOfEach(items, artifactPlace).filter(({ uri }) => !uri?.startsWith(derived));
}

function replaceArtifacts(there: readonly ArtifactItem[], write: readonly ArtifactItem[]): RunChange['artifacts'] {
  const kept = new Set(write.map(artifactPlace));
  return { remove: there.filter((item) => !kept.has(artifactPlace(item))), write };
}

function replaceModels(there: readonly RunModelItem[], models: Wire['TaskModels']): RunChange['models'] {
  const given = (['input', 'output'] as const).filter((direction) => models[direction]);
  const write = given.flatMap((direction) =>
    (models[direction] ?? []).map(({ name, model }) => ({ direction, name, modelId: model, linkedAt: null })),
  );
  return { remove: there.filter((item) => given.includes(item.direction)), write };
}

/** The last of several items with one name. */
export function lastOfEach<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [nameOf(item), item])).values()];
}
