import type { Context } from '../context.ts';
import { BridgeError, notFound } from '../model/errors.ts';
import type { Find } from '../model/find.ts';
import { checkProfile, type ProfileChange, type UserProfile } from '../model/user.ts';
import type { Found } from '../store/search/find.ts';
import * as store from '../store/user-profiles.ts';

export type { UserField } from '../store/user-profiles.ts';

/** A tree of names and JSON values that a user's programs keep here. */
export type Preferences = Readonly<Record<string, unknown>>;

/** Most of it that is kept, in characters of JSON. */
const maxPreferences = 1_000_000;

/** One page of users. @throws invalid for a query that cannot be searched for */
export async function findProfiles(context: Pick<Context, 'db'>, query: Find<store.UserField>): Promise<Found<UserProfile>> {
  return await store.findUsers(context.db, query);
}

/** A user with what people see of them. @throws not_found */
export async function getProfile(context: Pick<Context, 'db'>, id: string): Promise<UserProfile> {
  const where = { field: { name: 'id' }, test: { is: 'one of', values: [id] } } as const;
  const { rows } = await store.findUsers(context.db, { where, order: [], limit: 1 });
  const [profile] = rows;
  if (profile === undefined) throw notFound('user', id);
  return profile;
}

/**
 * Changes what people see of a user; the name to sign in by stays.
 * @throws invalid, not_found, forbidden unless it is the actor's own or the actor is an admin
 */
export async function changeProfile(context: Pick<Context, 'db' | 'actor'>, id: string, change: ProfileChange): Promise<void> {
  const { actor } = context;
  if (actor.userId !== id && actor.role !== 'admin') {
    throw new BridgeError('forbidden', `The user ${actor.name} may not change what is said of another user.`);
  }
  checkProfile(change);
  const isThere = /^[0-9a-f]{32}$/.test(id) && (await store.updateProfile(context.db, id, change));
  if (!isThere) throw notFound('user', id);
}

/** What the actor's programs keep here. @throws not_found when the user is gone */
export async function readPreferences(context: Pick<Context, 'db' | 'actor'>): Promise<Preferences> {
  const text = await store.readPreferences(context.db, context.actor.userId);
  if (text === undefined) throw notFound('user', context.actor.userId);
  return JSON.parse(text) as Preferences;
}

/** Puts each value at its path; what stands beside stays. @throws invalid, too_large, not_found when the user is gone */
export async function mergePreferences(
  context: Pick<Context, 'db' | 'actor'>,
  changes: readonly { path: readonly string[]; value: unknown }[],
): Promise<Preferences> {
  const { userId } = context.actor;
  return await context.db.transaction(async (db) => {
    const text = await store.lockPreferences(db, userId);
    if (text === undefined) throw notFound('user', userId);
    let merged: unknown = JSON.parse(text);
    for (const { path, value } of changes) merged = withValueAt(merged, path, value);
    const kept = JSON.stringify(merged);
    if (kept.length > maxPreferences) {
      throw new BridgeError('too_large', `The preferences have ${kept.length} characters; at most ${maxPreferences} are kept.`, {
        field: 'preferences',
      });
    }
    await store.writePreferences(db, userId, kept);
    return merged as Preferences;
  });
}

/** A copy of a tree with another value at a path; what is no tree on the way gives place to one. */
function withValueAt(tree: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const branches = typeof tree === 'object' && tree !== null && !Array.isArray(tree) ? (tree as Preferences) : {};
  const branch = Object.hasOwn(branches, name) ? branches[name] : undefined;
  // a computed name makes a property of its own, whatever the name
  return { ...branches, [name]: withValueAt(branch, rest, value) };
}
