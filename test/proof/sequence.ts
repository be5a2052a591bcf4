import type { Call } from '../conformance/mlflow/cases/case.ts';
import { ask, type Compared, isSame, type Servers } from '../conformance/mlflow/compare.ts';
import { type Draft, operationNamed, toCall } from './draft.ts';
import { type Damage, mutate } from './mutate.ts';
import { NONCE_CHARACTERS, World } from './world.ts';

/** Makes a request from what is known to exist. */
export type Make = (world: World) => Draft;

/** A family of operations, as the generator plays it. */
export interface Family {
  /** Requests every sequence begins with, unharmed. */
  setup: readonly Make[];
  /** What follows, by chance: how often, and what. */
  moves: readonly (readonly [weight: number, make: Make])[];
}

/** A call that was sent, with what was done to it. */
export interface Sent {
  operation: string;
  call: Call;
  /** Dotted path of the damaged field, and what was done to it. */
  at?: string;
  damage?: Damage;
}

/** Both answers to a call, with the calls before it. */
export interface Answered {
  sent: readonly Sent[];
  last: Sent;
  original: Compared;
  ours: Compared;
  same: boolean;
}

/** Ids that each server gave out, by the names both have. */
export interface Kept {
  original: Map<string, string>;
  ours: Map<string, string>;
}

/** Kind of a token that is followed at once: the original counts rows, so what happens between two pages moves its next one. */
export const NEXT_PAGE = 'next_page';

let sequences = 0;

/** A sequence's own memory; every name it chooses carries a word that no other sequence uses. */
export function freshKept(): Kept {
  sequences += 1;
  const seq = String(sequences).padStart(NONCE_CHARACTERS - 5, '0');
  const own = [
    ['nonce', `nonce${seq}`],
    ['seq', seq],
  ] as const;
  return { original: new Map(own), ours: new Map(own) };
}

/** Share of the requests that are damaged. */
const DAMAGED_SHARE = 0.3;
/** Share of the pages after which the next one is asked for. */
const NEXT_PAGE_SHARE = 0.7;

/**
 * Plays one sequence on both servers. It ends early once the servers disagree about an error or a write: from there on what they hold may differ.
 * @param onAnswer told every pair of answers
 */
export async function play(
  servers: Servers,
  family: Family,
  { seed, moves }: { seed: number; moves: number },
  onAnswer: (answered: Answered) => void,
): Promise<void> {
  const world = new World(seed);
  const kept = freshKept();
  const sent: Sent[] = [];
  const send = async (draft: Draft, damaged: boolean): Promise<boolean> => {
    const last = toSent(draft, world, damaged);
    sent.push(last);
    const answered = await compare(servers, sent, last, kept);
    onAnswer(answered);
    world.next = undefined;
    const done = isSuccess(answered.ours);
    if (done && isSuccess(answered.original)) learn(draft, last, kept, world);
    // a write that the servers answer differently may have left something else behind on each
    return answered.same || (done && isSuccess(answered.original) && isRead(last.call));
  };
  for (const make of family.setup) if (!(await send(make(world), false))) return;
  const total = family.moves.reduce((sum, [weight]) => sum + weight, 0);
  for (let move = 0; move < moves; move += 1) {
    if (world.next && world.chance.happens(NEXT_PAGE_SHARE)) {
      if (!(await send(world.next, false))) return;
      continue;
    }
    let at = world.chance.next() * total;
    const chosen = family.moves.find(([weight]) => (at -= weight) < 0) ?? family.moves[0];
    if (!chosen) return;
    if (!(await send(chosen[1](world), world.chance.happens(DAMAGED_SHARE)))) return;
  }
}

function toSent(draft: Draft, world: World, damaged: boolean): Sent {
  const keep = Object.fromEntries((draft.learn ?? []).map(({ kind, at }) => [`${kind}${world.serial()}`, at]));
  if (!damaged) return { operation: draft.operation, call: toCall(draft, keep) };
  const { fields, at, damage } = mutate(operationNamed(draft.operation), draft, world.chance);
  return { operation: draft.operation, call: toCall({ ...draft, fields }, keep), at, damage };
}

/** What both servers gave is known from now on; what only one gave, or none, is forgotten. */
function learn(draft: Draft, { call, damage }: Sent, kept: Kept, world: World): void {
  for (const [index, name] of Object.keys(call.keep ?? {}).entries()) {
    const isThere = [kept.original, kept.ours].every((one) => one.has(name));
    const kind = draft.learn?.[index]?.kind ?? '';
    // a token belongs to the very search that gave it
    if (isThere && kind === NEXT_PAGE)
      world.next = damage ? undefined : { ...draft, fields: { ...draft.fields, page_token: `$${name}` } };
    else if (isThere) world.know(kind, `$${name}`);
  }
  for (const { kind, text } of draft.know ?? []) world.know(kind, text);
}

/** Sends a call, the last of those sent, to both servers. */
export async function compare(servers: Servers, sent: readonly Sent[], last: Sent, kept: Kept): Promise<Answered> {
  const [original, ours] = await Promise.all([
    ask(servers.original, last.call, kept.original),
    ask(servers.ours, last.call, kept.ours),
  ]);
  for (const name of Object.keys(last.call.keep ?? {})) {
    for (const one of [kept.original, kept.ours]) if (one.get(name) === 'undefined') one.delete(name);
  }
  return { sent: [...sent], last, original, ours, same: isSame(original, ours) };
}

function isRead({ send }: Call): boolean {
  return /^GET |search|batchGet|metrics$|correlation/.test(send);
}

function isSuccess({ status }: Compared): boolean {
  return status < 300;
}
