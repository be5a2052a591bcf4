import { createHmac } from 'node:crypto';
import type { Context } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import type { WebhookEvent } from '../model/webhook.ts';

/** What is told of an event, as JSON. Names are spelled as the receivers know them: `run_id`. */
export function dataOf({ data }: WebhookEvent): string {
  return JSON.stringify(Object.fromEntries(Object.entries(data).map(([name, value]) => [toSnakeCase(name), value])));
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Something to be told. */
export interface Message {
  /** UUID by which the receiver knows a repeat. */
  deliveryId: string;
  event: string;
  /** JSON object. */
  data: string;
  happenedAt: Date;
  /** Undefined where there is but one workspace. */
  workspaceName?: string | undefined;
}

/**
 * A message as it is posted. The signature is over what the receiver sees: the id, the moment of sending and the body.
 * @param secret null: not signed
 * @see MLflow 3.17, whose webhooks have these headers and this body
 */
export function writeMessage(
  { deliveryId, event, data, happenedAt, workspaceName }: Message,
  secret: string | null,
  now: Date,
): { headers: Record<string, string>; body: string } {
  const [entity, action] = event.split('.');
  const timestamp = happenedAt.toISOString().replace('Z', '+00:00');
  const workspace = workspaceName === undefined ? {} : { workspace: workspaceName };
  const body = JSON.stringify({ entity, action, timestamp, data: JSON.parse(data), ...workspace });
  const sentAt = Math.floor(now.getTime() / 1000).toString();
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'X-MLflow-Delivery-Id': deliveryId,
    'X-MLflow-Timestamp': sentAt,
  };
  if (secret !== null) headers['X-MLflow-Signature'] = signatureOf(secret, `${deliveryId}.${sentAt}.${body}`);
  return { headers, body };
}

function signatureOf(secret: string, signed: string): string {
  return `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`;
}

/**
 * What a webhook signs with; null when it does not.
 * @param owner.id 32 lower hex
 * @throws wrong_state when it was stored with another key: nothing is sent without the signature that is expected
 */
export function secretOf(
  { webhookSecrets }: Pick<Context, 'webhookSecrets'>,
  { id, sealedSecret }: { id: string; sealedSecret: string | null },
): string | null {
  if (sealedSecret === null) return null;
  const secret = webhookSecrets.open(sealedSecret, id);
  if (secret !== undefined) return secret;
  throw new BridgeError('wrong_state', `The secret of the webhook ${id} was stored with another key than this server has.`);
}
