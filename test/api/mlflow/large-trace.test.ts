import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportRequest, type TestSpan } from '../../support/otlp-protobuf.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

const SPANS = 30_000;
const PER_REQUEST = 1000;
const TRACE = 'c'.repeat(32);
const START = 1_700_000_000_000_000_000n;

const server = await startTrackbridge();

/** Every tenth span reports tokens; each one hangs below the one before it, for a while. */
function spanAt(at: number): TestSpan {
  const idOf = (place: number) => (place + 1).toString(16).padStart(16, '0');
  return {
    traceId: TRACE,
    spanId: idOf(at),
    ...(at === 0 ? {} : { parentId: idOf(at % 100 === 0 ? 0 : at - 1) }),
    name: `span ${at}`,
    startNs: START + BigInt(at),
    endNs: START + BigInt(at) + 1_000_000n,
    attributes: {
      'mlflow.spanInputs': 'x'.repeat(500),
      ...(at % 100 === 99
        ? { 'mlflow.chat.tokenUsage': '{"input_tokens": 1, "output_tokens": 1, "total_tokens": 2}' }
        : { at: BigInt(at) }),
    },
  };
}

async function ask(path: string, init?: RequestInit): Promise<string> {
  const answer = await fetch(`${server.url}${path}`, init);
  const text = await answer.text();
  assert.equal(answer.status, 200, text.slice(0, 300));
  return text;
}

describe('a trace of 30,000 spans', () => {
  it('is stored, listed and read whole', async () => {
    for (let from = 0; from < SPANS; from += PER_REQUEST) {
      // the last ones first: the root comes at the end
      const first = SPANS - PER_REQUEST - from;
      const spans = Array.from({ length: PER_REQUEST }, (_, at) => spanAt(first + at));
      await ask('/v1/traces', {
        method: 'POST',
        body: new Uint8Array(exportRequest(spans)),
        headers: { 'content-type': 'application/x-protobuf', 'x-mlflow-experiment-id': '0' },
      });
    }
    const { trace } = JSON.parse(await ask(`/api/3.0/mlflow/traces/tr-${TRACE}`));
    assert.equal(trace.trace_info.state, 'OK');
    assert.equal(
      trace.trace_info.trace_metadata['mlflow.trace.tokenUsage'],
      '{"input_tokens": 300, "output_tokens": 300, "total_tokens": 600}',
    );
    const whole = JSON.parse(await ask(`/api/3.0/mlflow/traces/get?trace_id=tr-${TRACE}`)).trace;
    assert.equal(whole.spans.length, SPANS);
    assert.equal(whole.spans[0].name, 'span 0');
    assert.equal(whole.spans.at(-1).name, `span ${SPANS - 1}`);
    const file = JSON.parse(await ask(`/ajax-api/2.0/mlflow/get-trace-artifact?request_id=tr-${TRACE}`));
    assert.equal(file.spans.length, SPANS);
    const deleted = await ask('/api/3.0/mlflow/traces/delete-traces', {
      method: 'POST',
      body: JSON.stringify({ experiment_id: '0', request_ids: [`tr-${TRACE}`] }),
      headers: { 'content-type': 'application/json' },
    });
    assert.deepEqual(JSON.parse(deleted), { traces_deleted: 1 });
  });
});
