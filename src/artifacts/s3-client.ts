import type { S3Client } from '@aws-sdk/client-s3';

/** How the object store is reached; credentials come from where every AWS tool finds them. */
export interface S3Settings {
  /** Address of a store other than AWS, for instance `http://127.0.0.1:9000`. */
  endpoint?: string;
  /** Default: `AWS_REGION` and the files of the AWS command line; `us-east-1` with an endpoint. */
  region?: string;
}

/** The SDK and one client for all buckets. */
export interface S3Access {
  client: S3Client;
  sdk: typeof import('@aws-sdk/client-s3');
}

/**
 * The S3 client, made at the first use: the SDK is not even loaded by a server that keeps its files elsewhere. Checksums of the
 * newer kind are left out where S3 does not ask for them, because other stores refuse them and addresses signed with them
 * could be used by the SDK only.
 */
export class LazyS3 {
  readonly #settings: S3Settings;
  #access: Promise<S3Access> | undefined;

  constructor(settings: S3Settings) {
    this.#settings = settings;
  }

  open(): Promise<S3Access> {
    this.#access ??= openS3(this.#settings);
    return this.#access;
  }

  async close(): Promise<void> {
    (await this.#access)?.client.destroy();
  }
}

async function openS3({ endpoint, region }: S3Settings): Promise<S3Access> {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true, region: 'us-east-1' }),
    ...(region !== undefined && { region }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { client, sdk };
}
