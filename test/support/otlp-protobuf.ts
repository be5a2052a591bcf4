/** A value of an attribute, as OpenTelemetry has them. */
export type AnyValue =
  | string
  | boolean
  | bigint
  | number
  | Uint8Array
  | null
  | readonly AnyValue[]
  | { readonly [key: string]: AnyValue };

/** A span to be exported; ids are hex. */
export interface TestSpan {
  traceId: string;
  spanId: string;
  parentId?: string;
  name?: string;
  startNs?: bigint;
  endNs?: bigint;
  attributes?: Readonly<Record<string, AnyValue>>;
  events?: readonly { name: string; timeNs: bigint; attributes?: Readonly<Record<string, AnyValue>> }[];
  links?: readonly { traceId: string; spanId: string; attributes?: Readonly<Record<string, AnyValue>> }[];
  status?: { code: number; message?: string };
}

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Buffer.from(bytes);
}

/** A field with a length before it. */
export function bytesField(field: number, content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content as string);
  return Buffer.concat([varint(BigInt(field * 8 + 2)), varint(BigInt(bytes.length)), bytes]);
}

function varintField(field: number, value: bigint): Buffer {
  return Buffer.concat([varint(BigInt(field * 8)), varint(value)]);
}

function fixedField(field: number, write: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(8);
  write(bytes);
  return Buffer.concat([varint(BigInt(field * 8 + 1)), bytes]);
}

function nanos(field: number, value: bigint | undefined): Buffer {
  return value === undefined ? Buffer.alloc(0) : fixedField(field, (bytes) => bytes.writeBigUInt64LE(value));
}

function anyValue(value: AnyValue): Buffer {
  if (value === null) return Buffer.alloc(0);
  if (typeof value === 'string') return bytesField(1, value);
  if (typeof value === 'boolean') return varintField(2, value ? 1n : 0n);
  if (typeof value === 'bigint') return varintField(3, value);
  if (typeof value === 'number') return fixedField(4, (bytes) => bytes.writeDoubleLE(value));
  if (value instanceof Uint8Array) return bytesField(7, value);
  if (Array.isArray(value)) return bytesField(5, Buffer.concat(value.map((item: AnyValue) => bytesField(1, anyValue(item)))));
  return bytesField(6, keyValues(1, value as Readonly<Record<string, AnyValue>>));
}

function keyValues(field: number, pairs: Readonly<Record<string, AnyValue>> = {}): Buffer {
  return Buffer.concat(
    Object.entries(pairs).map(([key, value]) =>
      bytesField(field, Buffer.concat([bytesField(1, key), bytesField(2, anyValue(value))])),
    ),
  );
}

function spanMessage({ traceId, spanId, parentId, name, startNs, endNs, attributes, events, links, status }: TestSpan): Buffer {
  return Buffer.concat([
    bytesField(1, Buffer.from(traceId, 'hex')),
    bytesField(2, Buffer.from(spanId, 'hex')),
    parentId === undefined ? Buffer.alloc(0) : bytesField(4, Buffer.from(parentId, 'hex')),
    name === undefined ? Buffer.alloc(0) : bytesField(5, name),
    nanos(7, startNs),
    nanos(8, endNs),
    keyValues(9, attributes),
    ...(events ?? []).map((event) =>
      bytesField(11, Buffer.concat([nanos(1, event.timeNs), bytesField(2, event.name), keyValues(3, event.attributes)])),
    ),
    ...(links ?? []).map((link) =>
      bytesField(
        13,
        Buffer.concat([
          bytesField(1, Buffer.from(link.traceId, 'hex')),
          bytesField(2, Buffer.from(link.spanId, 'hex')),
          keyValues(4, link.attributes),
        ]),
      ),
    ),
    status
      ? bytesField(15, Buffer.concat([bytesField(2, status.message ?? ''), varintField(3, BigInt(status.code))]))
      : Buffer.alloc(0),
  ]);
}

/** The body of an export request with these spans, all made by one program. */
export function exportRequest(spans: readonly TestSpan[], resource: Readonly<Record<string, AnyValue>> = {}): Buffer {
  const scope = Buffer.concat(spans.map((span) => bytesField(2, spanMessage(span))));
  return bytesField(1, Buffer.concat([bytesField(1, keyValues(1, resource)), bytesField(2, scope)]));
}
