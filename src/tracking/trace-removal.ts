import type { Context } from '../context.ts';
import { type RemovableTrace, removeTraces } from '../store/trace-removal.ts';
import { deleteRoot } from './artifact-roots.ts';
import type { Amount } from './artifacts.ts';

/** Folders of files deleted at once. */
const FOLDERS = 8;

/**
 * Deletes some traces with all that is kept with them. The files go first: what is broken off in the middle is found again by the
 * rows.
 * @returns how many traces there were, and what their files took
 */
export async function removeTracesWithFiles(
  context: Context,
  traces: readonly RemovableTrace[],
): Promise<Amount & { traces: number }> {
  const removed = { traces: 0, files: 0, sizeBytes: 0 };
  for (let at = 0; at < traces.length; at += FOLDERS) {
    context.signal.throwIfAborted();
    const some = traces.slice(at, at + FOLDERS);
    for (const amount of await Promise.all(some.map(({ artifactRoot }) => deleteRoot(context, artifactRoot)))) {
      removed.files += amount.files;
      removed.sizeBytes += amount.sizeBytes;
    }
  }
  const ids = traces.map(({ id }) => id);
  return { ...removed, traces: await removeTraces(context.db, ids) };
}
