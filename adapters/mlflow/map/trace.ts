import type { components } from '../../../openapi/generated/mlflow.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import type { TraceDraft, TraceEnd, TraceStatus, WholeTrace } from '../../../src/model/trace.ts';
import { fromAssessment, toAssessment } from './assessment.ts';
import { toDuration, toDurationMs } from './duration.ts';
import { toExperimentId } from './ids.ts';
import { fromMilliseconds, toMilliseconds } from './timestamp.ts';
import { fromMetadata, fromTags, toTraceFacts } from './trace-facts.ts';

type Wire = components['schemas'];

/** Ids are part of paths: nothing that means something there. @see MLflow 3.17.2, column trace_info.request_id */
const TRACE_ID = /^[a-zA-Z0-9][\w-]{0,49}$/;

/** The word of each status. */
export const traceStatusWords: Readonly<Record<TraceStatus, Wire['TraceInfoV3State']>> = {
  unspecified: 'STATE_UNSPECIFIED',
  ok: 'OK',
  error: 'ERROR',
  in_progress: 'IN_PROGRESS',
};

/** What each word for a status means, those of 2.x included. */
export const traceStatusOf: Readonly<Record<Wire['TraceInfoV3State'] | Wire['TraceStatus'], TraceStatus>> = {
  STATE_UNSPECIFIED: 'unspecified',
  TRACE_STATUS_UNSPECIFIED: 'unspecified',
  OK: 'ok',
  ERROR: 'error',
  IN_PROGRESS: 'in_progress',
};

/** The id a new trace is given. @throws invalid */
export function toTraceId(text: string | undefined): string {
  if (text !== undefined && TRACE_ID.test(text)) return text;
  const rule = 'up to 50 letters, digits, dashes and underscores, the first one a letter or digit';
  throw invalid('trace_id', `The trace_id ${show(text ?? null)} must be ${rule}.`);
}

/** Key and value pairs as 2.x clients send them; the last of one key wins. */
function pairsToMap(pairs: readonly Wire['TraceTag'][] = []): Record<string, string> {
  return Object.fromEntries(pairs.map(({ key = '', value = '' }) => [key, value]));
}

/** Pairs as 2.x clients read them. */
function mapToPairs(map: Readonly<Record<string, string>>): Wire['TraceTag'][] {
  return Object.entries(map).map(([key, value]) => ({ key, value }));
}

/** The experiment that a trace is kept in. @throws invalid for a place of another type */
function toExperimentOf(location: Wire['TraceLocation'] | undefined): bigint {
  const { type = 'TRACE_LOCATION_TYPE_UNSPECIFIED', mlflow_experiment } = location ?? {};
  if (mlflow_experiment && type !== 'MLFLOW_EXPERIMENT') {
    throw invalid('trace_location', `The trace_location is an experiment, and says that it is of the type ${show(type)}.`);
  }
  return toExperimentId(mlflow_experiment?.experiment_id);
}

/** What a client of the third interface reports of a whole trace. @param made for the parts of assessments that the server adds */
export function toTraceDraft(info: Wire['TraceInfoV3'], made: { newId: () => string; ms: bigint }): TraceDraft {
  const id = toTraceId(info.trace_id);
  return {
    id,
    experimentId: toExperimentOf(info.trace_location),
    startedMs: info.request_time === undefined ? 0n : toMilliseconds(info.request_time, 'request_time'),
    durationMs: info.execution_duration === undefined ? null : toDurationMs(info.execution_duration, 'execution_duration'),
    status: traceStatusOf[info.state ?? 'STATE_UNSPECIFIED'],
    clientRequestId: info.client_request_id ?? null,
    requestPreview: info.request_preview ?? null,
    responsePreview: info.response_preview ?? null,
    finalized: true,
    facts: toTraceFacts(info.tags ?? {}, info.trace_metadata ?? {}),
    assessments: (info.assessments ?? []).map((given) => toAssessment(given, id, { id: `a-${made.newId()}`, ms: made.ms })),
  };
}

/** A trace that a client of the second interface starts. @param id the one it gets */
export function toStartedTrace(body: Wire['StartTrace'], id: string): TraceDraft {
  return {
    id,
    experimentId: toExperimentId(body.experiment_id),
    startedMs: body.timestamp_ms ?? 0n,
    durationMs: null,
    status: 'in_progress',
    clientRequestId: null,
    requestPreview: null,
    responsePreview: null,
    finalized: false,
    facts: toTraceFacts(pairsToMap(body.tags), pairsToMap(body.request_metadata)),
    assessments: [],
  };
}

/** How a client of the second interface ends a trace. */
export function toTraceEnd(body: Wire['EndTrace'], id: string): TraceEnd {
  return {
    id,
    endedMs: body.timestamp_ms ?? 0n,
    status: traceStatusOf[body.status ?? 'TRACE_STATUS_UNSPECIFIED'],
    facts: toTraceFacts(pairsToMap(body.tags), pairsToMap(body.request_metadata)),
  };
}

/** A trace as the third interface shows it; its metadata and tags are cut to what the original shows. */
export function toTraceInfoV3({ trace, tags, metadata, assessments }: WholeTrace): Wire['TraceInfoV3'] {
  const shownMetadata = fromMetadata(trace, metadata);
  return {
    trace_id: trace.id,
    client_request_id: trace.clientRequestId ?? undefined,
    trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: trace.experimentId.toString() } },
    request_preview: trace.requestPreview ?? undefined,
    response_preview: trace.responsePreview ?? undefined,
    request_time: fromMilliseconds(trace.startedMs),
    execution_duration: trace.durationMs === null ? undefined : toDuration(trace.durationMs),
    state: traceStatusWords[trace.status],
    trace_metadata: Object.keys(shownMetadata).length > 0 ? shownMetadata : undefined,
    tags: fromTags(trace, tags),
    assessments: assessments.map(fromAssessment),
  };
}

/** A trace as the second interface shows it. */
export function toTraceInfoV2({ trace, tags, metadata }: WholeTrace): Wire['TraceInfo'] {
  return {
    request_id: trace.id,
    experiment_id: trace.experimentId.toString(),
    timestamp_ms: trace.startedMs,
    execution_time_ms: trace.durationMs ?? 0n,
    status: trace.status === 'unspecified' ? 'TRACE_STATUS_UNSPECIFIED' : (traceStatusWords[trace.status] as Wire['TraceStatus']),
    request_metadata: mapToPairs(fromMetadata(trace, metadata)),
    tags: mapToPairs(fromTags(trace, tags)),
  };
}
