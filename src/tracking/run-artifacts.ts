import { byCodePoint, noArtifact } from '../artifacts/blob-store.ts';
import type { Context } from '../context.ts';
import { artifactName, joinArtifactPath } from '../model/artifact-path.ts';
import { BridgeError } from '../model/errors.ts';
import type { Run } from '../model/run.ts';
import { findRun } from '../store/runs.ts';
import {
  type Artifact,
  type ArtifactEntry,
  type ArtifactPlace,
  findArtifact,
  listArtifacts,
  type MadeFile,
  SERVED_ROOT,
  servedPathOf,
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
  if (virtual.length === 0 || (real.length === 0 && path !== '' && (await isFile(context, place)))) return real;
  const taken = new Map(real.map((entry) => [artifactName(entry.path), entry]));
  const added = virtual
    .filter(({ name, isFolder }) => !(isFolder && taken.get(name)?.isFolder))
    .map(({ name, ...entry }) => ({ ...entry, path: joinArtifactPath(path, taken.has(name) ? marked(name) : name) }));
  return [...real, ...added].sort((a, b) => byCodePoint(a.path, b.path));
}

/** Finds a file that {@link listRunArtifacts} lists. @throws not_found, invalid when it is a folder */
export async function findRunArtifact(context: Context, run: Run, path: string): Promise<Artifact | MadeFile> {
  const file =
    (await unlessAbsent(findArtifact(context, { root: run.artifactRoot, path }))) ??
    (await findVirtual(context, run, virtualParts(path)));
  if (!file) throw noArtifact(path);
  return file;
}

/** As {@link listRunArtifacts}, for a folder of everything this server keeps, which may be one of a run. @returns paths below it */
export async function listServedArtifacts(context: Context, path: string): Promise<ArtifactEntry[]> {
  const found = await runOfServedPath(context, path);
  return found ? listRunArtifacts(context, found.run, found.path) : listArtifacts(context, { root: SERVED_ROOT, path });
}

/** As {@link findRunArtifact}, for a path below everything this server keeps. @throws not_found, invalid */
export async function findServedArtifact(context: Context, path: string): Promise<Artifact | MadeFile> {
  const file = await unlessAbsent(findArtifact(context, { root: SERVED_ROOT, path }));
  if (file) return file;
  const found = await runOfServedPath(context, path);
  if (!found) throw noArtifact(path);
  return findRunArtifact(context, found.run, found.path);
}

/** The run below whose root a path lies, and the path below that root. */
async function runOfServedPath(context: Context, path: string): Promise<{ run: Run; path: string } | undefined> {
  const [root, id] = /^(?:[^/]+\/)*?([0-9a-f]{32})\/artifacts(?=\/|$)/.exec(path) ?? [];
  const run = id === undefined ? undefined : await findRun(context.db, context.workspaceId, id);
  if (root === undefined || !run || servedPathOf(context, run.artifactRoot) !== root) return undefined;
  return { run, path: path.slice(root.length + 1) };
}

function virtualParts(path: string): string[] {
  return path === '' ? [] : path.split('/').map(unmarked);
}

async function isFile(context: Context, place: ArtifactPlace): Promise<boolean> {
  try {
    await findArtifact(context, place);
    return true;
  } catch (error) {
    if (error instanceof BridgeError && (error.code === 'not_found' || error.code === 'invalid')) return false;
    throw error;
  }
}

/** What was found, undefined when there is nothing. */
async function unlessAbsent<T>(search: Promise<T>): Promise<T | undefined> {
  try {
    return await search;
  } catch (error) {
    if (error instanceof BridgeError && error.code === 'not_found') return undefined;
    throw error;
  }
}
