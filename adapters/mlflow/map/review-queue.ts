import type { components } from '../../../openapi/generated/mlflow.ts';
import { invalid } from '../../../src/model/errors.ts';
import type {
  ReviewItem,
  ReviewQueue,
  ReviewQueueChange,
  ReviewQueueKind,
  ReviewStatus,
} from '../../../src/model/review-queue.ts';

type Wire = components['schemas'];

const kinds: Readonly<Record<Wire['review_queuesReviewQueueType'], ReviewQueueKind | undefined>> = {
  USER: 'user',
  CUSTOM: 'custom',
  REVIEW_QUEUE_TYPE_UNSPECIFIED: undefined,
};

const statuses: Readonly<Record<Wire['review_queuesReviewStatus'], ReviewStatus | undefined>> = {
  PENDING: 'pending',
  COMPLETE: 'complete',
  DECLINED: 'declined',
  REVIEW_STATUS_UNSPECIFIED: undefined,
};

const shown = { pending: 'PENDING', complete: 'COMPLETE', declined: 'DECLINED' } as const satisfies Record<ReviewStatus, string>;

/** @throws invalid when none is given */
export function toQueueKind(type: Wire['review_queuesReviewQueueType'] | undefined): ReviewQueueKind {
  const kind = kinds[type ?? 'REVIEW_QUEUE_TYPE_UNSPECIFIED'];
  if (!kind) throw invalid('queue_type', 'The field queue_type must be USER or CUSTOM.');
  return kind;
}

/** The status items are listed by; undefined for all. */
export function toStatusFilter(status: Wire['review_queuesReviewStatus'] | undefined): ReviewStatus | undefined {
  return statuses[status ?? 'REVIEW_STATUS_UNSPECIFIED'];
}

/** The status an item shall have. @throws invalid when none is given */
export function toReviewStatus(status: Wire['review_queuesReviewStatus'] | undefined): ReviewStatus {
  const found = toStatusFilter(status);
  if (!found) throw invalid('status', 'The field status must be PENDING, COMPLETE or DECLINED.');
  return found;
}

/** What a client changes of a queue; lists count only when it says that they do. */
export function toReviewQueueChange(body: Wire['review_queuesUpdateReviewQueue']): ReviewQueueChange {
  return {
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.new_owner === undefined ? {} : { owner: body.new_owner }),
    ...(body.update_users ? { users: body.users ?? [] } : {}),
    ...(body.update_schema_ids ? { schemaIds: body.schema_ids ?? [] } : {}),
  };
}

/** A queue as MLflow shows it. */
export function toWireQueue(queue: ReviewQueue): Wire['review_queuesReviewQueue'] {
  return {
    queue_id: queue.id,
    experiment_id: queue.experimentId.toString(),
    name: queue.name,
    queue_type: queue.kind === 'user' ? 'USER' : 'CUSTOM',
    created_by: queue.owner ?? undefined,
    creation_time_ms: queue.createdMs,
    last_update_time_ms: queue.changedMs,
    users: [...queue.users],
    schema_ids: [...queue.schemaIds],
  };
}

/** An item as MLflow shows it. */
export function toWireItem(item: ReviewItem): Wire['review_queuesReviewQueueItem'] {
  return {
    queue_id: item.queueId,
    item_type: 'TRACE',
    item_id: item.traceId,
    status: shown[item.status],
    completed_by: item.completedBy ?? undefined,
    completed_time_ms: item.completedMs ?? undefined,
    creation_time_ms: item.createdMs,
    last_update_time_ms: item.changedMs,
  };
}
