import { invalid } from '../../model/errors.ts';

/** Conditions and sort keys of one search. Each is a join or a sub-select, and planning grows faster than their number. */
const MAX_TERMS = 100;

/** @throws invalid for a search of more than 100 conditions and sort keys */
export function refuseManyTerms({ conditions, order }: { conditions: readonly unknown[]; order: readonly unknown[] }): void {
  const terms = conditions.length + order.length;
  if (terms > MAX_TERMS) {
    throw invalid('filter', `The search has ${terms} conditions and sort keys; at most ${MAX_TERMS} are searched for at once.`);
  }
}
