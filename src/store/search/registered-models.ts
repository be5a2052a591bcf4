import type { IdScope } from '../../model/reach.ts';
import type { ModelVersion, WholeRegisteredModel } from '../../model/registry.ts';
import type { RegisteredModelCondition, RegisteredModelOrder, RegisteredModelQuery } from '../../model/registry-query.ts';
import type { Database } from '../database.ts';
import { toWhole, type WholeRow, wholeColumns } from '../registered-models.ts';
import { Bindings } from './bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './keyset.ts';
import { refuseManyTerms } from './limits.ts';
import { cutPage, readPageToken } from './page-token.ts';
import { inScope } from './scope.ts';
import { textCondition } from './text-test.ts';

const sortKeys: Readonly<Record<RegisteredModelOrder['field'], SortKey>> = {
  name: { expression: 'r.name', type: 'text' },
  changedMs: { expression: 'r.changed_at', type: 'timestamptz' },
};

function toSql(condition: RegisteredModelCondition, bindings: Bindings): string {
  if (condition.on === 'name') return textCondition('r.name', condition.test, bindings);
  return `exists (select from registered_model_tags c where c.registered_model_id = r.registered_model_id
    and c.key = ${bindings.bind(condition.key, 'text')} and ${textCondition('c.value', condition.test, bindings, true)})`;
}

/** In searches the newest versions come by the names of their stages. */
function byStage(one: ModelVersion, other: ModelVersion): number {
  return one.stage < other.stage ? -1 : 1;
}

/**
 * One page of the registered models of a workspace, in one statement.
 * @param scope what the caller may read
 * @returns the models whole, and the place to go on from when there are more
 * @throws invalid for a place that is none of this order, and for more than 100 conditions and sort keys
 */
export async function searchRegisteredModels(
  db: Database,
  { workspaceId, scope }: { workspaceId: string; scope: IdScope },
  query: RegisteredModelQuery,
): Promise<{ models: WholeRegisteredModel[]; next?: string }> {
  refuseManyTerms(query);
  const bindings = new Bindings();
  const keys = query.order.map(({ field, descending }): SortKey => ({ ...sortKeys[field], descending }));
  const start = query.after === undefined ? undefined : readPageToken(query.after, query.order, [keys]);
  const conditions = [
    `r.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`,
    ...(query.withPrompts ? [] : ['not r.is_prompt']),
    ...query.conditions.map((condition) => toSql(condition, bindings)),
    inScope(bindings, 'r.registered_model_id', scope) ?? 'true',
    ...(start ? [afterPlace(keys, start.place, bindings)] : []),
  ];
  // what belongs to a model is read for those of the page alone, not for all that are sorted: half the time
  const { rows } = await db.query<WholeRow & { place: Place }>({
    text: `select ${wholeColumns('any')}, ${placeOf(keys)} as place from (
        select * from registered_models r
        where ${conditions.join(' and ')} order by ${sortList(keys)} limit ${bindings.bind(query.limit + 1, 'int8')}
      ) r order by ${sortList(keys)}`,
    values: bindings.values,
  });
  const { page, ...more } = cutPage(rows, query.limit, query.order);
  return { models: page.map(toWhole).map((one) => ({ ...one, latest: one.latest.toSorted(byStage) })), ...more };
}
