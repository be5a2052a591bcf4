/**
 * A checked query over one kind of thing (runs, projects, models, queues), free of any tool's spelling and of any column:
 * conditions in a tree, an order and a page. Doors parse their own language into it; `src/store/search` turns it into SQL by the
 * thing's table of fields.
 */

/** A field by its name; fields that are many by nature (the params of a run) say which one: section and name. */
export interface FieldRef<Name extends string = string> {
  name: Name;
  of?: readonly string[];
}

export type FieldValue = string | number | boolean | Date;
export type Comparison = '<' | '<=' | '>' | '>=';

/** What one field is asked. A field that holds several values passes when one of them does. A missing one passes `missing` alone. */
export type FieldTest =
  | { is: 'one of'; values: readonly FieldValue[] }
  /** Null, an empty text or an empty list. */
  | { is: 'missing' }
  /** A regular expression in the Perl dialect, found anywhere in the text. */
  | { is: 'matching'; pattern: string; ignoreCase?: boolean }
  | { is: Comparison; value: number | Date };

export type Condition<Name extends string = string> =
  /** Passes when there is none. */
  | { all: readonly Condition<Name>[] }
  /** Fails when there is none. */
  | { any: readonly Condition<Name>[] }
  | { not: Condition<Name> }
  | { field: FieldRef<Name>; test: FieldTest };

/** One sort key. Things without the field come last in both directions. */
export interface FindOrder<Name extends string = string> {
  field: FieldRef<Name>;
  descending: boolean;
  /** Texts that are numbers are sorted as numbers, before the others. */
  numeric?: boolean;
}

/** One page of a query. */
export interface Find<Name extends string = string> {
  where: Condition<Name>;
  /** The store appends the id, so the order is total. */
  order: readonly FindOrder<Name>[];
  limit: number;
  /** Things left out at the beginning. */
  skip?: number;
  /** Goes through all pages by places: the answer names the next one. Null is the first page, a text one that came from here. */
  after?: string | null;
}

/** All of some conditions, written as shortly as it goes. */
export function allOf<Name extends string>(conditions: readonly Condition<Name>[]): Condition<Name> {
  const parts = conditions.flatMap((one) => ('all' in one ? one.all : [one]));
  return parts.length === 1 && parts[0] ? parts[0] : { all: parts };
}

/** Any of some conditions, written as shortly as it goes. */
export function anyOf<Name extends string>(conditions: readonly Condition<Name>[]): Condition<Name> {
  const parts = conditions.flatMap((one) => ('any' in one ? one.any : [one]));
  return parts.length === 1 && parts[0] ? parts[0] : { any: parts };
}

/** The ids of a query for the first page of things by id, in no order of its own; undefined for any other query. */
export function idsAlone({ where, order, limit, skip, after }: Find): readonly string[] | undefined {
  const isPlain = order.length === 0 && !skip && after === undefined;
  if (!isPlain || !('field' in where) || where.field.name !== 'id' || where.test.is !== 'one of') return undefined;
  return where.test.values.length <= limit ? where.test.values.map(String) : undefined;
}
