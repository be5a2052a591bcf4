import pg from 'pg';
import { toBridgeError } from './pg-errors.ts';

/** What came back of a statement: rows as plain objects, and how many rows it touched. */
export interface Answer<Row> {
  rows: Row[];
  rowCount: number;
}

/** A statement; one with a name is prepared once per connection. */
export interface Statement {
  name?: string;
  text: string;
  values?: readonly unknown[];
}

/**
 * Where statements run: the pool, or the one connection of a transaction. Errors of the database come out as
 * {@link BridgeError}. 64-bit integers are read as bigint.
 */
export interface Database {
  query<Row extends object>(statement: Statement): Promise<Answer<Row>>;
  /** Runs work in one transaction; inside a transaction it joins the one there is. */
  transaction<T>(work: (db: Database) => Promise<T>): Promise<T>;
  /** The pool, for streams and backups; undefined inside a transaction. */
  readonly pool?: pg.Pool;
}

const INT8 = 20;
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? BigInt : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Serialization failure, deadlock: nothing was written, the same work may be tried again. */
const retryable = new Set(['40001', '40P01']);
/** Rows two servers may add at the same moment; whoever comes second finds them at the next try. */
const racy = new Set([
  'points_pkey',
  'further_points_pkey',
  'params_pkey',
  'params_name_key',
  'series_title_key',
  'tags_name_key',
]);
const TRIES = 5;
/** No statement of ours takes this long on purpose; one that does holds memory and a processor others wait for. */
const STATEMENT_MS = 60_000;

function mayRetry(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return (
    retryable.has(String(error.code)) || (error.code === '23505' && 'constraint' in error && racy.has(String(error.constraint)))
  );
}

/** Tries work that leaves nothing behind when it fails, again when another server was in its way. */
async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || !mayRetry(error)) throw toBridgeError(error);
    }
  }
}

function onConnection(client: pg.ClientBase): Database {
  const db: Database = {
    async query(statement) {
      const result = await client.query(statement as pg.QueryConfig);
      return { rows: result.rows, rowCount: result.rowCount ?? 0 };
    },
    transaction: (work) => work(db),
  };
  return db;
}

async function attempt<T>(pool: pg.Pool, work: (db: Database) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(onConnection(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Opens a pool on a Postgres server.
 * @param connections most connections held at once
 */
export function openDatabase(
  url: string,
  options: { connections: number },
): Database & { pool: pg.Pool; close(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections,
    types,
    // compiling takes longer than our statements do; pages that are in memory cost next to nothing: at 1.1 a search of 20,000
    // runs looked 1,100 params up in the heap, in 6 ms instead of 3
    options: `-c jit=off -c seq_page_cost=0.02 -c random_page_cost=0.02 -c statement_timeout=${STATEMENT_MS}`,
    // plans made while tables were small do not live for ever
    maxLifetimeSeconds: 60,
    application_name: 'trackbridge',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
  });
  // an idle connection that breaks (the database went away) is replaced at the next use
  pool.on('error', () => undefined);
  // the same for one in use: the statement under way fails, and nobody else need hear of it
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    async query(statement) {
      const result = await withRetries(() => pool.query(statement as pg.QueryConfig));
      return { rows: result.rows, rowCount: result.rowCount ?? 0 };
    },
    transaction: (work) => withRetries(() => attempt(pool, work)),
    close: () => pool.end(),
  };
}
