import type { Readable } from 'node:stream';
import type { ConsoleLines, FileFacts, ItemKind, ItemOf, Owner, PlotItem, SeriesPoints } from '../../../../src/bridge/item.ts';
import type { Extent, ReadEvents, Selection, SideFacts, Source } from '../../../../src/bridge/source.ts';
import { isMadeFile } from './sink-files.ts';

/** The database read as a source, without the files that the sink made of what is no file in the source. */
export class SinkReader implements Source {
  readonly facts: SideFacts;
  readonly kinds: readonly ItemKind[];
  readonly silentOn: Source['silentOn'];
  readonly #source: Source;
  readonly #hasFiles: boolean;

  constructor(source: Source, hasFiles: boolean) {
    this.facts = source.facts;
    this.kinds = source.kinds;
    this.silentOn = source.silentOn;
    this.#source = source;
    this.#hasFiles = hasFiles;
  }

  measure(selection: Selection): Promise<Extent> {
    return this.#source.measure(selection);
  }

  items<Kind extends ItemKind>(
    kind: Kind,
    wanted: { selection: Selection } | { ids: readonly string[] },
    events: ReadEvents,
  ): AsyncIterable<ItemOf<Kind>[]> {
    return this.#source.items(kind, wanted, events);
  }

  points(owners: readonly Owner[], events: ReadEvents): AsyncIterable<SeriesPoints[]> {
    return this.#source.points(owners, events);
  }

  lines(owners: readonly Owner[], events: ReadEvents): AsyncIterable<ConsoleLines[]> {
    return this.#source.lines(owners, events);
  }

  plots(owners: readonly Owner[], events: ReadEvents): AsyncIterable<PlotItem[]> {
    return this.#source.plots(owners, events);
  }

  async *files(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<FileFacts[]> {
    if (!this.#hasFiles) return;
    for await (const files of this.#source.files(owners, events)) {
      yield files.filter(({ owner, path }) => owner.kind !== 'run' || !isMadeFile(path));
    }
  }

  openFile(file: FileFacts): Promise<Readable> {
    return this.#source.openFile(file);
  }

  close(): Promise<void> {
    return this.#source.close();
  }
}
