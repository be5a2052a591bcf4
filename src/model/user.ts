import { invalid, show } from './errors.ts';

/** What a user may do at large: an admin everything, a user read and write. */
export type Role = 'admin' | 'user';

/** Somebody who can be signed in, or an author that an import brought along. */
export interface User {
  /** 32 lower hex. */
  id: string;
  name: string;
  role: Role;
  createdAt: Date;
  /** Null while the user may sign in. */
  disabledAt: Date | null;
}

/** A user with the number that MLflow shows as their id. */
export interface NumberedUser extends User {
  /** Never used again. */
  number: number;
}

/** A user with what people see of them. */
export interface UserProfile extends User {
  /** Shown instead of the name unless empty. */
  displayName: string;
  email: string | null;
  givenName: string | null;
  familyName: string | null;
  /** Address of a picture. */
  avatar: string | null;
}

/** What may be said of a user beside the name, all of it as the client sent it. */
export type ProfileChange = Partial<Pick<UserProfile, 'displayName' | 'email' | 'givenName' | 'familyName' | 'avatar'>>;

/** What a login or a session rests on: it ends when that does. */
export interface LoginBasis {
  /** Whose credential or password it was; another than the actor's when an admin acts for somebody. */
  userId: string;
  /** The machine credential used; not there for a password. */
  accessKey?: string;
  /** Changes with the password used; says nothing about it. */
  passwordMark?: string;
  /** The OpenID provider that said who it was. */
  issuer?: string;
}

/** What a credential is handed out as: two texts (`key_pair`) or one (`token`). Both are checked alike. */
export type CredentialKind = 'key_pair' | 'token';

/** A secret made for a machine, without the secret. */
export interface Credential {
  /** The half that is no secret. */
  accessKey: string;
  kind: CredentialKind;
  userName: string;
  /** Name of the workspace it is of. */
  workspace: string;
  label: string;
  createdAt: Date;
  /** Null: never. */
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
  /** Address of the client then. */
  lastUsedFrom: string | null;
}

/**
 * The user everybody is while the server asks for no login. The first admin gets the same id, so what was recorded before
 * logins were switched on stays theirs.
 */
export const defaultUserId = '00000000000040008000000000000001';
/** Name of the default user, and of the first admin. */
export const defaultUserName = 'admin';

/** Longest text of a profile, in UTF-16 units. */
const maxProfileText = 1_000;
const minPasswordLength = 12;
const maxPasswordLength = 256;
const maxNameLength = 255;

/** @throws invalid unless the name can be sent as the user part of HTTP Basic and shown on one line */
export function checkUserName(name: string): void {
  if (name === '' || name.length > maxNameLength || /[:\p{Cc}]/u.test(name) || name.trim() !== name) {
    throw invalid(
      'name',
      `The user name ${show(name)} is not usable: it needs 1 to ${maxNameLength} characters, no colon, no control character and no space at either end.`,
    );
  }
}

/** @throws invalid naming the text that is too long or holds a character that cannot be stored */
export function checkProfile(change: ProfileChange): void {
  for (const [field, text] of Object.entries(change)) {
    if (text !== null && text !== undefined && (text.length > maxProfileText || text.includes('\0'))) {
      throw invalid(
        field,
        `The ${field} ${show(text)} is not usable: it needs at most ${maxProfileText} characters, none of them U+0000.`,
      );
    }
  }
}

/** @throws invalid when it is too short or too long; the message does not show it */
export function checkPassword(password: string): void {
  const length = [...password].length;
  if (length < minPasswordLength || length > maxPasswordLength) {
    throw invalid('password', `The password has ${length} characters; it needs ${minPasswordLength} to ${maxPasswordLength}.`);
  }
}
