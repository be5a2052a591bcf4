import type { components } from '../../../openapi/generated/mlflow.ts';

import { JsonText } from '../wire/json.ts';

type Wire = components['schemas'];
type AnyValue = Wire['opentelemetryprotocommonv1AnyValue'];
type KeyValue = Wire['opentelemetryprotocommonv1KeyValue'];

/** A span as it is kept: the JSON that MLflow's clients keep in `traces.json`. */
interface KeptSpan {
  trace_id: string;
  span_id: string;
  parent_span_id?: string | null;
  name?: string;
  start_time_unix_nano: bigint;
  end_time_unix_nano?: bigint | null;
  /** Each value is a JSON text. */
  attributes?: Record<string, unknown> | null;
  events?: { name: string; time_unix_nano: bigint; attributes?: Record<string, unknown> | null }[] | null;
  status?: { code?: string; message?: string | null } | null;
  links?: { trace_id: string; span_id: string; attributes?: Record<string, unknown> | null }[] | null;
}

const TRACE_ID_BYTES = 16;
const SPAN_ID_BYTES = 8;
const MAX_INT64 = 2n ** 63n;
const WHOLE = /^-?\d+$/;

/** JSON whose whole numbers are bigints and whose other numbers are numbers; NaN and infinities as Python writes them. */
function parseTyped(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) => {
    const source = context?.source;
    return typeof value === 'number' && source !== undefined && WHOLE.test(source) ? BigInt(source) : value;
  });
}

const nonFinite: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity: Infinity, '-Infinity': -Infinity };

/** What an attribute's text means; a text that is no JSON means itself. */
function readAttribute(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  if (text === '') return null;
  const special = nonFinite[text];
  if (special !== undefined) return special;
  try {
    return parseTyped(text);
  } catch {
    return text;
  }
}

/** The writer has other forms for what is not finite, those of metrics. */
function toDouble(value: number): number {
  return Number.isFinite(value) ? value : (new JsonText(JSON.stringify(String(value))) as unknown as number);
}

function toAnyValue(value: unknown): AnyValue {
  if (typeof value === 'string') return { string_value: value };
  if (typeof value === 'boolean') return { bool_value: value };
  if (typeof value === 'number') return { double_value: toDouble(value) };
  if (typeof value === 'bigint') {
    return value >= -MAX_INT64 && value < MAX_INT64 ? { int_value: value } : { double_value: Number(value) };
  }
  if (Array.isArray(value)) return { array_value: { values: value.map(toAnyValue) } };
  if (typeof value === 'object' && value !== null) return { kvlist_value: { values: toKeyValues(value) } };
  return {};
}

function toKeyValues(values: object, read = (value: unknown) => value): KeyValue[] {
  return Object.entries(values).map(([key, given]) => {
    const value = read(given);
    return value === null ? { key } : { key, value: toAnyValue(value) };
  });
}

/** Hex in base64, as protobuf's JSON has ids; undefined for an id that has not this many bytes. */
function toBase64(hex: string, bytes: number): string | undefined {
  const digits = hex.padStart(2 * bytes, '0');
  return /^[0-9a-f]+$/i.test(digits) && digits.length === 2 * bytes ? Buffer.from(digits, 'hex').toString('base64') : undefined;
}

/** A link names a trace as MLflow does, `tr-` before its hex. One whose ids protobuf has no room for is left out. */
function toLinks(links: NonNullable<KeptSpan['links']>): Wire['opentelemetryprototracev1SpanLink'][] {
  return links.flatMap(({ trace_id, span_id, attributes }) => {
    const traceId = toBase64(trace_id.replace(/^tr-/, ''), TRACE_ID_BYTES);
    const spanId = toBase64(span_id, SPAN_ID_BYTES);
    if (traceId === undefined || spanId === undefined) return [];
    return [{ trace_id: traceId, span_id: spanId, attributes: attributes ? toKeyValues(attributes) : [] }];
  });
}

const codes: ReadonlySet<string> = new Set(['STATUS_CODE_OK', 'STATUS_CODE_ERROR']);

function toStatus({ code, message }: NonNullable<KeptSpan['status']>): Wire['opentelemetryprototracev1Status'] {
  const isSet = code !== undefined && codes.has(code);
  return {
    message: message || undefined,
    code: isSet ? (code as Wire['opentelemetryprototracev1StatusStatusCode']) : undefined,
  };
}

/** A kept span as the JSON of OpenTelemetry's protobuf; fields that have their default are left out, as in the original. */
export function toSpanProto(content: string): Wire['opentelemetryprototracev1Span'] {
  const span = parseTyped(content) as KeptSpan;
  return {
    trace_id: span.trace_id,
    span_id: span.span_id,
    parent_span_id: span.parent_span_id || undefined,
    name: span.name || undefined,
    start_time_unix_nano: span.start_time_unix_nano,
    end_time_unix_nano: span.end_time_unix_nano || undefined,
    attributes: toKeyValues(span.attributes ?? {}, readAttribute),
    events: (span.events ?? []).map(({ name, time_unix_nano, attributes }) => ({
      time_unix_nano: time_unix_nano || undefined,
      name: name || undefined,
      attributes: toKeyValues(attributes ?? {}),
    })),
    links: toLinks(span.links ?? []),
    status: toStatus(span.status ?? {}),
  };
}
