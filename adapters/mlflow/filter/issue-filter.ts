import { invalid } from '../../../src/model/errors.ts';
import type { IssueCondition } from '../../../src/model/issue.ts';
import { unknownName, unquote } from './name.ts';
import { type Clause, parseFilter } from './parse.ts';

const fields: ReadonlyMap<string, IssueCondition['field']> = new Map([
  ['status', 'status'],
  ['source_run_id', 'sourceRun'],
]);

/** The original takes values without quotes, too, and drops white space around them. */
function toCondition(clause: Clause): IssueCondition {
  const name = unquote(clause.subject) ?? clause.subject;
  const field = fields.get(name);
  if (!field) throw unknownName('filter_string', 'field', name, fields.keys());
  const { operator } = clause;
  if (!('value' in clause) || (operator !== '=' && operator !== '!=')) {
    throw invalid('filter_string', `The filter_string compares issues by ${operator}; only = and != can be used.`);
  }
  return { field, operator, value: (unquote(clause.value.text) ?? clause.value.text).trim() };
}

/** Reads the filter of a search over issues. The empty text has no conditions. @throws invalid for anything MLflow refuses */
export function parseIssueFilter(text: string): IssueCondition[] {
  return parseFilter(text, 'filter_string').map(toCondition);
}
