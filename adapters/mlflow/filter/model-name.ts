import type { ModelNumberField, ModelTextField } from '../../../src/model/model-query.ts';
import { trimBackticks, unknownName } from './name.ts';

/** What a search over models can name, in the words of the model. */
export type ModelName =
  | { on: 'text'; field: ModelTextField }
  | { on: 'number'; field: ModelNumberField }
  | { on: 'status' | 'lifecycle' }
  | { on: 'param' | 'tag' | 'metric'; key: string };

const entities = new Map([
  ['metrics', 'metric'],
  ['params', 'param'],
  ['tags', 'tag'],
] as const);

const attributes: ReadonlyMap<string, ModelName> = new Map<string, ModelName>([
  ['name', { on: 'text', field: 'name' }],
  ['model_id', { on: 'text', field: 'id' }],
  ['model_type', { on: 'text', field: 'type' }],
  ['source_run_id', { on: 'text', field: 'sourceRun' }],
  ['status_message', { on: 'text', field: 'statusMessage' }],
  ['artifact_location', { on: 'text', field: 'artifactRoot' }],
  ['experiment_id', { on: 'text', field: 'experimentId' }],
  ['status', { on: 'status' }],
  ['lifecycle_stage', { on: 'lifecycle' }],
  ['creation_timestamp_ms', { on: 'number', field: 'createdMs' }],
  ['last_updated_timestamp_ms', { on: 'number', field: 'changedMs' }],
]);

/** Other spellings of attributes, which may not stand behind `attributes.`. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['creation_time', 'creation_timestamp_ms'],
  ['creation_timestamp', 'creation_timestamp_ms'],
  ['last_updated_timestamp', 'last_updated_timestamp_ms'],
]);

function resolveAttribute(key: string, field: 'filter' | 'order_by'): ModelName {
  const attribute = attributes.get(key);
  if (!attribute) throw unknownName(field, 'attribute', key, [...attributes.keys(), ...aliases.keys()]);
  return attribute;
}

/**
 * Finds out what a name refers to. As in MLflow, entities are spelled in the plural only, and of all quotes only backticks are
 * taken away from a key, in filters; others are part of it.
 * @throws invalid for an entity or an attribute that does not exist
 */
export function resolveModelName(raw: string, field: 'filter' | 'order_by'): ModelName {
  const dot = raw.indexOf('.');
  const written = raw.slice(dot + 1);
  const key = field === 'filter' ? trimBackticks(written) : written;
  if (dot === -1) return resolveAttribute(aliases.get(key) ?? key, field);
  const entity = raw.slice(0, dot);
  if (entity === 'attributes') return resolveAttribute(key, field);
  for (const [name, on] of entities) if (name === entity) return { on, key };
  throw unknownName(field, 'entity', entity, ['attributes', ...entities.keys()]);
}
