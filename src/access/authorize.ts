import type { Actor } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import { defaultUserId } from '../model/user.ts';

/** The right an operation asks of its caller; `public` asks for no login. */
export type Right = 'public' | 'read' | 'write' | 'admin';

/** Who calls when the server asks for no login. */
export const defaultActor: Actor = { userId: defaultUserId, name: 'default', role: 'admin' };

/** Who calls a public operation without having signed in. */
export const nobody: Actor = { userId: '', name: 'nobody', role: 'user' };

const rightsOfRole: Record<Actor['role'], ReadonlySet<string>> = {
  admin: new Set<Right>(['public', 'read', 'write', 'admin']),
  user: new Set<Right>(['public', 'read', 'write']),
};

/**
 * The one place that decides who may do what. Every route of every door passes here before its handler runs; what is not
 * granted is refused, an operation that declares no right included.
 * @throws unauthenticated when a login could help, forbidden when it could not
 */
export function authorize(actor: Actor, right: Right | null): void {
  if (right === 'public') return;
  if (actor.userId === nobody.userId)
    throw new BridgeError('unauthenticated', 'This needs a login: HTTP Basic or a bearer token.');
  if (right === null || !rightsOfRole[actor.role].has(right)) {
    throw new BridgeError('forbidden', `The user ${actor.name} lacks the right ${right ?? 'to call this'}.`);
  }
}
