import type { FolderReader } from '../../../../src/artifacts/folder-reader.ts';
import type { ReadEvents } from '../../../../src/bridge/source.ts';
import { joinArtifactPath } from '../../../../src/model/artifact-path.ts';
import { show } from '../../../../src/model/errors.ts';

/** How deep below the folder an export lays things: `models/<name>/<run>`. */
const DEEPEST = 4;

/** A run with the folder it lies in. Its id is the name of that folder, unless the run alone was exported. */
export interface ExportedRun {
  folder: string;
  /** Null where only its file tells. */
  id: string | null;
  /** The folder of its experiment, as far as that was exported. */
  experiment: string | null;
}

/** Where the things of an export lie, whichever of the tool's commands wrote it. */
export interface ExportLayout {
  /** Folders. */
  experiments: string[];
  models: string[];
  runs: ExportedRun[];
}

/**
 * Finds what was exported: each `experiment.json`, `model.json` and `run.json`. A run that was exported twice, with its experiment
 * and with a version of a model, is found once.
 */
export async function findLayout(folder: FolderReader, events: ReadEvents): Promise<ExportLayout> {
  const layout: ExportLayout = { experiments: [], models: [], runs: [] };
  const known = new Map<string, ExportedRun>();
  await look('', null, 0);
  layout.runs.push(...known.values());
  return layout;

  async function look(path: string, experiment: string | null, depth: number): Promise<void> {
    const entries = await folder.entries(path);
    const files = new Set(entries.filter(({ kind }) => kind === 'file').map(({ name }) => name));
    if (files.has('run.json')) return addRun(path, experiment);
    if (files.has('experiment.json')) layout.experiments.push(path);
    if (files.has('model.json')) layout.models.push(path);
    if (depth === DEEPEST) return;
    const inside = files.has('experiment.json') ? path : null;
    for (const { name, kind } of entries) {
      const child = joinArtifactPath(path, name);
      if (kind === 'folder') await look(child, inside, depth + 1);
      else if (kind === 'refused') {
        events.unreadable({
          kind: 'run',
          id: child,
          part: null,
          reason: `${show(child)} is a link to a folder or out of the export.`,
        });
      }
    }
  }

  function addRun(path: string, experiment: string | null): void {
    const id = path === '' ? null : path.slice(path.lastIndexOf('/') + 1);
    const before = known.get(id ?? '');
    if (before && (before.experiment !== null || experiment === null)) return;
    known.set(id ?? '', { folder: path, id, experiment });
  }
}
