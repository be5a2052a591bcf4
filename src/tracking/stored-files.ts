import type { Readable } from 'node:stream';
import { noArtifact } from '../artifacts/blob-store.ts';
import type { Context } from '../context.ts';
import { artifactName, joinArtifactPath, toFilePath } from '../model/artifact-path.ts';
import { invalid, show } from '../model/errors.ts';
import { MODELS_FOLDER, RUNS_FOLDER, type StoredFile } from '../model/stored-file.ts';
import type { Artifact } from './artifacts.ts';

/** Folder of the blob store below which uploaded files lie. */
const UPLOADS = 'files';

/**
 * Stores an upload whole or not at all; a file that is there is replaced.
 * @param rawPath as the client names it
 * @returns the canonical path
 * @throws invalid for a path that leads out, or to where the files of runs and models stand
 */
export async function storeFile(context: Context, rawPath: string, content: Readable): Promise<string> {
  const path = toUploadPath(rawPath);
  await context.blobs.write(inStore(path), content, context.signal);
  return path;
}

/** Finds what an address names. @throws not_found, also for a folder */
export async function findStoredFile(context: Context, file: StoredFile): Promise<Artifact> {
  if (file.kind === 'upload') return findUpload(context, file.path);
  throw noArtifact(file.kind);
}

/** Finds an uploaded file. @param path canonical @throws not_found, also for a folder */
async function findUpload({ blobs }: Context, path: string): Promise<Artifact> {
  const stat = await blobs.stat(inStore(path));
  if (!stat) throw noArtifact(path);
  return { ...stat, name: artifactName(path), read: (range) => blobs.read(inStore(path), range, stat.etag) };
}

/** Deletes an uploaded file. @returns its canonical path @throws not_found, also for a folder; invalid */
export async function deleteFile(context: Context, rawPath: string): Promise<string> {
  const path = toUploadPath(rawPath);
  await findUpload(context, path);
  await context.blobs.delete(inStore(path));
  return path;
}

/** Deletes an uploaded file, or a folder with all that is in it. @returns its canonical path @throws not_found, invalid */
export async function deleteFileOrFolder(context: Context, rawPath: string): Promise<string> {
  const path = toUploadPath(rawPath);
  const { files } = await context.blobs.delete(inStore(path));
  if (files === 0) throw noArtifact(path);
  return path;
}

function inStore(path: string): string {
  return joinArtifactPath(UPLOADS, path);
}

function toUploadPath(raw: string): string {
  const path = toFilePath(raw);
  const [first] = path.split('/', 1);
  if (first === RUNS_FOLDER || first === MODELS_FOLDER) {
    throw invalid('path', `Below ${first} stand the files of runs and models; ${show(raw)} cannot be changed through here.`);
  }
  return path;
}
