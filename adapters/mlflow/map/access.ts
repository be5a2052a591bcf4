import { Reply } from '../../../src/http/door.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import { defaultPermissions, type GrantKind, grantKinds, type Permission } from '../../../src/model/permission.ts';
import { ownRoleName, type Role, type RoleGrant, type RoleMember } from '../../../src/model/role.ts';

/** The two kinds that MLflow calls otherwise. */
const words: Partial<Record<GrantKind, string>> = { project: 'experiment', model: 'logged_model' };
const kinds: ReadonlyMap<string, GrantKind> = new Map(grantKinds.map((kind) => [words[kind] ?? kind, kind]));
const permissions: ReadonlyMap<string, Permission> = new Map(
  [...defaultPermissions, 'deny' as const].map((permission) => [toPermissionName(permission), permission]),
);

/** @throws invalid for a type that rights are not given on */
export function toGrantKind(text: string): GrantKind {
  const kind = kinds.get(text);
  if (kind) return kind;
  throw invalid('resource_type', `The resource_type ${show(text)} is none of ${[...kinds.keys()].sort().join(', ')}.`);
}

/** @throws invalid for a text that is no permission */
export function toPermission(text: string): Permission {
  const permission = permissions.get(text);
  if (permission) return permission;
  throw invalid('permission', `The permission ${show(text)} is none of ${[...permissions.keys()].join(', ')}.`);
}

/** A permission as MLflow spells it. */
export function toPermissionName(permission: Permission): string {
  return permission === 'none' ? 'NO_PERMISSIONS' : permission.toUpperCase();
}

/** What a role gives. */
export function toWireGrant({ id, roleId, kind, pattern, permission }: RoleGrant) {
  return {
    id,
    role_id: roleId,
    resource_type: words[kind] ?? kind,
    resource_pattern: pattern,
    permission: toPermissionName(permission),
  };
}

/** A role with all it gives. */
export function toWireRole({ id, name, workspace, description, grants }: Role) {
  return { id, name, workspace, description, permissions: grants.map(toWireGrant) };
}

/** That a user has a role. */
export function toWireMember({ id, userNumber, roleId }: RoleMember) {
  return { id, user_id: userNumber, role_id: roleId };
}

/** Everything that some roles give, as one list. */
export function toWirePermissions(roles: readonly Role[]) {
  return roles.flatMap(({ id, name, workspace, grants }) =>
    grants.map((grant) => {
      const { resource_type, resource_pattern, permission } = toWireGrant(grant);
      return { role_id: id, role_name: name, workspace, resource_type, resource_pattern, permission };
    }),
  );
}

/** A user as clients of 2.x read one: with what is given to them alone, each kind in a list of its own. */
export function toWireUser(user: { number: number; name: string; role: 'admin' | 'user' }, roles: readonly Role[]) {
  const own = roles.filter(({ name }) => name === ownRoleName(user.number)).flatMap(({ grants }) => grants);
  const of = (kind: GrantKind) => own.filter((grant) => grant.kind === kind);
  return {
    ...toWireActor(user),
    experiment_permissions: of('project').map(({ pattern, permission }) => ({
      experiment_id: pattern,
      user_id: user.number,
      permission: toPermissionName(permission),
    })),
    registered_model_permissions: of('registered_model').map(({ pattern, permission }) => ({
      name: pattern,
      user_id: user.number,
      permission: toPermissionName(permission),
    })),
  };
}

/** A user and nothing else. */
export function toWireActor({ number, name, role }: { number: number; name: string; role: 'admin' | 'user' }) {
  return { id: number, username: name, is_admin: role === 'admin' };
}

/** An answer of this family: plain JSON, in which empty lists and nulls stay. */
export function plain(answer: unknown): Reply {
  return new Reply(200, { 'content-type': 'application/json' }, JSON.stringify(answer));
}
