import type { operations } from '../../../openapi/generated/mlflow.ts';
import * as access from '../../../src/access/grants.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler, Reply } from '../../../src/http/door.ts';
import { meets, type Permission } from '../../../src/model/permission.ts';
import { plain, toGrantKind, toPermission, toPermissionName, toWirePermissions } from '../map/access.ts';

interface Resource {
  username?: string;
  resource_type?: string;
  resource_id?: string;
}

function toGrantOf({ username = '', resource_type = '', resource_id = '' }: Resource) {
  return { userName: username, kind: toGrantKind(resource_type), name: resource_id };
}

export const grantUserPermission: Handler<operations['grantUserPermission']> = async ({ body }, context) => {
  await access.grantToUser(context, { ...toGrantOf(body), permission: toPermission(body.permission ?? '') });
  return {};
};

export const revokeUserPermission: Handler<operations['revokeUserPermission']> = async ({ body }, context) => {
  await access.revokeFromUser(context, toGrantOf(body));
  return {};
};

/** What is allowed is the use of a thing: more than reading it. */
export const getUserPermission: Handler<operations['getUserPermission']> = async ({ query }, context) => {
  const permission = await access.permissionOfUser(context, toGrantOf(query));
  return plain({ allowed: meets(permission, 'use'), permission: toPermissionName(permission) });
};

async function permissionsOf(context: Context, userName: string): Promise<Reply> {
  const { user, roles } = await access.rolesOfUser(context, userName);
  return plain({ is_admin: user.role === 'admin', permissions: toWirePermissions(roles) });
}

export const listUserPermissions: Handler<operations['listUserPermissions']> = async ({ query }, context) =>
  permissionsOf(context, query.username ?? '');

export const listCurrentUserPermissions: Handler<operations['listCurrentUserPermissions']> = async (_input, context) =>
  permissionsOf(context, context.actor.name);

/** Clients of 2.x say NO_PERMISSIONS for what is a denial here. */
function toOldPermission(text: string): Permission {
  const permission = toPermission(text);
  return permission === 'none' ? 'deny' : permission;
}

interface OldGrant {
  username?: string;
  permission?: string;
}

const onExperiment = (body: OldGrant & { experiment_id?: string }) =>
  toGrantOf({ ...body, resource_type: 'experiment', resource_id: body.experiment_id });
const onRegisteredModel = (body: OldGrant & { name?: string }) =>
  toGrantOf({ ...body, resource_type: 'registered_model', resource_id: body.name });

async function readOld(context: Context, grant: ReturnType<typeof toGrantOf>) {
  const { user, permission } = await access.ownGrantOfUser(context, grant);
  return { user_id: user.number, permission: toPermissionName(permission) };
}

export const createExperimentPermission: Handler<operations['createExperimentPermission']> = async ({ body }, context) => {
  await access.grantToUser(context, { ...onExperiment(body), permission: toOldPermission(body.permission ?? '') });
  return plain({ experiment_permission: { experiment_id: body.experiment_id, ...(await readOld(context, onExperiment(body))) } });
};

export const getExperimentPermission: Handler<operations['getExperimentPermission']> = async ({ query }, context) =>
  plain({ experiment_permission: { experiment_id: query.experiment_id, ...(await readOld(context, onExperiment(query))) } });

export const updateExperimentPermission: Handler<operations['updateExperimentPermission']> = async ({ body }, context) => {
  await access.changeUserGrant(context, { ...onExperiment(body), permission: toOldPermission(body.permission ?? '') });
  return {};
};

export const deleteExperimentPermission: Handler<operations['deleteExperimentPermission']> = async ({ body }, context) => {
  await access.revokeFromUser(context, onExperiment(body));
  return {};
};

export const createRegisteredModelPermission: Handler<operations['createRegisteredModelPermission']> = async (
  { body },
  context,
) => {
  await access.grantToUser(context, { ...onRegisteredModel(body), permission: toOldPermission(body.permission ?? '') });
  return plain({ registered_model_permission: { name: body.name, ...(await readOld(context, onRegisteredModel(body))) } });
};

export const getRegisteredModelPermission: Handler<operations['getRegisteredModelPermission']> = async ({ query }, context) =>
  plain({ registered_model_permission: { name: query.name, ...(await readOld(context, onRegisteredModel(query))) } });

export const updateRegisteredModelPermission: Handler<operations['updateRegisteredModelPermission']> = async (
  { body },
  context,
) => {
  await access.changeUserGrant(context, { ...onRegisteredModel(body), permission: toOldPermission(body.permission ?? '') });
  return {};
};

export const deleteRegisteredModelPermission: Handler<operations['deleteRegisteredModelPermission']> = async (
  { body },
  context,
) => {
  await access.revokeFromUser(context, onRegisteredModel(body));
  return {};
};
