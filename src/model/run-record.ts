import type { Parts } from './names.ts';
import type { Run } from './run.ts';

/**
 * A run with every fact of its own, as a reader that knows all of them sees it. What it logged comes in {@link RunParts}, as
 * far as it was asked for.
 */
export interface RunRecord extends Run {
  /** 32 lower hex; null when a client made the run without a project. */
  projectUuid: string | null;
  /** As ClearML writes it; null without a project. */
  projectPath: string | null;
  /** What the run is for: `training`, `testing`, `data_processing`, ... */
  type: string;
  /** Who wrote it: `mlflow`, `clearml`, `import:<source>`. */
  origin: string;
  statusReason: string | null;
  statusMessage: string | null;
  statusChangedAt: Date;
  /** The status to go back to when it leaves its queue. */
  formerStatus: Run['status'] | null;
  /** 32 lower hex of the queue it waits in or was taken from. */
  queueId: string | null;
  createdAt: Date;
  /** Anything changed. */
  changedAt: Date;
  /** Its contents changed: not its name, tags or project alone. */
  updatedAt: Date;
  /** 32 lower hex of the user who changed it last. */
  changedBy: string | null;
  publishedAt: Date | null;
  /** 32 lower hex of who was authenticated when it was made. */
  userId: string | null;
  workingFolder: string | null;
  lastIteration: bigint | null;
  lastWorker: string | null;
  lastWorkerReportAt: Date | null;
  /** Seconds it was in progress. */
  activeSeconds: bigint | null;
  /** Marks that programs set, without `archived`, which is {@link Run.archived}. Sorted. */
  systemTags: string[];
  isPublic: boolean;
}

/** One param with everything ClearML says of it. */
export interface ParamItem extends Parts {
  /** MLflow's key. */
  key: string;
  value: string;
  type: string | null;
  description: string | null;
}

/** A property: a key with a text that people set, no param. */
export interface PropertyItem {
  /** MLflow's tag key. */
  key: string;
  name: string;
  value: string;
  type: string | null;
  description: string | null;
}

/** A series with its summary, in ClearML's form of the name. */
export interface SeriesItem {
  key: string;
  title: string;
  variant: string;
  /** A value without an iteration. */
  isSingle: boolean;
  count: bigint;
  lastStep: bigint;
  lastTimestampMs: bigint;
  lastValue: number;
  minValue: number;
  minStep: bigint;
  maxValue: number;
  maxStep: bigint;
  firstValue: number;
  firstStep: bigint;
  /** Sum of all values; null when it is not known. */
  total: number | null;
  xAxisLabel: string | null;
}

/** A text kept beside a run under a name, for instance a configuration. */
export interface DocumentItem {
  name: string;
  content: string;
  type: string | null;
  description: string | null;
}

/** A file that a client reported by name. */
export interface ArtifactItem {
  key: string;
  mode: 'input' | 'output';
  type: string | null;
  /** As stored: `files:///...` for what this server keeps. */
  uri: string | null;
  sha256: string | null;
  sizeBytes: bigint | null;
  /** ms since the epoch. */
  recordedMs: bigint | null;
  /** `type_data` and `display_data` as the client sent them. */
  preview: { type_data?: Record<string, unknown>; display_data?: unknown[] } | null;
}

/** A model a run used or made, under the name it has there. */
export interface RunModelItem {
  direction: 'input' | 'output';
  /** 32 lower hex, or the text a client gave. */
  modelId: string;
  /** Empty for links MLflow made. */
  name: string;
  /** The model's own name, where it is read and the model is here. */
  modelName?: string | null;
  /** When it was linked; null for links MLflow made. */
  linkedAt: Date | null;
}

/** Kinds of JSON documents a run has at most one of. `report` is plain text. */
export const runDocumentKinds = ['script', 'execution', 'output', 'container', 'runtime', 'report', 'report_assets'] as const;
export type RunDocumentKind = (typeof runDocumentKinds)[number];

/** What a run logged or was told, part by part; a part that was not asked for is undefined. */
export interface RunParts {
  params?: ParamItem[];
  properties?: PropertyItem[];
  /** Texts, sorted. */
  labels?: string[];
  series?: SeriesItem[];
  configuration?: DocumentItem[];
  artifacts?: ArtifactItem[];
  models?: RunModelItem[];
  /** Content of each document there is, as it was written. */
  documents?: Partial<Record<RunDocumentKind, string>>;
}

export type RunPart = keyof RunParts;

/** Which rows of the parts that can be large are wanted; all of a part that is left out. What else comes along does no harm. */
export interface PartSelection {
  params?: readonly Parts[];
  /** By md5 of the UTF-8 of title and variant, 32 lower hex. */
  series?: readonly { titleMd5: string; variantMd5: string }[];
}

/** Parts of a run that are to be read. */
export interface WantedParts {
  parts: readonly RunPart[];
  only?: PartSelection;
}
