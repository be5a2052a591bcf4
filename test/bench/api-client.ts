import type { Readable } from 'node:stream';
import { Pool } from 'undici';

/** A small HTTP client of the MLflow API: bodies are texts, so that the load generator costs as little as it can. */
export class ApiClient {
  readonly #pool: Pool;

  /** @param clients connections held at once; each carries one request at a time */
  constructor(url: string, clients: number) {
    this.#pool = new Pool(url, { connections: clients, pipelining: 1, headersTimeout: 300_000, bodyTimeout: 300_000 });
  }

  /**
   * @param path below `/api/2.0/mlflow/`, or a whole one
   * @throws Error naming call, status and the start of the answer when the status is not 200
   */
  async post(path: string, body: string): Promise<string> {
    const answer = await this.#pool.request({
      method: 'POST',
      path: path.startsWith('/') ? path : `/api/2.0/mlflow/${path}`,
      headers: { 'content-type': 'application/json' },
      body,
    });
    return checked(path, answer.statusCode, await answer.body.text());
  }

  /**
   * Reads an answer as bytes, for those that are large.
   * @param path below `/`
   * @throws Error as {@link ApiClient.post}
   */
  async get(path: string): Promise<Buffer> {
    const answer = await this.#pool.request({ method: 'GET', path: `/${path}` });
    const bytes = Buffer.from(await answer.body.bytes());
    if (answer.statusCode !== 200) checked(path, answer.statusCode, bytes.toString());
    return bytes;
  }

  /** Uploads a stream of bytes to a path below `/`. */
  async put(path: string, chunks: Readable): Promise<void> {
    const answer = await this.#pool.request({ method: 'PUT', path: `/${path}`, body: chunks });
    checked(path, answer.statusCode, await answer.body.text());
  }

  /** Reads an answer and throws its bytes away. @returns how many there were */
  async drain(path: string): Promise<number> {
    const answer = await this.#pool.request({ method: 'GET', path: `/${path}` });
    if (answer.statusCode !== 200) checked(path, answer.statusCode, await answer.body.text());
    let bytes = 0;
    for await (const chunk of answer.body) bytes += (chunk as Buffer).length;
    return bytes;
  }

  /** Creates a run. @returns its id and the root of its artifacts */
  async createRun(experimentId: string, startedMs: number): Promise<{ runId: string; artifactUri: string }> {
    const body = `{"experiment_id":"${experimentId}","user_id":"bench","start_time":${startedMs},"run_name":"bench"}`;
    const answer = await this.post('runs/create', body);
    return { runId: textField(answer, 'run_id'), artifactUri: textField(answer, 'artifact_uri') };
  }

  /** Exports spans of OpenTelemetry into an experiment. @throws Error as {@link ApiClient.post} */
  async exportSpans(body: Buffer, experimentId: string): Promise<void> {
    const headers = { 'content-type': 'application/x-protobuf', 'x-mlflow-experiment-id': experimentId };
    const answer = await this.#pool.request({ method: 'POST', path: '/v1/traces', headers, body });
    checked('/v1/traces', answer.statusCode, await answer.body.text());
  }

  /** Logs in at the ClearML door. @returns the token */
  async login(): Promise<string> {
    const authorization = `Basic ${Buffer.from('bench:bench').toString('base64')}`;
    const answer = await this.#pool.request({ method: 'GET', path: '/auth.login', headers: { authorization } });
    return textField(checked('auth.login', answer.statusCode, await answer.body.text()), 'token');
  }

  /**
   * A call of the ClearML door. Its SDK sends GET with a body, behind which this client would close the connection; the server takes
   * any method.
   * @throws Error as {@link ApiClient.post}
   */
  async call(operation: string, body: string, token: string, type = 'application/json'): Promise<string> {
    const answer = await this.#pool.request({
      method: 'POST',
      path: `/v2.23/${operation}`,
      headers: { 'content-type': type, authorization: `Bearer ${token}` },
      body,
    });
    return checked(operation, answer.statusCode, await answer.body.text());
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

/** A text field of a JSON answer, found without parsing the whole: the first behind a name. */
export function textField(answer: string, name: string, behind = ''): string {
  const part = answer.slice(answer.indexOf(behind));
  const value = new RegExp(`"${name}":\\s*"([^"]*)"`).exec(part)?.[1];
  if (value === undefined) throw new Error(`No ${name} in the answer ${answer.slice(0, 200)}`);
  return value;
}

function checked(path: string, status: number, answer: string): string {
  if (status === 200) return answer;
  throw new Error(`${path.split('?')[0]} answered ${status}: ${answer.slice(0, 200).replace(/\s+/g, ' ')}`);
}
