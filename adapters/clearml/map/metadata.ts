import type { MetadataItem } from '../../../src/model/queue.ts';
import { wrongField } from '../errors.ts';
import { isBelow } from '../wire/endpoint.ts';

/** An item as clients send it. */
export interface WireItem {
  key?: string | null;
  type?: string | null;
  value?: string | null;
}

/** Items of a list. @throws ApiError 400/12 for one without a key */
export function toMetadata(items: readonly WireItem[]): MetadataItem[] {
  return items.map(({ key, type, value }) => {
    if (!key) throw wrongField('metadata', 'Every item must have a key.');
    return { key, type: type ?? null, value: value ?? null };
  });
}

/** Items of a map, whose keys are those of the items when these have none. */
export function toMetadataOfMap(map: Readonly<Record<string, WireItem>>): MetadataItem[] {
  return Object.entries(map).map(([key, { type, value }]) => ({ key, type: type ?? null, value: value ?? null }));
}

/** Since then metadata is a map in documents; before, a list. */
const MAPS_SINCE = '2.17';

/** Metadata as documents show it, sorted by key. */
export function toMetadataDocument(items: readonly MetadataItem[], version: string | undefined): unknown {
  const sorted = items.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(toWireItem);
  if (version !== undefined && isBelow(version, MAPS_SINCE)) return sorted;
  return Object.fromEntries(sorted.map((item) => [item.key, item]));
}

function toWireItem({ key, type, value }: MetadataItem): { key: string; type?: string; value?: string } {
  return { key, ...(type === null ? {} : { type }), ...(value === null ? {} : { value }) };
}
