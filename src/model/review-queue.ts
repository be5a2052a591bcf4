import { invalid, show } from './errors.ts';

/** A `user` queue is the worklist of the one user it is named after; a `custom` one has users and questions of its own. */
export type ReviewQueueKind = 'user' | 'custom';

/** How far an item of a queue is. */
export type ReviewStatus = 'pending' | 'complete' | 'declined';

/** Where traces of a project wait for reviewers. */
export interface ReviewQueue {
  /** `rq-` and 32 lower hex. */
  id: string;
  experimentId: bigint;
  /** Unique in its project, in any case. */
  name: string;
  kind: ReviewQueueKind;
  /** Who may change it; null where nobody signed in. */
  owner: string | null;
  /** In lower case, sorted. */
  users: readonly string[];
  /** Questions to be answered; a user queue has none of its own and asks all of the project's. Sorted. */
  schemaIds: readonly string[];
  createdMs: bigint;
  changedMs: bigint;
}

/** A trace in a queue. */
export interface ReviewItem {
  queueId: string;
  traceId: string;
  status: ReviewStatus;
  /** Who completed or declined it, and when. */
  completedBy: string | null;
  completedMs: bigint | null;
  createdMs: bigint;
  changedMs: bigint;
}

/** A queue to be made. */
export type ReviewQueueDraft = Pick<ReviewQueue, 'name' | 'kind' | 'owner' | 'users' | 'schemaIds'>;

/** A change of a custom queue; what is left out stays. */
export type ReviewQueueChange = Partial<Pick<ReviewQueue, 'name' | 'owner' | 'users' | 'schemaIds'>>;

/** Limits of the original, in code points. @see MLflow 3.17.2, validation of review queues */
const MAX_NAME = 250;
const MAX_USER = 250;
const MAX_USERS = 10;
const MAX_ITEM_ID = 50;
const MAX_SCHEMA_ID = 36;
/** What the queue of the user of a server without login is called. */
const RESERVED_NAME = 'default';

function checked(field: string, text: string, max: number): string {
  const length = text.length > 2 * max ? text.length : [...text].length;
  if (length >= 1 && length <= max) return text;
  throw invalid(field, `The ${field} ${show(text)} must have 1 to ${max} characters; it has ${length}.`);
}

/** Names of queues are compared in this form. */
export function nameKeyOf(name: string): string {
  return name.toLowerCase();
}

/** A user as queues name him: without spaces around it, in lower case. */
export function toUserName(text: string): string {
  return text.trim().toLowerCase();
}

/** Who completed an item. @throws invalid */
export function toReviewer(text: string): string {
  return checked('completed_by', toUserName(text), MAX_USER);
}

/** @throws invalid */
export function toOwner(text: string): string {
  return checked('new_owner', text.trim(), MAX_USER);
}

/** Each text once, in order. */
function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

/** @throws invalid for more than 10 users, or one that is empty or too long */
export function toUsers(texts: readonly string[]): string[] {
  const users = distinct(texts.map((text) => checked('user', toUserName(text), MAX_USER)));
  if (users.length <= MAX_USERS) return users;
  throw invalid('users', `A review queue can have ${MAX_USERS} users; these are ${users.length}.`);
}

/** @throws invalid for one that is empty or too long */
export function toSchemaIds(texts: readonly string[]): string[] {
  return distinct(texts.map((text) => checked('schema_id', text.trim(), MAX_SCHEMA_ID)));
}

/** Ids of traces, each once, in the order given. @throws invalid for none, and for one that is empty or too long */
export function toItemIds(texts: readonly string[]): string[] {
  if (texts.length === 0) throw invalid('item_ids', 'The field item_ids must name at least one item.');
  return [...new Set(texts.map((text) => checked('item_id', text.trim(), MAX_ITEM_ID)))];
}

/** Name of a custom queue. @throws invalid */
export function toCustomName(text: string): string {
  const name = checked('name', text.trim(), MAX_NAME);
  if (nameKeyOf(name) !== RESERVED_NAME) return name;
  throw invalid('name', `The name ${show(name)} is kept for the queue of the default user.`);
}

/** A queue as it is made: users of a user queue are its name, and it has no questions of its own. @throws invalid */
export function toReviewQueueDraft(given: ReviewQueueDraft): ReviewQueueDraft {
  const users = toUsers(given.users);
  const schemaIds = toSchemaIds(given.schemaIds);
  if (given.kind === 'custom') return { ...given, name: toCustomName(given.name), users, schemaIds };
  const name = checked('name', toUserName(given.name), MAX_NAME);
  if (users.length > 0 && (users.length > 1 || users[0] !== name)) {
    throw invalid('users', `The queue of the user ${show(name)} must have this user alone, not ${show(users)}.`);
  }
  if (schemaIds.length > 0) {
    throw invalid(
      'schema_ids',
      `The queue of the user ${show(name)} asks all questions of its experiment; it has none of its own.`,
    );
  }
  return { ...given, name, users: [name], schemaIds };
}
