import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { parseTraceFilter } from '../../adapters/mlflow/filter/trace-filter.ts';
import { parseTraceOrder } from '../../adapters/mlflow/filter/trace-order.ts';
import { startApp } from '../support/app.ts';
import { type KnownTrace, searchByHand } from './trace-reference.ts';

const { http } = await startApp();

const WORDS = ['alpha', 'beta', 'Beta', 'a_b', 'x%y', 'ü', ''];
const STATES = { ok: 'OK', error: 'ERROR', in_progress: 'IN_PROGRESS' } as const;
const STATUS_CODES = { unset: 0, ok: 1, error: 2 } as const;

const word = fc.constantFrom(...WORDS);
const knownTrace: fc.Arbitrary<Omit<KnownTrace, 'id'>> = fc.record({
  startedMs: fc.bigInt(1_704_067_200_000n, 1_704_067_200_030n),
  durationMs: fc.option(fc.bigInt(0n, 20n)),
  status: fc.constantFrom('ok', 'error', 'in_progress'),
  clientRequestId: fc.option(word),
  name: fc.option(word),
  session: fc.option(fc.constantFrom('s1', 's2')),
  tags: fc.dictionary(fc.constantFrom('k', 'a b'), word),
  metadata: fc.dictionary(fc.constantFrom('m', 'n'), word),
  spans: fc.array(
    fc.record({
      name: fc.constantFrom('load', 'ask', 'Ask'),
      type: fc.constantFrom('LLM', 'CHAIN'),
      status: fc.constantFrom('unset', 'ok', 'error'),
    }),
    { maxLength: 3 },
  ),
  assessments: fc.array(
    fc.record({
      kind: fc.constantFrom('feedback', 'expectation'),
      name: fc.constantFrom('f', 'g'),
      value: fc.constantFrom('1.0', '0.5', 'true', '"yes"', 'null', '["a"]').filter((value) => value !== 'null'),
      coversSession: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
});

const traces: KnownTrace[] = fc
  .sample(knownTrace, { numRuns: 200, seed: 5 })
  .map((trace, at) => ({ ...trace, id: `tr-${(at * 7919).toString(16).padStart(32, '0')}` }));

const text = (value: string) => fc.constant(`'${value}'`);
const quoted = word.map((value) => `'${value}'`);
const textComparison = fc.oneof(
  fc.tuple(fc.constantFrom('=', '!='), quoted).map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom('LIKE', 'ILIKE'), fc.constantFrom("'%a%'", "'_eta'", "'b%'", "'%'")).map((parts) => parts.join(' ')),
  fc.constantFrom("RLIKE '^a'", "RLIKE 'e.a$'", "RLIKE '[ax]'"),
);
const nulls = fc.constantFrom('IS NULL', 'IS NOT NULL');
const numberComparison = (least: number, most: number) =>
  fc
    .tuple(fc.constantFrom('=', '!=', '<', '<=', '>', '>='), fc.integer({ min: least, max: most }))
    .map((parts) => parts.join(' '));
const named = (name: fc.Arbitrary<string>, comparison: fc.Arbitrary<string>) =>
  fc.tuple(name, comparison).map((parts) => parts.join(' '));

/** One comparison in MLflow's language. */
const comparison: fc.Arbitrary<string> = fc.oneof(
  named(
    fc.constantFrom('name', 'tags.k', 'tags.`a b`', 'metadata.m', 'metadata.`mlflow.trace.session`'),
    fc.oneof(textComparison, nulls),
  ),
  named(fc.constantFrom('client_request_id'), fc.oneof(textComparison, fc.constantFrom("IN ('alpha', 'ü')", "NOT IN ('')"))),
  named(
    fc.constant('status'),
    fc.constantFrom("= 'OK'", "!= 'OK'", "LIKE '%R%'", "RLIKE '^.N_'", "IN ('OK', 'ERROR')", "NOT IN ('OK')"),
  ),
  named(fc.constant('timestamp_ms'), numberComparison(1_704_067_200_000, 1_704_067_200_030)),
  named(fc.constant('execution_time'), numberComparison(0, 20)),
  named(fc.constant('end_time'), numberComparison(1_704_067_200_000, 1_704_067_200_050)),
  named(
    fc.constant('span.name'),
    fc.oneof(fc.constantFrom("= 'ask'", "!= 'ask'", "ILIKE 'ASK'", "IN ('ask', 'load')", "RLIKE '^l'")),
  ),
  named(fc.constant('span.type'), fc.constantFrom("= 'LLM'", "NOT IN ('LLM')")),
  named(fc.constant('span.status'), fc.constantFrom("= 'OK'", "!= 'ERROR'")),
  named(fc.constantFrom('feedback.f', 'expectation.g'), fc.oneof(nulls, numberComparison(0, 1), text('x'))).filter(
    (one) => !one.includes("'x'") && !/ (!?=) \d/.test(one),
  ),
  named(fc.constantFrom('feedback.f', 'feedback.g'), fc.constantFrom("= 'yes'", "!= 'true'", "LIKE '%y%'", "RLIKE '^.a'")),
);
const filter = fc.array(comparison, { maxLength: 3 }).map((parts) => parts.join(' AND '));
const order = fc.uniqueArray(
  fc.constantFrom('name', 'status', 'tags.k', 'metadata.m', 'execution_time', 'end_time', 'timestamp', 'request_id'),
  {
    maxLength: 2,
  },
);
const orderBy = fc
  .tuple(order, fc.constantFrom('ASC', 'DESC'))
  .map(([names, direction]) => names.map((name) => `${name} ${direction}`));

async function post(path: string, body: object, headers: Record<string, string> = {}) {
  const answer = await http.post(path).set(headers).send(body);
  assert.equal(answer.status, 200, `${path}: ${answer.text}`);
  return answer.body;
}

function toInfo(trace: KnownTrace): object {
  const { startedMs, durationMs, name, session } = trace;
  return {
    trace_id: trace.id,
    trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '0' } },
    request_time: new Date(Number(startedMs)).toISOString(),
    execution_duration: durationMs === null ? undefined : `${(Number(durationMs) / 1000).toFixed(3)}s`,
    state: STATES[trace.status as keyof typeof STATES],
    client_request_id: trace.clientRequestId ?? undefined,
    tags: { ...trace.tags, ...(name === null ? {} : { 'mlflow.traceName': name }) },
    trace_metadata: { ...trace.metadata, ...(session === null ? {} : { 'mlflow.trace.session': session }) },
    assessments: trace.assessments.map((one, at) => ({
      assessment_id: `a-${at}`,
      assessment_name: one.name,
      [one.kind]: { value: JSON.parse(one.value) },
      metadata: one.coversSession ? { 'mlflow.trace.session': 'any' } : {},
    })),
  };
}

