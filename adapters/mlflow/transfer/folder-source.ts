import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { FolderReader } from '../../../src/artifacts/folder-reader.ts';
import type { ConsoleLines, FileFacts, ItemKind, ItemOf, Owner, PlotItem, SeriesPoints } from '../../../src/bridge/item.ts';
import type { OpenSource } from '../../../src/bridge/side.ts';
import type { Extent, ReadEvents, Selection, SideFacts, Source } from '../../../src/bridge/source.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import { ArtifactPlaces } from './artifact-places.ts';
import { textOf } from './database/row.ts';
import { type Found, type InsideKind, Layout } from './folder/layout.ts';
import { readMeta } from './folder/meta.ts';
import { readPoints } from './folder/read-points.ts';
import { readModel, readProject, readRegisteredModel, readRun, readVersion } from './folder/read-things.ts';
import { readTrace } from './folder/read-trace.ts';
import { mlflowSilence } from './items/silence.ts';

/** Folders read at the same time: each holds up to a few dozen small files. */
const CHUNK = 20;

const kinds = ['project', 'run', 'model', 'registered_model', 'version', 'trace'] as const satisfies readonly ItemKind[];
type FolderKind = (typeof kinds)[number];

/** Reads one thing from its folder; undefined for one that is no item. */
const readers: { readonly [Kind in FolderKind]: (layout: Layout, found: Found) => Promise<ItemOf<Kind> | undefined> } = {
  project: readProject,
  run: readRun,
  model: readModel,
  registered_model: readRegisteredModel,
  version: readVersion,
  trace: readTrace,
};

const isInside = (kind: ItemKind): kind is InsideKind => kind === 'run' || kind === 'model' || kind === 'trace';

/** Whether an item is among those that were chosen; its experiment was looked at before. */
function isChosen(item: ItemOf<FolderKind>, { fromMs, toMs, states, withArchived }: Selection): boolean {
  if (withArchived === false && 'archived' in item && item.archived) return false;
  if (item.kind === 'run' && states && !states.includes(item.status)) return false;
  if (item.kind !== 'run' && item.kind !== 'trace') return true;
  const { startedMs } = item;
  if (fromMs !== undefined && (startedMs === null || startedMs < fromMs)) return false;
  return toMs === undefined || (startedMs !== null && startedMs <= toMs);
}

/** The history in an `mlruns` folder, as MLflow's file store of 1.x to 3.x keeps it. */
class FolderSource implements Source {
  readonly facts: SideFacts;
  readonly kinds = kinds;
  readonly silentOn: Source['silentOn'] = mlflowSilence;
  readonly #layout: Layout;
  readonly #places: ArtifactPlaces;
  /** Where runs, models and traces are that were read already. */
  readonly #known = new Map<string, Found>();

  constructor(facts: SideFacts, layout: Layout, places: ArtifactPlaces) {
    this.facts = facts;
    this.#layout = layout;
    this.#places = places;
  }

