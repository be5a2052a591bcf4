import { bytesText, doubleText, innerText, listText, objectText } from './attribute-text.ts';
import { toId } from './ids.ts';
import type { Attributes, OtlpEvent, OtlpLink, OtlpSpan } from './otlp-span.ts';
import { malformed, ProtoReader } from './protobuf.ts';

/** Values of one request: more would take many times the memory of its bytes. */
const MAX_VALUES = 4_000_000;

/** Counts what was read, so that a small body cannot grow large. */
interface Budget {
  left: number;
}

function spend(budget: Budget): void {
  budget.left -= 1;
  if (budget.left < 0) throw malformed(`it holds more than ${MAX_VALUES} values`);
}

function readAnyValue(reader: ProtoReader, budget: Budget, writeText: (text: string) => string): string {
  spend(budget);
  let text = 'null';
  while (reader.next()) {
    if (reader.is(1, 'bytes')) text = writeText(reader.text());
    else if (reader.is(2, 'varint')) text = reader.varint() === 0n ? 'false' : 'true';
    else if (reader.is(3, 'varint')) text = BigInt.asIntN(64, reader.varint()).toString();
    else if (reader.is(4, 'fixed64')) text = doubleText(reader.double());
    else if (reader.is(5, 'bytes')) text = readArray(reader.message(), budget);
    else if (reader.is(6, 'bytes')) text = objectText(readKeyValues(reader.message(), 1, budget, JSON.stringify));
    else if (reader.is(7, 'bytes')) text = bytesText(reader.bytes());
    else reader.skip();
  }
  return text;
}

function readArray(reader: ProtoReader, budget: Budget): string {
  const items: string[] = [];
  while (reader.next()) {
    if (reader.is(1, 'bytes')) items.push(readAnyValue(reader.message(), budget, JSON.stringify));
    else reader.skip();
  }
  return listText(items);
}

/** The message's fields of this number, each a key with its value. */
function readKeyValues(reader: ProtoReader, field: number, budget: Budget, writeText: (text: string) => string): Attributes {
  const attributes: Attributes = new Map();
  while (reader.next()) {
    if (reader.is(field, 'bytes')) addKeyValue(attributes, reader.message(), budget, writeText);
    else reader.skip();
  }
  return attributes;
}

function addKeyValue(attributes: Attributes, reader: ProtoReader, budget: Budget, writeText: (text: string) => string): void {
  let key = '';
  let value = 'null';
  while (reader.next()) {
    if (reader.is(1, 'bytes')) key = reader.text();
    else if (reader.is(2, 'bytes')) value = readAnyValue(reader.message(), budget, writeText);
    else reader.skip();
  }
  attributes.set(key, value);
}

function readEvent(reader: ProtoReader, budget: Budget): OtlpEvent {
  spend(budget);
  const event: OtlpEvent = { name: '', timeNs: 0n, attributes: new Map() };
  while (reader.next()) {
    if (reader.is(1, 'fixed64')) event.timeNs = reader.fixed64();
    else if (reader.is(2, 'bytes')) event.name = reader.text();
    else if (reader.is(3, 'bytes')) addKeyValue(event.attributes, reader.message(), budget, JSON.stringify);
    else reader.skip();
  }
  return event;
}

function readLink(reader: ProtoReader, budget: Budget): OtlpLink {
  spend(budget);
  const link: OtlpLink = { traceId: toId('', 16), spanId: toId('', 8), attributes: new Map() };
  while (reader.next()) {
    if (reader.is(1, 'bytes')) link.traceId = toId(reader.bytes().toString('hex'), 16);
    else if (reader.is(2, 'bytes')) link.spanId = toId(reader.bytes().toString('hex'), 8);
    else if (reader.is(4, 'bytes')) addKeyValue(link.attributes, reader.message(), budget, JSON.stringify);
    else reader.skip();
  }
  return link;
}

function readStatus(reader: ProtoReader, span: OtlpSpan): void {
  while (reader.next()) {
    if (reader.is(2, 'bytes')) span.statusMessage = reader.text();
    else if (reader.is(3, 'varint')) span.statusCode = Number(BigInt.asIntN(32, reader.varint()));
    else reader.skip();
  }
}

function readSpan(reader: ProtoReader, resource: Attributes, budget: Budget): OtlpSpan {
  spend(budget);
  const span: OtlpSpan = {
    traceId: '',
    spanId: '',
    parentId: null,
    name: '',
    startedNs: 0n,
    endedNs: 0n,
    attributes: new Map(),
    events: [],
    links: [],
    statusCode: 0,
    statusMessage: '',
    resource,
  };
  while (reader.next()) {
    if (reader.is(9, 'bytes')) addKeyValue(span.attributes, reader.message(), budget, innerText);
    else if (reader.is(1, 'bytes')) span.traceId = reader.bytes().toString('hex');
    else if (reader.is(2, 'bytes')) span.spanId = reader.bytes().toString('hex');
    else if (reader.is(4, 'bytes')) span.parentId = reader.bytes().toString('hex');
    else if (reader.is(5, 'bytes')) span.name = reader.text();
    else if (reader.is(7, 'fixed64')) span.startedNs = reader.fixed64();
    else if (reader.is(8, 'fixed64')) span.endedNs = reader.fixed64();
    else if (reader.is(11, 'bytes')) span.events.push(readEvent(reader.message(), budget));
    else if (reader.is(13, 'bytes')) span.links.push(readLink(reader.message(), budget));
    else if (reader.is(15, 'bytes')) readStatus(reader.message(), span);
    else reader.skip();
  }
  return span;
}

/** The resource may stand after its spans: it is looked for first. */
function readResource(bytes: Buffer, budget: Budget): Attributes {
  const reader = new ProtoReader(bytes);
  let resource: Attributes = new Map();
  while (reader.next()) {
    if (reader.is(1, 'bytes')) resource = readKeyValues(reader.message(), 1, budget, JSON.stringify);
    else reader.skip();
  }
  return resource;
}

/**
 * Reads the spans of an export request; ids are as they were sent.
 * @returns undefined when the request names no resource at all
 * @throws invalid for bytes that are no such request
 * @see OpenTelemetry protocol 1.x, opentelemetry/proto/collector/trace/v1/trace_service.proto
 */
export function readProtobuf(body: Buffer): OtlpSpan[] | undefined {
  const budget: Budget = { left: MAX_VALUES };
  const spans: OtlpSpan[] = [];
  let isEmpty = true;
  const request = new ProtoReader(body);
  while (request.next()) {
    if (!request.is(1, 'bytes')) {
      request.skip();
      continue;
    }
    isEmpty = false;
    const bytes = request.bytes();
    const resource = readResource(bytes, budget);
    const resourceSpans = new ProtoReader(bytes);
    while (resourceSpans.next()) {
      if (resourceSpans.is(2, 'bytes')) readScope(resourceSpans.message(), spans, resource, budget);
      else resourceSpans.skip();
    }
  }
  return isEmpty ? undefined : spans;
}

function readScope(scope: ProtoReader, spans: OtlpSpan[], resource: Attributes, budget: Budget): void {
  while (scope.next()) {
    if (scope.is(2, 'bytes')) spans.push(readSpan(scope.message(), resource, budget));
    else scope.skip();
  }
}
