import { constants, type Dirent } from 'node:fs';
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { joinArtifactPath } from '../model/artifact-path.ts';
import { byCodePoint } from '../model/by-code-point.ts';
import { BridgeError, show } from '../model/errors.ts';
import { noArtifact } from './blob-store.ts';
import { fromFileSystem, isAbsence } from './file-system-errors.ts';
import { paced } from './flat-memory.ts';

/** What lies directly below a folder. */
export interface FolderEntry {
  name: string;
  /** `refused`: a link to a folder or out of the root, or no file at all. */
  kind: 'file' | 'folder' | 'refused';
}

/** Deepest folder that is looked into. */
const MAX_DEPTH = 100;
const CHUNK_BYTES = 256 * 1024;
/** Refuses links that appear after the look, and never waits for the other end of a named pipe. */
const READ_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** A folder of somebody else, for reading: nothing is written to it, and no link leads out of it. */
export class FolderReader {
  /** Without links. */
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /** @returns undefined when there is no such folder */
  static async open(path: string): Promise<FolderReader | undefined> {
    try {
      const root = await realpath(path);
      return (await stat(root)).isDirectory() ? new FolderReader(root) : undefined;
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw fromFileSystem(error, path);
    }
  }

  async isFolder(path: string): Promise<boolean> {
    const real = await this.#find(path).catch(() => undefined);
    return real !== undefined && (await stat(real)).isDirectory();
  }

  async isFile(path: string): Promise<boolean> {
    const real = await this.#find(path).catch(() => undefined);
    return real !== undefined && (await stat(real)).isFile();
  }

  /** By name in code point order; none when there is no such folder. */
  async entries(folder: string): Promise<FolderEntry[]> {
    const real = await this.#find(folder);
    if (real === undefined) return [];
    try {
      const found = await readdir(real, { withFileTypes: true });
      const entries = await Promise.all(found.map((entry) => this.#describe(folder, entry)));
      return entries.sort((a, b) => byCodePoint(a.name, b.name));
    } catch (error) {
      if (isAbsence(error)) return [];
      throw fromFileSystem(error, folder);
    }
  }

  /** Every file below a folder. @param refuse told the path of what is not read */
  async *walk(folder: string, refuse: (path: string) => void): AsyncGenerator<{ path: string; sizeBytes: number }> {
    if (folder.split('/').length > MAX_DEPTH) return refuse(folder);
    for (const { name, kind } of await this.entries(folder)) {
      const path = joinArtifactPath(folder, name);
      if (kind === 'refused') refuse(path);
      else if (kind === 'folder') yield* this.walk(path, refuse);
      else yield { path, sizeBytes: (await stat(join(this.root, path))).size };
    }
  }

  /** @throws not_found, invalid for what lies outside */
  async read(path: string): Promise<Readable> {
    const handle = await this.#openFile(path);
    if (!handle) throw noArtifact(path);
    // a file without a byte has no last one to read to
    return paced(handle.createReadStream({ highWaterMark: CHUNK_BYTES }));
  }

  /** @returns undefined when there is no such file. @throws too_large, invalid for what lies outside */
  async readText(path: string, maxBytes: number): Promise<string | undefined> {
    const handle = await this.#openFile(path);
    if (!handle) return undefined;
    try {
      const { size } = await handle.stat();
      if (size > maxBytes) {
        throw new BridgeError('too_large', `The file ${show(path)} has ${size} bytes; ${maxBytes} are read at most.`);
      }
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  }

  async #openFile(path: string): Promise<FileHandle | undefined> {
    const real = await this.#find(path);
    if (real === undefined) return undefined;
    const handle = await open(real, READ_FLAGS).catch((error: unknown) => {
      if (isAbsence(error)) return undefined;
      throw fromFileSystem(error, path);
    });
    if (handle === undefined || (await handle.stat()).isFile()) return handle;
    await handle.close();
    return undefined;
  }

  async #describe(folder: string, entry: Dirent): Promise<FolderEntry> {
    const { name } = entry;
    if (entry.isDirectory()) return { name, kind: 'folder' };
    if (entry.isFile()) return { name, kind: 'file' };
    const real = await this.#find(joinArtifactPath(folder, name)).catch(() => undefined);
    const isFile = real !== undefined && (await stat(real)).isFile();
    return { name, kind: isFile && entry.isSymbolicLink() ? 'file' : 'refused' };
  }

  /** Real path of something that exists. @throws invalid when it is outside of the root */
  async #find(path: string): Promise<string | undefined> {
    try {
      const real = await realpath(join(this.root, path));
      if (real === this.root || real.startsWith(this.root + sep)) return real;
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw fromFileSystem(error, path);
    }
    throw new BridgeError('invalid', `The path ${show(path)} leads outside of the folder.`, { field: 'path' });
  }
}
