import type { Context } from '../context.ts';
import type { EventBatch } from '../model/event.ts';
import type { EventOutcome } from '../store/event-writer.ts';

/**
 * Writes what runs and models report, each batch whole or not at all; resolves when it is committed. Points take the place of
 * what their series hold at their steps.
 * @throws forbidden when the actor may not change one of them
 * @returns per batch what refused it: not_found, or wrong_state when the run or model is published
 */
export async function reportEvents(context: Context, batches: readonly EventBatch[]): Promise<EventOutcome[]> {
  const of = (kind: 'run' | 'model') => batches.filter((batch) => batch.kind === kind).map(({ id }) => id);
  await context.guard.demand([
    { kind: 'run', ids: of('run'), need: 'edit' },
    { kind: 'model', ids: of('model'), need: 'edit' },
  ]);
  const { eventWriter, workspaceId, actor, now } = context;
  return eventWriter.write({ workspaceId, userId: actor.userId || null, now: now() }, batches);
}
