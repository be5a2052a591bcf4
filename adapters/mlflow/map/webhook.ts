import type { components } from '../../../openapi/generated/mlflow.ts';
import { invalid, notFound } from '../../../src/model/errors.ts';
import { type Webhook, type WebhookEventName, webhookEventNames } from '../../../src/model/webhook.ts';

type Wire = components['schemas'];

/** A webhook's id: a uuid. @throws not_found for anything of another form */
export function toWebhookId(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw notFound('webhook', text);
  return text.replaceAll('-', '');
}

/** An event by its kind of thing and what was done to it. @throws invalid for a pair that no webhook can hear of */
export function toEventName({ entity, action }: Wire['WebhookEvent']): WebhookEventName {
  const name = `${entity}.${action}`.toLowerCase();
  const known = webhookEventNames.find((candidate) => candidate === name);
  if (known === undefined) {
    const list = webhookEventNames.join(', ');
    throw invalid('events', `The pair of entity ${entity} and action ${action} is none of the events ${list}.`);
  }
  return known;
}

/** Events as a client lists them, each once, by name as the original has them. @throws invalid */
export function toEventNames(events: readonly Wire['WebhookEvent'][]): WebhookEventName[] {
  return [...new Set(events.map(toEventName))].sort();
}

function toEvent(name: WebhookEventName): Wire['WebhookEvent'] {
  const [entity, action] = name.toUpperCase().split('.');
  return { entity: entity as Wire['WebhookEntity'], action: action as Wire['WebhookAction'] };
}

/** A webhook as MLflow shows it. */
export function toWebhook({ id, name, description, url, events, active, createdAt, changedAt }: Webhook): Wire['Webhook'] {
  return {
    webhook_id: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    name,
    description: description || undefined,
    url,
    events: events.map(toEvent),
    status: active ? 'ACTIVE' : 'DISABLED',
    creation_timestamp: BigInt(createdAt.getTime()),
    last_updated_timestamp: BigInt(changedAt.getTime()),
  };
}
