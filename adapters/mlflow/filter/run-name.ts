import type { RunNumberField, RunTextField } from '../../../src/model/query.ts';
import { columnOfTag } from '../map/tags.ts';
import { splitName, trimBackticks, unknownName } from './name.ts';

/** What a run search can name, in the words of the model. */
export type RunName =
  | { on: 'text'; field: RunTextField; isId: boolean; isTag: boolean }
  | { on: 'number'; field: RunNumberField }
  | { on: 'status' }
  | { on: 'param' | 'tag' | 'metric' | 'dataset'; key: string };

type Entity = 'metric' | 'param' | 'tag' | 'attribute' | 'dataset';

const entities: ReadonlyMap<string, Entity> = new Map([
  ['metric', 'metric'],
  ['metrics', 'metric'],
  ['parameter', 'param'],
  ['parameters', 'param'],
  ['param', 'param'],
  ['params', 'param'],
  ['tag', 'tag'],
  ['tags', 'tag'],
  ['attribute', 'attribute'],
  ['attributes', 'attribute'],
  ['attr', 'attribute'],
  ['run', 'attribute'],
  ['dataset', 'dataset'],
  ['datasets', 'dataset'],
]);

const text = (field: RunTextField, isId = false): RunName => ({ on: 'text', field, isId, isTag: false });
const number = (field: RunNumberField): RunName => ({ on: 'number', field });

const attributes: ReadonlyMap<string, RunName> = new Map([
  ['run_id', text('runId', true)],
  ['run_name', text('name')],
  ['user_id', text('authorId')],
  ['artifact_uri', text('artifactRoot')],
  ['status', { on: 'status' }],
  ['start_time', number('startedMs')],
  ['end_time', number('endedMs')],
  ['created', number('startedMs')],
  ['Created', number('startedMs')],
]);
/** Spellings of an older page that filters take and orders do not. */
const filterOnly: ReadonlyMap<string, RunName> = new Map(
  ['run name', 'Run name', 'Run Name'].map((spelling) => [spelling, text('name')]),
);

/**
 * Finds out what a name refers to.
 * @param raw as it was written, quotes included
 * @param field `filter` or `order_by`; they know different attributes
 * @throws invalid for an entity, an attribute or a dataset field that does not exist
 */
export function resolveRunName(raw: string, field: 'filter' | 'order_by'): RunName {
  const { entity: written, key } = splitName(raw);
  const entity = entities.get(trimBackticks(written));
  if (!entity) throw unknownName(field, 'entity', written, entities.keys());
  if (entity === 'attribute') {
    const attribute = attributes.get(key) ?? (field === 'filter' ? filterOnly.get(key) : undefined);
    if (!attribute) throw unknownName(field, 'attribute', key, attributes.keys());
    return attribute;
  }
  const column = entity === 'tag' ? columnOfTag(key) : undefined;
  return column ? { on: 'text', field: column, isId: false, isTag: true } : { on: entity, key };
}
