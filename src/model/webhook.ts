/** What a new registered model or prompt is told with. Tags are those a person gave, none of the tool's own. */
interface Named {
  name: string;
  tags: Readonly<Record<string, string>>;
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
  'registered_model.created': Named;
  'model_version.created': Named & Versioned & { source: string; runId: string | null };
  'model_version_tag.set': Versioned & Tagged;
  'model_version_tag.deleted': Versioned & Untagged;
  'model_version_alias.created': Versioned & Aliased;
  'model_version_alias.deleted': Aliased;
  'prompt.created': Named;
  'prompt_version.created': Named & Versioned & { template: string | null };
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
