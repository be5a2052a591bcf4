import assert from 'node:assert/strict';
import type { TestApp } from './app.ts';

/** What a call was answered with. */
export interface ClearmlAnswer {
  /** `code/subcode`. */
  code: string;
  message: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of many shapes
  data: any;
}

/** Calls of ClearML's protocol, as its SDK sends them. */
export function clearmlApi({ http }: Pick<TestApp, 'http'>, version = '2.34') {
  /** The answer, good or bad. */
  const ask = async (operation: string, body: object = {}, headers: Record<string, string> = {}): Promise<ClearmlAnswer> => {
    // the SDK sends GET with a body, and names the method in it
    const { body: answer } = await http
      .get(`/v${version}/${operation}`)
      .set(headers)
      .send({ ...body, method: 'get' });
    const { result_code, result_subcode, result_msg } = answer.meta;
    return { code: `${result_code}/${result_subcode}`, message: result_msg, data: answer.data };
  };
  /** The data of an answer that must be good. */
  const call = async (operation: string, body: object = {}): Promise<ClearmlAnswer['data']> => {
    const { code, message, data } = await ask(operation, body);
    assert.equal(code, '200/0', `${operation}: ${message}`);
    return data;
  };
  /** The code of an answer that must be bad. */
  const refuse = async (operation: string, body: object = {}): Promise<string> => {
    const { code } = await ask(operation, body);
    assert.notEqual(code, '200/0', operation);
    return code;
  };
  return { ask, call, refuse };
}
