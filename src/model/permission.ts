import { invalid, show } from './errors.ts';

/**
 * What somebody may do with a thing. `none` is what nothing was given on, where the server is set to give nothing then; `deny` beats
 * whatever else is given on the same thing.
 */
export type Permission = 'deny' | 'none' | 'read' | 'use' | 'edit' | 'manage';

/** What an operation asks on a thing; `manage` also for deleting it whole. */
export type Need = 'read' | 'use' | 'edit' | 'manage';

const ranks: Readonly<Record<Permission, number>> = { deny: -1, none: 0, read: 1, use: 2, edit: 3, manage: 4 };

/** Permissions that can be the default for things on which nothing is given. */
export const defaultPermissions = ['none', 'read', 'use', 'edit', 'manage'] as const satisfies readonly Permission[];

/** Whether a permission is enough. */
export function meets(permission: Permission, need: Need): boolean {
  return ranks[permission] >= ranks[need];
}

/** The greater of two permissions. */
export function greater(a: Permission, b: Permission): Permission {
  return ranks[a] >= ranks[b] ? a : b;
}

/** How the things of a kind are named in a grant: each by itself as well as all, or only all of the workspace. */
const grantable = {
  workspace: 'all',
  project: 'one',
  registered_model: 'one',
  prompt: 'one',
  scorer: 'one',
  gateway_secret: 'one',
  gateway_endpoint: 'one',
  gateway_model_definition: 'one',
  mcp_server: 'one',
  run: 'all',
  trace: 'all',
  assessment: 'all',
  model: 'all',
  review_queue: 'all',
  registered_model_version: 'all',
  prompt_version: 'all',
  scorer_version: 'all',
  mcp_server_version: 'all',
} as const satisfies Record<string, 'one' | 'all'>;

/** What rights are given on. A kind that belongs to another (`run` to `project`) is given only for all of the workspace. */
export type GrantKind = keyof typeof grantable;

/** Every kind that rights are given on. */
export const grantKinds = Object.keys(grantable) as GrantKind[];

/** @throws invalid for a text that is no kind */
export function toGrantKind(text: string): GrantKind {
  const kind = grantKinds.find((one) => one === text);
  if (kind) return kind;
  throw invalid('kind', `The kind ${show(text)} is none of ${grantKinds.join(', ')}.`);
}

/** @throws invalid for a text that is no permission */
export function toPermission(text: string): Permission {
  const permission = (Object.keys(ranks) as Permission[]).find((one) => one === text);
  if (permission) return permission;
  throw invalid('permission', `The permission ${show(text)} is none of ${Object.keys(ranks).join(', ')}.`);
}

/** Stands for every thing of a kind. */
export const ALL = '*';

/** @throws invalid unless things of this kind may be named like this in a grant, and given this */
export function checkGrant(kind: GrantKind, pattern: string, permission: Permission): void {
  if (pattern !== ALL && grantable[kind] === 'all') {
    throw invalid('resource_pattern', `Rights of the kind ${kind} are given for all ('*') only, not for ${show(pattern)}.`);
  }
  checkGrantedPermission(kind, permission);
}

/** @throws invalid unless this can be given on things of this kind */
export function checkGrantedPermission(kind: GrantKind, permission: Permission): void {
  const possible: readonly Permission[] = kind === 'workspace' ? ['manage', 'use'] : ['deny', 'edit', 'manage', 'read', 'use'];
  if (!possible.includes(permission)) {
    throw invalid('permission', `The permission ${permission} cannot be given on a ${kind}; ${possible.join(', ')} can.`);
  }
}

/** One thing given to somebody, as the decision needs it. */
export interface Given {
  kind: GrantKind;
  /** Null unless it is given on one project, or on a scorer, which is a name in a project. */
  projectId: number | null;
  /** Null unless it is given on one registered model or prompt. */
  registeredModelId: number | null;
  /** {@link ALL}, the name of a scorer or of a thing of a gateway; empty for one project or registered model. */
  pattern: string;
  permission: Permission;
}
