import type { Find } from '../model/find.ts';
import type { ProfileChange, UserProfile } from '../model/user.ts';
import type { Database } from './database.ts';
import { type Findable, type Found, find } from './search/find.ts';
import { hexOf, uuidOfHex } from './search/find-fields.ts';
import { microseconds } from './search/find-order.ts';

/** Fields of users that queries may name. */
export type UserField =
  | 'id'
  | 'name'
  | 'givenName'
  | 'familyName'
  | 'avatar'
  | 'role'
  | 'createdAt'
  | 'activeInProject'
  | 'isActive';

/** What is shown as a user's name. */
const shownName = `coalesce(nullif(u.display_name, ''), u.name)`;

const users: Findable<UserField> = {
  fields: {
    id: { type: 'id', uuid: 'u.user_id', always: true },
    name: { type: 'text', value: shownName, always: true },
    givenName: { type: 'text', value: 'u.given_name' },
    familyName: { type: 'text', value: 'u.family_name' },
    avatar: { type: 'text', value: 'u.avatar' },
    role: { type: 'text', value: 'u.role', always: true },
    createdAt: { type: 'timestamptz', value: 'u.created_at', always: true },
    activeInProject: {
      type: 'rows',
      rows: 'runs r join projects p using (project_id) where r.user_id = u.user_id',
      value: hexOf('p.uuid'),
      oneOf: (ids, bindings) => `exists (select from runs r join projects p using (project_id)
        where r.user_id = u.user_id and p.uuid = any(${bindings.bind(
          ids.flatMap((id) => uuidOfHex(id) ?? []),
          'uuid[]',
        )}))`,
    },
    isActive: { type: 'bool', value: 'exists (select from runs r where r.user_id = u.user_id)', always: true },
  },
  columns: `${hexOf('u.user_id')} as id, u.name, u.role, u.created_at as "createdAt", u.disabled_at as "disabledAt",
    u.display_name as "displayName", u.email, u.given_name as "givenName", u.family_name as "familyName", u.avatar`,
  from: 'users u',
  scope: () => [],
  last: [
    { expression: microseconds('u.created_at'), type: 'int8' },
    { expression: hexOf('u.user_id'), type: 'text' },
  ],
};

/** One page of users. @throws invalid for a query that cannot be searched for */
export async function findUsers(db: Database, query: Find<UserField>): Promise<Found<UserProfile>> {
  return await find<UserProfile, UserField>(db, users, query);
}

/** Changes what is given. @returns whether there is such a user */
export async function updateProfile(db: Database, id: string, change: ProfileChange): Promise<boolean> {
  const { displayName, email, givenName, familyName, avatar } = change;
  const { rowCount } = await db.query({
    text: `update users set display_name = coalesce($2, display_name), email = coalesce($3, email),
        given_name = coalesce($4, given_name), family_name = coalesce($5, family_name), avatar = coalesce($6, avatar)
      where user_id = $1`,
    values: [id, displayName, email, givenName, familyName, avatar],
  });
  return rowCount === 1;
}

/** What a user's programs keep here, as JSON text; undefined when there is no such user. Locked until the transaction ends. */
export async function lockPreferences(db: Database, id: string): Promise<string | undefined> {
  const { rows } = await db.query<{ text: string }>({
    text: 'select preferences::text as text from users where user_id = $1 for update',
    values: [id],
  });
  return rows[0]?.text;
}

/** The same without a lock. */
export async function readPreferences(db: Database, id: string): Promise<string | undefined> {
  const { rows } = await db.query<{ text: string }>({
    text: 'select preferences::text as text from users where user_id = $1',
    values: [id],
  });
  return rows[0]?.text;
}

/** Replaces them. @param text JSON */
export async function writePreferences(db: Database, id: string, text: string): Promise<void> {
  await db.query({ text: 'update users set preferences = $2 where user_id = $1', values: [id, text] });
}
