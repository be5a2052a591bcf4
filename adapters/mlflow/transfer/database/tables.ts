import { type Dialect, quoted } from './dialect.ts';
import type { Cell, Row } from './row.ts';

/** Part of the `where` of a statement. */
export interface Condition {
  sql: string;
  values: readonly Cell[];
}

/** Rows of one table; columns it does not have are left out. */
export interface Query {
  table: string;
  columns: readonly string[];
  where?: readonly Condition[];
}

/** `column in (values)`; nothing is in an empty list. */
export function isIn(column: string, values: readonly Cell[]): Condition {
  if (values.length === 0) return { sql: '1 = 0', values: [] };
  return { sql: `${quoted(column)} in (${values.map(() => '?').join(', ')})`, values };
}

/** `column operator value` */
export function compares(column: string, operator: '=' | '<>' | '>=' | '<=', value: Cell): Condition {
  return { sql: `${quoted(column)} ${operator} ?`, values: [value] };
}

/** Nothing fulfils it. */
export const never: Condition = { sql: '1 = 0', values: [] };

function join(conditions: readonly Condition[]): Condition {
  const sql = conditions.length > 0 ? ` where ${conditions.map((each) => `(${each.sql})`).join(' and ')}` : '';
  return { sql, values: conditions.flatMap(({ values }) => values) };
}

/** Rows that stand behind one in the order of some columns. */
function isBehind(keys: readonly string[], row: Row): Condition {
  const alternatives = keys.map((key, at) =>
    [...keys.slice(0, at).map((equal) => `${quoted(equal)} = ?`), `${quoted(key)} > ?`].join(' and '),
  );
  const values = keys.flatMap((_, at) => keys.slice(0, at + 1).map((key) => row[key] ?? null));
  return { sql: alternatives.join(' or '), values };
}

/** The tables of a database of whatever revision: what a revision lacks reads as if it was empty. */
export class Tables {
  readonly dialect: Dialect;
  readonly #columns: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(dialect: Dialect, columns: ReadonlyMap<string, ReadonlySet<string>>) {
    this.dialect = dialect;
    this.#columns = columns;
  }

  get names(): readonly string[] {
    return [...this.#columns.keys()].sort();
  }

  has(table: string, column?: string): boolean {
    const columns = this.#columns.get(table);
    return columns !== undefined && (column === undefined || columns.has(column));
  }

  /** Those of some columns that a table has. */
  known(table: string, columns: readonly string[]): string[] {
    return columns.filter((column) => this.has(table, column));
  }

  /** All rows; there must not be many. */
  async rows({ table, columns, where = [] }: Query): Promise<Row[]> {
    return this.has(table) ? this.#select(table, columns, where, '') : [];
  }

  /**
   * Rows in pages, in the order of keys.
   * @param keys columns that together are unique; at least the last one is in every revision
   */
  async *pages({ table, columns, where = [] }: Query, keys: readonly string[], size: number): AsyncGenerator<Row[]> {
    if (!this.has(table)) return;
    const order = this.known(table, keys);
    const end = ` order by ${order.map(quoted).join(', ')} limit ${size}`;
    for (let last: Row | undefined; ; ) {
      const rows = await this.#select(table, [...columns, ...order], last ? [...where, isBehind(order, last)] : where, end);
      if (rows.length > 0) yield rows;
      if (rows.length < size) return;
      last = rows.at(-1);
    }
  }

  async count(table: string, where: readonly Condition[] = []): Promise<bigint> {
    if (!this.has(table)) return 0n;
    const { sql, values } = join(where);
    const [row] = await this.dialect.rows(`select count(*) as "count" from ${quoted(table)}${sql}`, values);
    return BigInt(String(row?.['count'] ?? 0));
  }

  async #select(table: string, columns: readonly string[], where: readonly Condition[], end: string): Promise<Row[]> {
    const list = [...new Set(this.known(table, columns))].map(quoted).join(', ');
    const { sql, values } = join(where);
    return this.dialect.rows(`select ${list} from ${quoted(table)}${sql}${end}`, values);
  }
}

/** Rows by what one of their columns holds. */
export function groupBy(rows: readonly Row[], column: string): (key: Cell | undefined) => Row[] {
  const groups = Map.groupBy(rows, (row) => String(row[column]));
  return (key) => groups.get(String(key)) ?? [];
}
