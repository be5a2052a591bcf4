import { type BridgeError, invalid, show } from './errors.ts';

/** Schemes that name another host: the server would be made to talk to it. */
export const hostSchemes: ReadonlySet<string> = new Set(['ftp', 'sftp', 'hdfs', 'viewfs', 'http', 'https', 'r2', 'b2', 'abfss']);

/** What an operator says about the addresses that clients give. */
export interface SourceRules {
  /** Those of {@link hostSchemes} that are taken all the same, and `mlflow-artifacts` with a host. */
  hostSchemes: ReadonlySet<string>;
  /** What must be found in the source of a new version of a model. */
  pattern: RegExp | undefined;
}

/** Longest address that is looked at. */
const MAX_LENGTH = 8000;

/** The parts of an address. */
export interface Address {
  /** Lower case; empty for a plain path. */
  scheme: string;
  /** Between `//` and the path, as it is written. */
  authority: string;
  path: string;
}

/**
 * Reads where files are to its parts, so that every later reader sees the same parts in it.
 * @param field name of the request's field, for messages
 * @throws invalid for what can be read in two ways: a fragment, a query, a backslash, a control character
 */
export function readAddress(text: string, field: string): Address {
  if (text.length > MAX_LENGTH) throw refusedAddress(text, field, `has more than ${MAX_LENGTH} characters`);
  if (/[\x00-\x1f\x7f\\#?]/.test(text)) {
    throw refusedAddress(text, field, 'must not hold a fragment (#), a query (?), a backslash or a control character');
  }
  const [, scheme = '', authority = '', path = ''] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/]*))?(.*)$/s.exec(text) ?? [];
  return { scheme: scheme.toLowerCase(), authority, path };
}

/** A text from which percent-encoding is taken off until nothing is left of it. */
export function fullyDecoded(text: string): string {
  for (let decoded = text; ; ) {
    const next = decoded.replace(/(?:%[0-9a-fA-F]{2})+/g, (codes) => Buffer.from(codes.replaceAll('%', ''), 'hex').toString());
    if (next === decoded) return decoded;
    decoded = next;
  }
}

/** The parts of a path, each fully decoded; empty ones left out. */
export function pathParts(path: string): string[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map(fullyDecoded);
}

/** Whether an address is the root or lies below it. */
export function isWithin(address: Address, root: Address): boolean {
  const [parts, rootParts] = [pathParts(address.path), pathParts(root.path)];
  return (
    address.scheme === root.scheme &&
    address.authority.toLowerCase() === root.authority.toLowerCase() &&
    rootParts.length > 0 &&
    rootParts.every((part, at) => parts[at] === part)
  );
}

/** An address that is not taken, and why. */
export function refusedAddress(text: string, field: string, why: string): BridgeError {
  return invalid(field, `The ${field} ${show(text)} ${why}.`);
}
