import { noArtifact } from '../artifacts/blob-store.ts';
import type { Context } from '../context.ts';
import { byCodePoint } from '../model/by-code-point.ts';
import type { Model } from '../model/logged-model.ts';
import { fileOfStoredUrl } from '../model/stored-file.ts';
import { modelUri } from '../store/virtual-files.ts';
import { type Artifact, type ArtifactEntry, findArtifactIfAny, listArtifacts, type MadeFile } from '../tracking/artifacts.ts';
import { findStoredFileIfAny } from '../tracking/stored-files.ts';
import { toPathPart } from '../tracking/virtual-path.ts';

/** What lies directly in a folder of a model, by path. The file a client reported as the model stands at the top. */
export async function listModelArtifacts(context: Context, model: Model, path: string): Promise<ArtifactEntry[]> {
  const real = await listArtifacts(context, { root: model.artifactRoot, path });
  const file = path === '' ? await reportedFile(context, model) : undefined;
  if (!file || real.some((entry) => entry.path === file.path)) return real;
  return [
    ...real,
    { path: file.path, isFolder: false, ...('sizeBytes' in file.content && { sizeBytes: file.content.sizeBytes }) },
  ].sort((a, b) => byCodePoint(a.path, b.path));
}

/** Finds a file that {@link listModelArtifacts} lists. @throws not_found, invalid when it is a folder */
export async function findModelArtifact(context: Context, model: Model, path: string): Promise<Artifact | MadeFile> {
  const real = await findArtifactIfAny(context, { root: model.artifactRoot, path });
  if (real) return real;
  const file = await reportedFile(context, model);
  if (file?.path !== path) throw noArtifact(path);
  return file.content;
}

/** The file a client reported, when it is here; an archive made of the model's own files is none. */
async function reportedFile(
  context: Context,
  { id }: Model,
): Promise<{ path: string; content: Artifact | MadeFile } | undefined> {
  const uri = await modelUri(context.db, id);
  const file = uri === undefined ? undefined : fileOfStoredUrl(uri);
  const content = file && file.kind !== 'model' ? await findStoredFileIfAny(context, file) : undefined;
  return content && { path: toPathPart(content.name), content };
}
