import { type Context, nowMsOf } from '../context.ts';
import { BridgeError, invalid, notFound, show } from '../model/errors.ts';
import {
  type ReviewItem,
  type ReviewQueue,
  type ReviewQueueChange,
  type ReviewQueueDraft,
  type ReviewStatus,
  toCustomName,
  toItemIds,
  toOwner,
  toReviewer,
  toReviewQueueDraft,
  toSchemaIds,
  toUserName,
  toUsers,
} from '../model/review-queue.ts';
import type { Database } from '../store/database.ts';
import { findLabelSchemaIds } from '../store/label-schemas.ts';
import * as items from '../store/review-items.ts';
import * as store from '../store/review-queues.ts';
import { activeProjectId } from './active-project.ts';

/** Name of whoever signed in; undefined on a server that asks for no login. */
function signedIn(context: Context): string | undefined {
  return context.actor.basis === undefined ? undefined : context.actor.name;
}

/** @throws invalid when one of the schemas is none of the project */
async function refuseForeignSchemas(db: Database, projectId: number, schemaIds: readonly string[]): Promise<void> {
  if (schemaIds.length === 0) return;
  const found = await findLabelSchemaIds(db, projectId, schemaIds);
  const missing = schemaIds.filter((id) => !found.has(id));
  if (missing.length > 0) throw invalid('schema_ids', `The experiment has no label schemas with these ids: ${show(missing)}.`);
}

/**
 * Makes a queue, owned by whoever signed in.
 * @throws invalid, not_found for the project, already_exists when its name is taken, in whatever case
 */
export async function createReviewQueue(
  context: Context,
  experimentId: bigint,
  given: Omit<ReviewQueueDraft, 'owner'>,
): Promise<ReviewQueue> {
  const draft = toReviewQueueDraft({ ...given, owner: signedIn(context) ?? null });
  const projectId = await activeProjectId(context, experimentId);
  await refuseForeignSchemas(context.db, projectId, draft.schemaIds);
  const id = `rq-${context.newId()}`;
  const isNew = await store.insertReviewQueue(context.db, { ...draft, id, projectId, nowMs: nowMsOf(context) });
  if (!isNew) throw store.queueNameTaken(draft.name);
  return getReviewQueue(context, id);
}

/** The queue of a user, made and owned by him when it is not there. @throws already_exists for a custom queue of this name */
export async function getOrCreateUserQueue(context: Context, experimentId: bigint, user: string): Promise<ReviewQueue> {
  const name = toUserName(user);
  const draft = toReviewQueueDraft({ name, kind: 'user', owner: name, users: [], schemaIds: [] });
  const projectId = await activeProjectId(context, experimentId);
  const id = `rq-${context.newId()}`;
  await store.insertReviewQueue(context.db, { ...draft, id, projectId, nowMs: nowMsOf(context) });
  const queue = await store.findReviewQueueByName(context.db, projectId, name);
  if (!queue) throw notFound('review queue', name);
  if (queue.kind !== 'user') throw store.queueNameTaken(name);
  return queue;
}

/** @throws not_found */
export async function getReviewQueue(context: Context, id: string): Promise<ReviewQueue> {
  const queue = await store.findReviewQueue(context.db, context.workspaceId, id);
  if (!queue) throw notFound('review queue', id);
  return queue;
}

/** A queue of a project by its name, in any case. @throws not_found for the project or the queue */
export async function getReviewQueueByName(context: Context, experimentId: bigint, name: string): Promise<ReviewQueue> {
  const queue = await store.findReviewQueueByName(context.db, await activeProjectId(context, experimentId), name);
  if (queue) return queue;
  throw new BridgeError('not_found', `The experiment ${experimentId} has no review queue named ${show(name)}.`, {
    resource: `review queue ${name}`,
  });
}

/** A page of the queues of a project, newest first. @throws not_found, invalid for a place that is none of this list */
export async function listReviewQueues(
  context: Context,
  experimentId: bigint,
  selection: Omit<store.ReviewQueueSelection, 'projectId'>,
): Promise<{ queues: ReviewQueue[]; next?: string }> {
  const projectId = await activeProjectId(context, experimentId);
  const user = selection.user === undefined ? undefined : toUserName(selection.user);
  return store.listReviewQueues(context.db, { ...selection, projectId, user });
}

/** A change as it is written. @throws invalid */
function toChange({ name, owner, users, schemaIds }: ReviewQueueChange): ReviewQueueChange {
  return {
    ...(name === undefined ? {} : { name: toCustomName(name) }),
    ...(owner === undefined || owner === null ? {} : { owner: toOwner(owner) }),
    ...(users ? { users: toUsers(users) } : {}),
    ...(schemaIds ? { schemaIds: toSchemaIds(schemaIds) } : {}),
  };
}

