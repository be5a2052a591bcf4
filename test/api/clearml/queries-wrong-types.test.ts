import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

/** What a query finds may be deleted next, so a condition of the wrong type must not count as none. */
const { ask, call } = clearmlApi(await startApp());

for (const name of ['first', 'second']) {
  await call('tasks.create', { name, type: 'training' });
}

const wrong: readonly [field: string, body: object][] = [
  ['name', { name: 5 }],
  ['name', { name: ['first'] }],
  ['comment', { comment: {} }],
  ['search_text', { search_text: 7 }],
  ['filters', { filters: 'x' }],
  ['filters', { filters: [] }],
  ['filters.tags', { filters: { tags: ['a'] } }],
  ['filters.tags.any', { filters: { tags: { any: 'a' } } }],
  ['filters.tags.all.include', { filters: { tags: { all: { include: 'a' } } } }],
  ['_any_', { _any_: 'first' }],
  ['_or_', { _or_: ['first'] }],
  ['_all_.fields', { _all_: { fields: 'name', pattern: 'first' } }],
  ['_and_.fields[0]', { _and_: { fields: [5], pattern: 'first' } }],
  ['_all_.pattern', { _all_: { fields: ['name'], pattern: 5 } }],
  ['only_fields', { only_fields: 5 }],
  ['only_fields[1]', { only_fields: ['id', {}] }],
  ['projection', { projection: {} }],
  ['order_by', { order_by: true }],
  ['order_by[0]', { order_by: [5] }],
];

for (const [field, body] of wrong) {
  test(`tasks.get_all_ex refuses ${JSON.stringify(body)} and names the field`, async () => {
    const { code, message } = await ask('tasks.get_all_ex', body);
    assert.equal(code, '400/12', message);
    assert.ok(message.includes(`'${field}'`), message);
  });
}

test('null counts as not given', async () => {
  const fields = ['name', 'comment', 'search_text', 'filters', '_any_', '_all_', 'only_fields', 'projection', 'order_by'];
  const { tasks } = await call('tasks.get_all_ex', Object.fromEntries(fields.map((field) => [field, null])));
  assert.equal(tasks.length, 2);
});

test('one text stands for a list of fields and of orders', async () => {
  const { tasks } = await call('tasks.get_all_ex', { only_fields: 'name', order_by: '-name' });
  assert.deepEqual(
    tasks.map((task: { name: string }) => task.name),
    ['second', 'first'],
  );
});
