import { realpath } from 'node:fs/promises';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { BridgeError, show } from '../../../../src/model/errors.ts';
import type { Cell, Row } from '../database/row.ts';
import { tableOf } from './schema.ts';
import { type Batch, conflictClause, type Writer } from './writer.ts';

/** How long a statement waits for another program that holds the file. */
const BUSY_MS = 10_000;

function toInput(cell: Cell): SQLInputValue {
  return typeof cell === 'boolean' ? Number(cell) : cell;
}

/** A database in a file. While it is written a log beside it takes the changes; closing folds it in. */
class SqliteWriter implements Writer {
  readonly dialect = 'SQLite';
  readonly identity: string;
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  #isTaken = false;

  constructor(database: DatabaseSync, path: string) {
    this.#database = database;
    this.identity = `sqlite:///${path}`;
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    this.#database.exec('begin immediate');
    try {
      const made = await work();
      this.#database.exec('commit');
      return made;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('rollback');
      throw error;
    }
  }

  async insert({ table, columns, rows, onClash }: Batch): Promise<void> {
    const places = columns.map(() => '?').join(', ');
    const clash = conflictClause(table, tableOf(table).key, columns, onClash);
    const statement = this.#prepare(`insert into ${table} (${columns.join(', ')}) values (${places}) ${clash}`);
    for (const row of rows) statement.run(...row.map(toInput));
  }

  async delete(table: string, columns: readonly string[], tuples: readonly (readonly Cell[])[]): Promise<void> {
    const statement = this.#prepare(`delete from ${table} where ${columns.map((column) => `${column} = ?`).join(' and ')}`);
    for (const tuple of tuples) statement.run(...tuple.map(toInput));
  }

  async rows(sql: string, values: readonly Cell[] = []): Promise<Row[]> {
    return this.#prepare(sql).all(...values.map(toInput)) as Row[];
  }

  async run(sql: string): Promise<void> {
    this.#database.exec(sql);
  }

  async take(): Promise<void> {
    this.#isTaken = true;
    this.#database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -65536');
  }

  async flush(): Promise<void> {
    this.#database.exec('pragma wal_checkpoint(full)');
  }

  async close(): Promise<void> {
    this.#prepared.clear();
    try {
      if (this.#isTaken) this.#database.exec('pragma journal_mode = delete');
    } catch {
      // somebody still reads: then the log stays beside the file, which is as good to whoever opens it
    }
    this.#database.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    statement.setReadBigInts(true);
    this.#prepared.set(sql, statement);
    return statement;
  }
}

/** Opens a file for writing, making it when it is absent. @throws invalid when it cannot be one of SQLite's */
export async function openSqliteWriter(path: string): Promise<Writer> {
  const { DatabaseSync } = await import('node:sqlite');
  try {
    const database = new DatabaseSync(path, { timeout: BUSY_MS });
    // a file that is no database says so now
    database.prepare('select count(*) from sqlite_master').get();
    return new SqliteWriter(database, await realpath(path));
  } catch (error) {
    const why = (error as Error).message;
    throw new BridgeError('invalid', `${show(path)} cannot be written as a SQLite database: ${why}.`, {
      field: 'address',
      cause: error,
    });
  }
}
