import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { runPython } from '../../support/python.ts';
import { startTrackbridge, type TrackbridgeServer } from '../../support/trackbridge-server.ts';

/** Traces by their number; newest first unless the script orders them. */
const expected = {
  feedback: ['good', true, 'fine', { a: 'b' }, 'HUMAN', 'ann'],
  expectation: ['ONE', 1],
  overridden: [false, true, true, false],
  changed: ['maybe', 'well', { c: 'd' }],
  'in trace': [
    ['good', false, 'True'],
    ['good', true, 'maybe'],
    ['polite', true, 'yes'],
  ],
  'valid again': true,
  deleted: 'RESOURCE_DOES_NOT_EXIST',
  error: [null, 'TIMEOUT', 'slow'],
  all: [4, 3, 2, 1, 0],
  oldest: [0, 1, 2, 3, 4],
  filters: {
    status: [3],
    name: [0, 1, 2, 3, 4],
    tag: [0, 1],
    session: [0, 1],
    run: [4],
    span: [0, 1, 2, 3, 4],
    attribute: [0, 1, 2, 3, 4],
    text: [2],
    feedback: [0],
    score: [2],
    'of session': [0, 1],
    expectation: [1],
    missing: [0, 3, 4],
    two: [1],
  },
  most: [4, 3],
  'in run': [4],
  table: [3, ['assessments', 'state', 'trace_id']],
  pages: [[4, 3], [2, 1], [0]],
  sessions: [[0, 1]],
  refused: 'INVALID_PARAMETER_VALUE',
};

const expectedOfOld = {
  all: ['four', 'three', 'two', 'one'],
  oldest: ['one', 'two', 'three', 'four'],
  tag: ['two'],
  name: ['four', 'three'],
  run: ['four'],
  pages: [3, 1],
  spans: [['answer', 'CHAIN', { question: 'four' }, 'FOUR']],
  table: 3,
};

describe('searches of traces through the Python clients', () => {
  let server: TrackbridgeServer;
  before(async () => {
    server = await startTrackbridge();
  });

  test('3.17 finds traces by filters, orders, pages and sessions, and keeps assessments', async () => {
    assert.deepEqual(await runPython('mlflow3', 'trace_search.py', server.url), expected);
  });

  test('2.22 finds traces and reads their spans', async () => {
    assert.deepEqual(await runPython('mlflow2', 'trace_search_2.py', server.url), expectedOfOld);
  });
});
