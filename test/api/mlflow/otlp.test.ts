import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { startApp } from '../../support/app.ts';
import type { Json } from '../../support/json.ts';
import { exportRequest, type TestSpan } from '../../support/otlp-protobuf.ts';

const { http, db } = await startApp();

const START = 1_700_000_000_123_456_789n;
const SECOND = 1_000_000_000n;
const ROOT = '0101010101010101';
const CHILD = '0202020202020202';

let count = 0;
function newTraceId(): string {
  count += 1;
  return count.toString(16).padStart(32, '0');
}

const PROTOBUF = { 'content-type': 'application/x-protobuf', 'x-mlflow-experiment-id': '0' };

async function post(body: Buffer | string, headers: object = PROTOBUF): Promise<{ status: number; json: Json }> {
  const answer = await http
    .post('/v1/traces')
    .set(headers as Record<string, string>)
    .serialize((given: unknown) => given as string)
    .send(body);
  return { status: answer.status, json: answer.body };
}

async function take(spans: readonly TestSpan[], headers: object = PROTOBUF, resource = {}): Promise<void> {
  const { status, json } = await post(exportRequest(spans, resource), headers);
  assert.equal(status, 200, JSON.stringify(json));
}

async function info(traceId: string): Promise<Json> {
  const answer = await http.get(`/api/3.0/mlflow/traces/tr-${traceId}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.trace.trace_info;
}

async function get(traceId: string): Promise<Json> {
  const answer = await http.get(`/api/3.0/mlflow/traces/get?trace_id=tr-${traceId}&allow_partial=true`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.trace;
}

async function contents(traceId: string): Promise<Json[]> {
  const answer = await http.get(`/ajax-api/2.0/mlflow/get-trace-artifact?request_id=tr-${traceId}`).buffer(true);
  assert.equal(answer.status, 200);
  return JSON.parse(answer.text).spans;
}

function usage(input: number, output: number): string {
  return JSON.stringify({ input_tokens: input, output_tokens: output, total_tokens: input + output });
}

describe('spans of OpenTelemetry exporters', () => {
  it('exportSpans makes a trace of them, with all that they say', async () => {
    const traceId = newTraceId();
    const answer = await http
      .post('/v1/traces')
      .set(PROTOBUF)
      .send(
        exportRequest(
          [
            {
              traceId,
              spanId: ROOT,
              name: 'röot',
              startNs: START,
              endNs: START + SECOND,
              attributes: {
                text: 'te"xt é',
                whole: 2n ** 62n + 1n,
                double: 2,
                small: 1e-7,
                nan: Number.NaN,
                infinite: -Infinity,
                yes: true,
                bytes: Buffer.from([0, 255, 39]),
                list: [1n, null, 3],
                object: { a: 1n },
                nothing: null,
                json: '{"a": [1, 2.0]}',
                'mlflow.spanInputs': '{"messages": [{"role": "user", "content": "hi é"}]}',
                'mlflow.spanOutputs': 'plain',
                'mlflow.traceTag.color': '"red"',
                'mlflow.traceTag.mlflow.traceName': 'named',
                'session.id': 's-1',
                'user.id': 'u-1',
              },
              events: [{ name: 'ev', timeNs: 5n, attributes: { x: 1n } }],
              links: [{ traceId: '02'.repeat(16), spanId: CHILD, attributes: { weight: 1 } }],
              status: { code: 2, message: 'bad' },
            },
            { traceId, spanId: CHILD, parentId: ROOT, startNs: START + 100_000_000n },
          ],
          { 'service.name': 'mine', 'telemetry.sdk.name': 'x', 'mlflow.trace.spansLocation': 'x', list: ['é'] },
        ),
      )
      .buffer(true);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-type'], 'application/x-protobuf');
    const trace = await info(traceId);
    assert.deepEqual(trace, {
      trace_id: `tr-${traceId}`,
      trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '0' } },
      request_time: '2023-11-14T22:13:20.123Z',
      execution_duration: '1s',
      state: 'ERROR',
      request_preview: 'hi é',
      response_preview: '"plain"',
      trace_metadata: { 'mlflow.trace.session': 's-1', 'mlflow.trace.user': 'u-1' },
      tags: {
        'mlflow.artifactLocation': `mlflow-artifacts:/0/traces/tr-${traceId}/artifacts`,
        'mlflow.trace.spansLocation': 'TRACKING_STORE',
        'mlflow.traceName': 'named',
        color: 'red',
        'service.name': 'mine',
        list: '["\\u00e9"]',
      },
    });
    const [root, child] = (await get(traceId)).spans;
    assert.equal(root.name, 'röot');
    assert.deepEqual(root.status, { code: 'STATUS_CODE_ERROR', message: 'bad' });
    const values = Object.fromEntries(root.attributes.map(({ key, value }: Json) => [key, value]));
    assert.deepEqual(values['text'], { string_value: 'te"xt é' });
    assert.deepEqual(values['nan'], { double_value: 'NaN' });
    assert.deepEqual(values['infinite'], { double_value: '-Infinity' });
    assert.deepEqual(values['bytes'], { string_value: 'b"\\x00\\xff\'"' });
    assert.deepEqual(values['nothing'], undefined);
    assert.deepEqual(values['mlflow.traceRequestId'], { string_value: `tr-${traceId}` });
    assert.equal(child.parent_span_id, root.span_id);
    assert.equal(child.end_time_unix_nano, undefined);
    assert.deepEqual(root.links, [
      {
        trace_id: Buffer.from('02'.repeat(16), 'hex').toString('base64'),
        span_id: Buffer.from(CHILD, 'hex').toString('base64'),
        attributes: [{ key: 'weight', value: { double_value: 1 } }],
      },
    ]);
    const [kept] = await contents(traceId);
    const { attributes } = kept;
    assert.equal(attributes.whole, '4611686018427387905');
    assert.equal(attributes.double, '2.0');
    assert.equal(attributes.small, '1e-07');
    assert.equal(attributes.list, '[1, null, 3.0]');
    assert.equal(attributes.object, '{"a": 1}');
    assert.equal(attributes.json, '{"a": [1, 2.0]}');
    assert.deepEqual(kept.events, [{ name: 'ev', time_unix_nano: 5, attributes: { x: 1 } }]);
  });

  it('exportSpans reads JSON, and bodies packed in three ways', async () => {
    const traceIds = [newTraceId(), newTraceId(), newTraceId()];
    const json = JSON.stringify({
      resourceSpans: [
        {
          resource: { attributes: [{ key: 'service.name', value: { stringValue: 'js' } }] },
          scopeSpans: [
            {
              spans: traceIds.map((traceId) => ({
                traceId,
                spanId: ROOT,
                name: 'n',
                startTimeUnixNano: String(START),
                endTimeUnixNano: String(START + SECOND),
                status: { code: 'STATUS_CODE_OK' },
                attributes: [
                  { key: 'big', value: { intValue: '9007199254740993' } },
                  {
                    key: 'nested',
                    value: { kvlistValue: { values: [{ key: 'a', value: { arrayValue: { values: [{ boolValue: true }] } } }] } },
                  },
                  { key: 'd', value: { doubleValue: 0.5 } },
                ],
              })),
            },
          ],
        },
      ],
    });
    const headers = { ...PROTOBUF, 'content-type': 'application/json; charset=utf-8' };
    assert.equal((await post(Buffer.from(json), headers)).status, 200);
    const trace = await info(traceIds[0] as string);
    assert.equal(trace.state, 'OK');
    assert.equal(trace.tags['service.name'], 'js');
    const [span] = await contents(traceIds[2] as string);
    assert.equal(span.attributes.big, '9007199254740993');
    assert.equal(span.attributes.nested, '{"a": [true]}');
    const packings: [string, (body: Buffer) => Buffer][] = [
      ['gzip', gzipSync],
      ['deflate', deflateSync],
      ['deflate', deflateRawSync],
    ];
    for (const [name, pack] of packings) {
      const traceId = newTraceId();
      const body = pack(exportRequest([{ traceId, spanId: ROOT, startNs: START, endNs: START }]));
      assert.equal((await post(body, { ...PROTOBUF, 'content-encoding': name })).status, 200);
      assert.equal((await info(traceId)).execution_duration, '0s');
    }
  });

  it('exportSpans refuses what it cannot read, and writes nothing of it', async () => {
    const traceId = newTraceId();
    const good = exportRequest([{ traceId, spanId: ROOT, startNs: START }]);
    const { 'x-mlflow-experiment-id': _, ...nowhere } = PROTOBUF;
    const detail = async (status: number, body: Buffer, headers: object = PROTOBUF) => {
      const answer = await post(body, headers);
      assert.equal(answer.status, status, JSON.stringify(answer.json));
      assert.ok(answer.json.detail, JSON.stringify(answer.json));
    };
    await detail(422, good, nowhere);
    await detail(400, good, { ...PROTOBUF, 'content-type': 'text/plain' });
    await detail(400, good, { ...PROTOBUF, 'content-encoding': 'br' });
    await detail(400, good, { ...PROTOBUF, 'content-encoding': 'gzip' });
    await detail(400, good, { ...PROTOBUF, 'content-encoding': 'deflate' });
    await detail(400, Buffer.alloc(0));
    await detail(400, good.subarray(0, good.length - 3));
    await detail(400, Buffer.from('not protobuf at all'));
    await detail(400, good, { ...PROTOBUF, 'content-type': 'application/json' });
    await detail(400, Buffer.from('{"resourceSpans": []}'), { ...PROTOBUF, 'content-type': 'application/json' });
    await detail(400, Buffer.from('{"resourceSpans": [{"scopeSpans": [{"spans": [{"traceId": "xyz"}]}]}]}'), {
      ...PROTOBUF,
      'content-type': 'application/json',
    });
    await detail(
      422,
      exportRequest([
        { traceId, spanId: ROOT },
        { traceId: '', spanId: ROOT },
      ]),
    );
    await detail(422, exportRequest([{ traceId, spanId: '01'.repeat(9) }]));
    await detail(422, exportRequest([{ traceId, spanId: ROOT, startNs: 2n ** 63n }]));
    const unknown = await post(good, { ...PROTOBUF, 'x-mlflow-experiment-id': '424242' });
    assert.equal(unknown.status, 404);
    assert.equal(unknown.json.error_code, 'RESOURCE_DOES_NOT_EXIST');
    assert.equal((await post(good, { ...PROTOBUF, 'x-mlflow-experiment-id': 'abc' })).status, 400);
    const long = exportRequest([{ traceId, spanId: ROOT, attributes: { 'session.id': 's'.repeat(251) } }]);
    assert.equal((await post(long)).status, 400);
    assert.equal((await http.get(`/api/3.0/mlflow/traces/tr-${traceId}`)).status, 404);
  });

  it('exportSpans refuses a small body that would become large', async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
    const answer = await post(bomb, { ...PROTOBUF, 'content-encoding': 'gzip' });
    assert.equal(answer.status, 400);
    assert.equal(answer.json.error_code, 'INVALID_PARAMETER_VALUE');
  });

  it('spans that come late widen their trace, whatever experiment they name', async () => {
    const traceId = newTraceId();
    const { experiment_id } = (await http.post('/api/2.0/mlflow/experiments/create').send({ name: 'elsewhere' })).body;
    await take([
      {
        traceId,
        spanId: CHILD,
        parentId: ROOT,
        startNs: START,
        endNs: START + SECOND,
        attributes: { 'mlflow.chat.tokenUsage': usage(1, 2) },
      },
    ]);
    const before = await info(traceId);
    assert.equal(before.state, 'IN_PROGRESS');
    assert.equal(before.trace_metadata['mlflow.trace.tokenUsage'], '{"input_tokens": 1, "output_tokens": 2, "total_tokens": 3}');
    await take(
      [
        {
          traceId,
          spanId: '03'.repeat(8),
          parentId: ROOT,
          startNs: START,
          endNs: START,
          attributes: { 'mlflow.chat.tokenUsage': usage(10, 20) },
        },
      ],
      { ...PROTOBUF, 'x-mlflow-experiment-id': experiment_id },
    );
    await take([{ traceId, spanId: ROOT, startNs: START - SECOND, endNs: START + 2n * SECOND, status: { code: 1 } }]);
    const after = await info(traceId);
    assert.equal(after.trace_location.mlflow_experiment.experiment_id, '0');
    assert.equal(after.state, 'OK');
    assert.equal(after.request_time, '2023-11-14T22:13:19.123Z');
    assert.equal(after.execution_duration, '3s');
    assert.equal(
      after.trace_metadata['mlflow.trace.tokenUsage'],
      '{"input_tokens": 11, "output_tokens": 22, "total_tokens": 33}',
    );
  });

  it('a span that reports for those below it counts alone, and a span sent again counts once', async () => {
    const traceId = newTraceId();
    const cost = '{"input_cost": 0.25, "output_cost": 0.5, "total_cost": 0.75}';
    const child: TestSpan = {
      traceId,
      spanId: CHILD,
      parentId: '04'.repeat(8),
      startNs: START,
      attributes: { 'mlflow.chat.tokenUsage': usage(1, 1), 'mlflow.llm.cost': cost },
    };
    await take([child]);
    await take([child, { traceId, spanId: '04'.repeat(8), parentId: ROOT, startNs: START }]);
    assert.equal((await info(traceId)).trace_metadata['mlflow.trace.cost'], cost);
    await take([{ traceId, spanId: ROOT, startNs: START, attributes: { 'mlflow.chat.tokenUsage': usage(5, 5) } }]);
    const { trace_metadata } = await info(traceId);
    assert.equal(trace_metadata['mlflow.trace.tokenUsage'], '{"input_tokens": 5, "output_tokens": 5, "total_tokens": 10}');
    assert.equal(trace_metadata['mlflow.trace.cost'], cost);
    assert.equal((await contents(traceId)).length, 3);
  });

  it('what its maker reports of the whole trace stays', async () => {
    const traceId = newTraceId();
    const trace_info = {
      trace_id: `tr-${traceId}`,
      trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '0' } },
      request_time: '2023-11-14T22:13:20Z',
      execution_duration: '7s',
      state: 'OK',
      trace_metadata: { 'mlflow.trace.tokenUsage': usage(100, 100).replaceAll(':', ': ').replaceAll(',', ', ') },
    };
    await http.post('/api/3.0/mlflow/traces').send({ trace: { trace_info } });
    await take([
      { traceId, spanId: ROOT, startNs: START, status: { code: 2 }, attributes: { 'mlflow.chat.tokenUsage': usage(1, 1) } },
    ]);
    const after = await info(traceId);
    assert.equal(after.request_time, '2023-11-14T22:13:20Z');
    assert.equal(after.execution_duration, '7s');
    assert.equal(after.state, 'OK');
    assert.equal(after.trace_metadata['mlflow.trace.tokenUsage'], trace_info.trace_metadata['mlflow.trace.tokenUsage']);
    assert.equal(after.tags['mlflow.trace.spansLocation'], 'TRACKING_STORE');
  });

  it('requests for one trace at once lose no span and no token', async () => {
    const traceId = newTraceId();
    const spans = Array.from({ length: 40 }, (_, at): TestSpan => {
      const spanId = (at + 1).toString(16).padStart(16, '0');
      const parentId = at === 0 ? {} : { parentId: '0000000000000001' };
      const attributes: NonNullable<TestSpan['attributes']> = at === 0 ? {} : { 'mlflow.chat.tokenUsage': usage(1, 0) };
      return { traceId, spanId, ...parentId, startNs: START, endNs: START + BigInt(at) * SECOND, attributes };
    });
    await Promise.all(spans.toReversed().map((span) => take([span])));
    const after = await info(traceId);
    assert.equal(after.state, 'OK');
    assert.equal(after.execution_duration, '39s');
    assert.equal(after.trace_metadata['mlflow.trace.tokenUsage'], '{"input_tokens": 39, "output_tokens": 0, "total_tokens": 39}');
    assert.equal((await contents(traceId)).length, 40);
  });

  it('one request that is refused takes none along that came at the same time', async () => {
    const traceIds = Array.from({ length: 10 }, newTraceId);
    const outcomes = await Promise.all(
      traceIds.map((traceId, at) =>
        post(exportRequest([{ traceId, spanId: ROOT, startNs: START }]), {
          ...PROTOBUF,
          'x-mlflow-experiment-id': at % 2 === 0 ? '0' : '31337',
        }),
      ),
    );
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      traceIds.map((_, at) => (at % 2 === 0 ? 200 : 404)),
    );
  });

  it('exportSpans links traces to a run whose root is among the spans', async () => {
    const [whole, part] = [newTraceId(), newTraceId()];
    const { run } = (await http.post('/api/2.0/mlflow/runs/create').send({ experiment_id: '0' })).body;
    const spans = [
      { traceId: whole, spanId: ROOT, startNs: START },
      { traceId: part, spanId: CHILD, parentId: ROOT, startNs: START },
    ];
    await take(spans, { ...PROTOBUF, 'x-mlflow-run-id': run.info.run_id });
    await take(spans, { ...PROTOBUF, 'x-mlflow-run-id': 'f'.repeat(32) });
    const { rows } = await db.query<{ trace_id: string }>({
      text: `select trace_id from trace_links where kind = 'run' and target = $1`,
      values: [run.info.run_id],
    });
    assert.deepEqual(rows, [{ trace_id: `tr-${whole}` }]);
  });

  it('getTrace waits for spans that its maker announced, and then says that they are missing', async () => {
    const traceId = newTraceId();
    const trace_info = {
      trace_id: `tr-${traceId}`,
      trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '0' } },
      request_time: '2023-11-14T22:13:20Z',
      state: 'OK',
      trace_metadata: { 'mlflow.trace.sizeStats': '{"num_spans": 2}' },
    };
    await http.post('/api/3.0/mlflow/traces').send({ trace: { trace_info } });
    const path = `/api/3.0/mlflow/traces/get?trace_id=tr-${traceId}`;
    assert.equal((await http.get(path)).status, 400, 'no spans are kept here yet');
    await take([{ traceId, spanId: CHILD, parentId: ROOT, startNs: START }]);
    assert.equal((await http.get(`${path}&allow_partial=true`)).body.trace.spans.length, 1);
    assert.deepEqual((await http.get(`/api/3.0/mlflow/traces/batchGet?trace_ids=tr-${traceId}`)).body, {});
    const incomplete = await http.get(path);
    assert.equal(incomplete.status, 404);
    const [late] = await Promise.all([http.get(path), take([{ traceId, spanId: ROOT, startNs: START }])]);
    assert.equal(late.body.trace.spans.length, 2);
    const batch = await http.get(`/api/3.0/mlflow/traces/batchGet?trace_ids=tr-${traceId}&trace_ids=tr-none`);
    assert.equal(batch.body.traces[0].spans.length, 2);
    assert.equal(batch.body.traces.length, 1);
  });

  it('spans that other tools name are understood', async () => {
    const traceId = newTraceId();
    await take([
      {
        traceId,
        spanId: ROOT,
        startNs: START,
        attributes: {
          'gen_ai.operation.name': 'chat',
          'gen_ai.usage.input_tokens': 5n,
          'gen_ai.usage.output_tokens': 7n,
          'gen_ai.usage.cache_creation.input_tokens': 2n,
          'gen_ai.response.model': 'gpt-4o',
          'gen_ai.provider.name': 'openai',
          'gen_ai.conversation.id': 'talk',
          'input.value': '{"messages": [{"role": "user", "content": [{"type": "text", "text": "hello"}]}]}',
          'output.value': 'bye',
        },
      },
    ]);
    const [{ attributes }] = (await contents(traceId)) as [Json];
    assert.equal(attributes['mlflow.spanType'], '"CHAT_MODEL"');
    assert.equal(attributes['mlflow.spanOutputs'], '"bye"');
    assert.equal(attributes['mlflow.llm.model'], '"gpt-4o"');
    assert.equal(attributes['mlflow.llm.provider'], '"openai"');
    const trace = await info(traceId);
    assert.equal(trace.request_preview, 'hello');
    assert.equal(trace.trace_metadata['mlflow.trace.session'], 'talk');
    assert.equal(
      trace.trace_metadata['mlflow.trace.tokenUsage'],
      '{"input_tokens": 5, "output_tokens": 7, "total_tokens": 12, "cache_creation_input_tokens": 2}',
    );
  });
});