  async measure(selection: Selection): Promise<Extent> {
    const experiments = await this.#experiments(selection);
    const items: Extent['items'] = { project: BigInt(experiments.length) };
    const isNarrowed = selection.fromMs !== undefined || selection.toMs !== undefined || selection.states !== undefined;
    for (const kind of ['run', 'model', 'trace'] as const) {
      let count = 0;
      for (const experiment of experiments) count += (await this.#layout.inside(kind, experiment)).length;
      items[kind] = isNarrowed ? null : BigInt(count);
    }
    const registered = selection.projects ? [] : await this.#layout.registeredModels();
    const versions = await Promise.all(registered.map((model) => this.#layout.versions(model)));
    items.registered_model = BigInt(registered.length);
    items.version = BigInt(versions.flat().length);
    return { items, points: null, files: null, bytes: null };
  }

  async *items<Kind extends ItemKind>(
    kind: Kind,
    wanted: { selection: Selection } | { ids: readonly string[] },
    events: ReadEvents,
  ): AsyncGenerator<ItemOf<Kind>[]> {
    const selection = 'ids' in wanted ? {} : wanted.selection;
    const found = 'ids' in wanted ? this.#withIds(kind, wanted.ids) : this.#all(kind, selection, events);
    for await (const chunk of inChunks(found)) {
      const items = await Promise.all(chunk.map((one) => this.#read(kind, one, events)));
      const chosen = items.filter((item) => item !== undefined && isChosen(item, selection)) as ItemOf<Kind>[];
      if (chosen.length > 0) yield chosen;
    }
  }

  async *points(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<SeriesPoints[]> {
    const runs = await Promise.all(owners.filter(({ kind }) => kind === 'run').map((owner) => this.#find(owner)));
    yield* readPoints(
      this.#layout.folder,
      runs.filter((run) => run !== undefined),
      events,
    );
  }

  async *lines(): AsyncGenerator<ConsoleLines[]> {}

  async *plots(): AsyncGenerator<PlotItem[]> {}

  async *files(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<FileFacts[]> {
    for (const owner of owners) yield* this.#places.list(owner, await this.#rootOf(owner), events);
  }

  async openFile(file: FileFacts): Promise<Readable> {
    return this.#places.open(file, await this.#rootOf(file.owner));
  }

  close(): Promise<void> {
    return this.#places.close();
  }

  async #read(kind: ItemKind, found: Found, events: ReadEvents): Promise<ItemOf<FolderKind> | undefined> {
    try {
      const read: (layout: Layout, found: Found) => Promise<ItemOf<FolderKind> | undefined> = readers[kind as FolderKind];
      const item = await read(this.#layout, found);
      if (isInside(kind)) this.#known.set(`${kind} ${found.id}`, found);
      return item;
    } catch (error) {
      events.unreadable({ kind, id: found.id, part: null, reason: (error as Error).message });
      return undefined;
    }
  }

  async *#all(kind: ItemKind, selection: Selection, events: ReadEvents): AsyncGenerator<Found> {
    if (kind === 'project') yield* await this.#experiments(selection, events);
    if (isInside(kind)) {
      for (const experiment of await this.#experiments(selection)) yield* await this.#layout.inside(kind, experiment, events);
    }
    if (selection.projects || (kind !== 'registered_model' && kind !== 'version')) return;
    for (const model of await this.#layout.registeredModels(kind === 'registered_model' ? events : undefined)) {
      if (kind === 'registered_model') yield model;
      else yield* await this.#layout.versions(model, events);
    }
  }

  async *#withIds(kind: ItemKind, ids: readonly string[]): AsyncGenerator<Found> {
    if (isInside(kind)) {
      for (const id of ids) {
        const found = await this.#find({ kind, id });
        if (found) yield found;
      }
      return;
    }
    const wanted = new Set(ids);
    for await (const found of this.#all(kind, {}, { unreadable: () => {} })) if (wanted.has(found.id)) yield found;
  }

  /** The chosen experiments, by id or name. One whose facts cannot be read counts as chosen where none are named. */
  async #experiments({ projects, withArchived }: Selection, events?: ReadEvents): Promise<Found[]> {
    const found = await this.#layout.experiments(events);
    if (!projects && withArchived !== false) return found;
    const chosen = await Promise.all(
      found.map(async (experiment) => {
        const item = await readProject(this.#layout, experiment).catch(() => undefined);
        const isNamed = !projects || projects.includes(experiment.id) || projects.includes(item?.name ?? '');
        return isNamed && !(withArchived === false && item?.archived);
      }),
    );
    return found.filter((_, at) => chosen[at]);
  }

  async #find({ kind, id }: Owner): Promise<Found | undefined> {
    return this.#known.get(`${kind} ${id}`) ?? this.#layout.find(kind, id, await this.#layout.experiments());
  }

  /** Where the files of an owner are, as its facts say. */
  async #rootOf(owner: Owner): Promise<string | null> {
    const found = await this.#find(owner);
    if (!found) return null;
    if (owner.kind === 'trace') return (await readTrace(this.#layout, found)).artifactRoot ?? `${found.path}/artifacts`;
    const { row } = await readMeta(this.#layout.folder, this.#layout.factsOf(owner.kind, found));
    return textOf(row, owner.kind === 'run' ? 'artifact_uri' : 'artifact_location');
  }
}

async function* inChunks(found: AsyncIterable<Found>): AsyncGenerator<Found[]> {
  let chunk: Found[] = [];
  for await (const one of found) {
    chunk.push(one);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * Opens an `mlruns` folder: a path or `file:///path`. Option: `artifacts`, where the files are when they are not in it (a folder,
 * `s3://bucket/prefix`, a server).
 */
export const openMlrunsFolder: OpenSource = async (address, world) => {
  const [place = '', query = ''] = address.split(/\?(.*)/s);
  const path = /^file:/i.test(place) ? fileURLToPath(place) : place;
  const folder = await FolderReader.open(path);
  if (!folder) throw invalid('address', `There is no folder ${show(path)}.`);
  const layout = new Layout(folder);
  const experiments = await layout.experiments();
  const isOfMlflow = await Promise.all(experiments.map(({ path: at }) => folder.isFile(`${at}/meta.yaml`)));
  if (!isOfMlflow.includes(true)) {
    throw invalid('address', `The folder ${show(path)} has no experiment of MLflow: no folder in it has a meta.yaml.`);
  }
  const given = new URLSearchParams(query).get('artifacts');
  const bases = [...(given === null ? [] : [given]), folder.root, `${folder.root}/.trash`];
  const facts: SideFacts = {
    address,
    tool: 'mlflow',
    description: 'folder of MLflow (mlruns)',
    identity: `file://${folder.root}`,
  };
  return new FolderSource(facts, layout, new ArtifactPlaces({ bases, folder: folder.root, world }));
};
