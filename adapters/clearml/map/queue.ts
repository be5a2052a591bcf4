import { show } from '../../../src/model/errors.ts';
import type { Queue, QueueEntry } from '../../../src/model/queue.ts';
import { ApiError } from '../errors.ts';
import { companyIdOf } from './company.ts';
import { toDateText } from './date.ts';
import { toMetadataDocument } from './metadata.ts';

const MIN_NAME = 3;

/** The name of a queue, trimmed. @throws ApiError 400/800 for one that is too short */
export function toQueueName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.length >= MIN_NAME) return trimmed;
  throw new ApiError(400, 800, `The queue name ${show(name)} has fewer than ${MIN_NAME} characters.`);
}

/** A queue's document with ids of other things as texts. */
export function toQueueDocument(
  queue: Queue,
  entries: readonly QueueEntry[],
  { workspaceId, version }: { workspaceId: string; version: string | undefined },
): Record<string, unknown> {
  return {
    id: queue.id,
    name: queue.name,
    ...(queue.displayName === null ? {} : { display_name: queue.displayName }),
    company: companyIdOf(workspaceId),
    created: toDateText(queue.createdAt),
    tags: queue.labels,
    system_tags: queue.systemTags,
    entries: entries.map((entry) => ({ task: entry.id, added: toDateText(entry.addedAt) })),
    last_update: toDateText(queue.changedAt),
    metadata: toMetadataDocument(queue.metadata, version),
  };
}
