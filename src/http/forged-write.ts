import type { IncomingMessage } from 'node:http';
import type { Right } from '../access/authorize.ts';
import { BridgeError } from '../model/errors.ts';

/**
 * Refuses a write that a page of another site can make a visitor's browser send: a GET without a body, as links and pictures make
 * it. Such a request carries no Origin header, and over plain http to another machine no other trace of its page either, so
 * that the Origin check cannot know it.
 *
 * What a browser never adds by itself lets it pass: an Authorization header, a body, a header of a client's own, or the browser's
 * word that a page of ours asked.
 * @param methods those of the operation: one that is asked by GET alone reads, whatever right it needs
 * @throws forbidden
 */
export function refuseForgedWrite(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  right: Right,
  methods: readonly string[],
): void {
  if (right === 'read' || right === 'public' || methods.every((one) => one === 'get')) return;
  if (method !== 'GET' && method !== 'HEAD') return;
  const { authorization, 'content-length': length, 'transfer-encoding': coding, 'sec-fetch-site': site } = headers;
  if (authorization !== undefined && site === undefined) return;
  if (authorization !== undefined && !/^basic /i.test(authorization)) return;
  if (Number(length ?? 0) > 0 || coding !== undefined || site === 'same-origin') return;
  if (ownHeaders.some((name) => headers[name] !== undefined)) return;
  throw new BridgeError('forbidden', 'A GET that changes something needs an Authorization header or a body.', {
    reason: 'forged',
  });
}

/** Sent by scripts on purpose; a browser asks before it lets a foreign page send them. */
const ownHeaders = ['x-clearml-client', 'x-trains-client', 'x-clearml-agent', 'x-trains-agent', 'x-requested-with'];
