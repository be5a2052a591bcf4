import { ALL, type Given, type GrantKind, greater, meets, type Permission } from '../model/permission.ts';
import type { IdScope, NameScope } from '../model/reach.ts';

/** A thing that rights are asked on, by the ids that grants name it with. */
export interface Thing {
  kind: GrantKind;
  projectId?: number | null;
  registeredModelId?: number | null;
  /** Name of a scorer within its project, or of a thing of a gateway. */
  pattern?: string;
}

/** Kinds that belong to a project, a registered model or an MCP server, and what is asked where nothing is given on the kind itself. */
const belongsTo: Partial<Record<GrantKind, 'project' | 'registered_model' | 'prompt' | 'mcp_server'>> = {
  run: 'project',
  trace: 'project',
  assessment: 'project',
  model: 'project',
  review_queue: 'project',
  scorer: 'project',
  registered_model_version: 'registered_model',
  prompt_version: 'prompt',
  mcp_server_version: 'mcp_server',
};

/** Whether somebody administers the whole workspace. */
export function isWorkspaceAdmin(given: readonly Given[]): boolean {
  return given.some(({ kind, permission }) => kind === 'workspace' && permission === 'manage');
}

function names({ kind, projectId, registeredModelId, pattern }: Given, thing: Thing): boolean {
  if (kind !== thing.kind) return false;
  if (pattern === ALL) return true;
  return (
    projectId === (thing.projectId ?? null) &&
    registeredModelId === (thing.registeredModelId ?? null) &&
    pattern === (thing.pattern ?? '')
  );
}

/** What is given on one thing by one kind: a deny beats the rest, else the greatest. Undefined when nothing is said. */
function folded(given: readonly Given[], thing: Thing): Permission | undefined {
  const permissions = given.filter((one) => names(one, thing)).map(({ permission }) => permission);
  return permissions.includes('deny') ? 'deny' : permissions.reduce<Permission | undefined>(most, undefined);
}

function most(a: Permission | undefined, b: Permission): Permission {
  return a === undefined ? b : greater(a, b);
}

/**
 * What somebody may do with a thing. What is given on its own kind decides; where nothing is, what is given on that to which it
 * belongs; where nothing is there either, the default, below which no grant goes either.
 * @param given what somebody is given, on this thing at least
 */
export function permissionOn(given: readonly Given[], thing: Thing, byDefault: Permission): Permission {
  if (isWorkspaceAdmin(given)) return 'manage';
  const owner = belongsTo[thing.kind];
  // a version is called by the name of its server; what belongs to a project or a registered model, by a name of its own
  const pattern = owner === 'mcp_server' ? (thing.pattern ?? '') : '';
  const found = folded(given, thing) ?? (owner && folded(given, { ...thing, kind: owner, pattern }));
  if (found === 'deny') return 'deny';
  return found === undefined ? byDefault : greater(found, byDefault);
}

/** Of one kind, the ids, or names, of what somebody may read. @param key what a grant on one thing calls it by */
function scopeOf<Key extends 'projectId' | 'registeredModelId' | 'pattern'>(
  given: readonly Given[],
  kind: GrantKind,
  key: Key,
  byDefault: Permission,
): 'all' | { only: NonNullable<Given[Key]>[] } | { except: NonNullable<Given[Key]>[] } {
  const mine = given.filter((one) => one.kind === kind);
  const ofAll = folded(mine, { kind, pattern: '' });
  if (ofAll === 'deny') return { only: [] };
  const ids = (denied: boolean) =>
    mine.flatMap(({ permission, [key]: id }) => (id !== null && id !== ALL && (permission === 'deny') === denied ? [id] : []));
  const denied = ids(true);
  if (ofAll !== undefined || meets(byDefault, 'read')) return denied.length === 0 ? 'all' : { except: denied };
  const barred = new Set(denied);
  return { only: ids(false).filter((id) => !barred.has(id)) };
}

/** What somebody may read, by kind. */
export interface ReachByKind {
  projects: IdScope;
  registeredModels: IdScope;
  prompts: IdScope;
  mcpServers: NameScope;
}

/**
 * What somebody may read of what is listed.
 * @param given all that somebody is given
 * @param kinds what the things listed are, where that is more than projects: whoever is denied all of them sees none
 */
export function reachOf(given: readonly Given[], byDefault: Permission, kinds: readonly GrantKind[] = []): ReachByKind {
  if (isWorkspaceAdmin(given)) return { projects: 'all', registeredModels: 'all', prompts: 'all', mcpServers: 'all' };
  const denies = (kind: GrantKind) => kinds.includes(kind) && folded(given, { kind, pattern: '' }) === 'deny';
  const nothing: IdScope = { only: [] };
  return {
    projects: kinds.some((kind) => belongsTo[kind] === 'project' && denies(kind))
      ? nothing
      : scopeOf(given, 'project', 'projectId', byDefault),
    registeredModels: denies('registered_model_version')
      ? nothing
      : scopeOf(given, 'registered_model', 'registeredModelId', byDefault),
    prompts: denies('prompt_version') ? nothing : scopeOf(given, 'prompt', 'registeredModelId', byDefault),
    mcpServers: denies('mcp_server_version') ? { only: [] } : scopeOf(given, 'mcp_server', 'pattern', byDefault),
  };
}

/**
 * Both scopes as one, for ids of two kinds that never share one.
 * @param idsOf all ids of one of the two, asked for when one scope says what is in and the other what is not
 */
export async function together(
  a: IdScope,
  b: IdScope,
  idsOf: (which: 'a' | 'b') => Promise<readonly number[]>,
): Promise<IdScope> {
  if (a !== 'all' && 'only' in a) {
    if (b !== 'all' && 'only' in b) return { only: [...a.only, ...b.only] };
    return { only: [...a.only, ...without(await idsOf('b'), b)] };
  }
  if (b !== 'all' && 'only' in b) return { only: [...b.only, ...without(await idsOf('a'), a)] };
  const except = [...(a === 'all' ? [] : a.except), ...(b === 'all' ? [] : b.except)];
  return except.length === 0 ? 'all' : { except };
}

function without(ids: readonly number[], scope: 'all' | { readonly except: readonly number[] }): number[] {
  const barred = new Set(scope === 'all' ? [] : scope.except);
  return ids.filter((id) => !barred.has(id));
}
