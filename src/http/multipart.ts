import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { BridgeError, invalid } from '../model/errors.ts';
import { uploadBody } from './upload-body.ts';

/** Most parts of one form. */
const MAX_PARTS = 1000;

/**
 * Reads a multipart form part by part, in order and never more than one at a time, each as a stream.
 *
 * @param take must read the content to its end, or throw; the content fails when the form breaks off in the middle
 * @throws invalid for a body that is no complete multipart form, and whatever `take` throws
 * @see RFC 7578
 */
export async function takeParts(
  body: Readable,
  headers: IncomingHttpHeaders,
  take: (name: string | undefined, content: Readable) => Promise<void>,
): Promise<void> {
  const form = openForm(headers);
  const open = new Set<Readable>();
  let work = Promise.resolve();
  let broken: Error | undefined;
  form.on('error', (error: Error) => {
    broken ??= error;
  });
  // the parser may end a part that broke off as if it were whole: what it said of the form before decides
  async function* chunksOf(content: Readable): AsyncGenerator<Buffer> {
    try {
      yield* content as AsyncIterable<Buffer>;
    } catch (cause) {
      throw incomplete(cause);
    }
    if (broken) throw incomplete(broken);
  }
  form.on('filesLimit', () => form.destroy(invalid('body', `The form has more than ${MAX_PARTS} parts.`)));
  form.on('file', (name: string | undefined, content) => {
    open.add(content);
    // also for a part whose turn has not come: an error nobody listens to would end the process
    content.on('error', (error: Error) => content.destroy(error));
    work = work.then(async () => {
      await take(name, Readable.from(chunksOf(content), { objectMode: false }));
      open.delete(content);
    });
    work.catch((error: Error) => form.destroy(error));
  });
  try {
    await pipeline(uploadBody(body), form);
  } catch (cause) {
    const error = incomplete(cause);
    for (const content of open) content.destroy(error);
    // when it was `take` that failed, this is where its own error comes out
    await work;
    throw error;
  }
  await work;
}

function incomplete(cause: unknown): BridgeError {
  return cause instanceof BridgeError ? cause : invalid('body', 'The body is no complete multipart form.', cause);
}

function openForm(headers: IncomingHttpHeaders): BusboyInstance {
  const type = headers['content-type'] ?? '';
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': type },
      isPartAFile: () => true,
      limits: { files: MAX_PARTS },
    });
  } catch (cause) {
    throw invalid('content-type', 'The body must be multipart/form-data and name its boundary.', cause);
  }
}
