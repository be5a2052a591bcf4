import type { Readable } from 'node:stream';
import { noArtifact } from '../artifacts/blob-store.ts';
import type { Context } from '../context.ts';
import { artifactName, joinArtifactPath, toFilePath } from '../model/artifact-path.ts';
import { BridgeError, invalid, show } from '../model/errors.ts';
import {
  fileOfStoredUrl,
  MODELS_FOLDER,
  pathOfStoredFile,
  RUNS_FOLDER,
  STORED_FILE,
  type StoredFile,
  toStoredFile,
} from '../model/stored-file.ts';
import { findModel } from '../registry/models.ts';
import { referredAddresses } from '../store/file-references.ts';
import { type Amount, type Artifact, isLastingRefusal, type MadeFile } from './artifacts.ts';
import { archiveModel } from './model-archive.ts';
import { findRunFile } from './run-files.ts';

/** Folder of the blob store below which uploaded files lie. */
const UPLOADS = 'files';

/**
 * Stores an upload whole or not at all; a file that is there is replaced.
 * @param rawPath as the client names it
 * @returns the canonical path
 * @throws forbidden when it belongs to what the actor may not change, invalid for a path that leads out, or to where the files of runs and models stand
 */
export async function storeFile(context: Context, rawPath: string, content: Readable): Promise<string> {
  const path = toUploadPath(rawPath);
  await context.guard.demand([{ kind: 'file', ids: [path], need: 'edit' }]);
  await context.blobs.write(inStore(path), content, context.signal);
  return path;
}

/** Finds what an address names. @throws not_found, also for a folder of uploads */
export async function findStoredFile(context: Context, file: StoredFile): Promise<Artifact | MadeFile> {
  if (file.kind === 'upload') return findUpload(context, file.path);
  if (file.kind === 'run') return findRunFile(context, file.runId, file.path);
  return archiveModel(context, await findModel(context, file.modelId));
}

/**
 * Finds what an address in the record names. It need not be there, nor be for the actor to read: whoever wrote the address may have
 * named anything.
 */
export async function findStoredFileIfAny(context: Context, file: StoredFile): Promise<Artifact | MadeFile | undefined> {
  const path = pathOfStoredFile(file);
  if (!(await context.guard.permitted({ kind: 'file', ids: [path], need: 'read' })).has(path)) return undefined;
  try {
    return await findStoredFile(context, file);
  } catch (error) {
    if (error instanceof BridgeError && (error.code === 'not_found' || error.code === 'invalid')) return undefined;
    throw error;
  }
}

/** Finds an uploaded file. @param path canonical @throws not_found, also for a folder */
async function findUpload({ blobs }: Context, path: string): Promise<Artifact> {
  const stat = await blobs.stat(inStore(path));
  if (!stat) throw noArtifact(path);
  return { ...stat, name: artifactName(path), read: (range) => blobs.read(inStore(path), range, stat.etag) };
}

/**
 * Deletes an uploaded file. One that is gone already counts as deleted, a file of a run too: the ClearML SDK deletes the files
 * of a task after the task went, and with it its files, and takes a refusal for a failure.
 * @returns its canonical path
 * @throws not_found for a folder; invalid, also for a file of a run or model that is there
 */
export async function deleteFile(context: Context, rawPath: string): Promise<string> {
  const file = toStoredFile(rawPath);
  if (file.kind !== 'upload' && (await isGone(context, file))) return toFilePath(rawPath);
  const path = toUploadPath(rawPath);
  if (await context.blobs.isFolder(inStore(path))) throw noArtifact(path);
  await context.blobs.delete(inStore(path));
  return path;
}

async function isGone(context: Context, file: StoredFile): Promise<boolean> {
  try {
    await findStoredFile(context, file);
    return false;
  } catch (error) {
    if (error instanceof BridgeError && error.code === 'not_found') return true;
    throw error;
  }
}

/** Deletes an uploaded file, or a folder with all that is in it. @returns its canonical path @throws not_found, invalid */
export async function deleteFileOrFolder(context: Context, rawPath: string): Promise<string> {
  const path = toUploadPath(rawPath);
  const { files } = await context.blobs.delete(inStore(path));
  if (files === 0) throw noArtifact(path);
  return path;
}

/** Addresses looked up and files deleted at once. */
const CHUNK = 500;

/**
 * Deletes uploads that were reported under these addresses, as far as nothing in the record refers to them any more. Other
 * addresses are left alone, and so is a file that can never be deleted; the log says which.
 * @returns what was freed
 * @throws unavailable when the store fails at the moment
 */
export async function deleteStoredFiles(context: Context, urls: readonly string[]): Promise<Amount> {
  const freed: Amount = { files: 0, sizeBytes: 0 };
  const own = await deletable(context, [...new Set(urls)]);
  for (let start = 0; start < own.length; start += CHUNK) {
    const chunk = own.slice(start, start + CHUNK);
    const referred = await referredAddresses(context.db, chunk.flatMap(spellingsOf));
    for (const url of chunk.filter((one) => !spellingsOf(one).some((spelling) => referred.has(spelling)))) {
      const { files, sizeBytes } = await deleteUnreferred(context, url);
      freed.files += files;
      freed.sizeBytes += sizeBytes;
    }
  }
  return freed;
}

/** Uploads that are not of somebody else: a client can report any address as its own. */
async function deletable(context: Context, urls: readonly string[]): Promise<string[]> {
  const uploads = urls.flatMap((url) => {
    const file = fileOfStoredUrl(url);
    return file?.kind === 'upload' ? [{ url, path: file.path }] : [];
  });
  const permitted = await context.guard.permitted({ kind: 'file', ids: uploads.map(({ path }) => path), need: 'edit' }, true);
  return uploads.filter(({ path }) => permitted.has(path)).map(({ url }) => url);
}

async function deleteUnreferred(context: Context, url: string): Promise<Amount> {
  const file = fileOfStoredUrl(url);
  try {
    // never a folder, whatever a client reported as its file
    if (file?.kind === 'upload' && (await context.blobs.stat(inStore(file.path)))) {
      return await context.blobs.delete(inStore(file.path));
    }
  } catch (error) {
    if (!(error instanceof BridgeError && isLastingRefusal(error))) throw error;
    context.log.warn({ err: error, url }, 'a file of a deleted run was left where it is');
  }
  return { files: 0, sizeBytes: 0 };
}

/** An address as it is and as other clients write it: quoted by the rules of either language, or not at all. */
function spellingsOf(url: string): string[] {
  const path = decodeURIComponent(url.slice(STORED_FILE.length));
  const quoted = path.split('/').map(encodeURIComponent).join('/');
  const python = quoted.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return [...new Set([url, STORED_FILE + path, STORED_FILE + quoted, STORED_FILE + python])];
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
