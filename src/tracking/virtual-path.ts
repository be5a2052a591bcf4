import { createHash } from 'node:crypto';

/** Longest part in bytes: less than file systems take, so that a file can still be saved under it with a mark. */
const MAX_BYTES = 200;
const KEPT_BYTES = 120;

/** Stands behind the name of what the record shows as a file when a real file or folder has that name. */
const MARK = '~clearml';

/**
 * A name, which may be any text, as one part of the path of a file that only the record shows. What a path cannot hold is
 * written `~` and two hex digits, as is `~` itself; an empty name is `~`. A name too long is cut and ends in `~~` and a hash.
 */
export function toPathPart(name: string): string {
  if (name === '') return '~';
  const part = name
    .replace(/[\x00-\x1f\x7f~/\\%#]/g, (character) => `~${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/^\.(?=\.?(?:;|$))/, '~2E');
  return Buffer.byteLength(part) <= MAX_BYTES ? part : `${cut(part)}~~${hashOf(name)}`;
}

/** The name a part stands for: the text of it, the hash of one that was cut, or undefined for what no name is written as. */
export function nameOfPathPart(part: string): { name: string } | { hash: string } | undefined {
  const hash = /~~([0-9a-f]{16})$/.exec(part)?.[1];
  if (hash !== undefined) return { hash };
  if (part === '~') return { name: '' };
  const name = part.replace(/~([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return toPathPart(name) === part ? { name } : undefined;
}

/** The hash that ends the part of a name that was cut. */
export function hashOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}

/** The part of the second, third, ... file of one name. */
export function numbered(part: string, place: number): string {
  return place === 1 ? part : part.replace(/(?=\.[^.]*$)|$/, `~${place}`);
}

/** The same part where a real file has its name: marked before its ending. */
export function marked(part: string): string {
  return part.replace(/(?=\.[^.]*$)|$/, MARK);
}

/** A part without the mark. */
export function unmarked(part: string): string {
  return part.replace(/~clearml(?=(?:\.[^.]*)?$)/, '');
}

function cut(part: string): string {
  let kept = '';
  for (const character of part) {
    if (Buffer.byteLength(kept + character) > KEPT_BYTES) break;
    kept += character;
  }
  return kept;
}
