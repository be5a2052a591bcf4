import type { Actor } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import { defaultUserId, defaultUserName } from '../model/user.ts';

/** The right an operation asks of its caller; `public` asks for no login. */
export type Right = 'public' | 'read' | 'write' | 'admin';

/** Who calls when the server asks for no login. */
export const defaultActor: Actor = { userId: defaultUserId, name: defaultUserName, role: 'admin' };

const rightsOfRole: Record<Actor['role'], ReadonlySet<string>> = {
  admin: new Set<Right>(['public', 'read', 'write', 'admin']),
  user: new Set<Right>(['public', 'read', 'write']),
};

/**
 * The one place that decides who may do what. Every route of every door passes here before its handler runs; what is not
 * granted is refused, an operation that declares no right included.
 * @param actor who was authenticated; undefined when nobody was
 * @throws unauthenticated when a login could help, forbidden when it could not
 */
export function authorize(actor: Actor | undefined, right: Right | null): void {
  if (right === 'public') return;
  if (actor === undefined) {
    throw new BridgeError('unauthenticated', 'This needs a login: HTTP Basic or a bearer token.', { reason: 'login_missing' });
  }
  if (right === null || !rightsOfRole[actor.role].has(right)) {
    throw new BridgeError('forbidden', `The user ${actor.name} may not do this; it needs the right ${right ?? 'of nobody'}.`);
  }
}
