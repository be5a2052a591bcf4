import { invalid, show } from './errors.ts';
import type { GrantKind, Permission } from './permission.ts';

/** Something a role gives. */
export interface RoleGrant {
  /** Never used again. */
  id: number;
  roleId: number;
  kind: GrantKind;
  /** What it is given on as people name it: `*`, the decimal id of an experiment, the name of a registered model. */
  pattern: string;
  permission: Permission;
}

/** What several users may do, under one name. */
export interface Role {
  /** Never used again. */
  id: number;
  name: string;
  /** Name of the workspace it is of. */
  workspace: string;
  description: string | null;
  grants: RoleGrant[];
}

/** That a user has a role. */
export interface RoleMember {
  id: number;
  /** Decimal number of the user, which MLflow shows. */
  userNumber: number;
  roleId: number;
}

const MAX_NAME = 255;
const MAX_DESCRIPTION = 1_000;
/** Each user has a role of their own, which holds what is given to them alone. */
const OWN_ROLE = /^__user_\d+__$/;

/** Name of the role that a user has for themselves. */
export function ownRoleName(userNumber: number): string {
  return `__user_${userNumber}__`;
}

/** @throws invalid for a name that is empty, too long or that of a user's own role */
export function checkRoleName(name: string): void {
  if (name.trim() === '' || name.length > MAX_NAME || /\p{Cc}/u.test(name)) {
    throw invalid(
      'name',
      `The role name ${show(name)} is not usable: it needs 1 to ${MAX_NAME} characters and no control character.`,
    );
  }
  if (OWN_ROLE.test(name)) throw invalid('name', `The role name ${show(name)} is kept for what is given to one user.`);
}

/** @throws invalid for a description that is too long */
export function checkRoleDescription(description: string): void {
  if (description.length > MAX_DESCRIPTION) {
    throw invalid('description', `The description has ${description.length} characters; ${MAX_DESCRIPTION} are possible.`);
  }
}
