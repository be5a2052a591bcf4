import { open, rename, rm, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { BlobStore } from '../artifacts/blob-store.ts';
import { BridgeError } from '../model/errors.ts';
import { openSnapshot, type Snapshot } from '../store/snapshot.ts';
import { ArchiveWriter } from './archive-writer.ts';

/** What is backed up, and where to. */
export interface BackupRequest {
  /** Of the database; holds a password. */
  url: string;
  blobs: BlobStore;
  file: string;
  /** Replace a file that is there. */
  force: boolean;
  /** Version of this program. */
  version: string;
  now: Date;
  /** Told how many bytes were written. */
  onBytes?: (bytes: number) => void;
}

/** Rows are cut into pieces of about this size, and artifacts up to it are read before their size is written down. */
const PIECE_BYTES = 8 * 2 ** 20;

/**
 * Writes database and artifacts into one tar while servers go on working. The database is of one moment; the artifacts are
 * read after it, so that every file it knows of is there, with a few it does not know yet. The file appears when it is whole.
 * @throws already_exists when the file is there and force was not asked for
 */
export async function backup(request: BackupRequest): Promise<{ files: number; sizeBytes: number }> {
  await refuseTaken(request);
  const draft = `${request.file}.partial`;
  // it holds password hashes
  const handle = await open(draft, 'w', 0o600).catch((error) => {
    throw explain(request.file, error);
  });
  const output = handle.createWriteStream({ flush: true });
  const archive = new ArchiveWriter(output);
  try {
    const total = await write(archive, request);
    await rename(draft, request.file);
    return total;
  } catch (error) {
    archive.abort();
    await finished(output).catch(() => undefined);
    await rm(draft, { force: true });
    // a full disk shows first where the next file was to be added
    const ofDisk = explain(request.file, output.errored);
    throw ofDisk instanceof BridgeError ? ofDisk : error;
  }
}

async function refuseTaken({ file, force }: BackupRequest): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there && !there.isFile()) throw new BridgeError('invalid', `${file} is no file; choose another name.`);
  if (there && !force) {
    throw new BridgeError('already_exists', `${file} is there already; choose another name, or replace it with --force.`);
  }
}

function explain(file: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  return new BridgeError('invalid', `${file} cannot be written: ${error.message}`, { cause: error });
}

async function write(archive: ArchiveWriter, { url, blobs, version, now, onBytes = () => undefined }: BackupRequest) {
  const snapshot = await openSnapshot(url);
  try {
    await archive.begin({ format: 1, trackbridge: version, createdAt: now.toISOString(), migrations: snapshot.migrations });
    await addTables(archive, snapshot, onBytes);
    const sequences = await snapshot.sequences();
    for await (const { path } of blobs.walk('')) onBytes(await addArtifact(archive, blobs, path));
    return await archive.finish(sequences);
  } finally {
    await snapshot.close();
  }
}

async function addTables(archive: ArchiveWriter, snapshot: Snapshot, onBytes: (bytes: number) => void): Promise<void> {
  for (const table of snapshot.tables) {
    let chunks: Buffer[] = [];
    let size = 0;
    let piece = 0;
    const flushPiece = async () => {
      await archive.addBytes(`database/${table.name}/${String(piece).padStart(6, '0')}.copy`, Buffer.concat(chunks));
      onBytes(size);
      piece += 1;
      chunks = [];
      size = 0;
    };
    for await (const chunk of snapshot.read(table) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= PIECE_BYTES) await flushPiece();
    }
    if (size > 0) await flushPiece();
  }
}

/** Adds a file unless it was deleted since it was listed. @returns its bytes */
async function addArtifact(archive: ArchiveWriter, blobs: BlobStore, path: string): Promise<number> {
  try {
    const facts = await blobs.stat(path);
    if (facts === undefined) return 0;
    const content = await blobs.read(path);
    if (facts.sizeBytes > PIECE_BYTES) {
      await archive.addStream(`artifacts/${path}`, facts.sizeBytes, content);
      return facts.sizeBytes;
    }
    // whole in memory: a small file may be replaced at any moment and then has another size
    const bytes = Buffer.concat(await content.toArray());
    await archive.addBytes(`artifacts/${path}`, bytes);
    return bytes.length;
  } catch (error) {
    if (error instanceof BridgeError && error.code === 'not_found') return 0;
    throw error;
  }
}
