import type { DatasetField, RunCondition } from '../../../src/model/query.ts';
import { unknownName } from './name.ts';
import { type Clause, parseFilter } from './parse.ts';
import { resolveRunName } from './run-name.ts';
import { statusesPassing } from './status.ts';
import { numberTest, textTest } from './value.ts';

const datasetFields: ReadonlySet<string> = new Set<DatasetField>(['name', 'digest', 'context']);

function isDatasetField(key: string): key is DatasetField {
  return datasetFields.has(key);
}

function toCondition(clause: Clause): RunCondition {
  const name = resolveRunName(clause.subject, 'filter');
  switch (name.on) {
    case 'text':
      return { on: 'text', field: name.field, test: textTest(clause, 'filter', { lists: name.isId, nulls: name.isTag }) };
    case 'number':
      return { on: 'number', field: name.field, test: numberTest(clause, 'filter', 'exact') };
    case 'status':
      return { on: 'status', statuses: statusesPassing(textTest(clause, 'filter')) };
    case 'metric':
      return { on: 'metric', key: name.key, test: numberTest(clause, 'filter', 'double') };
    case 'dataset':
      if (!isDatasetField(name.key)) throw unknownName('filter', 'dataset field', name.key, datasetFields);
      return { on: 'dataset', field: name.key, test: textTest(clause, 'filter', { lists: true }) };
    case 'param':
    case 'tag':
      return { on: name.on, key: name.key, test: textTest(clause, 'filter', { nulls: true }) };
  }
}

/**
 * Reads the filter of a run search, in MLflow's language. The empty text has no conditions.
 * @throws invalid for anything MLflow refuses
 */
export function parseRunFilter(text: string): RunCondition[] {
  return parseFilter(text).map(toCondition);
}
