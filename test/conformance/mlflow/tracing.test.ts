import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { runPython } from '../../support/python.ts';
import { startTrackbridge, type TrackbridgeServer } from '../../support/trackbridge-server.ts';

/** What the client of 3.17 finds, on this server as on the original. */
const expected = {
  decorated: {
    state: 'OK',
    preview: ['asked: why', '"WHY!"'],
    request: 'request-1',
    session: 's1',
    user: 'ann',
    tokens: { input_tokens: 3, output_tokens: 4, total_tokens: 7 },
    color: 'röd',
    location: 'TRACKING_STORE',
    spans: [
      ['outer', 'CHAIN', 'OK', { question: 'why' }, 'WHY!'],
      ['within', 'LLM', 'OK', { question: 'why' }, 'WHY'],
    ],
    tree: [true, true],
    events: [['saw', { x: 1 }]],
    attribute: 'ü',
  },
  failed: ['ERROR', true, ['exception'], 'ValueError: no é'],
  tags: ['x', null, 'outer'],
  'of run': [false, true],
  'by hand': [
    ['by hand', { n: 2 ** 60 }, true],
    ['child', [1], { x: [1.5, null] }],
  ],
  flushed: true,
  exported: {
    names: ['order', 'item 0', 'item 1', 'item 2'],
    type: 'AGENT',
    inputs: 'two',
    attributes: { n: 0, price: 1.5, list: ['a', 'b'], 'mlflow.traceRequestId': null },
    service: 'shop',
    state: 'OK',
  },
  deleted: [1, 1, 2],
  after: 'RESOURCE_DOES_NOT_EXIST',
};

/** What the client of 2.22 finds; the spans of its traces are a file among the artifacts. */
const expected2 = {
  spans: [
    ['outer', { question: 'why' }, 'WHY'],
    ['within', { question: 'why' }, 7],
  ],
  status: 'OK',
  tags: ['röd', 'outer'],
  changed: ['x', null],
  found: [true],
  'spans again': [2],
  deleted: 1,
};

describe('tracing by the client of 3.17, and by the exporter of OpenTelemetry', () => {
  let server: TrackbridgeServer;
  let found: Record<string, unknown>;
  before(async () => {
    server = await startTrackbridge();
    found = await runPython('mlflow3', 'tracing.py', server.url);
  });

  test('the client takes the server for one that keeps spans', () => {
    assert.match(String(found['version']), /^3\.(1[0-9]|[4-9])\./);
  });

  for (const [what, value] of Object.entries(expected)) {
    test(`what it finds is what it wrote: ${what}`, () => assert.deepEqual(found[what], value));
  }
});

test('tracing by the client of 2.22 reads back what it wrote', async () => {
  const server = await startTrackbridge();
  assert.deepEqual(await runPython('mlflow2', 'tracing2.py', server.url), expected2);
});
