import type { operations } from '../../../openapi/generated/mlflow.ts';
import { type Handler, Reply } from '../../../src/http/door.ts';
import { BridgeError } from '../../../src/model/errors.ts';
import { logSpans } from '../../../src/tracing/log-spans.ts';
import { toExperimentId } from '../map/ids.ts';
import { canUnpack, readBytes, unpack } from '../otlp/body.ts';
import type { OtlpSpan } from '../otlp/otlp-span.ts';
import { readJson } from '../otlp/read-json.ts';
import { readProtobuf } from '../otlp/read-protobuf.ts';
import { NoSpan, toTraces } from '../otlp/to-traces.ts';
import { jsonReply } from '../wire/json-reply.ts';

const EXPERIMENT_HEADER = 'x-mlflow-experiment-id';
const RUN_HEADER = 'x-mlflow-run-id';
const PROTOBUF = 'application/x-protobuf';
const readers: Readonly<Record<string, (body: Buffer) => OtlpSpan[] | undefined>> = {
  [PROTOBUF]: readProtobuf,
  'application/json': (body) => readJson(body.toString()),
};

/** The form in which this address answers what is wrong with a request itself. */
function refusal(status: number, detail: unknown): Reply {
  return jsonReply(JSON.stringify({ detail }), status);
}

/** @returns undefined for a body that is no export request */
function readSpans(read: (body: Buffer) => OtlpSpan[] | undefined, body: Buffer): OtlpSpan[] | undefined | 'malformed' {
  try {
    return read(body);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof BridgeError) return 'malformed';
    throw error;
  }
}

/**
 * Takes the spans of one export request, all or none; answered when they are committed.
 * @see OpenTelemetry protocol 1.x over HTTP; MLflow 3.17.2, mlflow/server/otel_api.py
 */
export const exportSpans: Handler<operations['exportSpans']> = async ({ body, headers }, context) => {
  const experiment = headers[EXPERIMENT_HEADER]?.toString();
  if (experiment === undefined) {
    const problem = { type: 'missing', loc: ['header', EXPERIMENT_HEADER], msg: 'Field required', input: null };
    return refusal(422, [problem]);
  }
  const type = headers['content-type'];
  const read = readers[type?.split(';')[0]?.trim() ?? ''];
  if (!read) return refusal(400, `The Content-Type must be ${Object.keys(readers).join(' or ')}, not ${type ?? 'missing'}.`);
  const packing = headers['content-encoding']?.toLowerCase() ?? '';
  if (packing !== '' && !canUnpack(packing)) return refusal(400, `The Content-Encoding ${packing} is not supported.`);
  const packed = await readBytes(body);
  const bytes = packing === '' ? packed : await unpack(packed, packing);
  if (!bytes) return refusal(400, `The body is not packed as ${packing}.`);
  const spans = readSpans(read, bytes);
  if (spans === 'malformed') return refusal(400, 'The body is no OpenTelemetry export request.');
  if (!spans) return refusal(400, 'The OpenTelemetry export request has no spans.');
  try {
    const traces = toTraces(spans);
    await logSpans(context, {
      experimentId: toExperimentId(experiment),
      traces,
      runId: headers[RUN_HEADER]?.toString() || undefined,
    });
  } catch (error) {
    if (error instanceof NoSpan) return refusal(422, error.message);
    throw error;
  }
  return new Reply(200, { 'content-type': PROTOBUF }, Buffer.alloc(0));
};
