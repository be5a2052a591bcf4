import type { ArtifactItem } from '../../../src/model/run-record.ts';
import { storedUrlOfRunFile } from '../../../src/model/stored-file.ts';
import type { RunFile } from '../../../src/tracking/run-files.ts';
import { mediaTypeOf } from './media-type.ts';

/** A file of a run, whoever put it there, as an artifact whose key is its path. */
export function artifactOfRunFile(runId: string, { path, sizeBytes }: RunFile): ArtifactItem {
  const mediaType = mediaTypeOf(path);
  return {
    key: path,
    mode: 'output',
    type: artifactTypeOf(mediaType),
    uri: storedUrlOfRunFile(runId, path),
    sha256: null,
    sizeBytes: BigInt(sizeBytes),
    recordedMs: null,
    preview: { type_data: { content_type: mediaType } },
  };
}

/** What `Artifact.get` of the SDK makes of a file: a picture, parsed JSON, its text, or only a local copy. */
function artifactTypeOf(mediaType: string): string {
  if (mediaType === 'application/json') return 'dict';
  if (/^image\/(?!svg)/.test(mediaType)) return 'image';
  return mediaType.startsWith('text/plain') ? 'string' : 'custom';
}
