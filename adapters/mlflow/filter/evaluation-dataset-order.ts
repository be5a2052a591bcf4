import { invalid, show } from '../../../src/model/errors.ts';
import type { EvaluationDatasetOrder } from '../../../src/model/evaluation-dataset.ts';
import { resolveEvaluationDatasetName } from './evaluation-dataset-name.ts';
import { parseOrderClause } from './order.ts';

const newestFirst: EvaluationDatasetOrder = { field: 'createdMs', descending: true };

function toOrder(clause: string): EvaluationDatasetOrder {
  const { name: raw, descending } = parseOrderClause(clause);
  const name = resolveEvaluationDatasetName(raw, 'order_by');
  if (name.on === 'number') return { field: name.field, descending };
  if (name.on === 'text' && name.field === 'name') return { field: 'name', descending };
  throw invalid('order_by', `Evaluation datasets cannot be ordered by ${show(clause)}: only by name and by their times.`);
}

/** Reads the order_by list of a search over evaluation datasets; newest first when it is empty. @throws invalid */
export function parseEvaluationDatasetOrder(list: readonly string[]): EvaluationDatasetOrder[] {
  if (list.length === 0) return [newestFirst];
  const order = new Map<string, EvaluationDatasetOrder>();
  for (const one of list.map(toOrder)) if (!order.has(one.field)) order.set(one.field, one);
  return [...order.values()];
}
