import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { artifactName, joinArtifactPath } from '../model/artifact-path.ts';
import { byCodePoint } from '../model/by-code-point.ts';
import { BridgeError } from '../model/errors.ts';
import type { BlobEntry, BlobStat, BlobStore, ByteRange, UploadPart } from './blob-store.ts';
import { attachmentDisposition } from './content-disposition.ts';
import { Pacer, paced } from './flat-memory.ts';
import type { LazyS3, S3Access } from './s3-client.ts';
import { fromS3, isNoSuchKey } from './s3-errors.ts';

/**
 * Bytes sent per request of an upload through the server, one request at a time: what the SDK holds for it is what an upload
 * costs in memory. A file of up to 48 GiB fits in S3's 10,000 parts; larger ones go in parts straight to the store.
 */
const PART_BYTES = 5 * 1024 * 1024;

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** How long the addresses of the parts of an upload are valid. */
const PART_SECONDS = 60 * 60;

/** Canonical address of the objects below a prefix of a bucket. */
export function s3Location(bucket: string, prefix: string): string {
  return `s3://${joinArtifactPath(bucket, prefix)}`;
}

/** Objects below a prefix of a bucket. */
export class S3Store implements BlobStore {
  readonly location: string;
  readonly #s3: LazyS3;
  readonly #bucket: string;
  readonly #prefix: string;

  /** @param prefix canonical path, empty for the whole bucket */
  constructor(s3: LazyS3, bucket: string, prefix: string) {
    this.location = s3Location(bucket, prefix);
    this.#s3 = s3;
    this.#bucket = bucket;
    this.#prefix = prefix;
  }

  async write(path: string, content: Readable, signal?: AbortSignal): Promise<{ sizeBytes: number }> {
    const { client } = await this.#s3.open();
    const { Upload } = await import('@aws-sdk/lib-storage');
    const body = new Pacer();
    const upload = new Upload({
      client,
      params: { ...this.#object(path), Body: body },
      partSize: PART_BYTES,
      queueSize: 1,
      leavePartsOnError: false,
    });
    let refusal: unknown;
    const sent = upload.done().catch((error: Error) => {
      if (body.errored) return;
      refusal = error;
      body.destroy(error);
    });
    // both are waited for: after a failed read the parts already sent are still to be removed
    const [reading] = await Promise.allSettled([pipeline(content, body, { signal }), sent]);
    if (refusal !== undefined) throw fromS3(refusal, path);
    if (reading.status === 'rejected') throw reading.reason;
    return { sizeBytes: body.sizeBytes };
  }

  async read(path: string, range?: ByteRange, etag?: string): Promise<Readable> {
    return this.#call(path, async ({ client, sdk }) => {
      const part = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await client.send(new sdk.GetObjectCommand({ ...this.#object(path), Range: part, IfMatch: etag }));
      return Body instanceof Readable ? paced(Body) : Readable.from([]);
    });
  }

  async stat(path: string): Promise<BlobStat | undefined> {
    return this.#call(path, async ({ client, sdk }) => {
      try {
        const head = await client.send(new sdk.HeadObjectCommand(this.#object(path)));
        return { sizeBytes: head.ContentLength ?? 0, modifiedAt: head.LastModified ?? new Date(0), etag: head.ETag ?? '""' };
      } catch (error) {
        if (isNoSuchKey(error)) return undefined;
        throw error;
      }
    });
  }

  async isFolder(path: string): Promise<boolean> {
    return this.#call(path, async ({ client, sdk }) => {
      const query = { Bucket: this.#bucket, Prefix: this.#folderKey(path), MaxKeys: 1 };
      return ((await client.send(new sdk.ListObjectsV2Command(query))).KeyCount ?? 0) > 0;
    });
  }

  async list(folder: string): Promise<BlobEntry[]> {
    const prefix = this.#folderKey(folder);
    return this.#call(folder, async ({ client, sdk }) => {
      const entries: BlobEntry[] = [];
      const query = { Bucket: this.#bucket, Prefix: prefix, Delimiter: '/' };
      for await (const page of sdk.paginateListObjectsV2({ client }, query)) {
        for (const { Prefix = '' } of page.CommonPrefixes ?? []) {
          entries.push({ name: Prefix.slice(prefix.length, -1), isFolder: true });
        }
        for (const { Key = '', Size = 0 } of page.Contents ?? []) {
          if (Key !== prefix) entries.push({ name: Key.slice(prefix.length), isFolder: false, sizeBytes: Size });
        }
      }
      return entries.sort((a, b) => byCodePoint(a.name, b.name));
    });
  }

