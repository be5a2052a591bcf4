import { count } from './count.ts';
import { startMs } from './data.ts';
import { expectCount, type Load, medianMs, repeat, withClient } from './measuring.ts';
import { exportBody, type TraceSketch } from './otlp-body.ts';

/** Clients that export at once, and what each sends in a request: an agent's traces of ten spans. */
const EXPORTERS = 8;
const TRACES_PER_EXPORT = 10;
const SPANS_PER_TRACE = 10;
/** Numbers of the traces that are exported in loads, far from those filled in. */
let exported = 10_000_000;

/** What makes filled traces differ; `trace-fill.ts` writes the same into a peer's tables. */
export const filledTrace = {
  durationMs: (number: number) => 100 + ((number * 7919) % 5000),
  isError: (number: number) => number % 7 === 0,
  team: (number: number) => `team${number % 50}`,
  session: (number: number) => `session${number % 1000}`,
};

function sketchOf(number: number, spans: number): TraceSketch {
  return {
    number,
    spans,
    startMs: startMs + number * 10,
    durationMs: filledTrace.durationMs(number),
    isError: filledTrace.isError(number),
    attributes: { 'mlflow.traceTag.team': filledTrace.team(number), 'session.id': filledTrace.session(number) },
  };
}

/** Spans that clients export, answered once they are stored. */
export const exportSpans: Load = (target, plan) =>
  withClient(target, EXPORTERS, async (api) => {
    const calls = await repeat(plan, EXPORTERS, async () => {
      const sketches = Array.from({ length: TRACES_PER_EXPORT }, () => sketchOf(exported++, SPANS_PER_TRACE));
      await api.exportSpans(exportBody(sketches), target.experimentId);
    });
    return { spans: calls * TRACES_PER_EXPORT * SPANS_PER_TRACE };
  });

/** Fills the experiment whose traces are searched: two spans each. */
export const fillTraces: Load = (target, plan) =>
  withClient(target, EXPORTERS, async (api) => {
    const perExport = 200;
    let next = 0;
    const work = async () => {
      while (next < plan.traces) {
        const from = next;
        next += perExport;
        const sketches = Array.from({ length: Math.min(perExport, plan.traces - from) }, (_, at) => sketchOf(from + at, 2));
        await api.exportSpans(exportBody(sketches), target.tracesExperimentId);
      }
    };
    await Promise.all(Array.from({ length: EXPORTERS }, work));
    return {};
  });

/**
 * Pages of traces, the newest first: those since a time, as the page of an experiment asks for them, and those that a person looks
 * for, by a tag, a state and a duration.
 */
export const searchTraces: Load = (target, plan) =>
  withClient(target, 1, async (api) => {
    const location = { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: target.tracesExperimentId } };
    const ask = async (filter: string) => {
      const body = JSON.stringify({ locations: [location], filter, max_results: 100, order_by: ['timestamp_ms DESC'] });
      const answer = await api.post('/api/3.0/mlflow/traces/search', body);
      expectCount('traces', count(answer, '"trace_location"'), 100);
    };
    const newest = await medianMs(plan, (turn) => ask(`timestamp_ms > ${startMs + turn}`));
    const filtered = await medianMs(plan, (turn) =>
      ask(`tags.team = '${filledTrace.team(turn)}' AND status = 'OK' AND execution_time_ms > ${100 + (turn % 90)}`),
    );
    return { newest, filtered };
  });
