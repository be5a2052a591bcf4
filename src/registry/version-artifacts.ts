import { noArtifact } from '../artifacts/blob-store.ts';
import type { Context } from '../context.ts';
import { findModel } from '../store/models.ts';
import type { Artifact, MadeFile } from '../tracking/artifacts.ts';
import { findModelArtifact } from './model-artifacts.ts';
import { getVersion } from './version-lookup.ts';

/** Finds a file of a version; a prompt has none. @param path canonical @throws not_found, invalid when it is a folder */
export async function findVersionArtifact(
  context: Context,
  name: string,
  version: number,
  path: string,
): Promise<Artifact | MadeFile> {
  const { modelId } = await getVersion(context, name, version);
  const model = modelId === null ? undefined : await findModel(context.db, context.workspaceId, modelId);
  if (!model) throw noArtifact(path);
  return findModelArtifact(context, model, path);
}
