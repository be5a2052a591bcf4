/** A machine, or a part of one, that takes runs from queues. */
export interface Worker {
  name: string;
  userId: string | null;
  userName: string | null;
  /** Network address it reports from. */
  address: string | null;
  /** Ids of the queues it takes runs from. */
  queues: string[];
  labels: string[];
  systemTags: string[];
  /** Seconds after which it counts as gone when it says nothing. */
  timeoutSeconds: number;
  registeredAt: Date;
  /** When it was heard of last. */
  seenAt: Date;
  /** When it said last how it fares; null: never. */
  reportedAt: Date | null;
  /** Id of the queue its run came from. */
  queue: string | null;
  /** What it works on. */
  run: WorkerRun | null;
}

/** The run a worker works on. */
export interface WorkerRun {
  id: string;
  name: string;
  startedMs: bigint | null;
  lastIteration: bigint | null;
  project: { id: string; name: string } | null;
}

/** What a worker says when it reports. */
export interface WorkerReport {
  name: string;
  address: string | null;
  /** Id of the run it works on. */
  run?: string;
  queue?: string;
  /** Ids of its queues; left out: as before. */
  queues?: readonly string[];
  labels?: readonly string[];
  systemTags?: readonly string[];
  at: Date;
  /** Numbers, or a list of them (of each processor, of each card), by metric. */
  measures?: Readonly<Record<string, number | readonly number[]>>;
}

/** How long a worker that says nothing counts as there, in seconds, unless it registers with another time. */
export const WORKER_TIMEOUT_SECONDS = 600;

/** How values of one stretch of time become one. */
export type Aggregation = 'avg' | 'min' | 'max';

/** One measured series of a worker over time. */
export interface WorkerSeries {
  worker: string;
  metric: string;
  /** Place in the list of a metric that has one; null: the metric is one number, or all of the list together. */
  variant: string | null;
  aggregation: Aggregation;
  /** Start of each stretch in seconds since the epoch. */
  seconds: number[];
  values: number[];
}
