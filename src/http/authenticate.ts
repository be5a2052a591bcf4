import type { IncomingHttpHeaders } from 'node:http';
import { defaultActor } from '../access/authorize.ts';
import { splitToken } from '../access/credentials.ts';
import { PasswordChecker } from '../access/password-checker.ts';
import { type Login, signIn, wrongLogin } from '../access/sign-in.ts';
import type { Actor, Context } from '../context.ts';
import { BridgeError } from '../model/errors.ts';

/** What a login is read from: an Express request, or a plain one. */
export interface LoginRequest {
  headers: IncomingHttpHeaders;
  /** Address of the client as Express sees it through trusted proxies. */
  ip?: string | undefined;
  socket: { remoteAddress?: string | undefined };
}

/**
 * Finds out who sends a request.
 * @throws unauthenticated, unavailable when too many passwords wait to be checked
 */
export type Authenticate = (request: LoginRequest) => Promise<Actor>;

/** Makes the one {@link Authenticate} of a process. When no login is asked for, everybody is the default admin. */
export function makeAuthenticate(isAuthOn: boolean, context: Pick<Context, 'db' | 'now'>): Authenticate {
  if (!isAuthOn) return async () => defaultActor;
  const passwords = new PasswordChecker(context.now);
  return async (request) =>
    await signIn(context, passwords, readLogin(request.headers), request.ip ?? request.socket.remoteAddress);
}

/**
 * Reads HTTP Basic (a user's name and password, or an access key and its secret) or a bearer token.
 * @throws unauthenticated when the header is missing or neither of them
 */
export function readLogin(headers: IncomingHttpHeaders): Login {
  const { authorization } = headers;
  if (authorization === undefined) {
    throw new BridgeError('unauthenticated', 'This server asks for a login: send HTTP Basic or a bearer token.');
  }
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? [];
  const login = readers.get(scheme.toLowerCase())?.(value);
  if (login === undefined) throw wrongLogin();
  return login;
}

const readers = new Map<string, (value: string) => Login | undefined>([
  ['basic', readBasic],
  ['bearer', readToken],
]);

function readBasic(value: string): Login | undefined {
  const text = Buffer.from(value, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 1 ? undefined : { name: text.slice(0, colon), secret: text.slice(colon + 1), mayBePassword: true };
}

function readToken(value: string): Login | undefined {
  const parts = splitToken(value);
  return parts && { ...parts, mayBePassword: false };
}
