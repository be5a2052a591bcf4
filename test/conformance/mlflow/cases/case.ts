/**
 * One request of a case. In every string of it `$name` stands for a value kept from an earlier answer of the same server; in a body
 * the whole string `#$name` stands for a kept number.
 */
export interface Call {
  /** Method and path with its query. A path without a leading slash is below `/api/2.0/mlflow/`. */
  send: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: string | Buffer;
  headers?: Record<string, string>;
  /** Values to keep for later calls: name to a dotted path in the JSON answer. */
  keep?: Record<string, string>;
  /** What our error message has to contain: the name of the field and the value at fault. */
  says?: readonly string[];
  /** Set on a call that we answer otherwise on purpose. */
  differs?: Difference;
}

/**
 * A known difference. Both answers are given as status, error code and, where it matters, the beginning of the normalised body;
 * each must stay so, and they must stay different.
 *
 * Only three kinds qualify: `crash` (a 500 turned into a 4xx), `version` (texts that name a version) and `wrong` (the original is
 * plainly wrong).
 */
export interface Difference {
  kind: 'crash' | 'version' | 'wrong';
  original: string;
  ours: string;
  reason: string;
}

/** Calls that are sent in order to both servers. `title` is a sentence of behaviour. */
export interface Case {
  title: string;
  calls: readonly Call[];
}

/** Creates an experiment named after the case and keeps its id as `$experiment`. */
export function experimentNamed(name: string): Call {
  return { send: 'POST experiments/create', body: { name }, keep: { experiment: 'experiment_id' } };
}

/** Creates a run of `$experiment`, started at 1000 ms, and keeps its id, by default as `$run`. */
export function runNamed(name: string, keep = 'run', more: Record<string, unknown> = {}): Call {
  return {
    send: 'POST runs/create',
    body: { experiment_id: '$experiment', run_name: name, start_time: 1000, user_id: 'ann', ...more },
    keep: { [keep]: 'run.info.run_id' },
  };
}

/** A case with an experiment of its own, kept as `$experiment`. */
export function inExperiment(title: string, calls: readonly Call[]): Case {
  return { title, calls: [experimentNamed(title), ...calls] };
}

/** A case with an experiment and one run of its own, kept as `$experiment` and `$run`. */
export function inRun(title: string, calls: readonly Call[]): Case {
  return inExperiment(title, [runNamed('first'), ...calls]);
}

/** What may be said about a call beside the message it sends. */
export type About = Omit<Call, 'send' | 'body'>;

/** `POST` of a JSON body below `/api/2.0/mlflow/`, or to a whole path. */
export function post(path: string, body: unknown, about: About = {}): Call {
  return { send: `POST ${path}`, body, ...about };
}

/** `PATCH` of a JSON body below `/api/2.0/mlflow/`, or of a whole path. */
export function patch(path: string, body: unknown, about: About = {}): Call {
  return { send: `PATCH ${path}`, body, ...about };
}

/** `DELETE` with a JSON body below `/api/2.0/mlflow/`, or of a whole path. */
export function remove(path: string, body: unknown, about: About = {}): Call {
  return { send: `DELETE ${path}`, body, ...about };
}

/** `GET` below `/api/2.0/mlflow/`, or of a whole path. */
export function get(path: string, more: Omit<Call, 'send'> = {}): Call {
  return { send: `GET ${path}`, ...more };
}

/** Reads the case's run as clients do. */
export const readRun = get('runs/get?run_id=$run');
