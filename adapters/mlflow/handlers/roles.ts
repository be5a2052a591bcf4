import type { operations } from '../../../openapi/generated/mlflow.ts';
import { rolesOfUser } from '../../../src/access/grants.ts';
import * as access from '../../../src/access/roles.ts';
import type { Handler } from '../../../src/http/door.ts';
import { plain, toGrantKind, toPermission, toWireGrant, toWireMember, toWireRole } from '../map/access.ts';

export const createRole: Handler<operations['createRole']> = async ({ body }, context) => {
  const { workspace = '', name = '', description = null } = body;
  return plain({ role: toWireRole(await access.createRole(context, { workspace, name, description })) });
};

export const getRole: Handler<operations['getRole']> = async ({ query }, context) =>
  plain({ role: toWireRole(await access.getRole(context, query.role_id ?? 0)) });

export const listRoles: Handler<operations['listRoles']> = async ({ query }, context) =>
  plain({ roles: (await access.listRoles(context, query.workspace ?? [])).map(toWireRole) });

export const updateRole: Handler<operations['updateRole']> = async ({ body }, context) => {
  const { role_id = 0, name, description } = body;
  return plain({ role: toWireRole(await access.updateRole(context, role_id, { name, description })) });
};

export const deleteRole: Handler<operations['deleteRole']> = async ({ body }, context) => {
  await access.deleteRole(context, body.role_id ?? 0);
  return {};
};

export const addRolePermission: Handler<operations['addRolePermission']> = async ({ body }, context) => {
  const { role_id = 0, resource_type = '', resource_pattern: name = '', permission = '' } = body;
  const wanted = { kind: toGrantKind(resource_type), name, permission: toPermission(permission) };
  return plain({ role_permission: toWireGrant(await access.addGrant(context, role_id, wanted)) });
};

export const listRolePermissions: Handler<operations['listRolePermissions']> = async ({ query }, context) =>
  plain({ role_permissions: (await access.getRole(context, query.role_id ?? 0)).grants.map(toWireGrant) });

export const updateRolePermission: Handler<operations['updateRolePermission']> = async ({ body }, context) => {
  const { role_permission_id: id = 0, permission = '' } = body;
  return plain({ role_permission: toWireGrant(await access.updateGrant(context, id, toPermission(permission))) });
};

export const removeRolePermission: Handler<operations['removeRolePermission']> = async ({ body }, context) => {
  await access.removeGrant(context, body.role_permission_id ?? 0);
  return {};
};

export const assignRole: Handler<operations['assignRole']> = async ({ body }, context) =>
  plain({ assignment: toWireMember(await access.assignRole(context, body.username ?? '', body.role_id ?? 0)) });

export const unassignRole: Handler<operations['unassignRole']> = async ({ body }, context) => {
  await access.unassignRole(context, body.username ?? '', body.role_id ?? 0);
  return {};
};

export const listRoleUsers: Handler<operations['listRoleUsers']> = async ({ query }, context) =>
  plain({ assignments: (await access.listMembers(context, query.role_id ?? 0)).map(toWireMember) });

export const listUserRoles: Handler<operations['listUserRoles']> = async ({ query }, context) =>
  plain({ roles: (await rolesOfUser(context, query.username ?? '')).roles.map(toWireRole) });
