import type { Context } from '../context.ts';
import type { RunFields } from '../model/run-change.ts';
import { removeQueueEntries } from '../store/queue-entries.ts';
import { type ChangedRun, changeRun } from './change-run.ts';
import { leftQueueFields } from './queue-run.ts';
import { endFields, type StatusRequest } from './status-fields.ts';

/** Archives a run. One that waits leaves its queue, one in progress is stopped. @throws not_found */
export function archiveRun(context: Context, id: string, request: StatusRequest): Promise<ChangedRun<undefined>> {
  return changeRun(context, id, {
    isContent: false,
    decide: async ({ run, db }) => {
      const now = context.now();
      let fields: RunFields = {};
      if (run.status === 'queued') {
        await removeQueueEntries(db, run.runId, now);
        fields = leftQueueFields(run, { ...request, force: true }) ?? {};
      } else if (run.status === 'in_progress') fields = endFields(run, 'stopped', request, now);
      return { change: { set: { ...fields, archived: true } }, result: undefined };
    },
  });
}

/** Brings an archived run back. @throws not_found */
export function unarchiveRun(context: Context, id: string): Promise<ChangedRun<undefined>> {
  return changeRun(context, id, {
    isContent: false,
    decide: () => ({ change: { set: { archived: false } }, result: undefined }),
  });
}
