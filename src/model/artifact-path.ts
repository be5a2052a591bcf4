import { type BridgeError, invalid, show } from './errors.ts';

/** How often percent-encoding is taken off before a path counts as hostile. */
const MAX_DECODINGS = 10;

/** Deepest path. Each folder is looked up from the root on: one upload 500 folders deep kept a disk busy for 8 s. */
const MAX_PARTS = 100;

/** A scheme or a drive letter followed by a slash, or anything that calls itself a file address. */
const absoluteAddress = /^(?:\.\/+)*(?:[a-z][a-z\d+.-]*:\/|file:)/i;

/**
 * Reads the path of an artifact file or folder to its one canonical form: percent-encoding taken off until nothing is left
 * of it, control characters escaped again (`%0a`), parts joined by single slashes, no `.` parts, no slash at either end.
 * The empty string is the root. Applying it twice gives the same result, so no later reader can see another path in it.
 *
 * @throws invalid for everything that could leave the root or be read in two ways: `..` (also with a `;` suffix), absolute
 * paths and addresses, `#`, backslashes, NUL, text that is no Unicode, more than ten layers of encoding, and more than 100 parts
 */
export function toArtifactPath(raw: string): string {
  return partsOf(raw)
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

/**
 * As {@link toArtifactPath}, for a file that is to be written or deleted: the path must name something below the root.
 *
 * @throws invalid also for an empty path, one that ends in a slash, and one with `.` parts
 */
export function toArtifactFilePath(raw: string): string {
  const parts = partsOf(raw);
  if (parts.at(-1) === '') throw refused(raw, 'must end in a file name');
  if (parts.includes('.')) throw refused(raw, "must not have '.' as a part");
  return parts.filter((part) => part !== '').join('/');
}

/**
 * Reads the literal path of an uploaded file to its canonical form. Other than in {@link toArtifactPath} a percent sign is a
 * character like any other, because clients quote the names of tasks and artifacts themselves before they send them. Double
 * quotes, backslashes and control characters are written `%22`, `%5C`, `%0A`, ...: so does a multipart form, which cannot say
 * whether its client meant the one or the other. Slashes at either end, doubled ones and `.` parts are dropped. Applying it
 * twice gives the same result.
 *
 * @throws invalid for everything some later reader could take for a way out: `..` as a part and NUL, also when they appear only
 * after decoding or with backslashes read as slashes; also for text that is no Unicode, more than 100 parts, and nothing at all
 */
export function toFilePath(raw: string): string {
  if (!raw.isWellFormed()) throw refused(raw, 'is not valid Unicode');
  const decoded = decodeFully(raw);
  if (decoded.includes('\0')) throw refused(raw, 'must not contain NUL');
  if (/(?:^|[/\\])\.\.(?:[/\\]|$)/.test(decoded)) throw refused(raw, "must not have '..' as a part");
  const parts = raw
    .replace(/[\x01-\x1f\x7f"\\]/g, (character) => encodeURIComponent(character))
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (parts.length === 0) throw refused(raw, 'must end in a file name');
  if (parts.length > MAX_PARTS) throw refused(raw, `has ${parts.length} parts; at most ${MAX_PARTS} are allowed`);
  return parts.join('/');
}

/** The path of an entry below a canonical folder; either may be empty. */
export function joinArtifactPath(folder: string, path: string): string {
  return folder === '' || path === '' ? folder + path : `${folder}/${path}`;
}

/** The last part of a canonical path. */
export function artifactName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function partsOf(raw: string): string[] {
  const path = decodeFully(raw);
  if (!path.isWellFormed()) throw refused(raw, 'is not valid Unicode');
  if (path.includes('\0')) throw refused(raw, 'must not contain NUL');
  if (path.includes('#')) throw refused(raw, "must not contain '#'");
  if (path.includes('\\')) throw refused(raw, 'must not contain a backslash');
  if (path.startsWith('/') || absoluteAddress.test(path)) throw refused(raw, 'must be relative');
  const parts = escapeControls(path).split('/');
  if (parts.some((part) => /^\.\.(?:;|$)/.test(part))) throw refused(raw, "must not have '..' as a part");
  if (parts.length > MAX_PARTS) throw refused(raw, `has ${parts.length} parts; at most ${MAX_PARTS} are allowed`);
  return parts;
}

/** Takes percent-encoding off until nothing is left of it. @throws invalid after ten layers */
function decodeFully(raw: string): string {
  let path = raw;
  for (let round = 0; round < MAX_DECODINGS; round += 1) {
    const decoded = unquote(path);
    if (decoded === path) return path;
    path = decoded;
  }
  throw refused(raw, 'is encoded too many times');
}

/** Takes off one layer; what is no UTF-8 becomes U+FFFD, and a percent sign without two digits stays. */
function unquote(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

function escapeControls(path: string): string {
  return path.replace(/[\x01-\x1f\x7f]/g, (control) => `%${control.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function refused(raw: string, rule: string): BridgeError {
  return invalid('path', `The artifact path ${show(raw)} ${rule}.`);
}
