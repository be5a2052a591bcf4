import type { Database } from '../../store/database.ts';
import type { Place } from '../../store/search/keyset.ts';
import type { Choice } from '../../store/transfer/read-choice.ts';
import { countChosen, type KindTable, type Placed, readPage, type Wanted } from '../../store/transfer/read-page.ts';
import type { ItemKind, ItemOf } from '../item.ts';

/** Items read at once. */
const CHUNK = 200;
/** Contents that are read at once, in bytes; a single item may have more. */
const CONTENT_BYTES = 16_000_000n;

/** Items of a page, and where the next one begins; undefined after the last. */
export interface ItemPage<Kind extends ItemKind> {
  items: ItemOf<Kind>[];
  next: Place | undefined;
}

/** Reads the items of one kind. */
export interface KindReader<Kind extends ItemKind> {
  page(db: Database, wanted: Wanted, after: Place | undefined): Promise<ItemPage<Kind>>;
  count(db: Database, choice: Choice): Promise<bigint>;
}

/**
 * A reader of the rows of a table.
 * @param toItems makes items of rows, with what else it reads
 * @param bytesOf bytes of contents that `toItems` will read for a row
 */
export function kindReader<Kind extends ItemKind, Row extends object>(
  table: KindTable & { columns: string },
  toItems: (rows: readonly Row[], db: Database) => ItemOf<Kind>[] | Promise<ItemOf<Kind>[]>,
  { chunk = CHUNK, bytesOf }: { chunk?: number; bytesOf?: (row: Row) => bigint } = {},
): KindReader<Kind> {
  return {
    count: (db, choice) => countChosen(db, table, choice),
    async page(db, wanted, after) {
      const rows = await readPage<Row>(db, table, wanted, { after, limit: chunk });
      const some = bytesOf ? firstOf(rows, bytesOf) : rows;
      const isLast = some.length === rows.length && rows.length < chunk;
      // where a row stands in its order is nothing that its item says
      const rowsAlone = some.map(({ place: _, ...row }) => row as unknown as Row);
      return { items: await toItems(rowsAlone, db), next: isLast ? undefined : some.at(-1)?.place };
    },
  };
}

function firstOf<Row>(rows: readonly (Row & Placed)[], bytesOf: (row: Row) => bigint): readonly (Row & Placed)[] {
  let bytes = 0n;
  const end = rows.findIndex((row, at) => {
    bytes += bytesOf(row);
    return at > 0 && bytes > CONTENT_BYTES;
  });
  return end < 0 ? rows : rows.slice(0, end);
}
