import type { DatasetField, RunCondition, TextTest } from '../../model/query.ts';
import { uuidOfId } from '../run-ids.ts';
import type { Bindings } from './bindings.ts';
import { doubleCondition, wholeCondition } from './number-test.ts';
import { indexedColumns, keyedTables, runColumns } from './run-columns.ts';
import { textCondition } from './text-test.ts';

const datasetColumns: Readonly<Record<DatasetField, string>> = { name: 'd.name', digest: 'd.digest', context: 'u.context' };

/** What a condition is written for. */
export interface RunScope {
  bindings: Bindings;
  /** Expression of the project searched. */
  project: string;
  /** Numbers of the keys that exist. */
  keyIds: ReadonlyMap<string, number>;
}

/** Ids are compared as uuids, so that the index serves; patterns need the text that is shown. */
function idCondition(test: TextTest, { bindings }: RunScope): string {
  switch (test.operator) {
    case '=':
    case '!=':
      return `r.uuid ${test.operator === '=' ? '=' : '<>'} ${bindings.bind(uuidOfId(test.value), 'uuid')}`;
    case 'in':
    case 'not in':
      return `r.uuid ${test.operator === 'in' ? '= any' : '<> all'}(${bindings.bind(test.values.map(uuidOfId), 'uuid[]')})`;
    default:
      return textCondition(`coalesce(r.external_id, replace(r.uuid::text, '-', ''))`, test, bindings);
  }
}

function keyedCondition(condition: RunCondition & { on: 'param' | 'tag' | 'metric' }, scope: RunScope): string {
  const { bindings, project, keyIds } = scope;
  const { table, column } = keyedTables[condition.on];
  const isAbsence = condition.test.operator === 'is null';
  const keyId = keyIds.get(condition.key);
  if (keyId === undefined) return isAbsence ? 'true' : 'false';
  const row = `select from ${table} c where c.run_id = r.run_id and c.key_id = ${bindings.bind(keyId, 'int4')}`;
  if (isAbsence) return `not exists (${row})`;
  const expression = `c.${column}`;
  const value =
    condition.on === 'metric'
      ? doubleCondition(expression, condition.test, bindings)
      : textCondition(expression, condition.test, bindings, true);
  return `exists (${row} and c.project_id = ${project} and ${value})`;
}

/** A condition on `runs r`, in SQL. */
export function runCondition(condition: RunCondition, scope: RunScope): string {
  const { bindings } = scope;
  switch (condition.on) {
    case 'text':
      if (condition.field === 'runId') return idCondition(condition.test, scope);
      return textCondition(runColumns[condition.field], condition.test, bindings, indexedColumns.has(condition.field));
    case 'number':
      return wholeCondition(runColumns[condition.field], condition.test, bindings);
    case 'status':
      return `r.status = any(${bindings.bind(condition.statuses, 'text[]')})`;
    case 'dataset': {
      const value = textCondition(datasetColumns[condition.field], condition.test, bindings);
      return `exists (select from run_datasets u join datasets d using (dataset_id) where u.run_id = r.run_id and ${value})`;
    }
    case 'param':
    case 'tag':
    case 'metric':
      return keyedCondition(condition, scope);
  }
}
