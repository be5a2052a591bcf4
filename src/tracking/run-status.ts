import type { Context } from '../context.ts';
import { BridgeError, show } from '../model/errors.ts';
import type { RunStatus } from '../model/run.ts';
import type { RunChange, RunFields } from '../model/run-change.ts';
import type { RunRecord } from '../model/run-record.ts';
import { isPublished } from '../model/run-status.ts';
import { publishOutput } from '../registry/register-published.ts';
import { removeQueueEntries } from '../store/queue-entries.ts';
import { type ChangedRun, changeRun, type HeldRun, requireFollowing } from './change-run.ts';
import { activeSeconds, DEVELOPMENT_TAG, endFields, type StatusRequest, statusFields } from './status-fields.ts';

/** What a running worker reads as the request to stop. */
export const STOPPING_MESSAGE = 'stopping';
/** A worker not heard of for so long is taken for gone, in ms. */
const WORKER_SILENCE_MS = 600_000;

function changeStatus(
  context: Context,
  id: string,
  status: RunStatus,
  request: StatusRequest,
  fieldsOf: (run: RunRecord) => RunFields,
): Promise<ChangedRun<undefined>> {
  return changeRun(context, id, {
    decide: ({ run }) => {
      requireFollowing(run, status, request.force ?? false);
      return { change: { set: fieldsOf(run) }, result: undefined };
    },
  });
}

/** A worker begins: the clock of the run starts anew, unless it is in progress already. @throws not_found, wrong_state */
export function startRun(context: Context, id: string, request: StatusRequest): Promise<ChangedRun<undefined>> {
  return changeStatus(context, id, 'in_progress', request, (run) => {
    const isRunning = run.status === 'in_progress' && run.startedMs !== null;
    const clock: RunFields = isRunning ? {} : { startedMs: BigInt(context.now().getTime()), endedMs: null, activeSeconds: null };
    return { ...statusFields('in_progress', request), ...clock };
  });
}

/** Ends a run as stopped, failed or completed. @throws not_found, wrong_state */
export function endRun(
  context: Context,
  id: string,
  status: 'stopped' | 'failed' | 'completed',
  request: StatusRequest,
): Promise<ChangedRun<undefined>> {
  return changeStatus(context, id, status, request, (run) => endFields(run, status, request, context.now()));
}

/** Closes a stopped run. @throws not_found, wrong_state */
export function closeRun(context: Context, id: string, request: StatusRequest): Promise<ChangedRun<undefined>> {
  return changeStatus(context, id, 'closed', request, () => statusFields('closed', request));
}

/** Whether a worker reports for the run, and so can be asked to stop it. */
function isWorkedOn(run: RunRecord, now: Date): boolean {
  if (run.status === 'queued' || run.systemTags.includes(DEVELOPMENT_TAG)) return false;
  return run.lastWorkerReportAt !== null && now.getTime() - run.lastWorkerReportAt.getTime() < WORKER_SILENCE_MS;
}

/**
 * Asks for a run to be stopped. Where a worker reports for it, the worker is asked; every other run is stopped at once.
 * @throws not_found, wrong_state
 */
export function stopRun(context: Context, id: string, request: StatusRequest): Promise<ChangedRun<undefined>> {
  return changeRun(context, id, {
    decide: async (held) => ({ change: await stopChange(context, held, request), result: undefined }),
  });
}

/** What stopping a held run changes. */
export async function stopChange(context: Context, { run, db }: HeldRun, request: StatusRequest): Promise<RunChange> {
  const now = context.now();
  if (isWorkedOn(run, now) && !(request.force ?? false)) {
    requireFollowing(run, 'stopped', false);
    return { set: { statusReason: request.reason ?? '', statusMessage: STOPPING_MESSAGE } };
  }
  requireFollowing(run, 'stopped', request.force ?? false);
  await removeQueueEntries(db, run.runId, now);
  const message = request.message ?? `Stopped by ${context.actor.name}`;
  const ended: RunFields = run.startedMs === null ? {} : { endedMs: BigInt(now.getTime()) };
  return {
    set: {
      ...statusFields('stopped', { ...request, message }),
      ...ended,
      activeSeconds: activeSeconds(run, now),
      formerStatus: null,
    },
  };
}

/**
 * Publishes a run: from now on it keeps what it is. Its last output model becomes ready with it.
 * @param withModel false leaves the model as it is
 * @throws not_found, wrong_state
 */
export function publishRun(
  context: Context,
  id: string,
  request: StatusRequest & { withModel?: boolean },
): Promise<ChangedRun<undefined>> {
  return changeRun(context, id, {
    parts: ['models'],
    decide: async (held) => ({ change: await publishChange(context, held, request), result: undefined }),
  });
}

/** What publishing a held run changes; its part `models` must have been asked for. */
export async function publishChange(
  context: Context,
  { run, parts, db }: HeldRun,
  { withModel = true, ...request }: StatusRequest & { withModel?: boolean },
): Promise<RunChange> {
  if (isPublished(run.status) && !(request.force ?? false)) {
    throw new BridgeError('wrong_state', `The run ${show(run.id)} is published already.`, {
      resource: `run ${run.id}`,
      field: 'status',
      reason: 'published',
    });
  }
  requireFollowing(run, 'published', request.force ?? false);
  const model = parts.models?.findLast((one) => one.direction === 'output');
  if (withModel && model) {
    await context.guard.demand([{ kind: 'model', ids: [model.modelId], need: 'edit' }], db);
    await publishOutput({ ...context, db }, model.modelId);
  }
  return { set: { ...statusFields('published', request), publishedAt: context.now() } };
}

/** Says that a run is alive. @throws not_found */
export async function pingRun(context: Context, id: string): Promise<void> {
  await changeRun(context, id, {
    decide: ({ run }) => ({ change: { set: { activeSeconds: activeSeconds(run, context.now()) } }, result: undefined }),
  });
}
