import { invalid, show } from '../../../src/model/errors.ts';
import type { RunOrder } from '../../../src/model/query.ts';
import { parseOrderClause } from './order.ts';
import { type RunName, resolveRunName } from './run-name.ts';
import { statusGroups } from './status.ts';

function toOrder(name: RunName, descending: boolean, clause: string): RunOrder {
  switch (name.on) {
    case 'text':
    case 'number':
      return { on: 'field', field: name.field, descending };
    case 'status':
      return { on: 'status', groups: statusGroups, descending };
    case 'dataset':
      throw invalid('order_by', `The order_by clause ${show(clause)} names a dataset, by which runs cannot be ordered.`);
    case 'param':
    case 'tag':
    case 'metric':
      return { on: name.on, key: name.key, descending };
  }
}

/**
 * Reads the order_by list of a run search.
 * @throws invalid for anything MLflow refuses, and for a field that is there twice
 */
export function parseRunOrder(list: readonly string[]): RunOrder[] {
  const seen = new Set<string>();
  return list.map((clause) => {
    const { name: raw, descending } = parseOrderClause(clause);
    const name = resolveRunName(raw, 'order_by');
    const identity = JSON.stringify(name);
    if (seen.has(identity)) throw invalid('order_by', `The order_by list names the field of ${show(clause)} twice.`);
    seen.add(identity);
    return toOrder(name, descending, clause);
  });
}
