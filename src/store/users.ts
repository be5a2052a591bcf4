import type { NumberedUser, ProfileChange, Role, User } from '../model/user.ts';
import type { Database } from './database.ts';

interface UserRow {
  id: string;
  name: string;
  role: Role;
  created_at: Date;
  disabled_at: Date | null;
}

const columns = `replace(user_id::text, '-', '') as id, name, role, created_at, disabled_at`;

/** What a new user is made from. */
export interface UserDraft {
  /** 32 lower hex. */
  id: string;
  name: string;
  role: Role;
  /** Null for a user who signs in by machine credentials only. */
  passwordHash: string | null;
  profile?: ProfileChange;
}

/** @throws already_exists when the name is taken */
export async function insertUser(db: Database, user: UserDraft): Promise<void> {
  const { displayName = '', email, givenName, familyName, avatar } = user.profile ?? {};
  await db.query({
    text: `insert into users (user_id, name, role, password_hash, display_name, email, given_name, family_name, avatar)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [user.id, user.name, user.role, user.passwordHash, displayName, email, givenName, familyName, avatar],
  });
}

/**
 * Adds an admin to an installation that has none. Of several servers starting at once one adds it.
 * @returns whether it was added
 */
export async function insertFirstAdmin(db: Database, user: UserDraft): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `insert into users (user_id, name, role, password_hash) select $1, $2, 'admin', $3
      where not exists (select from users where role = 'admin') on conflict do nothing`,
    values: [user.id, user.name, user.passwordHash],
  });
  return rowCount === 1;
}

/** Whether any admin was ever added and not deleted, and whether the first one was never given a password. */
export async function readAdmins(db: Database, firstId: string): Promise<{ areThere: boolean; firstLacksPassword: boolean }> {
  const { rows } = await db.query<{ areThere: boolean; firstLacksPassword: boolean }>({
    text: `select count(*) > 0 as "areThere",
        count(*) filter (where user_id = $1 and password_hash is null and disabled_at is null) > 0 as "firstLacksPassword"
      from users where role = 'admin'`,
    values: [firstId],
  });
  return rows[0] ?? { areThere: false, firstLacksPassword: false };
}

/** Name of the admin with this id or, when there is no such one who may sign in, of the oldest who may. */
export async function findLeadingAdmin(db: Database, firstId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ name: string }>({
    text: `select name from users where role = 'admin' and disabled_at is null
      order by user_id <> $1, created_at, name limit 1`,
    values: [firstId],
  });
  return rows[0]?.name;
}

/** @returns whether the user was there and had no password */
export async function setFirstPasswordHash(db: Database, id: string, passwordHash: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: 'update users set password_hash = $2 where user_id = $1 and password_hash is null',
    values: [id, passwordHash],
  });
  return rowCount === 1;
}

/** A user with the hash a password is checked against; undefined when there is no such user. */
export async function findUser(db: Database, name: string): Promise<{ user: User; passwordHash: string | null } | undefined> {
  const { rows } = await db.query<UserRow & { password_hash: string | null }>({
    name: 'find-user',
    text: `select ${columns}, password_hash from users where name = $1`,
    values: [name],
  });
  const row = rows[0];
  return row && { user: toUser(row), passwordHash: row.password_hash };
}

/** A user by id; undefined when there is none, also for a text that is no id. */
export async function findUserById(db: Database, id: string): Promise<User | undefined> {
  if (!/^[0-9a-f]{32}$/.test(id)) return undefined;
  const { rows } = await db.query<UserRow>({
    name: 'find-user-by-id',
    text: `select ${columns} from users where user_id = $1`,
    values: [id],
  });
  return rows[0] && toUser(rows[0]);
}

/** Every user, by name. */
export async function listUsers(db: Database): Promise<User[]> {
  const { rows } = await db.query<UserRow>({ text: `select ${columns} from users order by name` });
  return rows.map(toUser);
}

/** Every user with their numbers, in the order they were made. */
export async function listNumberedUsers(db: Database): Promise<NumberedUser[]> {
  const { rows } = await db.query<UserRow & { number: number }>({ text: `select ${columns}, number from users order by number` });
  return rows.map((row) => ({ ...toUser(row), number: row.number }));
}

/** A user with their number; undefined when there is no such user. */
export async function findNumberedUser(db: Database, name: string): Promise<NumberedUser | undefined> {
  const { rows } = await db.query<UserRow & { number: number }>({
    name: 'numbered-user',
    text: `select ${columns}, number from users where name = $1`,
    values: [name],
  });
  return rows[0] && { ...toUser(rows[0]), number: rows[0].number };
}

/** Names of the admins who may sign in, locked until the transaction ends. */
export async function lockActiveAdmins(db: Database): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>({
    text: `select name from users where role = 'admin' and disabled_at is null order by name for update`,
  });
  return rows.map((row) => row.name);
}

/** @returns whether there is such a user */
export async function setPasswordHash(db: Database, name: string, passwordHash: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: 'update users set password_hash = $2 where name = $1',
    values: [name, passwordHash],
  });
  return rowCount === 1;
}

/**
 * @param disabledAt null lets the user sign in again
 * @returns whether there is such a user
 */
export async function setDisabledAt(db: Database, name: string, disabledAt: Date | null): Promise<boolean> {
  const { rowCount } = await db.query({ text: 'update users set disabled_at = $2 where name = $1', values: [name, disabledAt] });
  return rowCount === 1;
}

/** @returns whether there is such a user */
export async function setRole(db: Database, name: string, role: Role): Promise<boolean> {
  const { rowCount } = await db.query({ text: 'update users set role = $2 where name = $1', values: [name, role] });
  return rowCount === 1;
}

/**
 * Removes a user with all credentials; what the user recorded stays.
 * @returns whether there was such a user
 */
export async function deleteUser(db: Database, name: string): Promise<boolean> {
  const { rowCount } = await db.query({ text: 'delete from users where name = $1', values: [name] });
  return rowCount === 1;
}

function toUser(row: UserRow): User {
  return { id: row.id, name: row.name, role: row.role, createdAt: row.created_at, disabledAt: row.disabled_at };
}
