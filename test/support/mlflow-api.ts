import assert from 'node:assert/strict';
import type { TestApp } from './app.ts';
import type { Json } from './json.ts';

/** Calls of the MLflow door below `/api/2.0/mlflow/`, as its clients send them. */
export function mlflowApi({ http }: Pick<TestApp, 'http'>) {
  async function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body: object = {}) {
    const url = `/api/2.0/mlflow/${path}`;
    const call = { GET: http.get(url).query(body), POST: http.post(url), PATCH: http.patch(url), DELETE: http.delete(url) }[
      method
    ];
    const answer = await (method === 'GET' ? call : call.send(body));
    return { status: answer.status, json: answer.body as Json };
  }
  return {
    ask,
    /** The answer of a call that succeeds. @throws AssertionError with the answer when it does not */
    async call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body: object = {}): Promise<Json> {
      const { status, json } = await ask(method, path, body);
      assert.equal(status, 200, `${method} ${path}: ${JSON.stringify(json)}`);
      return json;
    },
    /** Status and error code of a call that is refused. */
    async refuse(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body: object = {}): Promise<string> {
      const { status, json } = await ask(method, path, body);
      return `${status} ${json.error_code}`;
    },
  };
}
