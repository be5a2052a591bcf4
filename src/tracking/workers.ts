import type { Context } from '../context.ts';
import { invalid, notFound } from '../model/errors.ts';
import { WORKER_TIMEOUT_SECONDS, type Worker, type WorkerReport, type WorkerSeries } from '../model/worker.ts';
import { listQueueIds } from '../store/queues.ts';
import { findRun } from '../store/runs.ts';
import * as reports from '../store/worker-reports.ts';
import * as store from '../store/workers.ts';
import { checkRange, partsOf, type TimeRange } from './time-range.ts';

/** Characters of a worker's name at most: it stands in an index. */
const MAX_NAME = 1000;

function ownerOf(context: Context): store.WorkerOwner {
  return { workspaceId: context.workspaceId, userId: context.actor.userId || null };
}

function checkName(name: string): void {
  if (name === '' || name.length > MAX_NAME) {
    throw invalid('worker', `The name of a worker must have 1 to ${MAX_NAME} characters; it has ${name.length}.`);
  }
}

/** @throws not_found for a queue that is not there */
async function checkQueues(context: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await listQueueIds(context.db, context.workspaceId, ids);
  const missing = ids.find((id) => !known.includes(id));
  if (missing !== undefined) throw notFound('queue', missing);
}

/**
 * Notes that a worker is there and takes runs from queues. One of that name begins anew.
 * @param draft.timeoutSeconds how long it counts as there when it says nothing
 * @throws not_found for a queue, invalid
 */
export async function registerWorker(
  context: Context,
  draft: Pick<Worker, 'name' | 'address' | 'queues' | 'labels' | 'systemTags'> & { timeoutSeconds?: number },
): Promise<void> {
  checkName(draft.name);
  const timeoutSeconds = draft.timeoutSeconds ?? WORKER_TIMEOUT_SECONDS;
  if (timeoutSeconds < 1 || timeoutSeconds > 2 ** 31 - 1) {
    throw invalid('timeout', `The timeout of a worker must be at least a second; it is ${timeoutSeconds}.`);
  }
  await checkQueues(context, draft.queues);
  await store.registerWorker(context.db, ownerOf(context), { ...draft, timeoutSeconds }, context.now());
}

/** Forgets a worker; fine when nobody knows it. */
export async function unregisterWorker(context: Context, name: string): Promise<void> {
  await store.unregisterWorker(context.db, context.workspaceId, name);
}

/** Writes down how a worker fares and what it works on; one that nobody knows is registered by it. @throws not_found for the run, invalid */
export async function reportWorker(context: Context, report: WorkerReport): Promise<void> {
  checkName(report.name);
  if (Number.isNaN(report.at.getTime())) throw invalid('timestamp', 'The field timestamp must be in ms since the epoch.');
  const run = report.run === undefined ? undefined : await findRun(context.db, context.workspaceId, report.run);
  if (report.run !== undefined && !run) throw notFound('run', report.run);
  await store.writeWorkerReport(context.db, ownerOf(context), report, run?.runId ?? null, context.now());
}

/** Workers that are there. @param choice.seenWithinSeconds heard of in that time; 0 and none: any time */
export function listWorkers(context: Context, choice: WorkerFilter): Promise<Worker[]> {
  return store.listWorkers(context.db, context, toChoice(context, choice));
}

/** Which workers are listed. */
export type WorkerFilter = Omit<store.WorkerChoice, 'now' | 'since'> & { seenWithinSeconds?: number };

function toChoice(context: Context, { seenWithinSeconds, ...choice }: WorkerFilter): store.WorkerChoice {
  const now = context.now();
  if (!seenWithinSeconds) return { ...choice, now };
  // longer ago than all time is all time, and what is still to come is now
  const since = Math.min(Math.max(now.getTime() - seenWithinSeconds * 1000, 0), now.getTime());
  return { ...choice, now, since: new Date(since) };
}

export function countWorkers(context: Context, choice: WorkerFilter): Promise<number> {
  return store.countWorkers(context.db, context.workspaceId, toChoice(context, choice));
}

/** What workers measured over time. @param splits one series for each processor, card and so on @throws invalid */
export function readWorkerStats(
  context: Context,
  query: { workers?: readonly string[]; wanted: readonly reports.WantedMeasure[]; range: TimeRange; splits: boolean },
): Promise<WorkerSeries[]> {
  checkRange(query.range);
  const { workers, wanted, range, splits } = query;
  return reports.readWorkerSeries(context.db, context.workspaceId, workers, wanted, range, splits);
}

/** How many workers there were over time, and how many of them worked; a stretch without reports has 0. @throws invalid */
export async function readWorkerActivity(
  context: Context,
  range: TimeRange,
): Promise<{ second: number; total: number; active: number }[]> {
  checkRange(range);
  const known = await reports.readWorkerActivity(context.db, context.workspaceId, range);
  const bySecond = new Map(known.map((one) => [one.second, one]));
  return partsOf(range).map((second) => bySecond.get(second) ?? { second, total: 0, active: 0 });
}

/** Names of what workers measured in the last `days` days. */
export function readMeasureNames(context: Context, workers: readonly string[] | undefined, days: number): Promise<string[]> {
  const since = new Date(context.now().getTime() - days * 86_400_000);
  return reports.readMeasureNames(context.db, context.workspaceId, workers, since);
}
