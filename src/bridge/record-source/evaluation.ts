import type { EvaluationSchema, JsonEntry } from '../../model/evaluation-dataset.ts';
import { issueSeverities } from '../../model/issue.ts';
import { toInput } from '../../store/label-schemas.ts';
import {
  type EvaluationDatasetFacts,
  type EvaluationRecordFacts,
  evaluationDatasets,
  evaluationRecords,
  type ScorerFacts,
  scorers,
} from '../../store/transfer/read-evaluation.ts';
import {
  type IssueFacts,
  issues,
  type LabelSchemaFacts,
  labelSchemas,
  type ReviewQueueFacts,
  reviewQueues,
} from '../../store/transfer/read-reviews.ts';
import { writeExact } from '../exact-json.ts';
import { kindReader } from './kind-reader.ts';

/** As MLflow writes it. */
function schemaText({ inputs, outputs, expectations }: EvaluationSchema): string {
  return JSON.stringify({
    inputs: Object.fromEntries(inputs),
    outputs: typeof outputs === 'string' ? outputs : Object.fromEntries(outputs),
    expectations: Object.fromEntries(expectations),
    version: '1.0',
  });
}

/** One JSON object of values that are JSON already. */
function objectText(entries: readonly JsonEntry[]): string {
  return `{${entries.map(([name, json]) => `${JSON.stringify(name)}: ${json}`).join(', ')}}`;
}

function momentOf(ms: string | null): bigint | null {
  return ms === null ? null : BigInt(ms);
}

export const evaluationDatasetReader = kindReader<'evaluation_dataset', EvaluationDatasetFacts>(evaluationDatasets, (rows) =>
  rows.map((row) => ({
    kind: 'evaluation_dataset',
    id: row.dataset_id,
    workspace: row.workspace,
    name: row.name,
    projects: row.projects,
    tags: row.tags,
    digest: row.digest,
    schema: row.schema && schemaText(row.schema),
    createdBy: row.created_by,
    changedBy: row.changed_by,
    createdMs: row.created_ms,
    changedMs: row.changed_ms,
  })),
);

export const evaluationRecordReader = kindReader<'evaluation_record', EvaluationRecordFacts>(evaluationRecords, (rows) =>
  rows.map((row) => ({
    kind: 'evaluation_record',
    id: row.record_id,
    dataset: row.dataset_id,
    inputs: row.inputs,
    outputs: row.outputs,
    expectations: row.expectations && objectText(row.expectations),
    tags: row.tags.length === 0 ? null : objectText(row.tags),
    sourceType: row.source_type,
    sourceId: row.source_id,
    sourceData: row.source_data,
    createdBy: row.created_by,
    changedBy: row.changed_by,
    createdMs: row.created_ms,
    changedMs: row.changed_ms,
  })),
);

export const scorerReader = kindReader<'scorer', ScorerFacts>(scorers, (rows) =>
  rows.map(({ versions, ...facts }) => ({
    kind: 'scorer',
    ...facts,
    versions: versions.map(({ version, definition, createdMs }) => ({
      version: BigInt(version),
      definition,
      createdMs: BigInt(createdMs),
    })),
  })),
);

export const labelSchemaReader = kindReader<'label_schema', LabelSchemaFacts>(labelSchemas, (rows) =>
  rows.map((row) => ({
    kind: 'label_schema',
    id: row.schema_id,
    project: row.project,
    name: row.name,
    type: row.kind,
    instruction: row.instruction,
    hasComment: row.has_comment,
    input: writeExact(toInput(row)),
    isDefault: row.is_default,
    createdMs: row.created_ms,
    changedMs: row.changed_ms,
  })),
);

/** A review queue has its entries with it. */
const QUEUES_AT_ONCE = 50;

export const reviewQueueReader = kindReader<'review_queue', ReviewQueueFacts>(
  reviewQueues,
  (rows) =>
    rows.map(({ entries, ...facts }) => ({
      kind: 'review_queue',
      ...facts,
      entries: entries.map((entry) => ({
        ...entry,
        completedMs: momentOf(entry.completedMs),
        createdMs: BigInt(entry.createdMs),
        changedMs: BigInt(entry.changedMs),
      })),
    })),
  { chunk: QUEUES_AT_ONCE },
);

export const issueReader = kindReader<'issue', IssueFacts>(issues, (rows) =>
  rows.map(({ rank, ...facts }) => ({
    kind: 'issue',
    ...facts,
    severity: rank === null ? null : (issueSeverities[rank] ?? null),
  })),
);
