import { createHash } from 'node:crypto';
import { BridgeError, show } from '../../model/errors.ts';
import { fitsKeys, type Place, type SortKey } from './keyset.ts';

/** A place in a listing: the last row of a page. */
export interface PageToken {
  /** Which segment of the order it is in. */
  segment: number;
  place: Place;
}

/** A few letters that tell one order from another. */
function fingerprint(order: unknown): string {
  return createHash('sha256').update(JSON.stringify(order)).digest('base64url').slice(0, 8);
}

/** Writes a place down for the client: base64url of JSON. */
export function writePageToken(order: unknown, { segment, place }: PageToken): string {
  return Buffer.from(JSON.stringify([fingerprint(order), segment, ...place])).toString('base64url');
}

/**
 * Reads a place a client brought back.
 * @param segments sort keys of every segment of the order
 * @throws invalid for anything that {@link writePageToken} does not write for this order
 */
export function readPageToken(token: string, order: unknown, segments: readonly (readonly SortKey[])[]): PageToken {
  const refuse = (cause?: unknown) =>
    new BridgeError('invalid', `The page_token ${show(token)} is none of this search.`, {
      field: 'page_token',
      reason: 'page_token',
      cause,
    });
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch (error) {
    throw refuse(error);
  }
  if (!Array.isArray(parsed)) throw refuse();
  const [mark, segment, ...place] = parsed as [unknown, unknown, ...unknown[]];
  const keys = typeof segment === 'number' ? segments[segment] : undefined;
  const isPlace = (values: unknown[]): values is (string | null)[] =>
    values.every((value) => value === null || typeof value === 'string');
  if (mark !== fingerprint(order) || keys === undefined || !isPlace(place) || !fitsKeys(place, keys)) throw refuse();
  return { segment: segment as number, place };
}
