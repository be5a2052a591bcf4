import type { Database } from '../database.ts';

/** What an id of another server became here. */
export interface ResolvedId {
  kind: string;
  sourceId: string;
  targetId: string;
  transferId: string;
}

/** Where imports led an id, the latest first. One index probe for each import and kind. */
export async function resolveIds(db: Database, sourceId: string, kinds: readonly string[]): Promise<ResolvedId[]> {
  const { rows } = await db.query<ResolvedId>({
    name: 'resolve-ids',
    text: `select i.kind, i.source_id as "sourceId", i.target_id as "targetId", replace(t.transfer_id::text, '-', '') as "transferId"
      from transfers t join transfer_items i on i.transfer_id = t.transfer_id and i.kind = any($2) and i.source_id = $1
      where t.direction = 'import' and i.target_id is not null and i.state <> 'removed' order by t.created_at desc, i.kind`,
    values: [sourceId, kinds],
  });
  return rows;
}
