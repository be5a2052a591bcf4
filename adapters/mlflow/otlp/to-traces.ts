import { BridgeError, show } from '../../../src/model/errors.ts';
import type { Entry } from '../../../src/model/run.ts';
import type { Span, SpanStatus, TraceSpans, TraceStatus } from '../../../src/model/trace.ts';
import { checkKey, checkLength, MAX_TAG_VALUE, truncate } from '../map/limits.ts';
import { checkTraceName, MAX_SESSION, NAME_TAG, toCost, toTokenUsage } from '../map/trace-facts.ts';
import { meaningOf, plainText } from './attribute-text.ts';
import { toId } from './ids.ts';
import type { Attributes, OtlpSpan } from './otlp-span.ts';
import { previewOf } from './preview.ts';
import { writeContent } from './span-content.ts';
import { INPUTS, MODEL, OUTPUTS, PROVIDER, TYPE, translate, USAGE } from './translate.ts';

const TRACE_ID = 'mlflow.traceRequestId';
const COST = 'mlflow.llm.cost';
const TAG_PREFIX = 'mlflow.traceTag.';
const USER = 'mlflow.trace.user';
const SERVICE = 'service.name';
/** Programs whose name is shown with the root of their traces; what others call themselves is a tag only. @see MLflow 3.17.2 */
const knownServices: ReadonlySet<string> = new Set(['claude-code', 'codex_cli_rs', 'codex_vscode', 'gemini-cli', 'qwen-code']);

const TRACE_DIGITS = 32;
const SPAN_DIGITS = 16;
const MAX_INT64 = 2n ** 63n;
const MAX_MODEL = 500;
const NO_ID = /^0*$/;
const statuses: Readonly<Record<number, SpanStatus>> = { 1: 'ok', 2: 'error' };

/** A span that cannot be kept; the original has a status of its own for it. */
export class NoSpan extends BridgeError {
  constructor(why: string) {
    super('invalid', `A span cannot be kept: ${why}.`, { field: 'spans' });
  }
}

/** Gives a span the form in which it is kept. @throws NoSpan */
function complete(span: OtlpSpan): void {
  if (span.traceId === '' || span.spanId === '') throw new NoSpan('it has no trace id or no span id');
  span.traceId = toId(span.traceId, TRACE_DIGITS / 2);
  span.spanId = toId(span.spanId, SPAN_DIGITS / 2);
  span.parentId = span.parentId === null || NO_ID.test(span.parentId) ? null : toId(span.parentId, SPAN_DIGITS / 2);
  const isLong = [span.spanId, span.parentId ?? ''].some((id) => id.length > SPAN_DIGITS) || span.traceId.length > TRACE_DIGITS;
  if (isLong) throw new NoSpan(`its ids are too long: ${show([span.traceId, span.spanId, span.parentId])}`);
  if (span.startedNs >= MAX_INT64 || span.endedNs >= MAX_INT64) throw new NoSpan('its time has more than 63 bits');
  span.links = span.links.filter(({ traceId, spanId }) => traceId.length === TRACE_DIGITS && spanId.length === SPAN_DIGITS);
  span.attributes.set(TRACE_ID, `"tr-${span.traceId}"`);
  const service = span.parentId === null ? span.resource.get(SERVICE) : undefined;
  if (service !== undefined && knownServices.has(plainText(service))) span.attributes.set(SERVICE, service);
  try {
    translate(span);
  } catch (error) {
    // JSON nested too deeply to be looked into; the span says what it says
    if (!(error instanceof RangeError)) throw error;
  }
}