function toOtlp(trace: KnownTrace): object[] {
  return trace.spans.map((span, at) => ({
    traceId: trace.id.slice(3),
    spanId: (at + 1).toString(16).padStart(16, '0'),
    parentSpanId: at === 0 ? '' : '0000000000000001',
    name: span.name,
    startTimeUnixNano: `${trace.startedMs}000000`,
    endTimeUnixNano: `${trace.startedMs}000005`,
    status: { code: STATUS_CODES[span.status] },
    attributes: [{ key: 'mlflow.spanType', value: { stringValue: span.type } }],
  }));
}

/** Ids of all pages of a search. */
async function searchAll(filterText: string, order_by: readonly string[], max_results: number): Promise<string[]> {
  const ids: string[] = [];
  let page_token: string | undefined;
  do {
    const locations = [{ type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '0' } }];
    const page = await post('/api/3.0/mlflow/traces/search', {
      locations,
      filter: filterText,
      order_by,
      max_results,
      page_token,
    });
    ids.push(...(page.traces ?? []).map((one: { trace_id: string }) => one.trace_id));
    page_token = page.next_page_token;
  } while (page_token !== undefined);
  return ids;
}

describe('searches of traces', () => {
  before(async () => {
    // spans first: what is reported of a trace as a whole has the last word
    await post(
      '/v1/traces',
      { resourceSpans: [{ scopeSpans: [{ spans: traces.flatMap(toOtlp) }] }] },
      { 'x-mlflow-experiment-id': '0' },
    );
    for (const trace of traces) await post('/api/3.0/mlflow/traces', { trace: { trace_info: toInfo(trace) } });
  });

  test('find what every condition says, in order, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(filter, orderBy, fc.constantFrom(7, 50, 500), async (filterText, order_by, limit) => {
        const query = { conditions: parseTraceFilter(filterText), order: parseTraceOrder(order_by) };
        assert.deepEqual(
          await searchAll(filterText, order_by, limit),
          searchByHand(traces, query),
          `${filterText} by ${order_by}`,
        );
      }),
      { numRuns: 150 },
    );
  });
});
