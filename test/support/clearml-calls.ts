import assert from 'node:assert/strict';
import type { TestApp } from './app.ts';

/** What a ClearML call answered. */
export interface ClearmlAnswer {
  /** `400/401`. */
  code: string;
  message: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  data: any;
}

/** Calls of the ClearML door, as its SDK makes them: GET with a JSON body. */
export interface ClearmlCalls {
  /** Whatever the answer is. */
  call(name: string, body?: object): Promise<ClearmlAnswer>;
  /** `data` of an answer that must be good. */
  // biome-ignore lint/suspicious/noExplicitAny: the same
  ok(name: string, body?: object): Promise<any>;
  /** Code and subcode of an answer that must not be good. */
  fails(name: string, body?: object): Promise<string>;
}

export function clearmlCalls({ http }: Pick<TestApp, 'http'>): ClearmlCalls {
  const call: ClearmlCalls['call'] = async (name, body = {}) => {
    const answer = await http.get(`/v2.34/${name}`).send({ ...body, method: 'get' });
    const { meta, data } = answer.body;
    assert.ok(meta, `${name} answered ${answer.status} ${answer.text}`);
    assert.equal(meta.result_code, answer.status);
    return { code: `${meta.result_code}/${meta.result_subcode}`, message: meta.result_msg, data };
  };
  return {
    call,
    async ok(name, body) {
      const { code, message, data } = await call(name, body);
      assert.equal(code, '200/0', `${name}: ${message}`);
      return data;
    },
    async fails(name, body) {
      const { code } = await call(name, body);
      assert.notEqual(code, '200/0', `${name} succeeded`);
      return code;
    },
  };
}
