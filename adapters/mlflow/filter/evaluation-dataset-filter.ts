import { invalid, show } from '../../../src/model/errors.ts';
import type { EvaluationDatasetCondition } from '../../../src/model/evaluation-dataset.ts';
import { resolveEvaluationDatasetName } from './evaluation-dataset-name.ts';
import { type Clause, parseFilter } from './parse.ts';
import { numberTest, textTest } from './value.ts';

const FIELD = 'filter_string';

function toCondition(clause: Clause): EvaluationDatasetCondition {
  if (/[a-z]/.test(clause.operator)) {
    throw invalid(FIELD, `The ${FIELD} has the operator ${show(clause.operator)}; it should be in upper case.`);
  }
  const name = resolveEvaluationDatasetName(clause.subject, FIELD);
  switch (name.on) {
    case 'tag':
      return { on: 'tag', key: name.key, test: textTest(clause, FIELD) };
    case 'text': {
      const test = textTest(clause, FIELD, { lists: name.field === 'name' });
      if (test.operator !== 'not in') return { on: 'text', field: name.field, test };
      throw invalid(FIELD, `The ${FIELD} compares ${show(clause.subject)} by NOT IN; of lists, it can be compared by IN alone.`);
    }
    case 'number': {
      const test = numberTest(clause, FIELD, 'exact');
      if (typeof test.value === 'bigint') return { on: 'number', field: name.field, test };
      throw invalid(FIELD, `The ${FIELD} compares ${show(clause.subject)} with a number that is not whole.`);
    }
  }
}

/** Reads the filter of a search over evaluation datasets. The empty text has no conditions. @throws invalid */
export function parseEvaluationDatasetFilter(text: string): EvaluationDatasetCondition[] {
  return parseFilter(text, FIELD).map(toCondition);
}
