import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type {
  ConsoleLines,
  FileFacts,
  Item,
  ItemKind,
  ItemOf,
  ModelItem,
  Owner,
  PlotItem,
  ProjectItem,
  QueueItem,
  RunItem,
  SeriesPoints,
} from '../../../src/bridge/item.ts';
import type { OpenSink, SideWorld } from '../../../src/bridge/side.ts';
import type { KnownIds, Outcome, Sink, Survival } from '../../../src/bridge/sink.ts';
import type { SideFacts, Source } from '../../../src/bridge/source.ts';
import { BridgeError } from '../../../src/model/errors.ts';
import { isRefused } from './rest/api.ts';
import { expectedModel, expectedPlot, expectedProject, expectedQueue, expectedRun } from './rest-sink/expected.ts';
import { folderOf } from './rest-sink/marks.ts';
import { SinkReader } from './rest-sink/sink-reader.ts';
import { survivalOf } from './rest-sink/survival.ts';
import { heldPoints, LineWriter, sendPlots, sendPoints } from './rest-sink/write-events.ts';
import { ModelWriter } from './rest-sink/write-models.ts';
import { writeProjects, writeQueues } from './rest-sink/write-places.ts';
import { TaskWriter } from './rest-sink/write-runs.ts';
import { type ClearmlServer, enterClearml } from './rest-source.ts';

/** What takes a thing away, and the refusals that mean it is gone already. */
const removals: Partial<Record<ItemKind, { operation: string; body: (id: string) => object; gone: string }>> = {
  run: {
    operation: 'tasks.delete',
    body: (task) => ({ task, force: true, delete_output_models: false }),
    gone: '400/101',
  },
  model: { operation: 'models.delete', body: (model) => ({ model, force: true }), gone: '400/201' },
  queue: { operation: 'queues.delete', body: (queue) => ({ queue }), gone: '400/701' },
  project: { operation: 'projects.delete', body: (project) => ({ project }), gone: '400/401' },
};

/** A ClearML server that a history is written to by its API and its files server. */
class ClearmlSink implements Sink {
  readonly facts: SideFacts;
  readonly kinds = ['project', 'queue', 'run', 'model'] as const satisfies readonly ItemKind[];
  readonly #address: string;
  readonly #world: SideWorld;
  readonly #server: ClearmlServer;
  readonly #tasks: TaskWriter;
  readonly #models: ModelWriter;
  readonly #lines: LineWriter;
  /** What axes of series are called, by owner and series, until the owner is finished. */
  readonly #labels = new Map<string, Map<string, string>>();

  constructor(address: string, world: SideWorld, server: ClearmlServer) {
    this.facts = server.facts;
    this.#address = address;
    this.#world = world;
    this.#server = server;
    this.#tasks = new TaskWriter(server.api, server.links);
    this.#models = new ModelWriter(server.api, server.links);
    this.#lines = new LineWriter(server.api);
  }

  survival(source: SideFacts): readonly Survival[] {
    return survivalOf(source);
  }

  async write<Kind extends ItemKind>(kind: Kind, items: readonly ItemOf<Kind>[], known: KnownIds): Promise<Outcome[]> {
    const outcomes = await this.#write(kind, items, known);
    for (const [index, outcome] of outcomes.entries()) {
      const item = items[index] as Item;
      if (outcome.state === 'written' && (item.kind === 'run' || item.kind === 'model')) this.#noteLabels(outcome.targetId, item);
    }
    return outcomes;
  }

  async writePoints(pieces: readonly SeriesPoints[]): Promise<void> {
    await sendPoints(this.#server.api, pieces, (owner, first, second) =>
      this.#labels.get(owner.id)?.get(JSON.stringify([first, second])),
    );
  }

  async writeLines(lines: ConsoleLines, from: number): Promise<void> {
    if (lines.owner.kind === 'run') await this.#lines.write(lines, from);
  }

