import type { Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import { BridgeError, notFound } from '../../model/errors.ts';
import { fileOfStoredUrl, type StoredFile } from '../../model/stored-file.ts';
import { readArtifactRoots, scanReportedUrls } from '../../store/transfer/read-owners.ts';
import { findArtifact, isLastingRefusal, walkArtifacts } from '../../tracking/artifacts.ts';
import { findStoredFileIfAny } from '../../tracking/stored-files.ts';
import type { FileFacts, Owner } from '../item.ts';
import type { ReadEvents } from '../source.ts';

/** Owners whose folders are looked into at once: with S3 every look is a request. */
const AT_ONCE = 8;
const PIECE = 500;

/** Files below the artifact roots of owners, then those they reported. Only those that are there. */
export async function* listFiles(context: Context, owners: readonly Owner[], events: ReadEvents): AsyncGenerator<FileFacts[]> {
  const roots = [...(await readArtifactRoots(context.db, owners))];
  for (let at = 0; at < roots.length; at += AT_ONCE) {
    const lists = await Promise.all(
      roots.slice(at, at + AT_ONCE).map(([owner, root]) => listBelow(context, owner, root, events)),
    );
    yield* pieces(lists.flat());
  }
  const reporting = owners.filter(({ kind }) => kind !== 'trace');
  if (reporting.length === 0) return;
  for await (const reported of scanReportedUrls(context.db, reporting)) yield* reportedPieces(context, reported);
}

function* pieces(files: readonly FileFacts[]): Generator<FileFacts[]> {
  for (let at = 0; at < files.length; at += PIECE) yield files.slice(at, at + PIECE);
}

async function listBelow(context: Context, owner: Owner, root: string, events: ReadEvents): Promise<FileFacts[]> {
  const files: FileFacts[] = [];
  try {
    for await (const { path, sizeBytes } of walkArtifacts(context, { root, path: '' })) {
      files.push({ owner, place: 'artifacts', path, sizeBytes: BigInt(sizeBytes) });
    }
  } catch (error) {
    if (!(error instanceof BridgeError && isLastingRefusal(error))) throw error;
    events.unreadable({ ...owner, part: 'files', reason: error.message });
  }
  return files;
}

/** Several reports of one owner may name one file. */
async function* reportedPieces(
  context: Context,
  reported: readonly { owner: Owner; url: string }[],
): AsyncGenerator<FileFacts[]> {
  const named = reported.flatMap(({ owner, url }) => {
    const file = fileOfStoredUrl(url);
    return file?.kind === 'upload' ? [{ owner, file }] : [];
  });
  for (let at = 0; at < named.length; at += AT_ONCE) {
    const found = await Promise.all(named.slice(at, at + AT_ONCE).map(({ owner, file }) => measured(context, owner, file)));
    const files = found.filter((file) => file !== undefined);
    if (files.length > 0) yield files;
  }
}

async function measured(
  context: Context,
  owner: Owner,
  file: Extract<StoredFile, { kind: 'upload' }>,
): Promise<FileFacts | undefined> {
  const found = await findStoredFileIfAny(context, file);
  if (!found || !('sizeBytes' in found)) return undefined;
  return { owner, place: 'reported', path: file.path, sizeBytes: BigInt(found.sizeBytes) };
}

/** @throws not_found */
export async function openFile(context: Context, { owner, place, path }: FileFacts): Promise<Readable> {
  if (place === 'reported') {
    const found = await findStoredFileIfAny(context, { kind: 'upload', path });
    if (!found || !('read' in found)) throw notFound('file', path);
    return found.read();
  }
  const root = (await readArtifactRoots(context.db, [owner])).get(owner);
  if (root === undefined) throw notFound(owner.kind, owner.id);
  return (await findArtifact(context, { root, path })).read();
}
