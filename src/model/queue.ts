/** A short text with its type that people keep under a key. */
export interface MetadataItem {
  key: string;
  type: string | null;
  value: string | null;
}

/** Where runs wait for a worker. */
export interface Queue {
  /** 32 lower hex. */
  id: string;
  name: string;
  displayName: string | null;
  /** Sorted, as the marks of programs below. */
  labels: string[];
  systemTags: string[];
  metadata: MetadataItem[];
  userId: string | null;
  createdAt: Date;
  /** When the queue or its entries changed last. */
  changedAt: Date;
}

/** A run that waits in a queue. */
export interface QueueEntry {
  /** Number of the run inside the database. */
  runId: number;
  /** Id of the run outside. */
  id: string;
  name: string;
  addedAt: Date;
}

/** What a new queue is made from. */
export interface QueueDraft {
  name: string;
  displayName?: string | null;
  labels?: readonly string[];
  systemTags?: readonly string[];
  metadata?: readonly MetadataItem[];
}

/** The mark of the queue that is used when none is named. */
export const DEFAULT_QUEUE_TAG = 'default';
