import type { components } from '../../../openapi/generated/clearml.ts';
import { paramNaming } from '../../../src/model/names.ts';
import { planParams, planTags, type RunChange, type RunFields, type TagItem } from '../../../src/model/run-change.ts';
import type { RunDocumentKind, RunPart, RunParts } from '../../../src/model/run-record.ts';
import { toStoredUrl } from './file-url.ts';
import { legacyConfiguration, legacyParams } from './legacy-execution.ts';
import { configurationOf, keptArtifacts, paramsOf, replaceArtifacts, replaceConfiguration, replaceModels } from './task-items.ts';

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
export function splitScript(script: Record<string, unknown>): { columns: RunFields; rest: Record<string, unknown> } {
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
