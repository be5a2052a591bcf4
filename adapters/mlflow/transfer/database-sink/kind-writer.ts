import type { ItemKind, ItemOf } from '../../../../src/bridge/item.ts';
import type { Cell } from '../database/row.ts';
import type { Targets } from './targets.ts';

/** Values of one row by column; columns left out get their default. All rows of one table name the same columns. */
export type NewRow = Readonly<Record<string, Cell>>;

/** Rows by these names go into these tables only where nothing has their key: several items may bring them. */
export const keptRows: Readonly<Record<string, string>> = { datasets: 'datasets', used_up_versions: 'model_versions' };

/** Rows of one item by table or name of {@link keptRows}, what is referred to first. */
export type ItemRows = Readonly<Record<string, readonly NewRow[]>>;

/** Rows by the columns in which they name the item they belong to. */
export interface Owned {
  table: string;
  columns: readonly string[];
  /** What stands there, for an item by its id in the database. */
  of(targetId: string): readonly Cell[];
}

/** How items of one kind become rows. */
export interface KindWriter<Kind extends ItemKind> {
  kind: Kind;
  targetId(item: ItemOf<Kind>, targets: Targets): string;
  /** @throws invalid for what the database cannot hold */
  rows(item: ItemOf<Kind>, targets: Targets): ItemRows;
  /** The item as it reads there. */
  expected(item: ItemOf<Kind>, targets: Targets): ItemOf<Kind>;
  /** Rows that are written anew with the item. */
  parts: readonly Owned[];
  /** What else goes when the item goes, its own row last. */
  rest: readonly Owned[];
}

/** Rows that name their item by its id. */
export function ownedBy(column: string, ...tables: readonly string[]): Owned[] {
  return tables.map((table) => ({ table, columns: [column], of: (id) => [id] }));
}
