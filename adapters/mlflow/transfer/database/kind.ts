import type { ItemKind, ItemOf } from '../../../../src/bridge/item.ts';
import type { Chosen } from './chosen.ts';
import type { Row } from './row.ts';
import type { Condition, Tables } from './tables.ts';

/** How items of one kind are read: rows of one table, and what belongs to them. */
export interface KindReader<Kind extends ItemKind> {
  kind: Kind;
  table: string;
  columns: readonly string[];
  /** Columns that together are unique, in the order in which rows are read. */
  keys: readonly string[];
  /** Items at once; left out: {@link CHUNK}. */
  chunk?: number;
  /** Rows that are no items whatever is chosen. */
  always?: readonly Condition[];
  /** Which rows are chosen. */
  chosen(chosen: Chosen): readonly Condition[];
  /** A condition that rows with these ids fulfil; others may too. */
  withIds(ids: readonly string[]): readonly Condition[];
  /** As far as it can be told without reading the whole item. */
  idOf(row: Row): string;
  /** Reads what belongs to some rows. The function it returns throws for a row that is broken; undefined is no item. */
  prepare(tables: Tables, rows: readonly Row[]): Promise<(row: Row) => ItemOf<Kind> | undefined>;
  /** A part of an item that is somewhere else and not read. */
  lacking?(item: ItemOf<Kind>): { part: string; reason: string } | undefined;
}

/** Items in one chunk, unless they are heavy. */
export const CHUNK = 200;
