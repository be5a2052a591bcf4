import type { Readable } from 'node:stream';
import type { ConsoleLines, FileFacts, ItemKind, ItemOf, NameItem, Owner, PlotItem, SeriesPoints } from './item.ts';

/** Whose words a side speaks: what it cannot say is left out of comparisons. */
export type Tool = 'mlflow' | 'clearml' | 'trackbridge';

/** What a side is, for reports; without any secret. */
export interface SideFacts {
  /** The address as it was given, without its login. */
  address: string;
  tool: Tool;
  /** `REST of MLflow 3.17.2`, `SQLite database of MLflow, revision dc11669786a5`, ... */
  description: string;
  /** The same for the same history however its address is written, as far as that can be known. */
  identity: string;
}

/** What of a history is wanted. What is undefined does not narrow it. */
export interface Selection {
  /** Names, paths or ids of projects; what belongs to no project is left out when it is given, but for what chosen runs need. */
  projects?: readonly string[];
  /** Runs and traces that started in that time, both ends included. */
  fromMs?: bigint;
  toMs?: bigint;
  /** Finer states of runs. */
  states?: readonly string[];
  /** False: leave out what is archived (deleted). */
  withArchived?: boolean;
  /** False: no bytes of files. */
  withFiles?: boolean;
}

/** How much there is of something, before it is read. Null where the source cannot count without reading. */
export interface Extent {
  items: Partial<Record<ItemKind, bigint | null>>;
  points: bigint | null;
  files: bigint | null;
  bytes: bigint | null;
}

/** Something that could not be read. Goes into the report; the transfer goes on. */
export interface Unreadable {
  kind: ItemKind;
  /** As far as it is known; else where it stands (a path, a row). */
  id: string;
  /** Which part: `points`, `files`, ...; null for the whole item. */
  part: string | null;
  reason: string;
}

/** What reading finds besides what it returns. */
export interface ReadEvents {
  unreadable(found: Unreadable): void;
}

/**
 * A history that can be read, and nothing else: no call changes anything there. Everything is streamed: a chunk is a bounded
 * number of items (about 200, fewer of heavy ones), a piece of a series at most 10,000 points, so memory stays flat. What
 * cannot be read is told to `events` and left out, never thrown; thrown is only what makes going on senseless (the source is
 * gone, the login is refused): BridgeError with code `unavailable`, `unauthenticated`, `forbidden` or `invalid`.
 * One reading at a time; iterators that are not read to their end are closed by their `return`.
 */
export interface Source {
  readonly facts: SideFacts;
  /** Kinds it can have at all, in the order of `itemKinds`. */
  readonly kinds: readonly ItemKind[];
  /**
   * Fields about which this source can say nothing at all, by kind: there its items have null, false or an empty list, a sink
   * is free, and nothing is compared. Everything else counts: null is "there is none".
   */
  readonly silentOn: { readonly [Kind in ItemKind]?: readonly (keyof ItemOf<Kind>)[] };
  /** What there is, for a plan: quickly, without reading histories. */
  measure(selection: Selection): Promise<Extent>;
  /**
   * Items of a kind, each once, in an order that stays the same.
   * @param ids only those of these ids (at most a chunk's worth), in any order; what is not there is left out
   */
  items<Kind extends ItemKind>(
    kind: Kind,
    wanted: { selection: Selection } | { ids: readonly string[] },
    events: ReadEvents,
  ): AsyncIterable<ItemOf<Kind>[]>;
  /** All points of these owners. */
  points(owners: readonly Owner[], events: ReadEvents): AsyncIterable<SeriesPoints[]>;
  /** All console lines of these owners, in the order they were reported. */
  lines(owners: readonly Owner[], events: ReadEvents): AsyncIterable<ConsoleLines[]>;
  plots(owners: readonly Owner[], events: ReadEvents): AsyncIterable<PlotItem[]>;
  files(owners: readonly Owner[], events: ReadEvents): AsyncIterable<FileFacts[]>;
  /** @throws not_found, unavailable; what ends early fails the stream */
  openFile(file: FileFacts): Promise<Readable>;
  /**
   * The mark of an item that changes with anything of it or of what it owns (ClearML's last change, for instance). Undefined
   * where the source has none: then its content alone tells whether it changed.
   */
  markOf?(item: ItemOf<ItemKind>): string | undefined;
  close(): Promise<void>;
}

/** The name of a series or param for messages. */
export function showName({ key, first, second }: NameItem): string {
  return key ?? `${first ?? ''}/${second ?? ''}`;
}