  async writePlots(plots: readonly PlotItem[]): Promise<void> {
    await sendPlots(this.#server.api, plots, this.#server.links);
  }

  /** The whole file is here before any of it is sent: so it can be sent again, and its length is known. */
  async writeFile(file: FileFacts, content: Readable): Promise<void> {
    const path = join(this.#world.scratch, randomUUID());
    try {
      await pipeline(content, createWriteStream(path), { signal: this.#world.signal });
      const { size } = await stat(path);
      await this.#server.files.put(targetPath(file), size, () => createReadStream(path));
      if (file.place === 'artifacts') this.#noteFile(file.owner, file.path, size);
    } finally {
      await rm(path, { force: true });
    }
  }

  async finish<Kind extends ItemKind>(kind: Kind, items: readonly ItemOf<Kind>[], known: KnownIds): Promise<void> {
    if (kind === 'run') await this.#tasks.finish(items as readonly RunItem[], known);
    if (kind === 'model') await this.#models.finish(items as readonly ModelItem[], known);
    for (const { id } of items) this.#labels.delete(known.targetOf(kind, id) ?? '');
  }

  expected<Kind extends ItemKind>(item: ItemOf<Kind>, known: KnownIds): ItemOf<Kind> {
    return this.#expected(item as Item, known) as ItemOf<Kind>;
  }

  expectedPoints(piece: SeriesPoints): SeriesPoints | undefined {
    return heldPoints(piece);
  }

  expectedLines(lines: ConsoleLines): ConsoleLines | undefined {
    return lines.owner.kind === 'run' ? lines : undefined;
  }

  expectedPlot(plot: PlotItem): PlotItem | undefined {
    return expectedPlot(plot, this.#server.links);
  }

  expectedFile(file: FileFacts): FileFacts | undefined {
    if (file.owner.kind === 'trace') return undefined;
    return { ...file, place: 'reported', path: targetPath(file) };
  }

  async reader(): Promise<Source> {
    return new SinkReader(await enterClearml(this.#address, this.#world));
  }

  async remove(kind: ItemKind, targetIds: readonly string[]): Promise<(string | null)[]> {
    const removal = removals[kind];
    if (!removal) throw new BridgeError('not_supported', `A ClearML server holds no ${kind}.`);
    const outcomes: (string | null)[] = [];
    for (const id of targetIds) {
      try {
        await this.#server.api.call(removal.operation, removal.body(id));
        outcomes.push(null);
      } catch (error) {
        if (!isRefused(error)) throw error;
        outcomes.push(error.reason === removal.gone ? null : error.message);
      }
    }
    return outcomes;
  }

  /** Every answer comes after what it answers is kept. */
  async flush(): Promise<void> {}

  async complete(): Promise<void> {}

  async close(): Promise<void> {
    this.#server.api.close();
    this.#server.files.close();
  }

  async #write(kind: ItemKind, items: readonly Item[], known: KnownIds): Promise<Outcome[]> {
    const { api } = this.#server;
    if (kind === 'project') return writeProjects(api, items as readonly ProjectItem[], known);
    if (kind === 'queue') return writeQueues(api, items as readonly QueueItem[], known);
    if (kind === 'run') return this.#tasks.write(items as readonly RunItem[], known);
    if (kind === 'model') return this.#models.write(items as readonly ModelItem[], known);
    throw new BridgeError('not_supported', `A ClearML server holds no ${kind}.`);
  }

  #expected(item: Item, known: KnownIds): Item {
    const { links } = this.#server;
    if (item.kind === 'run') return expectedRun(item, known, links);
    if (item.kind === 'model') return expectedModel(item, known, links);
    if (item.kind === 'project') return expectedProject(item, known);
    if (item.kind === 'queue') return expectedQueue(item, known);
    throw new BridgeError('not_supported', `A ClearML server holds no ${item.kind}.`);
  }

  #noteLabels(targetId: string, { series }: RunItem | ModelItem): void {
    const named = series.flatMap(({ first, second, xAxisLabel }): [string, string][] =>
      xAxisLabel === null ? [] : [[JSON.stringify([first, second]), xAxisLabel]],
    );
    if (named.length > 0) this.#labels.set(targetId, new Map(named));
  }

  #noteFile({ kind, id }: Owner, path: string, size: number): void {
    if (kind === 'run') this.#tasks.addFile(id, path, size);
    else this.#models.addFile(id, path);
  }
}

/** Where a file goes: reported ones keep their path. */
function targetPath({ owner, place, path }: FileFacts): string {
  return place === 'reported' ? path : `${folderOf(owner.id)}/${path}`;
}

/** Opens a ClearML server for writing: see {@link enterClearml}. */
export const openClearmlServerSink: OpenSink = async (address, world) =>
  new ClearmlSink(address, world, await enterClearml(address, world));
