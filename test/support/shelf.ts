import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  type ConsoleLines,
  type FileFacts,
  type Item,
  type ItemKind,
  type ItemOf,
  itemKinds,
  type Owner,
  type PlotItem,
  type ProjectItem,
  type RunItem,
  type SeriesPoints,
} from '../../src/bridge/item.ts';
import type { KnownIds, Outcome, Sink } from '../../src/bridge/sink.ts';
import type { Extent, ReadEvents, Selection, Source, Unreadable } from '../../src/bridge/source.ts';

const ownerKey = ({ kind, id }: Owner) => `${kind} ${id}`;

/** A whole history in memory that is both read from and written to: the smallest side there is. */
export class Shelf implements Source, Sink {
  readonly facts;
  readonly kinds: readonly ItemKind[] = itemKinds;
  readonly silentOn = {};
  readonly content = new Map<ItemKind, Map<string, Item>>();
  readonly series = new Map<string, SeriesPoints>();
  readonly console = new Map<string, ConsoleLines>();
  readonly drawings = new Map<string, PlotItem>();
  readonly bytes = new Map<string, { file: FileFacts; content: Buffer }>();
  /** Ids a sink gives to what it writes; left out: those of the source. */
  readonly idFor: (id: string) => string;
  readonly broken: Unreadable[] = [];
  /** Called before each read of a file and each write; tests let things happen there. */
  onRead: (file: FileFacts) => void = () => undefined;
  onWrite: (kind: ItemKind, items: readonly Item[]) => void = () => undefined;
  onPoints: (pieces: readonly SeriesPoints[]) => void = () => undefined;
  writes = 0;

  constructor(name: string, idFor: (id: string) => string = (id) => id) {
    this.facts = {
      address: `shelf:${name}`,
      tool: 'trackbridge' as const,
      description: `shelf ${name}`,
      identity: `shelf:${name}`,
    };
    this.idFor = idFor;
  }

  put(...items: Item[]): this {
    for (const item of items) {
      const ofKind = this.content.get(item.kind) ?? new Map<string, Item>();
      this.content.set(item.kind, ofKind.set(item.id, item));
    }
    return this;
  }

  putPoints(run: string, key: string, values: number[]): this {
    const owner: Owner = { kind: 'run', id: run };
    const name = { key, first: null, second: null };
    this.series.set(`run ${run} ${key}`, {
      owner,
      name,
      isSingle: false,
      steps: values.map((_, index) => BigInt(index)),
      timestampsMs: values.map((_, index) => BigInt(1000 + index)),
      values,
    });
    return this;
  }

  putFile(run: string, path: string, content: Buffer, sizeBytes = BigInt(content.length)): this {
    const file: FileFacts = { owner: { kind: 'run', id: run }, place: 'artifacts', path, sizeBytes };
    this.bytes.set(`run ${run} ${path}`, { file, content });
    return this;
  }

  all<Kind extends ItemKind>(kind: Kind): ItemOf<Kind>[] {
    return [...(this.content.get(kind)?.values() ?? [])] as ItemOf<Kind>[];
  }

  async measure(_selection: Selection): Promise<Extent> {
    const items = Object.fromEntries(itemKinds.map((kind) => [kind, BigInt(this.all(kind).length)]));
    const points = [...this.series.values()].reduce((sum, { steps }) => sum + BigInt(steps.length), 0n);
    return { items, points, files: BigInt(this.bytes.size), bytes: null };
  }

  async *items<Kind extends ItemKind>(
    kind: Kind,
    wanted: { selection: Selection } | { ids: readonly string[] },
    events: ReadEvents,
  ): AsyncGenerator<ItemOf<Kind>[]> {
    for (const found of this.broken) if (found.kind === kind && found.part === null) events.unreadable(found);
    const all = this.all(kind).filter(({ id }) => !('ids' in wanted) || wanted.ids.includes(id));
    for (let at = 0; at < all.length; at += 3) yield all.slice(at, at + 3);
  }

