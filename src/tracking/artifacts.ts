import type { Readable } from 'node:stream';
import type { BlobStat, BlobStore, ByteRange, PartAddress, UploadPart } from '../artifacts/blob-store.ts';
import { noArtifact } from '../artifacts/blob-store.ts';
import { toLocation } from '../artifacts/open-blob-store.ts';
import type { Context } from '../context.ts';
import { artifactName, joinArtifactPath, toArtifactPath } from '../model/artifact-path.ts';
import { BridgeError, type ErrorCode, invalid, show } from '../model/errors.ts';

/** Where an artifact is. */
export interface ArtifactPlace {
  /** Artifact root of a run or model, as it was given out; {@link SERVED_ROOT} for everything this server keeps. */
  root: string;
  /** Canonical path below the root (see `toArtifactPath`); empty for the root itself. */
  path: string;
}

/** A file or folder as a listing shows it. */
export interface ArtifactEntry {
  /** Canonical path below the root that was asked for. */
  path: string;
  isFolder: boolean;
  /** Bytes of a file; undefined for a folder. */
  sizeBytes?: number;
}

/** A file, found but not yet read. */
export interface Artifact extends BlobStat {
  name: string;
  /** The bytes of exactly this content. @throws unavailable when it was replaced since */
  read(range?: ByteRange): Promise<Readable>;
}

/** A file that is made while it is read: its size is not known before. */
export interface MadeFile {
  name: string;
  make(): Promise<Readable>;
}

/** An address at which a client reaches the store itself, and the headers that must go with the request. */
export interface SignedAddress {
  url: string;
  headers: Record<string, string>;
}

/** The artifact root that holds everything this server keeps for its clients. */
export const SERVED_ROOT = 'mlflow-artifacts:/';

const servedAddress = /^mlflow-artifacts:(?:\/\/[^/]*)?/i;

/** True for a root whose files clients send to and fetch from this server, not from a store of its own. */
export function isServed(root: string): boolean {
  return servedAddress.test(root);
}

const lasting: ReadonlySet<string> = new Set<ErrorCode>(['not_supported', 'invalid', 'forbidden', 'not_found']);

/** True when an error says that files can never be reached from here, unlike one of a store that fails at the moment. */
export function isLastingRefusal({ code }: BridgeError): boolean {
  return lasting.has(code);
}

/** What lies directly in a folder, by path in code point order; nothing for a file or when there is no such folder. */
export async function listArtifacts(context: Context, place: ArtifactPlace): Promise<ArtifactEntry[]> {
  const { store, path } = locate(context, place);
  const entries = await store.list(path);
  return entries.map(({ name, isFolder, sizeBytes }) => ({ path: joinArtifactPath(place.path, name), isFolder, sizeBytes }));
}

/** Finds a file. @throws not_found, invalid when it is a folder */
export async function findArtifact(context: Context, place: ArtifactPlace): Promise<Artifact> {
  const { store, path } = locate(context, place);
  const stat = await store.stat(path);
  if (stat) return { ...stat, name: artifactName(path), read: (range) => store.read(path, range, stat.etag) };
  if (await store.isFolder(path)) throw invalid('path', `The artifact path ${show(place.path)} is a folder, not a file.`);
  throw noArtifact(place.path);
}

