import { noArtifact } from '../artifacts/blob-store.ts';
import type { Context } from '../context.ts';
import { artifactName, joinArtifactPath } from '../model/artifact-path.ts';
import { byCodePoint } from '../model/by-code-point.ts';
import type { Run } from '../model/run.ts';
import {
  type Artifact,
  type ArtifactEntry,
  findArtifactIfAny,
  isArtifactFile,
  listArtifacts,
  type MadeFile,
} from './artifacts.ts';
import { findVirtual, listVirtual } from './virtual-files.ts';
import { marked, unmarked } from './virtual-path.ts';

/**
 * What lies directly in a folder of a run, by path: its files, and what else the record has of it shown as files (console,
 * plots, pictures, reported artifacts, models, documents). Where a file or folder has the name of one of those, it keeps the
 * name, and the other is marked (see `marked`).
 * @param path canonical; empty for the top
 */
export async function listRunArtifacts(context: Context, run: Run, path: string): Promise<ArtifactEntry[]> {
  const place = { root: run.artifactRoot, path };
  const [real, virtual] = await Promise.all([listArtifacts(context, place), listVirtual(context, run, virtualParts(path))]);
  // below a file there is nothing, whatever the record has under that name
  if (virtual.length === 0 || (real.length === 0 && path !== '' && (await isArtifactFile(context, place)))) return real;
  const taken = new Map(real.map((entry) => [artifactName(entry.path), entry]));
  const added = virtual
    .filter(({ name, isFolder }) => !(isFolder && taken.get(name)?.isFolder))
    .map(({ name, ...entry }) => ({ ...entry, path: joinArtifactPath(path, taken.has(name) ? marked(name) : name) }));
  return [...real, ...added].sort((a, b) => byCodePoint(a.path, b.path));
}

/** Finds a file that {@link listRunArtifacts} lists. @throws not_found, invalid when it is a folder */
export async function findRunArtifact(context: Context, run: Run, path: string): Promise<Artifact | MadeFile> {
  const file =
    (await findArtifactIfAny(context, { root: run.artifactRoot, path })) ?? (await findVirtual(context, run, virtualParts(path)));
  if (!file) throw noArtifact(path);
  return file;
}

function virtualParts(path: string): string[] {
  return path === '' ? [] : path.split('/').map(unmarked);
}
