import type { components } from '../../../openapi/generated/clearml.ts';
import { PROPERTIES_SECTION } from '../../../src/model/names.ts';
import type { ParamWish, RunChange } from '../../../src/model/run-change.ts';
import type { ArtifactItem, DocumentItem, RunModelItem } from '../../../src/model/run-record.ts';
import { storedUrlOfRunFile } from '../../../src/model/stored-file.ts';
import { toStoredUrl } from './file-url.ts';
import { withoutNulls } from './nulls.ts';
import { toInt64, toTimeMs } from './whole.ts';

type Wire = components['schemas'];

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

/** Configuration entries that take the place of all there are. */
export function replaceConfiguration(there: readonly DocumentItem[], write: readonly DocumentItem[]): RunChange['configuration'] {
  const names = new Set(write.map((item) => item.name));
  return {
    remove: there.map((item) => item.name).filter((name) => !names.has(name)),
    write: lastOfEach(write, (item) => item.name),
  };
}

/** An artifact as the record keeps it. */
function toArtifactItem(artifact: Wire['Artifact'], baseUrl: string): ArtifactItem {
  const { key, mode = 'output', type, uri, hash, content_size, timestamp, type_data, display_data } = artifact;
  return {
    key,
    mode,
    type: type ?? null,
    uri: uri === undefined ? null : toStoredUrl(uri, baseUrl),
    sha256: hash ?? null,
    sizeBytes: content_size === undefined ? null : toInt64('content_size', content_size),
    recordedMs: timestamp === undefined ? null : toTimeMs('timestamp', timestamp),
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

/** Artifacts that take the place of all there are. */
export function replaceArtifacts(there: readonly ArtifactItem[], write: readonly ArtifactItem[]): RunChange['artifacts'] {
  const kept = new Set(write.map(artifactPlace));
  return { remove: there.filter((item) => !kept.has(artifactPlace(item))), write };
}

/** Models that take the place of all of their kinds. */
export function replaceModels(there: readonly RunModelItem[], models: Wire['TaskModels']): RunChange['models'] {
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
