import type { Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import type { Find } from '../model/find.ts';
import { DEFAULT_QUEUE_TAG, type MetadataItem, type Queue, type QueueDraft, type QueueEntry } from '../model/queue.ts';
import * as entries from '../store/queue-entries.ts';
import { type QueueInterval, readQueueSamples, sampleQueues } from '../store/queue-samples.ts';
import * as store from '../store/queues.ts';
import { uuidOfId } from '../store/run-ids.ts';
import { findRun } from '../store/runs.ts';
import { findQueues as find, type QueueFieldName } from '../store/search/queues.ts';
import { checkRange, type TimeRange } from './time-range.ts';

/** Makes sure there is a queue to use when none is named; called at every start. */
export async function ensureDefaultQueue(context: Context): Promise<void> {
  const { db, workspaceId } = context;
  if ((await store.findDefaultQueues(db, workspaceId)).length > 0) return;
  const there = await store.findQueue(db, workspaceId, { name: 'default' });
  if (there) {
    await store.patchQueue(db, workspaceId, there.id, { systemTags: [...there.systemTags, DEFAULT_QUEUE_TAG] }, context.now());
    return;
  }
  try {
    await createQueue(context, { name: 'default', systemTags: [DEFAULT_QUEUE_TAG] });
  } catch (error) {
    // another server starting at the same moment added it
    if (!(error instanceof BridgeError && error.code === 'already_exists')) throw error;
  }
}

/** @throws already_exists when the name is taken */
export function createQueue(context: Context, draft: QueueDraft): Promise<Queue> {
  return store.createQueue(context.db, {
    ...draft,
    id: context.newId(),
    workspaceId: context.workspaceId,
    userId: context.actor.userId || null,
    now: context.now(),
  });
}

/** @throws not_found */
export async function getQueue(context: Context, id: string): Promise<Queue> {
  const queue = await store.findQueue(context.db, context.workspaceId, { id });
  if (!queue) throw notFound('queue', id);
  return queue;
}

export type { QueueFieldName };

/** A page of queues. @throws invalid */
export function findQueues(context: Context, query: Find<QueueFieldName>): Promise<{ queues: Queue[]; next?: string }> {
  return find(context.db, context.workspaceId, query);
}

/** The queue to use when none is named. @throws invalid, reason `default_queue_missing` or `default_queue_ambiguous` */
export async function getDefaultQueue(context: Context, db = context.db): Promise<Queue> {
  const [queue, second] = await store.findDefaultQueues(db, context.workspaceId);
  if (queue && !second) return queue;
  throw new BridgeError(
    'invalid',
    queue ? 'Several queues are marked as the default one.' : 'No queue is marked as the default one.',
    { field: 'queue', reason: queue ? 'default_queue_ambiguous' : 'default_queue_missing' },
  );
}

/** @throws not_found, already_exists when the new name is taken */
export async function updateQueue(context: Context, id: string, patch: store.QueuePatch): Promise<void> {
  if (!(await store.patchQueue(context.db, context.workspaceId, id, patch, context.now()))) throw notFound('queue', id);
}

/** Adds metadata to a queue, or takes keys of it away. @throws not_found */
export async function changeQueueMetadata(
  context: Context,
  id: string,
  change: { add?: readonly MetadataItem[]; remove?: readonly string[]; replaces?: boolean },
): Promise<void> {
  const { db, workspaceId } = context;
  const isThere = change.replaces
    ? await store.patchQueue(db, workspaceId, id, { metadata: change.add ?? [] }, context.now())
    : await store.mergeQueueMetadata(db, workspaceId, id, change, context.now());
  if (!isThere) throw notFound('queue', id);
}

/**
 * Deletes a queue; runs that wait in it go back to the status they came with.
 * @throws not_found, wrong_state with reason `queue_not_empty` unless forced
 */
export async function deleteQueue(context: Context, id: string, force: boolean): Promise<void> {
  const queue = await getQueue(context, id);
  await context.db.transaction(async (db) => {
    const runs = await entries.clearQueue(db, queue.id, context.now());
    if (runs.length > 0 && !force) {
      throw new BridgeError('wrong_state', `The queue ${show(queue.name)} is not empty: ${runs.length} runs wait in it.`, {
        resource: `queue ${id}`,
        reason: 'queue_not_empty',
      });
    }
    await entries.releaseRuns(db, runIdsOf(runs), context.now());
    await store.deleteQueue(db, context.workspaceId, id);
  });
}

function runIdsOf(runs: readonly { runId: number }[]): number[] {
  return runs.map(({ runId }) => runId);
}

/** Takes all runs out of a queue; they go back to the status they came with. @returns their ids @throws not_found */
export async function clearQueue(context: Context, id: string): Promise<string[]> {
  await getQueue(context, id);
  return context.db.transaction(async (db) => {
    const runs = await entries.clearQueue(db, id, context.now());
    await entries.releaseRuns(db, runIdsOf(runs), context.now());
    return runs.map((run) => run.id);
  });
}

/**
 * Puts a run at the end of a queue and leaves its status as it is.
 * @param setsQueue whether the run remembers the queue
 * @throws not_found, wrong_state with reason `queued_already`
 */
export async function addToQueue(context: Context, id: string, run: string, setsQueue: boolean): Promise<void> {
  const queue = await getQueue(context, id);
  const found = await findRun(context.db, context.workspaceId, run);
  if (!found) throw notFound('run', run);
  await context.db.transaction(async (db) => {
    if (!(await entries.addQueueEntry(db, queue.id, found.runId, null, context.now()))) {
      throw new BridgeError('wrong_state', `The run ${show(run)} waits in the queue ${show(queue.name)} already.`, {
        resource: `queue ${id}`,
        reason: 'queued_already',
      });
    }
    if (setsQueue) await entries.setQueueOfRun(db, found.runId, queue.id);
  });
}

/**
 * Takes a run out of a queue.
 * @param releases whether it goes back to the status it came with
 * @throws not_found, wrong_state with reason `not_queued`
 */
export async function removeFromQueue(context: Context, id: string, run: string, releases: boolean): Promise<void> {
  await getQueue(context, id);
  const found = await findRun(context.db, context.workspaceId, run);
  if (!found) throw notQueued(id, run);
  await context.db.transaction(async (db) => {
    const queues = await entries.removeQueueEntries(db, found.runId, context.now(), id);
    if (queues.length === 0) throw notQueued(id, run);
    if (releases) await entries.releaseRuns(db, [found.runId], context.now());
  });
}

function notQueued(id: string, run: string): BridgeError {
  return new BridgeError('wrong_state', `The run ${show(run)} does not wait in the queue ${show(id)}.`, {
    resource: `queue ${id}`,
    reason: 'not_queued',
  });
}

/**
 * Takes the first run of a queue, or the one named, for a worker. One that was stopped waits again, so that it may start.
 * @returns undefined when there is none
 * @throws not_found
 */
export async function takeNextRun(context: Context, id: string, run?: string): Promise<entries.TakenEntry | undefined> {
  await getQueue(context, id);
  return context.db.transaction(async (db) => {
    const taken = await entries.takeQueueEntry(db, id, context.now(), run);
    if (taken?.status === 'stopped') await entries.queueStoppedRun(db, taken.runId, context.now());
    return taken;
  });
}

/** The run that would be taken next. @throws not_found */
export async function peekQueue(context: Context, id: string): Promise<QueueEntry | undefined> {
  await getQueue(context, id);
  return (await entries.readQueueEntries(context.db, [id], 1)).get(id)?.[0];
}

/** How many runs wait in a queue. @throws not_found */
export async function countQueue(context: Context, id: string): Promise<number> {
  await getQueue(context, id);
  return entries.countQueueEntries(context.db, id);
}

/**
 * Moves a run to another place in its queue.
 * @param toPlace the new place, counted from 0, by the old one and the number of runs; what lies outside means the nearest end
 * @returns the new place
 * @throws not_found, wrong_state with reason `not_queued`
 */
export async function moveInQueue(
  context: Context,
  id: string,
  run: string,
  toPlace: (place: number, length: number) => number,
): Promise<number> {
  await getQueue(context, id);
  const place = await entries.moveQueueEntry(context.db, id, run, toPlace, context.now());
  if (place === undefined) throw notQueued(id, run);
  return place;
}

/** Queues by id, as far as they are there. */
export async function readQueues(context: Context, ids: readonly string[]): Promise<Map<string, Queue>> {
  const queues = await store.readQueues(context.db, context.workspaceId, ids);
  return new Map(queues.map((queue) => [queue.id, queue]));
}

/** Runs that wait in queues, in their order, by queue id. @param most of each queue */
export function readQueueEntries(context: Context, ids: readonly string[], most?: number): Promise<Map<string, QueueEntry[]>> {
  return entries.readQueueEntries(context.db, ids, most, context.reach.projects);
}

/**
 * How full queues were over time.
 * @param range.refresh notes first how they are now
 * @throws not_found for a queue that is named and not there, invalid
 */
export async function readQueueMetrics(
  context: Context,
  ids: readonly string[] | undefined,
  range: TimeRange & { refresh: boolean },
): Promise<Map<string, QueueInterval[]>> {
  checkRange(range);
  const known = await store.listQueueIds(context.db, context.workspaceId, ids);
  const missing = ids?.find((id) => !known.includes(id));
  if (missing !== undefined) throw notFound('queue', missing);
  if (range.refresh) await sampleQueues(context.db, known.map(uuidOfId), context.now());
  return readQueueSamples(context.db, known, range);
}
