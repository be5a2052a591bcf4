import type { Context } from '../context.ts';
import { notFound } from '../model/errors.ts';
import * as store from '../store/change-tag.ts';

/**
 * Sets a tag of a run to what `change` makes of its value, undefined when it has none; changes at once follow each other.
 * @throws not_found, wrong_state when the run is archived, and what `change` throws
 */
export async function changeTag(
  context: Context,
  runId: string,
  key: string,
  change: (value: string | undefined) => string,
): Promise<void> {
  const found = await store.changeTag(context.db, context.keys, { workspaceId: context.workspaceId, runId, key }, change);
  if (!found) throw notFound('run', runId);
}
