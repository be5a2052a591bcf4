import { BridgeError, invalid, show } from '../model/errors.ts';

/** The system's name of an error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** True for errors that say: nothing is there. */
export function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
}

/** What an error of the file system means for the caller; one that is nobody's fault stays as it is. */
export function fromFileSystem(error: unknown, path: string): unknown {
  const name = show(path);
  switch (codeOf(error)) {
    case 'EISDIR':
      return invalid('path', `The artifact path ${name} is a folder, so no file can be stored there.`, error);
    case 'ENOTDIR':
    case 'EEXIST':
      return invalid('path', `A part of the artifact path ${name} is a file, so nothing can be stored below it.`, error);
    case 'ENAMETOOLONG':
      return invalid('path', `The artifact path ${name} has a name that is too long (255 bytes at most).`, error);
    case 'ELOOP':
      return invalid('path', `The artifact path ${name} leads through links that never end.`, error);
    case 'ENOSPC':
    case 'EDQUOT':
      return new BridgeError('unavailable', 'The artifact store is full.', { cause: error });
    default:
      return error;
  }
}
