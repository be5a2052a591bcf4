import { randomUUID } from 'node:crypto';
import { type BigIntStats, constants, createWriteStream, type Dirent } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, realpath, rename, rm, stat, unlink } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { artifactName, joinArtifactPath } from '../model/artifact-path.ts';
import { byCodePoint } from '../model/by-code-point.ts';
import { BridgeError, invalid, show } from '../model/errors.ts';
import { type BlobEntry, type BlobStat, type BlobStore, type ByteRange, noArtifact } from './blob-store.ts';
import { codeOf, fromFileSystem, isAbsence } from './file-system-errors.ts';
import { Pacer, paced } from './flat-memory.ts';

/** Folder below the root in which uploads grow before they get their name; no artifact can be below it. */
const STAGING = '.trackbridge-uploads';

/** A staged upload untouched for so long was left by a crash. */
const STAGING_LIFETIME_MS = 60 * 60 * 1000;

/** Measured on 2 GiB: larger chunks copy no faster. */
const CHUNK_BYTES = 256 * 1024;

/** Refuses links and never waits for the other end of a named pipe. */
const READ_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Opens a folder as blob store, creating it when absent, and removes uploads a crash left half-way.
 * @param root absolute path
 */
export async function openLocalStore(root: string): Promise<BlobStore> {
  await mkdir(join(root, STAGING), { recursive: true, mode: 0o700 });
  const real = await realpath(root);
  await removeStaleUploads(join(real, STAGING));
  return new LocalStore(root, real);
}

/**
 * Files in a folder. An upload grows in a staging folder on the same file system, is synced to disk and then renamed, so
 * that readers see the old file or the new one. The real path of every file must be below the root: links that lead
 * out are refused.
 */
class LocalStore implements BlobStore {
  readonly location: string;
  /** The root without links, to which every real path is compared. */
  readonly #root: string;

  constructor(location: string, root: string) {
    this.location = location;
    this.#root = root;
  }

  async write(path: string, content: Readable, signal?: AbortSignal): Promise<{ sizeBytes: number }> {
    const folder = await this.#find(parentOf(path));
    this.#mustBeInside(join(folder ?? this.#root, artifactName(path)), path);
    const staged = join(this.#root, STAGING, randomUUID());
    try {
      const file = createWriteStream(staged, { flags: 'wx', mode: 0o600, flush: true, highWaterMark: CHUNK_BYTES });
      await pipeline(content, new Pacer(), file, { signal });
      const parent = await this.#makeParent(path);
      await rename(staged, join(parent, artifactName(path)));
      await syncFolder(parent);
      return { sizeBytes: file.bytesWritten };
    } catch (error) {
      await rm(staged, { force: true });
      throw fromFileSystem(error, path);
    }
  }

  async read(path: string, range?: ByteRange, etag?: string): Promise<Readable> {
    const file = await this.#openFile(path);
    if (file === undefined) throw noArtifact(path);
    const { handle, stats } = file;
    if (etag !== undefined && etag !== etagOf(stats)) {
      await handle.close();
      throw new BridgeError('unavailable', `The artifact ${show(path)} was replaced while it was being read.`);
    }
    if (stats.size === 0n) {
      await handle.close();
      return Readable.from([]);
    }
    const end = range?.end ?? Number(stats.size) - 1;
    return paced(handle.createReadStream({ start: range?.start ?? 0, end, highWaterMark: CHUNK_BYTES }));
  }

  async stat(path: string): Promise<BlobStat | undefined> {
    const file = await this.#openFile(path);
    await file?.handle.close();
    return file && { sizeBytes: Number(file.stats.size), modifiedAt: file.stats.mtime, etag: etagOf(file.stats) };
  }

  async isFolder(path: string): Promise<boolean> {
    const real = await this.#find(path);
    return real !== undefined && (await stat(real)).isDirectory();
  }

  async list(folder: string): Promise<BlobEntry[]> {
    const real = await this.#find(folder);
    const found = real === undefined ? [] : await this.#entriesOf(real);
    const entries = await Promise.all(found.map((entry) => this.#describe(folder, entry)));
    return entries.filter((entry) => entry !== undefined).sort((a, b) => byCodePoint(a.name, b.name));
  }

  async *walk(folder: string): AsyncIterable<{ path: string; sizeBytes: number }> {
    for (const entry of await this.list(folder)) {
      const path = joinArtifactPath(folder, entry.name);
      if (entry.isFolder) yield* this.walk(path);
      else yield { path, sizeBytes: entry.sizeBytes ?? 0 };
    }
  }

  async delete(path: string): Promise<{ files: number; sizeBytes: number }> {
    const parent = await this.#find(parentOf(path));
    if (parent === undefined) return { files: 0, sizeBytes: 0 };
    const target = this.#mustBeInside(join(parent, artifactName(path)), path);
    try {
      return (await lstat(target)).isDirectory() ? await this.#deleteFolder(target) : await deleteFile(target);
    } catch (error) {
      if (isAbsence(error)) return { files: 0, sizeBytes: 0 };
      throw fromFileSystem(error, path);
    }
  }

  async #deleteFolder(real: string): Promise<{ files: number; sizeBytes: number }> {
    const freed = { files: 0, sizeBytes: 0 };
    for (const entry of await readdir(real, { withFileTypes: true })) {
      const target = join(real, entry.name);
      const below = await (entry.isDirectory() ? this.#deleteFolder(target) : deleteFile(target));
      freed.files += below.files;
      freed.sizeBytes += below.sizeBytes;
    }
    await rm(real, { recursive: true });
    return freed;
  }

  /** What an entry of a folder is; undefined for one that vanished, leads outside, or is neither file nor folder. */
  async #describe(folder: string, entry: Dirent): Promise<BlobEntry | undefined> {
    const { name } = entry;
    if (entry.isDirectory()) return { name, isFolder: true };
    const real = entry.isFile() ? join(entry.parentPath, name) : await this.#findLink(joinArtifactPath(folder, name));
    if (real === undefined) return undefined;
    const stats = await stat(real).catch(() => undefined);
    if (stats?.isDirectory()) return { name, isFolder: true };
    return stats?.isFile() ? { name, isFolder: false, sizeBytes: stats.size } : undefined;
  }

  async #findLink(path: string): Promise<string | undefined> {
    return this.#find(path).catch(() => undefined);
  }

  async #entriesOf(real: string): Promise<Dirent[]> {
    try {
      const entries = await readdir(real, { withFileTypes: true });
      return real === this.#root ? entries.filter((entry) => entry.name !== STAGING) : entries;
    } catch (error) {
      if (isAbsence(error)) return [];
      throw error;
    }
  }

