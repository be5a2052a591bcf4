import type { IncomingMessage } from 'node:http';
import type { BridgeError } from '../model/errors.ts';
import { Reply } from './door.ts';

/** Where a browser begins to sign in at the OpenID provider. */
const signInPath = '/login/oidc';

/**
 * Sends a browser that opens a page without a login to where people sign in, and back afterwards. Undefined for every other error,
 * and for programs, which take no page for an answer.
 */
export function signInInstead(error: BridgeError, request: IncomingMessage, baseUrl: string): Reply | undefined {
  const { method, headers, url = '/' } = request;
  if (error.code !== 'unauthenticated' || method !== 'GET' || url.startsWith('/login')) return undefined;
  if (headers.authorization !== undefined || !headers.accept?.includes('text/html')) return undefined;
  const location = `${baseUrl}${signInPath}?return=${encodeURIComponent(url)}`;
  return new Reply(303, { location, 'cache-control': 'no-store' });
}
