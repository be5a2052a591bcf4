import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { FolderReader } from '../../../src/artifacts/folder-reader.ts';
import type {
  ConsoleLines,
  FileFacts,
  ItemKind,
  ItemOf,
  Owner,
  PlotItem,
  ProjectItem,
  RunItem,
  SeriesPoints,
} from '../../../src/bridge/item.ts';
import type { OpenSource } from '../../../src/bridge/side.ts';
import type { Extent, ReadEvents, Selection, SideFacts, Source, Unreadable } from '../../../src/bridge/source.ts';
import { joinArtifactPath } from '../../../src/model/artifact-path.ts';
import { BridgeError, invalid, notFound, show } from '../../../src/model/errors.ts';
import { textOf } from './export-import/fields.ts';
import { type ExportedRun, type ExportLayout, findLayout } from './export-import/layout.ts';
import { readInfo, readPoints, readRun } from './export-import/read-run.ts';
import { type ExportedModel, readExperiment, readModel, unknownExperiment } from './export-import/read-things.ts';
import { mlflowSilence } from './items/silence.ts';

const kinds = ['project', 'run', 'registered_model', 'version'] as const satisfies readonly ItemKind[];

/** Runs read in one chunk. */
const CHUNK = 50;

/** What the tool does not export. Logged models, traces, prompts, datasets and deleted runs are not in its folders at all. */
const silence: Source['silentOn'] = {
  project: mlflowSilence.project,
  run: [...mlflowSilence.run, 'archivedMs', 'models', 'datasets'],
  registered_model: [...mlflowSilence.registered_model, 'lastVersion'],
  version: ['storageLocation'],
};

/** The folder that mlflow-export-import 1.2.0 wrote, by whichever of its commands. */
class ExportImportSource implements Source {
  readonly facts: SideFacts;
  readonly kinds = kinds;
  readonly silentOn = silence;
  readonly #folder: FolderReader;
  readonly #layout: ExportLayout;
  /** What was found to be wrong when the folder was opened; told once, with the first reading. */
  readonly #found: Unreadable[];
  readonly #projects: ReadonlyMap<string, ProjectItem>;
  readonly #runs: ReadonlyMap<string, ExportedRun>;

  constructor(facts: SideFacts, folder: FolderReader, index: ExportIndex) {
    this.facts = facts;
    this.#folder = folder;
    this.#layout = index.layout;
    this.#found = index.found;
    this.#projects = index.projects;
    this.#runs = index.runs;
  }

