import type { Readable } from 'node:stream';
import type { ConsoleLines, FileFacts, ItemKind, ItemOf, PlotItem, SeriesPoints } from './item.ts';
import type { SideFacts, Source } from './source.ts';

/** What became of one item, in the order of the items given. */
export type Outcome =
  /** It is there now; `isNew` when this transfer made it, so that a rollback may take it away. `note`: what was done on a clash. */
  { state: 'written'; targetId: string; isNew: boolean; note?: string } | { state: 'rejected'; reason: string };

/** Ids in the sink of what was written before, by this or an earlier run of the transfer. */
export interface KnownIds {
  /** Id in the sink; undefined for what was not written. The same id where nothing was mapped. */
  targetOf(kind: ItemKind, sourceId: string): string | undefined;
  /**
   * Whether an earlier run broke off while the sink was writing this item, so that it may be there although no target is known.
   * Never for our own record, where an item and the knowledge of it are written in one transaction.
   */
  wasBegun?(kind: ItemKind, sourceId: string): boolean;
}

/** One line of the table "what survives, and what does not". */
export interface Survival {
  kind: ItemKind | 'points' | 'lines' | 'plots' | 'files';
  /** The fact in words: `id`, `times`, `status`, ... */
  fact: string;
  /** `kept` exactly, `changed` to the nearest form, `lost`. */
  how: 'kept' | 'changed' | 'lost';
  /** Why, and what becomes of it; empty for what is kept. */
  reason: string;
}

/**
 * A place histories are written to. Owners of points, lines, plots and files come with their id in the sink, items and what they
 * refer to with ids of the source. All writes can be repeated: what is there already is changed to what is given or left
 * alone, never doubled. What an item refers to may be written later, or never.
 */
export interface Sink {
  readonly facts: SideFacts;
  /** Kinds it can hold at all. */
  readonly kinds: readonly ItemKind[];
  /** What survives of what a source of that tool says. */
  survival(source: SideFacts): readonly Survival[];
  /**
   * Writes items of one kind.
   * @param known targets of items before, for references; and of these items themselves when they were written before
   */
  write<Kind extends ItemKind>(kind: Kind, items: readonly ItemOf<Kind>[], known: KnownIds): Promise<Outcome[]>;
  /** Adds points to owners, named by their id in the sink. What is there already stays once. */
  writePoints(pieces: readonly SeriesPoints[]): Promise<void>;
  /**
   * Adds console lines. They have no ids, so repeating must not double them: the lines of one owner come in one order, from the
   * first one.
   * @param from how many lines of that owner stand before these
   */
  writeLines(lines: ConsoleLines, from: number): Promise<void>;
  writePlots(plots: readonly PlotItem[], known: KnownIds): Promise<void>;
  /** Stores one file, whole or not at all. */
  writeFile(file: FileFacts, content: Readable): Promise<void>;
  /** Everything of these items was written; what had to wait (an end, a status that locks, a summary) is written now. */
  finish<Kind extends ItemKind>(kind: Kind, items: readonly ItemOf<Kind>[], known: KnownIds): Promise<void>;
  /**
   * What a reading of the sink must give for an item of the source: with the sink's ids, and without what it cannot hold. The
   * item as it would read there, field by field.
   */
  expected<Kind extends ItemKind>(item: ItemOf<Kind>, known: KnownIds): ItemOf<Kind>;
  /** The same for points, lines, plots and files; undefined for what the sink does not hold. */
  expectedPoints(piece: SeriesPoints): SeriesPoints | undefined;
  expectedLines(lines: ConsoleLines): ConsoleLines | undefined;
  expectedPlot(plot: PlotItem): PlotItem | undefined;
  expectedFile(file: FileFacts): FileFacts | undefined;
  /** The sink read as a source of its own: by calls and connections that had no part in writing. */
  reader(): Promise<Source>;
  /** Takes away items that a transfer made, with all they own. What is gone already is fine. @returns per item why not, or null */
  remove(kind: ItemKind, targetIds: readonly string[]): Promise<(string | null)[]>;
  /** Everything written so far is kept whatever happens now. */
  flush(): Promise<void>;
  /** The transfer is complete: an archive writes its manifest. Not called when it broke off. */
  complete(): Promise<void>;
  close(): Promise<void>;
}
