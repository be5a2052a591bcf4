import type { IdScope } from '../../model/reach.ts';
import type { ModelVersion } from '../../model/registry.ts';
import type { VersionCondition, VersionOrder, VersionQuery } from '../../model/registry-query.ts';
import type { Database } from '../database.ts';
import { toVersion, VERSION_FACTS, VERSION_TABLES, type VersionRow } from '../model-versions.ts';
import { Bindings } from './bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './keyset.ts';
import { refuseManyTerms } from './limits.ts';
import { wholeCondition } from './number-test.ts';
import { cutPage, readPageToken } from './page-token.ts';
import { inScope } from './scope.ts';
import { textCondition } from './text-test.ts';

const sortKeys: Readonly<Record<VersionOrder['field'], SortKey>> = {
  name: { expression: 'r.name', type: 'text' },
  version: { expression: 'v.version', type: 'int8' },
  createdMs: { expression: 'v.created_at', type: 'timestamptz' },
  changedMs: { expression: 'v.changed_at', type: 'timestamptz' },
};

const texts = { name: 'r.name', runId: 'v.run', source: 'v.source collate "C"' } as const;

/** A prompt is known by a tag of any of its versions. */
const NO_PROMPT = `not exists (select from model_version_tags p where p.registered_model_id = v.registered_model_id
  and p.key = 'mlflow.prompt.is_prompt' and p.value = 'true')`;

function toSql(condition: VersionCondition, bindings: Bindings): string {
  switch (condition.on) {
    case 'text':
      return textCondition(texts[condition.field], condition.test, bindings);
    case 'version':
      return wholeCondition('v.version', condition.test, bindings);
    case 'tag':
      return `exists (select from model_version_tags c
        where c.registered_model_id = v.registered_model_id and c.version = v.version
          and c.key = ${bindings.bind(condition.key, 'text')} and ${textCondition('c.value', condition.test, bindings, true)})`;
  }
}

/**
 * One page of the versions of a workspace, in one statement. Their aliases are left out.
 * @param scope the registered models that the caller may read
 * @returns the versions, and the place to go on from when there are more
 * @throws invalid for a place that is none of this order, and for more than 100 conditions and sort keys
 */
export async function searchVersions(
  db: Database,
  { workspaceId, scope }: { workspaceId: string; scope: IdScope },
  query: VersionQuery,
): Promise<{ versions: ModelVersion[]; next?: string }> {
  refuseManyTerms(query);
  const bindings = new Bindings();
  const keys = query.order.map(({ field, descending }): SortKey => ({ ...sortKeys[field], descending }));
  const start = query.after === undefined ? undefined : readPageToken(query.after, query.order, [keys]);
  const conditions = [
    `r.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`,
    'v.deleted_at is null',
    ...(query.withPrompts ? [] : [NO_PROMPT]),
    ...query.conditions.map((condition) => toSql(condition, bindings)),
    inScope(bindings, 'r.registered_model_id', scope) ?? 'true',
    ...(start ? [afterPlace(keys, start.place, bindings)] : []),
  ];
  const { rows } = await db.query<VersionRow & { place: Place }>({
    text: `select ${VERSION_FACTS}, '{}'::text[] as aliases, ${placeOf(keys)} as place from ${VERSION_TABLES}
      where ${conditions.join(' and ')} order by ${sortList(keys)} limit ${bindings.bind(query.limit + 1, 'int8')}`,
    values: bindings.values,
  });
  const { page, ...more } = cutPage(rows, query.limit, query.order);
  return { versions: page.map(toVersion), ...more };
}
