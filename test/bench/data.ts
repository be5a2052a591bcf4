/**
 * The data every server is filled with, by formulas that SQL and JavaScript compute alike: some servers are filled through
 * their API, others by SQL.
 */

/** What one small run logs. */
export const smallRun = { params: 20, metrics: 10, tags: 3 } as const;
/** Time of the first run and of the first point, in ms. */
export const startMs = 1_700_000_000_000;
/** Key of the long curve. */
export const curveKey = 'loss';

/** Value of metric `m<metric>` of the run of this number: spread evenly over 0..1. */
function metricValue(run: number, metric: number): number {
  return ((run * 7919 + metric * 104_729) % 10_007) / 10_007;
}

/** Value of param `p<param>` of the run of this number: one of 10 for p0, of 20 for p1, and so on. */
export function paramValue(run: number, param: number): string {
  return `v${(run + param) % (10 * (param + 1))}`;
}

/** Value of the curve's point at a step. */
function curveValue(step: number): number {
  return ((step * 7919) % 10_007) / 10_007;
}

/** Time of the curve's point at a step, in ms. */
function curveTimestamp(step: number): number {
  return startMs + step * 100;
}

/** The same formulas in SQL, over columns or numbers. */
export const sql = {
  metricValue: (run: string, metric: string) => `((${run} * 7919 + ${metric} * 104729) % 10007) / 10007.0::float8`,
  paramValue: (run: string, param: string) => `'v' || (${run} + ${param}) % (10 * (${param} + 1))`,
  curveValue: (step: string) => `((${step}::bigint * 7919) % 10007) / 10007.0::float8`,
  curveTimestamp: (step: string) => `${startMs} + ${step}::bigint * 100`,
};

function jsonList(count: number, item: (index: number) => string): string {
  return `[${Array.from({ length: count }, (_, index) => item(index)).join(',')}]`;
}

/** Body of the log-batch call of the small run of this number. */
export function smallRunBody(runId: string, run: number): string {
  const at = startMs + run;
  const metrics = jsonList(smallRun.metrics, (m) => metricJson(`m${m}`, metricValue(run, m), at, 1));
  const params = jsonList(smallRun.params, (p) => `{"key":"p${p}","value":"${paramValue(run, p)}"}`);
  const tags = jsonList(smallRun.tags, (t) => `{"key":"t${t}","value":"${run % 10}"}`);
  return `{"run_id":"${runId}","metrics":${metrics},"params":${params},"tags":${tags}}`;
}

/** Keys and steps of the batch of this number of a run that logs 10 metrics, 100 steps a call: 1,000 points. */
export function* batchPoints(batch: number): Iterable<{ key: number; step: number; timestampMs: number; value: number }> {
  for (let step = batch * 100; step < (batch + 1) * 100; step += 1) {
    for (let key = 0; key < 10; key += 1) yield { key, step, timestampMs: curveTimestamp(step), value: curveValue(step + key) };
  }
}

/** Body of a log-batch call of {@link batchPoints}. */
export function batchBody(runId: string, batch: number): string {
  const metrics: string[] = [];
  for (const point of batchPoints(batch)) metrics.push(metricJson(`k${point.key}`, point.value, point.timestampMs, point.step));
  return `{"run_id":"${runId}","metrics":[${metrics.join(',')}]}`;
}

/** Body of a log-batch call with points of the long curve. */
export function curveBody(runId: string, fromStep: number, toStep: number): string {
  const metrics = jsonList(toStep - fromStep, (index) => {
    const step = fromStep + index;
    return metricJson(curveKey, curveValue(step), curveTimestamp(step), step);
  });
  return `{"run_id":"${runId}","metrics":${metrics}}`;
}

function metricJson(key: string, value: number, timestampMs: number, step: number): string {
  return `{"key":"${key}","value":${value},"timestamp":${timestampMs},"step":${step}}`;
}
