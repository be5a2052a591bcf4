import { type Call, Reply } from '../http/door.ts';
import type { BridgeError, ErrorCode } from '../model/errors.ts';
import { signInPage } from './sign-in-page.ts';

/** Status of every code, as RFC 9110 means them. */
const statuses: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  already_exists: 409,
  wrong_state: 409,
  too_large: 413,
  internal: 500,
  not_supported: 501,
  unavailable: 503,
};

/**
 * An error of our own interface: `{"error": {"code", "message", "field"}}`, or a page where somebody signs in. A browser without a
 * login is made to ask for one.
 */
export function writeError({ code, message, field }: BridgeError, { path }: Call): Reply {
  if (path.startsWith('/login/oidc')) {
    const again = [{ to: 'login', text: 'Back to signing in' }];
    return signInPage(statuses[code], '../'.repeat(path.split('/').length - 2), 'You are not signed in', message, again);
  }
  const headers: Record<string, string> = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  if (code === 'unauthenticated') headers['www-authenticate'] = 'Basic realm="trackbridge", charset="UTF-8"';
  return new Reply(statuses[code], headers, JSON.stringify({ error: { code, message, field } }));
}
