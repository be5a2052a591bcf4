import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import type { WebhookEvent, WebhookEventName, WebhookEvents } from '../model/webhook.ts';
import { dataOf, secretOf, writeMessage } from './message.ts';
import { findWebhook } from './webhooks.ts';

/** How a try ended: with the status of the receiver, or with a sentence about why there is none. */
export type TryResult = { status: number } | { failure: string };

/**
 * Tells a webhook, active or not, an example of an event, once and now.
 * @param name the event; the first of the webhook's when not given
 * @throws not_found
 */
export async function tryWebhook(context: Context, id: string, name: WebhookEventName | undefined): Promise<TryResult> {
  const { now, outbound, workspaces, signal } = context;
  const { url, events, sealedSecret } = await findWebhook(context, id);
  const event = name ?? (events[0] as WebhookEventName);
  const message = {
    deliveryId: randomUUID(),
    event,
    data: dataOf({ name: event, data: examples[event] } as WebhookEvent),
    happenedAt: now(),
    workspaceName: workspaces.areOn ? context.workspaceName : undefined,
  };
  try {
    const { headers, body } = writeMessage(message, secretOf(context, { id, sealedSecret }), now());
    const { status } = await outbound.post(url, headers, body, signal);
    return { status };
  } catch (error) {
    if (!(error instanceof BridgeError)) throw error;
    return { failure: error.message };
  }
}

const tags = { team: 'vision' };
const model = { name: 'a-model', version: '1' };
const prompt = { name: 'a-prompt', version: '1' };

/** One of each event, of nothing that is there. */
const examples: Readonly<WebhookEvents> = {
  'registered_model.created': { name: model.name, tags, description: 'A model that is not there' },
  'model_version.created': {
    ...model,
    source: `models:/m-${'0'.repeat(32)}`,
    runId: '0'.repeat(32),
    tags,
    description: 'A version that is not there',
  },
  'model_version_tag.set': { ...model, key: 'team', value: 'vision' },
  'model_version_tag.deleted': { ...model, key: 'team' },
  'model_version_alias.created': { ...model, alias: 'champion' },
  'model_version_alias.deleted': { name: model.name, alias: 'champion' },
  'prompt.created': { name: prompt.name, tags, description: 'A prompt that is not there' },
  'prompt_version.created': {
    ...prompt,
    template: 'Good morning, {{name}}!',
    tags,
    description: 'A version that is not there',
  },
  'prompt_tag.set': { name: prompt.name, key: 'team', value: 'vision' },
  'prompt_tag.deleted': { name: prompt.name, key: 'team' },
  'prompt_version_tag.set': { ...prompt, key: 'team', value: 'vision' },
  'prompt_version_tag.deleted': { ...prompt, key: 'team' },
  'prompt_alias.created': { ...prompt, alias: 'champion' },
  'prompt_alias.deleted': { name: prompt.name, alias: 'champion' },
  'budget_policy.exceeded': {
    budgetPolicyId: 'bp-0',
    budgetUnit: 'USD',
    budgetAmount: 100,
    currentSpend: 105.5,
    durationUnit: 'MONTHS',
    durationValue: 1,
    targetScope: 'WORKSPACE',
    workspace: 'default',
    targetValue: null,
    windowStart: 1_767_225_600_000,
  },
};
