import type { Context } from '../context.ts';
import type { WebhookEvent } from '../model/webhook.ts';
import { insertDeliveries } from '../store/webhook-deliveries.ts';
import { dataOf } from './message.ts';

/**
 * Tells the workspace's webhooks that something happened: puts it in line for each that listens, in one statement, and sends
 * nothing yet. Called with the context of the transaction that makes it happen, it is told exactly when that is committed.
 */
export async function emit(context: Pick<Context, 'db' | 'workspaceId' | 'now'>, event: WebhookEvent): Promise<void> {
  const { db, workspaceId, now } = context;
  await insertDeliveries(db, { workspaceId, event: event.name, data: dataOf(event), happenedAt: now() });
}
