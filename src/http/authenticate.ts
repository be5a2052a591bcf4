import type { IncomingHttpHeaders } from 'node:http';
import { defaultActor } from '../access/authorize.ts';
import { splitToken } from '../access/credentials.ts';
import { actorOfOidcToken } from '../access/oidc-sign-in.ts';
import { PasswordChecker } from '../access/password-checker.ts';
import { resumeSession } from '../access/sessions.ts';
import { badToken, type Login, signIn } from '../access/sign-in.ts';
import type { Actor, Context } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import { RecentActors } from './recent-actors.ts';
import { cookieNamed, sessionCookie } from './session-cookie.ts';

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

/** What somebody presents: a login, or the token of a session. */
type Presented = Login | { sessionToken: string };

type SignInContext = Pick<Context, 'db' | 'now' | 'newId' | 'sessionTokens' | 'oidc'>;

/**
 * Makes the one {@link Authenticate} of a process. When no login is asked for, whoever presents a machine credential or a session
 * that holds is its owner, and everybody else the default admin.
 */
export function makeAuthenticate(isAuthOn: boolean, context: SignInContext): Authenticate {
  const passwords = isAuthOn ? new PasswordChecker(context.now) : undefined;
  const identify = async (presented: Presented, request: LoginRequest) =>
    'sessionToken' in presented
      ? await actorOfToken(context, presented.sessionToken)
      : await signIn(context, passwords, presented, request.ip ?? request.socket.remoteAddress);
  if (isAuthOn) return async (request) => await identify(readLogin(request.headers), request);
  const recent = new RecentActors(context.now);
  return async (request) => {
    const { authorization, cookie } = request.headers;
    // most requests of MLflow's clients then present nothing, and cost nothing
    const text = authorization ?? cookie;
    if (text === undefined) return defaultActor;
    return recent.find(text) ?? recent.remember(text, await whoeverItIs(() => identify(readLogin(request.headers), request)));
  };
}

/** A token of three parts is ours or that of the OpenID provider. */
async function actorOfToken(context: SignInContext, token: string): Promise<Actor> {
  if (context.oidc?.claimsToIssue(token)) return await actorOfOidcToken(context, token);
  return await resumeSession(context, token);
}

/** The default admin for a login or session that does not hold. */
async function whoeverItIs(identify: () => Promise<Actor>): Promise<Actor> {
  try {
    return await identify();
  } catch (error) {
    if (error instanceof BridgeError && error.code === 'unauthenticated') return defaultActor;
    throw error;
  }
}

/**
 * Reads HTTP Basic (a user's name and password, or an access key and its secret), a bearer token or, without such a header, the
 * cookie of a session.
 * @throws unauthenticated when there is none of them
 */
export function readLogin(headers: IncomingHttpHeaders): Presented {
  const { authorization } = headers;
  if (authorization === undefined) return readCookie(isFromElsewhere(headers) ? undefined : headers.cookie);
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? [];
  const read = readers.get(scheme.toLowerCase());
  if (read === undefined) throw refuse('login_scheme', 'The Authorization header is neither HTTP Basic nor a bearer token.');
  return read(value);
}

/**
 * Whether a page of another origin sent the request, be it one on another port of this machine: a cookie knows no ports, so
 * it says nothing about such a request. Somebody who followed a link to us, or came back from where people sign in, is not
 * that: the page they came from learns nothing of what they are shown.
 */
function isFromElsewhere({ origin, host, ...headers }: IncomingHttpHeaders): boolean {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = headers;
  if (origin !== undefined) return origin.replace(/^https?:\/\//, '') !== host;
  return (site === 'cross-site' || site === 'same-site') && !(mode === 'navigate' && destination === 'document');
}

/** The token of the session a request belongs to, valid or not; undefined when it names none. */
export function sessionTokenOf(headers: IncomingHttpHeaders): string | undefined {
  const token = headers.authorization?.match(/^bearer +(\S+)$/i)?.[1];
  return token ?? (headers.authorization === undefined ? cookieNamed(sessionCookie, headers.cookie) : undefined);
}

const readers = new Map<string, (value: string) => Presented>([
  ['basic', readBasic],
  ['bearer', readToken],
]);

function readBasic(value: string): Login {
  const text = Buffer.from(value, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) throw refuse('login_malformed', 'The HTTP Basic login is malformed: it is no base64 of name:secret.');
  return { name: text.slice(0, colon), secret: text.slice(colon + 1), mayBePassword: true };
}

function readToken(value: string): Presented {
  // a session's token has three parts, a machine credential two
  if (value.split('.').length === 3) return { sessionToken: value };
  const parts = splitToken(value);
  if (parts === undefined) throw badToken();
  return { ...parts, mayBePassword: false };
}

function readCookie(header: string | undefined): Presented {
  const sessionToken = cookieNamed(sessionCookie, header);
  if (sessionToken !== undefined) return { sessionToken };
  throw refuse('login_missing', 'This server asks for a login: send HTTP Basic or a bearer token.');
}

function refuse(reason: string, message: string): BridgeError {
  return new BridgeError('unauthenticated', message, { reason });
}
