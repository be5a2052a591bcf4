import { invalid } from '../../../src/model/errors.ts';
import type { TraceNumberField, TraceTextField } from '../../../src/model/trace-query.ts';
import { splitName, trimBackticks, unknownName } from './name.ts';

/** What a trace search can name, in the words of the model. */
export type TraceName =
  | { on: 'text'; field: TraceTextField; isEntry: boolean }
  | { on: 'number'; field: TraceNumberField }
  | { on: 'status' | 'run' | 'prompt' | 'content' | 'experiment' | 'usage' | 'cost' }
  | { on: 'tag' | 'metadata' | 'span' | 'feedback' | 'expectation' | 'issue'; key: string };

/** Metadata by which the original knows the run a trace was made in. */
export const SOURCE_RUN = 'mlflow.sourceRun';

type Entity = 'tag' | 'metadata' | 'attribute' | 'span' | 'feedback' | 'expectation' | 'issue';

const entities: ReadonlyMap<string, Entity> = new Map([
  ['tag', 'tag'],
  ['tags', 'tag'],
  ['request_metadata', 'metadata'],
  ['metadata', 'metadata'],
  ['attribute', 'attribute'],
  ['attributes', 'attribute'],
  ['trace', 'attribute'],
  ['span', 'span'],
  ['feedback', 'feedback'],
  ['expectation', 'expectation'],
  ['issue', 'issue'],
]);

const text = (field: TraceTextField, isEntry = false): TraceName => ({ on: 'text', field, isEntry });
const number = (field: TraceNumberField): TraceName => ({ on: 'number', field });

/** What filters and orders both know. */
const attributes: readonly (readonly [string, TraceName])[] = [
  ['request_id', text('id')],
  ['timestamp', number('startedMs')],
  ['timestamp_ms', number('startedMs')],
  ['execution_time', number('durationMs')],
  ['execution_time_ms', number('durationMs')],
  ['end_time', number('endedMs')],
  ['end_time_ms', number('endedMs')],
  ['status', { on: 'status' }],
  ['name', text('name', true)],
  ['run_id', { on: 'run' }],
];

const attributesOf: Readonly<Record<'filter' | 'order_by', ReadonlyMap<string, TraceName>>> = {
  filter: new Map([
    ...attributes,
    ['client_request_id', text('clientRequestId')],
    ['prompt', { on: 'prompt' }],
    ['text', { on: 'content' }],
  ]),
  order_by: new Map([...attributes, ['experiment_id', { on: 'experiment' }]]),
};

/** Tags and metadata that are fields of a trace. */
const fieldOfTag: ReadonlyMap<string, TraceName> = new Map([
  ['mlflow.traceName', text('name', true)],
  ['mlflow.linkedPrompts', { on: 'prompt' }],
]);
const fieldOfMetadata: ReadonlyMap<string, TraceName> = new Map([
  ['mlflow.trace.session', text('session', true)],
  ['mlflow.trace.tokenUsage', { on: 'usage' }],
  ['mlflow.trace.cost', { on: 'cost' }],
  [SOURCE_RUN, { on: 'run' }],
]);

/**
 * Finds out what a name refers to.
 * @param raw as it was written, quotes included
 * @param field `filter` or `order_by`; they know different attributes
 * @throws invalid for an entity or an attribute that does not exist
 */
export function resolveTraceName(raw: string, field: 'filter' | 'order_by'): TraceName {
  const { entity: written, key } = splitName(raw);
  const entity = entities.get(trimBackticks(written));
  if (!entity) throw unknownName(field, 'entity', written, entities.keys());
  if (entity === 'attribute') {
    const known = attributesOf[field];
    const attribute = known.get(key);
    // a word of the original's lexer, which it never takes for a name by itself
    if (!attribute || raw === 'text') throw unknownName(field, 'attribute', key, known.keys());
    return attribute;
  }
  if (key === '' && (entity === 'feedback' || entity === 'expectation')) {
    throw invalid(field, `The ${field} names the ${entity} of an empty name.`);
  }
  const column = entity === 'tag' ? fieldOfTag.get(key) : entity === 'metadata' ? fieldOfMetadata.get(key) : undefined;
  return column ?? { on: entity, key };
}