  async *points(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<SeriesPoints[]> {
    const wanted = new Set(owners.map(ownerKey));
    for (const found of this.broken) if (found.part !== null && wanted.has(`${found.kind} ${found.id}`)) events.unreadable(found);
    for (const piece of this.series.values()) if (wanted.has(ownerKey(piece.owner))) yield [piece];
  }

  async *lines(owners: readonly Owner[]): AsyncGenerator<ConsoleLines[]> {
    for (const owner of owners) {
      const lines = this.console.get(ownerKey(owner));
      if (lines) yield [lines];
    }
  }

  async *plots(owners: readonly Owner[]): AsyncGenerator<PlotItem[]> {
    const wanted = new Set(owners.map(ownerKey));
    yield [...this.drawings.values()].filter(({ owner }) => wanted.has(ownerKey(owner)));
  }

  async *files(owners: readonly Owner[]): AsyncGenerator<FileFacts[]> {
    const wanted = new Set(owners.map(ownerKey));
    yield [...this.bytes.values()].map(({ file }) => file).filter(({ owner }) => wanted.has(ownerKey(owner)));
  }

  async openFile(file: FileFacts): Promise<Readable> {
    this.onRead(file);
    const found = this.bytes.get(`${ownerKey(file.owner)} ${file.path}`);
    if (!found) throw new Error('no such file');
    return Readable.from([found.content]);
  }

  survival(): [] {
    return [];
  }

  async write<Kind extends ItemKind>(kind: Kind, items: readonly ItemOf<Kind>[], known: KnownIds): Promise<Outcome[]> {
    this.onWrite(kind, items);
    this.writes += items.length;
    return items.map((item) => {
      const expected = this.expected(item, known);
      const isNew = this.content.get(kind)?.has(expected.id) !== true;
      this.put(expected);
      return { state: 'written', targetId: expected.id, isNew };
    });
  }

  async writePoints(pieces: readonly SeriesPoints[]): Promise<void> {
    this.onPoints(pieces);
    for (const piece of pieces) this.series.set(`${ownerKey(piece.owner)} ${piece.name.key}`, piece);
  }

  async writeLines(lines: ConsoleLines, from: number): Promise<void> {
    const before = this.console.get(ownerKey(lines.owner))?.lines.slice(0, from) ?? [];
    this.console.set(ownerKey(lines.owner), { owner: lines.owner, lines: [...before, ...lines.lines] });
  }

  async writePlots(plots: readonly PlotItem[]): Promise<void> {
    for (const plot of plots) this.drawings.set(`${ownerKey(plot.owner)} ${plot.title} ${plot.variant} ${plot.iteration}`, plot);
  }

  async writeFile(file: FileFacts, content: Readable): Promise<void> {
    this.bytes.set(`${ownerKey(file.owner)} ${file.path}`, { file, content: await buffer(content) });
  }

  async finish(): Promise<void> {
    // everything is written at once
  }

  /** References lead to the ids here where these are known. */
  expected<Kind extends ItemKind>(item: ItemOf<Kind>, known: KnownIds): ItemOf<Kind> {
    const id = known.targetOf(item.kind, item.id) ?? this.idFor(item.id);
    const parent =
      'parent' in item && item.parent !== null ? { parent: known.targetOf(item.kind, item.parent) ?? item.parent } : {};
    return { ...item, ...parent, id };
  }

  expectedPoints(piece: SeriesPoints): SeriesPoints {
    return piece;
  }

  expectedLines(lines: ConsoleLines): ConsoleLines {
    return lines;
  }

  expectedPlot(plot: PlotItem): PlotItem {
    return plot;
  }

  expectedFile(file: FileFacts): FileFacts {
    return file;
  }

  async reader(): Promise<Source> {
    return this;
  }

  async remove(kind: ItemKind, targetIds: readonly string[]): Promise<(string | null)[]> {
    for (const id of targetIds) this.content.get(kind)?.delete(id);
    return targetIds.map(() => null);
  }

  async flush(): Promise<void> {
    // nothing is held back
  }

  async complete(): Promise<void> {
    // nothing is to be added
  }

  async close(): Promise<void> {
    // nothing is open
  }
}

/** A project that says no more than its name. */
export function projectItem(id: string, name: string): ProjectItem {
  return {
    kind: 'project',
    id,
    experimentId: id,
    uuid: null,
    name,
    path: null,
    description: null,
    artifactRoot: null,
    outputDestination: null,
    archived: false,
    hidden: false,
    isPublic: false,
    systemTags: [],
    labels: [],
    tags: [],
    user: null,
    createdMs: null,
    changedMs: null,
    updatedMs: null,
  };
}

/** A completed run, with whatever else is to be said of it. */
export function runItem(id: string, more: Partial<RunItem> = {}): RunItem {
  return {
    kind: 'run',
    id,
    project: '1',
    name: `run ${id}`,
    type: null,
    status: 'completed',
    statusReason: null,
    statusMessage: null,
    statusChangedMs: null,
    formerStatus: null,
    queue: null,
    archived: false,
    archivedMs: null,
    author: null,
    authorId: null,
    user: null,
    changedBy: null,
    parent: null,
    note: null,
    repository: null,
    branch: null,
    commit: null,
    entryPoint: null,
    workingFolder: null,
    createdMs: null,
    startedMs: 1n,
    endedMs: 2n,
    changedMs: null,
    updatedMs: null,
    publishedMs: null,
    activeSeconds: null,
    lastIteration: null,
    lastWorker: null,
    lastWorkerReportMs: null,
    systemTags: [],
    isPublic: false,
    artifactRoot: null,
    params: [],
    tags: [],
    labels: [],
    documents: [],
    artifacts: [],
    models: [],
    datasets: [],
    series: [],
    ...more,
  };
}
