/**
 * Requests as OpenTelemetry's exporters send them, in protobuf.
 * @see https://github.com/open-telemetry/opentelemetry-proto, collector/trace/v1, release 1.7
 */

/** A trace of one request: a root span and others below it. */
export interface TraceSketch {
  /** Its number; ids, times and values follow from it. */
  number: number;
  spans: number;
  startMs: number;
  durationMs: number;
  isError: boolean;
  /** Texts of the root span, beside its inputs and outputs. */
  attributes: Readonly<Record<string, string>>;
}

/** The 32 hex digits of the id of a trace. */
export function traceHex(number: number): string {
  return (0x0be0_0000_0000 + number).toString(16).padStart(32, '7');
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
  bytes.push(left);
  return Buffer.from(bytes);
}

function message(field: number, content: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
}

function text(field: number, value: string): Buffer {
  return message(field, Buffer.from(value));
}

function nanos(field: number, ms: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = field * 8 + 1;
  bytes.writeBigUInt64LE(BigInt(ms) * 1_000_000n, 1);
  return bytes;
}

function attribute(key: string, value: string): Buffer {
  return message(9, Buffer.concat([text(1, key), message(2, text(1, value))]));
}

const inputs = JSON.stringify({
  messages: [{ role: 'user', content: 'What does the bench ask, and how long is it? '.repeat(4) }],
});
const outputs = JSON.stringify({ choices: [{ message: { role: 'assistant', content: 'It asks for spans. '.repeat(12) } }] });

function span(sketch: TraceSketch, index: number): Buffer {
  const spanHex = (sketch.number * 64 + index + 1).toString(16).padStart(16, '0');
  const rootHex = (sketch.number * 64 + 1).toString(16).padStart(16, '0');
  const own = index === 0 ? sketch.attributes : {};
  const parts = [
    message(1, Buffer.from(traceHex(sketch.number), 'hex')),
    message(2, Buffer.from(spanHex, 'hex')),
    ...(index === 0 ? [] : [message(4, Buffer.from(rootHex, 'hex'))]),
    text(5, index === 0 ? 'answer' : `step ${index}`),
    Buffer.from([6 * 8, 1]),
    nanos(7, sketch.startMs + index),
    nanos(8, sketch.startMs + sketch.durationMs),
    attribute('mlflow.spanType', JSON.stringify(index === 0 ? 'AGENT' : 'LLM')),
    attribute('mlflow.spanInputs', inputs),
    attribute('mlflow.spanOutputs', outputs),
    ...Object.entries(own).map(([key, value]) => attribute(key, JSON.stringify(value))),
    message(15, Buffer.from([3 * 8, sketch.isError ? 2 : 1])),
  ];
  return message(2, Buffer.concat(parts));
}

/** The body of one export: some traces, whole. */
export function exportBody(sketches: readonly TraceSketch[]): Buffer {
  const spans = sketches.flatMap((sketch) => Array.from({ length: sketch.spans }, (_, index) => span(sketch, index)));
  return message(1, message(2, Buffer.concat(spans)));
}
