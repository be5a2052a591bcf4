import { createHash } from 'node:crypto';
import { type About, type Call, experimentNamed, post } from './case.ts';

const V3 = '/api/3.0/mlflow';

/** The trace id that a case gives one of its traces. */
export function traceId(title: string, name: string): string {
  return `tr-${createHash('md5').update(`${title}/${name}`).digest('hex')}`;
}

/** Reports a trace of `$experiment`; its request preview is its name. */
export function traceNamed(title: string, name: string, info: Record<string, unknown> = {}): Call {
  const trace_info = {
    trace_id: traceId(title, name),
    trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '$experiment' } },
    request_time: '2024-01-01T00:00:00Z',
    execution_duration: '0.5s',
    state: 'OK',
    request_preview: name,
    ...info,
  };
  return post(`${V3}/traces`, { trace: { trace_info } });
}

/** Adds an assessment to a trace of the case. */
export function assess(title: string, name: string, assessment: Record<string, unknown>, more: About = {}): Call {
  const whole = {
    source: { source_type: 'HUMAN', source_id: 'ann' },
    create_time: '2024-01-01T00:00:00Z',
    last_update_time: '2024-01-01T00:00:00Z',
    ...assessment,
  };
  return post(`${V3}/traces/${traceId(title, name)}/assessments`, { assessment: whole }, more);
}

/**
 * Four traces that searches tell apart: `a` and `b` are of one session, `a` was made in `$run`, `c` goes on and has nothing, `d` is
 * `a` later. `a` and `d` have assessments, one of them about the session.
 */
export function tracesOf(title: string): Call[] {
  const at = (second: number) => `2024-01-01T00:00:0${second}Z`;
  return [
    experimentNamed(title),
    post('runs/create', { experiment_id: '$experiment', start_time: 1000 }, { keep: { run: 'run.info.run_id' } }),
    traceNamed(title, 'a', {
      request_time: at(1),
      execution_duration: '0.1s',
      client_request_id: 'request-a',
      tags: { 'mlflow.traceName': 'alpha', 'a b': 'x', plain: '100%' },
      trace_metadata: { 'mlflow.sourceRun': '$run', m: 'v', 'mlflow.trace.session': 's1' },
    }),
    traceNamed(title, 'b', {
      request_time: at(2),
      execution_duration: '0.2s',
      state: 'ERROR',
      client_request_id: 'request-b',
      tags: { 'mlflow.traceName': 'Beta' },
      trace_metadata: {
        'mlflow.trace.session': 's1',
        'mlflow.trace.tokenUsage': '{"input_tokens": 5, "output_tokens": 2, "total_tokens": 7}',
      },
    }),
    traceNamed(title, 'c', { request_time: at(3), execution_duration: undefined, state: 'IN_PROGRESS' }),
    traceNamed(title, 'd', {
      request_time: at(4),
      client_request_id: 'request-d',
      tags: { 'mlflow.traceName': 'alpha', 'a b': 'y' },
    }),
    assess(title, 'a', { assessment_name: 'score', feedback: { value: 5 } }),
    assess(title, 'a', {
      assessment_name: 'mood',
      feedback: { value: 'yes' },
      metadata: { 'mlflow.trace.session': 's1' },
      create_time: at(1),
    }),
    assess(title, 'a', { assessment_name: 'answer', expectation: { value: 'ü' }, create_time: at(2) }),
    assess(title, 'd', { assessment_name: 'score', feedback: { value: 0.5 } }),
    assess(title, 'd', { assessment_name: 'iss-1', issue: { issue_name: 'slow' }, create_time: at(1) }),
  ];
}

/** Searches the traces of `$experiment`. */
export function searchTraces(more: Record<string, unknown>, rest: About = {}): Call {
  const locations = [{ type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '$experiment' } }];
  return post(`${V3}/traces/search`, { locations, ...more }, rest);
}
