import type { ModelNumberField, ModelTextField } from '../../../src/model/model-query.ts';
import { splitName, unknownName } from './name.ts';

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
  ['creation_time', { on: 'number', field: 'createdMs' }],
  ['creation_timestamp', { on: 'number', field: 'createdMs' }],
  ['creation_timestamp_ms', { on: 'number', field: 'createdMs' }],
  ['last_updated_timestamp', { on: 'number', field: 'changedMs' }],
  ['last_updated_timestamp_ms', { on: 'number', field: 'changedMs' }],
]);

/**
 * Finds out what a name refers to. The entities are spelled in the plural only, as in MLflow.
 * @throws invalid for an entity or an attribute that does not exist
 */
export function resolveModelName(raw: string, field: 'filter' | 'order_by'): ModelName {
  const { entity, key } = splitName(raw);
  if (!raw.includes('.') || entity === 'attributes') {
    const attribute = attributes.get(key);
    if (!attribute) throw unknownName(field, 'attribute', key, attributes.keys());
    return attribute;
  }
  for (const [name, on] of entities) if (name === entity) return { on, key };
  throw unknownName(field, 'entity', entity, ['attributes', ...entities.keys()]);
}
