import type { Database } from './database.ts';
import { idOfUuid } from './run-ids.ts';

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

/** What one webhook is to be told now, and how. */
export interface Delivery {
  deliveryNo: bigint;
  /** UUID; the same however often it is tried. */
  deliveryId: string;
  event: string;
  /** JSON object. */
  data: string;
  happenedAt: Date;
  /** How often it was tried in vain. */
  failures: number;
  /** 32 lower hex. */
  webhookId: string;
  workspaceName: string;
  url: string;
  /** Encrypted; null for none. */
  sealedSecret: string | null;
}

/**
 * Takes what is due: of each active webhook the oldest, so that one hook hears of things in their order. What is taken is
 * nobody else's until then; a server that died with it so gives it back.
 * @param until when whatever is done with it is over
 */
export async function claimDeliveries(db: Database, now: Date, until: Date, limit: number): Promise<Delivery[]> {
  const { rows } = await db.query<Omit<Delivery, 'webhookId'> & { webhook_id: string }>({
    name: 'claim-deliveries',
    // the outer test of due_at is made on what another server left, should it have been here at the same moment
    text: `update webhook_deliveries d set due_at = $2 from (
        select w.webhook_id, w.url, w.secret, s.name, head.delivery_no
        from webhooks w join workspaces s using (workspace_id) cross join lateral (
          select delivery_no, due_at from webhook_deliveries where webhook_id = w.webhook_id order by delivery_no limit 1) head
        where w.active and head.due_at <= $1
        order by head.due_at limit $3 for no key update of w skip locked) as due
      where d.delivery_no = due.delivery_no and d.due_at <= $1
      returning d.delivery_no as "deliveryNo", d.delivery_id as "deliveryId", d.event, d.data, d.happened_at as "happenedAt",
        d.failures, due.webhook_id, due.name as "workspaceName", due.url, due.secret as "sealedSecret"`,
    values: [now, until, limit],
  });
  return rows.map(({ webhook_id, ...delivery }) => ({ ...delivery, webhookId: idOfUuid(webhook_id, null) }));
}

/** Ends a delivery, made or given up. */
export async function endDelivery(db: Database, deliveryNo: bigint): Promise<void> {
  await db.query({ text: 'delete from webhook_deliveries where delivery_no = $1', values: [deliveryNo] });
}

/** Puts a delivery back in line. */
export async function postponeDelivery(db: Database, deliveryNo: bigint, failures: number, dueAt: Date): Promise<void> {
  await db.query({
    text: 'update webhook_deliveries set failures = $2, due_at = $3 where delivery_no = $1',
    values: [deliveryNo, failures, dueAt],
  });
}

/** Forgets what happened before a moment and could not be told since. @returns how many deliveries */
export async function forgetDeliveries(db: Database, before: Date): Promise<number> {
  const { rowCount } = await db.query({ text: 'delete from webhook_deliveries where happened_at < $1', values: [before] });
  return rowCount;
}
