import { noArtifact } from '../artifacts/blob-store.ts';
import type { Context } from '../context.ts';
import { joinArtifactPath } from '../model/artifact-path.ts';
import { findModelArtifact, listModelArtifacts } from '../registry/model-artifacts.ts';
import { findModel } from '../store/models.ts';
import { findRun } from '../store/runs.ts';
import {
  type Artifact,
  type ArtifactEntry,
  findArtifactIfAny,
  listArtifacts,
  type MadeFile,
  SERVED_ROOT,
  servedPathOf,
} from './artifacts.ts';
import { findRunArtifact, listRunArtifacts } from './run-artifacts.ts';

/** Whose files lie below a root. */
interface Owner {
  list(path: string): Promise<ArtifactEntry[]>;
  find(path: string): Promise<Artifact | MadeFile>;
}

/**
 * What lies directly in a folder of everything this server keeps, by path. In one of a run or model stands what their own
 * listings show.
 */
export async function listServedArtifacts(context: Context, path: string): Promise<ArtifactEntry[]> {
  const found = await ownerOf(context, path);
  if (!found) return readableEntries(context, await listArtifacts(context, { root: SERVED_ROOT, path }));
  const entries = await found.owner.list(found.path);
  return entries.map((entry) => ({ ...entry, path: joinArtifactPath(found.root, entry.path) }));
}

/** Folders of projects, runs and models that may not be read are not shown. */
async function readableEntries(context: Context, entries: ArtifactEntry[]): Promise<ArtifactEntry[]> {
  const readable = await context.guard.permitted({ kind: 'artifact', ids: entries.map((entry) => entry.path), need: 'read' });
  return entries.filter((entry) => readable.has(entry.path));
}

/** Finds a file that {@link listServedArtifacts} lists. @throws not_found, invalid when it is a folder */
export async function findServedArtifact(context: Context, path: string): Promise<Artifact | MadeFile> {
  const file = await findArtifactIfAny(context, { root: SERVED_ROOT, path });
  if (file) return file;
  const found = await ownerOf(context, path);
  if (!found) throw noArtifact(path);
  return found.owner.find(found.path);
}

/** The run or model below whose root a path lies, known by the id that roots given out by this server have in them. */
async function ownerOf(context: Context, path: string): Promise<{ root: string; path: string; owner: Owner } | undefined> {
  const [root, prefix, id] = /^(?:[^/]+\/)*?(m-)?([0-9a-f]{32})\/artifacts(?=\/|$)/.exec(path) ?? [];
  if (root === undefined || id === undefined) return undefined;
  const below = path.slice(root.length + 1);
  if (prefix) {
    const model = await findModel(context.db, context.workspaceId, id);
    if (!model || servedPathOf(context, model.artifactRoot) !== root) return undefined;
    const list = (folder: string) => listModelArtifacts(context, model, folder);
    return { root, path: below, owner: { list, find: (file) => findModelArtifact(context, model, file) } };
  }
  const run = await findRun(context.db, context.workspaceId, id);
  if (!run || servedPathOf(context, run.artifactRoot) !== root) return undefined;
  const list = (folder: string) => listRunArtifacts(context, run, folder);
  return { root, path: below, owner: { list, find: (file) => findRunArtifact(context, run, file) } };
}
