import type { Readable, Writable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { BridgeError } from '../model/errors.ts';
import { migrationNames } from './migrate.ts';

/** A table of ours and its columns, as they are copied. */
export interface TableShape {
  name: string;
  columns: readonly string[];
}

/** Where a sequence stands; `isCalled` tells whether that number was given already. */
export interface SequenceState {
  name: string;
  value: string;
  isCalled: boolean;
}

/** The whole database as it was at one moment, while others go on writing. */
export interface Snapshot {
  /** Every table, those that others refer to first. */
  tables: readonly TableShape[];
  migrations: readonly string[];
  /** Rows of a table in the text format of COPY. One at a time. */
  read(table: TableShape): Readable;
  /** Read after the tables: a sequence knows no moments, and a later number is as good. */
  sequences(): Promise<SequenceState[]>;
  close(): Promise<void>;
}

/** A database that is being replaced as a whole: nothing of it is seen by others before `commit`. */
export interface Replacement {
  tables: readonly TableShape[];
  /** Rows in the text format of COPY. One table at a time. */
  write(table: TableShape): Writable;
  commit(sequences: readonly SequenceState[]): Promise<void>;
  /** Leaves everything as it was. Harmless after a commit. */
  close(): Promise<void>;
}

/** Tables that hold the state of migrations; they belong to the schema, not to the data. */
const bookkeeping = ['schema_migrations', 'schema_migrations_lock'];
/** Rows a database may hold that nobody recorded anything in. */
const seeded: Readonly<Record<string, number>> = { workspaces: 1, users: 1, projects: 1, settings: Number.POSITIVE_INFINITY };

/** Opens a snapshot on a connection of its own. */
export async function openSnapshot(url: string): Promise<Snapshot> {
  const client = await connect(url);
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables = await readTables(client);
    const { rows } = await client.query<{ name: string }>('select name from schema_migrations order by id');
    return {
      tables,
      migrations: rows.map((row) => row.name),
      read: (table) => client.query(copyTo(`copy ${relation(table)} to stdout`)),
      sequences: () => readSequences(client),
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Empties every table inside one transaction, to be filled by the caller. Waits for writers, then keeps them waiting. */
export async function openReplacement(url: string): Promise<Replacement> {
  const client = await connect(url);
  try {
    await client.query('begin');
    const tables = await readTables(client);
    await client.query(`truncate ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`);
    return {
      tables,
      write: (table) => client.query(copyFrom(`copy ${relation(table)} from stdin`)),
      async commit(sequences) {
        for (const { name, value, isCalled } of sequences) {
          await client.query('select setval($1::regclass, $2::bigint, $3)', [pg.escapeIdentifier(name), value, isCalled]);
        }
        await client.query('commit');
      },
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Name of a table that holds more than a new installation does; undefined when nothing was recorded yet. */
export async function findRecords(url: string): Promise<string | undefined> {
  const client = await connect(url);
  try {
    for (const { name } of await readTables(client)) {
      const limit = seeded[name] ?? 0;
      if (limit === Number.POSITIVE_INFINITY) continue;
      const { rowCount } = await client.query(`select 1 from ${pg.escapeIdentifier(name)} limit ${limit + 1}`);
      if ((rowCount ?? 0) > limit) return name;
    }
    return undefined;
  } finally {
    await client.end();
  }
}

/**
 * Whether data of these migrations fit into the schema of this code.
 * @throws wrong_state when they are of a newer or an older schema
 */
export function refuseOtherSchema(made: readonly string[], madeBy: string): void {
  if (made.join() === migrationNames.join()) return;
  const isNewer = made.some((name) => !migrationNames.includes(name));
  const has = `it was made at ${made.at(-1) ?? 'no schema'}, this version is at ${migrationNames.at(-1)}`;
  throw new BridgeError(
    'wrong_state',
    isNewer
      ? `The backup is of a newer schema: ${has}. Restore it with trackbridge ${madeBy} or newer.`
      : `The backup is of an older schema: ${has}. Restore it with trackbridge ${madeBy}, then start this version on it.`,
  );
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'trackbridge' });
  // what breaks is reported by the statement that was running
  client.on('error', () => undefined);
  await client.connect();
  await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
  return client;
}

function relation({ name, columns }: TableShape): string {
  return `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;
}

async function readTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape & { references: string[] }>(
    `select c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select coalesce(array_agg(f.relname::text), '{}') from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as references
     from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
     order by c.relname`,
    [bookkeeping],
  );
  const ordered: TableShape[] = [];
  const isPlaced = (name: string) => ordered.some((table) => table.name === name);
  while (ordered.length < rows.length) {
    const next = rows.find((row) => !isPlaced(row.name) && row.references.every(isPlaced));
    if (next === undefined) throw new BridgeError('internal', 'The foreign keys of the schema form a circle.');
    ordered.push({ name: next.name, columns: next.columns });
  }
  return ordered;
}

async function readSequences(client: pg.Client): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S' order by 1`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${pg.escapeIdentifier(name)}`,
    );
    if (state[0]) states.push({ name, value: state[0].value, isCalled: state[0].called });
  }
  return states;
}
