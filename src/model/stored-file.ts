import { toFilePath } from './artifact-path.ts';
import { BridgeError } from './errors.ts';

/** What the address of a file this server keeps begins with in the record: no host, since callers know it under several. */
export const STORED_FILE = 'files:///';

/** First parts of paths under which no file is uploaded: there stand the files of runs, and models as archives. */
export const RUNS_FOLDER = '~runs';
export const MODELS_FOLDER = '~models';

/** A run's file, a model as an archive, or an uploaded file. */
export type StoredFile =
  | { kind: 'upload'; path: string }
  /** `path` is below the artifact root, as it stands in the address. */
  | { kind: 'run'; runId: string; path: string }
  | { kind: 'model'; modelId: string };

/** What a path below the files server names. @throws invalid (see `toFilePath`) */
export function toStoredFile(raw: string): StoredFile {
  const path = toFilePath(raw);
  const run = /^~runs\/([^/]+)\/(.+)$/s.exec(path);
  if (run?.[1] && run[2]) return { kind: 'run', runId: run[1], path: run[2] };
  const model = /^~models\/([^/]+)\.zip$/.exec(path);
  if (model?.[1]) return { kind: 'model', modelId: model[1] };
  return { kind: 'upload', path };
}

/** The path below the files server that names a file; what {@link toStoredFile} reads. */
export function pathOfStoredFile(file: StoredFile): string {
  if (file.kind === 'run') return `${RUNS_FOLDER}/${file.runId}/${file.path}`;
  return file.kind === 'model' ? `${MODELS_FOLDER}/${file.modelId}.zip` : file.path;
}

/** What an address in the record names; undefined when this server does not keep it or the address is no path. */
export function fileOfStoredUrl(url: string): StoredFile | undefined {
  if (!url.startsWith(STORED_FILE)) return undefined;
  try {
    return toStoredFile(decodeURIComponent(url.slice(STORED_FILE.length)));
  } catch (error) {
    if (error instanceof BridgeError || error instanceof URIError) return undefined;
    throw error;
  }
}

/** The address in the record of a file of a run. @param path canonical, below the artifact root */
export function storedUrlOfRunFile(runId: string, path: string): string {
  return `${STORED_FILE}${RUNS_FOLDER}/${runId}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The address in the record of a model's files as one archive. @param modelId 32 lower hex */
export function storedUrlOfModel(modelId: string): string {
  return `${STORED_FILE}${MODELS_FOLDER}/${modelId}.zip`;
}
