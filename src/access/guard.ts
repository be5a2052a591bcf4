import type { Actor, Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import { type Given, type GrantKind, meets, type Need, type Permission } from '../model/permission.ts';
import { everything, type Reach } from '../model/reach.ts';
import type { Database } from '../store/database.ts';
import { readGrants, type Wanted } from '../store/grants.ts';
import { listRegisteredModelIds, type Owner } from '../store/targets.ts';
import { isWorkspaceAdmin, permissionOn, reachOf, type Thing, together } from './decide.ts';
import { type TargetKind, targetOf } from './targets.ts';

/** Things that a request names, and what is needed on them. */
export interface Demand {
  kind: TargetKind;
  ids: readonly string[];
  need: Need;
}

/** What holds for everybody. */
export interface GuardSettings {
  /** Whether logins are asked for at all; without, everybody may do everything. */
  isAuthOn: boolean;
  /** What holds for things on which nothing is given. */
  defaultPermission: Permission;
}

/** Whose permission is asked for. */
type Subject = Pick<Actor, 'role'> & { id: string };

/** Decides on single things for the actor of one request. */
export interface Guard {
  /** True where nothing can be refused: for an admin, or without logins, on a server with one workspace. */
  readonly isOpen: boolean;
  /**
   * Lets a request go on when its actor has what is needed on each of these things. What is not there passes: the operation says so.
   * @param db the transaction that is under way, where there is one: whoever holds one connection must not wait for another
   * @throws forbidden, not_found for a thing of another workspace
   */
  demand(demands: readonly Demand[], db?: Database): Promise<void>;
  /** What may be read of what is listed. @param kinds what that is, where rights are given on such things themselves */
  reach(kinds?: readonly GrantKind[]): Promise<Reach>;
  /**
   * On which of these the actor has what is needed.
   * @param ofNobody whether paths that belong to nobody are among them; left out, the default permission says so
   */
  permitted(demand: Demand, ofNobody?: boolean): Promise<ReadonlySet<string>>;
  /** What a user may do with a thing; without a user, the actor. */
  permissionOn(thing: Thing, user?: Subject): Promise<Permission>;
  /** Lets a request go on that makes something no single right can be given on yet. @throws forbidden for who is given nothing in the workspace */
  demandMembership(): Promise<void>;
  /** Whether the actor administers the workspace: an admin, or somebody given `manage` on it. */
  isWorkspaceAdmin(): Promise<boolean>;
}

/** The guard of the server itself, which may do everything. */
export const freeGuard: Guard = {
  isOpen: true,
  demand: async () => undefined,
  reach: async () => everything,
  permitted: async ({ ids }) => new Set(ids),
  permissionOn: async () => 'manage',
  demandMembership: async () => undefined,
  isWorkspaceAdmin: async () => true,
};

/** What the guard of a request needs to know of it. */
export type GuardContext = Pick<Context, 'db' | 'actor' | 'workspaceId' | 'workspaceName' | 'workspaces'>;

/** The guard of one request. Grants are read anew for each, so that what is taken away holds from the next request on. */
export function makeGuard(context: GuardContext, settings: GuardSettings): Guard {
  return new RequestGuard(context, settings);
}

class RequestGuard implements Guard {
  readonly isOpen: boolean;
  readonly #context: GuardContext;
  readonly #settings: GuardSettings;
  readonly #isFree: boolean;

  constructor(context: GuardContext, settings: GuardSettings) {
    this.#context = context;
    this.#settings = settings;
    this.#isFree = !settings.isAuthOn || context.actor.role === 'admin';
    this.isOpen = this.#isFree && !context.workspaces.areOn;
  }

  async demand(demands: readonly Demand[], db: Database = this.#context.db): Promise<void> {
    const asked = demands.filter(({ ids }) => ids.length > 0);
    if (this.isOpen || asked.length === 0) return;
    const found = await Promise.all(asked.map(async (demand) => ({ demand, owners: await this.#ownersOf(db, demand) })));
    if (this.#isFree) return;
    const decide = await this.#deciderOf(
      db,
      found.flatMap(({ owners }) => owners),
    );
    for (const { demand, owners } of found) {
      const refused = owners.find((owner) => !decide.allows(owner, demand.need));
      if (refused) throw refusal(demand.need, refused.asked);
      if (targetOf(demand.kind).isPath && !meets(decide.byDefault, demand.need)) refusePathsOfNobody(demand, owners);
    }
  }

  async reach(kinds?: readonly GrantKind[]): Promise<Reach> {
    if (this.#isFree) return everything;
    const { db, workspaceId, actor } = this.#context;
    const given = await readGrants(db, actor.userId, workspaceId);
    const { projects, registeredModels, prompts, mcpServers } = reachOf(given, this.#defaultFor(given), kinds);
    const idsOf = (which: 'a' | 'b') => listRegisteredModelIds(db, workspaceId, which === 'b');
    return { projects, registeredModels: await together(registeredModels, prompts, idsOf), mcpServers };
  }

  async permitted({ kind, ids, need }: Demand, ofNobody?: boolean): Promise<ReadonlySet<string>> {
    if (this.isOpen) return new Set(ids);
    const { workspaceId } = this.#context;
    const owners = await targetOf(kind).findOwners(this.#context.db, workspaceId, [...new Set(ids)]);
    const own = owners.filter((owner) => owner.workspaceId === workspaceId);
    const decide = await this.#deciderOf(this.#context.db, own);
    const owned = new Set(owners.map(({ asked }) => asked));
    const isPermitted = (id: string) =>
      owned.has(id)
        ? own.some(({ asked }) => asked === id) && own.every((owner) => owner.asked !== id || decide.allows(owner, need))
        : (ofNobody ?? meets(decide.byDefault, need));
    return new Set(ids.filter(isPermitted));
  }

  async permissionOn(thing: Thing, user?: Subject): Promise<Permission> {
    if (user ? user.role === 'admin' : this.#isFree) return 'manage';
    const { db, actor, workspaceId } = this.#context;
    const given = await readGrants(db, user?.id ?? actor.userId, workspaceId, wantedFor([thing]));
    return permissionOn(given, thing, this.#defaultFor(given));
  }

  async demandMembership(): Promise<void> {
    const { db, actor, workspaceId, workspaceName, workspaces } = this.#context;
    if (this.#isFree || !workspaces.areOn) return;
    const given = await readGrants(db, actor.userId, workspaceId, wantedFor([]));
    if (given.some(({ kind, permission }) => kind === 'workspace' && meets(permission, 'use'))) return;
    throw refusal('use', workspaceName);
  }

  async isWorkspaceAdmin(): Promise<boolean> {
    const { db, actor, workspaceId } = this.#context;
    return this.#isFree || isWorkspaceAdmin(await readGrants(db, actor.userId, workspaceId, wantedFor([])));
  }

  /** @throws not_found for a thing of another workspace */
  async #ownersOf(db: Database, { kind, ids }: Demand): Promise<Owner[]> {
    const { workspaceId } = this.#context;
    const owners = await targetOf(kind).findOwners(db, workspaceId, [...new Set(ids)]);
    const foreign = owners.find((owner) => owner.workspaceId !== workspaceId);
    if (foreign) throw notFound(kind, foreign.asked);
    return owners;
  }

  /** Decides on things whose grants are read by one statement. */
  async #deciderOf(
    db: Database,
    owners: readonly Owner[],
  ): Promise<{ byDefault: Permission; allows(owner: Owner, need: Need): boolean }> {
    if (this.#isFree) return { byDefault: 'manage', allows: () => true };
    const { actor, workspaceId } = this.#context;
    const given = await readGrants(db, actor.userId, workspaceId, wantedFor(owners));
    const byDefault = this.#defaultFor(given);
    return { byDefault, allows: (owner, need) => allows(given, owner, need, byDefault) };
  }

  /** With workspaces, who is given nothing in one has nothing there. */
  #defaultFor(given: readonly Given[]): Permission {
    const isMember = !this.#context.workspaces.areOn || given.some(({ kind }) => kind === 'workspace');
    return isMember ? this.#settings.defaultPermission : 'none';
  }
}

function wantedFor(things: readonly Pick<Thing, 'projectId' | 'registeredModelId'>[]): Wanted {
  return {
    projectIds: things.flatMap(({ projectId }) => projectId ?? []),
    registeredModelIds: things.flatMap(({ registeredModelId }) => registeredModelId ?? []),
  };
}

function allows(given: readonly Given[], owner: Owner, need: Need, byDefault: Permission): boolean {
  const { projectId, registeredModelId, pattern } = owner;
  // what belongs to nothing and has no name cannot be given to anybody
  if (projectId === null && registeredModelId === null && pattern === undefined) return false;
  // whoever may not read a project has nothing to do with what is in it
  if (projectId !== null && !meets(permissionOn(given, { kind: 'project', projectId }, byDefault), 'read')) return false;
  return meets(permissionOn(given, owner, byDefault), need);
}

/** No grant can name them, whatever somebody is given elsewhere. */
function refusePathsOfNobody({ ids, need }: Demand, owners: readonly Owner[]): void {
  const owned = new Set(owners.map(({ asked }) => asked));
  const free = ids.find((id) => !owned.has(id));
  if (free !== undefined) throw refusal(need, free);
}

function refusal(need: Need, asked: string): BridgeError {
  return new BridgeError('forbidden', `This needs the permission ${need} on ${show(asked)}.`, {
    reason: need === 'read' ? undefined : 'no_write',
  });
}
