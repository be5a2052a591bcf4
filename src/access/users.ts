import type { Context } from '../context.ts';
import { BridgeError, invalid, notFound, show } from '../model/errors.ts';
import {
  checkPassword,
  checkProfile,
  checkUserName,
  defaultUserId,
  defaultUserName,
  type ProfileChange,
  type Role,
  type User,
} from '../model/user.ts';
import type { Database } from '../store/database.ts';
import * as store from '../store/users.ts';
import { issueCredential } from './credentials.ts';
import { hashPassword } from './password-hash.ts';
import { newSecret } from './secrets.ts';

type UserContext = Pick<Context, 'db' | 'now' | 'newId'>;

const firstAdmin = { id: defaultUserId, name: defaultUserName, role: 'admin' } as const;

/** The first admin as made a moment ago, with the secrets that are shown this once. */
export interface FirstAdmin {
  name: string;
  /** Not there while no login is asked for: the password is then made when one is. */
  password?: string;
  /** Not there for an admin made before. */
  keyPair?: { accessKey: string; secret: string };
}

/**
 * Makes sure somebody can administer the server. An installation without any admin gets one with a random password and a key pair,
 * which are returned this once; only their hashes are stored. Of several servers starting at once, one gets them.
 * @param isAuthOn whether a login is asked for
 * @returns undefined when there is nothing to tell
 * @throws already_exists when a user without the role holds the name
 */
export async function ensureFirstAdmin(
  context: Pick<Context, 'db' | 'workspaceId'>,
  isAuthOn: boolean,
): Promise<FirstAdmin | undefined> {
  const { db } = context;
  const admins = await store.readAdmins(db, defaultUserId);
  if (admins.areThere && !(isAuthOn && admins.firstLacksPassword)) return undefined;
  const password = isAuthOn ? newSecret() : undefined;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  if (admins.areThere) {
    const isMine = passwordHash !== null && (await store.setFirstPasswordHash(db, defaultUserId, passwordHash));
    return isMine ? { name: defaultUserName, password } : undefined;
  }
  const keyPair = await db.transaction(async (transaction) => {
    if (!(await store.insertFirstAdmin(transaction, { ...firstAdmin, passwordHash }))) return undefined;
    return await issueCredential({ ...context, db: transaction }, defaultUserId, { kind: 'key_pair', label: 'first key pair' });
  });
  if (keyPair) return { name: defaultUserName, password, keyPair };
  if ((await store.readAdmins(db, defaultUserId)).areThere) return undefined;
  throw nameIsTaken();
}

function nameIsTaken(): BridgeError {
  return new BridgeError(
    'already_exists',
    `No admin exists and the name ${defaultUserName} is taken by another user; add one with: trackbridge users add NAME --admin`,
  );
}

/**
 * Name of the user who stands for the installation: the first admin or, where that one is gone, the oldest. An installation without
 * any gets the first, with nothing to sign in by yet.
 * @throws already_exists like {@link ensureFirstAdmin}, wrong_state when every admin is disabled
 */
export async function ensureDefaultUser({ db }: Pick<Context, 'db'>): Promise<string> {
  if (!(await store.readAdmins(db, defaultUserId)).areThere) {
    await store.insertFirstAdmin(db, { ...firstAdmin, passwordHash: null });
    if (!(await store.readAdmins(db, defaultUserId)).areThere) throw nameIsTaken();
  }
  const name = await store.findLeadingAdmin(db, defaultUserId);
  if (name === undefined) throw new BridgeError('wrong_state', 'Every admin is disabled; name the user.');
  return name;
}

/** What a new user is made from. */
export interface NewUser {
  name: string;
  role: Role;
  /** Left out for a user who signs in by machine credentials only. */
  password?: string;
  /** 32 lower hex; default: a random one. */
  id?: string;
  profile?: ProfileChange;
}

/** Adds a user. @returns the id @throws invalid, already_exists */
export async function addUser(context: UserContext, { name, role, password, id, profile = {} }: NewUser): Promise<string> {
  checkUserName(name);
  if (password !== undefined) checkPassword(password);
  if (id !== undefined && !/^[0-9a-f]{32}$/.test(id)) throw invalid('id', `The id ${show(id)} is not 32 lower hex characters.`);
  checkProfile(profile);
  const user = { id: id ?? context.newId(), name, role, profile };
  await store.insertUser(context.db, { ...user, passwordHash: password === undefined ? null : await hashPassword(password) });
  return user.id;
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

/** Gives a user another role, from the next request on. @throws not_found, wrong_state for the last admin */
export async function changeRole(context: Pick<Context, 'db'>, { name, role }: { name: string; role: Role }): Promise<void> {
  if (role === 'admin') {
    if (!(await store.setRole(context.db, name, role))) throw notFound('user', name);
  } else {
    await withAdminLeft(context.db, name, (db) => store.setRole(db, name, role));
  }
}

/** Removes a user with all credentials; what the user recorded stays. @throws not_found, wrong_state for the last admin */
export async function deleteUser(context: Pick<Context, 'db'>, name: string): Promise<void> {
  await withAdminLeft(context.db, name, (db) => store.deleteUser(db, name));
}

async function withAdminLeft(db: Database, name: string, change: (db: Database) => Promise<boolean>): Promise<void> {
  await db.transaction(async (transaction) => {
    const admins = await store.lockActiveAdmins(transaction);
    if (admins.length === 1 && admins[0] === name) {
      throw new BridgeError('wrong_state', `The user ${name} is the last admin; make another one first.`, {
        resource: `user ${name}`,
      });
    }
    if (!(await change(transaction))) throw notFound('user', name);
  });
}
