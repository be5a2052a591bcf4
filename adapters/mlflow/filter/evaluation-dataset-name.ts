import type { EvaluationDatasetNumberField, EvaluationDatasetTextField } from '../../../src/model/evaluation-dataset.ts';
import { unknownName } from './name.ts';

/** What a search over evaluation datasets can name, in the words of the model. */
export type EvaluationDatasetName =
  | { on: 'text'; field: EvaluationDatasetTextField }
  | { on: 'number'; field: EvaluationDatasetNumberField }
  | { on: 'tag'; key: string };

const attributes: ReadonlyMap<string, EvaluationDatasetName> = new Map<string, EvaluationDatasetName>([
  ['name', { on: 'text', field: 'name' }],
  ['created_by', { on: 'text', field: 'createdBy' }],
  ['last_updated_by', { on: 'text', field: 'changedBy' }],
  ['created_time', { on: 'number', field: 'createdMs' }],
  ['last_update_time', { on: 'number', field: 'changedMs' }],
]);

/**
 * Finds out what a name refers to. Unlike in other searches an attribute has no entity before it, that of tags is `tags` alone,
 * and quotes around a key are part of it.
 * @throws invalid for an entity or an attribute that does not exist
 */
export function resolveEvaluationDatasetName(raw: string, field: string): EvaluationDatasetName {
  const dot = raw.indexOf('.');
  if (dot === -1) {
    const attribute = attributes.get(raw);
    if (!attribute) throw unknownName(field, 'attribute', raw, attributes.keys());
    return attribute;
  }
  const entity = raw.slice(0, dot);
  if (entity !== 'tags') throw unknownName(field, 'entity', entity, ['tags']);
  return { on: 'tag', key: raw.slice(dot + 1) };
}
