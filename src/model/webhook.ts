import { invalid, show } from './errors.ts';

/** What something new is told with. Tags are those a person gave, none of the tool's own. */
interface Named {
  name: string;
  tags: Readonly<Record<string, string>>;
}

/** A new registered model or prompt; without a description that is empty. */
interface Registered extends Named {
  description: string;
}

/** A new version of one; without a description it has none. */
interface VersionOf extends Named, Versioned {
  description: string | null;
}

/** A version of something registered, by its decimal number. */
interface Versioned {
  name: string;
  version: string;
}

interface Tagged {
  key: string;
  value: string;
}

interface Untagged {
  key: string;
}

interface Aliased {
  name: string;
  alias: string;
}

/**
 * What webhooks hear of, and what they are told. Events of prompts are not events of models.
 * @see MLflow 3.17, which has these events and tells the same
 */
export interface WebhookEvents {
  'registered_model.created': Registered;
  'model_version.created': VersionOf & { source: string; runId: string | null };
  'model_version_tag.set': Versioned & Tagged;
  'model_version_tag.deleted': Versioned & Untagged;
  'model_version_alias.created': Versioned & Aliased;
  'model_version_alias.deleted': Aliased;
  'prompt.created': Registered;
  'prompt_version.created': VersionOf & { template: string | null };
  'prompt_tag.set': { name: string } & Tagged;
  'prompt_tag.deleted': { name: string } & Untagged;
  'prompt_version_tag.set': Versioned & Tagged;
  'prompt_version_tag.deleted': Versioned & Untagged;
  'prompt_alias.created': Versioned & Aliased;
  'prompt_alias.deleted': Aliased;
  'budget_policy.exceeded': BudgetExceeded;
}

/** A limit on what calls of model vendors may cost, and that it was passed. */
interface BudgetExceeded {
  budgetPolicyId: string;
  budgetUnit: 'USD';
  budgetAmount: number;
  currentSpend: number;
  durationUnit: 'MINUTES' | 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS';
  durationValue: number;
  targetScope: 'GLOBAL' | 'WORKSPACE' | 'ENDPOINT' | 'USER';
  workspace: string;
  targetValue: string | null;
  /** Start of the time the limit is for, in ms since the epoch. */
  windowStart: number;
}

/** Name of an event: the kind of thing and what was done to it, with a dot between them. */
export type WebhookEventName = keyof WebhookEvents;

/** Something that happened: its name and what is told of it. */
export type WebhookEvent = { [Name in WebhookEventName]: { name: Name; data: WebhookEvents[Name] } }[WebhookEventName];

/** Every event, in the order they are listed to people. */
export const webhookEventNames: readonly WebhookEventName[] = [
  'registered_model.created',
  'model_version.created',
  'model_version_tag.set',
  'model_version_tag.deleted',
  'model_version_alias.created',
  'model_version_alias.deleted',
  'prompt.created',
  'prompt_version.created',
  'prompt_tag.set',
  'prompt_tag.deleted',
  'prompt_version_tag.set',
  'prompt_version_tag.deleted',
  'prompt_alias.created',
  'prompt_alias.deleted',
  'budget_policy.exceeded',
];

/** An address that is told of events; without its secret. */
export interface Webhook {
  /** 32 lower hex. */
  id: string;
  name: string;
  description: string;
  url: string;
  events: readonly WebhookEventName[];
  /** Whether it is told anything. */
  active: boolean;
  createdAt: Date;
  changedAt: Date;
}

/** What a webhook is made from. */
export interface WebhookDraft extends Pick<Webhook, 'name' | 'description' | 'url' | 'events' | 'active'> {
  /** What messages are signed with; null for no signature. */
  secret: string | null;
}

/** What of a webhook is to be changed. */
export type WebhookChange = Partial<WebhookDraft>;

/** Limits, in UTF-16 units. */
const maxUrl = 2_000;
const maxDescription = 10_000;
const maxSecret = 1_000;

/** @throws invalid naming what of a webhook is not possible; its address is looked at elsewhere */
export function checkWebhook({ name, description, url, events, secret }: WebhookChange): void {
  if (name !== undefined && !/^(?=.{1,63}$)[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i.test(name)) {
    const rule = 'it needs 1 to 63 letters, digits, dots, hyphens and underscores, with a letter or digit at either end';
    throw invalid('name', `The webhook name ${show(name)} is not possible: ${rule}.`);
  }
  if (events !== undefined && events.length === 0) throw invalid('events', 'A webhook must have at least one of the events.');
  checkText('url', url, maxUrl);
  checkText('description', description, maxDescription);
  if (secret !== undefined && secret !== null && (secret.length > maxSecret || secret.includes('\0'))) {
    throw invalid('secret', `The secret has more than ${maxSecret} characters, or one of them is U+0000.`);
  }
}

function checkText(field: string, text: string | undefined, most: number): void {
  if (text === undefined || (text.length <= most && !text.includes('\0'))) return;
  throw invalid(field, `The ${field} ${show(text)} is not possible: it needs at most ${most} characters, none of them U+0000.`);
}
