import { lookup } from 'mime-types';

/** What a browser shows without running anything in it. A drawing (SVG) is a program like a page, so it is not here. */
const harmless = /^(?:image\/(?!svg)|audio\/|video\/|text\/plain$)/;

/** Media type of a file by its name alone; a compressed one is only its bytes, whatever is inside. */
export function mediaTypeOf(name: string): string {
  return /\.(?:gz|bz2|xz)$/i.test(name) ? 'application/octet-stream' : lookup(name) || 'application/octet-stream';
}

/** True for a file that may be shown in place; any other is only saved. */
export function mayBeShown(name: string): boolean {
  return harmless.test(mediaTypeOf(name));
}
