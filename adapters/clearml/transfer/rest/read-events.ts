import type { ConsoleLines, Owner } from '../../../../src/bridge/item.ts';
import { toLine } from '../items/event.ts';
import { type Fields, objectsIn, textIn, textsIn } from '../items/fields.ts';
import { type ClearmlApi, isRefused } from './api.ts';

/** Scalars of one answer, and drawings, each of which may have some megabytes. */
const SCALARS = 10_000;
const DRAWINGS = 20;
const LINES = 2000;

export type EventType = 'training_stats_scalar' | 'plot' | 'training_stats_vector' | 'training_debug_image';

/** All events of a type of a task or model, page by page. */
export async function* readEvents(api: ClearmlApi, { kind, id }: Owner, type: EventType): AsyncGenerator<Fields[]> {
  const isScalar = type === 'training_stats_scalar';
  const common = {
    task: id,
    event_type: type,
    order: 'asc',
    batch_size: isScalar ? SCALARS : DRAWINGS,
    ...(kind === 'model' ? { model_events: true } : {}),
  };
  let scroll: string | null = null;
  try {
    for (;;) {
      const body = scroll === null ? common : { ...common, scroll_id: scroll };
      const answer: Fields = await api.call('events.get_task_events', body, { isPlain: isScalar });
      const events = objectsIn(answer, 'events');
      scroll = textIn(answer, 'scroll_id');
      if (events.length === 0) return;
      yield events;
      if (!scroll) return;
    }
  } finally {
    if (scroll) await letGo(api, scroll);
  }
}

/** A server holds what a scroll reads until it is told that nobody goes on; one that forgot it already is fine. */
async function letGo(api: ClearmlApi, scroll: string): Promise<void> {
  try {
    await api.call('events.clear_scroll', { scroll_id: scroll });
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
}

/** Those of some owners that have events of a type; all where the server does not tell. */
export async function ownersWith(api: ClearmlApi, owners: readonly Owner[], type: EventType): Promise<Owner[]> {
  const having = new Set<string>();
  try {
    for (const [kind, own] of Map.groupBy(owners, (owner) => owner.kind)) {
      const body = { tasks: own.map(({ id }) => id), event_type: type, ...(kind === 'model' ? { model_events: true } : {}) };
      for (const found of objectsIn(await api.call('events.get_task_metrics', body), 'metrics')) {
        if (textsIn(found, 'metrics').length > 0) having.add(`${kind} ${textIn(found, 'task')}`);
      }
    }
  } catch (error) {
    // one of them may have gone meanwhile, and the whole question is refused
    if (isRefused(error)) return [...owners];
    throw error;
  }
  return owners.filter(({ kind, id }) => having.has(`${kind} ${id}`));
}

/**
 * All console lines of a task, by time. A page begins behind a moment and ends with the last line of one: none of those of one
 * millisecond is lost between two pages.
 */
export async function* readLines(api: ClearmlApi, owner: Owner): AsyncGenerator<ConsoleLines> {
  let from: bigint | undefined;
  for (;;) {
    const body = {
      task: owner.id,
      batch_size: LINES,
      navigate_earlier: false,
      order: 'asc',
      ...(from === undefined ? {} : { from_timestamp: from }),
    };
    const lines = objectsIn(await api.call('events.get_task_log', body, { isPlain: false }), 'events').map(toLine);
    if (lines.length === 0) return;
    yield { owner, lines };
    if (lines.length < LINES) return;
    from = lines.reduce((last, { timestampMs }) => (timestampMs > last ? timestampMs : last), lines[0]?.timestampMs ?? 0n);
  }
}
