import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { BridgeError, invalid, notFound, show } from '../model/errors.ts';
import type { Entry } from '../model/run.ts';
import type { TraceDraft, TraceEnd, WholeTrace } from '../model/trace.ts';
import { upsertAssessments } from '../store/assessments.ts';
import { traceElsewhere } from '../store/span-rows.ts';
import { readSpanContents, readSpanPlaces, type SpanPlace } from '../store/spans.ts';
import * as writes from '../store/trace-writes.ts';
import { readTraces } from '../store/traces.ts';
import { orFormer } from '../tracking/former-ids.ts';
import { findRun } from '../tracking/runs.ts';

/** Pauses between looks at a trace whose spans are still on their way. @see MLflow 3.17.2, get_trace of its SQL store */
const PAUSES_MS = [1000, 2000];
/** Contents of spans that are held at once. */
const CHUNK_BYTES = 4 * 1024 * 1024;
const MAX_LINKS = 100;

/** A trace whole. @throws not_found */
async function findTrace(context: Context, id: string): Promise<WholeTrace> {
  const [whole] = await readTraces(context.db, { workspaceId: context.workspaceId, ids: [id] });
  if (!whole) throw notFound('trace', id);
  return whole;
}

/** A trace whole, also by the id it had before it was imported. @throws not_found */
export function getTraceInfo(context: Context, id: string): Promise<WholeTrace> {
  return orFormer(context, 'trace', id, (one) => findTrace(context, one));
}

/** Those of some traces that there are, in the order of the ids. @param experimentIds leaves out those of other projects */
export async function getTraceInfos(
  context: Context,
  ids: readonly string[],
  experimentIds?: readonly bigint[],
): Promise<WholeTrace[]> {
  const { workspaceId, reach } = context;
  return readTraces(context.db, { workspaceId, ids, scope: reach.projects, ...(experimentIds && { experimentIds }) });
}

/**
 * Writes a trace as a whole; of one that is there already, what is not given now stays.
 * @throws not_found for the project, wrong_state when that is archived, already_exists when the id is taken in another workspace
 */
export async function startTrace(context: Context, draft: TraceDraft): Promise<WholeTrace> {
  const written = await context.db.transaction(async (db) => {
    const outcome = await writes.upsertTrace(db, context.workspaceId, draft);
    if (outcome === 'written') await upsertAssessments(db, draft.assessments);
    return outcome;
  });
  const experiment = draft.experimentId.toString();
  if (written === 'no project') throw notFound('experiment', experiment);
  if (written === 'archived') {
    const message = `The experiment ${experiment} is deleted; a trace can only be added to an active one.`;
    throw new BridgeError('wrong_state', message, { resource: `experiment ${experiment}` });
  }
  if (written === 'elsewhere') throw traceElsewhere(draft.id);
  return getTraceInfo(context, draft.id);
}

/** Ends a trace that was started without an end. @throws not_found @returns the trace as it is now */
export async function endTrace(context: Context, end: TraceEnd): Promise<WholeTrace> {
  if (!(await writes.endTrace(context.db, context.workspaceId, end))) throw notFound('trace', end.id);
  return getTraceInfo(context, end.id);
}

/** Sets a tag of a trace. @throws not_found */
export async function setTraceTag(context: Context, id: string, tag: Entry): Promise<void> {
  if (!(await writes.setTraceTag(context.db, context.workspaceId, id, tag))) throw notFound('trace', id);
}

/** Removes a tag of a trace. @throws not_found for the trace or the tag */
export async function deleteTraceTag(context: Context, id: string, key: string): Promise<void> {
  if (await writes.deleteTraceTag(context.db, context.workspaceId, id, key)) return;
  await findTrace(context, id);
  throw new BridgeError('not_found', `The trace ${show(id)} has no tag ${show(key)}.`, { field: 'key' });
}

/** Gives a trace a name, or takes it away. @throws not_found for the trace, or for a name that it does not have */
export async function renameTrace(context: Context, id: string, name: string | null): Promise<void> {
  if (await writes.renameTrace(context.db, context.workspaceId, id, name)) return;
  await findTrace(context, id);
  throw new BridgeError('not_found', `The trace ${show(id)} has no name.`, { field: 'key' });
}

