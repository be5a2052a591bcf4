import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseModelFilter } from '../../adapters/mlflow/filter/model-filter.ts';
import { parseModelOrder } from '../../adapters/mlflow/filter/model-order.ts';
import { BridgeError } from '../../src/model/errors.ts';

const isInvalid = (field: string) => (error: unknown) =>
  error instanceof BridgeError && error.code === 'invalid' && error.field === field;

describe('the filter of models', () => {
  test('joins conditions on every kind of thing by AND', () => {
    const filter = "metrics.acc >= .5 AND params.`l r` != '0.1' and tags.a.b ilike '%X%' AND source_run_id NOT IN ('r')";
    assert.deepEqual(parseModelFilter(filter, []), [
      { on: 'metric', key: 'acc', test: { operator: '>=', value: 0.5 }, data: [] },
      { on: 'param', key: 'l r', test: { operator: '!=', value: '0.1' } },
      { on: 'tag', key: 'a.b', test: { operator: 'ilike', value: '%X%' } },
      { on: 'text', field: 'sourceRun', test: { operator: 'not in', values: ['r'] } },
    ]);
  });

  test('takes texts without quotes, and double quotes for a part of keys and values', () => {
    assert.deepEqual(parseModelFilter('name = model AND params."lr" = 0.1 AND tags.a = "b"', []), [
      { on: 'text', field: 'name', test: { operator: '=', value: 'model' } },
      { on: 'param', key: '"lr"', test: { operator: '=', value: '0.1' } },
      { on: 'tag', key: 'a', test: { operator: '=', value: '"b"' } },
    ]);
  });

  test('compares a status by the number MLflow has for it', () => {
    assert.deepEqual(parseModelFilter("status = 2 AND status != '2' AND status = 'READY' AND status IN ('0', '3')", []), [
      { on: 'status', statuses: ['ready'] },
      { on: 'status', statuses: ['unknown', 'pending', 'failed'] },
      { on: 'status', statuses: [] },
      { on: 'status', statuses: ['unknown', 'failed'] },
    ]);
  });

  test('finds every model active and none deleted', () => {
    const [active, deleted] = parseModelFilter("lifecycle_stage = 'active' AND lifecycle_stage LIKE 'd%'", []);
    assert.deepEqual(active, { on: 'status', statuses: ['unknown', 'pending', 'ready', 'failed'] });
    assert.deepEqual(deleted, { on: 'status', statuses: [] });
  });

  test('restricts every metric to the data, and demands some point on them when no metric is named', () => {
    const data = [{ name: 'test', digest: 'd1' }];
    assert.deepEqual(parseModelFilter("name = 'a'", data), [
      { on: 'text', field: 'name', test: { operator: '=', value: 'a' } },
      { on: 'data', data },
    ]);
    assert.deepEqual(parseModelFilter('metrics.acc > 1', data), [
      { on: 'metric', key: 'acc', test: { operator: '>', value: 1 }, data },
    ]);
  });

  test('knows other spellings of times, except behind the entity', () => {
    const created = { on: 'number', field: 'createdMs', test: { operator: '>', value: 5n } };
    for (const name of ['creation_time', 'creation_timestamp', 'creation_timestamp_ms', 'attributes.creation_timestamp_ms']) {
      assert.deepEqual(parseModelFilter(`${name} > 5`, []), [created], name);
    }
    assert.throws(() => parseModelFilter('attributes.creation_time > 5', []), isInvalid('filter'));
  });

  test('names the field and the value it refuses', () => {
    assert.throws(() => parseModelFilter("metrics.acc > 'high'", []), /filter compares "metrics\.acc" with "'high'"/);
    for (const filter of [
      "bogus = 'x'",
      "attribute.name = 'x'",
      "Metrics.a = 'x'",
      "name > 'a'",
      'name IS NULL',
      "name = 'a' OR",
    ]) {
      assert.throws(() => parseModelFilter(filter, []), isInvalid('filter'), filter);
    }
  });

  test('answers any text with conditions or with a refusal', () => {
    const words = fc.constantFrom(
      'metrics.a',
      'name',
      '.',
      "'",
      '"',
      '`',
      '(',
      ')',
      ' IN ',
      ' AND ',
      '=',
      ' LIKE ',
      '5',
      '\0',
      'status',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 12 }), (pieces) => {
        try {
          parseModelFilter(pieces.join(''), []);
        } catch (error) {
          assert.ok(isInvalid('filter')(error), String(error));
        }
      }),
    );
  });
});

describe('the order of models', () => {
  const newestFirst = { on: 'field', field: 'createdMs', descending: true };
  const byId = { on: 'field', field: 'id', descending: false };

  test('is newest first, then by id, unless it names them', () => {
    assert.deepEqual(parseModelOrder([]), [newestFirst, byId]);
    assert.deepEqual(parseModelOrder([{ field_name: 'creation_time' }, { field_name: 'model_id', ascending: false }]), [
      { ...newestFirst, descending: false },
      { ...byId, descending: true },
    ]);
  });

  test('takes the key of a metric as it is, with the data it is measured on', () => {
    assert.deepEqual(parseModelOrder([{ field_name: 'metrics.`a`.b', ascending: false, dataset_digest: 'd1' }]), [
      { on: 'metric', key: '`a`.b', data: { name: null, digest: 'd1' }, descending: true },
      newestFirst,
      byId,
    ]);
  });

  test('passes over what all models have in common', () => {
    assert.deepEqual(parseModelOrder([{ field_name: 'lifecycle_stage' }, { field_name: 'name' }]), [
      { on: 'field', field: 'name', descending: false },
      newestFirst,
      byId,
    ]);
  });

  test('refuses what models cannot be ordered by', () => {
    for (const field_name of ['bogus', 'attributes.name', 'params.lr', 'tags', '']) {
      assert.throws(() => parseModelOrder([{ field_name }]), isInvalid('order_by'), field_name);
    }
  });
});
