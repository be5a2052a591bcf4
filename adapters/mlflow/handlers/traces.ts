import { Readable } from 'node:stream';
import type { operations } from '../../../openapi/generated/mlflow.ts';
import { nowMsOf } from '../../../src/context.ts';
import type { Handler, Reply } from '../../../src/http/door.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import { deleteTraces as removeTraces } from '../../../src/tracing/delete-traces.ts';
import * as tracing from '../../../src/tracing/traces.ts';
import { toExperimentId } from '../map/ids.ts';
import { toSpanProto } from '../map/span.ts';
import { toStartedTrace, toTraceDraft, toTraceEnd, toTraceInfoV2, toTraceInfoV3 } from '../map/trace.ts';
import { writeJson } from '../wire/json.ts';
import { jsonReply } from '../wire/json-reply.ts';

export const startTraceV3: Handler<operations['startTraceV3']> = async ({ body }, context) => {
  const made = { newId: context.newId, ms: nowMsOf(context) };
  const whole = await tracing.startTrace(context, toTraceDraft(body.trace?.trace_info ?? {}, made));
  return { trace: { trace_info: toTraceInfoV3(whole) } };
};

export const getTraceInfoV3: Handler<operations['getTraceInfoV3']> = async ({ path }, context) => ({
  trace: { trace_info: toTraceInfoV3(await tracing.getTraceInfo(context, path.trace_id)) },
});

export const batchGetTraceInfos: Handler<operations['batchGetTraceInfos']> = async ({ body }, context) => {
  const found = await tracing.getTraceInfos(context, body.trace_ids ?? [], body.experiment_ids?.map(toExperimentId));
  return { trace_infos: found.map(toTraceInfoV3) };
};

/** JSON of a trace in pieces: a trace may have more spans than fit into memory. */
async function* writeTrace({ whole, spans }: tracing.TraceWithSpans): AsyncGenerator<string> {
  yield `{"trace_info":${writeJson(toTraceInfoV3(whole))}`;
  let isFirst = true;
  for await (const content of spans) {
    yield `${isFirst ? ',"spans":[' : ','}${writeJson(toSpanProto(content))}`;
    isFirst = false;
  }
  yield isFirst ? '}' : ']}';
}

async function* writeGetTrace(trace: tracing.TraceWithSpans): AsyncGenerator<string> {
  yield '{"trace":';
  yield* writeTrace(trace);
  yield '}';
}

async function* writeBatch(traces: readonly tracing.TraceWithSpans[]): AsyncGenerator<string> {
  yield '{"traces":[';
  for (const [at, trace] of traces.entries()) {
    if (at > 0) yield ',';
    yield* writeTrace(trace);
  }
  yield ']}';
}

function jsonStream(pieces: AsyncGenerator<string>): Reply {
  return jsonReply(Readable.from(inChunks(pieces), { objectMode: false }));
}

const CHUNK = 64 * 1024;

/** Fewer and larger pieces: each one written costs a system call. */
async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** The original fails where spans are kept among the artifacts; its clients then read them there, as they do after a 404. */
export const getTrace: Handler<operations['getTrace']> = async ({ query }, context) => {
  const id = query.trace_id ?? '';
  const found = await (query.allow_partial ? tracing.getTraceWithSpans(context, id) : tracing.getCompleteTrace(context, id));
  if (!found) throw invalid('trace_id', `The spans of the trace ${show(id)} are not kept here but among its artifacts.`);
  return jsonStream(writeGetTrace(found));
};

export const batchGetTraces: Handler<operations['batchGetTraces']> = async ({ query }, context) => {
  const ids = query.trace_ids ?? [];
  const found = await tracing.getCompleteTraces(context, ids, query.experiment_ids?.map(toExperimentId));
  return found.length === 0 ? {} : jsonStream(writeBatch(found));
};

type Deletion = Parameters<Handler<operations['deleteTracesV3']>>[0]['body'];

/** Which traces a client wants gone. @throws invalid for ids together with a time or a count, and for neither ids nor a time */
function toDeletion({ experiment_id, max_timestamp_millis: untilMs, max_traces: limit, request_ids: ids = [] }: Deletion) {
  if (untilMs === undefined && ids.length === 0) {
    throw invalid('request_ids', 'Either request_ids or max_timestamp_millis must be given.');
  }
  if (untilMs !== undefined && ids.length > 0) {
    throw invalid('request_ids', 'Only one of request_ids and max_timestamp_millis can be given.');
  }
  if (ids.length > 0 && limit !== undefined) throw invalid('max_traces', 'max_traces cannot be given together with request_ids.');
  if (limit !== undefined && limit <= 0) throw invalid('max_traces', `max_traces must be 1 or more, not ${limit}.`);
  return {
    experimentId: toExperimentId(experiment_id),
    ...(ids.length > 0 && { ids }),
    ...(untilMs !== undefined && { untilMs }),
    ...(limit !== undefined && { limit }),
  };
}

export const deleteTracesV3: Handler<operations['deleteTracesV3']> = async ({ body }, context) => {
  const deleted = await removeTraces(context, toDeletion(body));
  // the original sets the field, and sees no difference between 0 and nothing
  return { traces_deleted: deleted };
};

export const linkTracesToRun: Handler<operations['linkTracesToRun']> = async ({ body }, context) => {
  await tracing.linkTracesToRun(context, body.trace_ids ?? [], body.run_id ?? '');
  return {};
};

const VERSION = /^\s*[+-]?\d{1,18}\s*$/;

export const linkPromptsToTrace: Handler<operations['linkPromptsToTrace']> = async ({ body }, context) => {
  const versions = (body.prompt_versions ?? []).map(({ name = '', version = '' }) => {
    if (!VERSION.test(version))
      throw invalid('version', `The version ${show(version)} of the prompt ${show(name)} is no whole number.`);
    return { name, version: BigInt(version.trim()) };
  });
  await tracing.linkPromptsToTrace(context, body.trace_id ?? '', versions);
  return {};
};

export const startTrace: Handler<operations['startTrace']> = async ({ body }, context) => ({
  trace_info: toTraceInfoV2(await tracing.startTrace(context, toStartedTrace(body, context.newId()))),
});

export const endTrace: Handler<operations['endTrace']> = async ({ path, body }, context) => ({
  trace_info: toTraceInfoV2(await tracing.endTrace(context, toTraceEnd(body, path.request_id))),
});

export const getTraceInfo: Handler<operations['getTraceInfo']> = async ({ path }, context) => ({
  trace_info: toTraceInfoV2(await tracing.getTraceInfo(context, path.request_id)),
});