  async #openFile(path: string): Promise<{ handle: FileHandle; stats: BigIntStats } | undefined> {
    const real = await this.#find(path);
    if (real === undefined) return undefined;
    const handle = await open(real, READ_FLAGS).catch((error: unknown) => {
      if (isAbsence(error)) return undefined;
      throw fromFileSystem(error, path);
    });
    if (handle === undefined) return undefined;
    const stats = await handle.stat({ bigint: true });
    if (stats.isFile()) return { handle, stats };
    await handle.close();
    return undefined;
  }

  /** Real path of something that exists, undefined when nothing does. @throws invalid when it is outside the root */
  async #find(path: string): Promise<string | undefined> {
    try {
      return this.#mustBeInside(await realpath(join(this.#root, path)), path);
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw fromFileSystem(error, path);
    }
  }

  /** Real path of the folder a file goes to. Made part by part, so that no link is followed out of the root on the way. */
  async #makeParent(path: string): Promise<string> {
    const existing = await this.#find(parentOf(path));
    if (existing !== undefined) return existing;
    let folder = this.#root;
    for (const part of parentOf(path).split('/')) {
      const made = await makeFolder(join(folder, part)).catch((error: unknown) => {
        throw fromFileSystem(error, path);
      });
      if (made) await syncFolder(folder);
      folder = this.#mustBeInside(await realpath(join(folder, part)), path);
    }
    return folder;
  }

  #mustBeInside(real: string, path: string): string {
    const staging = join(this.#root, STAGING);
    const inside = real === this.#root || real.startsWith(this.#root + sep);
    if (inside && real !== staging && !real.startsWith(staging + sep)) return real;
    throw invalid('path', `The artifact path ${show(path)} leads outside the artifact root.`);
  }
}

async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path, { mode: 0o700 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function deleteFile(real: string): Promise<{ files: number; sizeBytes: number }> {
  const { size } = await lstat(real);
  await unlink(real);
  return { files: 1, sizeBytes: size };
}

/** Makes a rename or a new folder survive a power cut. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeStaleUploads(staging: string): Promise<void> {
  const oldest = Date.now() - STAGING_LIFETIME_MS;
  for (const name of await readdir(staging)) {
    const path = join(staging, name);
    if ((await lstat(path)).mtimeMs < oldest) await rm(path, { force: true });
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function etagOf(stats: BigIntStats): string {
  return `"${[stats.ino, stats.mtimeNs, stats.size].map((part) => part.toString(36)).join('-')}"`;
}
