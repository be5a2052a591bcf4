import type { Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import type { Reporter } from '../model/event.ts';
import type { Database } from '../store/database.ts';
import { type FoundReporter, findReporters as find } from '../store/find-reporters.ts';
import { deleteLogged } from '../store/remove-runs.ts';
import { uuidOfId } from '../store/run-ids.ts';

export type { FoundReporter } from '../store/find-reporters.ts';

/** Runs or models that reported something, in the order of their ids. @throws not_found for the first that is not there */
export async function findReporters(
  { db, workspaceId }: Context,
  kind: Reporter['kind'],
  ids: readonly string[],
): Promise<FoundReporter[]> {
  const found = await find(db, workspaceId, kind, ids);
  const there = new Set(found.map(({ id }) => uuidOfId(id)));
  const missing = ids.find((id) => !there.has(uuidOfId(id)));
  if (missing !== undefined) throw notFound(kind, missing);
  return found;
}

/** One of them. @throws not_found */
export async function findReporter(context: Context, kind: Reporter['kind'], id: string): Promise<FoundReporter> {
  const [reporter] = await findReporters(context, kind, [id]);
  return reporter as FoundReporter;
}

/**
 * Deletes something a run or model reported, in one transaction: what is reported meanwhile waits for its end.
 * @param remove gets the number of the run's or model's rows; 0 for a model that has none
 * @throws not_found, wrong_state when it is published and that is not allowed
 */
export function deleteOfReporter<Result>(
  { db, workspaceId }: Context,
  { kind, id, isLockedAllowed }: Reporter & { isLockedAllowed: boolean },
  remove: (db: Database, runId: number) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (held) => {
    const [reporter] = await find(held, workspaceId, kind, [id], 'for update');
    if (!reporter) throw notFound(kind, id);
    if (!reporter.isLocked || isLockedAllowed) return await remove(held, reporter.runId);
    throw new BridgeError('wrong_state', `The ${kind} ${show(id)} is published; what it reported stays.`, {
      resource: `${kind} ${id}`,
      reason: 'published',
    });
  });
}

/** Deletes everything a run or model reported. @throws as {@link deleteOfReporter} */
export function deleteReports(context: Context, reporter: Reporter & { isLockedAllowed: boolean }): Promise<void> {
  return deleteOfReporter(context, reporter, async (db, runId) => {
    if (runId > 0) await deleteLogged(db, runId);
  });
}
