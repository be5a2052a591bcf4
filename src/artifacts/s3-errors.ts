import { BridgeError, invalid, show } from '../model/errors.ts';
import { noArtifact } from './blob-store.ts';

/** The object store's name of an error and its HTTP status; `undefined` for anything that is not its answer. */
function answerOf(error: unknown): { name: string; status: number | undefined } | undefined {
  if (!(error instanceof Error)) return undefined;
  const metadata = '$metadata' in error ? (error.$metadata as { httpStatusCode?: number }) : undefined;
  return { name: error.name, status: metadata?.httpStatusCode };
}

/** True when the store says that there is no such file. */
export function isNoSuchKey(error: unknown): boolean {
  return ['NoSuchKey', 'NotFound'].includes(answerOf(error)?.name ?? '');
}

/** What an error of the object store means for the caller. Nothing the store says is shown; it is logged as the cause. */
export function fromS3(error: unknown, path: string): unknown {
  const answer = answerOf(error);
  if (answer === undefined || error instanceof BridgeError) return error;
  if (isNoSuchKey(error)) return noArtifact(path);
  switch (answer.name) {
    case 'AbortError':
      return error;
    case 'NoSuchBucket':
      return new BridgeError('not_found', 'The bucket of this artifact root does not exist.', { cause: error });
    case 'NoSuchUpload':
      return new BridgeError('not_found', `No upload in parts with this upload_id is open for ${show(path)}.`, { cause: error });
    case 'PreconditionFailed':
      return new BridgeError('unavailable', `The artifact ${show(path)} was replaced while it was being read.`, { cause: error });
    case 'CredentialsProviderError':
      return new BridgeError('forbidden', 'This server has no credentials for the object store.', { cause: error });
  }
  if (answer.status === 401 || answer.status === 403) {
    return new BridgeError('forbidden', 'The object store refuses this server access to the artifact root.', { cause: error });
  }
  if (answer.status !== undefined && answer.status >= 400 && answer.status < 500) {
    return invalid('path', `The object store refuses this request for the artifact ${show(path)} (${answer.name}).`, error);
  }
  return new BridgeError('unavailable', 'The object store could not be reached or failed.', { cause: error });
}
