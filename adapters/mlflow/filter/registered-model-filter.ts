import type { RegisteredModelCondition, RegisteredModelOrder, RegisteredModelQuery } from '../../../src/model/registry-query.ts';
import { unknownName } from './name.ts';
import { parseOrderClause } from './order.ts';
import { type Clause, parseFilter } from './parse.ts';
import { refuseTwice, resolveFiltered } from './registry-name.ts';
import { partPrompts } from './registry-prompts.ts';
import { textTest } from './value.ts';

const attributes = ['name'];

function toCondition(clause: Clause): RegisteredModelCondition {
  const name = resolveFiltered(clause.subject, attributes);
  if (name.on === 'tag') return { on: 'tag', key: name.key, test: textTest(clause, 'filter') };
  return { on: 'name', test: textTest(clause, 'filter', { lists: true }) };
}

/** Reads the filter of a search over registered models, in MLflow's language. @throws invalid for anything MLflow refuses */
export function parseRegisteredModelFilter(text: string): Pick<RegisteredModelQuery, 'conditions' | 'withPrompts'> {
  const { clauses, withPrompts } = partPrompts(parseFilter(text), attributes);
  return { conditions: clauses.map(toCondition), withPrompts };
}

/** Both times mean the last change. */
const sortable: ReadonlyMap<string, RegisteredModelOrder['field']> = new Map([
  ['name', 'name'],
  ['timestamp', 'changedMs'],
  ['last_updated_timestamp', 'changedMs'],
]);

/** Reads the order of a search over registered models and makes it total. @throws invalid */
export function parseRegisteredModelOrder(list: readonly string[]): RegisteredModelOrder[] {
  const order = list.map((clause): RegisteredModelOrder => {
    const { name, descending } = parseOrderClause(clause);
    const field = sortable.get(name.trim());
    if (field === undefined) throw unknownName('order_by', 'attribute', name, sortable.keys());
    return { field, descending };
  });
  refuseTwice(order);
  return order.some(({ field }) => field === 'name') ? order : [...order, { field: 'name', descending: false }];
}
