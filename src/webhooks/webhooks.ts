import type { Context } from '../context.ts';
import { notFound } from '../model/errors.ts';
import { checkWebhook, type Webhook, type WebhookChange, type WebhookDraft } from '../model/webhook.ts';
import * as store from '../store/webhooks.ts';

/**
 * Makes a webhook.
 * @throws invalid for what {@link checkWebhook} and the rules for addresses refuse
 */
export async function createWebhook(context: Context, draft: WebhookDraft): Promise<Webhook> {
  checkWebhook(draft);
  await context.outbound.check(draft.url);
  const { db, workspaceId, webhookSecrets } = context;
  const id = context.newId();
  const { secret, ...rest } = draft;
  const sealedSecret = secret === null ? null : webhookSecrets.seal(secret, id);
  return withoutSecret(await store.insertWebhook(db, { ...rest, sealedSecret, workspaceId, id, now: context.now() }));
}

/** A webhook of the workspace, with its secret encrypted. @param id 32 lower hex @throws not_found */
export async function findWebhook({ db, workspaceId }: Context, id: string): Promise<store.StoredWebhook> {
  const webhook = await store.findWebhook(db, workspaceId, id);
  if (!webhook) throw notFound('webhook', id);
  return webhook;
}

/** The same as it may be shown. @throws not_found */
export async function getWebhook(context: Context, id: string): Promise<Webhook> {
  return withoutSecret(await findWebhook(context, id));
}

/** A page of the workspace's webhooks, newest first. @throws invalid for a place that is none of this listing */
export async function listWebhooks(
  { db, workspaceId }: Context,
  page: store.WebhookPage,
): Promise<{ webhooks: Webhook[]; next?: string }> {
  const { webhooks, ...more } = await store.listWebhooks(db, workspaceId, page);
  return { webhooks: webhooks.map(withoutSecret), ...more };
}

/** Changes what is given of a webhook. One that is switched off forgets what it was still to be told. @throws not_found, invalid */
export async function updateWebhook(context: Context, id: string, change: WebhookChange): Promise<Webhook> {
  const { db, workspaceId, webhookSecrets } = context;
  await findWebhook(context, id);
  checkWebhook(change);
  if (change.url !== undefined) await context.outbound.check(change.url);
  const { secret, ...rest } = change;
  const sealedSecret = secret && webhookSecrets.seal(secret, id);
  const webhook = await store.updateWebhook(db, { ...rest, sealedSecret, workspaceId, id, now: context.now() });
  if (!webhook) throw notFound('webhook', id);
  return withoutSecret(webhook);
}

/** Deletes a webhook with all it was still to be told. @throws not_found */
export async function deleteWebhook({ db, workspaceId }: Context, id: string): Promise<void> {
  if (!(await store.deleteWebhook(db, workspaceId, id))) throw notFound('webhook', id);
}

function withoutSecret({ sealedSecret: _sealed, ...webhook }: store.StoredWebhook): Webhook {
  return webhook;
}
