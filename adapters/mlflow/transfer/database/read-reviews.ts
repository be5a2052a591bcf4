import type { IssueItem, LabelSchemaItem, ReviewQueueItem } from '../../../../src/bridge/item.ts';
import { isJsonObject, type JsonObject, parsePythonJson, writePythonJson } from '../../wire/python-json.ts';
import { ofExperiments } from './chosen.ts';
import type { KindReader } from './kind.ts';
import { nameOf, type Row, textOf, truthOf, wholeOf } from './row.ts';
import { groupBy, isIn, type Tables } from './tables.ts';

/** One of some words, in whatever case a release writes it. @throws Error for another */
function wordOf<Word extends string>(row: Row, column: string, words: readonly Word[]): Word {
  const text = nameOf(row, column).toLowerCase();
  const word = words.find((one) => one === text);
  if (word) return word;
  throw new Error(`The column ${column} holds ${text}, which is none of ${words.join(', ')}.`);
}

/** Names of the fields of an answer's description. */
const inputFields: Readonly<Record<string, string>> = {
  positive_label: 'positiveLabel',
  negative_label: 'negativeLabel',
  options: 'options',
  multi_select: 'isMultiple',
  min_value: 'min',
  max_value: 'max',
  max_length: 'maxLength',
};

/** How reviewers answer, as `LabelInput` of the model has it. @throws SyntaxError */
function toInput(row: Row): string {
  const config = parsePythonJson(nameOf(row, 'input_config'));
  const fields = Object.entries(isJsonObject(config) ? config : {});
  const input: JsonObject = Object.fromEntries(fields.map(([name, value]) => [inputFields[name] ?? name, value]));
  return writePythonJson({ type: nameOf(row, 'input_type'), ...input });
}

export const labelSchemas: KindReader<'label_schema'> = {
  kind: 'label_schema',
  table: 'label_schemas',
  columns: [
    'experiment_id',
    'name',
    'type',
    'instruction',
    'enable_comment',
    'input_type',
    'input_config',
    'created_time',
    'last_update_time',
    'is_default',
  ],
  keys: ['schema_id'],
  chosen: ofExperiments,
  withIds: (ids) => [isIn('schema_id', ids)],
  idOf: (row) => nameOf(row, 'schema_id'),
  prepare: async () => (row) => ({
    kind: 'label_schema',
    id: nameOf(row, 'schema_id'),
    project: nameOf(row, 'experiment_id'),
    name: nameOf(row, 'name'),
    type: wordOf<LabelSchemaItem['type']>(row, 'type', ['feedback', 'expectation']),
    instruction: textOf(row, 'instruction'),
    hasComment: truthOf(row, 'enable_comment'),
    input: toInput(row),
    isDefault: truthOf(row, 'is_default'),
    createdMs: wholeOf(row, 'created_time'),
    changedMs: wholeOf(row, 'last_update_time'),
  }),
};

const entryColumns = [
  'item_type',
  'item_id',
  'status',
  'completed_by',
  'completed_time_ms',
  'creation_time_ms',
  'last_update_time_ms',
];

function toEntry(row: Row): ReviewQueueItem['entries'][number] {
  return {
    trace: nameOf(row, 'item_id'),
    status: nameOf(row, 'status').toLowerCase(),
    completedBy: textOf(row, 'completed_by'),
    completedMs: wholeOf(row, 'completed_time_ms'),
    createdMs: wholeOf(row, 'creation_time_ms'),
    changedMs: wholeOf(row, 'last_update_time_ms'),
  };
}

async function partsOf(tables: Tables, table: string, columns: readonly string[], rows: readonly Row[]) {
  const where = [
    isIn(
      'queue_id',
      rows.map((row) => row['queue_id'] ?? null),
    ),
  ];
  return groupBy(await tables.rows({ table, columns: ['queue_id', ...columns], where }), 'queue_id');
}

export const reviewQueues: KindReader<'review_queue'> = {
  kind: 'review_queue',
  table: 'review_queues',
  columns: ['experiment_id', 'name', 'queue_type', 'created_by', 'creation_time_ms', 'last_update_time_ms'],
  keys: ['queue_id'],
  chunk: 20,
  chosen: ofExperiments,
  withIds: (ids) => [isIn('queue_id', ids)],
  idOf: (row) => nameOf(row, 'queue_id'),
  async prepare(tables, rows) {
    const users = await partsOf(tables, 'review_queue_users', ['user_id'], rows);
    const schemas = await partsOf(tables, 'review_queue_label_schemas', ['schema_id'], rows);
    const entries = await partsOf(tables, 'review_queue_items', entryColumns, rows);
    return (row) => {
      const id = nameOf(row, 'queue_id');
      return {
        kind: 'review_queue',
        id,
        project: nameOf(row, 'experiment_id'),
        name: nameOf(row, 'name'),
        type: wordOf<ReviewQueueItem['type']>(row, 'queue_type', ['user', 'custom']),
        owner: textOf(row, 'created_by'),
        users: users(id).map((user) => nameOf(user, 'user_id')),
        labelSchemas: schemas(id).map((schema) => nameOf(schema, 'schema_id')),
        entries: entries(id).map(toEntry),
        createdMs: wholeOf(row, 'creation_time_ms'),
        changedMs: wholeOf(row, 'last_update_time_ms'),
      };
    };
  },
};

/** A column that holds a JSON list of texts. @throws SyntaxError */
function listOf(row: Row, column: string): string[] {
  const text = textOf(row, column);
  const value = text ? parsePythonJson(text) : [];
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : writePythonJson(one))) : [];
}

export const issues: KindReader<'issue'> = {
  kind: 'issue',
  table: 'issues',
  columns: [
    'experiment_id',
    'name',
    'description',
    'status',
    'severity',
    'root_causes',
    'source_run_id',
    'categories',
    'created_timestamp',
    'last_updated_timestamp',
    'created_by',
  ],
  keys: ['issue_id'],
  chosen: ofExperiments,
  withIds: (ids) => [isIn('issue_id', ids)],
  idOf: (row) => nameOf(row, 'issue_id'),
  prepare:
    async () =>
    (row): IssueItem => ({
      kind: 'issue',
      id: nameOf(row, 'issue_id'),
      project: nameOf(row, 'experiment_id'),
      name: textOf(row, 'name') ?? '',
      description: textOf(row, 'description') ?? '',
      status: nameOf(row, 'status'),
      severity: textOf(row, 'severity'),
      rootCauses: listOf(row, 'root_causes'),
      categories: listOf(row, 'categories'),
      run: textOf(row, 'source_run_id'),
      author: textOf(row, 'created_by'),
      createdMs: wholeOf(row, 'created_timestamp'),
      changedMs: wholeOf(row, 'last_updated_timestamp'),
    }),
};
