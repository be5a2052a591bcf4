import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import { searchTraces as search } from '../../../src/tracing/search.ts';
import { parseTraceFilter } from '../filter/trace-filter.ts';
import { parseTraceOrder } from '../filter/trace-order.ts';
import { toExperimentId } from '../map/ids.ts';
import { toPage } from '../map/page.ts';
import { toTraceInfoV2, toTraceInfoV3 } from '../map/trace.ts';

const PAGE = { usual: 100, most: 500 };

interface Wanted {
  filter?: string;
  max_results?: number;
  order_by?: readonly string[];
  page_token?: string;
}

function searchIn(context: Context, experimentIds: readonly (string | undefined)[], wanted: Wanted) {
  const { filter = '', order_by = [] } = wanted;
  return search(context, {
    ...toPage(wanted, PAGE),
    experimentIds: experimentIds.map(toExperimentId),
    conditions: parseTraceFilter(filter),
    order: parseTraceOrder(order_by),
  });
}

export const searchTraces: Handler<operations['searchTraces']> = async ({ query }, context) => {
  const { traces, next } = await searchIn(context, query.experiment_ids ?? [], query);
  return { traces: traces.map(toTraceInfoV2), next_page_token: next };
};

/** Locations that are no experiments hold no traces here. */
export const searchTracesV3: Handler<operations['searchTracesV3']> = async ({ body }, context) => {
  const experiments = (body.locations ?? []).flatMap(({ mlflow_experiment }) => mlflow_experiment ?? []);
  const ids = experiments.map(({ experiment_id }) => experiment_id ?? '');
  const { traces, next } = await searchIn(context, ids, body);
  return { traces: traces.map(toTraceInfoV3), next_page_token: next };
};
