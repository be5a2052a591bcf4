import type { IssueItem, LabelSchemaItem, ReviewQueueItem } from '../../../../src/bridge/item.ts';
import { BridgeError } from '../../../../src/model/errors.ts';
import { isJsonObject, parsePythonJson, writePythonJson } from '../../wire/python-json.ts';
import { type KindWriter, ownedBy } from './kind-writer.ts';
import { fitText } from './schema.ts';
import type { Targets } from './targets.ts';

/** Names of the fields of an answer's description in MLflow's JSON. */
const inputFields: Readonly<Record<string, string>> = {
  positiveLabel: 'positive_label',
  negativeLabel: 'negative_label',
  isMultiple: 'multi_select',
  min: 'min_value',
  max: 'max_value',
  maxLength: 'max_length',
};

/** How reviewers answer: the type, and the JSON text of the rest. @throws invalid */
function splitInput(text: string): [type: string, config: string] {
  const input = parsePythonJson(text);
  const { type, ...rest } = isJsonObject(input) ? input : {};
  if (typeof type !== 'string') throw new BridgeError('invalid', 'Its input has no type.', { field: 'input' });
  return [
    type,
    writePythonJson(Object.fromEntries(Object.entries(rest).map(([name, value]) => [inputFields[name] ?? name, value]))),
  ];
}

function expectedSchema(item: LabelSchemaItem, targets: Targets): LabelSchemaItem {
  const createdMs = item.createdMs ?? 0n;
  return { ...item, project: String(targets.experiment(item.project)), createdMs, changedMs: item.changedMs ?? createdMs };
}

export const labelSchemas: KindWriter<'label_schema'> = {
  kind: 'label_schema',
  targetId: ({ id }) => id,
  rows(item, targets) {
    const { project, createdMs, changedMs } = expectedSchema(item, targets);
    const [type, config] = splitInput(item.input);
    return {
      label_schemas: [
        {
          schema_id: item.id,
          experiment_id: BigInt(project),
          name: item.name,
          type: item.type,
          instruction: item.instruction,
          enable_comment: item.hasComment,
          input_type: type,
          input_config: config,
          created_time: createdMs,
          last_update_time: changedMs,
          is_default: item.isDefault,
        },
      ],
    };
  },
  expected: expectedSchema,
  parts: [],
  rest: ownedBy('schema_id', 'review_queue_label_schemas', 'label_schemas'),
};

function expectedQueue(item: ReviewQueueItem, targets: Targets): ReviewQueueItem {
  const createdMs = item.createdMs ?? 0n;
  return {
    ...item,
    project: String(targets.experiment(item.project)),
    labelSchemas: item.labelSchemas.filter((id) => targets.has('label_schema', id)),
    entries: item.entries.map((entry) => {
      const addedMs = entry.createdMs ?? createdMs;
      return { ...entry, trace: targets.idOf('trace', entry.trace), createdMs: addedMs, changedMs: entry.changedMs ?? addedMs };
    }),
    createdMs,
    changedMs: item.changedMs ?? createdMs,
  };
}

export const reviewQueues: KindWriter<'review_queue'> = {
  kind: 'review_queue',
  targetId: ({ id }) => id,
  rows(item, targets) {
    const { id, project, users, labelSchemas: schemas, entries, createdMs, changedMs } = expectedQueue(item, targets);
    return {
      review_queues: [
        {
          queue_id: id,
          experiment_id: BigInt(project),
          name: item.name,
          name_key: item.name.toLowerCase(),
          queue_type: item.type,
          created_by: item.owner,
          creation_time_ms: createdMs,
          last_update_time_ms: changedMs,
        },
      ],
      review_queue_users: users.map((user) => ({ queue_id: id, user_id: user })),
      review_queue_label_schemas: schemas.map((schema) => ({ queue_id: id, schema_id: schema })),
      review_queue_items: entries.map((entry) => ({
        queue_id: id,
        item_type: 'trace',
        item_id: entry.trace,
        status: entry.status,
        completed_by: entry.completedBy,
        completed_time_ms: entry.completedMs,
        creation_time_ms: entry.createdMs,
        last_update_time_ms: entry.changedMs,
      })),
    };
  },
  expected: expectedQueue,
  parts: ownedBy('queue_id', 'review_queue_users', 'review_queue_label_schemas', 'review_queue_items'),
  rest: ownedBy('queue_id', 'review_queues'),
};

function expectedIssue(item: IssueItem, targets: Targets): IssueItem {
  const createdMs = item.createdMs ?? 0n;
  return {
    ...item,
    id: targets.idOf('issue', item.id),
    project: String(targets.experiment(item.project)),
    name: fitText('issues', 'name', item.name),
    run: targets.referToThere('run', item.run),
    createdMs,
    changedMs: item.changedMs ?? createdMs,
  };
}

const listText = (texts: readonly string[]) => (texts.length === 0 ? null : writePythonJson(texts));

export const issues: KindWriter<'issue'> = {
  kind: 'issue',
  targetId: (item, targets) => targets.idOf('issue', item.id),
  rows(given, targets) {
    const item = expectedIssue(given, targets);
    return {
      issues: [
        {
          issue_id: item.id,
          experiment_id: BigInt(item.project),
          name: item.name,
          description: item.description,
          status: item.status,
          severity: item.severity,
          root_causes: listText(item.rootCauses),
          categories: listText(item.categories),
          source_run_id: item.run,
          created_timestamp: item.createdMs,
          last_updated_timestamp: item.changedMs,
          created_by: item.author,
        },
      ],
    };
  },
  expected: expectedIssue,
  parts: [],
  rest: ownedBy('issue_id', 'issues'),
};
