import { parseExactJson } from '../../../src/http/lenient-json.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import { snakeCase } from '../wire/snake-case.ts';
import { bytesText, doubleText, innerText, listText, objectText } from './attribute-text.ts';
import { toId } from './ids.ts';
import type { Attributes, OtlpEvent, OtlpLink, OtlpSpan } from './otlp-span.ts';

const HEX = /^([0-9a-fA-F]{2})*$/;
const WHOLE = /^-?\d{1,20}$/;
const MAX_UINT64 = 2n ** 64n;
const MAX_DEPTH = 100;
const codes: Readonly<Record<string, number>> = { STATUS_CODE_UNSET: 0, STATUS_CODE_OK: 1, STATUS_CODE_ERROR: 2 };
const doubles: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity: Infinity, '-Infinity': -Infinity };

type Message = Readonly<Record<string, unknown>>;

function wrong(field: string, value: unknown): never {
  throw invalid(field, `The field ${field} of the spans is malformed: ${show(value)}.`);
}

function toMessage(value: unknown, field: string): Message {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(field, value);
  return value as Message;
}

/** A field by its name in JSON, or the one it has in protobuf. */
function fieldOf(message: Message, name: string): unknown {
  return message[name] ?? message[snakeCase(name)] ?? undefined;
}

function messagesOf(message: Message, name: string): Message[] {
  const list = fieldOf(message, name);
  if (list === undefined) return [];
  return Array.isArray(list) ? list.map((item) => toMessage(item, name)) : wrong(name, list);
}

function textOf(message: Message, name: string): string {
  const text = fieldOf(message, name) ?? '';
  return typeof text === 'string' ? text : wrong(name, text);
}

/** A 64-bit number, which JSON has as a text. */
function wholeOf(value: unknown, field: string): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  return typeof value === 'string' && WHOLE.test(value) ? BigInt(value) : wrong(field, value);
}

function momentOf(message: Message, name: string): bigint {
  const moment = wholeOf(fieldOf(message, name) ?? 0, name);
  return moment >= 0n && moment < MAX_UINT64 ? moment : wrong(name, moment);
}

function hexOf(message: Message, name: string): string {
  const hex = textOf(message, name);
  return HEX.test(hex) ? hex : wrong(name, hex);
}

function doubleOf(value: unknown): number {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string' || value.trim() === '') return wrong('doubleValue', value);
  const number = doubles[value] ?? Number(value);
  return Number.isNaN(number) && value !== 'NaN' ? wrong('doubleValue', value) : number;
}

function intText(value: unknown): string {
  const whole = wholeOf(value, 'intValue');
  return BigInt.asIntN(64, whole) === whole ? whole.toString() : wrong('intValue', value);
}

function booleanText(value: unknown): string {
  return typeof value === 'boolean' ? String(value) : wrong('boolValue', value);
}

function anyValueText(value: unknown, depth: number, writeText: (text: string) => string): string {
  if (value === undefined || value === null) return 'null';
  if (depth > MAX_DEPTH) return wrong('value', `nested more than ${MAX_DEPTH} deep`);
  const message = toMessage(value, 'value');
  const given = (name: string) => fieldOf(message, name);
  if (given('stringValue') !== undefined) return writeText(textOf(message, 'stringValue'));
  if (given('boolValue') !== undefined) return booleanText(given('boolValue'));
  if (given('intValue') !== undefined) return intText(given('intValue'));
  if (given('doubleValue') !== undefined) return doubleText(doubleOf(given('doubleValue')));
  if (given('bytesValue') !== undefined) return bytesText(Buffer.from(textOf(message, 'bytesValue'), 'base64'));
  const list = given('arrayValue');
  if (list !== undefined) {
    const items = fieldOf(toMessage(list, 'arrayValue'), 'values') ?? [];
    if (!Array.isArray(items)) return wrong('values', items);
    return listText(items.map((item) => anyValueText(item, depth + 1, JSON.stringify)));
  }
  const pairs = given('kvlistValue');
  if (pairs === undefined) return 'null';
  return objectText(attributesOf(toMessage(pairs, 'kvlistValue'), 'values', JSON.stringify, depth + 1));
}

function attributesOf(message: Message, name: string, writeText: (text: string) => string, depth = 0): Attributes {
  return new Map(
    messagesOf(message, name).map((pair) => [textOf(pair, 'key'), anyValueText(fieldOf(pair, 'value'), depth, writeText)]),
  );
}

function toEvent(message: Message): OtlpEvent {
  return {
    name: textOf(message, 'name'),
    timeNs: momentOf(message, 'timeUnixNano'),
    attributes: attributesOf(message, 'attributes', JSON.stringify),
  };
}

function toLink(message: Message): OtlpLink {
  return {
    traceId: toId(hexOf(message, 'traceId'), 16),
    spanId: toId(hexOf(message, 'spanId'), 8),
    attributes: attributesOf(message, 'attributes', JSON.stringify),
  };
}

function statusCodeOf(code: unknown): number {
  if (typeof code === 'number') return code;
  return (typeof code === 'string' ? codes[code] : undefined) ?? wrong('status.code', code);
}

function toSpan(message: Message, resource: Attributes): OtlpSpan {
  const status = toMessage(fieldOf(message, 'status') ?? {}, 'status');
  return {
    traceId: hexOf(message, 'traceId'),
    spanId: hexOf(message, 'spanId'),
    parentId: hexOf(message, 'parentSpanId') || null,
    name: textOf(message, 'name'),
    startedNs: momentOf(message, 'startTimeUnixNano'),
    endedNs: momentOf(message, 'endTimeUnixNano'),
    attributes: attributesOf(message, 'attributes', innerText),
    events: messagesOf(message, 'events').map(toEvent),
    links: messagesOf(message, 'links').map(toLink),
    statusCode: statusCodeOf(status['code'] ?? 0),
    statusMessage: textOf(status, 'message'),
    resource,
  };
}

/**
 * Reads the spans of an export request in JSON, where ids are hex.
 * @returns undefined when the request names no resource at all
 * @throws invalid for a text that is no such request, SyntaxError for one that is no JSON
 * @see OpenTelemetry protocol 1.x, JSON protobuf encoding
 */
export function readJson(text: string): OtlpSpan[] | undefined {
  const request = toMessage(parseExactJson(text), 'body');
  const resources = messagesOf(request, 'resourceSpans');
  if (resources.length === 0) return undefined;
  return resources.flatMap((part) => {
    const resource = attributesOf(toMessage(fieldOf(part, 'resource') ?? {}, 'resource'), 'attributes', JSON.stringify);
    return messagesOf(part, 'scopeSpans').flatMap((scope) => messagesOf(scope, 'spans').map((span) => toSpan(span, resource)));
  });
}
