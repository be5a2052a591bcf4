import type { Context } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import { type Amount, deleteArtifact, isLastingRefusal, measureArtifacts } from './artifacts.ts';

/** A folder that a run, model or trace has for itself, as this server gives them out; its only content is `artifacts`. */
const ownFolder = /(\/(?:m-|tr-)?[0-9a-f]{32})\/artifacts$/;

/** Deletes all files below the root of something that goes. @returns what was freed */
export async function deleteRoot(context: Context, root: string): Promise<Amount> {
  const place = { root: root.replace(ownFolder, '$1'), path: '' };
  return overRoot(context, root, () => deleteArtifact(context, place));
}

/** How much lies below a root. */
export async function measureRoot(context: Context, root: string): Promise<Amount> {
  return overRoot(context, root, () => measureArtifacts(context, { root, path: '' }));
}

/** A root in a store this server cannot reach keeps its files, as with `mlflow gc`; the log says so. */
async function overRoot(context: Context, root: string, work: () => Promise<Amount>): Promise<Amount> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BridgeError && isLastingRefusal(error))) throw error;
    context.log.warn({ err: error, root }, 'the files below this artifact root were left where they are');
    return { files: 0, sizeBytes: 0 };
  }
}
