import type { NumberTest, TextTest } from './query.ts';

/** A named value, as JSON. It is kept as text because it may hold what JSON has no form for (NaN). */
export type JsonEntry = readonly [name: string, json: string];

/** Fields of a part of records with the type each had when it was first seen. */
export type FieldTypes = readonly (readonly [name: string, type: string])[];

/** What the records of a dataset are made of; outputs that are no object have one type. */
export interface EvaluationSchema {
  inputs: FieldTypes;
  outputs: FieldTypes | string;
  expectations: FieldTypes;
}

/** A tag of a dataset; one may have no value. */
export interface EvaluationTag {
  key: string;
  value: string | null;
}

/** A set of examples that a program is tried on. Its records are read apart. */
export interface EvaluationDataset {
  /** `d-` and 32 lower hex. */
  id: string;
  name: string;
  tags: EvaluationTag[];
  /** Changes whenever records are written. */
  digest: string;
  /** Null until records were written. */
  schema: EvaluationSchema | null;
  /** Null until there was a record. */
  recordCount: number | null;
  createdBy: string | null;
  changedBy: string | null;
  createdMs: bigint;
  changedMs: bigint;
}

/** A dataset to be made. */
export interface EvaluationDatasetDraft {
  name: string;
  tags: readonly EvaluationTag[];
  author: string | null;
  experimentIds: readonly bigint[];
}

/** What records can come from. */
export const recordSourceTypes = ['UNSPECIFIED', 'TRACE', 'HUMAN', 'DOCUMENT', 'CODE'] as const;

/** What a record comes from. */
export interface RecordSource {
  type: (typeof recordSourceTypes)[number];
  id: string | null;
  /** A JSON object. */
  data: string;
}

/** One example: what goes in, what came out, what should have. */
export interface EvaluationRecord {
  /** `dr-` and 32 lower hex. */
  id: string;
  /** A JSON object. */
  inputs: string;
  outputs: string | null;
  expectations: readonly JsonEntry[] | null;
  tags: readonly JsonEntry[];
  source: RecordSource | null;
  createdBy: string | null;
  changedBy: string | null;
  createdMs: bigint;
  changedMs: bigint;
}

/** A record as it is written: new, or changing that with the same inputs. */
export interface RecordDraft {
  inputs: string;
  /** The same for inputs that mean the same. */
  inputHash: Buffer;
  /** Undefined when nothing is said of them; null takes them away. */
  outputs: string | null | undefined;
  expectations: readonly JsonEntry[] | null;
  tags: readonly JsonEntry[] | null;
  source: RecordSource | null;
  author: string | null;
  types: { inputs: FieldTypes; outputs: FieldTypes | string | null; expectations: FieldTypes };
}

/** Outputs of a new record of which nothing is said. */
const NO_OUTPUTS = '{}';

/** A record that is not there yet. */
export function newRecord(draft: RecordDraft, id: string, nowMs: bigint): EvaluationRecord {
  return {
    id,
    inputs: draft.inputs,
    outputs: draft.outputs === undefined ? NO_OUTPUTS : draft.outputs,
    expectations: draft.expectations,
    tags: draft.tags ?? [],
    source: draft.source,
    createdBy: draft.author,
    changedBy: draft.author,
    createdMs: nowMs,
    changedMs: nowMs,
  };
}

/** A record changed by another of the same inputs: outputs are replaced, expectations and tags added to, the source stays. */
export function mergeRecord(record: EvaluationRecord, draft: RecordDraft, nowMs: bigint): EvaluationRecord {
  return {
    ...record,
    outputs: draft.outputs === undefined ? record.outputs : draft.outputs,
    expectations: draft.expectations?.length ? mergeEntries(record.expectations ?? [], draft.expectations) : record.expectations,
    tags: mergeEntries(record.tags, draft.tags ?? []),
    changedBy: draft.author ?? record.changedBy,
    changedMs: nowMs,
  };
}

function mergeEntries(old: readonly JsonEntry[], added: readonly JsonEntry[]): JsonEntry[] {
  return [...new Map([...old, ...added])];
}

/** A schema with the fields that records bring for the first time. Outputs keep the form they first had. */
export function extendSchema(schema: EvaluationSchema | null, drafts: readonly RecordDraft[]): EvaluationSchema | null {
  if (!schema && drafts.length === 0) return null;
  const inputs = new Map(schema?.inputs);
  const expectations = new Map(schema?.expectations);
  const fields = new Map(typeof schema?.outputs === 'string' ? [] : schema?.outputs);
  let whole = typeof schema?.outputs === 'string' ? schema.outputs : null;
  for (const { types } of drafts) {
    addTypes(inputs, types.inputs);
    addTypes(expectations, types.expectations);
    if (typeof types.outputs === 'string') {
      if (fields.size === 0) whole ??= types.outputs;
    } else if (whole === null) addTypes(fields, types.outputs ?? []);
  }
  return { inputs: [...inputs], outputs: whole ?? [...fields], expectations: [...expectations] };
}

function addTypes(known: Map<string, string>, types: FieldTypes): void {
  for (const [name, type] of types) if (!known.has(name)) known.set(name, type);
}

export type EvaluationDatasetTextField = 'name' | 'createdBy' | 'changedBy';
export type EvaluationDatasetNumberField = 'createdMs' | 'changedMs';

/** One condition on datasets; it only holds for those that have the thing named. Times in ms since the epoch. */
export type EvaluationDatasetCondition =
  | { on: 'text'; field: EvaluationDatasetTextField; test: TextTest }
  | { on: 'number'; field: EvaluationDatasetNumberField; test: NumberTest }
  | { on: 'tag'; key: string; test: TextTest };

/** One sort key of datasets. */
export interface EvaluationDatasetOrder {
  field: 'name' | EvaluationDatasetNumberField;
  descending: boolean;
}

/** A search over the evaluation datasets of a workspace. */
export interface EvaluationDatasetQuery {
  /** Those of some projects, by their decimal ids; undefined for those of all, and of none. */
  experimentIds: readonly bigint[] | undefined;
  conditions: readonly EvaluationDatasetCondition[];
  /** The store appends the id, so the order is total. */
  order: readonly EvaluationDatasetOrder[];
  limit: number;
  /** Opaque place to go on from, as an earlier page of the same search gave it. */
  after?: string;
}
