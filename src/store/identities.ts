import type { User } from '../model/user.ts';
import type { Database } from './database.ts';

/** Somebody as an OpenID provider knows them. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** The user behind an identity. */
export async function findUserOf(db: Database, { issuer, subject }: Identity): Promise<User | undefined> {
  const { rows } = await db.query<User>({
    name: 'user-of-identity',
    text: `select replace(user_id::text, '-', '') as id, name, role, created_at as "createdAt", disabled_at as "disabledAt"
      from identities join users using (user_id) where issuer = $1 and subject = $2`,
    values: [issuer, subject],
  });
  return rows[0];
}

/** Says who a user is at a provider. @returns false when the identity or the user has another there already */
export async function insertIdentity(db: Database, { issuer, subject }: Identity, userId: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: 'insert into identities (issuer, subject, user_id) values ($1, $2, $3) on conflict do nothing',
    values: [issuer, subject, userId],
  });
  return rowCount === 1;
}
