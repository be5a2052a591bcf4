import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import * as queues from '../../../src/tracking/queues.ts';
import * as tracking from '../../../src/tracking/workers.ts';
import { ApiError } from '../errors.ts';
import { toCategories, toWorkerDocument, toWorkerStats } from '../map/worker.ts';

/** How far back names of measures are looked for, in days. */
const NAMES_OF_DAYS = 7;

export const workersRegister: Handler<operations['workers.register']> = async ({ body, address }, context) => {
  await tracking.registerWorker(context, {
    name: body.worker ?? '',
    address: address ?? null,
    queues: body.queues ?? [],
    labels: body.tags ?? [],
    systemTags: body.system_tags ?? [],
    timeoutSeconds: body.timeout,
  });
  return {};
};

export const workersUnregister: Handler<operations['workers.unregister']> = async ({ body }, context) => {
  await tracking.unregisterWorker(context, body.worker ?? '');
  return {};
};

/** A worker says how it fares and what it works on. */
export const workersStatusReport: Handler<operations['workers.status_report']> = async ({ body, address }, context) => {
  await tracking.reportWorker(context, {
    name: body.worker ?? '',
    address: address ?? null,
    run: body.task,
    queue: body.queue,
    queues: body.queues,
    labels: body.tags,
    systemTags: body.system_tags,
    at: new Date(body.timestamp ?? context.now()),
    measures: body.machine_stats,
  });
  return {};
};

/** Workers heard of in the last hour, or the time given, with what they do and what waits for them. */
export const workersGetAll: Handler<operations['workers.get_all']> = async ({ body }, context) => {
  const workers = await tracking.listWorkers(context, toFilter(body, 3600));
  const ids = [...new Set(workers.flatMap((worker) => [...worker.queues, ...(worker.queue ? [worker.queue] : [])]))];
  const known = { queues: await queues.readQueues(context, ids), entries: await queues.readQueueEntries(context, ids) };
  return { workers: workers.map((worker) => toWorkerDocument(worker, known, { ...context, now: context.now() })) };
};

export const workersGetCount: Handler<operations['workers.get_count']> = async ({ body }, context) => ({
  count: await tracking.countWorkers(context, toFilter(body, 0)),
});

interface FilterBody {
  last_seen?: number;
  tags?: string[];
  system_tags?: string[];
  worker_pattern?: string;
}

function toFilter({ last_seen, tags, system_tags, worker_pattern }: FilterBody, seenByDefault: number): tracking.WorkerFilter {
  return {
    seenWithinSeconds: last_seen ?? seenByDefault,
    labels: tags?.length ? tags : undefined,
    systemTags: system_tags?.length ? system_tags : undefined,
    pattern: worker_pattern || undefined,
  };
}

export const workersGetMetricKeys: Handler<operations['workers.get_metric_keys']> = async ({ body }, context) => {
  const names = await tracking.readMeasureNames(context, body.worker_ids?.length ? body.worker_ids : undefined, NAMES_OF_DAYS);
  if (names.length === 0) throw new ApiError(400, 1005);
  return { categories: toCategories(names) };
};

export const workersGetStats: Handler<operations['workers.get_stats']> = async ({ body }, context) => {
  const series = await tracking.readWorkerStats(context, {
    workers: body.worker_ids?.length ? body.worker_ids : undefined,
    wanted: (body.items ?? []).map(({ key, category = 'avg' }) => ({ metric: key ?? '', aggregation: category })),
    range: toRange(body),
    splits: body.split_by_variant ?? false,
  });
  return { workers: toWorkerStats(series) };
};

/** How many workers there were over time, and how many of them worked. */
export const workersGetActivityReport: Handler<operations['workers.get_activity_report']> = async ({ body }, context) => {
  const activity = await tracking.readWorkerActivity(context, toRange(body));
  const dates = activity.map(({ second }) => second);
  return {
    total: { dates, counts: activity.map(({ total }) => total) },
    active: { dates, counts: activity.map(({ active }) => active) },
  };
};

/** Moments of a request are in seconds since the epoch. */
function toRange({ from_date = 0, to_date = 0, interval = 1 }: { from_date?: number; to_date?: number; interval?: number }) {
  return { from: new Date(from_date * 1000), to: new Date(to_date * 1000), interval };
}
