import { exportRequest, type TestSpan } from '../../../support/otlp-protobuf.ts';
import { type Call, type Case, type Difference, get, post } from './case.ts';
import { traceId } from './trace-fixtures.ts';

const START = 1_700_000_000_123_456_789n;
const SECOND = 1_000_000_000n;
const ROOT = '0101010101010101';
const CHILD = '0202020202020202';
const HEADERS = { 'content-type': 'application/x-protobuf', 'x-mlflow-experiment-id': '0' };

const hexOf = (title: string) => traceId(title, 'otlp').slice('tr-'.length);

function take(spans: readonly TestSpan[], resource = {}, headers: Record<string, string> = HEADERS): Call {
  return { send: 'POST /v1/traces', raw: exportRequest(spans, resource), headers };
}

const info = (title: string, more: Omit<Call, 'send'> = {}) => get(`/api/3.0/mlflow/traces/${traceId(title, 'otlp')}`, more);

/** Everything that can be read of the trace of a case. */
const read = (title: string): Call[] => [
  info(title),
  get(`/api/3.0/mlflow/traces/get?trace_id=${traceId(title, 'otlp')}&allow_partial=true`),
  get(`/ajax-api/2.0/mlflow/get-trace-artifact?request_id=${traceId(title, 'otlp')}`),
];

/** A case of one request, whose spans are of one trace, and what is read of it. */
function oneTrace(title: string, spans: readonly Omit<TestSpan, 'traceId'>[], resource = {}): Case {
  return {
    title,
    calls: [
      take(
        spans.map((span) => ({ traceId: hexOf(title), ...span })),
        resource,
      ),
      ...read(title),
    ],
  };
}

/** A root span with these attributes, as some tool sends them. */
function dialect(tool: string, attributes: NonNullable<TestSpan['attributes']>, events: TestSpan['events'] = []): Case {
  return oneTrace(`Spans of ${tool} are understood`, [
    { spanId: ROOT, name: 'n', startNs: START, endNs: START + SECOND, attributes, events },
  ]);
}

function json(title: string, spans: readonly object[], more: Partial<Call> = {}): Call {
  const raw = JSON.stringify({
    resourceSpans: [{ scopeSpans: [{ spans: spans.map((span) => ({ traceId: hexOf(title), ...span })) }] }],
  });
  return { send: 'POST /v1/traces', raw, headers: { ...HEADERS, 'content-type': 'application/json' }, ...more };
}

/** The original writes one tool's format as a bare text, where every other attribute is JSON. */
function withBareFormat({ title, calls }: Case): Case {
  const [sent, infoCall, ...contents] = calls as [Call, Call, ...Call[]];
  const differs: Difference = {
    kind: 'wrong',
    original: '200',
    ours: '200',
    reason: 'the message format of Vercel is JSON like every other attribute; the original forgets the quotes',
  };
  return { title, calls: [sent, infoCall, ...contents.map((call) => ({ ...call, differs }))] };
}

const usage = (input: number, output: number) =>
  `{"input_tokens": ${input}, "output_tokens": ${output}, "total_tokens": ${input + output}}`;

const late = 'Spans that come late';
const finalized = 'Spans of a trace that was reported whole';
const inJson = 'Spans in JSON';
const refused = 'Spans that are refused';

const keepsTimes: { differs: Difference } = {
  differs: {
    kind: 'wrong',
    original: '200 {"trace":{"trace_info":{"trace_id"',
    ours: '200 {"trace":{"trace_info":{"trace_id"',
    reason: 'a trace that its maker reported whole keeps its times; the original forgets that when spans bring no tokens',
  },
};

