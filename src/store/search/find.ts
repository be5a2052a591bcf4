import type { Find } from '../../model/find.ts';
import type { Database } from '../database.ts';
import { Bindings } from './bindings.ts';
import { conditionSql, refuseLargeQueries } from './find-conditions.ts';
import type { FieldTable } from './find-fields.ts';
import { keysOfOrder } from './find-order.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './keyset.ts';
import { cutPage, readPageToken } from './page-token.ts';

/** How one kind of thing is found. */
export interface Findable<Name extends string> {
  fields: FieldTable<Name>;
  /** `select` list of the rows wanted. */
  columns: string;
  /** What stands behind `from`. */
  from: string;
  /** Conditions every row passes, for instance the workspace; values are bound. */
  scope: (bindings: Bindings) => readonly string[];
  /** Keys that make every order total, and are the order when there is no other: that in which things were made. */
  last: readonly SortKey[];
}

/** Rows of a page, and where it goes on when it is asked for by places and there are more. */
export interface Found<Row> {
  rows: Row[];
  next?: string;
}

/**
 * One page of a query, in one statement. By `skip` a late page costs more than the first; by places it costs the same.
 * @throws invalid for too many conditions, a pattern that cannot be searched for, and a place that is none of this query
 */
export async function find<Row extends object, Name extends string>(
  db: Database,
  findable: Findable<Name>,
  query: Find<Name>,
): Promise<Found<Row>> {
  refuseLargeQueries(query);
  const bindings = new Bindings();
  const isPlaced = query.after !== undefined;
  const keys = [...keysOfOrder(findable.fields, query.order, bindings, isPlaced), ...findable.last];
  const identity = [query.where, query.order];
  const start = query.after ? readPageToken(query.after, identity, [keys]).place : undefined;
  const conditions = [
    ...findable.scope(bindings),
    conditionSql(findable.fields, query.where, bindings),
    ...(start ? [afterPlace(keys, start, bindings)] : []),
  ];
  const { rows } = await db.query<Row & { place: Place }>({
    text: `select ${findable.columns}${isPlaced ? `, ${placeOf(keys)} as place` : ''} from ${findable.from}
      where ${conditions.join(' and ')} order by ${sortList(keys)}
      limit ${bindings.bind(query.limit + (isPlaced ? 1 : 0), 'int8')} offset ${bindings.bind(query.skip ?? 0, 'int8')}`,
    values: bindings.values,
  });
  if (!isPlaced) return { rows };
  const { page, ...more } = cutPage(rows, query.limit, identity);
  return { rows: page, ...more };
}

/** How many rows pass a condition. @param most where counting stops @throws invalid like {@link find} */
export async function countFound<Name extends string>(
  db: Database,
  findable: Findable<Name>,
  where: Find<Name>['where'],
  most?: number,
): Promise<number> {
  refuseLargeQueries({ where, order: [] });
  const bindings = new Bindings();
  const conditions = [...findable.scope(bindings), conditionSql(findable.fields, where, bindings)];
  const { rows } = await db.query<{ count: bigint }>({
    text: `select count(*) as count from (select from ${findable.from} where ${conditions.join(' and ')} limit ${bindings.bind(most ?? null, 'int8')}) f`,
    values: bindings.values,
  });
  return Number(rows[0]?.count ?? 0n);
}
