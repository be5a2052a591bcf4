import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { noArtifact } from '../artifacts/blob-store.ts';
import type { Context } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import type { Model } from '../model/logged-model.ts';
import { type ArtifactPlace, findArtifact, type MadeFile, walkArtifacts } from './artifacts.ts';

/** Most files of a model that are put into one archive; their names are held in memory. */
const MAX_FILES = 10_000;

/**
 * All files of a model as one zip, uncompressed, made while it is read: one file after the other is streamed into it.
 * @throws not_found when the model has no files, too_large for more than {@link MAX_FILES} of them
 */
export async function archiveModel(context: Context, model: Model): Promise<MadeFile> {
  const root: ArtifactPlace = { root: model.artifactRoot, path: '' };
  const files: { path: string; sizeBytes: number }[] = [];
  for await (const file of walkArtifacts(context, root)) {
    files.push(file);
    if (files.length > MAX_FILES)
      throw new BridgeError('too_large', `The model ${model.id} has more than ${MAX_FILES} files, the most one archive takes.`);
  }
  if (files.length === 0) throw noArtifact(`${model.id}.zip`);
  return {
    name: `${model.id}.zip`,
    make: async () => zipOf(files, model.changedAt, async (path) => (await findArtifact(context, { ...root, path })).read()),
  };
}

function zipOf(
  files: readonly { path: string; sizeBytes: number }[],
  mtime: Date,
  read: (path: string) => Promise<Readable>,
): Readable {
  const zip = new ZipFile();
  const archive = zip.outputStream as Readable;
  let current: Readable | undefined;
  for (const { path, sizeBytes } of files) {
    zip.addReadStreamLazy(path, { mtime, size: sizeBytes, compress: false }, (done) => {
      read(path).then(
        (content) => {
          current = content.once('error', (error) => archive.destroy(error));
          done(null, content);
        },
        (error: Error) => archive.destroy(error),
      );
    });
  }
  zip.on('error', (error: Error) => archive.destroy(error));
  // a caller who goes away leaves a file half-read
  archive.once('close', () => current?.destroy());
  zip.end();
  return archive;
}