/** What OpenTelemetry's exporters send. */
export const otlp: readonly Case[] = [
  oneTrace(
    'Every kind of value is kept',
    [
      {
        spanId: ROOT,
        name: 'röot "x"',
        startNs: START,
        endNs: START + SECOND,
        attributes: {
          text: 'te"xt é\u2028😀\n\t\u007f',
          empty: '',
          whole: 2n ** 62n + 1n,
          least: -(2n ** 63n),
          double: 2,
          minus: -0,
          small: 1e-7,
          large: 1e22,
          third: 1 / 3,
          nan: Number.NaN,
          infinite: Infinity,
          yes: true,
          no: false,
          bytes: Buffer.from([0, 255, 39, 10, 92, 65]),
          quoted: Buffer.from(`'"`),
          list: [1n, null, 3, 'é', [true]],
          object: { a: 1n, b: { c: 'd' } },
          nothing: null,
          json: '{"a": [1, 2.0], "b": "é"}',
          jsonText: '"quoted"',
          jsonNumber: '1',
          jsonBroken: '{"a"',
          spaced: ' [1]',
        },
        events: [
          {
            name: 'exception',
            timeNs: START,
            attributes: { 'exception.type': 'ValueError', n: 1n, list: [1n], bytes: Buffer.from('ab') },
          },
          { name: '', timeNs: 0n },
        ],
        links: [
          { traceId: '02'.repeat(16), spanId: CHILD, attributes: { weight: 1 } },
          { traceId: '02'.repeat(16), spanId: '0303030303030303' },
        ],
        status: { code: 2, message: 'bad é' },
      },
      { spanId: CHILD, parentId: ROOT, startNs: START + 100n },
      {
        spanId: '0404040404040404',
        parentId: '0'.repeat(16),
        name: 'other root',
        startNs: START + 5n,
        endNs: START + 6n,
        status: { code: 1 },
      },
    ],
    {
      'service.name': 'claude-code',
      'telemetry.sdk.name': 'x',
      'mlflow.x': 'y',
      list: ['é', 'b'],
      n: 1n,
      d: 2,
      yes: true,
      'bad!key': 'x',
    },
  ),
  oneTrace('What spans say of their trace', [
    {
      spanId: CHILD,
      parentId: ROOT,
      startNs: START,
      endNs: START + SECOND,
      attributes: { 'session.id': 's', 'user.id': 'u', 'mlflow.chat.tokenUsage': usage(1, 2) },
    },
    {
      spanId: ROOT,
      startNs: START - SECOND,
      endNs: START + SECOND,
      attributes: {
        'mlflow.traceTag.color': 'red',
        'mlflow.traceTag.mlflow.traceName': 'named',
        'mlflow.traceTag.bad!': 'x',
        'mlflow.spanType': 'CHAIN',
        'mlflow.spanInputs':
          '{"messages": [{"role": "system", "content": "s"}, {"role": "user", "content": [{"type": "text", "text": "hi é"}]}, {"role": "assistant", "content": "a"}]}',
        'mlflow.spanOutputs': `"${'long '.repeat(300)}"`,
        'mlflow.llm.cost': '{"input_cost": 0.1, "output_cost": 0.2, "total_cost": 0.3}',
      },
    },
    {
      spanId: '0404040404040404',
      parentId: ROOT,
      startNs: START,
      attributes: { 'mlflow.chat.tokenUsage': `{"input_tokens": 5, "cache_read_input_tokens": 4}` },
    },
  ]),
  dialect('OpenInference', {
    'openinference.span.kind': 'LLM',
    'input.value': 'question',
    'output.value': '{"choices": [{"message": {"role": "assistant", "content": "answer"}}]}',
    'llm.token_count.prompt': 3n,
    'llm.token_count.completion': 4n,
    'llm.token_count.total': 8n,
    'llm.token_count.prompt_details.cache_read': 1n,
    'llm.model_name': 'unknown-model',
    'llm.provider': 'nobody',
  }),
  dialect('the GenAI conventions', {
    'gen_ai.operation.name': 'invoke_agent',
    'gen_ai.usage.input_tokens': '5',
    'gen_ai.usage.output_tokens': 7n,
    'gen_ai.usage.cache_creation.input_tokens': 2n,
    'gen_ai.request.model': 'unknown-model',
    'gen_ai.provider.name': 'nobody',
    'gen_ai.input.messages': '[{"role": "user", "parts": []}]',
    'gen_ai.output.messages': '[]',
    'gen_ai.tool.definitions': '[{"name": "t"}]',
    'gen_ai.conversation.id': 'talk',
  }),
  dialect('Traceloop', {
    'traceloop.span.kind': 'workflow',
    'gen_ai.prompt.0.content': 'question',
    'gen_ai.completion.0.content': 'answer',
    'gen_ai.usage.prompt_tokens': 1n,
    'gen_ai.usage.completion_tokens': 2n,
    'gen_ai.system': 'nobody',
  }),
  dialect('the Gemini command line', {
    'gen_ai.agent.name': 'gemini-cli',
    'gen_ai.operation.name': 'llm_call',
    'gen_ai.input.messages': '[{"role": "user", "parts": [{"text": "é"}]}]',
    'gen_ai.output.messages': '[{"role": "model", "parts": [{"text": "a"}]}, {"role": "model", "parts": [{"text": "b"}]}]',
  }),
  dialect('Claude Code', {
    'span.type': 'claude_code.llm_request',
    input_tokens: 10n,
    output_tokens: 2n,
    cache_read_tokens: 3n,
    new_context: 'question',
    'response.model_output': 'answer',
  }),
  dialect('a tool of Claude Code', { 'span.type': 'tool', full_command: 'ls', file_path: '<REDACTED>' }, [
    { name: 'tool.output', timeNs: 1n, attributes: { output: 'files' } },
  ]),
  dialect('Spring AI', { 'gen_ai.operation.name': 'chat' }, [
    { name: 'gen_ai.content.prompt', timeNs: 1n, attributes: { 'gen_ai.prompt': 'question' } },
    { name: 'gen_ai.content.completion', timeNs: 2n, attributes: { 'gen_ai.completion': 'answer' } },
  ]),
  withBareFormat(
    dialect('the Vercel AI SDK', {
      'ai.operationId': 'ai.generateText.doGenerate',
      'ai.prompt.messages': '[{"role":"user","content":"é"}]',
      'ai.prompt.tools': ['{"name":"t"}'],
      'ai.response.text': 'answer',
      'ai.response.finishReason': 'stop',
    }),
  ),
  dialect('VoltAgent', {
    'entity.type': 'agent',
    'voltagent.operation_id': 'x',
    'agent.messages': '[{"role": "user", "content": "q"}]',
    output: 'answer',
    'usage.prompt_tokens': 1n,
    'usage.completion_tokens': 2n,
    'usage.total_tokens': 3n,
  }),
  dialect('LiveKit', { 'lk.agent_name': 'a', 'lk.user_input': 'question' }, [
    { name: 'gen_ai.user.message', timeNs: 1n, attributes: { content: 'unused' } },
    { name: 'gen_ai.choice', timeNs: 1n, attributes: { content: 'answer é' } },
  ]),
  dialect('Laminar', { 'lmnr.span.type': 'PIPELINE', 'lmnr.span.input': 'question', 'lmnr.span.output': 'answer' }),
  dialect('Langfuse', { 'langfuse.observation.type': 'retriever', 'langfuse.observation.input': 'question' }),
  dialect('the Google ADK', {
    'gcp.vertex.agent.llm_request': '{"model": "unknown-model"}',
    'gcp.vertex.agent.llm_response': '{}',
  }),
  {
    title: late,
    calls: [
      take([
        {
          traceId: hexOf(late),
          spanId: CHILD,
          parentId: ROOT,
          startNs: START,
          endNs: START + SECOND,
          attributes: { 'mlflow.chat.tokenUsage': usage(1, 2) },
        },
      ]),
      info(late),
      take([
        {
          traceId: hexOf(late),
          spanId: '0404040404040404',
          parentId: ROOT,
          startNs: START - SECOND,
          endNs: START,
          attributes: { 'mlflow.chat.tokenUsage': usage(10, 20), 'session.id': 'late' },
        },
      ]),
      info(late),
      take([
        {
          traceId: hexOf(late),
          spanId: ROOT,
          startNs: START - 2n * SECOND,
          endNs: START + 2n * SECOND,
          attributes: { 'mlflow.spanInputs': 'in' },
        },
      ]),
      ...read(late),
      take([
        {
          traceId: hexOf(late),
          spanId: ROOT,
          name: 'again',
          startNs: START,
          endNs: START,
          attributes: { 'mlflow.chat.tokenUsage': usage(5, 5), 'mlflow.spanInputs': 'other' },
          status: { code: 2 },
        },
      ]),
      ...read(late),
    ],
  },
  {
    title: finalized,
    calls: [
      post('/api/3.0/mlflow/traces', {
        trace: {
          trace_info: {
            trace_id: `tr-${hexOf(finalized)}`,
            trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '0' } },
            request_time: '2023-11-14T22:13:20Z',
            execution_duration: '7s',
            state: 'OK',
            trace_metadata: { 'mlflow.trace.tokenUsage': usage(100, 100) },
          },
        },
      }),
      take([
        {
          traceId: hexOf(finalized),
          spanId: ROOT,
          startNs: START - 9n * SECOND,
          attributes: { 'mlflow.chat.tokenUsage': usage(1, 1), 'session.id': 's' },
          status: { code: 2 },
        },
      ]),
      ...read(finalized),
      take([
        { traceId: hexOf(finalized), spanId: CHILD, parentId: ROOT, startNs: START - 20n * SECOND, endNs: START + 20n * SECOND },
      ]),
      info(finalized, keepsTimes),
    ],
  },
  {
    title: inJson,
    calls: [
      json(inJson, [
        {
          spanId: ROOT,
          name: 'n',
          startTimeUnixNano: String(START),
          endTimeUnixNano: String(START + SECOND),
          status: { code: 'STATUS_CODE_ERROR', message: 'm' },
          attributes: [
            { key: 'big', value: { intValue: '9007199254740993' } },
            { key: 'number', value: { intValue: 5 } },
            { key: 'list', value: { arrayValue: { values: [{ stringValue: 'a' }, { doubleValue: 1 }] } } },
            { key: 'object', value: { kvlistValue: { values: [{ key: 'k', value: { boolValue: true } }] } } },
            { key: 'bytes', value: { bytesValue: 'AAE=' } },
            { key: 'none', value: {} },
            { key: 'missing' },
          ],
          events: [{ timeUnixNano: '5', name: 'e', attributes: [{ key: 'x', value: { intValue: '1' } }] }],
          unknown: 1,
        },
        { spanId: CHILD, parentSpanId: ROOT, startTimeUnixNano: 5, status: { code: 1 } },
      ]),
      ...read(inJson),
    ],
  },
  {
    title: refused,
    calls: [
      { send: 'POST /v1/traces', raw: '', headers: { 'content-type': 'application/x-protobuf' } },
      take([], {}, { ...HEADERS, 'content-type': 'text/plain' }),
      take([], {}, { ...HEADERS, 'content-encoding': 'br' }),
      take([], {}, { ...HEADERS, 'content-encoding': 'gzip' }),
      { send: 'POST /v1/traces', raw: '', headers: HEADERS },
      { send: 'POST /v1/traces', raw: 'nonsense', headers: HEADERS },
      { send: 'POST /v1/traces', raw: '{}', headers: { ...HEADERS, 'content-type': 'application/json' } },
      { send: 'POST /v1/traces', raw: '{', headers: { ...HEADERS, 'content-type': 'application/json' } },
      json(refused, [{ spanId: 'xyz' }]),
      json(refused, [{ spanId: ROOT, startTimeUnixNano: 'x' }]),
      json(refused, [{ spanId: ROOT, attributes: [{ key: 'k', value: { intValue: 'x' } }] }]),
      json(refused, [{ startTimeUnixNano: '1' }]),
      take([]),
      take([
        { traceId: hexOf(refused), spanId: ROOT },
        { traceId: '', spanId: ROOT },
      ]),
      take([{ traceId: hexOf(refused), spanId: '01'.repeat(9), startNs: 1n }]),
      {
        ...take([{ traceId: hexOf(refused), spanId: ROOT, startNs: 2n ** 63n }]),
        differs: {
          kind: 'crash',
          original: '500 INTERNAL_ERROR',
          ours: '422 {"detail"',
          reason: 'a time that cannot be kept is a mistake of the caller, and exporters try again on 500',
        },
      },
      take([{ traceId: hexOf(refused), spanId: ROOT, attributes: { 'session.id': 's'.repeat(251) } }]),
      take([{ traceId: hexOf(refused), spanId: ROOT, startNs: 1n }], {}, { ...HEADERS, 'x-mlflow-experiment-id': '424242' }),
      take([{ traceId: hexOf(refused), spanId: ROOT, startNs: 1n }], {}, { ...HEADERS, 'x-mlflow-experiment-id': 'abc' }),
      info(refused),
    ],
  },
];
