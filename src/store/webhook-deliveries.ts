import type { Database } from './database.ts';

/** Something a workspace's webhooks are to hear of. */
export interface Announcement {
  workspaceId: string;
  event: string;
  /** JSON object. */
  data: string;
  happenedAt: Date;
}

/** Puts what happened in line for every active webhook that listens. A hook that is being deleted is passed over. */
export async function insertDeliveries(db: Database, { workspaceId, event, data, happenedAt }: Announcement): Promise<void> {
  await db.query({
    name: 'insert-deliveries',
    text: `insert into webhook_deliveries (webhook_id, event, data, happened_at, due_at)
      select webhook_id, $2, $3, $4, $4 from webhooks
      where workspace_id = $1 and active and events @> array[$2]
      for key share`,
    values: [workspaceId, event, data, happenedAt],
  });
}
