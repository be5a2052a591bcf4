import type { FindOrder } from '../../model/find.ts';
import type { Bindings } from './bindings.ts';
import { type FieldSql, type FieldTable, fieldSql, hexOf } from './find-fields.ts';
import type { SortKey } from './keyset.ts';

const sortTypes = { text: 'text', int8: 'int8', float8: 'float8', ms: 'int8', timestamptz: 'int8' } as const;
/** A text that Postgres reads as a double; the bounds keep it from one it refuses for its size. */
const NUMBER = String.raw`'^[-+]?(\d{1,200}\.?\d{0,200}|\.\d{1,200})([eE][-+]?\d{1,2})?$'`;

/** A moment in µs since the epoch, all of it: what a place is written in. */
export const microseconds = (value: string) => `(extract(epoch from ${value}) * 1000000)::int8`;

/** What a field is sorted by: one value, of several the smallest. */
function sortValue(field: FieldSql, isPlaced: boolean): { expression: string; type: SortKey['type'] } {
  if (field.type === 'id') return { expression: field.text ?? hexOf(field.uuid), type: 'text' };
  if (field.type === 'bool') return { expression: `(${field.value})::int4`, type: 'int4' };
  const type = field.type === 'rows' ? (field.of ?? 'text') : field.type;
  const value = field.type === 'rows' ? `(select min(${field.value}) from ${field.rows})` : field.value;
  return { expression: isPlaced && type === 'timestamptz' ? microseconds(value) : value, type: sortTypes[type] };
}

/** Keys of one order: whether the value is missing, then the value. Without places one key says both, which an index can serve. */
function keysOf(field: FieldSql, { descending, numeric }: FindOrder, isPlaced: boolean): SortKey[] {
  const { expression, type } = sortValue(field, isPlaced);
  const value = type === 'text' && field.type !== 'id' ? `nullif(${expression}, '') collate "C"` : expression;
  const isAlways = 'always' in field && field.always === true;
  const sorted: SortKey = { expression: isAlways ? expression : value, type, descending };
  if (numeric) {
    const number = `case when ${expression} ~ ${NUMBER} then (${expression})::float8 end`;
    const rank = `case when ${value} is null then 2 when ${expression} ~ ${NUMBER} then 0 else 1 end`;
    return [{ expression: rank, type: 'int4' }, { expression: `coalesce(${number}, 0)`, type: 'float8', descending }, sorted];
  }
  if (isAlways) return [sorted];
  if (isPlaced) return [{ expression: `(${value} is null)::int4`, type: 'int4' }, sorted];
  return [descending ? { ...sorted, nulls: 'last' } : sorted];
}

/** Sort keys of a whole order. @param isPlaced pages are found by the place of their last row */
export function keysOfOrder<Name extends string>(
  table: FieldTable<Name>,
  order: readonly FindOrder<Name>[],
  bindings: Bindings,
  isPlaced: boolean,
): SortKey[] {
  return order.flatMap((one) => keysOf(fieldSql(table, one.field, bindings), one, isPlaced));
}
