import type { Entry } from './run.ts';

/** A dataset as a run named it; one row per project, name and digest. */
export interface Dataset {
  name: string;
  digest: string;
  sourceType: string;
  source: string;
  schema: string | null;
  profile: string | null;
}

/** A dataset a run used, with the tags of that use. */
export interface DatasetUse {
  dataset: Dataset;
  tags: Entry[];
}

/** The tag of a use that says what for, for instance training. */
export const DATASET_CONTEXT_TAG = 'mlflow.data.context';

/** A dataset some run of a project used, for lists to choose from. */
export interface DatasetSummary {
  experimentId: bigint;
  name: string;
  digest: string;
  context: string | null;
}

/** A model that a run used or made. */
export interface ModelLink {
  direction: 'input' | 'output';
  /** 32 lower hex; other texts are kept as a client gave them. */
  modelId: string;
  step: bigint;
}
