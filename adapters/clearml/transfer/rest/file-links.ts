import { fileOfStoredUrl, STORED_FILE } from '../../../../src/model/stored-file.ts';
import { filesUrlOf, pathBelow } from '../../map/file-url.ts';
import { replaceSources } from '../../map/plot-text.ts';
import type { LinkForm } from '../items/event.ts';

/** Addresses of files on the files server of a ClearML deployment. */
export class FileLinks implements LinkForm {
  /** Where the files are fetched and put, without a slash at the end. */
  readonly base: string;
  readonly #bases: readonly string[];

  /** @param aliases other addresses that its links may begin with */
  constructor(base: string, aliases: readonly string[]) {
    this.base = base;
    this.#bases = [base, ...aliases];
  }

  pathOf(url: string): string | null {
    const stored = this.stored(url);
    if (stored === url) return null;
    const file = fileOfStoredUrl(stored);
    return file?.kind === 'upload' ? file.path : null;
  }

  /** An address without a host where the file is on the files server; any other as it is. */
  stored(url: string): string {
    for (const base of this.#bases) {
      const path = pathBelow(url, base);
      if (path !== undefined) return STORED_FILE + path;
    }
    return url;
  }

  /** The address of a file here. @param path unquoted */
  urlOf(path: string): string {
    return `${this.base}/${path.split('/').map(encodeURIComponent).join('/')}`;
  }

  storedPlot(text: string): string {
    return replaceSources(text, (url) => this.stored(url));
  }

  /** The opposite of {@link storedPlot}. */
  shownPlot(text: string): string {
    return replaceSources(text, (url) => (url.startsWith(STORED_FILE) ? `${this.base}/${url.slice(STORED_FILE.length)}` : url));
  }
}

/**
 * Where the files of an API server are, as ClearML's SDK guesses it: port 8081 beside port 8008, `files.` instead of `api.`, else
 * `/files` below the same address, where proxies and trackbridge have them.
 */
export function guessFilesBases(api: string): string[] {
  const url = new URL(api);
  const host = url.hostname.replace(/^api\./, 'files.');
  if (host !== url.hostname) return [`${url.protocol}//${host}${url.port && `:${url.port}`}`, filesUrlOf(api)];
  const below = `${api.replace(/\/api$/, '')}/files`;
  return [...new Set([filesUrlOf(api), below])];
}
