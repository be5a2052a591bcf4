import { invalid, show } from '../../../src/model/errors.ts';
import type { ProjectOrder } from '../../../src/model/query.ts';
import { resolveExperimentName } from './experiment-name.ts';
import { parseOrderClause } from './order.ts';

/** Newest first. */
const byDefault: readonly ProjectOrder[] = [
  { field: 'createdMs', descending: true },
  { field: 'experimentId', descending: false },
];

/**
 * Reads the order_by list of an experiment search and makes it total: MLflow's default when it is empty, else the greatest id
 * first among equals. A field that comes again changes nothing.
 * @throws invalid for anything MLflow refuses
 */
export function parseExperimentOrder(list: readonly string[]): ProjectOrder[] {
  if (list.length === 0) return [...byDefault];
  const order = new Map<string, ProjectOrder>();
  for (const clause of list) {
    const { name: raw, descending } = parseOrderClause(clause);
    const name = resolveExperimentName(raw, 'order_by');
    if (name.on === 'tag') {
      throw invalid('order_by', `The order_by clause ${show(clause)} names a tag, by which experiments cannot be ordered.`);
    }
    if (!order.has(name.field)) order.set(name.field, { field: name.field, descending });
  }
  if (!order.has('experimentId')) order.set('experimentId', { field: 'experimentId', descending: true });
  return [...order.values()];
}
