import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readProtobuf } from '../../adapters/mlflow/otlp/read-protobuf.ts';
import { toTraces } from '../../adapters/mlflow/otlp/to-traces.ts';
import { BridgeError } from '../../src/model/errors.ts';
import { sumCost, sumUsage } from '../../src/model/trace-sums.ts';
import { bytesField, exportRequest } from '../support/otlp-protobuf.ts';

const TRACE = '0a'.repeat(16);
const ROOT = '01'.repeat(8);

const body = exportRequest(
  [
    {
      traceId: TRACE,
      spanId: ROOT,
      name: 'n',
      startNs: 1n,
      endNs: 2n,
      attributes: { text: 'a', list: [1n, [2, { k: null }]], bytes: Buffer.from('x') },
      events: [{ name: 'e', timeNs: 1n, attributes: { a: true } }],
      links: [{ traceId: TRACE, spanId: ROOT }],
      status: { code: 1, message: 'm' },
    },
  ],
  { 'service.name': 's' },
);

/** Reads a body as a request does; what it refuses on purpose is fine. */
function tryToRead(bytes: Buffer): void {
  try {
    toTraces(readProtobuf(bytes) ?? []);
  } catch (error) {
    if (!(error instanceof BridgeError)) throw error;
  }
}

describe('the reader of OpenTelemetry protobuf', () => {
  it('reads or refuses whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => tryToRead(Buffer.from(bytes))),
      { numRuns: 500 },
    );
  });

  it('reads or refuses a request of which some bytes changed', () => {
    const change = fc.tuple(fc.nat(body.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(body.length), (changes, length) => {
        const bytes = Buffer.from(body.subarray(0, length));
        for (const [at, byte] of changes) bytes[at] = byte;
        tryToRead(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses values that are nested without end', () => {
    let value = bytesField(1, 'x');
    for (let depth = 0; depth < 300; depth += 1) value = bytesField(5, bytesField(1, value));
    const attribute = Buffer.concat([bytesField(1, 'k'), bytesField(2, value)]);
    const request = bytesField(1, bytesField(2, bytesField(2, bytesField(9, attribute))));
    assert.throws(() => readProtobuf(request), { code: 'invalid' });
  });

  it('refuses a small body of very many values', () => {
    const values = Buffer.alloc(9_000_000);
    for (let at = 0; at < values.length; at += 2) values[at] = 0x0a;
    const attribute = Buffer.concat([bytesField(1, 'k'), bytesField(2, bytesField(5, values))]);
    const request = bytesField(1, bytesField(2, bytesField(2, bytesField(9, attribute))));
    assert.throws(() => readProtobuf(request), { code: 'invalid' });
  });
});

describe('sums over the spans of a trace', () => {
  const span = (id: string, parentId: string | null, count: bigint | null) => ({
    id,
    parentId,
    usage: count === null ? null : { input: count },
    cost: count === null ? null : { total: Number(count) },
  });

  it('a span counts for all below it, whatever they say', () => {
    const spans = [
      span('d', 'c', 4n),
      span('a', null, null),
      span('b', 'a', 10n),
      span('c', 'b', 7n),
      span('e', 'a', 1n),
      span('f', 'gone', 100n),
    ];
    assert.deepEqual(sumUsage(spans), { input: 111n, output: 0n, total: 0n });
    assert.deepEqual(sumCost(spans), { input: 0, output: 0, total: 111 });
  });

  it('spans that are their own parents count for nothing, and nothing reported is nothing', () => {
    assert.equal(sumUsage([span('a', 'b', 1n), span('b', 'a', 1n)]), undefined);
    assert.equal(sumCost([span('a', null, null)]), undefined);
  });

  it('a chain of 100,000 spans is summed', () => {
    const spans = Array.from({ length: 100_000 }, (_, at) =>
      span(String(at), at === 0 ? null : String(at - 1), at === 99_999 ? 1n : null),
    );
    assert.deepEqual(sumUsage(spans), { input: 1n, output: 0n, total: 0n });
  });
});
