import type { components } from '../../../openapi/generated/clearml.ts';
import type { Queue, QueueEntry } from '../../../src/model/queue.ts';
import type { Worker, WorkerSeries } from '../../../src/model/worker.ts';
import { companyOf } from './company.ts';
import { toDateText } from './date.ts';

type Wire = components['schemas'];

/** What is known of the queues that workers take from. */
export interface KnownQueues {
  queues: ReadonlyMap<string, Queue>;
  entries: ReadonlyMap<string, readonly QueueEntry[]>;
}

/** A queue as its worker shows it; one that is gone has its id alone. */
function toQueueEntry(id: string, { queues, entries }: KnownQueues): Wire['QueueEntry'] {
  const queue = queues.get(id);
  const waiting = entries.get(id) ?? [];
  const [next] = waiting;
  return {
    id,
    ...(queue ? { name: queue.name, num_tasks: waiting.length } : {}),
    ...(queue?.displayName == null ? {} : { display_name: queue.displayName }),
    ...(next ? { next_task: { id: next.id, name: next.name } } : {}),
  };
}

/** A worker's document. */
export function toWorkerDocument(
  worker: Worker,
  known: KnownQueues,
  place: { workspaceId: string; workspaceName: string; now: Date },
) {
  const company = companyOf(place);
  const { run } = worker;
  return {
    id: worker.name,
    key: `worker_${company.id}_${worker.userId ?? ''}_${worker.name}`,
    company,
    ...(worker.userId === null ? {} : { user: { id: worker.userId, name: worker.userName ?? '' } }),
    ...(worker.address === null ? {} : { ip: worker.address }),
    queues: worker.queues.map((id) => toQueueEntry(id, known)),
    tags: worker.labels,
    system_tags: worker.systemTags,
    register_time: toDateText(worker.registeredAt),
    register_timeout: worker.timeoutSeconds,
    last_activity_time: toDateText(worker.seenAt),
    ...(worker.reportedAt === null ? {} : { last_report_time: toDateText(worker.reportedAt) }),
    ...(run ? { task: toTask(run, place.now) } : {}),
    ...(run?.project ? { project: run.project } : {}),
    ...(worker.queue === null ? {} : { queue: toQueueEntry(worker.queue, known) }),
  };
}

/** What a worker works on; how long in ms. */
function toTask({ id, name, startedMs, lastIteration }: NonNullable<Worker['run']>, now: Date): Wire['CurrentTaskEntry'] {
  return {
    id,
    name,
    ...(startedMs === null ? {} : { running_time: now.getTime() - Number(startedMs) }),
    ...(lastIteration === null ? {} : { last_iteration: Number(lastIteration) }),
  };
}

/** What workers measured, by worker and metric; the values of one metric in each of the ways they were asked for. */
export function toWorkerStats(series: readonly WorkerSeries[]): Wire['WorkerStats'][] {
  const workers = Map.groupBy(series, ({ worker }) => worker);
  return [...workers].map(([worker, ofWorker]) => {
    const metrics = Map.groupBy(ofWorker, ({ metric, variant }) => JSON.stringify([metric, variant]));
    return {
      worker,
      metrics: [...metrics.values()].map((ofMetric) => ({
        metric: ofMetric[0]?.metric ?? '',
        ...(ofMetric[0]?.variant == null ? {} : { variant: ofMetric[0].variant }),
        stats: ofMetric.map(({ aggregation, seconds, values }) => ({ aggregation, dates: seconds, values })),
      })),
    };
  });
}

/** Names of measures by what they are of: the part before the first `_`. */
export function toCategories(names: readonly string[]): Wire['MetricsCategory'][] {
  const categories = Map.groupBy(names, (name) => name.split('_', 1)[0] ?? name);
  return [...categories].map(([name, metric_keys]) => ({ name, metric_keys }));
}
