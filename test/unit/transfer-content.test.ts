import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical, contentHash, differencesOf } from '../../src/bridge/content.ts';
import { projectItem, runItem } from '../support/shelf.ts';

const none: ReadonlySet<string> = new Set();
const tag = (key: string, value: string) => ({ key, value });

test('The hash of an item does not depend on the order of its fields and lists', () => {
  const one = runItem('r', { tags: [tag('a', '1'), tag('b', '2')], labels: ['x', 'y'] });
  const { labels, ...rest } = runItem('r', { tags: [tag('b', '2'), tag('a', '1')] });
  assert.deepEqual(labels, []);
  assert.deepEqual(contentHash({ labels: ['y', 'x'], ...rest }, none), contentHash(one, none));
});

test('The hash of an item changes with anything it says', () => {
  const hashes = [
    runItem('r'),
    runItem('r', { note: '' }),
    runItem('r', { tags: [tag('a', '1')] }),
    runItem('r', { tags: [tag('a', '1'), tag('a', '1')] }),
    runItem('r', { startedMs: 3n }),
    runItem('r', { labels: ['a', 'b'] }),
    runItem('r', { labels: ['a,b'] }),
    runItem('r', { labels: ['a","b'] }),
  ].map((item) => contentHash(item, none).toString('hex'));
  assert.equal(new Set(hashes).size, hashes.length);
});

test('Fields a source is silent on count for nothing', () => {
  const silent = new Set(['note']);
  assert.deepEqual(contentHash(runItem('r', { note: 'x' }), silent), contentHash(runItem('r'), silent));
  assert.deepEqual(differencesOf(runItem('r', { note: 'x' }), runItem('r'), silent), []);
});

test('Entries of a queue keep their order', () => {
  const first = { run: 'a', addedMs: null, formerStatus: null };
  const second = { run: 'b', addedMs: null, formerStatus: null };
  assert.notEqual(canonical('queue', { entries: [first, second] }), canonical('queue', { entries: [second, first] }));
  assert.equal(canonical('run', { models: [first, second] }), canonical('run', { models: [second, first] }));
});

test('JSON is compared by its meaning, other texts letter by letter', () => {
  const same = [
    ['{"a": 1, "b": [1.0, -0]}', '{"b":[1,0],"a":1e0}'],
    ['12345678901234567890', '12345678901234567890'],
    ['"\\u0041"', '"A"'],
  ];
  for (const [left, right] of same) assert.equal(canonical('model.design', left), canonical('model.design', right));
  const different = [
    ['12345678901234567890', '12345678901234567891'],
    ['1', '"1"'],
    ['[1, 2]', '[2, 1]'],
    ['null', '{}'],
    ['not json', 'not  json'],
  ];
  for (const [left, right] of different) assert.notEqual(canonical('model.design', left), canonical('model.design', right));
  assert.notEqual(canonical('run.note', '{"a": 1}'), canonical('run.note', '{"a":1}'));
});

test('Zeros are one, all NaN are one, and infinities are two', () => {
  assert.equal(canonical('x', -0), canonical('x', 0));
  assert.equal(canonical('x', Number.NaN), canonical('x', 0 / 0));
  assert.notEqual(canonical('x', Number.POSITIVE_INFINITY), canonical('x', Number.NEGATIVE_INFINITY));
  assert.notEqual(canonical('x', 1), canonical('x', 1n));
});

test('What differs is named field by field, of lists what is missing and what is not expected', () => {
  const wanted = runItem('r', { name: 'a', startedMs: 2n ** 60n, labels: ['x', 'y'] });
  const found = runItem('r', { name: 'b', startedMs: null, labels: ['y', 'z'] });
  assert.deepEqual(differencesOf(wanted, found, none), [
    { field: 'labels', detail: 'missing: "x"; not expected: "z"' },
    { field: 'name', detail: 'expected "a", found "b"' },
    { field: 'startedMs', detail: 'expected 1152921504606846976, found null' },
  ]);
  assert.deepEqual(differencesOf(projectItem('1', 'a'), projectItem('1', 'a'), none), []);
});
