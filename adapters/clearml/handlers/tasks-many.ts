import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import { allOrNothing } from '../../../src/tracking/all-or-nothing.ts';
import { archiveRun, unarchiveRun } from '../../../src/tracking/archive-run.ts';
import { publishRun, stopRun } from '../../../src/tracking/run-status.ts';
import { forEachId } from '../map/many.ts';
import { withoutNulls } from '../map/nulls.ts';
import { deleteTask, resetTask } from './tasks-remove.ts';
import { dequeue, enqueue, toStatusRequest, toUpdated } from './tasks-status.ts';

export const tasksEnqueueMany: Handler<operations['tasks.enqueue_many']> = async ({ body }, context) => {
  const { ids, ...rest } = withoutNulls(body);
  let isWatched: boolean | undefined;
  const answer = await forEachId(ids, async (id) => {
    const { queue_watched, queued, ...updated } = await enqueue(context, id, rest);
    isWatched = queue_watched;
    return { ...updated, queued: queued === 1 };
  });
  return { ...answer, ...(isWatched !== undefined && { queue_watched: isWatched }) };
};

export const tasksDequeueMany: Handler<operations['tasks.dequeue_many']> = async ({ body }, context) => {
  const { ids, ...rest } = withoutNulls(body);
  return forEachId(ids, async (id) => {
    const { dequeued, ...updated } = await dequeue(context, id, rest);
    return { ...updated, dequeued: dequeued === 1 };
  });
};

export const tasksStopMany: Handler<operations['tasks.stop_many']> = async ({ body }, context) => {
  const { ids, ...said } = withoutNulls(body);
  return forEachId(ids, async (id) => toUpdated(await stopRun(context, id, toStatusRequest(said)), context));
};

export const tasksPublishMany: Handler<operations['tasks.publish_many']> = async ({ body }, context) => {
  const { ids, publish_model, ...said } = withoutNulls(body);
  return forEachId(ids, async (id) =>
    toUpdated(await publishRun(context, id, { ...toStatusRequest(said), withModel: publish_model }), context),
  );
};

export const tasksResetMany: Handler<operations['tasks.reset_many']> = async ({ body, baseUrl }, context) => {
  const { ids, ...request } = withoutNulls(body);
  return forEachId(ids, async (id) => {
    const { dequeued, ...answer } = await resetTask(context, id, request, baseUrl);
    return { ...answer, dequeued: Object.keys(dequeued).length > 0 };
  });
};

export const tasksDeleteMany: Handler<operations['tasks.delete_many']> = async ({ body, baseUrl }, context) => {
  const { ids, ...request } = withoutNulls(body);
  return forEachId(ids, (id) => deleteTask(context, id, request, baseUrl));
};

/** Archives tasks, all or none; this older call says only how many. */
export const tasksArchive: Handler<operations['tasks.archive']> = async ({ body }, context) => {
  const { tasks = [], ...said } = withoutNulls(body);
  await allOrNothing(context, async (inside) => {
    for (const id of tasks) await archiveRun(inside, id, toStatusRequest(said));
  });
  return { archived: tasks.length };
};

export const tasksArchiveMany: Handler<operations['tasks.archive_many']> = async ({ body }, context) => {
  const { ids, ...said } = withoutNulls(body);
  return forEachId(ids, async (id) => {
    await archiveRun(context, id, toStatusRequest(said));
    return { archived: true };
  });
};

export const tasksUnarchiveMany: Handler<operations['tasks.unarchive_many']> = async ({ body }, context) =>
  forEachId(body.ids, async (id) => {
    await unarchiveRun(context, id);
    return { unarchived: true };
  });
