import type { components } from '../../../openapi/generated/mlflow.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import type { ModelOrder } from '../../../src/model/model-query.ts';
import { resolveModelName } from './model-name.ts';

type Wire = components['schemas'];

const newestFirst: ModelOrder = { on: 'field', field: 'createdMs', descending: true };
const byId: ModelOrder = { on: 'field', field: 'id', descending: false };

/** None for what is the same in all models found. */
function toOrder({ field_name = '', ascending = true, dataset_name, dataset_digest }: Wire['ModelOrderBy']): ModelOrder[] {
  const descending = !ascending;
  const name = resolveModelName(field_name, 'order_by');
  if (name.on !== 'metric' && field_name.includes('.')) {
    throw invalid('order_by', `Models cannot be ordered by ${show(field_name)}: of what has a dot, only metrics can be named.`);
  }
  switch (name.on) {
    case 'text':
    case 'number':
      return [{ on: 'field', field: name.field, descending }];
    case 'status':
      return [{ on: 'field', field: 'status', descending }];
    // only active models are found, and params and tags are refused above
    case 'lifecycle':
    case 'param':
    case 'tag':
      return [];
    case 'metric': {
      const data = { name: dataset_name || null, digest: dataset_digest || null };
      return [{ on: 'metric', key: name.key, data, descending }];
    }
  }
}

/** Reads the order of a search over models and makes it total: newest first, then by id. @throws invalid */
export function parseModelOrder(list: readonly Wire['ModelOrderBy'][]): ModelOrder[] {
  const order = list.flatMap(toOrder);
  const has = (field: string) => order.some((one) => one.on === 'field' && one.field === field);
  return [...order, ...(has('createdMs') ? [] : [newestFirst]), ...(has('id') ? [] : [byId])];
}
