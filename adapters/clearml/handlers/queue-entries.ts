import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import * as tracking from '../../../src/tracking/queues.ts';
import { companyIdOf } from '../map/company.ts';
import { toDateText } from '../map/date.ts';

/** Puts a task at the end of a queue; its status stays. */
export const queuesAddTask: Handler<operations['queues.add_task']> = async ({ body }, context) => {
  await tracking.addToQueue(context, body.queue ?? '', body.task ?? '', body.update_execution_queue ?? true);
  return { added: 1 };
};

/** Takes the first task for the worker that asks. An empty queue answers with nothing. */
export const queuesGetNextTask: Handler<operations['queues.get_next_task']> = async ({ body }, context) => {
  const taken = await tracking.takeNextRun(context, body.queue ?? '', body.task);
  if (!taken) return {};
  const entry = { task: taken.id, added: toDateText(taken.addedAt) };
  if (!body.get_task_info) return { entry };
  return { entry, task_info: { company: companyIdOf(context.workspaceId), ...(taken.userId ? { user: taken.userId } : {}) } };
};

export const queuesPeekTask: Handler<operations['queues.peek_task']> = async ({ body }, context) => {
  const entry = await tracking.peekQueue(context, body.queue ?? '');
  return entry ? { task: entry.id } : {};
};

export const queuesGetNumEntries: Handler<operations['queues.get_num_entries']> = async ({ body }, context) => ({
  num: await tracking.countQueue(context, body.queue ?? ''),
});

export const queuesRemoveTask: Handler<operations['queues.remove_task']> = async ({ body }, context) => {
  await tracking.removeFromQueue(context, body.queue ?? '', body.task ?? '', body.update_task_status ?? false);
  return { removed: 1 };
};

export const queuesClearQueue: Handler<operations['queues.clear_queue']> = async ({ body }, context) => ({
  removed_tasks: await tracking.clearQueue(context, body.queue ?? ''),
});

export const queuesMoveTaskForward: Handler<operations['queues.move_task_forward']> = async ({ body }, context) => {
  const count = body.count ?? 1;
  return { position: await tracking.moveInQueue(context, body.queue ?? '', body.task ?? '', (place) => place - count) };
};

export const queuesMoveTaskBackward: Handler<operations['queues.move_task_backward']> = async ({ body }, context) => {
  const count = body.count ?? 1;
  return { position: await tracking.moveInQueue(context, body.queue ?? '', body.task ?? '', (place) => place + count) };
};

export const queuesMoveTaskToFront: Handler<operations['queues.move_task_to_front']> = async ({ body }, context) => ({
  position: await tracking.moveInQueue(context, body.queue ?? '', body.task ?? '', () => 0),
});

export const queuesMoveTaskToBack: Handler<operations['queues.move_task_to_back']> = async ({ body }, context) => ({
  position: await tracking.moveInQueue(context, body.queue ?? '', body.task ?? '', (_place, length) => length - 1),
});
