import type { operations } from '../../../openapi/generated/mlflow.ts';
import * as evaluation from '../../../src/evaluation/review-queues.ts';
import type { Handler } from '../../../src/http/door.ts';
import { toExperimentId } from '../map/ids.ts';
import { toPage } from '../map/page.ts';
import {
  toQueueKind,
  toReviewQueueChange,
  toReviewStatus,
  toStatusFilter,
  toWireItem,
  toWireQueue,
} from '../map/review-queue.ts';

const PAGE = { usual: 1000, most: 50_000 };

/** The owner is whoever signed in, not whom the message names. */
export const createReviewQueue: Handler<operations['createReviewQueue']> = async ({ body }, context) => {
  const { name = '', users = [], schema_ids = [] } = body;
  const draft = { name, kind: toQueueKind(body.queue_type), users, schemaIds: schema_ids };
  return { review_queue: toWireQueue(await evaluation.createReviewQueue(context, toExperimentId(body.experiment_id), draft)) };
};

export const getOrCreateUserQueue: Handler<operations['getOrCreateUserQueue']> = async ({ body }, context) => {
  const queue = await evaluation.getOrCreateUserQueue(context, toExperimentId(body.experiment_id), body.user ?? '');
  return { review_queue: toWireQueue(queue) };
};

export const getReviewQueue: Handler<operations['getReviewQueue']> = async ({ query }, context) => ({
  review_queue: toWireQueue(await evaluation.getReviewQueue(context, query.queue_id ?? '')),
});

export const getReviewQueueByName: Handler<operations['getReviewQueueByName']> = async ({ query }, context) => {
  const queue = await evaluation.getReviewQueueByName(context, toExperimentId(query.experiment_id), query.name ?? '');
  return { review_queue: toWireQueue(queue) };
};

export const listReviewQueues: Handler<operations['listReviewQueues']> = async ({ query }, context) => {
  const { queues, next } = await evaluation.listReviewQueues(context, toExperimentId(query.experiment_id), {
    user: query.user,
    traceId: query.item_id,
    ...toPage(query, PAGE),
  });
  return { review_queues: queues.map(toWireQueue), next_page_token: next ?? '' };
};

export const updateReviewQueue: Handler<operations['updateReviewQueue']> = async ({ body }, context) => ({
  review_queue: toWireQueue(await evaluation.updateReviewQueue(context, body.queue_id ?? '', toReviewQueueChange(body))),
});

export const deleteReviewQueue: Handler<operations['deleteReviewQueue']> = async ({ body }, context) => {
  await evaluation.deleteReviewQueue(context, body.queue_id ?? '');
  return {};
};

export const addItemsToReviewQueue: Handler<operations['addItemsToReviewQueue']> = async ({ body }, context) => ({
  items: (await evaluation.addReviewItems(context, body.queue_id ?? '', body.item_ids ?? [])).map(toWireItem),
});

export const removeItemsFromReviewQueue: Handler<operations['removeItemsFromReviewQueue']> = async ({ body }, context) => {
  await evaluation.removeReviewItems(context, body.queue_id ?? '', body.item_ids ?? []);
  return {};
};

export const listReviewQueueItems: Handler<operations['listReviewQueueItems']> = async ({ query }, context) => {
  const { items, next } = await evaluation.listReviewItems(context, query.queue_id ?? '', {
    status: toStatusFilter(query.status),
    ...toPage(query, PAGE),
  });
  return { items: items.map(toWireItem), next_page_token: next ?? '' };
};

export const setReviewQueueItemStatus: Handler<operations['setReviewQueueItemStatus']> = async ({ body }, context) => ({
  item: toWireItem(
    await evaluation.setReviewStatus(context, {
      queueId: body.queue_id ?? '',
      traceId: body.item_id ?? '',
      status: toReviewStatus(body.status),
      completedBy: body.completed_by,
    }),
  ),
});
