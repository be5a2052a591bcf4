import type { Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import type { Reporter } from '../model/event.ts';
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

/** One whose events may be deleted. @throws not_found, wrong_state when it is published and that is not allowed */
export async function findChangeableReporter(
  context: Context,
  { kind, id }: Reporter,
  isLockedAllowed: boolean,
): Promise<FoundReporter> {
  const reporter = await findReporter(context, kind, id);
  if (!reporter.isLocked || isLockedAllowed) return reporter;
  throw new BridgeError('wrong_state', `The ${kind} ${show(id)} is published; what it reported stays.`, {
    resource: `${kind} ${id}`,
    reason: 'published',
  });
}

/** Deletes everything a run or model reported, a bounded part at a time. */
export async function deleteReports(context: Context, { runId }: FoundReporter): Promise<void> {
  if (runId > 0) await deleteLogged(context.db, runId);
}
