import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { Reply } from './door.ts';

const zip = promisify(gzip);
/** Shorter texts travel in one packet as they are. */
const WORTH_IT = 1024;

/**
 * A reply packed with gzip when the caller understands that and its body is a text of some length. Streams pass untouched.
 *
 * The fastest level: half a megabyte of curves takes 5 ms instead of 12 and comes out 3 % longer.
 */
export async function compressed(reply: Reply, headers: IncomingHttpHeaders): Promise<Reply> {
  const { status, body } = reply;
  if (typeof body !== 'string' || body.length < WORTH_IT || reply.headers['content-encoding']) return reply;
  const varied = { ...reply.headers, vary: 'Accept-Encoding' };
  if (!acceptsGzip(headers['accept-encoding'])) return new Reply(status, varied, body);
  const bytes = await zip(body, { level: constants.Z_BEST_SPEED });
  return new Reply(status, { ...varied, 'content-encoding': 'gzip', 'content-length': String(bytes.length) }, bytes);
}

/** @see RFC 9110 section 12.5.3; a weight of zero is a refusal */
function acceptsGzip(accepted: string | string[] | undefined): boolean {
  return String(accepted ?? '')
    .split(',')
    .some((coding) => /^\s*(gzip|x-gzip)\s*(;(?!\s*q=0(\.0*)?\s*$)|$)/i.test(coding));
}
