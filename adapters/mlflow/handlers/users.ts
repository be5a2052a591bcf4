import type { operations } from '../../../openapi/generated/mlflow.ts';
import { rolesOfUser } from '../../../src/access/grants.ts';
import * as access from '../../../src/access/people.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid } from '../../../src/model/errors.ts';
import { badRequest } from '../errors.ts';
import { plain, toWireActor, toWireRole, toWireUser } from '../map/access.ts';

export const createUser: Handler<operations['createUser']> = async ({ body }, context) => {
  const { username = '', password = '' } = body;
  if (username === '' || password === '') throw invalid('username', 'The username and the password must not be empty.');
  return plain({ user: toWireUser(await access.createUser(context, { name: username, password }), []) });
};

export const getUser: Handler<operations['getUser']> = async ({ query }, context) => {
  const { user, roles } = await rolesOfUser(context, query.username ?? '');
  return plain({ user: toWireUser(user, roles) });
};

export const listUsers: Handler<operations['listUsers']> = async (_input, context) => {
  const users = await access.listPeople(context);
  return plain({ users: users.map(({ user, roles }) => ({ ...toWireActor(user), roles: roles.map(toWireRole) })) });
};

export const getCurrentUser: Handler<operations['getCurrentUser']> = async (_input, context) =>
  plain({ user: toWireActor(await access.readSelf(context)), is_basic_auth: true });

/** Whoever changes their own says the old one too, so that a session left open is not enough. */
export const updateUserPassword: Handler<operations['updateUserPassword']> = async ({ body }, context) => {
  const { username = '', password = '', current_password: current } = body;
  await access.changePassword(context, { name: username, password, current: current || undefined });
  return {};
};

export const updateUserAdmin: Handler<operations['updateUserAdmin']> = async ({ body }, context) => {
  await access.changeRole(context, { name: body.username ?? '', role: body.is_admin ? 'admin' : 'user' });
  return {};
};

export const deleteUser: Handler<operations['deleteUser']> = async ({ body }, context) => {
  const { username = '' } = body;
  if (username === context.actor.name) return badRequest('Nobody removes themselves; ask another admin.');
  await access.deleteUser(context, username);
  return {};
};
