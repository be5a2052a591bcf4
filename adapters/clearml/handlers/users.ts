import type { operations } from '../../../openapi/generated/clearml.ts';
import { changeProfile, findProfiles, getProfile, mergePreferences, readPreferences } from '../../../src/access/profiles.ts';
import { addUser, changeRole, deleteUser } from '../../../src/access/users.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import { readFind } from '../filter/find.ts';
import { readProjection } from '../filter/projection.ts';
import { activeCondition, userEntity, userPaths } from '../filter/user-fields.ts';
import { companyIdOf, companyOf } from '../map/company.ts';
import { toPreferenceChanges } from '../map/preferences.ts';
import { toProfile, toRole, toUserDocument } from '../map/user.ts';

/** Most rows that the web page offers to save as a table. */
export const maxDownloadItems = '10000';

export const usersGetById: Handler<operations['users.get_by_id']> = async ({ body }, context) => {
  const profile = await getProfile(context, body.user ?? '');
  return { user: toUserDocument(profile, companyIdOf(context.workspaceId)) };
};

/** Who asks. The web page shows what to begin with from `getting_started`, and needs nothing there. */
export const usersGetCurrentUser: Handler<operations['users.get_current_user']> = async (_input, context) => {
  const profile = await getProfile(context, context.actor.userId);
  const company = companyOf(context);
  return {
    user: { ...toUserDocument(profile, company.id), company },
    getting_started: {},
    settings: { max_download_items: maxDownloadItems },
  };
};

export const usersGetAll: Handler<operations['users.get_all']> = async ({ body }, context) => ({
  users: await findDocuments(context, body, []),
});

/** The same with the id in every document, of those alone who have runs in these projects: in any when the list is empty. */
export const usersGetAllEx: Handler<operations['users.get_all_ex']> = async ({ body }, context) => ({
  users: await findDocuments(context, body, ['id']),
});

async function findDocuments(
  context: Context,
  body: operations['users.get_all_ex']['requestBody']['content']['application/json'],
  always: string[],
) {
  const projection = readProjection(body, userPaths, always);
  const { rows } = await findProfiles(context, readFind(body, userEntity, activeCondition(body.active_in_projects)));
  const company = companyIdOf(context.workspaceId);
  return rows.map((user) => projection.cut(toUserDocument(user, company)));
}

export const usersGetPreferences: Handler<operations['users.get_preferences']> = async (_input, context) => ({
  preferences: await readPreferences(context),
});

/** Puts each given value in its place among the preferences; a name with dots is a path. */
export const usersSetPreferences: Handler<operations['users.set_preferences']> = async ({ body }, context) => {
  const preferences = await mergePreferences(context, toPreferenceChanges(body.preferences ?? {}));
  return body.return_updated === false ? { updated: 1 } : { updated: 1, fields: { preferences } };
};

/** Changes what is shown of a user; the name to sign in by stays. */
export const usersUpdate: Handler<operations['users.update']> = async ({ body }, context) => {
  const { user = '', name, given_name, family_name, avatar } = body;
  await changeProfile(context, user, { ...toProfile(body), displayName: name ?? undefined });
  const given = Object.entries({ name, given_name, family_name, avatar }).filter(([, value]) => value != null);
  return { updated: 1, fields: Object.fromEntries(given) };
};

/** Adds a user under an id of the caller's choice, who can sign in once somebody gives them a password or a key pair. */
export const usersCreate: Handler<operations['users.create']> = async ({ body }, context) => {
  await addUser(context, { id: body.id, name: body.name ?? '', role: 'user', profile: toProfile(body) });
  return {};
};

export const usersDelete: Handler<operations['users.delete']> = async ({ body }, context) => {
  const { name } = await getProfile(context, body.user ?? '');
  await deleteUser(context, name);
  return {};
};

/** Adds a user, for whom the caller may then act or make a token. */
export const authCreateUser: Handler<operations['auth.create_user']> = async ({ body }, context) => {
  const id = await addUser(context, { name: body.name ?? '', role: toRole(body.role), profile: toProfile(body) });
  return { id };
};

export const authEditUser: Handler<operations['auth.edit_user']> = async ({ body }, context) => {
  const { name, role: before } = await getProfile(context, body.user ?? '');
  const role = toRole(body.role);
  if (role === before) return { updated: 0, fields: {} };
  await changeRole(context, { name, role });
  return { updated: 1, fields: { role } };
};
