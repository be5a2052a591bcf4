import type { Cell, Row } from '../database/row.ts';
import type { DialectName } from './ddl.ts';

/** What becomes of a row whose primary key is there already. */
export type OnClash =
  /** The one that is there stays. */
  | 'keep'
  /** All its other columns are changed to those given. */
  | 'change'
  /** As `change`, where this row stands behind the one that is there in the order of these columns. */
  | { changeIfLater: readonly string[] };

/** Rows of one table as lists of values, in the order of `columns`. */
export interface Batch {
  table: string;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  onClash: OnClash;
}

/** One kind of database, for writing into the schema of `schema.ts`. Statements have `?` for values. */
export interface Writer {
  readonly dialect: DialectName;
  /** Where it is, without a login; the same for the same database. */
  readonly identity: string;
  /** Settings for writing much, once it is known that the database is to be written. */
  take(): Promise<void>;
  /** Carries out the work as a whole or not at all. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Writes rows with distinct keys, however many, unless clashes are kept: then keys may repeat. */
  insert(batch: Batch): Promise<void>;
  /** Deletes the rows whose columns have one of the tuples. */
  delete(table: string, columns: readonly string[], tuples: readonly (readonly Cell[])[]): Promise<void>;
  /** All rows of a statement; there must not be many. */
  rows(sql: string, values?: readonly Cell[]): Promise<Row[]>;
  /** A statement without an answer. */
  run(sql: string): Promise<void>;
  /** Everything written is on disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** The `on conflict` clause of an insert. */
export function conflictClause(table: string, key: readonly string[], columns: readonly string[], onClash: OnClash): string {
  const others = columns.filter((column) => !key.includes(column));
  if (onClash === 'keep' || others.length === 0) return 'on conflict do nothing';
  const changes = others.map((column) => `${column} = excluded.${column}`).join(', ');
  const order = typeof onClash === 'object' ? onClash.changeIfLater : [];
  const of = (name: string) => order.map((column) => `${name}.${column}`).join(', ');
  const condition = order.length > 0 ? ` where (${of('excluded')}) > (${of(table)})` : '';
  return `on conflict (${key.join(', ')}) do update set ${changes}${condition}`;
}
