import type { Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import { type Given, type GrantKind, meets, type Need, type Permission } from '../model/permission.ts';
import { everything, type Reach } from '../model/reach.ts';
import { readGrants, type Wanted } from '../store/grants.ts';
import { listRegisteredModelIds, type Owner } from '../store/targets.ts';
import { isWorkspaceAdmin, permissionOn, reachOf, together } from './decide.ts';
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

/** Decides on single things for the actor of one request. */
export interface Guard {
  /**
   * Lets a request go on when its actor has what is needed on each of these things. What is not there passes: the operation says so.
   * @throws forbidden, not_found for a thing of another workspace
   */
  demand(demands: readonly Demand[]): Promise<void>;
  /** What may be read of what is listed. @param kinds what that is, where rights are given on such things themselves */
  reach(kinds?: readonly GrantKind[]): Promise<Reach>;
  /** Whether the actor administers the workspace: an admin, or somebody given `manage` on it. */
  isWorkspaceAdmin(): Promise<boolean>;
}

/** The guard of the server itself, which may do everything. */
export const freeGuard: Guard = {
  demand: async () => undefined,
  reach: async () => everything,
  isWorkspaceAdmin: async () => true,
};

/** What the guard of a request needs to know of it. */
export type GuardContext = Pick<Context, 'db' | 'actor' | 'workspaceId' | 'workspaces'>;

/** The guard of one request. Grants are read anew for each, so that what is taken away holds from the next request on. */
export function makeGuard(context: GuardContext, settings: GuardSettings): Guard {
  const isFree = !settings.isAuthOn || context.actor.role === 'admin';
  // an admin of a server with one workspace costs nothing
  if (isFree && !context.workspaces.areOn) return freeGuard;
  const { db, actor, workspaceId } = context;
  const grants = (wanted?: Wanted) => readGrants(db, actor.userId, workspaceId, wanted);
  const byDefault = (given: readonly Given[]) => defaultFor(given, context, settings);

  async function ownersOf({ kind, ids }: Demand): Promise<Owner[]> {
    const owners = await targetOf(kind).findOwners(db, workspaceId, [...new Set(ids)]);
    const foreign = owners.find((owner) => owner.workspaceId !== workspaceId);
    if (foreign) throw notFound(kind, foreign.asked);
    return owners;
  }

  return {
    async demand(demands) {
      const asked = demands.filter(({ ids }) => ids.length > 0);
      if (asked.length === 0) return;
      const found = await Promise.all(asked.map(async (demand) => ({ demand, owners: await ownersOf(demand) })));
      if (isFree) return;
      const owners = found.flatMap((one) => one.owners);
      const given = await grants({
        projectIds: owners.flatMap(({ projectId }) => projectId ?? []),
        registeredModelIds: owners.flatMap(({ registeredModelId }) => registeredModelId ?? []),
      });
      for (const { demand, owners: things } of found) {
        for (const thing of things) demandOne(given, thing, demand.need, byDefault(given));
        if (targetOf(demand.kind).isPath) demandPathsOfNobody(demand, things, byDefault(given));
      }
    },
    async reach(kinds) {
      if (isFree) return everything;
      const given = await grants();
      const { projects, registeredModels, prompts } = reachOf(given, byDefault(given), kinds);
      return {
        projects,
        registeredModels: await together(registeredModels, prompts, (which) =>
          listRegisteredModelIds(db, workspaceId, which === 'b'),
        ),
      };
    },
    isWorkspaceAdmin: async () => isFree || isWorkspaceAdmin(await grants({ projectIds: [], registeredModelIds: [] })),
  };
}

/** With workspaces, who is given nothing in one has nothing there. */
function defaultFor(
  given: readonly Given[],
  { workspaces }: Pick<Context, 'workspaces'>,
  { defaultPermission }: GuardSettings,
): Permission {
  const isMember = !workspaces.areOn || given.some(({ kind }) => kind === 'workspace');
  return isMember ? defaultPermission : 'none';
}

function demandOne(given: readonly Given[], thing: Owner, need: Need, byDefault: Permission): void {
  // what belongs to nothing cannot be given to anybody
  if (thing.projectId === null && thing.registeredModelId === null) throw refusal(need, thing.asked);
  // whoever may not read a project has nothing to do with what is in it
  const isHidden =
    thing.projectId !== null && !meets(permissionOn(given, { kind: 'project', projectId: thing.projectId }, byDefault), 'read');
  if (isHidden || !meets(permissionOn(given, thing, byDefault), need)) throw refusal(need, thing.asked);
}

/** No grant can name them, so the default decides, whatever somebody is given elsewhere. */
function demandPathsOfNobody({ ids, need }: Demand, owners: readonly Owner[], byDefault: Permission): void {
  const owned = new Set(owners.map(({ asked }) => asked));
  const free = ids.find((id) => !owned.has(id));
  if (free !== undefined && !meets(byDefault, need)) throw refusal(need, free);
}

function refusal(need: Need, asked: string): BridgeError {
  return new BridgeError('forbidden', `This needs the permission ${need} on ${show(asked)}.`, {
    reason: need === 'read' ? undefined : 'no_write',
  });
}
