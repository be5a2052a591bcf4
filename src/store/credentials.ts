import type { Credential, CredentialKind, User } from '../model/user.ts';
import { DEFAULT_WORKSPACE_ID } from '../model/workspace.ts';
import type { Database } from './database.ts';

/** What a new credential is made from; the secret itself is never stored. */
export interface CredentialDraft {
  accessKey: string;
  kind: CredentialKind;
  userId: string;
  workspaceId: string;
  secretHash: string;
  label: string;
  expiresAt: Date | null;
}

/** A credential as a login needs it. */
export interface CredentialLogin {
  user: User;
  /** The workspace it is bound to; null for the default one, in which it says nothing about workspaces. */
  workspaceId: string | null;
  secretHash: string;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

/** Stores a machine credential of a user. */
export async function insertCredential(db: Database, draft: CredentialDraft): Promise<void> {
  await db.query({
    text: `insert into credentials (access_key, kind, user_id, workspace_id, secret_hash, label, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [draft.accessKey, draft.kind, draft.userId, draft.workspaceId, draft.secretHash, draft.label, draft.expiresAt],
  });
}

/** A credential with its user, revoked and expired ones included; undefined when there is none of this key. */
export async function findCredential(db: Database, accessKey: string): Promise<CredentialLogin | undefined> {
  const { rows } = await db.query<CredentialLogin & User>({
    name: 'find-credential',
    text: `select secret_hash as "secretHash", expires_at as "expiresAt", revoked_at as "revokedAt", last_used_at as "lastUsedAt",
        nullif(c.workspace_id, '${DEFAULT_WORKSPACE_ID}') as "workspaceId",
        replace(u.user_id::text, '-', '') as id, u.name, u.role, u.created_at as "createdAt", u.disabled_at as "disabledAt"
      from credentials c join users u using (user_id) where access_key = $1`,
    values: [accessKey],
  });
  const row = rows[0];
  if (row === undefined) return undefined;
  const { id, name, role, createdAt, disabledAt, ...login } = row;
  return { ...login, user: { id, name, role, createdAt, disabledAt } };
}

/** Notes when and from where a credential was used last. */
export async function touchCredential(db: Database, accessKey: string, at: Date, from: string | undefined): Promise<void> {
  await db.query({
    name: 'touch-credential',
    text: 'update credentials set last_used_at = $2, last_used_from = $3 where access_key = $1',
    values: [accessKey, at, from ?? null],
  });
}

/** Credentials of one user, or of all, oldest first. */
export async function listCredentials(db: Database, userName?: string): Promise<Credential[]> {
  const { rows } = await db.query<Credential>({
    text: `select access_key as "accessKey", kind, u.name as "userName", w.name as workspace, label, c.created_at as "createdAt", expires_at as "expiresAt",
        revoked_at as "revokedAt", last_used_at as "lastUsedAt", last_used_from as "lastUsedFrom"
      from credentials c join users u using (user_id) join workspaces w using (workspace_id)
      where $1::text is null or u.name = $1 order by c.created_at, access_key`,
    values: [userName ?? null],
  });
  return rows;
}

/** @returns whether the user has such a credential that was not revoked */
export async function setCredentialLabel(
  db: Database,
  change: { accessKey: string; userName: string; label: string },
): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `update credentials set label = $2 where access_key = $1 and revoked_at is null
      and user_id = (select user_id from users where name = $3)`,
    values: [change.accessKey, change.label, change.userName],
  });
  return rowCount === 1;
}

/**
 * Ends a credential for good; one revoked before keeps its time.
 * @param userName when given, the credential must be this user's
 * @returns whether there is such a credential
 */
export async function revokeCredential(db: Database, accessKey: string, at: Date, userName?: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `update credentials set revoked_at = coalesce(revoked_at, $2) where access_key = $1
      and ($3::text is null or user_id = (select user_id from users where name = $3))`,
    values: [accessKey, at, userName ?? null],
  });
  return rowCount === 1;
}
