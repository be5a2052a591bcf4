import type { ProjectOrder } from '../../../src/model/query.ts';
import { splitName, unknownName } from './name.ts';

/** What an experiment search can name, in the words of the model. */
export type ExperimentName = { on: 'field'; field: ProjectOrder['field'] } | { on: 'tag'; key: string };

const attributes: ReadonlyMap<string, ProjectOrder['field']> = new Map([
  ['name', 'name'],
  ['experiment_id', 'experimentId'],
  ['creation_time', 'createdMs'],
  ['last_update_time', 'changedMs'],
]);

/**
 * Finds out what a name refers to. Fewer entities and spellings than in run searches, as in MLflow.
 * @throws invalid for an entity or an attribute that does not exist
 */
export function resolveExperimentName(raw: string, field: 'filter' | 'order_by'): ExperimentName {
  const { entity, key } = splitName(raw);
  if (entity === 'tag' || entity === 'tags') return { on: 'tag', key };
  if (entity !== 'attribute') throw unknownName(field, 'entity', entity, ['attribute', 'tag', 'tags']);
  const attribute = attributes.get(key);
  if (!attribute) throw unknownName(field, 'attribute', key, attributes.keys());
  return { on: 'field', field: attribute };
}
