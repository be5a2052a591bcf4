import type { Context } from '../context.ts';
import * as store from '../store/console.ts';
import type { FoundReporter } from '../store/find-reporters.ts';
import { deleteOfReporter } from './reporters.ts';

export type { StoredLine } from '../store/console.ts';

/** Lines read from the database at once when a whole console is streamed. */
const LINES_PER_READ = 2000;

/** Lines of a run before or after a moment, nearest first, with how many lines it has. */
export async function readConsole(
  { db }: Context,
  { runId }: FoundReporter,
  page: { isBackward: boolean; from?: bigint | undefined; limit: number },
): Promise<{ lines: store.StoredLine[]; total: number }> {
  const [lines, total] = await Promise.all([store.readConsole(db, runId, page), store.countConsoleLines(db, runId)]);
  return { lines, total };
}

/** A page of lines of a run from the first or the last one on. */
export function readConsolePage({ db }: Context, { runId }: FoundReporter, page: store.LinePage): Promise<store.StoredLine[]> {
  return store.readConsolePage(db, runId, page);
}

export function countConsoleLines({ db }: Context, { runId }: FoundReporter): Promise<number> {
  return store.countConsoleLines(db, runId);
}

/** All lines of a run from the first on, a page at a time, so that a long console takes no memory. */
export async function* streamConsole(
  { db }: Context,
  { runId }: Pick<FoundReporter, 'runId'>,
): AsyncGenerator<store.StoredLine[]> {
  let after: store.StoredLine | undefined;
  do {
    const lines = await store.readConsolePage(db, runId, { limit: LINES_PER_READ, after });
    if (lines.length > 0) yield lines;
    after = lines.length === LINES_PER_READ ? lines.at(-1) : undefined;
  } while (after);
}

/**
 * Deletes lines of a run that are older than a moment, or all.
 * @returns how many
 * @throws not_found, wrong_state when the run is published and that is not allowed
 */
export function clearConsole(
  context: Context,
  { id, isLockedAllowed, before }: { id: string; isLockedAllowed: boolean; before?: bigint | undefined },
): Promise<number> {
  return deleteOfReporter(context, { kind: 'run', id, isLockedAllowed }, (db, runId) =>
    store.deleteConsoleLines(db, runId, before),
  );
}
