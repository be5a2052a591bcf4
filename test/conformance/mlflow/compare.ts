import { isDeepStrictEqual } from 'node:util';
import { sendRaw, type WireAnswer, type WireCall } from '../../support/wire-client.ts';
import type { Call, Case, Difference } from './cases/case.ts';
import { normalise, parseExactly } from './normalise.ts';

/** The two servers a case is sent to. */
export interface Servers {
  original: string;
  ours: string;
}

/** What of an answer is compared. */
export interface Compared {
  status: number;
  type: string;
  headers: Record<string, string>;
  body: unknown;
  /** The error sentence; not compared. */
  message: string | undefined;
}

/** Compared on every answer, and on answers that carry a file. */
const headersOfAll = ['x-content-type-options', 'access-control-allow-origin'];
const headersOfFiles = [...headersOfAll, 'content-disposition', 'content-range'];

/**
 * Sends every call of a case to both servers.
 * @returns one text per call whose answers differ against expectation; empty when all is as it should be
 */
export async function compareCase(servers: Servers, { calls }: Case): Promise<string[]> {
  const kept = { original: new Map<string, string>(), ours: new Map<string, string>() };
  const complaints: string[] = [];
  for (const [index, call] of calls.entries()) {
    const [original, ours] = await Promise.all([ask(servers.original, call, kept.original), ask(servers.ours, call, kept.ours)]);
    const complaint = judge(call, original, ours, kept.ours);
    if (complaint)
      complaints.push(`call ${index + 1}, ${call.send} ${call.raw ?? JSON.stringify(call.body) ?? ''}\n${complaint}`);
  }
  return complaints;
}

function judge(call: Call, original: Compared, ours: Compared, kept: ReadonlyMap<string, string>): string | undefined {
  const { message } = ours;
  const same = isSame(original, ours);
  if (call.differs) return judgeDifference(call.differs, same, original, ours);
  if (!same) return `original: ${JSON.stringify(original)}\nours:     ${JSON.stringify(ours)}`;
  if (ours.status < 400) return undefined;
  const unsaid = (call.says ?? []).map((text) => substitute(text, kept)).filter((text) => !message?.includes(text));
  if (unsaid.length > 0) return `our message does not say ${JSON.stringify(unsaid)}: ${message}`;
  if (original.message && !message) return 'our error has no message';
  return undefined;
}

/**
 * An error that the original answers through one of its web frameworks (a page, a text, `{"detail"}`) says nothing but its
 * status to a client, so only that is compared; except for 404, where clients look whether it is JSON.
 */
export function isSame(original: Compared, ours: Compared): boolean {
  const isFramework = original.status >= 400 && original.status !== 404 && original.message === undefined;
  if (isFramework) return original.status === ours.status;
  return isDeepStrictEqual({ ...original, message: '' }, { ...ours, message: '' });
}

function judgeDifference(known: Difference, same: boolean, original: Compared, ours: Compared): string | undefined {
  if (same) return `listed as a known difference (${known.reason}), but both answer ${shapeOf(ours)}`;
  const changed = [
    { who: 'the original', expected: known.original, found: shapeOf(original) },
    { who: 'ours', expected: known.ours, found: shapeOf(ours) },
  ].filter(({ expected, found }) => !found.startsWith(expected));
  if (changed.length === 0) return undefined;
  return changed.map(({ who, expected, found }) => `${who} should answer ${expected}, and answers ${found}`).join('\n');
}

/** Status, error code and body in the form known differences are written in. */
export function shapeOf({ status, body }: Compared): string {
  const code = typeof body === 'object' && body !== null && 'error_code' in body ? body.error_code : undefined;
  return `${status} ${code ?? (typeof body === 'string' ? body : JSON.stringify(body))}`;
}

/** Sends a call to a server. What the call keeps of the answer is added to `kept`, by which ids of the answer are named. */
export async function ask(baseUrl: string, call: Call, kept: Map<string, string>): Promise<Compared> {
  const answer = await sendRaw(baseUrl, toWire(call, kept));
  const type = (answer.headers['content-type'] ?? '').split(';')[0] ?? '';
  const parsed = type === 'application/json' ? parseExactly(answer.body.toString()) : undefined;
  for (const [name, path] of Object.entries(call.keep ?? {})) {
    const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], parsed);
    kept.set(name, String(value));
  }
  const { status, body } = answer;
  const headers = Object.fromEntries(
    (status < 300 ? headersOfFiles : headersOfAll).flatMap((name) => {
      // `filename=a` and `filename="a"` are the same
      const value = answer.headers[name]?.replaceAll('"', '');
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const message = typeof parsed === 'object' && parsed !== null && 'message' in parsed ? String(parsed.message) : undefined;
  return { status, type: body.length === 0 ? '' : type, headers, body: bodyOf(answer, type, parsed, kept), message };
}

function bodyOf(answer: WireAnswer, type: string, parsed: unknown, kept: ReadonlyMap<string, string>): unknown {
  if (type === 'application/json') return normalise(parsed, kept);
  // pages of errors and redirects are prose: that there is one is all a client can see
  return answer.status >= 300 ? '<page>' : answer.body.toString('latin1');
}

function toWire(call: Call, kept: ReadonlyMap<string, string>): WireCall {
  const [method = 'GET', target = '/'] = split(call.send);
  const [place = '', ...query] = (target.startsWith('/') ? target : `/api/2.0/mlflow/${target}`).split('?');
  const queryKept = new Map([...kept].map(([name, value]) => [name, encodeURIComponent(value)]));
  const asked = query.length === 0 ? '' : `?${substitute(query.join('?'), queryKept)}`;
  const path = (substitute(place, kept) + asked).replaceAll(' ', '%20');
  const given = Object.entries(call.headers ?? {}).map(([name, value]) => [name, substitute(value, kept)]);
  const headers: Record<string, string> = Object.fromEntries(given);
  if (call.raw !== undefined) {
    return {
      method,
      path,
      headers,
      body: typeof call.raw === 'string' ? substitute(call.raw, kept) : call.raw,
    };
  }
  if (call.body === undefined) return { method, path, headers };
  const body = substitute(JSON.stringify(call.body).replace(/"#(\$\w+)"/g, '$1'), kept);
  // node sends the body of a DELETE without any sign of its length
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  return { method, path, headers: { 'content-type': 'application/json', ...length, ...headers }, body };
}

function split(send: string): [string, string] {
  const space = send.indexOf(' ');
  return [send.slice(0, space), send.slice(space + 1)];
}

/** `$name` becomes what was kept under that name; other dollars stay. */
function substitute(text: string, kept: ReadonlyMap<string, string>): string {
  return text.replace(/\$(\w+)/g, (whole, name: string) => kept.get(name) ?? whole);
}
