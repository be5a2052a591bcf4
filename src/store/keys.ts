import { BridgeError, show } from '../model/errors.ts';
import type { Database } from './database.ts';

/** Longest key in bytes of UTF-8: what an entry of the dictionary's index holds. */
const MAX_KEY_BYTES = 2600;
/** Keys remembered in the process; they never change, so a remembered one is never wrong. */
const REMEMBERED = 50_000;

/** The dictionary of key texts: every metric, param and tag key stands in the database once and is a number elsewhere. */
export class KeyIds {
  readonly #ids = new Map<string, number>();
  readonly #texts = new Map<number, string>();
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  #remember(key: string, id: number): void {
    if (this.#ids.size >= REMEMBERED) {
      for (const [oldest, oldestId] of this.#ids) {
        this.#ids.delete(oldest);
        this.#texts.delete(oldestId);
        break;
      }
    }
    this.#ids.set(key, id);
    this.#texts.set(id, key);
  }

  /**
   * Numbers of keys; unknown keys are added, in a transaction of their own: a key nobody uses does no harm.
   * @throws too_large for a key of more than 2600 bytes
   */
  async idsOf(keys: Iterable<string>): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    const missing: string[] = [];
    for (const key of new Set(keys)) {
      const id = this.#ids.get(key);
      if (id === undefined) missing.push(key);
      else found.set(key, id);
    }
    if (missing.length === 0) return found;
    const tooLong = missing.find((key) => Buffer.byteLength(key) > MAX_KEY_BYTES);
    if (tooLong !== undefined) {
      throw new BridgeError('too_large', `The key ${show(tooLong)} has more than ${MAX_KEY_BYTES} bytes.`, { field: 'key' });
    }
    // sorted, so that servers adding the same keys at once take the index entries in one order
    missing.sort();
    const known = { text: 'select key, key_id from keys where key = any($1)', values: [missing] };
    const { rows } = await this.#db.query<{ key: string; key_id: number }>(known);
    if (rows.length < missing.length) {
      const text = 'insert into keys (key) select unnest($1::text[]) on conflict (key) do nothing';
      const there = new Set(rows.map((row) => row.key));
      await this.#db.query({ text, values: [missing.filter((key) => !there.has(key))] });
      rows.push(...(await this.#db.query<{ key: string; key_id: number }>(known)).rows);
    }
    for (const row of rows) {
      this.#remember(row.key, row.key_id);
      found.set(row.key, row.key_id);
    }
    return found;
  }

  /** Texts of numbers that stand in the database. */
  async textsOf(ids: Iterable<number>): Promise<Map<number, string>> {
    const found = new Map<number, string>();
    const missing: number[] = [];
    for (const id of new Set(ids)) {
      const key = this.#texts.get(id);
      if (key === undefined) missing.push(id);
      else found.set(id, key);
    }
    if (missing.length === 0) return found;
    const text = 'select key, key_id from keys where key_id = any($1)';
    const { rows } = await this.#db.query<{ key: string; key_id: number }>({ text, values: [missing] });
    for (const row of rows) {
      this.#remember(row.key, row.key_id);
      found.set(row.key_id, row.key);
    }
    return found;
  }
}
