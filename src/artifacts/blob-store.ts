import type { Readable } from 'node:stream';
import { BridgeError, show } from '../model/errors.ts';

/** Nothing is stored at a path. */
export function noArtifact(path: string): BridgeError {
  return new BridgeError('not_found', `No artifact at ${show(path)} exists.`, { resource: `artifact ${path}` });
}

/** One file or folder directly below a listed folder. */
export interface BlobEntry {
  /** Last part of the path. */
  name: string;
  isFolder: boolean;
  /** Bytes of a file; undefined for a folder. */
  sizeBytes?: number;
}

/** What is known of a stored file without reading it. */
export interface BlobStat {
  sizeBytes: number;
  modifiedAt: Date;
  /** Changes when the content changes; quoted as in HTTP. */
  etag: string;
}

/** Bytes `start` to `end`, both included, as in HTTP ranges. */
export interface ByteRange {
  start: number;
  end: number;
}

/** One part of an upload in parts, as the client reports it. */
export interface UploadPart {
  partNumber: number;
  etag: string;
  url?: string;
}

/** Where a client sends one part. `headers` must go with it. */
export interface PartAddress {
  url: string;
  partNumber: number;
  headers: Record<string, string>;
}

/**
 * Files by path, always streamed, memory flat at any size. A path is canonical (see `toArtifactPath` in `src/model`): parts
 * joined by `/`, no leading slash, no `.` or `..`, never empty for a file. Implementations trust the form of the path but not
 * what is on the disk (links leading out of the root are refused).
 */
export interface BlobStore {
  /** Canonical address of the root: an absolute path, or `s3://bucket/prefix`; never ends in a slash. */
  readonly location: string;
  /**
   * Stores a file whole or not at all; an existing one is replaced. When the content fails or the signal is aborted, the
   * store is as it was.
   * @throws invalid when the path cannot be a file here (it is a folder, a part of it is a file, a name is too long)
   */
  write(path: string, content: Readable, signal?: AbortSignal): Promise<{ sizeBytes: number }>;
  /**
   * Bytes of a file. With the etag of an earlier `stat`, only of that very content.
   * @throws not_found
   * @throws unavailable when the content was replaced since
   */
  read(path: string, range?: ByteRange, etag?: string): Promise<Readable>;
  /** @returns undefined when there is no such file (a folder is no file) */
  stat(path: string): Promise<BlobStat | undefined>;
  /** True when this is a folder: something lies below it. The empty path is the root. */
  isFolder(path: string): Promise<boolean>;
  /** Entries directly below a folder, by name in code point order; empty when there is no such folder. */
  list(folder: string): Promise<BlobEntry[]>;
  /** Every file below a folder, each once and one at a time; for backup, gc and export. */
  walk(folder: string): AsyncIterable<{ path: string; sizeBytes: number }>;
  /** Deletes a file, or a folder with all that is below it. Nothing there is fine. @returns files and bytes freed */
  delete(path: string): Promise<{ files: number; sizeBytes: number }>;
  /** Address from which the client fetches the file itself. Undefined when the store cannot. */
  presignDownload?(path: string, expiresSeconds: number): Promise<{ url: string; headers: Record<string, string> }>;
  /** Address to which the client sends the file itself. Undefined when the store cannot. */
  presignUpload?(path: string, expiresSeconds: number): Promise<{ url: string; headers: Record<string, string> }>;
  /** Upload in parts, sent by the client straight to the store. Undefined when the store cannot. */
  multipart?: {
    create(path: string, parts: number): Promise<{ uploadId: string; parts: PartAddress[] }>;
    complete(path: string, uploadId: string, parts: readonly UploadPart[]): Promise<void>;
    abort(path: string, uploadId: string): Promise<void>;
  };
  /**
   * Another store reached with the same settings, for runs whose files were placed outside this one.
   * @throws not_supported for an address this server does not read
   */
  elsewhere?(location: string): BlobStore;
  close?(): Promise<void>;
}