/** Links traces to a run; those that are not there, and those linked already, change nothing. @throws invalid, not_found for the run */
export async function linkTracesToRun(context: Context, traceIds: readonly string[], runId: string): Promise<void> {
  if (traceIds.length === 0) return;
  if (traceIds.length > MAX_LINKS) {
    throw invalid('trace_ids', `At most ${MAX_LINKS} traces can be linked to a run at once, not ${traceIds.length}.`);
  }
  const { id } = await findRun(context, runId);
  const links = traceIds.map((traceId) => ({ traceId, target: id }));
  await writes.linkTraces(context.db, context.workspaceId, 'run', links);
}

/** Links a trace to versions of prompts, whether there are such or not. @throws not_found for the trace */
export async function linkPromptsToTrace(
  context: Context,
  traceId: string,
  versions: readonly { name: string; version: bigint }[],
): Promise<void> {
  if (versions.length === 0) return;
  await findTrace(context, traceId);
  const links = versions.map(({ name, version }) => ({ traceId, target: `${name}/${version}` }));
  await writes.linkTraces(context.db, context.workspaceId, 'prompt_version', links);
}

/** A trace with its spans, the roots first; their contents are read while they are asked for, some at a time. */
export interface TraceWithSpans {
  whole: WholeTrace;
  spans: AsyncIterable<string>;
}

async function* contentsOf(context: Context, places: readonly SpanPlace[]): AsyncGenerator<string> {
  for (let at = 0; at < places.length; ) {
    const from = at;
    for (let bytes = 0; at < places.length && (at === from || bytes < CHUNK_BYTES); at += 1) bytes += places[at]?.bytes ?? 0;
    context.signal.throwIfAborted();
    yield* await readSpanContents(context.db, places.slice(from, at));
  }
}

/** Some traces with the spans that are there now; undefined for one whose spans its maker keeps among the artifacts. */
async function addSpans(context: Context, traces: readonly WholeTrace[]): Promise<(TraceWithSpans & { isComplete: boolean })[]> {
  const kept = traces.filter(({ trace }) => trace.hasSpans);
  const places = await readSpanPlaces(
    context.db,
    kept.map(({ trace }) => trace.id),
  );
  return kept.map((whole) => {
    const own = places.get(whole.trace.id) ?? [];
    const isComplete = own.length > 0 && own.length >= (whole.trace.expectedSpans ?? 0);
    return { whole, spans: contentsOf(context, own), isComplete };
  });
}

/**
 * A trace with the spans that are there.
 * @returns undefined when its spans are not kept here but among its artifacts
 * @throws not_found
 */
export async function getTraceWithSpans(context: Context, id: string): Promise<TraceWithSpans | undefined> {
  const [found] = await addSpans(context, [await getTraceInfo(context, id)]);
  return found;
}

/**
 * A trace with all its spans; waits up to three seconds for those that are still on their way.
 * @returns undefined when its spans are not kept here but among its artifacts
 * @throws not_found for the trace, or when spans are still missing
 */
export async function getCompleteTrace(context: Context, id: string): Promise<TraceWithSpans | undefined> {
  for (let look = 0; ; look += 1) {
    const [found] = await addSpans(context, [await getTraceInfo(context, id)]);
    if (!found || found.isComplete) return found;
    const pause = PAUSES_MS[look];
    if (pause === undefined) break;
    await sleep(pause, undefined, { signal: context.signal });
  }
  const message = `Not all spans of the trace ${show(id)} have arrived yet; try again later.`;
  throw new BridgeError('not_found', message, { resource: `trace ${id}` });
}

/** Those of some traces that there are and whose spans have all arrived, in the order of the ids. */
export async function getCompleteTraces(
  context: Context,
  ids: readonly string[],
  experimentIds?: readonly bigint[],
): Promise<TraceWithSpans[]> {
  const found = await addSpans(context, await getTraceInfos(context, ids, experimentIds));
  return found.filter(({ isComplete }) => isComplete);
}