  async measure(selection: Selection): Promise<Extent> {
    const isNarrowed = Object.values(selection).some((value) => value !== undefined);
    const whole = { project: BigInt(this.#projects.size), run: BigInt(this.#runs.size) };
    return {
      items: isNarrowed ? {} : { ...whole, registered_model: BigInt(this.#layout.models.length) },
      points: null,
      files: null,
      bytes: null,
    };
  }

  async *items<Kind extends ItemKind>(
    kind: Kind,
    wanted: { selection: Selection } | { ids: readonly string[] },
    events: ReadEvents,
  ): AsyncGenerator<ItemOf<Kind>[]> {
    const isWanted = 'ids' in wanted ? (id: string) => wanted.ids.includes(id) : () => true;
    const selection = 'ids' in wanted ? {} : wanted.selection;
    if ('selection' in wanted) for (const found of this.#found) if (found.kind === kind) events.unreadable(found);
    if (kind === 'project') yield this.#chosenProjects(selection).filter(({ id }) => isWanted(id)) as ItemOf<Kind>[];
    else if (kind === 'run') yield* this.#chosenRuns(selection, isWanted, events) as AsyncGenerator<ItemOf<Kind>[]>;
    else if (selection.projects === undefined) {
      for await (const { item, versions } of this.#models('selection' in wanted ? events : silent)) {
        const items = kind === 'version' ? versions : kind === 'registered_model' ? [item] : [];
        yield items.filter(({ id }) => isWanted(id)) as ItemOf<Kind>[];
      }
    }
  }

  async *points(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<SeriesPoints[]> {
    for (const owner of owners) {
      const run = owner.kind === 'run' ? this.#runs.get(owner.id) : undefined;
      if (!run) continue;
      try {
        yield* readPoints(this.#folder, run, owner);
      } catch (error) {
        events.unreadable({ kind: 'run', id: owner.id, part: 'points', reason: reasonOf(error) });
      }
    }
  }

  async *lines(): AsyncGenerator<ConsoleLines[]> {}

  async *plots(): AsyncGenerator<PlotItem[]> {}

  async *files(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<FileFacts[]> {
    for (const owner of owners) {
      const root = this.#rootOf(owner);
      if (root === undefined) continue;
      const refuse = (path: string) =>
        events.unreadable({
          kind: 'run',
          id: owner.id,
          part: 'files',
          reason: `${show(path)} is no file, or a link that leads out.`,
        });
      for await (const { path, sizeBytes } of this.#folder.walk(root, refuse)) {
        yield [{ owner, place: 'artifacts', path: path.slice(root.length + 1), sizeBytes: BigInt(sizeBytes) }];
      }
    }
  }

  async openFile({ owner, path }: FileFacts): Promise<Readable> {
    const root = this.#rootOf(owner);
    if (root === undefined) throw notFound('run', owner.id);
    return this.#folder.read(`${root}/${path}`);
  }

  async close(): Promise<void> {
    // nothing is open
  }

  #rootOf({ kind, id }: Owner): string | undefined {
    const run = kind === 'run' ? this.#runs.get(id) : undefined;
    return run && joinArtifactPath(run.folder, 'artifacts');
  }

  #chosenProjects({ projects, withArchived }: Selection): ProjectItem[] {
    return [...this.#projects.values()].filter(({ id, name, archived }) => {
      if (withArchived === false && archived) return false;
      return projects === undefined || projects.includes(id) || projects.includes(name ?? '');
    });
  }

  async *#chosenRuns(selection: Selection, isWanted: (id: string) => boolean, events: ReadEvents): AsyncGenerator<RunItem[]> {
    const projects = new Set(this.#chosenProjects(selection).map(({ id }) => id));
    let chunk: RunItem[] = [];
    for (const [id, run] of this.#runs) {
      if (!isWanted(id)) continue;
      try {
        const item = await readRun(this.#folder, run);
        if (projects.has(item.project ?? '') && isChosen(item, selection)) chunk.push(item);
      } catch (error) {
        events.unreadable({ kind: 'run', id, part: null, reason: reasonOf(error) });
      }
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
  }

  async *#models(events: ReadEvents): AsyncGenerator<ExportedModel> {
    for (const path of this.#layout.models) {
      try {
        const model = await readModel(this.#folder, path);
        for (const { id, reason } of model.failed) events.unreadable({ kind: 'version', id, part: null, reason });
        yield model;
      } catch (error) {
        events.unreadable({ kind: 'registered_model', id: path, part: null, reason: reasonOf(error) });
      }
    }
  }
}

const silent: ReadEvents = { unreadable: () => {} };

function isChosen({ archived, status, startedMs }: RunItem, { withArchived, states, fromMs, toMs }: Selection): boolean {
  if (withArchived === false && archived) return false;
  if (states && !states.includes(status)) return false;
  if (fromMs !== undefined && (startedMs === null || startedMs < fromMs)) return false;
  return toMs === undefined || (startedMs !== null && startedMs <= toMs);
}

function reasonOf(error: unknown): string {
  return error instanceof BridgeError || error instanceof SyntaxError ? error.message : String(error);
}

/** What is known of an export before its runs are read. */
interface ExportIndex {
  layout: ExportLayout;
  projects: Map<string, ProjectItem>;
  runs: Map<string, ExportedRun>;
  found: Unreadable[];
}

/** Reads the experiments, and names the runs that they should have and have not. */
async function readIndex(folder: FolderReader): Promise<ExportIndex> {
  const found: Unreadable[] = [];
  const layout = await findLayout(folder, { unreadable: (one) => found.push(one) });
  const projects = new Map<string, ProjectItem>();
  const runs = new Map<string, ExportedRun>();
  const broken = (id: string, reason: string, part: string | null = null) => found.push({ kind: 'run', id, part, reason });
  for (const run of layout.runs) {
    try {
      const id = run.id ?? textOf(await readInfo(folder, run), 'run_id');
      if (id) runs.set(id, run);
    } catch (error) {
      broken(run.id ?? 'run.json', reasonOf(error));
    }
  }
  for (const path of layout.experiments) {
    try {
      const experiment = await readExperiment(folder, path);
      projects.set(experiment.item.id, experiment.item);
      const failed = new Set(experiment.failed);
      for (const id of experiment.runs) if (!runs.has(id)) failed.add(id);
      for (const id of failed) {
        if (runs.has(id)) broken(id, 'The export says that this run could not be exported whole.', 'files');
        else broken(id, `The experiment ${experiment.item.id} names this run, and the export has it not.`);
      }
    } catch (error) {
      found.push({ kind: 'project', id: path, part: null, reason: reasonOf(error) });
    }
  }
  await addUnknownExperiments(folder, projects, runs);
  return { layout, projects, runs, found };
}

/** Runs whose experiment was not exported are in one of which only the number is known. */
async function addUnknownExperiments(
  folder: FolderReader,
  projects: Map<string, ProjectItem>,
  runs: ReadonlyMap<string, ExportedRun>,
): Promise<void> {
  for (const run of runs.values()) {
    if (run.experiment !== null) continue;
    const info = await readInfo(folder, run).catch(() => ({}));
    const id = textOf(info, 'experiment_id');
    if (id && !projects.has(id)) projects.set(id, unknownExperiment(id));
  }
}

/** Opens a folder of mlflow-export-import 1.2.0: a path or `file:///path`. */
export const openExportImportFolder: OpenSource = async (address) => {
  const path = /^file:/i.test(address) ? fileURLToPath(address) : address;
  const folder = await FolderReader.open(path);
  if (!folder) throw invalid('address', `There is no folder ${show(path)}.`);
  const index = await readIndex(folder);
  const { experiments, models, runs } = index.layout;
  if (experiments.length + models.length + runs.length === 0) {
    throw invalid('address', `The folder ${show(path)} has no experiment.json, model.json or run.json of mlflow-export-import.`);
  }
  const facts: SideFacts = {
    address,
    tool: 'mlflow',
    description: 'folder of mlflow-export-import',
    identity: `export-import:${folder.root}`,
  };
  return new ExportImportSource(facts, folder, index);
};
