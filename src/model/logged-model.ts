import type { Entry, MetricPoint } from './run.ts';

/** How far a model is: nobody said, being written, complete, broken off; in the order in which they are sorted. */
export const modelStatuses = ['unknown', 'pending', 'ready', 'failed'] as const;
export type ModelStatus = (typeof modelStatuses)[number];

/** A trained model without its params, tags and metrics. */
export interface Model {
  /** 32 lower hex. */
  id: string;
  /** Decimal id of its project as MLflow shows it. */
  experimentId: bigint;
  name: string;
  /** What kind of model it is, in the words of who made it. */
  type: string | null;
  /** Id of the run that made it; it may name a run that is not here. */
  sourceRun: string | null;
  status: ModelStatus;
  statusMessage: string | null;
  archived: boolean;
  /** Address below which its files lie; fixed when it is made. */
  artifactRoot: string;
  /** Made for a version of the registry that no model was logged for; its files belong to somebody else. */
  isOfVersion: boolean;
  /** What made it, for instance `PyTorch`. */
  framework: string | null;
  /** Number of each class it tells apart, by name. */
  classes: Record<string, number> | null;
  /** What it is built like, in the words of who made it. */
  design: Record<string, unknown> | null;
  createdAt: Date;
  changedAt: Date;
}

/** A point of a run that was measured on the model. */
export interface ModelMetric extends MetricPoint {
  /** Id of the run that logged it. */
  runId: string;
  datasetName: string | null;
  datasetDigest: string | null;
}

/** A model with all that was said about it, each list in the order of its keys. */
export interface WholeModel {
  model: Model;
  params: Entry[];
  tags: Entry[];
  metrics: ModelMetric[];
}

/** What a new model is made from. */
export interface ModelDraft {
  /** Decimal id of the project as MLflow shows it. */
  experimentId: bigint;
  name: string;
  type: string | null;
  sourceRun: string | null;
  params: readonly Entry[];
  tags: readonly Entry[];
}
