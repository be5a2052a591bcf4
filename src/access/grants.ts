import type { Context } from '../context.ts';
import { BridgeError, invalid, notFound, show } from '../model/errors.ts';
import { ALL, checkGrant, checkGrantedPermission, type GrantKind, meets, type Permission } from '../model/permission.ts';
import { ownRoleName } from '../model/role.ts';
import type { NumberedUser } from '../model/user.ts';
import * as store from '../store/grants.ts';
import { listRoles, type StoredRole } from '../store/roles.ts';
import { findNumberedUser } from '../store/users.ts';
import { findThing, type NamedThing } from './things.ts';

/** What giving and taking rights needs to know. */
type RightsContext = Pick<Context, 'db' | 'workspaceId' | 'guard' | 'actor'>;

/** Something given to one user alone. */
export interface UserGrant {
  userName: string;
  kind: GrantKind;
  /** As {@link findThing} reads it. */
  name: string;
  permission: Permission;
}

/** Whom something is asked or said about. @throws not_found */
export async function getUser({ db }: Pick<Context, 'db'>, name: string): Promise<NumberedUser> {
  const user = await findNumberedUser(db, name);
  if (!user) throw notFound('user', name);
  return user;
}

/** @throws forbidden unless the actor is an admin, or administers the workspace */
export async function demandWorkspaceAdmin(context: Pick<Context, 'guard'>): Promise<void> {
  if (!(await context.guard.isWorkspaceAdmin())) throw new BridgeError('forbidden', 'This needs an admin of the workspace.');
}

/** @throws forbidden unless the actor is this user, an admin, or administers the workspace */
export async function demandSelfOrAdmin(context: Pick<Context, 'guard' | 'actor'>, userName: string): Promise<void> {
  if (context.actor.name !== userName) await demandWorkspaceAdmin(context);
}

/** Who may manage a thing may give it; what is given on all things, only an admin of the workspace. */
async function demandManage(context: RightsContext, thing: NamedThing): Promise<void> {
  if (thing.pattern === ALL) return demandWorkspaceAdmin(context);
  if (!meets(await context.guard.permissionOn(thing), 'manage')) {
    throw new BridgeError('forbidden', 'Only who manages a thing may give rights on it.', { reason: 'no_write' });
  }
}

function refuseWorkspace(kind: GrantKind): void {
  if (kind === 'workspace') {
    throw invalid('resource_type', 'Rights on a workspace are given through roles, not to a single user.');
  }
}

async function managed(context: RightsContext, kind: GrantKind, name: string): Promise<NamedThing> {
  refuseWorkspace(kind);
  const thing = await findThing(context, kind, name);
  await demandManage(context, thing);
  return thing;
}

/** Gives a user something. @throws forbidden, not_found, invalid, already_exists for what is given already */
export async function grantToUser(context: RightsContext, { userName, kind, name, permission }: UserGrant): Promise<void> {
  const thing = await managed(context, kind, name);
  const { id } = await getUser(context, userName);
  checkGrant(kind, name, permission);
  await context.db.transaction(async (db) => {
    const roleId = await store.ensureOwnRole(db, id, context.workspaceId);
    if ((await store.insertGrant(db, roleId, { ...thing, permission })) !== undefined) return;
    throw new BridgeError('already_exists', `The user ${show(userName)} is given something on ${kind} ${show(name)} already.`);
  });
}

/** Gives something else in place of what a user is given. @throws forbidden, invalid, not_found also when nothing is given */
export async function changeUserGrant(context: RightsContext, { userName, kind, name, permission }: UserGrant): Promise<void> {
  const thing = await managed(context, kind, name);
  const { id } = await getUser(context, userName);
  checkGrantedPermission(kind, permission);
  if (!(await store.updateOwnGrant(context.db, id, context.workspaceId, { ...thing, permission }))) {
    throw notGiven(userName, kind, name);
  }
}

/** Takes away what a user alone is given. @throws forbidden, invalid, not_found also when nothing is given */
export async function revokeFromUser(
  context: RightsContext,
  { userName, kind, name }: Omit<UserGrant, 'permission'>,
): Promise<void> {
  const thing = await managed(context, kind, name);
  const { id } = await getUser(context, userName);
  if (!(await store.deleteOwnGrant(context.db, id, context.workspaceId, thing))) throw notGiven(userName, kind, name);
}

function notGiven(userName: string, kind: GrantKind, name: string): BridgeError {
  return new BridgeError('not_found', `The user ${show(userName)} alone is given nothing on ${kind} ${show(name)}.`, {
    resource: `grant ${name}`,
  });
}

/** What a user may do with a thing, all that holds taken together. @throws forbidden, not_found for the user, invalid */
export async function permissionOfUser(
  context: RightsContext,
  { userName, kind, name }: Omit<UserGrant, 'permission'>,
): Promise<Permission> {
  refuseWorkspace(kind);
  await demandSelfOrAdmin(context, userName);
  const user = await getUser(context, userName);
  return await context.guard.permissionOn(await findThing(context, kind, name), user);
}

/** What a user alone is given on a thing; undefined for nothing. @throws forbidden unless the thing is managed, not_found */
export async function ownGrantOfUser(
  context: RightsContext,
  { userName, kind, name }: Omit<UserGrant, 'permission'>,
): Promise<{ user: NumberedUser; permission: Permission }> {
  const thing = await managed(context, kind, name);
  const user = await getUser(context, userName);
  const permission = await store.findOwnGrant(context.db, user.id, context.workspaceId, thing);
  if (permission === undefined) throw notGiven(userName, kind, name);
  return { user, permission };
}

/** Roles of a user with all they give. @throws forbidden unless the actor is the user or an admin, not_found */
export async function rolesOfUser(
  context: RightsContext,
  userName: string,
): Promise<{ user: NumberedUser; roles: StoredRole[] }> {
  await demandSelfOrAdmin(context, userName);
  const user = await getUser(context, userName);
  const roles = await listRoles(context.db, { userIds: [user.id] });
  const mayReadAll = context.actor.name === userName || context.actor.role === 'admin';
  return { user, roles: mayReadAll ? roles : roles.filter(({ workspaceId }) => workspaceId === context.workspaceId) };
}

/** Gives a user something, in place of what they alone are given there. @throws forbidden, not_found, invalid */
export async function setUserGrant(context: RightsContext, grant: UserGrant): Promise<void> {
  try {
    await grantToUser(context, grant);
  } catch (error) {
    if (!(error instanceof BridgeError) || error.code !== 'already_exists') throw error;
    await changeUserGrant(context, grant);
  }
}

/** Everything a user is given, alone and through roles. @throws forbidden, not_found */
export async function listRights(context: RightsContext, userName: string): Promise<Right[]> {
  const { user, roles } = await rolesOfUser(context, userName);
  return roles.flatMap(({ name, workspace, grants }) =>
    grants.map(({ kind, pattern, permission }) => ({
      kind,
      name: pattern,
      permission,
      role: name === ownRoleName(user.number) ? null : name,
      workspace,
    })),
  );
}

/** Something a user is given. */
export interface Right {
  kind: GrantKind;
  name: string;
  permission: Permission;
  /** Through which role; null when it is given to the user alone. */
  role: string | null;
  workspace: string;
}
