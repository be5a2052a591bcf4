import type { FolderReader } from '../../../../src/artifacts/folder-reader.ts';
import type { ItemKind } from '../../../../src/bridge/item.ts';
import type { ReadEvents } from '../../../../src/bridge/source.ts';
import { joinArtifactPath } from '../../../../src/model/artifact-path.ts';

/** Something that has a folder. */
export interface Found {
  /** As items have it. */
  id: string;
  path: string;
}

/** What lies in the folder of an experiment: below which folder, and in which file its facts are. */
const insides = {
  run: { below: '', facts: 'meta.yaml' },
  model: { below: 'models', facts: 'meta.yaml' },
  trace: { below: 'traces', facts: 'trace_info.yaml' },
} as const;
export type InsideKind = keyof typeof insides;

/** Folders of an experiment that are no runs. */
const reserved: ReadonlySet<string> = new Set(['tags', 'datasets', 'traces', 'models']);
/** Folder of deleted experiments. */
const TRASH = '.trash';
/** Folder of the registry. */
const REGISTRY = 'models';

/** Whether something lies in the folder of deleted experiments. */
export function isInTrash({ path }: Found): boolean {
  return path.startsWith(`${TRASH}/`);
}

function isName(id: string): boolean {
  return id !== '' && !id.startsWith('.') && !/[/\\\0]/.test(id);
}

/** Where things are in an `mlruns` folder. @see MLflow 1.x to 3.x, its file store */
export class Layout {
  readonly folder: FolderReader;

  constructor(folder: FolderReader) {
    this.folder = folder;
  }

  /** The folders of experiments, deleted ones last. */
  async experiments(events?: ReadEvents): Promise<Found[]> {
    const active = await this.#folders('project', '', events);
    const deleted = await this.#folders('project', TRASH, events);
    return [...active.filter(({ id }) => id !== REGISTRY), ...deleted];
  }

  /** The folders of runs, models or traces of an experiment. */
  async inside(kind: InsideKind, experiment: Found, events?: ReadEvents): Promise<Found[]> {
    const found = await this.#folders(kind, joinArtifactPath(experiment.path, insides[kind].below), events);
    return kind === 'run' ? found.filter(({ id }) => !reserved.has(id)) : found;
  }

  /** The file of facts of a run, model or trace. */
  factsOf(kind: InsideKind, { path }: Found): string {
    return `${path}/${insides[kind].facts}`;
  }

  /** The folder of a run, model or trace in whichever experiment. */
  async find(kind: InsideKind, id: string, experiments: readonly Found[]): Promise<Found | undefined> {
    if (!isName(id) || (kind === 'run' && reserved.has(id))) return undefined;
    for (const experiment of experiments) {
      const path = joinArtifactPath(joinArtifactPath(experiment.path, insides[kind].below), id);
      if (await this.folder.isFolder(path)) return { id, path };
    }
    return undefined;
  }

  /** The folders of registered models. */
  registeredModels(events?: ReadEvents): Promise<Found[]> {
    return this.#folders('registered_model', REGISTRY, events);
  }

  /** The folders of versions of a registered model. */
  async versions(registeredModel: Found, events?: ReadEvents): Promise<Found[]> {
    const folders = await this.#folders('version', registeredModel.path, events);
    return folders.flatMap(({ id, path }) => {
      const number = /^version-(\d+)$/.exec(id)?.[1];
      return number === undefined ? [] : [{ id: `${registeredModel.id}/${number}`, path }];
    });
  }

  async #folders(kind: ItemKind, path: string, events?: ReadEvents): Promise<Found[]> {
    const found: Found[] = [];
    for (const entry of await this.folder.entries(path)) {
      const at = joinArtifactPath(path, entry.name);
      if (entry.kind === 'folder' && isName(entry.name)) found.push({ id: entry.name, path: at });
      if (entry.kind === 'refused') {
        events?.unreadable({
          kind,
          id: at,
          part: null,
          reason: 'It is a link to a folder or out of its root, which is not followed.',
        });
      }
    }
    return found;
  }
}
