import type { Readable } from 'node:stream';
import { Reply } from '../../../src/http/door.ts';

/** An answer of JSON that is written already, or being written. */
export function jsonReply(body: string | Readable, status = 200): Reply {
  return new Reply(status, { 'content-type': 'application/json' }, body);
}
