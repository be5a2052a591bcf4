import pg from 'pg';
import { BATCH, type Dialect, groupColumns, quoted, type TablePart } from './dialect.ts';
import type { Cell, Row } from './row.ts';
import type { DatabaseAddress } from './server-address.ts';
import { failed } from './server-address.ts';

/** Numbers of Postgres's types. @see pg_type.oid */
const parsers: ReadonlyMap<number, (text: string) => Cell> = new Map<number, (text: string) => Cell>([
  [16, (text) => text === 't'],
  [20, BigInt],
  [21, BigInt],
  [23, BigInt],
  [700, Number],
  [701, Number],
]);
const asText = (text: string): Cell => text;

/** One transaction from opening to closing, so that everything read is of one moment. */
class Postgres implements Dialect {
  readonly name = 'Postgres';
  readonly identity: string;
  readonly #client: pg.Client;
  #cursors = 0;

  constructor(client: pg.Client, identity: string) {
    this.#client = client;
    this.identity = identity;
  }

  async columns(): Promise<Map<string, Set<string>>> {
    return groupColumns(
      await this.rows('select table_name, column_name from information_schema.columns where table_schema = current_schema()', []),
    );
  }

  async rows(sql: string, values: readonly Cell[]): Promise<Row[]> {
    let count = 0;
    const text = sql.replace(/\?/g, () => `$${++count}`);
    try {
      return (await this.#client.query<Record<string, Cell>>(text, [...values])).rows;
    } catch (error) {
      throw failed(this.name, error);
    }
  }

  async *batches({ table, columns, column, value }: TablePart): AsyncGenerator<Row[]> {
    const cursor = `trackbridge_${++this.#cursors}`;
    const list = columns.map(quoted).join(', ');
    const select = `select ${list} from ${quoted(table)} where ${quoted(column)} = ?`;
    await this.rows(`declare ${cursor} no scroll cursor for ${select}`, [value]);
    try {
      for (let isLast = false; !isLast; ) {
        const rows = await this.rows(`fetch ${BATCH} from ${cursor}`, []);
        if (rows.length > 0) yield rows;
        isLast = rows.length < BATCH;
      }
    } finally {
      await this.rows(`close ${cursor}`, []);
    }
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}

/** Connects. @throws unavailable, unauthenticated */
export async function connectPostgres(address: DatabaseAddress): Promise<pg.Client> {
  const { host, port, user, password, database, parameters } = address;
  const tls = parameters.get('sslmode') ?? 'prefer';
  const client = new pg.Client({
    host,
    port: port ?? 5432,
    user,
    password,
    database,
    ssl: tls === 'require' || tls === 'verify-ca' || tls === 'verify-full' ? { rejectUnauthorized: tls !== 'require' } : false,
    application_name: 'trackbridge',
    connectionTimeoutMillis: 20_000,
    types: { getTypeParser: (oid: number) => parsers.get(oid) ?? asText },
  });
  // a connection that breaks while nobody waits for it shows at the next statement
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw failed('Postgres', error);
  }
}

/** Connects and begins to read. @throws unavailable, unauthenticated */
export async function openPostgres(address: DatabaseAddress): Promise<Dialect> {
  const client = await connectPostgres(address);
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local idle_in_transaction_session_timeout = 0');
    await client.query('set local statement_timeout = 0');
    return new Postgres(client, address.identity);
  } catch (error) {
    await client.end().catch(() => {});
    throw failed('Postgres', error);
  }
}
