import type { ItemKind, Owner } from './item.ts';
import type { Ledger } from './ledger.ts';
import type { Sink } from './sink.ts';
import type { ReadEvents, Selection, Source, Unreadable } from './source.ts';

/** What a phase of a transfer works with. */
export interface Job {
  source: Source;
  sink: Sink;
  selection: Selection;
  ledger: Ledger;
  /** Read everything again, also what seems unchanged. */
  isThorough: boolean;
  /** Whether what the sink writes and what the ledger keeps are of one database. */
  isOneDatabase: boolean;
  signal: AbortSignal;
}

/** Kinds that own points, console lines and plots, and kinds that own files. */
export const pointOwners: ReadonlySet<ItemKind> = new Set<Owner['kind']>(['run', 'model']);
export const fileOwners: ReadonlySet<ItemKind> = new Set<Owner['kind']>(['run', 'model', 'trace']);

/** Kinds that both sides have. What the sink cannot hold is told by its survival table. */
export function commonKinds({ source, sink }: Pick<Job, 'source' | 'sink'>): ItemKind[] {
  return source.kinds.filter((kind) => sink.kinds.includes(kind));
}

/** Fields of a kind about which a source says nothing. */
export function silentFields(source: Source, kind: ItemKind): ReadonlySet<string> {
  return new Set<string>(source.silentOn[kind] ?? []);
}

/** What reading could not read, gathered until it is asked for. */
export class Unread implements ReadEvents {
  #found: Unreadable[] = [];

  unreadable(found: Unreadable): void {
    this.#found.push(found);
  }

  take(): Unreadable[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}
