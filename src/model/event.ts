/** What a value that belongs to no step is stored at. ClearML's clients send this iteration for it. */
export const NO_STEP = -2_147_483_648n;

/** Points of one series as columns of equal length, in order of arrival. */
export interface ReportedSeries {
  title: string;
  variant: string;
  steps: bigint[];
  /** ms since the epoch. */
  timestampsMs: bigint[];
  /** Any double; NaN and infinities are kept. */
  values: number[];
  xAxisLabel?: string;
}

/** What a run printed at once, one line or several. */
export interface ConsoleLine {
  timestampMs: bigint;
  level: string;
  worker: string | null;
  message: string;
}

export const plotKinds = ['plot', 'vector', 'image'] as const;
export type PlotKind = (typeof plotKinds)[number];

/** A drawing, a list of numbers or a picture at an iteration; another one at the same place replaces it. */
export interface Plot {
  kind: PlotKind;
  title: string;
  variant: string;
  iteration: bigint;
  /** Tells pictures of one place apart; mostly empty. */
  fileKey: string;
  timestampMs: bigint;
  /** Of a picture; as stored: `files:///...` for what this server keeps. */
  url: string | null;
  /** JSON text of a drawing or of the numbers. */
  body: string | null;
  /** What else the client said of it: the text of a JSON object. */
  extra: string;
}

/** Who reports something. */
export interface Reporter {
  kind: 'run' | 'model';
  /** 32 lower hex, or the text an import brought. */
  id: string;
}

/** Everything one call reports of one run or model. */
export interface EventBatch extends Reporter {
  /** Written although the run or model is published. */
  isLockedAllowed: boolean;
  /** Each series once. */
  series: readonly ReportedSeries[];
  lines: readonly ConsoleLine[];
  plots: readonly Plot[];
  /** How far the run is by these events; null when none of them says so. */
  lastIteration: bigint | null;
}
