import type { components } from '../../../openapi/generated/mlflow.ts';
import { artifactName } from '../../../src/model/artifact-path.ts';
import type { ArtifactEntry } from '../../../src/tracking/artifacts.ts';

/** An entry of a run's or model's listing: its path is below their root. */
export function toFileInfo({ path, isFolder, sizeBytes }: ArtifactEntry): components['schemas']['FileInfo'] {
  return { path, is_dir: isFolder, file_size: sizeBytes ? BigInt(sizeBytes) : undefined };
}

/** An entry of the proxy's listing: its path is only its name. */
export function toProxyFileInfo(entry: ArtifactEntry): components['schemas']['ProxyFileInfo'] {
  return { ...toFileInfo(entry), path: artifactName(entry.path) };
}