/**
 * Changes a custom queue. Its questions change only while it has no items.
 * @throws not_found, invalid, for the queue of a user too, already_exists when its name is taken
 */
export async function updateReviewQueue(context: Context, id: string, given: ReviewQueueChange): Promise<ReviewQueue> {
  return context.db.transaction(async (db) => {
    const projectId = await store.lockReviewQueue(db, context.workspaceId, id);
    const old = await store.findReviewQueue(db, context.workspaceId, id);
    if (!old || projectId === undefined) throw notFound('review queue', id);
    if (old.kind === 'user') throw invalid('queue_id', `The queue of the user ${show(old.name)} cannot be changed.`);
    const change = toChange(given);
    if (Object.keys(change).length === 0) return old;
    if (change.schemaIds && (await items.hasReviewItems(db, id))) {
      throw invalid('schema_ids', `The questions of the review queue ${show(old.name)} stay while there are items in it.`);
    }
    await refuseForeignSchemas(db, projectId, change.schemaIds ?? []);
    const queue = { ...old, ...change, changedMs: nowMsOf(context) };
    await store.updateReviewQueue(db, queue);
    return queue;
  });
}

/** Deletes a queue with its items; fine when it is not there. */
export async function deleteReviewQueue(context: Context, id: string): Promise<void> {
  await store.deleteReviewQueue(context.db, context.workspaceId, id);
}

/**
 * Puts traces of the queue's project into a queue, all or none; those that are in it keep their status.
 * @throws invalid, not_found for the queue or a trace
 */
export async function addReviewItems(context: Context, queueId: string, given: readonly string[]): Promise<ReviewItem[]> {
  const traceIds = toItemIds(given);
  return context.db.transaction(async (db) => {
    const projectId = await store.lockReviewQueue(db, context.workspaceId, queueId);
    if (projectId === undefined) throw notFound('review queue', queueId);
    const found = await items.findTracesOfProject(db, projectId, traceIds);
    const missing = traceIds.find((id) => !found.has(id));
    if (missing !== undefined) throw notFound('trace of the experiment', missing);
    await items.insertReviewItems(db, queueId, traceIds, nowMsOf(context));
    return items.readReviewItems(db, queueId, traceIds);
  });
}

/** Takes items out of a queue; fine for those that are not in it. @throws invalid, not_found for the queue */
export async function removeReviewItems(context: Context, queueId: string, given: readonly string[]): Promise<void> {
  const traceIds = toItemIds(given);
  await getReviewQueue(context, queueId);
  await items.deleteReviewItems(context.db, queueId, traceIds);
}

/** A page of the items of a queue, newest first. @throws not_found, invalid for a place that is none of this list */
export async function listReviewItems(
  context: Context,
  queueId: string,
  selection: { status: ReviewStatus | undefined; limit: number; after: string | undefined },
): Promise<{ items: ReviewItem[]; next?: string }> {
  await getReviewQueue(context, queueId);
  return items.listReviewItems(context.db, { queueId, ...selection });
}

/** Who completes an item: whoever signed in, or the name given where nobody does. @throws invalid */
function completedBy(context: Context, status: ReviewStatus, given: string | undefined): string | null {
  const actor = signedIn(context);
  if (status !== 'pending') {
    const name = actor ?? given;
    if (!name?.trim()) throw invalid('completed_by', `The field completed_by is required for the status ${status}.`);
    return toReviewer(name);
  }
  if (actor === undefined && given !== undefined) {
    throw invalid('completed_by', `The field completed_by must not be given for the status pending; it is ${show(given)}.`);
  }
  return null;
}

/**
 * Says how far an item is. Saying the same again changes nothing; an item that waits again was completed by nobody.
 * @throws invalid, not_found for the queue or the item, forbidden for somebody signed in who is none of the queue's users
 */
export async function setReviewStatus(
  context: Context,
  item: { queueId: string; traceId: string; status: ReviewStatus; completedBy: string | undefined },
): Promise<ReviewItem> {
  const by = completedBy(context, item.status, item.completedBy);
  const traceId = item.traceId.trim();
  const queue = await getReviewQueue(context, item.queueId);
  const actor = signedIn(context);
  if (actor !== undefined && context.actor.role !== 'admin' && !queue.users.includes(toUserName(actor))) {
    throw new BridgeError('forbidden', `Only users of the review queue ${show(queue.name)} can review its items.`);
  }
  const { status } = item;
  const found = await items.setReviewStatus(context.db, {
    queueId: queue.id,
    traceId,
    status,
    completedBy: by,
    nowMs: nowMsOf(context),
  });
  if (found) return found;
  throw new BridgeError('not_found', `The review queue ${show(queue.id)} has no item ${show(traceId)}.`, {
    resource: `review item ${traceId}`,
  });
}
