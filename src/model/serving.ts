/** What a container serves, as it says itself. */
export interface ServedModel {
  endpoint: string;
  model: string;
  /** Where it is asked; null while it loads. */
  url: string | null;
  modelSource: string | null;
  modelVersion: string | null;
  preprocessArtifact: string | null;
  inputType: string | null;
  inputSize: string | null;
  /** What else it belongs to, such as a run. */
  references: readonly { type: string; value: string }[];
}

/** What a container measures; each is a number of its own over time. */
export const servingMeasures = [
  'requests',
  'requests_min',
  'latency_ms',
  'cpu_count',
  'gpu_count',
  'cpu_util',
  'gpu_util',
  'ram_total',
  'ram_used',
  'ram_free',
  'gpu_ram_total',
  'gpu_ram_used',
  'gpu_ram_free',
  'network_rx',
  'network_tx',
] as const;
export type ServingMeasure = (typeof servingMeasures)[number];

/** Of these the instances of an endpoint have a mean; of the others a sum. */
export const meanMeasures: ReadonlySet<ServingMeasure> = new Set(['latency_ms', 'cpu_util', 'gpu_util']);

/** How a container fares. */
export interface ServingReport {
  uptimeSeconds: number | null;
  measures: Partial<Record<ServingMeasure, number>>;
}

/** A process that serves a model. */
export interface ServingContainer {
  id: string;
  served: ServedModel;
  registeredAt: Date;
  seenAt: Date;
  /** Its last report; null before the first. */
  report: ServingReport | null;
}

/** Values of a measure over time. */
export interface MeasureHistory {
  /** Of all containers of the endpoint together. */
  total: { second: number; value: number }[];
  /** By container. */
  containers: Map<string, { second: number; value: number }[]>;
}
