import { invalid, show } from '../../../src/model/errors.ts';
import type { ProjectCondition } from '../../../src/model/query.ts';
import { resolveExperimentName } from './experiment-name.ts';
import { type Clause, parseFilter } from './parse.ts';
import { numberTest, textTest } from './value.ts';

function toExperimentId(text: string): bigint {
  if (!/^\s*[+-]?\d+(_\d+)*\s*$/.test(text))
    throw invalid('filter', `The filter has the experiment_id ${show(text)}, which is no whole number.`);
  return BigInt(text.replaceAll('_', ''));
}

function idCondition(clause: Clause): ProjectCondition {
  const test = textTest(clause, 'filter', { lists: true });
  switch (test.operator) {
    case '=':
    case '!=':
      return { on: 'experimentId', negated: test.operator === '!=', ids: [toExperimentId(test.value)] };
    case 'in':
    case 'not in':
      return { on: 'experimentId', negated: test.operator === 'not in', ids: test.values.map(toExperimentId) };
    default:
      throw invalid('filter', `The filter compares experiment_id by ${clause.operator}, which it cannot be compared by.`);
  }
}

function toCondition(clause: Clause): ProjectCondition {
  // unlike in run searches, lower case is refused for LIKE, ILIKE and IN
  if (/[a-z]/.test(clause.operator)) {
    throw invalid('filter', `The filter has the operator ${show(clause.operator)}; it should be in upper case.`);
  }
  const name = resolveExperimentName(clause.subject, 'filter');
  if (name.on === 'tag') return { on: 'tag', key: name.key, test: textTest(clause, 'filter', { nulls: true }) };
  switch (name.field) {
    case 'name':
      return { on: 'name', test: textTest(clause, 'filter') };
    case 'experimentId':
      return idCondition(clause);
    case 'createdMs':
    case 'changedMs': {
      const test = numberTest(clause, 'filter', 'exact');
      if (typeof test.value === 'bigint') return { on: 'number', field: name.field, test };
      throw invalid('filter', `The filter compares ${show(clause.subject)} with a number that is not whole.`);
    }
  }
}

/**
 * Reads the filter of an experiment search. The empty text has no conditions.
 * @throws invalid for anything MLflow refuses
 */
export function parseExperimentFilter(text: string): ProjectCondition[] {
  return parseFilter(text).map(toCondition);
}
