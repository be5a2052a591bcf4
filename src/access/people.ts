import type { Context } from '../context.ts';
import { BridgeError, invalid } from '../model/errors.ts';
import type { Role } from '../model/role.ts';
import type { NumberedUser } from '../model/user.ts';
import { listRolesByUser } from '../store/roles.ts';
import { findUser, listNumberedUsers } from '../store/users.ts';
import { demandWorkspaceAdmin, getUser } from './grants.ts';
import { matchesHash } from './password-hash.ts';
import * as users from './users.ts';

export { changeRole, deleteUser } from './users.ts';

/** Adds a user who may do what is given to everybody. @throws forbidden unless the actor administers the workspace, invalid, already_exists */
export async function createUser(
  context: Context,
  { name, password }: { name: string; password: string },
): Promise<NumberedUser> {
  await demandWorkspaceAdmin(context);
  await users.addUser(context, { name, password, role: 'user' });
  return getUser(context, name);
}

/** Who asks. @throws not_found for the default user of a server that made none yet */
export async function readSelf(context: Context): Promise<NumberedUser> {
  return getUser(context, context.actor.name);
}

/** Every user with their roles: an admin sees all of them, other users their own. */
export async function listPeople(context: Context): Promise<{ user: NumberedUser; roles: Role[] }[]> {
  const { db, actor, workspaceId } = context;
  const all = await listNumberedUsers(db);
  const roles = await listRolesByUser(
    db,
    all.map(({ id }) => id),
  );
  const isAdmin = await context.guard.isWorkspaceAdmin();
  return all.map((user) => {
    const own = roles.get(user.id) ?? [];
    if (actor.role === 'admin' || user.id === actor.userId) return { user, roles: own };
    return { user, roles: isAdmin ? own.filter((role) => role.workspaceId === workspaceId) : [] };
  });
}

/**
 * Sets the password of a user: an admin that of everybody, other users their own.
 * @param change.current the old one, asked of whoever changes their own
 * @throws forbidden, not_found, invalid also when the old one is wrong or the new one is no other
 */
export async function changePassword(
  context: Context,
  { name, password, current }: { name: string; password: string; current: string | undefined },
): Promise<void> {
  if (name === context.actor.name) {
    if (current === undefined) throw invalid('current_password', 'Who changes their own password must say the current one.');
    const hash = (await findUser(context.db, name))?.passwordHash ?? null;
    if (hash === null || !(await matchesHash(current, hash))) {
      throw invalid('current_password', 'The current password is another one.');
    }
    if (password === current) throw invalid('password', 'The new password must be another one than the current.');
  } else if (context.actor.role !== 'admin') {
    throw new BridgeError('forbidden', 'Only admins set the passwords of others.');
  }
  await users.changePassword(context, { name, password });
}
