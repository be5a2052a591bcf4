import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import { type RunStatus, runStatuses } from '../../../src/model/run.ts';
import type { ChangedRun } from '../../../src/tracking/change-run.ts';
import * as queue from '../../../src/tracking/queue-run.ts';
import * as status from '../../../src/tracking/run-status.ts';
import type { StatusRequest } from '../../../src/tracking/status-fields.ts';
import { ApiError, wrongField } from '../errors.ts';
import { withoutNulls } from '../map/nulls.ts';
import { changedFields } from '../map/task-answer.ts';

/** What requests say with a change of status. */
interface StatusBody {
  status_reason?: string;
  status_message?: string;
  force?: boolean;
}

export function toStatusRequest({ status_reason, status_message, force }: StatusBody): StatusRequest {
  return { reason: status_reason, message: status_message, force };
}

/** The plain answer to a change. */
export function toUpdated<Result>(changed: ChangedRun<Result>, context: Context) {
  return { updated: 1, fields: changedFields(changed, context) };
}

export const tasksStarted: Handler<operations['tasks.started']> = async ({ body }, context) => {
  const { task, ...said } = withoutNulls(body);
  const changed = await status.startRun(context, task, toStatusRequest(said));
  return { ...toUpdated(changed, context), started: 1 };
};

export const tasksStopped: Handler<operations['tasks.stopped']> = async ({ body }, context) => {
  const { task, ...said } = withoutNulls(body);
  return toUpdated(await status.endRun(context, task, 'stopped', toStatusRequest(said)), context);
};

export const tasksFailed: Handler<operations['tasks.failed']> = async ({ body }, context) => {
  const { task, ...said } = withoutNulls(body);
  return toUpdated(await status.endRun(context, task, 'failed', toStatusRequest(said)), context);
};

export const tasksCompleted: Handler<operations['tasks.completed']> = async ({ body }, context) => {
  const { task, publish = false, ...said } = withoutNulls(body);
  const answer = toUpdated(await status.endRun(context, task, 'completed', toStatusRequest(said)), context);
  if (!publish) return { ...answer, published: 0 };
  const published = toUpdated(await status.publishRun(context, task, toStatusRequest(said)), context);
  return { ...published, fields: { ...answer.fields, ...published.fields }, published: 1 };
};

export const tasksClose: Handler<operations['tasks.close']> = async ({ body }, context) => {
  const { task, ...said } = withoutNulls(body);
  return toUpdated(await status.closeRun(context, task, toStatusRequest(said)), context);
};

export const tasksStop: Handler<operations['tasks.stop']> = async ({ body }, context) => {
  const { task, ...said } = withoutNulls(body);
  return toUpdated(await status.stopRun(context, task, toStatusRequest(said)), context);
};

export const tasksPublish: Handler<operations['tasks.publish']> = async ({ body }, context) => {
  const { task, publish_model, ...said } = withoutNulls(body);
  return toUpdated(await status.publishRun(context, task, { ...toStatusRequest(said), withModel: publish_model }), context);
};

/** Says that a task is alive. */
export const tasksPing: Handler<operations['tasks.ping']> = async ({ body }, context) => {
  await status.pingRun(context, body.task);
  return {};
};

interface QueueBody extends StatusBody {
  queue?: string;
  queue_name?: string;
  verify_watched_queue?: boolean;
  update_execution_queue?: boolean;
}

/** Puts one task into a queue. */
export async function enqueue(context: Context, task: string, body: QueueBody) {
  const { queue: queueId, queue_name: queueName } = body;
  if (queueId && queueName) throw wrongField('queue_name', 'A queue is named by its id or by its name, not by both.');
  const changed = await queue.enqueueRun(
    context,
    task,
    { queueId: queueId || undefined, queueName: queueName || undefined },
    {
      ...toStatusRequest(body),
      checksWatch: body.verify_watched_queue,
      keepsQueue: body.update_execution_queue === false,
    },
  );
  const { isWatched } = changed.result;
  return { ...toUpdated(changed, context), queued: 1, ...(isWatched !== undefined && { queue_watched: isWatched }) };
}

export const tasksEnqueue: Handler<operations['tasks.enqueue']> = async ({ body }, context) => {
  const { task, ...rest } = withoutNulls(body);
  return enqueue(context, task, rest);
};

interface DequeueBody extends StatusBody {
  new_status?: string;
  remove_from_all_queues?: boolean;
}

/** A status named by a request. @throws ApiError 400/12 */
function toStatus(name: string | undefined): RunStatus | undefined {
  if (name === undefined) return undefined;
  const known = runStatuses.find((one) => one === name);
  if (!known) throw wrongField('new_status', `${JSON.stringify(name)} is no status; there are ${runStatuses.join(', ')}.`);
  return known;
}

/** Takes one task out of its queue; one that is not there any more counts as out. */
export async function dequeue(context: Context, task: string, body: DequeueBody) {
  const newStatus = toStatus(body.new_status);
  try {
    const changed = await queue.dequeueRun(context, task, {
      ...toStatusRequest(body),
      status: newStatus,
      fromAll: body.remove_from_all_queues,
    });
    return changed.result ? { ...toUpdated(changed, context), dequeued: 1 } : { updated: 0, fields: {}, dequeued: 1 };
  } catch (error) {
    if (error instanceof ApiError || !isMissingRun(error)) throw error;
    return { updated: 0, fields: {}, dequeued: 0 };
  }
}

function isMissingRun(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'not_found';
}

export const tasksDequeue: Handler<operations['tasks.dequeue']> = async ({ body }, context) => {
  const { task, ...rest } = withoutNulls(body);
  return dequeue(context, task, rest);
};
