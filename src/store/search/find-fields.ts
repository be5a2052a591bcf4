import type { FieldRef } from '../../model/find.ts';
import type { Bindings } from './bindings.ts';

/** How the values of a field are compared in SQL. `ms` is a whole number of ms since the epoch that queries see as a moment. */
export type FieldType = 'text' | 'int8' | 'float8' | 'timestamptz' | 'ms' | 'bool';

/** A field that is a value of the row itself. */
export interface ColumnField {
  type: FieldType;
  value: string;
  /** Never null and, as a text, never empty. */
  always?: true;
  /** An index holds the first 256 characters of it. */
  indexed?: true;
}

/**
 * An id that is kept as a uuid and shown as a text. Equality is asked of the uuid, so that indexes serve; patterns and order are
 * asked of the text.
 */
export interface IdField {
  type: 'id';
  uuid: string;
  /** SQL of the text; default: the uuid in hex. */
  text?: string;
  /** The uuid a text stands for; undefined: no row has that id. Default: 32 lower hex characters. */
  toUuid?: (id: string) => string | undefined;
  always?: true;
}

/** A field with any number of values, each in a row of another table; also one value that stands there. */
export interface RowsField {
  type: 'rows';
  /** `from` and `where` of the values' rows, joined to the thing. */
  rows: string;
  value: string;
  /** Type of the value; default `text`. */
  of?: Exclude<FieldType, 'bool'>;
  /** A quicker condition for "one of these texts". */
  oneOf?: (texts: readonly string[], bindings: Bindings) => string;
}

export type FieldSql = ColumnField | IdField | RowsField;

/** SQL of every field of a thing by name; fields with parts are made for them. */
export type FieldTable<Name extends string> = Readonly<
  Record<Name, FieldSql | ((of: readonly string[], bindings: Bindings) => FieldSql)>
>;

/** The SQL of a field a query names. */
export function fieldSql<Name extends string>(
  table: FieldTable<Name>,
  { name, of = [] }: FieldRef<Name>,
  bindings: Bindings,
): FieldSql {
  const field = table[name];
  return typeof field === 'function' ? field(of, bindings) : field;
}

/** A uuid from an id of 32 lower hex characters, the only form most things have. */
export function uuidOfHex(id: string): string | undefined {
  return /^[0-9a-f]{32}$/.test(id) ? id : undefined;
}

/** SQL of a uuid as 32 lower hex characters. */
export function hexOf(uuid: string): string {
  return `replace(${uuid}::text, '-', '')`;
}
