import assert from 'node:assert/strict';
import type { Person } from './people.ts';
import { sendRaw } from './wire-client.ts';

/** Stands in every name and file of what an attacker may not read. */
export const SECRET = 'hidden-from-bob';

// biome-ignore lint/suspicious/noExplicitAny: answers of both doors are looked into freely
export type Json = any;

/** What came back; `json` only where it is any. */
export interface Answer {
  status: number;
  text: string;
  json: Json;
}

/** Sends requests to a server exactly as they are written, by a user or by nobody. A body that is no text goes as JSON. */
export function senderTo(url: string) {
  return async (
    who: Person | undefined,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string | string[]> = {},
  ): Promise<Answer> => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await sendRaw(url, {
      method,
      path,
      headers: {
        ...(who && { authorization: who.authorization }),
        ...(text !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
        ...headers,
      },
      body: text,
    });
    const said = answer.body.toString();
    const isJson = answer.headers['content-type']?.startsWith('application/json') === true && said !== '';
    return { status: answer.status, text: said, json: isJson ? JSON.parse(said) : undefined };
  };
}

/** Fails when an answer shows anything that is {@link SECRET}; a refusal may repeat what was asked for. */
export function assertKept({ status, text }: Answer, title: string): void {
  assert.ok(status < 500, `${title}: ${status} ${text}`);
  if ([400, 401, 403].includes(status)) return;
  assert.ok(!text.includes(SECRET), `${title}: ${status} ${text.slice(0, 300)}`);
}

/** Fails unless a request was refused as a mistake or for want of a right. */
export function assertRefused(answer: Answer, title: string): void {
  assertKept(answer, title);
  assert.ok([400, 401, 403, 404, 405].includes(answer.status), `${title}: ${answer.status} ${answer.text.slice(0, 300)}`);
}
