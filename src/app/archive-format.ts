import { toArtifactPath } from '../model/artifact-path.ts';
import { BridgeError, show } from '../model/errors.ts';
import type { SequenceState } from '../store/snapshot.ts';

/*
 * A backup is a plain tar, in this order:
 *   trackbridge-backup.json        what it is and of which schema
 *   database/<table>/000000.copy   rows as COPY writes them, in pieces of a few MiB
 *   artifacts/<path>               the files themselves
 *   manifest/000000.jsonl          name, size and hash of the files since the one before, wherever there are enough
 *   trackbridge-end.json           how much there is in all; without it the backup is not whole
 * Nobody, writing or reading, ever holds more than one piece and one manifest.
 */

/** The first file. */
export interface ArchiveHead {
  format: 1;
  trackbridge: string;
  createdAt: string;
  migrations: readonly string[];
}

/** The last file. */
export interface ArchiveEnd {
  files: number;
  sizeBytes: number;
  sequences: readonly SequenceState[];
}

/** One line of a manifest. */
export interface FileFacts {
  name: string;
  sizeBytes: number;
  sha256: string;
}

export const HEAD_NAME = 'trackbridge-backup.json';
export const END_NAME = 'trackbridge-end.json';
/** Files per manifest. */
export const MANIFEST_FILES = 10_000;
/** Largest file that is read as a whole: manifests, head and end. */
export const SMALL_BYTES = 64 * 2 ** 20;

/** What a name in an archive stands for. */
export type EntryPlace =
  | { kind: 'head' | 'end' | 'manifest' }
  | { kind: 'rows'; table: string }
  | { kind: 'artifact'; path: string };

/**
 * Reads a name of an archive. Only names that this program writes are accepted, so none leads anywhere else.
 * @throws invalid
 */
export function toEntryPlace(name: string): EntryPlace {
  if (name === HEAD_NAME) return { kind: 'head' };
  if (name === END_NAME) return { kind: 'end' };
  if (/^manifest\/\d{6,}\.jsonl$/.test(name)) return { kind: 'manifest' };
  const table = /^database\/([a-z_0-9]+)\/\d{6,}\.copy$/.exec(name)?.[1];
  if (table !== undefined) return { kind: 'rows', table };
  const path = /^artifacts\/(.+)$/s.exec(name)?.[1];
  if (path !== undefined && isCanonical(path)) return { kind: 'artifact', path };
  throw broken(`it holds a file named ${show(name)}`);
}

function isCanonical(path: string): boolean {
  try {
    return toArtifactPath(path) === path;
  } catch {
    return false;
  }
}

/** An archive that is not as this program writes them. */
export function broken(what: string, cause?: unknown): BridgeError {
  return new BridgeError('invalid', `The file is no whole backup: ${what}. Nothing was changed.`, { cause });
}