/** Finds a file that need not be there. @returns undefined when nothing is @throws invalid when it is a folder */
export async function findArtifactIfAny(context: Context, place: ArtifactPlace): Promise<Artifact | undefined> {
  try {
    return await findArtifact(context, place);
  } catch (error) {
    if (error instanceof BridgeError && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** True for a file, false for a folder and for nothing. */
export async function isArtifactFile(context: Context, place: ArtifactPlace): Promise<boolean> {
  const { store, path } = locate(context, place);
  return (await store.stat(path)) !== undefined;
}

/** Stores a file whole or not at all; one that is there is replaced. */
export async function writeArtifact(context: Context, place: ArtifactPlace, content: Readable): Promise<void> {
  const { store, path } = locate(context, place);
  await store.write(path, content, context.signal);
}

/** Files and their bytes. */
export interface Amount {
  files: number;
  sizeBytes: number;
}

/** Deletes a file, or a folder with all that is in it; nothing there is fine. @returns what was freed */
export async function deleteArtifact(context: Context, place: ArtifactPlace): Promise<Amount> {
  const { store, path } = locate(context, place);
  if (store === context.blobs && path === '') throw invalid('path', 'Everything this server keeps cannot be deleted at once.');
  return store.delete(path);
}

/** Every file below a folder, one at a time. */
export async function* walkArtifacts(
  context: Context,
  place: ArtifactPlace,
): AsyncGenerator<{ path: string; sizeBytes: number }> {
  const { store, path } = locate(context, place);
  for await (const file of store.walk(path)) {
    yield { path: path === '' ? file.path : file.path.slice(path.length + 1), sizeBytes: file.sizeBytes };
  }
}

/** Where a root lies below everything this server keeps; undefined for one that lies elsewhere. */
export function servedPathOf(context: Context, root: string): string | undefined {
  if (!isServed(root)) return undefined;
  return locate(context, { root, path: '' }).path;
}

/** How much lies below a folder. */
export async function measureArtifacts(context: Context, place: ArtifactPlace): Promise<Amount> {
  const amount: Amount = { files: 0, sizeBytes: 0 };
  for await (const { sizeBytes } of walkArtifacts(context, place)) {
    amount.files += 1;
    amount.sizeBytes += sizeBytes;
  }
  return amount;
}

/** True when uploads in parts are possible for what this server keeps. */
export function takesParts({ blobs }: Context): boolean {
  return blobs.multipart !== undefined;
}

/** Begins an upload whose parts the client sends to the store itself. @param parts 1 to 10,000 @throws not_supported */
export async function startPartedUpload(
  context: Context,
  place: ArtifactPlace,
  parts: number,
): Promise<{ uploadId: string; parts: PartAddress[] }> {
  const { store, path } = locate(context, place);
  const multipart = partsOf(store);
  if (!(parts >= 1 && parts <= 10_000)) throw invalid('num_parts', `num_parts must be 1 to 10000, not ${parts}.`);
  return multipart.create(path, parts);
}

/** Makes the parts one file. @throws not_supported, not_found for the upload, invalid for a part that is not there */
export async function completePartedUpload(
  context: Context,
  place: ArtifactPlace,
  uploadId: string,
  parts: readonly UploadPart[],
): Promise<void> {
  const { store, path } = locate(context, place);
  await partsOf(store).complete(path, uploadId, parts);
}

/** Forgets the parts sent so far. @throws not_supported, not_found for the upload */
export async function abortPartedUpload(context: Context, place: ArtifactPlace, uploadId: string): Promise<void> {
  const { store, path } = locate(context, place);
  await partsOf(store).abort(path, uploadId);
}

/** An address from which a client fetches a file itself. @throws not_supported, not_found */
export async function signDownload(
  context: Context,
  place: ArtifactPlace,
  expiresSeconds: number,
): Promise<SignedAddress & { sizeBytes: number }> {
  const { store, path } = locate(context, place);
  if (!store.presignDownload) throw notByStore('signed addresses for downloads');
  const stat = await store.stat(path);
  if (!stat) throw noArtifact(place.path);
  return { ...(await store.presignDownload(path, expiresSeconds)), sizeBytes: stat.sizeBytes };
}

/** An address to which a client sends a file itself. @throws not_supported */
export async function signUpload(context: Context, place: ArtifactPlace, expiresSeconds: number): Promise<SignedAddress> {
  const { store, path } = locate(context, place);
  if (!store.presignUpload) throw notByStore('signed addresses for uploads');
  return store.presignUpload(path, expiresSeconds);
}

function partsOf(store: BlobStore): NonNullable<BlobStore['multipart']> {
  if (!store.multipart) throw notByStore('uploads in parts');
  return store.multipart;
}

function notByStore(what: string): BridgeError {
  return new BridgeError('not_supported', `The artifact store of this server has no ${what}.`);
}

/**
 * The store and the path in it. A root comes from a client, who chose where a project's files go: on this server's disk it
 * reaches only what is below the configured destination.
 */
function locate({ blobs }: Context, { root, path }: ArtifactPlace): { store: BlobStore; path: string } {
  if (isServed(root)) {
    const folder = toArtifactPath(root.replace(servedAddress, '').replace(/^\/+/, ''));
    return { store: blobs, path: joinArtifactPath(folder, path) };
  }
  const location = toLocation(root);
  if (location === blobs.location) return { store: blobs, path };
  if (location?.startsWith(`${blobs.location}/`)) {
    const folder = toArtifactPath(location.slice(blobs.location.length + 1));
    return { store: blobs, path: joinArtifactPath(folder, path) };
  }
  if (location?.startsWith('/')) {
    throw invalid('artifact_uri', `The artifact root ${show(root)} is outside the folder this server keeps artifacts in.`);
  }
  if (!blobs.elsewhere) throw notByStore(`access to ${show(root)}`);
  return { store: blobs.elsewhere(root), path };
}
