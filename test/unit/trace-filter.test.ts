import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseTraceFilter } from '../../adapters/mlflow/filter/trace-filter.ts';
import { parseMetricFilter } from '../../adapters/mlflow/filter/trace-metrics-filter.ts';
import { parseTraceOrder } from '../../adapters/mlflow/filter/trace-order.ts';
import { traceStatusWords } from '../../adapters/mlflow/map/trace.ts';
import { BridgeError } from '../../src/model/errors.ts';

const isInvalid = (field: string) => (error: unknown) =>
  error instanceof BridgeError && error.code === 'invalid' && error.field === field;

describe('the filter of traces', () => {
  test('names every kind of thing', () => {
    const filter =
      "name LIKE 'a%' AND status IN ('OK') and tags.a.b RLIKE '^x' AND metadata.`m n` IS NULL AND execution_time >= '1.5' AND run_id = 'r'";
    assert.deepEqual(parseTraceFilter(filter), [
      { on: 'text', field: 'name', test: { operator: 'like', value: 'a%' } },
      { on: 'status', words: traceStatusWords, test: { operator: 'in', values: ['OK'] } },
      { on: 'tag', key: 'a.b', test: { operator: 'rlike', value: '^x' } },
      { on: 'metadata', key: 'm n', test: { operator: 'is null' } },
      { on: 'number', field: 'durationMs', test: { operator: '>=', value: 1.5 } },
      { on: 'run', run: 'r', key: 'mlflow.sourceRun' },
    ]);
  });

  test('takes the tags and metadata that are fields of a trace for these', () => {
    const filter =
      "tags.mlflow.traceName = 'n' AND metadata.`mlflow.trace.session` = 's' AND metadata.`mlflow.trace.cost` IS NULL";
    assert.deepEqual(parseTraceFilter(filter), [
      { on: 'text', field: 'name', test: { operator: '=', value: 'n' } },
      { on: 'text', field: 'session', test: { operator: '=', value: 's' } },
      { on: 'cost', known: false },
    ]);
  });

  test('wants one span to pass all comparisons of spans', () => {
    assert.deepEqual(parseTraceFilter("span.name = 'a' AND name = 'n' AND span.attributes.k LIKE '%v%'"), [
      { on: 'text', field: 'name', test: { operator: '=', value: 'n' } },
      {
        on: 'span',
        tests: [
          { on: 'name', test: { operator: '=', value: 'a' } },
          { on: 'content', test: { operator: 'like', value: '%"k"%v%%' } },
        ],
      },
    ]);
  });

  test('looks for attributes of spans where their JSON has them, whatever characters they hold', () => {
    const [condition] = parseTraceFilter(
      "span.attributes.`a.b` RLIKE '^x$' AND span.attributes.k = 'a\"(b' AND span.attributes.a_b ILIKE 'v'",
    );
    assert.deepEqual(condition, {
      on: 'span',
      tests: [
        { on: 'content', test: { operator: 'rlike', value: '"a\\.b": "\\\\"x\\\\"' } },
        {
          on: 'content',
          test: { operator: 'rlike', value: '"k": "(?:\\\\"a\\\\\\\\\\\\"\\(b\\\\"|a\\\\"\\(b)"' },
        },
        { on: 'content', test: { operator: 'ilike', value: '%"a\\_b"v%' } },
      ],
    });
  });

  test('compares assessments with the JSON of a value and with the text it means', () => {
    assert.deepEqual(parseTraceFilter("feedback.f = 'ü' AND expectation.e != '1' AND feedback.f > 0.5 AND issue.id = 'i'"), [
      { on: 'assessment', kind: 'feedback', name: 'f', test: { operator: 'in', values: ['ü', '"\\u00fc"'] } },
      { on: 'assessment', kind: 'expectation', name: 'e', test: { operator: 'not in', values: ['1', '"1"'] } },
      { on: 'measure', kind: 'feedback', name: 'f', test: { operator: '>', value: 0.5 } },
      { on: 'issue', issue: 'i' },
    ]);
  });

  test('refuses any text or reads it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abc.=\'"`<>()!%_ ', ' AND ', 'span.', 'feedback.', 'LIKE', 'RLIKE', 'IN') }),
        (text) => {
          try {
            parseTraceFilter(text);
          } catch (error) {
            assert.ok(isInvalid('filter')(error), String(error));
          }
        },
      ),
    );
  });
});

describe('the order of traces', () => {
  test('names fields, tags and metadata, none twice', () => {
    assert.deepEqual(parseTraceOrder(['timestamp DESC', 'tags.`a b`', 'run_id']), [
      { on: 'field', field: 'startedMs', descending: true },
      { on: 'tag', key: 'a b', descending: false },
      { on: 'metadata', key: 'mlflow.sourceRun', descending: false },
    ]);
    assert.throws(() => parseTraceOrder(['timestamp', 'timestamp_ms DESC']), isInvalid('order_by'));
    for (const name of ['span.name', 'feedback.f', 'prompt', 'client_request_id', 'foo']) {
      assert.throws(() => parseTraceOrder([name]), isInvalid('order_by'), name);
    }
  });
});

describe('the filters of metrics', () => {
  test('are single comparisons by =, of things that the view shows', () => {
    assert.deepEqual(parseMetricFilter("trace.tag.`a.b` = 'v'", 'spans'), {
      on: 'trace',
      condition: { on: 'tag', key: 'a.b', test: { operator: '=', value: 'v' } },
    });
    assert.deepEqual(parseMetricFilter("span.name = 'v'", 'spans'), {
      on: 'span',
      test: { on: 'name', test: { operator: '=', value: 'v' } },
    });
    assert.deepEqual(parseMetricFilter("assessment.type = 'issue'", 'assessments'), { on: 'assessmentKind', kind: 'issue' });
    for (const text of [
      "trace.status != 'OK'",
      "trace.tag = 'x'",
      "span.name = 'v'",
      "trace.constructor = 'x'",
      "constructor.name = 'x'",
      '',
    ]) {
      assert.throws(() => parseMetricFilter(text, 'traces'), isInvalid('filters'), text);
    }
  });
});