  async *walk(folder: string): AsyncIterable<{ path: string; sizeBytes: number }> {
    const start = this.#folderKey('').length;
    for await (const page of this.#pages(this.#folderKey(folder))) {
      for (const { key, sizeBytes } of page) if (!key.endsWith('/')) yield { path: key.slice(start), sizeBytes };
    }
  }

  async delete(path: string): Promise<{ files: number; sizeBytes: number }> {
    const freed = { files: 0, sizeBytes: 0 };
    const file = await this.stat(path);
    if (file) await this.#deleteKeys(path, [{ key: this.#key(path), sizeBytes: file.sizeBytes }], freed);
    for await (const page of this.#pages(this.#folderKey(path))) await this.#deleteKeys(path, page, freed);
    return freed;
  }

  async presignDownload(path: string, expiresSeconds: number): Promise<{ url: string; headers: Record<string, string> }> {
    const ResponseContentDisposition = attachmentDisposition(artifactName(path));
    return this.#call(path, async ({ client, sdk }) => {
      const command = new sdk.GetObjectCommand({ ...this.#object(path), ResponseContentDisposition });
      const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
      return { url: await getSignedUrl(client, command, { expiresIn: expiresSeconds }), headers: {} };
    });
  }

  async presignUpload(path: string, expiresSeconds: number): Promise<{ url: string; headers: Record<string, string> }> {
    return this.#call(path, async ({ client, sdk }) => {
      const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
      const command = new sdk.PutObjectCommand(this.#object(path));
      // else every address signed prints a warning that the body, which is somebody else's, has no length
      command.middlewareStack.add((next, context) => Object.assign(context, { logger: silent }) && next, { step: 'initialize' });
      return { url: await getSignedUrl(client, command, { expiresIn: expiresSeconds }), headers: {} };
    });
  }

  readonly multipart = {
    create: (path: string, parts: number) =>
      this.#call(path, async ({ client, sdk }) => {
        const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
        const { UploadId = '' } = await client.send(new sdk.CreateMultipartUploadCommand(this.#object(path)));
        const addresses = Array.from({ length: parts }, async (_, index) => {
          const command = new sdk.UploadPartCommand({ ...this.#object(path), UploadId, PartNumber: index + 1 });
          const url = await getSignedUrl(client, command, { expiresIn: PART_SECONDS });
          return { url, partNumber: index + 1, headers: {} };
        });
        return { uploadId: UploadId, parts: await Promise.all(addresses) };
      }),
    complete: (path: string, uploadId: string, parts: readonly UploadPart[]) =>
      this.#call(path, async ({ client, sdk }) => {
        const Parts = parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag }));
        const whole = { ...this.#object(path), UploadId: uploadId, MultipartUpload: { Parts } };
        await client.send(new sdk.CompleteMultipartUploadCommand(whole));
      }),
    abort: (path: string, uploadId: string) =>
      this.#call(path, async ({ client, sdk }) => {
        await client.send(new sdk.AbortMultipartUploadCommand({ ...this.#object(path), UploadId: uploadId }));
      }),
  };

  close(): Promise<void> {
    return this.#s3.close();
  }

  async #deleteKeys(path: string, objects: readonly StoredObject[], freed: { files: number; sizeBytes: number }): Promise<void> {
    await this.#call(path, async ({ client, sdk }) => {
      const Delete = { Objects: objects.map(({ key }) => ({ Key: key })), Quiet: true };
      const { Errors = [] } = await client.send(new sdk.DeleteObjectsCommand({ Bucket: this.#bucket, Delete }));
      if (Errors.length > 0)
        throw new BridgeError('unavailable', 'The object store did not delete every file.', { cause: Errors });
    });
    freed.files += objects.length;
    freed.sizeBytes += objects.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  }

  /** Every object whose key begins with a prefix, a page of at most 1000 at a time. */
  async *#pages(prefix: string): AsyncIterable<StoredObject[]> {
    const { client, sdk } = await this.#s3.open();
    try {
      for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket: this.#bucket, Prefix: prefix })) {
        const objects = (page.Contents ?? []).map(({ Key = '', Size = 0 }) => ({ key: Key, sizeBytes: Size }));
        if (objects.length > 0) yield objects;
      }
    } catch (error) {
      throw fromS3(error, prefix);
    }
  }

  async #call<T>(path: string, work: (access: S3Access) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#s3.open());
    } catch (error) {
      throw fromS3(error, path);
    }
  }

  #object(path: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: this.#key(path) };
  }

  #key(path: string): string {
    return joinArtifactPath(this.#prefix, path);
  }

  /** What every key below a folder begins with; empty for the root of a bucket. */
  #folderKey(folder: string): string {
    const key = this.#key(folder);
    return key === '' ? '' : `${key}/`;
  }
}

interface StoredObject {
  key: string;
  sizeBytes: number;
}
