import type { Context } from '../context.ts';
import type { EventBatch } from '../model/event.ts';
import type { EventOutcome } from '../store/event-writer.ts';

/**
 * Writes what runs and models report, each batch whole or not at all; resolves when it is committed. Points take the place of
 * what their series hold at their steps.
 * @returns per batch what refused it: not_found, or wrong_state when the run or model is published
 */
export function reportEvents(context: Context, batches: readonly EventBatch[]): Promise<EventOutcome[]> {
  const { eventWriter, workspaceId, actor, now } = context;
  return eventWriter.write({ workspaceId, userId: actor.userId || null, now: now() }, batches);
}
