import type { Context } from '../context.ts';
import { BridgeError, invalid, notFound, show } from '../model/errors.ts';
import { checkGrant, checkGrantedPermission, type GrantKind, type Permission } from '../model/permission.ts';
import { checkRoleDescription, checkRoleName, type Role, type RoleGrant, type RoleMember } from '../model/role.ts';
import { insertGrant } from '../store/grants.ts';
import * as store from '../store/roles.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { demandWorkspaceAdmin, getUser } from './grants.ts';
import { findThing } from './things.ts';

/** A role that the actor may change: admins all, whoever administers the workspace those of it. @throws forbidden, not_found */
async function managedRole(context: Context, role: store.StoredRole | undefined, what: string): Promise<store.StoredRole> {
  // whoever administers nothing is not told which roles there are
  await demandWorkspaceAdmin(context);
  if (!role) throw new BridgeError('not_found', `No ${what} exists.`, { resource: what });
  demandWorkspace(context, role.workspaceId);
  return role;
}

function demandWorkspace({ actor, workspaceId }: Context, other: string): void {
  if (actor.role !== 'admin' && other !== workspaceId) {
    throw new BridgeError('forbidden', 'This needs an admin of the workspace.');
  }
}

/** @throws forbidden, not_found */
export async function getRole(context: Context, id: number): Promise<Role> {
  return managedRole(context, await store.findRole(context.db, id), `role with id=${id}`);
}

/** Adds a role. @throws forbidden, invalid, not_found for the workspace, already_exists */
export async function createRole(
  context: Context,
  { workspace, name, description }: { workspace: string; name: string; description: string | null },
): Promise<Role> {
  await demandWorkspaceAdmin(context);
  checkRoleName(name);
  checkRoleDescription(description ?? '');
  const place = await findWorkspace(context.db, workspace);
  if (!place) throw notFound('workspace', workspace);
  demandWorkspace(context, place.id);
  const id = await store.insertRole(context.db, { workspaceId: place.id, name, description });
  return { id, name, workspace, description, grants: [] };
}

/**
 * Roles of some workspaces, or of all.
 * @throws forbidden unless the actor is an admin, or administers the one workspace asked for
 */
export async function listRoles(context: Context, workspaces: readonly string[]): Promise<Role[]> {
  const { actor, workspaceName } = context;
  if (actor.role !== 'admin') {
    const isOwn = workspaces.length > 0 && workspaces.every((name) => name === workspaceName);
    if (!isOwn) throw new BridgeError('forbidden', 'Only admins may list the roles of other workspaces.');
    await demandWorkspaceAdmin(context);
  }
  return store.listRoles(context.db, workspaces.length === 0 ? {} : { workspaces });
}

/** Changes what is given. @throws forbidden, not_found, invalid, already_exists */
export async function updateRole(context: Context, id: number, change: { name?: string; description?: string }): Promise<Role> {
  if (change.name === undefined && change.description === undefined) {
    throw invalid('name', 'At least one of name and description must be given to change a role.');
  }
  await getRole(context, id);
  if (change.name !== undefined) checkRoleName(change.name);
  checkRoleDescription(change.description ?? '');
  await store.updateRole(context.db, id, change);
  return getRole(context, id);
}

/** Deletes a role: who had it loses what it gave, from the next request on. @throws forbidden, not_found */
export async function deleteRole(context: Context, id: number): Promise<void> {
  await getRole(context, id);
  await store.deleteRole(context.db, id);
}

/** Lets a role give something. @throws forbidden, not_found, invalid, already_exists */
export async function addGrant(
  context: Context,
  id: number,
  { kind, name, permission }: { kind: GrantKind; name: string; permission: Permission },
): Promise<RoleGrant> {
  const role = await managedRole(context, await store.findRole(context.db, id), `role with id=${id}`);
  checkGrant(kind, name, permission);
  const thing = await findThing({ ...context, workspaceId: role.workspaceId }, kind, name);
  const grantId = await insertGrant(context.db, id, { ...thing, permission });
  if (grantId === undefined) {
    throw new BridgeError('already_exists', `The role ${show(role.name)} gives something on ${kind} ${show(name)} already.`);
  }
  return { id: grantId, roleId: id, kind, pattern: name, permission };
}

async function managedGrant(context: Context, grantId: number): Promise<RoleGrant> {
  const role = await managedRole(context, await store.findRoleOfGrant(context.db, grantId), `grant with id=${grantId}`);
  return role.grants.find(({ id }) => id === grantId) as RoleGrant;
}

/** @throws forbidden, not_found, invalid */
export async function updateGrant(context: Context, grantId: number, permission: Permission): Promise<RoleGrant> {
  const grant = await managedGrant(context, grantId);
  checkGrantedPermission(grant.kind, permission);
  await store.updateGrant(context.db, grantId, permission);
  return { ...grant, permission };
}

/** @throws forbidden, not_found */
export async function removeGrant(context: Context, grantId: number): Promise<void> {
  await managedGrant(context, grantId);
  await store.deleteGrant(context.db, grantId);
}

/** Gives a user a role. @throws forbidden, not_found, already_exists */
export async function assignRole(context: Context, userName: string, id: number): Promise<RoleMember> {
  await demandWorkspaceAdmin(context);
  const user = await getUser(context, userName);
  await getRole(context, id);
  const member = await store.insertMember(context.db, user.id, id);
  if (!member) throw new BridgeError('already_exists', `The user ${show(userName)} has the role ${id} already.`);
  return member;
}

/** Takes a role from a user. @throws forbidden, not_found also when the user does not have it */
export async function unassignRole(context: Context, userName: string, id: number): Promise<void> {
  await demandWorkspaceAdmin(context);
  const user = await getUser(context, userName);
  await getRole(context, id);
  if (!(await store.deleteMember(context.db, user.id, id))) {
    throw new BridgeError('not_found', `The user ${show(userName)} does not have the role ${id}.`, { resource: `role ${id}` });
  }
}

/** Who has a role. @throws forbidden, not_found */
export async function listMembers(context: Context, id: number): Promise<RoleMember[]> {
  await getRole(context, id);
  return store.listMembers(context.db, id);
}
