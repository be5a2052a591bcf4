import type { Context } from '../../../src/context.ts';
import type { RunFields } from '../../../src/model/run-change.ts';
import type { ChangedRun } from '../../../src/tracking/change-run.ts';
import { toDateText } from './date.ts';

/** Fields of the answer to a change: what was set, by the names of the task document. */
export function changedFields<Result>(
  { change, at }: ChangedRun<Result>,
  context: Context,
  isContent = true,
): Record<string, unknown> {
  const set = change.set ?? {};
  const time = toDateText(at);
  return {
    ...Object.fromEntries(
      Object.entries(names).flatMap(([field, [name, show]]) => {
        const value = set[field as keyof RunFields];
        // what is taken away is not told, except for where the task came from
        return value === undefined || (value === null && field !== 'formerStatus') ? [] : [[name, show(value)]];
      }),
    ),
    ...(set.status === undefined ? {} : { status_changed: time }),
    ...(isContent ? { last_update: time } : {}),
    last_change: time,
    last_changed_by: context.actor.userId,
  };
}

const same = (value: unknown) => value;
const time = (value: unknown) => (value instanceof Date ? toDateText(value) : null);
const milliseconds = (value: unknown) => (typeof value === 'bigint' ? toDateText(new Date(Number(value))) : null);

/** Name in the task document of each field that answers show, and how its value is written. */
const names: Readonly<Partial<Record<keyof RunFields, readonly [name: string, show: (value: unknown) => unknown]>>> = {
  name: ['name', same],
  type: ['type', same],
  status: ['status', same],
  statusReason: ['status_reason', same],
  statusMessage: ['status_message', same],
  formerStatus: ['enqueue_status', same],
  queueId: ['execution.queue', same],
  parent: ['parent', same],
  note: ['comment', same],
  startedMs: ['started', milliseconds],
  endedMs: ['completed', milliseconds],
  publishedAt: ['published', time],
  systemTags: ['system_tags', same],
};
