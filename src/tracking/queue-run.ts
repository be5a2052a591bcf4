import type { Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import type { Queue } from '../model/queue.ts';
import type { RunStatus } from '../model/run.ts';
import type { RunFields } from '../model/run-change.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Database } from '../store/database.ts';
import { addQueueEntry, removeQueueEntries } from '../store/queue-entries.ts';
import { createQueue, findQueue, isQueueWatched } from '../store/queues.ts';
import { type ChangedRun, changeRun, requireFollowing } from './change-run.ts';
import { getDefaultQueue } from './queues.ts';
import { DEVELOPMENT_TAG, type StatusRequest, statusFields } from './status-fields.ts';

/** Where a run is to wait. Neither given: the default queue. */
export interface QueueChoice {
  queueId?: string;
  /** A queue of this name is made when there is none. */
  queueName?: string;
}

/** The queue chosen. @throws not_found, invalid with reason `default_queue_missing` or `default_queue_ambiguous` */
async function chooseQueue(context: Context, db: Database, { queueId, queueName }: QueueChoice): Promise<Queue> {
  const { workspaceId } = context;
  if (queueId !== undefined) {
    const queue = await findQueue(db, workspaceId, { id: queueId });
    if (!queue) throw notFound('queue', queueId);
    return queue;
  }
  if (queueName !== undefined) {
    const queue = await findQueue(db, workspaceId, { name: queueName });
    if (queue) return queue;
    return createQueue(db, {
      id: context.newId(),
      workspaceId,
      name: queueName,
      userId: context.actor.userId || null,
      now: context.now(),
    });
  }
  return getDefaultQueue(context, db);
}

/** How a run came into its queue. */
export interface QueuedRun {
  queue: Queue;
  /** Whether a worker takes runs from it; undefined unless asked. */
  isWatched?: boolean;
}

/**
 * Puts a run into a queue, and out of every other.
 * @throws not_found, wrong_state when it waits there already (reason `queued_already`) or may not be queued
 */
export function enqueueRun(
  context: Context,
  id: string,
  choice: QueueChoice,
  request: StatusRequest & { checksWatch?: boolean; keepsQueue?: boolean },
): Promise<ChangedRun<QueuedRun>> {
  return changeRun(context, id, {
    decide: async ({ run, db }) => {
      requireFollowing(run, 'queued', request.force ?? false);
      const now = context.now();
      const queue = await chooseQueue(context, db, choice);
      const formerStatus: RunStatus | null = run.status === 'queued' ? run.formerStatus : run.status;
      if (!(await addQueueEntry(db, queue.id, run.runId, formerStatus, now))) {
        throw new BridgeError('wrong_state', `The run ${show(run.id)} waits in the queue ${show(queue.name)} already.`, {
          resource: `queue ${queue.id}`,
          reason: 'queued_already',
        });
      }
      if (run.status === 'queued' && run.queueId !== null && run.queueId !== queue.id) {
        await removeQueueEntries(db, run.runId, now, run.queueId);
      }
      const isWatched = request.checksWatch ? await isQueueWatched(db, context.workspaceId, queue.id, now) : undefined;
      const set: RunFields = {
        ...statusFields('queued', request),
        formerStatus,
        systemTags: run.systemTags.filter((tag) => tag !== DEVELOPMENT_TAG),
        ...(request.keepsQueue ? {} : { queueId: queue.id }),
      };
      return { change: { set }, result: { queue, isWatched } };
    },
  });
}

/** What leaving a queue does to a run: undefined for one that neither waits nor runs. */
export function leftQueueFields(run: RunRecord, request: StatusRequest & { status?: RunStatus }): RunFields | undefined {
  if (run.status !== 'queued' && run.status !== 'in_progress') return undefined;
  const status = request.status ?? run.formerStatus ?? 'created';
  requireFollowing(run, status, request.force ?? false);
  return { ...statusFields(status, request), formerStatus: null };
}

/**
 * Takes a run out of its queue; it goes back to the status it came with, or to the one given.
 * @returns result: whether its status changed
 * @throws not_found, wrong_state
 */
export function dequeueRun(
  context: Context,
  id: string,
  request: StatusRequest & { status?: RunStatus; fromAll?: boolean },
): Promise<ChangedRun<boolean>> {
  return changeRun(context, id, {
    decide: async ({ run, db }) => {
      const set = leftQueueFields(run, request);
      await removeQueueEntries(db, run.runId, context.now(), request.fromAll ? undefined : (run.queueId ?? undefined));
      return { change: set ? { set } : {}, result: set !== undefined };
    },
  });
}
