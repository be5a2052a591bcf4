import type { components } from '../../../openapi/generated/mlflow.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import type {
  EvaluationDataset,
  EvaluationDatasetDraft,
  EvaluationTag,
  FieldTypes,
} from '../../../src/model/evaluation-dataset.ts';
import { ExactNumber, isJsonObject, writePythonFloat, writePythonJson } from '../wire/python-json.ts';
import { toExperimentId } from './ids.ts';
import { readJsonObjectText, readJsonText } from './json-text.ts';
import { checkLength } from './limits.ts';

type Wire = components['schemas'];

/** Lengths of the original's columns. @see MLflow 3.17.2, tables evaluation_datasets and evaluation_dataset_tags */
const MAX_NAME = 255;
const MAX_KEY = 255;
const MAX_VALUE = 5000;

/** The tag that says who makes or changes something. */
const USER_TAG = 'mlflow.user';

/** A value as Python turns it into a text, except that lists and objects stay JSON. */
export function toText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value instanceof ExactNumber) {
    return /[.eE]/.test(value.source) ? writePythonFloat(Number(value.source)) : value.source;
  }
  return typeof value === 'string' ? value : writePythonJson(value);
}

function toTag(key: string, value: unknown): EvaluationTag {
  const text = value === null ? null : toText(value);
  checkLength('key of a tag', key, MAX_KEY);
  checkLength(`value of the tag ${key}`, text ?? '', MAX_VALUE);
  return { key, value: text };
}

/** Tags to be set, given as a JSON object in a text; those that are null are left alone. @throws invalid */
export function toTagChanges(text: string): EvaluationTag[] {
  const tags = Object.entries(readJsonObjectText('tags', text));
  return tags.flatMap(([key, value]) => (value === null ? [] : [toTag(key, value)]));
}

/** Tags of a new dataset. Anything that Python takes for empty stands for none. */
function toTags(text: string): EvaluationTag[] {
  const given = readJsonText('tags', text);
  if (given === null || given === false || given === '' || (Array.isArray(given) && given.length === 0)) return [];
  if (!isJsonObject(given)) throw invalid('tags', `The field tags must hold a JSON object, not ${show(text)}.`);
  return Object.entries(given).map(([key, value]) => toTag(key, value));
}

/** Who is named by tags. */
export function authorOf(tags: readonly EvaluationTag[]): string | null {
  return tags.find(({ key }) => key === USER_TAG)?.value ?? null;
}

/** A new dataset as a client describes it. @throws invalid */
export function toEvaluationDatasetDraft(body: Wire['CreateDataset']): EvaluationDatasetDraft {
  const { name = '', tags: text, experiment_ids = [] } = body;
  checkLength('name of a dataset', name, MAX_NAME);
  const tags = text ? toTags(text) : [];
  return { name, tags, author: authorOf(tags), experimentIds: experiment_ids.map(toExperimentId) };
}

function writeTypes(types: FieldTypes): string {
  return writePythonJson(Object.fromEntries(types));
}

function writeSchema({ schema }: EvaluationDataset): string | undefined {
  if (!schema) return undefined;
  const outputs = typeof schema.outputs === 'string' ? writePythonJson(schema.outputs) : writeTypes(schema.outputs);
  const [inputs, expectations] = [writeTypes(schema.inputs), writeTypes(schema.expectations)];
  return `{"inputs": ${inputs}, "outputs": ${outputs}, "expectations": ${expectations}, "version": "1.0"}`;
}

function writeProfile({ recordCount }: EvaluationDataset): string | undefined {
  if (recordCount === null) return undefined;
  return recordCount === 0 ? 'null' : `{"num_records": ${recordCount}}`;
}

/** A dataset as MLflow shows it. @param experimentIds only shown where a dataset was just made */
export function toWireDataset(dataset: EvaluationDataset, experimentIds?: readonly bigint[]): Wire['datasetsDataset'] {
  return {
    dataset_id: dataset.id,
    name: dataset.name,
    tags: writePythonJson(Object.fromEntries(dataset.tags.map(({ key, value }) => [key, value]))),
    schema: writeSchema(dataset),
    profile: writeProfile(dataset),
    digest: dataset.digest,
    created_time: dataset.createdMs,
    last_update_time: dataset.changedMs,
    created_by: dataset.createdBy ?? undefined,
    last_updated_by: dataset.changedBy ?? undefined,
    experiment_ids: experimentIds?.map(String),
  };
}
