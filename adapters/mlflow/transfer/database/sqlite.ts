import { realpath } from 'node:fs/promises';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { BridgeError, show } from '../../../../src/model/errors.ts';
import { BATCH, type Dialect, groupColumns, quoted, type TablePart } from './dialect.ts';
import type { Cell, Row } from './row.ts';

/** How long a statement waits for a writer that holds the file. */
const BUSY_MS = 5_000;

/** A statement with the names of its columns. */
interface Prepared {
  statement: StatementSync;
  names: readonly string[];
}

/** Statements that are kept prepared. */
const KEPT = 50;

/**
 * A database in a file. No statement is left half read: without a write-ahead log, a reader that pauses would keep the server
 * that is still writing to the file from committing.
 */
class Sqlite implements Dialect {
  readonly name = 'SQLite';
  readonly identity: string;
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: DatabaseSync, path: string) {
    this.#database = database;
    this.identity = `sqlite:///${path}`;
  }

  async columns(): Promise<Map<string, Set<string>>> {
    return groupColumns(
      await this.rows(
        `select t.name as table_name, c.name as column_name
         from sqlite_master t, pragma_table_xinfo(t.name) c where t.type = 'table'`,
        [],
      ),
    );
  }

  async rows(sql: string, values: readonly Cell[]): Promise<Row[]> {
    try {
      const { statement, names } = this.#prepare(sql);
      const rows: unknown[] = statement.all(...values.map((value) => (typeof value === 'boolean' ? Number(value) : value)));
      return (rows as Cell[][]).map((cells) => toRow(names, cells));
    } catch (error) {
      throw new BridgeError('unavailable', `The SQLite database cannot be read: ${(error as Error).message}.`, { cause: error });
    }
  }

  async *batches({ table, columns, column, value }: TablePart): AsyncGenerator<Row[]> {
    const list = [...columns.map(quoted), 'rowid as "rowid"'].join(', ');
    const sql = `select ${list} from ${quoted(table)} where ${quoted(column)} = ? and rowid > ? order by rowid limit ${BATCH}`;
    for (let after: Cell = -(2n ** 63n); ; ) {
      const rows = await this.rows(sql, [value, after]);
      if (rows.length > 0) yield rows;
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.['rowid'] ?? null;
    }
  }

  async close(): Promise<void> {
    this.#prepared.clear();
    this.#database.close();
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    statement.setReadBigInts(true);
    statement.setReturnArrays(true);
    const prepared = { statement, names: statement.columns().map(({ name }) => name) };
    if (this.#prepared.size >= KEPT) this.#prepared.clear();
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

/** The objects that the driver makes itself are twice as slow and much larger: each is a dictionary of its own. */
function toRow(names: readonly string[], cells: readonly Cell[]): Row {
  const row: Record<string, Cell> = {};
  for (let at = 0; at < names.length; at += 1) row[names[at] ?? ''] = cells[at] ?? null;
  return row;
}

/** Opens a file for reading alone. @throws invalid when it is no SQLite database */
export async function openSqlite(path: string): Promise<Dialect> {
  const { DatabaseSync } = await import('node:sqlite');
  try {
    const real = await realpath(path);
    const database = new DatabaseSync(real, { readOnly: true, timeout: BUSY_MS });
    database.prepare('select count(*) from sqlite_master').get();
    return new Sqlite(database, real);
  } catch (error) {
    const why = (error as Error).message;
    throw new BridgeError('invalid', `${show(path)} cannot be opened as a SQLite database: ${why}.`, {
      field: 'address',
      cause: error,
    });
  }
}
