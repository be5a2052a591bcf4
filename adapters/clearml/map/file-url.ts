import { STORED_FILE } from '../../../src/model/stored-file.ts';

/** ClearML's stock ports: who reaches the API at the first reaches the files at the second, at its root. */
const API_PORT = '8008';
const FILES_PORT = '8081';

/** Names of this machine that clients use for one another. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const defaultPorts: Record<string, string> = { http: '80', https: '443' };

interface Address {
  scheme: string;
  host: string;
  port: string;
  /** With its slash; empty when there is none. */
  path: string;
}

/**
 * The address of a file as the record keeps it: without a host when it is on this server, so that it can be shown to callers
 * who know the server under another name; any other address as it is. The path stays as it was sent, percent-quoted or not.
 *
 * @param baseUrl under which the caller reaches this server
 */
export function toStoredUrl(url: string, baseUrl: string): string {
  const address = readAddress(url);
  const base = address && readAddress(baseUrl);
  if (!address || !base || address.scheme !== base.scheme || !isSameHost(address.host, base.host)) return url;
  for (const { port, path } of filesPlaces(base)) {
    if (address.port === port && address.path.startsWith(path)) return STORED_FILE + address.path.slice(path.length);
  }
  return url;
}

/** The address of a file as a caller reaches it: the opposite of {@link toStoredUrl}. */
export function toShownUrl(stored: string, baseUrl: string): string {
  if (!stored.startsWith(STORED_FILE)) return stored;
  return `${filesUrlOf(baseUrl)}/${stored.slice(STORED_FILE.length)}`;
}

/** Where the caller reaches the files server, without a slash at the end. */
export function filesUrlOf(baseUrl: string): string {
  const [, origin] = new RegExp(`^(https?://[^/]*):${API_PORT}$`, 'i').exec(baseUrl) ?? [];
  return origin === undefined ? `${baseUrl}/files` : `${origin}:${FILES_PORT}`;
}

/** Where the files may be for a caller with this base; the paths end in a slash. */
function filesPlaces(base: Address): Pick<Address, 'port' | 'path'>[] {
  const below = { port: base.port, path: `${base.path}/files/` };
  return base.port === API_PORT ? [below, { port: FILES_PORT, path: '/' }] : [below];
}

function readAddress(url: string): Address | undefined {
  const match = /^(https?):\/\/([^/?#@:[\]]+|\[[\da-f:.]+\])(?::(\d+))?(\/.*)?$/is.exec(url);
  if (!match) return undefined;
  const [, scheme = '', host = '', port, path = ''] = match;
  const kind = scheme.toLowerCase();
  return { scheme: kind, host: host.toLowerCase(), port: port ?? defaultPorts[kind] ?? '', path };
}

function isSameHost(a: string, b: string): boolean {
  return a === b || (loopback.has(a) && loopback.has(b));
}

/** What stands of an address below another, as it was sent; undefined when it does not lie below it. */
export function pathBelow(url: string, base: string): string | undefined {
  const address = readAddress(url);
  const above = address && readAddress(base);
  if (!address || !above || address.scheme !== above.scheme || address.port !== above.port) return undefined;
  const folder = above.path.endsWith('/') ? above.path : `${above.path}/`;
  return isSameHost(address.host, above.host) && address.path.startsWith(folder) ? address.path.slice(folder.length) : undefined;
}
