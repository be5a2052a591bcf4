import { invalid } from '../../../src/model/errors.ts';
import { trimBackticks, unknownName, unquote } from './name.ts';

/** What a search of the registry names: an attribute by its MLflow name, or a tag. */
export type RegistryName = { on: 'attribute'; key: string } | { on: 'tag'; key: string };

const entities = ['attribute', 'tag', 'tags'];

function partName(raw: string, field: string): { isTag: boolean; key: string } {
  const dot = raw.indexOf('.');
  if (dot === -1) return { isTag: false, key: raw };
  const entity = raw.slice(0, dot);
  if (!entities.includes(entity)) throw unknownName(field, 'entity', entity, entities);
  return { isTag: entity !== 'attribute', key: raw.slice(dot + 1) };
}

/**
 * Finds out what a name in a filter refers to. As in MLflow, an attribute stands without quotes here.
 * @throws invalid for an entity or an attribute that does not exist
 */
export function resolveFiltered(raw: string, attributes: readonly string[]): RegistryName {
  const { isTag, key } = partName(raw, 'filter');
  if (isTag) return { on: 'tag', key: trimBackticks(unquote(key) ?? key) };
  if (!attributes.includes(key)) throw unknownName('filter', 'attribute', key, attributes);
  return { on: 'attribute', key };
}

/**
 * Finds out what an order_by clause names. As in MLflow, quotes around it are dropped, and the entity before it does not matter
 * as long as there is such an entity.
 * @throws invalid for an entity or an attribute that does not exist
 */
export function resolveOrdered<Field>(raw: string, attributes: ReadonlyMap<string, Field>): Field {
  const { key: written } = partName(raw, 'order_by');
  const key = trimBackticks(unquote(written) ?? written);
  const field = attributes.get(key);
  if (field === undefined) throw unknownName('order_by', 'attribute', key, attributes.keys());
  return field;
}

/** @throws invalid for an order that names a field twice */
export function refuseTwice(order: readonly { field: string }[]): void {
  if (new Set(order.map(({ field }) => field)).size === order.length) return;
  throw invalid('order_by', 'The field order_by names the same attribute twice.');
}
