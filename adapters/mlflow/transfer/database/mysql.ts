import type { Connection, TypeCastField } from 'mysql2';
import { BATCH, type Dialect, groupColumns, quoted, type TablePart } from './dialect.ts';
import type { Cell, Row } from './row.ts';
import { type DatabaseAddress, failed } from './server-address.ts';

const wholeTypes: ReadonlySet<string> = new Set(['TINY', 'SHORT', 'INT24', 'LONG', 'LONGLONG']);
const doubleTypes: ReadonlySet<string> = new Set(['FLOAT', 'DOUBLE']);

function toCell(field: TypeCastField): Cell {
  const text = field.string('utf8');
  if (text === null) return null;
  if (wholeTypes.has(field.type)) return BigInt(text);
  return doubleTypes.has(field.type) ? Number(text) : text;
}

/** One transaction from opening to closing, so that everything read is of one moment. MariaDB speaks the same. */
class Mysql implements Dialect {
  readonly name = 'MySQL';
  readonly identity: string;
  readonly #connection: Connection;

  constructor(connection: Connection, identity: string) {
    this.#connection = connection;
    this.identity = identity;
  }

  async columns(): Promise<Map<string, Set<string>>> {
    return groupColumns(
      await this.rows(
        `select table_name as "table_name", column_name as "column_name" from information_schema.columns
         where table_schema = database()`,
        [],
      ),
    );
  }

  async rows(sql: string, values: readonly Cell[]): Promise<Row[]> {
    try {
      const [rows] = await this.#connection.promise().query(sql, [...values]);
      return rows as Row[];
    } catch (error) {
      throw failed(this.name, error);
    }
  }

  /** By offset: a statement that is read bit by bit keeps the connection, and there is only one that sees this moment. */
  async *batches({ table, columns, column, value, keys }: TablePart): AsyncGenerator<Row[]> {
    const [list, order] = [columns.map(quoted).join(', '), keys.map(quoted).join(', ')];
    const sql = `select ${list} from ${quoted(table)} where ${quoted(column)} = ? order by ${order} limit ${BATCH}`;
    for (let offset = 0; ; offset += BATCH) {
      const rows = await this.rows(`${sql} offset ${offset}`, [value]);
      if (rows.length > 0) yield rows;
      if (rows.length < BATCH) return;
    }
  }

  async close(): Promise<void> {
    this.#connection.destroy();
  }
}

/** Connects and begins to read. @throws unavailable, unauthenticated */
export async function openMysql({ host, port, user, password, database, identity }: DatabaseAddress): Promise<Dialect> {
  const { createConnection } = await import('mysql2');
  const connection = createConnection({
    host,
    port: port ?? 3306,
    user,
    password,
    database,
    charset: 'utf8mb4',
    connectTimeout: 20_000,
    typeCast: toCell,
  });
  // a connection that breaks while nobody waits for it shows at the next statement
  connection.on('error', () => {});
  const dialect = new Mysql(connection, identity);
  try {
    await dialect.rows("set session sql_mode = concat(@@sql_mode, ',ANSI_QUOTES')", []);
    await dialect.rows('set session transaction isolation level repeatable read', []);
    await dialect.rows('start transaction with consistent snapshot, read only', []);
    return dialect;
  } catch (error) {
    connection.destroy();
    throw error;
  }
}
