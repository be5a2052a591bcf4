import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip, inflate, inflateRaw } from 'node:zlib';
import { BridgeError } from '../../../src/model/errors.ts';

/** Most bytes of a request, packed and unpacked. */
export const MAX_BYTES = 64 * 1024 * 1024;

const gzip = promisify(gunzip);
const deflate = promisify(inflate);
const rawDeflate = promisify(inflateRaw);

function tooLarge(): BridgeError {
  return new BridgeError('too_large', `The request has more than ${MAX_BYTES} bytes; send fewer spans at once.`, {
    field: 'body',
  });
}

/** The bytes of a request; one that is too large is refused without being kept. @throws too_large */
export async function readBytes(request: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** How a body is packed, by the name it has in the Content-Encoding header. */
const packings: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: (bytes) => gzip(bytes, { maxOutputLength: MAX_BYTES }),
  // some clients send it without the header that the standard asks for
  deflate: (bytes) =>
    deflate(bytes, { maxOutputLength: MAX_BYTES }).catch((error: unknown) => {
      if (isTooLarge(error)) throw error;
      return rawDeflate(bytes, { maxOutputLength: MAX_BYTES });
    }),
};

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/**
 * Unpacks a body.
 * @returns undefined when it is not packed as it says
 * @throws too_large for one that would become too large, before it does
 */
export async function unpack(bytes: Buffer, packing: string): Promise<Buffer | undefined> {
  try {
    return await packings[packing]?.(bytes);
  } catch (error) {
    if (isTooLarge(error)) throw tooLarge();
    return undefined;
  }
}

/** Whether a body can be packed in this way. */
export function canUnpack(packing: string): boolean {
  return Object.hasOwn(packings, packing);
}
