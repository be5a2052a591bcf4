import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseExperimentFilter } from '../../adapters/mlflow/filter/experiment-filter.ts';
import { parseExperimentOrder } from '../../adapters/mlflow/filter/experiment-order.ts';
import { parseRunFilter } from '../../adapters/mlflow/filter/run-filter.ts';
import { parseRunOrder } from '../../adapters/mlflow/filter/run-order.ts';
import { BridgeError } from '../../src/model/errors.ts';

const isInvalid = (field: string) => (error: unknown) =>
  error instanceof BridgeError && error.code === 'invalid' && error.field === field;

describe('the filter of runs', () => {
  test('joins conditions on every kind of thing by AND', () => {
    const filter = 'metrics.loss < .5 and params."lr" = \'0.1\' AND tags.`my tag` ILIKE "%X%" AND run_id NOT IN (\'a\', "b")';
    assert.deepEqual(parseRunFilter(filter), [
      { on: 'metric', key: 'loss', test: { operator: '<', value: 0.5 } },
      { on: 'param', key: 'lr', test: { operator: '=', value: '0.1' } },
      { on: 'tag', key: 'my tag', test: { operator: 'ilike', value: '%X%' } },
      { on: 'text', field: 'runId', test: { operator: 'not in', values: ['a', 'b'] } },
    ]);
  });

  test('keeps times beyond 2^53 exact', () => {
    assert.deepEqual(parseRunFilter('start_time >= 9007199254740993'), [
      { on: 'number', field: 'startedMs', test: { operator: '>=', value: 9007199254740993n } },
    ]);
  });

  test('asks columns for the tags that stand for them', () => {
    assert.deepEqual(parseRunFilter("tags.mlflow.parentRunId = 'p' AND tags.mlflow.note.content IS NULL"), [
      { on: 'text', field: 'parent', test: { operator: '=', value: 'p' } },
      { on: 'text', field: 'note', test: { operator: 'is null' } },
    ]);
  });

  test('turns a status of MLflow into the finer states of the record', () => {
    assert.deepEqual(parseRunFilter("status = 'FINISHED'"), [
      { on: 'status', statuses: ['closed', 'completed', 'publishing', 'published'] },
    ]);
    assert.deepEqual(parseRunFilter("attributes.status ILIKE 'k%' AND status != 'FINISHED'"), [
      { on: 'status', statuses: ['stopped'] },
      { on: 'status', statuses: ['created', 'queued', 'in_progress', 'stopped', 'failed', 'unknown'] },
    ]);
  });

  test('names the field and the value it refuses', () => {
    assert.throws(
      () => parseRunFilter("metrics.loss > 'high'"),
      /filter compares "metrics\.loss" with "'high'", which is no number/,
    );
    assert.throws(() => parseRunFilter("lifecycle = 'x'"), isInvalid('filter'));
    assert.throws(() => parseRunFilter("params.a = '\0'"), isInvalid('filter'));
  });

  test('reads every text without quotes in it back from a quoted string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/['\\\0]/.test(text));
        assert.deepEqual(parseRunFilter(`params.a = '${text}'`), [
          { on: 'param', key: 'a', test: { operator: '=', value: text } },
        ]);
      }),
    );
  });

  test('reads every key without backticks back from backticks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (key) => {
        fc.pre(!/[`\0]/.test(key) && !/^(['"]).*\1$/s.test(key));
        assert.deepEqual(parseRunFilter(`metrics.\`${key}\` > 1`), [{ on: 'metric', key, test: { operator: '>', value: 1 } }]);
      }),
    );
  });

  test('answers any text with conditions or with a refusal', () => {
    const words = fc.constantFrom(
      'metrics.a',
      "'",
      '"',
      '`',
      '(',
      ')',
      ' IN ',
      ' IS ',
      'NULL',
      ' AND ',
      '=',
      '1',
      '.',
      ' ',
      '\\',
      '::',
      'LIKE ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        for (const parse of [parseRunFilter, parseExperimentFilter, (one: string) => parseRunOrder([one])]) {
          try {
            parse(text);
          } catch (error) {
            assert.ok(error instanceof BridgeError && error.code === 'invalid', String(error));
          }
        }
      }),
    );
  });

  test('reads hostile texts in a moment', () => {
    const hostile = [
      `status LIKE '${'%'.repeat(5000)}Z'`,
      `params.a = ${"'\\".repeat(50_000)}`,
      `tags.${'`'.repeat(100_001)} = 'x'`,
    ];
    const startedAt = performance.now();
    for (const text of [...hostile, `metrics.a > ${'1'.repeat(100_000)}x`, '['.repeat(100_000)]) {
      try {
        parseRunFilter(text);
      } catch (error) {
        assert.ok(error instanceof BridgeError);
      }
    }
    assert.throws(() => parseRunOrder([`metrics.\`${'\\'.repeat(10_001)}\` desc`]), isInvalid('order_by'));
    assert.ok(performance.now() - startedAt < 2000);
  });

  test('refuses more parts than the original takes before any of them is looked at', () => {
    assert.throws(() => parseRunFilter('metrics.a > 1 '.repeat(5000)), /more than 10000 parts/);
  });
});

describe('the order of runs', () => {
  test('takes a direction in any case and quotes around keys', () => {
    assert.deepEqual(parseRunOrder(['metrics.`a b` Desc', 'tags.mlflow.user', 'attribute.end_time ASC']), [
      { on: 'metric', key: 'a b', descending: true },
      { on: 'field', field: 'author', descending: false },
      { on: 'field', field: 'endedMs', descending: false },
    ]);
  });

  test("orders statuses by MLflow's names", () => {
    const [order] = parseRunOrder(['status']);
    assert.deepEqual(order?.on === 'status' && order.groups.map((group) => group[0]), [
      'failed',
      'closed',
      'stopped',
      'in_progress',
      'created',
    ]);
  });

  test('refuses a field that comes twice, under another name too', () => {
    assert.throws(() => parseRunOrder(['created', 'attribute.start_time DESC']), isInvalid('order_by'));
  });
});

describe('the search of experiments', () => {
  test('compares ids as whole numbers', () => {
    assert.deepEqual(parseExperimentFilter("experiment_id != '01' AND experiment_id IN ('2', '99999999999999999999')"), [
      { on: 'experimentId', negated: true, ids: [1n] },
      { on: 'experimentId', negated: false, ids: [2n, 99999999999999999999n] },
    ]);
  });

  test('orders by newest unless told, and always by id in the end', () => {
    const [created, id] = parseExperimentOrder([]);
    assert.deepEqual(
      [created, id],
      [
        { field: 'createdMs', descending: true },
        { field: 'experimentId', descending: false },
      ],
    );
    assert.deepEqual(parseExperimentOrder(['name']), [
      { field: 'name', descending: false },
      { field: 'experimentId', descending: true },
    ]);
  });
});
