import type { components, operations } from '../../../openapi/generated/bridge.ts';
import * as credentials from '../../access/credentials.ts';
import * as grants from '../../access/grants.ts';
import * as users from '../../access/users.ts';
import type { Context } from '../../context.ts';
import type { Handler } from '../../http/door.ts';
import { BridgeError, invalid, show } from '../../model/errors.ts';
import { toGrantKind, toPermission } from '../../model/permission.ts';
import type { Credential } from '../../model/user.ts';

/** Everybody who may sign in, by name. */
export const listUsers: Handler<operations['listUsers']> = async (_input, context) => {
  const all = await users.listUsers(context);
  return {
    users: all.map(({ name, role, createdAt, disabledAt }) => ({
      name,
      role,
      created_at: createdAt.toISOString(),
      disabled_at: disabledAt?.toISOString() ?? null,
    })),
  };
};

export const addUser: Handler<operations['addUser']> = async ({ body }, context) => {
  await users.addUser(context, { ...body, role: body.role ?? 'user' });
  return { name: body.name };
};

/** Sets a password, or disables or enables every login of a user. */
export const changeUser: Handler<operations['changeUser']> = async ({ path: { name }, body }, context) => {
  if (body.password !== undefined) await users.changePassword(context, { name, password: body.password });
  if (body.disabled === true) await users.disableUser(context, name);
  if (body.disabled === false) await users.enableUser(context, name);
  return { name };
};

export const deleteUser: Handler<operations['deleteUser']> = async ({ path: { name } }, context) => {
  await users.deleteUser(context, name);
  return { name };
};

export const listRights: Handler<operations['listRights']> = async ({ path }, context) => ({
  rights: (await grants.listRights(context, path.name)).map(({ name, ...right }) => ({ ...right, thing: name })),
});

/** Gives, replaces or takes away what a user alone is given. */
export const changeRight: Handler<operations['changeRight']> = async ({ path, body }, context) => {
  const on = { userName: path.name, kind: toGrantKind(body.kind), name: body.thing };
  if (body.permission === undefined) await grants.revokeFromUser(context, on);
  else await grants.setUserGrant(context, { ...on, permission: toPermission(body.permission) });
  return { name: path.name };
};

/** The caller's credentials; an admin's listing is of all users unless one is named. */
export const listCredentials: Handler<operations['listCredentials']> = async ({ query: { user } }, context) => {
  const all = await credentials.listCredentials(context, context.actor.role === 'admin' ? user : ownName(context, user));
  return { credentials: all.map(toEntry) };
};

export const createCredential: Handler<operations['createCredential']> = async ({ body }, context) => {
  const { kind = 'key_pair', label = '', expires_at, workspace } = body;
  const userName = context.actor.role === 'admin' ? (body.user ?? context.actor.name) : ownName(context, body.user);
  const expiresAt = expires_at === undefined ? undefined : readMoment(expires_at);
  const made = await credentials.createCredential(context, { userName, kind, label, expiresAt, workspace });
  return { user: userName, access_key: made.accessKey, secret: made.secret, token: made.token };
};

export const revokeCredential: Handler<operations['revokeCredential']> = async ({ path, query }, context) => {
  const owner = context.actor.role === 'admin' ? query.user : ownName(context, query.user);
  await credentials.revokeCredential(context, path.access_key, owner);
  return { access_key: path.access_key };
};

/** @throws forbidden when somebody else is named */
function ownName({ actor }: Context, asked: string | undefined): string {
  if (asked === undefined || asked === actor.name) return actor.name;
  throw new BridgeError('forbidden', `The user ${actor.name} may not do this for ${show(asked)}; it needs the right admin.`);
}

function readMoment(text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw invalid('expires_at', `The time of expiry ${show(text)} is no ISO 8601 date.`);
  return moment;
}

function toEntry(each: Credential): components['schemas']['CredentialEntry'] {
  return {
    access_key: each.accessKey,
    kind: each.kind,
    user: each.userName,
    workspace: each.workspace,
    label: each.label,
    created_at: each.createdAt.toISOString(),
    expires_at: each.expiresAt?.toISOString() ?? null,
    revoked_at: each.revokedAt?.toISOString() ?? null,
    last_used_at: each.lastUsedAt?.toISOString() ?? null,
    last_used_from: each.lastUsedFrom,
  };
}
