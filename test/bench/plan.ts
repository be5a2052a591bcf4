/** How much a benchmark does: sizes of the data and lengths of the measurements. */
export interface Plan {
  /** Measurements of each server in each row; the table shows their median. */
  rounds: number;
  /** Seconds one measurement lasts, after its warm-up. */
  seconds: number;
  warmupSeconds: number;
  /** A server that has spent this long in a row is not measured again there. */
  patienceSeconds: number;
  /** Clients at once, where a row does not say otherwise. */
  clients: number;
  /** Runs of the experiment that is searched and paged through. */
  runs: number;
  /** Points of the long curve. */
  curvePoints: number;
  /** Points of one COPY into our own table. */
  copiedPoints: number;
  artifactBytes: number;
  /** Registered models that are searched. */
  models: number;
  /** Traces that are searched. */
  traces: number;
}

/** What the bars of the project are measured with. */
export const fullPlan: Plan = {
  rounds: 3,
  seconds: 5,
  warmupSeconds: 1,
  patienceSeconds: 40,
  clients: 32,
  runs: 20_000,
  curvePoints: 1_000_000,
  copiedPoints: 400_000,
  artifactBytes: 2 * 1024 ** 3,
  models: 10_000,
  traces: 50_000,
};

/** A look within three minutes; its figures are not the bars'. */
export const quickPlan: Plan = {
  rounds: 1,
  seconds: 2,
  warmupSeconds: 0.5,
  patienceSeconds: 10,
  clients: 32,
  runs: 4_000,
  curvePoints: 200_000,
  copiedPoints: 100_000,
  artifactBytes: 256 * 1024 ** 2,
  models: 2_000,
  traces: 10_000,
};
