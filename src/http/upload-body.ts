import { Readable } from 'node:stream';
import { invalid } from '../model/errors.ts';

/**
 * The body of an upload as a stream that may be given up without closing the connection, so that a refusal in the middle
 * still reaches the client.
 *
 * @param maxBytes most bytes taken
 * @throws invalid, in the stream, for a longer body
 */
export function uploadBody(request: Readable, maxBytes = Number.POSITIVE_INFINITY): Readable {
  return Readable.from(chunksOf(request, maxBytes), { objectMode: false });
}

async function* chunksOf(request: Readable, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw invalid('body', `The file has more than ${maxBytes} bytes, the most that is taken here.`);
    yield chunk;
  }
}
