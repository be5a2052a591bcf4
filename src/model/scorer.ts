/** One version of a scorer: what judges the outputs of a program. */
export interface ScorerVersion {
  scorerId: string;
  experimentId: bigint;
  /** Unique in its project. */
  name: string;
  version: number;
  /** What it does, in a form that only clients read. It is never carried out here. */
  definition: string;
  createdMs: bigint;
}

/** How many of the new traces of a project a scorer shall be tried on. */
export interface OnlineScoring {
  id: string;
  scorerId: string;
  experimentId: bigint;
  /** From 0 to 1. */
  sampleRate: number;
  /** Which traces, in the language of the door that wrote it; null for all. */
  filter: string | null;
}
