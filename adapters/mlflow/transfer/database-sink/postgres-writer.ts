import pg from 'pg';
import { connectPostgres } from '../database/postgres.ts';
import type { Cell, Row } from '../database/row.ts';
import { type DatabaseAddress, failed } from '../database/server-address.ts';
import { type ColumnType, tableOf } from './schema.ts';
import { type Batch, conflictClause, type Writer } from './writer.ts';

/** Types in which lists of values are handed over; JSON goes as text, because a list of JSON texts would be read as JSON. */
const listTypes: Readonly<Record<ColumnType, string>> = {
  text: 'text[]',
  json: 'text[]',
  bigint: 'bigint[]',
  int: 'integer[]',
  float: 'float8[]',
  bool: 'boolean[]',
  date: 'date[]',
  blob: 'bytea[]',
};

/** The driver writes -0 as 0. */
function toParameter(cell: Cell): Cell {
  return Object.is(cell, -0) ? '-0' : cell;
}

class PostgresWriter implements Writer {
  readonly dialect = 'Postgres';
  readonly identity: string;
  readonly #client: pg.Client;
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: pg.Client, identity: string) {
    this.#client = client;
    this.identity = identity;
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.run('begin');
    try {
      const made = await work();
      await this.run('commit');
      return made;
    } catch (error) {
      await this.run('rollback').catch(() => {});
      throw error;
    }
  }

  async insert({ table, columns, rows, onClash }: Batch): Promise<void> {
    const { key } = tableOf(table);
    const selected = columns.map((column) => (typeOf(table, column) === 'json' ? `${column}::json` : column));
    const lists = columns.map((_, at) => rows.map((row) => toParameter(row[at] ?? null)));
    await this.#query(
      `insert into ${table} (${columns.join(', ')})
       select ${selected.join(', ')} from ${unnest(table, columns)} ${conflictClause(table, key, columns, onClash)}`,
      lists,
    );
  }

  async delete(table: string, columns: readonly string[], tuples: readonly (readonly Cell[])[]): Promise<void> {
    const same = columns.map((column) => `${table}.${column} = given.${column}`).join(' and ');
    const lists = columns.map((_, at) => tuples.map((tuple) => tuple[at] ?? null));
    await this.#query(`delete from ${table} using ${unnest(table, columns)} where ${same}`, lists);
  }

  async rows(sql: string, values: readonly Cell[] = []): Promise<Row[]> {
    let count = 0;
    return this.#query(
      sql.replace(/\?/g, () => `$${++count}`),
      values,
    );
  }

  async run(sql: string): Promise<void> {
    await this.#query(sql, []);
  }

  async take(): Promise<void> {
    await this.run('set statement_timeout = 0');
  }

  async flush(): Promise<void> {
    // each transaction is on disk when it is committed
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  /** One after another: files are written several at a time, and each asks where. */
  #query(sql: string, values: readonly unknown[]): Promise<Row[]> {
    const answer = this.#last.then(() => this.#ask(sql, values));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async #ask(sql: string, values: readonly unknown[]): Promise<Row[]> {
    try {
      return (await this.#client.query<Record<string, Cell>>(sql, [...values])).rows;
    } catch (error) {
      // what the server says of a value is the caller's to tell; a connection that is gone is not
      throw error instanceof pg.DatabaseError ? error : failed('Postgres', error);
    }
  }
}

function typeOf(table: string, column: string): ColumnType {
  return tableOf(table).columns.find(({ name }) => name === column)?.type ?? 'text';
}

/** Lists of values, one for each column, as a table named `given`. */
function unnest(table: string, columns: readonly string[]): string {
  const lists = columns.map((column, at) => `$${at + 1}::${listTypes[typeOf(table, column)]}`);
  return `unnest(${lists.join(', ')}) as given (${columns.join(', ')})`;
}

/** Connects. @throws unavailable, unauthenticated */
export async function openPostgresWriter(address: DatabaseAddress): Promise<Writer> {
  return new PostgresWriter(await connectPostgres(address), address.identity);
}
