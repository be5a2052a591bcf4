import { modelStatuses } from '../../../src/model/logged-model.ts';
import type { MeasuredOn, ModelCondition } from '../../../src/model/model-query.ts';
import type { TextTest } from '../../../src/model/query.ts';
import { statusNumbers } from '../map/logged-model.ts';
import { resolveModelName } from './model-name.ts';
import { type Clause, parseFilter } from './parse.ts';
import { passes } from './status.ts';
import { numberTest, textTest } from './value.ts';

const nothing: ModelCondition = { on: 'status', statuses: [] };
const anything: ModelCondition = { on: 'status', statuses: modelStatuses };

/** A comparison of a text. The original takes it without quotes, too, and double quotes for a part of it. */
function modelTextTest(clause: Clause): TextTest {
  const isBare = 'value' in clause && clause.value.kind !== 'list' && clause.value.kind !== 'string';
  const quoted: Clause = isBare ? { ...clause, value: { kind: 'string', text: `'${clause.value.text}'` } } : clause;
  return textTest(quoted, 'filter', { lists: true });
}

/** The original compares a status by its number. */
function statusCondition(test: TextTest): ModelCondition {
  return { on: 'status', statuses: modelStatuses.filter((status) => passes(String(statusNumbers[status]), test)) };
}

function toCondition(clause: Clause, data: readonly MeasuredOn[]): ModelCondition {
  const name = resolveModelName(clause.subject, 'filter');
  switch (name.on) {
    case 'text':
      return { on: 'text', field: name.field, test: modelTextTest(clause) };
    case 'number':
      return { on: 'number', field: name.field, test: numberTest(clause, 'filter', 'exact') };
    case 'status':
      return statusCondition(modelTextTest(clause));
    case 'lifecycle':
      return passes('active', modelTextTest(clause)) ? anything : nothing;
    case 'metric':
      return { on: 'metric', key: name.key, test: numberTest(clause, 'filter', 'double'), data };
    case 'param':
    case 'tag':
      return { on: name.on, key: name.key, test: modelTextTest(clause) };
  }
}

/**
 * Reads the filter of a search over models, in MLflow's language. Conditions on metrics look at points measured on one of the
 * data; without such a condition the model must have been measured on one of them at all.
 * @throws invalid for anything MLflow refuses
 */
export function parseModelFilter(text: string, data: readonly MeasuredOn[]): ModelCondition[] {
  const conditions = parseFilter(text).map((clause) => toCondition(clause, data));
  const isMeasured = data.length === 0 || conditions.some(({ on }) => on === 'metric');
  return isMeasured ? conditions : [...conditions, { on: 'data', data }];
}
