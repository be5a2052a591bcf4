import type { LoginBasis, User } from '../model/user.ts';
import { DEFAULT_WORKSPACE_ID } from '../model/workspace.ts';
import type { Database } from './database.ts';

/** A session as its token names it. */
export interface SessionKey {
  /** 32 lower hex. */
  sessionId: string;
  /** Who acts in it. */
  userId: string;
  basis: LoginBasis | undefined;
}

/** Who acts in a session that still holds, with the hash of the password it may rest on. */
export interface LiveSession extends User {
  passwordHash: string | null;
  /** The workspace its credential is bound to; null for the default one, and where it rests on none. */
  workspaceId: string | null;
}

/**
 * The user of a session; undefined when the session was ended, when the user or whoever it rests on is disabled or gone (or no admin
 * any more, for a session on somebody's behalf), or when the credential it rests on was revoked or has expired.
 */
export async function findSession(db: Database, key: SessionKey, now: Date): Promise<LiveSession | undefined> {
  const { rows } = await db.query<LiveSession>({
    name: 'find-session',
    text: `select replace(u.user_id::text, '-', '') as id, u.name, u.role, u.created_at as "createdAt", u.disabled_at as "disabledAt",
        holder.password_hash as "passwordHash", nullif(held.workspace_id, '${DEFAULT_WORKSPACE_ID}') as "workspaceId"
      from users u left join users holder on holder.user_id = $3::uuid left join credentials held on held.access_key = $4
      where u.user_id = $2::uuid and u.disabled_at is null
        and ($3::uuid is null or (holder.disabled_at is null and (holder.user_id = u.user_id or holder.role = 'admin')))
        and not exists (select from ended_sessions where session_id = $1::uuid)
        and ($4::text is null or exists (select from credentials c where c.access_key = $4 and c.user_id = $3::uuid
          and c.revoked_at is null and (c.expires_at is null or c.expires_at > $5)))`,
    values: [key.sessionId, key.userId, key.basis?.userId ?? null, key.basis?.accessKey ?? null, now],
  });
  return rows[0];
}

/** Ends a session for every server, and forgets those that would have ended by now anyway. */
export async function endSession(db: Database, session: { id: string; expiresAt: Date }, now: Date): Promise<void> {
  await db.query({
    text: `with forgotten as (delete from ended_sessions where expires_at < $3)
      insert into ended_sessions (session_id, expires_at) values ($1, $2) on conflict on constraint ended_sessions_pkey do nothing`,
    values: [session.id, session.expiresAt, now],
  });
}
