import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { lookup } from 'mime-types';
import { Reply } from '../../../src/http/door.ts';

/** The built pages of MLflow in one folder, served as they are. */
export interface Bundle {
  /**
   * One file of them. What a name says about folders above, links and other places has no meaning: names are looked up in the list
   * of the files that lay there when the first was asked for.
   *
   * @param name path below the folder, with slashes
   * @param knownEtag what the browser has already, from its If-None-Match
   * @returns undefined when there is none of that name
   */
  file(name: string, maxAge: CacheRule, knownEtag: string | undefined): Promise<Reply | undefined>;
}

/** How long a browser may use a file without asking again. */
export type CacheRule = 'ask' | 'keep';

/** The names of all but the page itself change with their content; the original lets browsers keep them for 28 days. */
const cacheControl: Readonly<Record<CacheRule, string>> = { ask: 'no-cache', keep: 'public, max-age=2419200' };

/**
 * The pages bring styles of their own and show HTML artifacts in frames, which inherit this; so it forbids only what neither needs:
 * plug-ins and a changed base address.
 */
const policy = "object-src 'none'; base-uri 'self'";

/** Opens the folder; nothing is read before the first file is asked for. */
export function openBundle(folder: string): Bundle {
  let names: Promise<ReadonlySet<string>> | undefined;
  return {
    async file(name, maxAge, knownEtag) {
      names ??= listFiles(folder);
      if (!(await names).has(name)) return undefined;
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path);
      const headers = {
        'cache-control': cacheControl[maxAge],
        'content-security-policy': policy,
        etag: `"${Math.trunc(mtimeMs).toString(36)}-${size.toString(36)}"`,
        'last-modified': new Date(mtimeMs).toUTCString(),
      };
      if (knownEtag === headers.etag) return new Reply(304, headers);
      const sent = { 'content-type': mediaTypeOf(name), 'content-length': String(size) };
      return new Reply(200, { ...headers, ...sent }, createReadStream(path));
    },
  };
}

async function listFiles(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')));
}

function mediaTypeOf(name: string): string {
  const type = lookup(name) || 'application/octet-stream';
  return /^text\/|\/json$/.test(type) ? `${type}; charset=utf-8` : type;
}
