import { invalid, show } from '../../../src/model/errors.ts';
import type { TraceOrder } from '../../../src/model/trace-query.ts';
import { traceStatusWords } from '../map/trace.ts';
import { parseOrderClause } from './order.ts';
import { resolveTraceName, SOURCE_RUN, type TraceName } from './trace-name.ts';

function toOrder(name: TraceName, descending: boolean, clause: string): TraceOrder {
  switch (name.on) {
    case 'text':
    case 'number':
      return { on: 'field', field: name.field, descending };
    case 'experiment':
      return { on: 'field', field: 'experimentId', descending };
    case 'status':
      return { on: 'status', words: traceStatusWords, descending };
    case 'run':
      return { on: 'metadata', key: SOURCE_RUN, descending };
    case 'tag':
    case 'metadata':
      return { on: name.on, key: name.key, descending };
    default:
      throw invalid('order_by', `The order_by clause ${show(clause)} names something by which traces cannot be ordered.`);
  }
}

/**
 * Reads the order_by list of a trace search.
 * @throws invalid for anything MLflow refuses, and for a field that is there twice
 */
export function parseTraceOrder(list: readonly string[]): TraceOrder[] {
  const seen = new Set<string>();
  return list.map((clause) => {
    const { name: raw, descending } = parseOrderClause(clause);
    const name = resolveTraceName(raw, 'order_by');
    const identity = JSON.stringify(name);
    if (seen.has(identity)) throw invalid('order_by', `The order_by list names the field of ${show(clause)} twice.`);
    seen.add(identity);
    return toOrder(name, descending, clause);
  });
}
