import type { operations } from '../../../../openapi/generated/clearml.ts';
import type { Context } from '../../../../src/context.ts';
import type { Handler, Input } from '../../../../src/http/door.ts';
import { reportEvents } from '../../../../src/tracking/events.ts';
import { ApiError } from '../../errors.ts';
import type { EventDefaults } from '../../map/event.ts';
import { countError, toBatches } from '../../map/event-batch.ts';
import { readEventLines, type WireEvent } from '../../wire/event-lines.ts';

function defaultsOf({ headers, baseUrl }: Pick<Input, 'headers' | 'baseUrl'>, context: Context): EventDefaults {
  const worker = (headers['x-clearml-worker'] ?? headers['x-trains-worker'])?.toString() ?? null;
  return { worker, now: context.now(), baseUrl };
}

/** Stores what can be stored and counts the rest. @throws ApiError 400/131 when nothing can */
async function addEvents(events: readonly WireEvent[], defaults: EventDefaults, context: Context) {
  const { batches, errors } = toBatches(events, defaults);
  const outcomes = await reportEvents(context, batches);
  let added = 0;
  for (const [at, { kind, id, size }] of batches.entries()) {
    if (outcomes[at]) countError(errors, `Invalid ${kind === 'run' ? 'task' : 'model'} id ${id}`, size);
    else added += size;
  }
  const answer = { added, errors: events.length - added, errors_info: Object.fromEntries(errors) };
  if (added > 0) return answer;
  throw new ApiError(400, 131, undefined, { ...answer, errors_info: JSON.stringify(answer.errors_info) });
}

/** Stores a batch of events, a JSON object a line: all of it is committed when this is answered. */
export const eventsAddBatch: Handler<operations['events.add_batch']> = async (input, context) => {
  const events = readEventLines(input.body);
  if (events.length === 0) throw new ApiError(400, 17);
  return await addEvents(events, defaultsOf(input, context), context);
};

/** Stores one event. */
export const eventsAdd: Handler<operations['events.add']> = async (input, context) => {
  const [event] = readEventLines(input.body.replaceAll('\n', ' '));
  if (!event) throw new ApiError(400, 12, "error for field 'type'. field is required!");
  return await addEvents([event], defaultsOf(input, context), context);
};