/** A text for searches; the whole span keeps what the database has no room for in a text. */
function searched(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** The text that an attribute means; undefined when it means anything else. */
function textOf(attributes: Attributes, key: string): string | undefined {
  const meaning = meaningOf(attributes.get(key) ?? 'null');
  return typeof meaning === 'string' ? searched(meaning) : undefined;
}

function isObjectText(text: string | undefined): text is string {
  const meaning = text === undefined ? undefined : meaningOf(text);
  return typeof meaning === 'object' && meaning !== null && !Array.isArray(meaning);
}

function bounded(text: string | undefined): string | null {
  return text === undefined ? null : truncate(text, MAX_MODEL);
}

function toSpan(span: OtlpSpan): Span {
  const { attributes } = span;
  const [usage, cost] = [attributes.get(USAGE), attributes.get(COST)];
  return {
    traceId: `tr-${span.traceId}`,
    id: span.spanId,
    parentId: span.parentId,
    name: searched(span.name),
    type: textOf(attributes, TYPE) ?? null,
    status: statuses[span.statusCode] ?? 'unset',
    startedNs: span.startedNs,
    endedNs: span.endedNs === 0n ? null : span.endedNs,
    content: writeContent(span),
    model: bounded(textOf(attributes, MODEL)),
    provider: bounded(textOf(attributes, PROVIDER)),
    usage: isObjectText(usage) ? toTokenUsage(usage) : null,
    cost: isObjectText(cost) ? toCost(cost) : null,
  };
}

/** A tag that somebody made up; undefined for one that no trace can have, as in the original. */
function toTag(key: string, value: string): Entry | undefined {
  try {
    checkKey('tag', key);
  } catch {
    return undefined;
  }
  return { key, value: truncate(searched(value), MAX_TAG_VALUE) };
}

/** What lies outside of ASCII escaped, as Python does. */
function escaped(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What the program that made the spans says of itself, as tags. */
function resourceTags(resource: Attributes): Entry[] {
  return [...resource].flatMap(([key, text]) => {
    if (key.startsWith('telemetry.sdk.') || key.startsWith('mlflow.')) return [];
    const meaning = meaningOf(text);
    return toTag(key, typeof meaning === 'string' ? meaning : escaped(text)) ?? [];
  });
}

function attributeTags(attributes: Attributes): Entry[] {
  return [...attributes].flatMap(([key, text]) => {
    if (!key.startsWith(TAG_PREFIX)) return [];
    return toTag(key.slice(TAG_PREFIX.length), plainText(text)) ?? [];
  });
}

/** The first that any of the spans says. */
function firstSaid(spans: readonly OtlpSpan[], ...keys: readonly string[]): string | undefined {
  for (const { attributes } of spans) {
    const text = keys.map((key) => attributes.get(key)).find((said) => said !== undefined && said !== '');
    if (text !== undefined) return searched(plainText(text));
  }
  return undefined;
}

function preview(root: OtlpSpan | undefined, key: string, role: 'user' | 'assistant'): string | null {
  const json = root?.attributes.get(key);
  return json ? searched(previewOf(json, role)) : null;
}

function statusOf(root: OtlpSpan | undefined): TraceStatus | null {
  if (!root) return null;
  return statuses[root.statusCode] === 'error' ? 'error' : 'ok';
}

/** Spans of one trace, complete. */
function toTrace(spans: readonly OtlpSpan[]): TraceSpans {
  const roots = spans.filter(({ parentId }) => parentId === null);
  const root = roots.at(-1);
  const session = firstSaid(spans, 'session.id', 'gen_ai.conversation.id');
  if (session !== undefined) checkLength('session', session, MAX_SESSION);
  const user = firstSaid(spans, 'user.id');
  const given = roots.flatMap(({ attributes }) => attributeTags(attributes));
  const name = given.findLast(({ key }) => key === NAME_TAG);
  const resource = spans.find((span) => span.resource.size > 0)?.resource ?? new Map<string, string>();
  return {
    traceId: `tr-${spans[0]?.traceId}`,
    spans: spans.map(toSpan),
    status: statusOf(roots[0]),
    requestPreview: preview(root, INPUTS, 'user'),
    responsePreview: preview(root, OUTPUTS, 'assistant'),
    name: name ? checkTraceName(name.value) : null,
    session: session ?? null,
    tags: [...resourceTags(resource), ...given.filter(({ key }) => key !== NAME_TAG)],
    metadata: user ? [{ key: USER, value: truncate(user, MAX_TAG_VALUE) }] : [],
  };
}

/**
 * Spans by their traces, in the form in which they are kept.
 * @throws NoSpan for one that cannot be, invalid for a session or a name that is too long
 */
export function toTraces(spans: readonly OtlpSpan[]): TraceSpans[] {
  for (const span of spans) complete(span);
  return [...Map.groupBy(spans, ({ traceId }) => traceId).values()].map(toTrace);
}
