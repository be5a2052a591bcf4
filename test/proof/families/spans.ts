import type { Draft } from '../draft.ts';
import type { Family, Make } from '../sequence.ts';
import type { World } from '../world.ts';
import { createExperiment, createRun } from './basics.ts';
import { hexId, ofTrace, searchTracesV3 } from './traces.ts';

const span = (world: World, traceId: string, spanId: string, parent: string | undefined) => ({
  traceId,
  spanId,
  ...(parent !== undefined && { parentSpanId: parent }),
  name: world.chance.one(['root', 'inner']),
  kind: 1,
  startTimeUnixNano: String(1_704_067_210_000_000_000n + BigInt(world.serial()) * 1_000_000_000n),
  endTimeUnixNano: String(1_704_067_910_000_000_000n + BigInt(world.serial()) * 1_000_000n),
  attributes: world.chance
    .some([
      { key: 'mlflow.spanType', value: { stringValue: 'LLM' } },
      { key: 'mlflow.spanInputs', value: { stringValue: '{"q": "asked"}' } },
      { key: 'gen_ai.usage.input_tokens', value: { intValue: '12' } },
      { key: 'gen_ai.request.model', value: { stringValue: 'm' } },
      { key: 'k1', value: { doubleValue: 0.5 } },
      { key: 'session.id', value: { stringValue: 's1' } },
      { key: 'list', value: { arrayValue: { values: [{ stringValue: 'a' }, { boolValue: true }] } } },
    ])
    .slice(0, 4),
  status: { code: world.chance.one([0, 1, 2]) },
});

/** Exports a trace of one to three spans, at times without its root. */
export const exportSpans: Make = (world): Draft => {
  const traceId = hexId(world, 32);
  const root = hexId(world, 16);
  const inner = Array.from({ length: world.chance.below(3) }, () => span(world, traceId, hexId(world, 16), root));
  const own = world.chance.happens(0.85) ? [span(world, traceId, root, undefined)] : [];
  const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'svc' } }] };
  return {
    operation: 'exportSpans',
    fields: { resourceSpans: world.chance.one([[{ resource, scopeSpans: [{ spans: [...own, ...inner] }] }], [], undefined]) },
    headers: { 'x-mlflow-experiment-id': world.any('experiment', 0.05) },
    know: [{ kind: 'trace', text: `tr-${traceId}` }],
  };
};

/** Spans as OpenTelemetry's exporters send them, in JSON, and the traces read back. */
export const spans: Family = {
  setup: [createExperiment, createRun, exportSpans, exportSpans],
  moves: [
    [5, exportSpans],
    [4, ofTrace('getTraceInfoV3')],
    [4, ofTrace('getTrace', () => ({ allow_partial: 'true' }))],
    [2, (world) => ({ operation: 'batchGetTraces', fields: { trace_ids: [world.any('trace')] } })],
    [5, searchTracesV3],
  ],
};
