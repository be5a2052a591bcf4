import type { Demand, Guard } from '../access/guard.ts';
import { isTargetKind } from '../access/targets.ts';
import type { GrantKind, Need } from '../model/permission.ts';
import { everything, nothing, type Reach } from '../model/reach.ts';
import type { OperationSpec, Touched } from './door.ts';

/** What an operation touches, read from its table once. */
interface TouchPlan {
  /** What the request names. @param message path, query and body as the door read them */
  demandsOf(message: readonly unknown[]): Demand[];
  /** Whether the request makes or changes what belongs to the workspace alone. */
  isOnWorkspace(demands: readonly Demand[]): boolean;
  /** Whether the answer has only what the caller may read. */
  isListed: boolean;
  /** What is listed, where rights are given on such things themselves. */
  listedKinds: readonly GrantKind[];
}

const needs: ReadonlySet<string> = new Set<Need>(['read', 'use', 'edit', 'manage']);
const words: ReadonlySet<string> = new Set(['listed', 'own', 'none']);
/** Families of operations whose lists hold things that rights can be given on as a kind. */
const familyKinds: Readonly<Record<string, readonly GrantKind[]>> = {
  runs: ['run'],
  'logged-models': ['model'],
  traces: ['trace'],
  registry: ['registered_model_version', 'prompt_version'],
  mcp: ['mcp_server_version'],
};

/** Families of operations on users themselves; they write to no workspace. */
const ofUsers: ReadonlySet<string> = new Set(['auth', 'access', 'users']);

/** The permission an operation asks where its table names none. */
function usualNeed({ id, needs: said, right }: OperationSpec): Need {
  if (said !== undefined) return toNeed(said, id);
  return right === 'read' ? 'read' : 'edit';
}

function toNeed(text: string, id: string): Need {
  if (!needs.has(text)) throw new Error(`${id}: x-needs ${text} is none of ${[...needs].join(', ')}`);
  return text as Need;
}

const plans = new WeakMap<OperationSpec, TouchPlan>();

/**
 * What an operation says it touches.
 * @throws for one that says nothing, or a word nobody knows: what is not declared is not served
 */
export function touchPlanOf(operation: OperationSpec): TouchPlan {
  const known = plans.get(operation);
  if (known) return known;
  const plan = makePlan(operation);
  plans.set(operation, plan);
  return plan;
}

function makePlan(operation: OperationSpec): TouchPlan {
  const { id, on, right, family = '' } = operation;
  const list: readonly Touched[] = typeof on === 'string' ? [{ kind: on, at: '' }] : (on ?? []);
  if (list.length === 0) throw new Error(`${id}: x-on does not say what it touches`);
  if (right === 'public' && on !== 'none') throw new Error(`${id}: nobody has rights on single things, so x-on must be none`);
  const usual = usualNeed(operation);
  const targets = list.flatMap(({ kind, at, needs: own }) => {
    if (words.has(kind)) return [];
    if (!isTargetKind(kind)) throw new Error(`${id}: x-on names ${kind}, which nothing resolves`);
    const [fields = '', fallback] = at.split('=');
    const places = fields.split('+').map((field) => field.split('.').map((part) => part.replace(/\[\]$/, '')));
    return [{ kind, places, fallback: fallback === undefined ? [] : [fallback], need: own ? toNeed(own, id) : usual }];
  });
  const isListed = list.some(({ kind }) => kind === 'listed');
  const writes = right === 'write' && !ofUsers.has(family);
  return {
    isListed,
    isOnWorkspace: (demands) =>
      writes && (on === 'none' || targets.some(({ fallback }, at) => isFallback(demands[at], fallback))),
    listedKinds: isListed ? (familyKinds[family] ?? []) : [],
    demandsOf: (message) =>
      targets.map(({ kind, places, fallback, need }) => {
        const [firsts = [], ...others] = places.map((place) => message.flatMap((part) => idsAt(part, place)));
        const ids = others.length === 0 ? firsts : firsts.map((first) => [first, ...others.map(([one = '']) => one)].join('/'));
        return { kind, need, ids: ids.length > 0 ? ids : fallback };
      }),
  };
}

/**
 * Lets a request pass to its handler.
 * @param message path, query and body as the door read them
 * @returns what its answer may list
 * @throws forbidden, not_found as {@link Guard} says
 */
export async function passGuard(guard: Guard, operation: OperationSpec, message: readonly unknown[]): Promise<Reach> {
  // most requests of a server without logins end here
  if (guard.isOpen) return everything;
  const plan = touchPlanOf(operation);
  const demands = plan.demandsOf(message);
  if (plan.isOnWorkspace(demands)) await guard.demandMembership();
  await guard.demand(demands);
  return plan.isListed ? await guard.reach(plan.listedKinds) : nothing;
}

/** Whether a message names nothing, so that what is made goes where the operation says. */
function isFallback(demand: Demand | undefined, fallback: readonly string[]): boolean {
  return fallback.length > 0 && demand?.ids === fallback;
}

/** The ids in a message under a path of fields; every item of a list on the way is followed. */
function idsAt(value: unknown, place: readonly string[]): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => idsAt(item, place));
  const [field, ...rest] = place;
  if (field !== undefined) return typeof value === 'object' ? idsAt((value as Record<string, unknown>)[field], rest) : [];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'bigint' || typeof value === 'number' ? [String(value)] : [];
}
