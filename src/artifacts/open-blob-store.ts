import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toArtifactPath } from '../model/artifact-path.ts';
import { BridgeError, invalid, show } from '../model/errors.ts';
import type { BlobStore } from './blob-store.ts';
import { openLocalStore } from './local-store.ts';
import { LazyS3, type S3Settings } from './s3-client.ts';
import { S3Store, s3Location } from './s3-store.ts';

/**
 * Opens the store behind `--artifacts-destination`: a folder (a path or `file:` address; made when absent) or
 * `s3://bucket/prefix`. Its `elsewhere` opens other buckets with the same settings.
 * @throws invalid for any other address
 */
export async function openBlobStore(destination: string, s3: S3Settings = {}): Promise<BlobStore> {
  const access = new LazyS3(s3);
  const store = await openDestination(destination, access);
  return Object.assign(store, { elsewhere: (location: string) => openElsewhere(location, access) });
}

/**
 * An address as `BlobStore.location` writes it; undefined for one that no store of ours can read.
 * @throws invalid for a malformed one
 */
export function toLocation(address: string): string | undefined {
  const s3 = parseS3(address);
  return s3 ? s3Location(s3.bucket, s3.prefix) : toFolder(address);
}

async function openDestination(destination: string, access: LazyS3): Promise<BlobStore> {
  const s3 = parseS3(destination);
  if (s3) return new S3Store(access, s3.bucket, s3.prefix);
  const folder = toFolder(destination);
  if (folder !== undefined) return openLocalStore(folder);
  throw invalid(
    'artifacts_destination',
    `The artifact destination ${show(destination)} is neither a folder nor s3://bucket/prefix.`,
  );
}

function openElsewhere(location: string, access: LazyS3): BlobStore {
  const s3 = parseS3(location);
  if (s3) return new S3Store(access, s3.bucket, s3.prefix);
  throw new BridgeError('not_supported', `This server does not read artifacts at ${show(location)}.`);
}

/** @throws invalid when the prefix is no canonical path */
function parseS3(address: string): { bucket: string; prefix: string } | undefined {
  const match = /^s3:\/\/([a-z\d][a-z\d._-]*)(?:\/(.*))?$/i.exec(address);
  return match?.[1] === undefined ? undefined : { bucket: match[1], prefix: toArtifactPath(match[2] ?? '') };
}

function toFolder(address: string): string | undefined {
  if (isAbsolute(address) || !/^[a-z][a-z\d+.-]*:/i.test(address)) return resolve(address);
  if (!/^file:/i.test(address)) return undefined;
  try {
    return fileURLToPath(address);
  } catch (error) {
    throw invalid('artifact_location', `The address ${show(address)} is no address of a local folder.`, error);
  }
}
