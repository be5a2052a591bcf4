import type { Cell, Row } from './row.ts';

/** Rows of one table that have a value in a column. */
export interface TablePart {
  table: string;
  columns: readonly string[];
  column: string;
  value: Cell;
  /** Columns that make a row unique among these. */
  keys: readonly string[];
}

/** One kind of database, for reading. Statements have `?` for values and names in double quotes. */
export interface Dialect {
  readonly name: 'SQLite' | 'Postgres' | 'MySQL';
  /** Where it is, without a login; the same for the same database. */
  readonly identity: string;
  /** The tables with their columns. */
  columns(): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** All rows of a statement; there must not be many. */
  rows(sql: string, values: readonly Cell[]): Promise<Row[]>;
  /** Rows of one table, however many, in batches of at most {@link BATCH}. */
  batches(part: TablePart): AsyncIterable<Row[]>;
  close(): Promise<void>;
}

/** Rows in one batch. */
export const BATCH = 5_000;

/** A name in a statement. */
export function quoted(name: string): string {
  return `"${name}"`;
}

/** The columns of tables, from rows of table and column. */
export function groupColumns(rows: readonly Row[]): Map<string, Set<string>> {
  const tables = new Map<string, Set<string>>();
  for (const { table_name: table, column_name: column } of rows) {
    const columns = tables.get(String(table)) ?? new Set();
    tables.set(String(table), columns.add(String(column)));
  }
  return tables;
}
