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

/**
 * Takes the one row too many away that shows that more follow.
 * @param rows at most `limit + 1`, in order
 * @returns a page, and the token for the next one when there is one
 */
export function cutPage<Row extends { place: Place }>(
  rows: readonly Row[],
  limit: number,
  order: unknown,
): { page: Row[]; next?: string } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  if (rows.length <= page.length || !last) return { page };
  return { page, next: writePageToken(order, { segment: 0, place: last.place }) };
}
