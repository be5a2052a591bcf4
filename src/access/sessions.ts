import type { Actor, Context } from '../context.ts';
import { invalid, notFound } from '../model/errors.ts';
import { findSession, endSession as storeEnd } from '../store/sessions.ts';
import { findUserById } from '../store/users.ts';
import { markOf } from './password-hash.ts';
import { badToken } from './sign-in.ts';

/** A year: how long a session may last at most, in seconds. */
export const maxSessionSeconds = 31_536_000;

/** What a session is begun with. */
export interface SessionRequest {
  /** How long it lasts unless ended. */
  seconds: number;
  /** Claims for the client to read. */
  shown: Readonly<Record<string, unknown>>;
}

/**
 * Begins a session for the actor and makes its token. It ends with what the actor's own login rests on.
 * @throws invalid for a length of time out of bounds
 */
export async function beginSession(
  context: Pick<Context, 'actor' | 'now' | 'newId' | 'sessionTokens'>,
  request: SessionRequest,
): Promise<string> {
  const { seconds, shown } = request;
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > maxSessionSeconds) {
    throw invalid('expiration_sec', `A session of ${seconds} seconds is not possible; it lasts 1 to ${maxSessionSeconds}.`);
  }
  const { userId, basis } = context.actor;
  const issuedAt = context.now();
  const claims = { sessionId: context.newId(), userId, basis, expiresAt: new Date(issuedAt.getTime() + seconds * 1000) };
  return await context.sessionTokens.sign(claims, issuedAt, shown);
}

/** Ends the actor's session for every server, from the next request on; without one there is nothing to end. */
export async function endSession(context: Pick<Context, 'actor' | 'db' | 'now'>): Promise<void> {
  if (context.actor.session) await storeEnd(context.db, context.actor.session, context.now());
}

/** The same for the session of a token, where nobody was authenticated; nothing happens when it does not hold. */
export async function endSessionOf(context: Pick<Context, 'db' | 'now' | 'sessionTokens'>, token: string): Promise<void> {
  const claims = await context.sessionTokens.check(token, context.now());
  if (claims) await storeEnd(context.db, { id: claims.sessionId, expiresAt: claims.expiresAt }, context.now());
}

/**
 * Who acts in the session of a token; undefined when it does not hold. Ending it, revoking or changing what it rests on and
 * disabling its user count from the next request on, in every process.
 */
export async function findActor(
  context: Pick<Context, 'db' | 'now' | 'sessionTokens' | 'oidc'>,
  token: string,
): Promise<Actor | undefined> {
  const now = context.now();
  const claims = await context.sessionTokens.check(token, now);
  if (claims === undefined) return undefined;
  const { sessionId, userId, basis, expiresAt } = claims;
  if (basis?.issuer !== undefined && basis.issuer !== context.oidc?.options.issuer) return undefined;
  const user = await findSession(context.db, { sessionId, userId, basis }, now);
  if (user === undefined) return undefined;
  if (basis?.passwordMark !== undefined && basis.passwordMark !== markOf(user.passwordHash)) return undefined;
  const { id, name, role, workspaceId } = user;
  const bound = { ...(basis && { basis }), ...(workspaceId && { workspaceId }) };
  return { userId: id, name, role, ...bound, session: { id: sessionId, expiresAt } };
}

/** The same for a request that cannot go on without. @throws unauthenticated */
export async function resumeSession(
  context: Pick<Context, 'db' | 'now' | 'sessionTokens' | 'oidc'>,
  token: string,
): Promise<Actor> {
  const actor = await findActor(context, token);
  if (actor === undefined) throw badToken();
  return actor;
}

/**
 * Somebody else, for whom an admin acts; the admin's own login goes on to decide how long.
 * @throws not_found
 */
export async function actFor(context: Pick<Context, 'db'>, actor: Actor, userId: string): Promise<Actor> {
  const user = await findUserById(context.db, userId);
  if (user === undefined || user.disabledAt !== null) throw notFound('user', userId);
  const { basis, workspaceId } = actor;
  return { ...(basis && { basis }), ...(workspaceId && { workspaceId }), userId: user.id, name: user.name, role: user.role };
}
