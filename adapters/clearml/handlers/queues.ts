import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import { show } from '../../../src/model/errors.ts';
import type { Condition } from '../../../src/model/find.ts';
import type { Worker } from '../../../src/model/worker.ts';
import * as tracking from '../../../src/tracking/queues.ts';
import { listWorkers } from '../../../src/tracking/workers.ts';
import { wrongField } from '../errors.ts';
import { isAtEnd, type QueryBody, readFind, toScrollId } from '../filter/find.ts';
import { type Projection, readProjection } from '../filter/projection.ts';
import { HIDDEN_QUEUE_TAG, queueEntity, queuePaths } from '../filter/queue-fields.ts';
import { toDateText } from '../map/date.ts';
import { toMetadata, toMetadataOfMap } from '../map/metadata.ts';
import { toQueueDocument, toQueueName } from '../map/queue.ts';

export const queuesCreate: Handler<operations['queues.create']> = async ({ body }, context) => {
  const { id } = await tracking.createQueue(context, {
    name: toQueueName(body.name ?? ''),
    displayName: body.display_name,
    labels: body.tags,
    systemTags: body.system_tags,
    metadata: body.metadata && toMetadataOfMap(body.metadata),
  });
  return { id };
};

export const queuesUpdate: Handler<operations['queues.update']> = async ({ body }, context) => {
  const { queue = '', name, display_name, tags, system_tags, metadata } = body;
  const newName = name == null ? undefined : toQueueName(name);
  await tracking.updateQueue(context, queue, {
    name: newName,
    displayName: display_name,
    labels: tags,
    systemTags: system_tags,
    metadata: metadata && toMetadataOfMap(metadata),
  });
  const fields = { name: newName, display_name, tags: tags?.toSorted(), system_tags: system_tags?.toSorted(), metadata };
  return { updated: 1, fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) };
};

export const queuesDelete: Handler<operations['queues.delete']> = async ({ body }, context) => {
  await tracking.deleteQueue(context, body.queue ?? '', body.force ?? false);
  return { deleted: 1 };
};

export const queuesGetDefault: Handler<operations['queues.get_default']> = async (_input, context) => {
  const { id, name } = await tracking.getDefaultQueue(context);
  return { id, name };
};

export const queuesGetById: Handler<operations['queues.get_by_id']> = async ({ body, version }, context) => {
  const queue = await tracking.getQueue(context, body.queue ?? '');
  const entries = await tracking.readQueueEntries(context, [queue.id], mostEntries(body));
  return { queue: toQueueDocument(queue, entries.get(queue.id) ?? [], { workspaceId: context.workspaceId, version }) };
};

/** How many entries of a queue are wanted at most; undefined for all. @throws 400/12 */
function mostEntries({ max_task_entries: most }: { max_task_entries?: number | null }): number | undefined {
  if (most === undefined || most === null) return undefined;
  if (Number.isSafeInteger(most) && most >= 0) return most;
  throw wrongField('max_task_entries', `It must be a whole number from 0 to 2^53-1, not ${show(most)}.`);
}

/** Queues a request finds, with the runs that wait in them as far as they are wanted. */
async function findQueues(context: Context, body: QueryBody & { max_task_entries?: number }, projection: Projection) {
  const isAsked = body['search_hidden'] === true || (Array.isArray(body['id']) && body['id'].length > 0);
  const visible: Condition<tracking.QueueFieldName>[] = isAsked
    ? []
    : [{ not: { field: { name: 'systemTags' }, test: { is: 'one of', values: [HIDDEN_QUEUE_TAG] } } }];
  const query = readFind(body, queueEntity, visible);
  const { queues, next } = isAtEnd(query) ? { queues: [] } : await tracking.findQueues(context, query);
  const ids = projection.wants('entries') ? queues.map(({ id }) => id) : [];
  const entries = await tracking.readQueueEntries(context, ids, mostEntries(body));
  return { queues, entries, scroll: toScrollId(query, next) };
}

export const queuesGetAll: Handler<operations['queues.get_all']> = async ({ body, version }, context) => {
  const projection = readProjection(body, queuePaths);
  const { queues, entries, scroll } = await findQueues(context, body, projection);
  const { workspaceId } = context;
  return {
    queues: queues.map((queue) => projection.cut(toQueueDocument(queue, entries.get(queue.id) ?? [], { workspaceId, version }))),
    ...scroll,
  };
};

/** As `queues.get_all`, with the names of the tasks and with the workers that take from each queue. */
export const queuesGetAllEx: Handler<operations['queues.get_all_ex']> = async ({ body, version }, context) => {
  const projection = readProjection(body, queuePaths, ['id', 'workers']);
  const { queues, entries, scroll } = await findQueues(context, body, projection);
  const workers = await listWorkers(context, {});
  const { workspaceId } = context;
  return {
    queues: queues.map((queue) => {
      const document = toQueueDocument(queue, [], { workspaceId, version });
      return projection.cut({
        ...document,
        company: { id: document['company'] },
        entries: (entries.get(queue.id) ?? []).map(({ id, name, addedAt }) => ({
          task: { id, name },
          added: toDateText(addedAt),
        })),
        workers: workers.filter((worker) => worker.queues.includes(queue.id)).map(toWatcher),
      });
    }),
    ...scroll,
  };
};

/** A worker as a queue shows it. */
function toWatcher({ name, address, run }: Worker): Record<string, unknown> {
  return { name, ip: address, task: run && { id: run.id, name: run.name } };
}

export const queuesAddOrUpdateMetadata: Handler<operations['queues.add_or_update_metadata']> = async ({ body }, context) => {
  const change = { add: toMetadata(body.metadata ?? []), replaces: body.replace_metadata ?? false };
  await tracking.changeQueueMetadata(context, body.queue ?? '', change);
  return { updated: 1 };
};

export const queuesDeleteMetadata: Handler<operations['queues.delete_metadata']> = async ({ body }, context) => {
  await tracking.changeQueueMetadata(context, body.queue ?? '', { remove: body.keys ?? [] });
  return { updated: 1 };
};

/** How full queues were, and how long runs waited in them, in seconds. */
export const queuesGetQueueMetrics: Handler<operations['queues.get_queue_metrics']> = async ({ body }, context) => {
  const { from_date = 0, to_date = 0, interval = 1, queue_ids, refresh = false } = body;
  const range = { from: new Date(from_date * 1000), to: new Date(to_date * 1000), interval, refresh };
  const metrics = await tracking.readQueueMetrics(context, queue_ids?.length ? queue_ids : undefined, range);
  return {
    queues: [...metrics].map(([queue, intervals]) => ({
      queue,
      dates: intervals.map(({ second }) => second),
      avg_waiting_times: intervals.map(({ waitingSeconds }) => waitingSeconds),
      queue_lengths: intervals.map(({ length }) => Math.round(length)),
    })),
  };
};
