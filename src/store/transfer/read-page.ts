import type { Database } from '../database.ts';
import { toBridgeError } from '../pg-errors.ts';
import { Bindings } from '../search/bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from '../search/keyset.ts';
import type { Choice } from './read-choice.ts';

/** What is read of a kind: what a selection chose, or those of some ids. */
export type Wanted = { choice: Choice } | { ids: readonly string[] };

/** Where things of a kind stand, in the order in which they are read. */
export interface KindTable {
  from: string;
  /** Together unique. */
  order: readonly SortKey[];
  /** "Its id is one of these." */
  withIds(ids: readonly string[], bindings: Bindings): string;
  /** Conditions of those that are chosen. */
  chosen(choice: Choice, bindings: Bindings): readonly string[];
}

/** Where a thing stands in the order of its kind. */
export interface Placed {
  place: Place;
}

function whereSql(table: KindTable, wanted: Wanted, bindings: Bindings, more: readonly string[] = []): string {
  const conditions = 'ids' in wanted ? [table.withIds(wanted.ids, bindings)] : table.chosen(wanted.choice, bindings);
  const all = [...conditions, ...more];
  return all.length === 0 ? '' : `where ${all.join(' and ')}`;
}

/** A page of things of a kind, in their order. @param after where the page before ended */
export async function readPage<Row extends object>(
  db: Database,
  { columns, ...table }: KindTable & { columns: string },
  wanted: Wanted,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<(Row & Placed)[]> {
  const bindings = new Bindings();
  const beyond = after === undefined ? [] : [afterPlace(table.order, after, bindings)];
  const { rows } = await db.query<Row & Placed>({
    text: `select ${columns}, ${placeOf(table.order)} as place from ${table.from} ${whereSql(table, wanted, bindings, beyond)}
      order by ${sortList(table.order)} limit ${bindings.bind(limit, 'int8')}`,
    values: bindings.values,
  });
  return rows;
}

/** How many things of a kind are chosen. */
export async function countChosen(db: Database, table: KindTable, choice: Choice): Promise<bigint> {
  const bindings = new Bindings();
  const { rows } = await db.query<{ count: bigint }>({
    text: `select count(*) as count from ${table.from} ${whereSql(table, { choice }, bindings)}`,
    values: bindings.values,
  });
  return rows[0]?.count ?? 0n;
}

/** Reads in one moment: all statements of the work see the same. */
export function inSnapshot<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  return db.transaction(async (transaction) => {
    await transaction.query({ text: 'set transaction isolation level repeatable read, read only' });
    return work(transaction);
  });
}

/** Rows of a statement of any length, some at a time, as they were when it began. It has a connection of its own meanwhile. */
export async function* scan<Row extends object>(
  { pool }: Database,
  { text, values }: { text: string; values: unknown[] },
  rowsAtOnce: number,
): AsyncGenerator<Row[]> {
  if (!pool) throw new Error('What is scanned needs a connection of its own.');
  try {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin read only');
      await client.query('set local statement_timeout = 0');
      await client.query(`declare rows no scroll cursor for ${text}`, values);
      for (;;) {
        const { rows } = await client.query<Row & { [column: string]: unknown }>(`fetch ${rowsAtOnce} from rows`);
        if (rows.length > 0) yield rows;
        if (rows.length < rowsAtOnce) break;
      }
    } finally {
      // a reader that stops early leaves through here, too
      await client.query('rollback').catch((cause: Error) => {
        broken = cause;
      });
      client.release(broken);
    }
  } catch (error) {
    throw toBridgeError(error);
  }
}

/** Milliseconds since the epoch of a moment. @param moment an expression */
export function msOf(moment: string): string {
  return `floor(extract(epoch from ${moment}) * 1000)::int8`;
}

/** A uuid as 32 lower hex. @param uuid an expression */
export function hexOf(uuid: string): string {
  return `replace(${uuid}::text, '-', '')`;
}

/** A list of JSON objects. @param fields expressions by name */
export function jsonList(fields: Readonly<Record<string, string>>, from: string): string {
  const pairs = Object.entries(fields).map(([name, expression]) => `'${name}', ${expression}`);
  return `(select coalesce(json_agg(json_build_object(${pairs.join(', ')})), '[]') from ${from})`;
}
