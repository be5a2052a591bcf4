import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { tryWebhook } from '../../../src/webhooks/try-webhook.ts';
import * as webhooks from '../../../src/webhooks/webhooks.ts';
import { toPage } from '../map/page.ts';
import { toEventName, toEventNames, toWebhook, toWebhookId } from '../map/webhook.ts';

const PAGE = { usual: 100, most: 1000 };

export const createWebhook: Handler<operations['createWebhook']> = async ({ body }, context) => {
  const { name = '', url = '', events = [], description = '', secret, status } = body;
  const draft = { name, url, description, events: toEventNames(events), active: status !== 'DISABLED', secret: secret || null };
  return { webhook: toWebhook(await webhooks.createWebhook(context, draft)) };
};

/** A page of 0 is one of the usual size. */
export const listWebhooks: Handler<operations['listWebhooks']> = async ({ query }, context) => {
  const page = toPage({ ...query, max_results: query.max_results || PAGE.usual }, PAGE);
  const found = await webhooks.listWebhooks(context, page);
  return { webhooks: found.webhooks.map(toWebhook), next_page_token: found.next };
};

export const getWebhook: Handler<operations['getWebhook']> = async ({ path }, context) => ({
  webhook: toWebhook(await webhooks.getWebhook(context, toWebhookId(path.webhook_id))),
});

/** An empty name, an empty URL and an empty list of events mean that these stay. */
export const updateWebhook: Handler<operations['updateWebhook']> = async ({ path, body }, context) => {
  const { name, url, events, description, secret, status } = body;
  const names = toEventNames(events ?? []);
  const webhook = await webhooks.updateWebhook(context, toWebhookId(path.webhook_id), {
    ...(name && { name }),
    ...(url && { url }),
    ...(names.length > 0 && { events: names }),
    ...(description !== undefined && { description }),
    ...(secret !== undefined && { secret: secret || null }),
    ...((status === 'ACTIVE' || status === 'DISABLED') && { active: status === 'ACTIVE' }),
  });
  return { webhook: toWebhook(webhook) };
};

export const deleteWebhook: Handler<operations['deleteWebhook']> = async ({ path }, context) => {
  await webhooks.deleteWebhook(context, toWebhookId(path.webhook_id));
  return {};
};

/** What the receiver answers beside its status is not shown: it may come from where only the server can look. */
export const testWebhook: Handler<operations['testWebhook']> = async ({ path, body }, context) => {
  const event = body.event && toEventName(body.event);
  const result = await tryWebhook(context, toWebhookId(path.webhook_id), event);
  if ('failure' in result) return { result: { success: false, error_message: result.failure } };
  return { result: { success: result.status < 400, response_status: result.status } };
};
