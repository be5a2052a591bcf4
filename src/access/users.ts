import type { Context } from '../context.ts';
import { BridgeError, notFound } from '../model/errors.ts';
import { checkPassword, checkUserName, defaultUserId, type Role, type User } from '../model/user.ts';
import type { Database } from '../store/database.ts';
import * as store from '../store/users.ts';
import { hashPassword } from './password-hash.ts';
import { newSecret } from './secrets.ts';

type UserContext = Pick<Context, 'db' | 'now' | 'newId'>;

const firstAdminName = 'admin';

/**
 * Makes sure somebody can administer the server. An installation without any admin gets one, whose random password is
 * returned this once; only its hash is stored. Of several servers starting at once, one gets it.
 * @returns undefined when there is an admin
 * @throws already_exists when a user without the role holds the name
 */
export async function ensureFirstAdmin(db: Database): Promise<{ name: string; secret: string } | undefined> {
  if (await store.hasAdmin(db)) return undefined;
  const secret = newSecret();
  const draft = { id: defaultUserId, name: firstAdminName, role: 'admin' as const, passwordHash: await hashPassword(secret) };
  if (await store.insertFirstAdmin(db, draft)) return { name: firstAdminName, secret };
  if (await store.hasAdmin(db)) return undefined;
  throw new BridgeError(
    'already_exists',
    `No admin exists and the name ${firstAdminName} is taken by another user; add one with: trackbridge users add NAME --admin`,
  );
}

/** Adds a user with a password. @throws invalid, already_exists */
export async function addUser(context: UserContext, draft: { name: string; password: string; role: Role }): Promise<void> {
  checkUserName(draft.name);
  checkPassword(draft.password);
  const passwordHash = await hashPassword(draft.password);
  await store.insertUser(context.db, { id: context.newId(), name: draft.name, role: draft.role, passwordHash });
}

/** Every user, by name. */
export async function listUsers(context: Pick<Context, 'db'>): Promise<User[]> {
  return await store.listUsers(context.db);
}

/** Replaces a user's password; the old one is refused from the next request on. @throws invalid, not_found */
export async function changePassword(context: Pick<Context, 'db'>, change: { name: string; password: string }): Promise<void> {
  checkPassword(change.password);
  const isThere = await store.setPasswordHash(context.db, change.name, await hashPassword(change.password));
  if (!isThere) throw notFound('user', change.name);
}

/** Refuses every login of a user from the next request on. @throws not_found, wrong_state for the last admin */
export async function disableUser(context: Pick<Context, 'db' | 'now'>, name: string): Promise<void> {
  await withAdminLeft(context.db, name, (db) => store.setDisabledAt(db, name, context.now()));
}

/** Lets a disabled user sign in again. @throws not_found */
export async function enableUser(context: Pick<Context, 'db'>, name: string): Promise<void> {
  if (!(await store.setDisabledAt(context.db, name, null))) throw notFound('user', name);
}

/** Removes a user with all credentials; what the user recorded stays. @throws not_found, wrong_state for the last admin */
export async function deleteUser(context: Pick<Context, 'db'>, name: string): Promise<void> {
  await withAdminLeft(context.db, name, (db) => store.deleteUser(db, name));
}

async function withAdminLeft(db: Database, name: string, change: (db: Database) => Promise<boolean>): Promise<void> {
  await db.transaction(async (transaction) => {
    const admins = await store.lockActiveAdmins(transaction);
    if (admins.length === 1 && admins[0] === name) {
      throw new BridgeError('wrong_state', `The user ${name} is the last admin; make another one first.`);
    }
    if (!(await change(transaction))) throw notFound('user', name);
  });
}
