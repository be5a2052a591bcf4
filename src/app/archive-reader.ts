import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { BridgeError, show } from '../model/errors.ts';
import {
  type ArchiveEnd,
  type ArchiveHead,
  broken,
  type EntryPlace,
  type FileFacts,
  SMALL_BYTES,
  toEntryPlace,
} from './archive-format.ts';

/** One file of a backup. Its content must be read, or left, before the next one comes. */
interface ArchiveEntry {
  name: string;
  sizeBytes: number;
  place: EntryPlace;
  content: Readable;
}

/** The files of a backup in their order. @throws invalid when it is no tar, ends too early, or holds links or foreign names */
export async function* readEntries(file: string): AsyncGenerator<ArchiveEntry> {
  const tar = extract();
  const source = createReadStream(file);
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  try {
    for await (const entry of tar) {
      const { name, type, size } = entry.header;
      if (type !== 'file') throw broken(`${show(name)} is a ${type}, not a file`);
      yield { name, sizeBytes: size ?? 0, place: toEntryPlace(name), content: Readable.from(passOn(file, entry)) };
      entry.resume();
    }
  } catch (error) {
    throw explain(file, error);
  } finally {
    source.destroy();
    tar.destroy();
  }
}

async function* passOn(file: string, content: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* content;
  } catch (error) {
    throw explain(file, error);
  }
}

function explain(file: string, error: unknown): BridgeError {
  if (error instanceof BridgeError) return error;
  if (error instanceof Error && 'syscall' in error) {
    return new BridgeError('invalid', `The file ${file} cannot be read: ${error.message}`, { cause: error });
  }
  // what the tar reader says of a file that is no tar, or half of one
  return broken(error instanceof Error ? error.message : String(error), error);
}

/**
 * Reads a whole backup once and checks every hash, before anything is done with it.
 * @param onBytes told how many bytes of content were checked
 * @throws invalid when anything is missing, added or changed
 */
export async function verifyArchive(
  file: string,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<{ head: ArchiveHead; end: ArchiveEnd }> {
  let head: ArchiveHead | undefined;
  let end: ArchiveEnd | undefined;
  let pending: FileFacts[] = [];
  let files = 0;
  let sizeBytes = 0;
  let rank = 0;
  for await (const entry of readEntries(file)) {
    const { name, place } = entry;
    if ((head === undefined) !== (place.kind === 'head')) throw broken(`it begins with ${show(name)}`);
    if (end !== undefined) throw broken(`it goes on after its end with ${show(name)}`);
    if (place.kind === 'head') head = await readHead(entry);
    else if (place.kind === 'end') end = await readJson<ArchiveEnd>(entry);
    else if (place.kind === 'manifest') {
      const lines = pending.map((facts) => `${JSON.stringify(facts)}\n`).join('');
      if ((await readSmall(entry)) !== lines) throw broken(`the files before ${name} are not the ones that were backed up`);
      pending = [];
    } else {
      const next = place.kind === 'rows' ? 1 : 2;
      if (next < rank) throw broken(`${show(name)} stands at the wrong place`);
      rank = next;
      const facts = await measure(entry, onBytes);
      pending.push(facts);
      files += 1;
      sizeBytes += facts.sizeBytes;
      if (pending.length > 1_000_000) throw broken('its files have no manifest');
    }
  }
  if (head === undefined) throw broken('it is empty');
  if (end === undefined || pending.length > 0) throw broken('its end is missing');
  if (end.files !== files || end.sizeBytes !== sizeBytes || !Array.isArray(end.sequences)) {
    throw broken(`it has ${files} files with ${sizeBytes} bytes and should have ${end.files} with ${end.sizeBytes}`);
  }
  return { head, end };
}

async function readHead(entry: ArchiveEntry): Promise<ArchiveHead> {
  const head = await readJson<Partial<ArchiveHead>>(entry);
  if (head.format !== 1) throw broken(`its format is ${show(head.format)}, this version reads format 1`);
  if (!Array.isArray(head.migrations) || typeof head.trackbridge !== 'string') throw broken('its head says too little');
  return head as ArchiveHead;
}

async function readJson<T extends object>(entry: ArchiveEntry): Promise<T> {
  const text = await readSmall(entry);
  try {
    // a value that is no object has none of the fields that are asked for next
    return Object(JSON.parse(text)) as T;
  } catch (error) {
    throw broken(`${entry.name} is no JSON`, error);
  }
}

async function readSmall({ name, sizeBytes, content }: ArchiveEntry): Promise<string> {
  if (sizeBytes > SMALL_BYTES) throw broken(`${show(name)} is larger than ${SMALL_BYTES} bytes`);
  return Buffer.concat(await content.toArray()).toString('utf8');
}

async function measure({ name, content }: ArchiveEntry, onBytes: (bytes: number) => void): Promise<FileFacts> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    onBytes(chunk.length);
  }
  return { name, sizeBytes, sha256: hash.digest('hex') };
}
