import type { components } from '../../../openapi/generated/clearml.ts';
import type { ProfileChange, Role, UserProfile } from '../../../src/model/user.ts';

type UserDocument = components['schemas']['User'];

/** A user as the protocol shows one; what was never said is left out. */
export function toUserDocument(user: UserProfile, companyId: string): UserDocument {
  return {
    id: user.id,
    name: user.displayName || user.name,
    company: companyId,
    role: user.role,
    created: user.createdAt.toISOString().replace('Z', '000+00:00'),
    ...(user.givenName !== null && { given_name: user.givenName }),
    ...(user.familyName !== null && { family_name: user.familyName }),
    ...(user.avatar !== null && { avatar: user.avatar }),
    ...(user.email !== null && { email: user.email }),
  };
}

/** What the protocol may say of a user beside the name. */
export interface UserFields {
  given_name?: string | null;
  family_name?: string | null;
  avatar?: string | null;
  email?: string | null;
}

/** Null says nothing, as in the original. */
export function toProfile({ given_name, family_name, avatar, email }: UserFields): ProfileChange {
  return {
    givenName: given_name ?? undefined,
    familyName: family_name ?? undefined,
    avatar: avatar ?? undefined,
    email: email ?? undefined,
  };
}

/** The protocol has more roles; those between are users here. */
export function toRole(role: string | null | undefined): Role {
  return role === 'admin' ? 'admin' : 'user';
}
