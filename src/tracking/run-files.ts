import type { Context } from '../context.ts';
import { toArtifactPath } from '../model/artifact-path.ts';
import { BridgeError } from '../model/errors.ts';
import type { Run } from '../model/run.ts';
import { type Artifact, findArtifact, isLastingRefusal, walkArtifacts } from './artifacts.ts';
import { findRun } from './runs.ts';

/** Most files of one run that are listed at once. */
export const MAX_RUN_FILES = 1000;

/** A file below a run's artifact root. */
export interface RunFile {
  /** Canonical, below the root. */
  path: string;
  sizeBytes: number;
}

/**
 * The files that lie below a run's artifact root, by path: the first {@link MAX_RUN_FILES}; the log says when there are more.
 * None for a root that this server cannot reach.
 * @throws unavailable when the store fails at the moment
 */
export async function listRunFiles(context: Context, run: Pick<Run, 'id' | 'artifactRoot'>): Promise<RunFile[]> {
  const files: RunFile[] = [];
  try {
    for await (const file of walkArtifacts(context, { root: run.artifactRoot, path: '' })) {
      if (files.length === MAX_RUN_FILES) {
        context.log.warn({ run: run.id }, `the run has more than ${MAX_RUN_FILES} files; only those are listed`);
        break;
      }
      files.push(file);
    }
  } catch (error) {
    if (!(error instanceof BridgeError && isLastingRefusal(error))) throw error;
  }
  return files;
}

/** A file below a run's artifact root. @param rawPath as it stands in an address @throws not_found, invalid */
export async function findRunFile(context: Context, runId: string, rawPath: string): Promise<Artifact> {
  const { artifactRoot } = await findRun(context, runId);
  return findArtifact(context, { root: artifactRoot, path: toArtifactPath(rawPath) });
}
