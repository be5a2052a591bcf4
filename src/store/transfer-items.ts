import type { Database } from './database.ts';

/**
 * How far one item is: `written` while something of it is still to come (and, without a target, while nobody knows whether the
 * sink has it), `done` when everything of it is there, `rejected` when it or a part of it could not be moved, `removed` when it
 * was taken back.
 */
export type TransferItemState = 'written' | 'done' | 'rejected' | 'removed';

/** What became of one item of a transfer. */
export interface TransferItem {
  kind: string;
  sourceId: string;
  targetId: string | null;
  state: TransferItemState;
  /** Made by this transfer, which may take it away again. */
  isNew: boolean;
  contentHash: Buffer | null;
  mark: string | null;
  points: bigint;
  lines: bigint;
  plots: bigint;
  files: bigint;
  bytes: bigint;
  reason: string | null;
  note: string | null;
}

const columns = `kind, source_id as "sourceId", target_id as "targetId", state, is_new as "isNew", content_hash as "contentHash",
  mark, points, lines, plots, files, bytes, reason, note`;

/** What is known of these items. */
export async function transferItems(
  db: Database,
  transferId: string,
  kind: string,
  sourceIds: readonly string[],
): Promise<TransferItem[]> {
  const { rows } = await db.query<TransferItem>({
    text: `select ${columns} from transfer_items where transfer_id = $1 and kind = $2 and source_id = any($3)`,
    values: [transferId, kind, sourceIds],
  });
  return rows;
}

/** Keeps what became of items. Once made by this transfer, an item stays so. */
export async function writeTransferItems(
  db: Database,
  transferId: string,
  items: readonly TransferItem[],
  at: Date,
): Promise<void> {
  if (items.length === 0) return;
  const column = <Value>(read: (item: TransferItem) => Value) => items.map(read);
  await db.query({
    text: `
insert into transfer_items as t (transfer_id, kind, source_id, target_id, state, is_new, content_hash, mark, points, lines, plots,
  files, bytes, reason, note, changed_at)
select $1, *, $16 from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::bytea[], $8::text[], $9::bigint[],
  $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::text[], $15::text[])
on conflict (transfer_id, kind, source_id) do update set target_id = excluded.target_id, state = excluded.state,
  is_new = excluded.is_new or (t.is_new and t.state <> 'removed'), content_hash = excluded.content_hash, mark = excluded.mark,
  points = excluded.points, lines = excluded.lines, plots = excluded.plots, files = excluded.files, bytes = excluded.bytes,
  reason = excluded.reason, note = coalesce(excluded.note, t.note), changed_at = excluded.changed_at`,
    values: [
      transferId,
      column((item) => item.kind),
      column((item) => item.sourceId),
      column((item) => item.targetId),
      column((item) => item.state),
      column((item) => item.isNew),
      column((item) => item.contentHash),
      column((item) => item.mark),
      column((item) => item.points),
      column((item) => item.lines),
      column((item) => item.plots),
      column((item) => item.files),
      column((item) => item.bytes),
      column((item) => item.reason),
      column((item) => item.note),
      at,
    ],
  });
}

/** Changes how far items are. */
export async function setItemState(
  db: Database,
  transferId: string,
  kind: string,
  sourceIds: readonly string[],
  state: TransferItemState,
): Promise<void> {
  await db.query({
    text: 'update transfer_items set state = $4, changed_at = now() where transfer_id = $1 and kind = $2 and source_id = any($3)',
    values: [transferId, kind, sourceIds, state],
  });
}

/** What of a transfer is wanted. */
export interface ItemFilter {
  kind?: string;
  states?: readonly TransferItemState[];
  isNew?: boolean;
  /** Only those with another id in the sink, or of which there is something to say. */
  isMapped?: boolean;
}

/** Items of a transfer in pages, in the order of their kind and id. */
export async function* eachTransferItem(
  db: Database,
  transferId: string,
  filter: ItemFilter = {},
  pageSize = 5000,
): AsyncGenerator<TransferItem[]> {
  for (let last: TransferItem | undefined; ; ) {
    const { rows }: { rows: TransferItem[] } = await db.query<TransferItem>({
      text: `
select ${columns} from transfer_items
where transfer_id = $1 and ($2::text is null or kind = $2) and ($3::text[] is null or state = any($3))
  and ($4::boolean is null or is_new = $4) and (not $5::boolean or target_id <> source_id or note is not null)
  and ($6::text is null or (kind, source_id) > ($6, $7))
order by kind, source_id limit $8`,
      values: [
        transferId,
        filter.kind ?? null,
        filter.states ?? null,
        filter.isNew ?? null,
        filter.isMapped === true,
        last?.kind ?? null,
        last?.sourceId ?? null,
        pageSize,
      ],
    });
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
    last = rows.at(-1);
  }
}

/** How much of a kind is in which state. */
export interface ItemCount {
  kind: string;
  state: TransferItemState;
  items: bigint;
  points: bigint;
  lines: bigint;
  plots: bigint;
  files: bigint;
  bytes: bigint;
}

export async function countTransferItems(db: Database, transferId: string): Promise<ItemCount[]> {
  const { rows } = await db.query<ItemCount>({
    text: `
select kind, state, count(*) as items, sum(points)::bigint as points, sum(lines)::bigint as lines, sum(plots)::bigint as plots,
  sum(files)::bigint as files, sum(bytes)::bigint as bytes
from transfer_items where transfer_id = $1 group by kind, state order by kind, state`,
    values: [transferId],
  });
  return rows;
}
