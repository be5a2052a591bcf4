import { createHash } from 'node:crypto';
import { invalid, show } from '../../../src/model/errors.ts';
import {
  type EvaluationRecord,
  type FieldTypes,
  type JsonEntry,
  type RecordDraft,
  type RecordSource,
  recordSourceTypes,
} from '../../../src/model/evaluation-dataset.ts';
import { ExactNumber, isJsonObject, type JsonObject, writePythonJson } from '../wire/python-json.ts';
import { toText } from './evaluation-dataset.ts';
import { readJsonText } from './json-text.ts';

/** The tag of a record that says who writes it. */
const USER_TAG = 'mlflow.user';

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (value instanceof ExactNumber) return /^-?\d+$/.test(value.source) ? 'integer' : 'float';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function typesOf(object: JsonObject | null): FieldTypes {
  return Object.entries(object ?? {}).map(([name, value]) => [name, typeOf(value)]);
}

function entriesOf(object: JsonObject | null): JsonEntry[] | null {
  return object && Object.entries(object).map(([name, value]) => [name, writePythonJson(value)]);
}

/** The same value with the fields of all objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  );
}

/** Inputs that differ in the order of their fields alone are the same. */
export function hashOfInputs(inputs: JsonObject): Buffer {
  return createHash('sha256')
    .update(writePythonJson(sorted(inputs)))
    .digest();
}

/** An object that a record may have under a name. */
function objectOf(record: JsonObject, name: string): JsonObject | null {
  const value = record[name];
  if (value === undefined || value === null) return null;
  if (isJsonObject(value)) return value;
  throw invalid(name, `The ${name} of a record must be a JSON object, not ${show(value)}.`);
}

function isSourceType(text: string): text is RecordSource['type'] {
  return (recordSourceTypes as readonly string[]).includes(text);
}

function toSource(record: JsonObject): RecordSource | null {
  const source = objectOf(record, 'source');
  if (!source || Object.keys(source).length === 0) return null;
  const { source_type, ...rest } = source;
  const type = typeof source_type === 'string' ? source_type.toUpperCase() : '';
  if (!isSourceType(type)) {
    throw invalid('source_type', `The source_type ${show(source_type)} of a record is none of ${recordSourceTypes.join(', ')}.`);
  }
  const data = objectOf(rest, 'source_data') ?? {};
  const id = data[type === 'TRACE' ? 'trace_id' : 'source_id'] ?? null;
  return { type, id: id === null ? null : toText(id), data: writePythonJson(data) };
}

function toRecordDraft(value: unknown): RecordDraft {
  if (!isJsonObject(value)) throw invalid('records', `Each of the records must be a JSON object, not ${show(value)}.`);
  const { inputs = {}, outputs } = value;
  if (!isJsonObject(inputs)) throw invalid('inputs', `The inputs of a record must be a JSON object, not ${show(inputs)}.`);
  const expectations = objectOf(value, 'expectations');
  const tags = objectOf(value, 'tags');
  const author = tags?.[USER_TAG];
  return {
    inputs: writePythonJson(inputs),
    inputHash: hashOfInputs(inputs),
    outputs: outputs === undefined ? undefined : outputs === null ? null : writePythonJson(outputs),
    expectations: entriesOf(expectations),
    tags: entriesOf(tags),
    source: toSource(value),
    author: author === undefined || author === null ? null : toText(author),
    types: {
      inputs: typesOf(inputs),
      outputs: isJsonObject(outputs) ? typesOf(outputs) : outputs === undefined || outputs === null ? null : typeOf(outputs),
      expectations: typesOf(expectations),
    },
  };
}

/** Records as they are written, given as a JSON list in a text. @throws invalid */
export function toRecordDrafts(text: string): RecordDraft[] {
  const records = readJsonText('records', text);
  if (!Array.isArray(records)) throw invalid('records', `The field records must hold a JSON list, not ${show(text)}.`);
  return records.map(toRecordDraft);
}

function writeEntries(entries: readonly JsonEntry[]): string {
  return `{${entries.map(([name, json]) => `${writePythonJson(name)}: ${json}`).join(', ')}}`;
}

function writeRecord(record: EvaluationRecord, datasetId: string): string {
  const { source } = record;
  const fields: [name: string, json: string | null][] = [
    ['dataset_record_id', writePythonJson(record.id)],
    ['dataset_id', writePythonJson(datasetId)],
    ['inputs', record.inputs],
    ['expectations', record.expectations && writeEntries(record.expectations)],
    ['tags', writeEntries(record.tags)],
    ['source', source && `{"source_type": "${source.type}", "source_data": ${source.data}}`],
    ['source_id', source && source.id === null ? null : source && writePythonJson(source.id)],
    ['source_type', source && `"${source.type}"`],
    ['created_time', record.createdMs.toString()],
    ['last_update_time', record.changedMs.toString()],
    ['created_by', record.createdBy === null ? null : writePythonJson(record.createdBy)],
    ['last_updated_by', record.changedBy === null ? null : writePythonJson(record.changedBy)],
    ['outputs', record.outputs],
  ];
  return `{${fields.flatMap(([name, json]) => (json === null ? [] : [`"${name}": ${json}`])).join(', ')}}`;
}

/** Records as MLflow shows them: a JSON list in a text. */
export function writeRecords(records: readonly EvaluationRecord[], datasetId: string): string {
  return `[${records.map((record) => writeRecord(record, datasetId)).join(', ')}]`;
}
