import type { Actor, Context } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import type { LoginBasis, User } from '../model/user.ts';
import { findCredential, touchCredential } from '../store/credentials.ts';
import { findUser } from '../store/users.ts';
import type { PasswordChecker } from './password-checker.ts';
import { markOf } from './password-hash.ts';
import { matchesSecret } from './secrets.ts';

/** What somebody presents: a user's name and password, or the two halves of a machine credential. */
export interface Login {
  name: string;
  secret: string;
  /** False where only a machine credential will do. */
  mayBePassword: boolean;
}

/** How exact a credential's time of last use is: one write a minute at most, whatever the traffic. */
const lastUseMs = 60_000;

/**
 * Finds out who presents a login. Revoking, disabling and changing a password count from the next request on, in every
 * process.
 * @param passwords undefined where only machine credentials count
 * @param from address of the client, kept with the credential
 * @throws unauthenticated without saying what of it was wrong; unavailable when too many passwords wait to be checked
 */
export async function signIn(
  context: Pick<Context, 'db' | 'now'>,
  passwords: PasswordChecker | undefined,
  login: Login,
  from?: string,
): Promise<Actor> {
  // no name has this character, and the database refuses to compare with it
  if (login.name.includes('\0')) throw wrongLogin();
  const known = (await byCredential(context, login, from)) ?? (await byPassword(context, passwords, login));
  if (known === undefined || known.user.disabledAt !== null) throw wrongLogin();
  const { user, basis, workspaceId } = known;
  return { userId: user.id, name: user.name, role: user.role, basis, ...(workspaceId && { workspaceId }) };
}

/** The one answer to every login that fails. */
export function wrongLogin(): BridgeError {
  const message = 'The login is not valid: wrong name or secret, expired, revoked or disabled.';
  return new BridgeError('unauthenticated', message, { reason: 'login_wrong' });
}

/** The one answer to every token of a session that does not hold. */
export function badToken(): BridgeError {
  const message = 'The token is not valid: not of this server, expired, ended, or its login was revoked.';
  return new BridgeError('unauthenticated', message, { reason: 'token_invalid' });
}

/** Who somebody is, and by what they proved it. */
interface Known {
  user: User;
  basis: LoginBasis;
  /** The workspace its credential is bound to. */
  workspaceId?: string | null;
}

async function byCredential(context: Pick<Context, 'db' | 'now'>, login: Login, from?: string): Promise<Known | undefined> {
  const credential = await findCredential(context.db, login.name);
  if (credential === undefined) return undefined;
  const now = context.now();
  const { expiresAt, revokedAt, lastUsedAt } = credential;
  const isLive = revokedAt === null && (expiresAt === null || expiresAt > now);
  if (!matchesSecret(login.secret, credential.secretHash) || !isLive) throw wrongLogin();
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= lastUseMs) {
    await touchCredential(context.db, login.name, now, from);
  }
  const { user, workspaceId } = credential;
  return { user, workspaceId, basis: { userId: user.id, accessKey: login.name } };
}

async function byPassword(
  context: Pick<Context, 'db'>,
  passwords: PasswordChecker | undefined,
  login: Login,
): Promise<Known | undefined> {
  if (!login.mayBePassword || passwords === undefined) return undefined;
  const found = await findUser(context.db, login.name);
  const isRight = await passwords.check(login.secret, found?.passwordHash);
  if (!isRight || found === undefined) return undefined;
  return { user: found.user, basis: { userId: found.user.id, passwordMark: markOf(found.passwordHash) } };
}
