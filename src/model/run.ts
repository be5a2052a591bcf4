/** Finer states of a run; MLflow's five are derived from them. */
export const runStatuses = [
  'created',
  'queued',
  'in_progress',
  'stopped',
  'closed',
  'completed',
  'failed',
  'publishing',
  'published',
  'unknown',
] as const;
export type RunStatus = (typeof runStatuses)[number];

/** Texts of a run that are columns of their own. Null is "not there", which is not the empty text. */
export const runTexts = ['parent', 'note', 'author', 'repository', 'branch', 'commit', 'entryPoint'] as const;
export type RunText = (typeof runTexts)[number];

/** A run without what it logged. */
export interface Run extends Record<RunText, string | null> {
  /** Number inside the database. */
  runId: number;
  /** Id outside: 32 lower hex, or the text an import brought. */
  id: string;
  projectId: number;
  /** Decimal id of its project as MLflow shows it. */
  experimentId: bigint;
  name: string;
  status: RunStatus;
  archived: boolean;
  /** Who the client said it is. */
  authorId: string | null;
  /** ms since the epoch, any 64-bit number, as the client gave it. */
  startedMs: bigint | null;
  endedMs: bigint | null;
  artifactRoot: string;
}

/** What a new run is made from. */
export interface RunDraft extends Partial<Record<RunText, string>> {
  /** Decimal id of the project as MLflow shows it. */
  experimentId: bigint;
  name: string;
  status: RunStatus;
  origin: string;
  authorId?: string;
  startedMs: bigint | null;
  tags: readonly Entry[];
}

/** What of a run may be changed; a text set to null is removed. */
export interface RunPatch extends Partial<Record<RunText, string | null>> {
  name?: string;
  status?: RunStatus;
  endedMs?: bigint;
}

/** How far a run is. */
export type RunProgress = Pick<Run, 'status' | 'startedMs' | 'endedMs'>;

/** A key with a text. */
export interface Entry {
  key: string;
  value: string;
}

/** Of several with one key the last, where the first stood. */
export function lastByKey<Keyed extends { key: string }>(all: readonly Keyed[]): Keyed[] {
  return [...new Map(all.map((one) => [one.key, one])).values()];
}

/** One point of a metric. */
export interface MetricPoint {
  key: string;
  /** Any double; NaN and infinities are kept. */
  value: number;
  /** 64-bit, may be negative. */
  step: bigint;
  /** ms since the epoch, 64-bit. */
  timestampMs: bigint;
}

/** A point that also belongs to a model. */
export interface ModelPoint extends MetricPoint {
  modelId: string;
  datasetName?: string;
  datasetDigest?: string;
}

/** Everything one request logs to one run, written whole or not at all. */
export interface LogBatch {
  metrics: readonly MetricPoint[];
  params: readonly Entry[];
  tags: readonly Entry[];
  /** Changes of the run itself; a function when they depend on how far it is. */
  patch?: RunPatch | ((run: RunProgress) => RunPatch);
  /** Points to be kept for a model too. */
  modelPoints?: readonly ModelPoint[];
}

/** The latest values and texts of a run. */
export interface RunData {
  metrics: MetricPoint[];
  params: Entry[];
  tags: Entry[];
}
