import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { pythonNames, runPython } from '../../support/python.ts';
import { startTrackbridge, type TrackbridgeServer } from '../../support/trackbridge-server.ts';

/** What is the same in both clients. */
const expected = {
  versions: ['2', '3'],
  runs: [true, true, true],
  status: 'READY',
  tags: { by: 'hand' },
  stages: { 1: 'None', 2: 'Archived', 3: 'Production' },
  loaded: { 1: 5, 2: 10, '@champion': 5, Production: 10, latest: 10 },
  uri: true,
  'by alias': '1',
  aliases: { champion: '1' },
  latest: ['1 None', '2 Archived', '3 Production'],
  described: ['lines', 'one', { size: 'small' }],
  search: ['linear'],
  'search all': ['other', 'linear'],
  pages: ['linear', 'other'],
  'of run': ['1'],
  'by tag': ['1'],
  copy: ['copied', '1', true, 5],
  renamed: 5,
  errors: {
    taken: 'RESOURCE_ALREADY_EXISTS',
    unknown: 'RESOURCE_DOES_NOT_EXIST',
    'unknown version': 'RESOURCE_DOES_NOT_EXIST',
    alias: 'INVALID_PARAMETER_VALUE',
    source: 'INVALID_PARAMETER_VALUE',
  },
  'after delete': ['1', '2'],
  left: ['linear', 'other'],
  next: 15,
};

const expectedPrompts = {
  loaded: { version: 'Hello {{ name }}!', alias: 'Hi {{name}}', format: 'Hi Ann', message: 'first' },
  models: [],
  taken: 'RESOURCE_ALREADY_EXISTS',
};

/** What only the client of 3.17 has. */
const more = {
  mlflow2: {},
  // the server lists numbers, the client texts; so it is with the original
  mlflow3: { listed: [2, '2', 3, '3'] },
} as const;
const morePrompts = {
  mlflow2: { versions: ['1', '2'], 'without alias': 'TypeError' },
  mlflow3: {
    versions: [1, 2],
    search: ['greet'],
    'search by name': ['greet'],
    tags: { _mlflow_experiment_ids: ',0,', lang: 'en', team: 'docs' },
    'version tags': 'warm',
    'without alias': null,
    deleted: [],
  },
} as const;

for (const name of pythonNames) {
  describe(`the model registry of ${name}`, () => {
    let server: TrackbridgeServer;
    before(async () => {
      server = await startTrackbridge();
    });

    test('prompts are registered, loaded, found, tagged and deleted', async () => {
      const found = await runPython<object>(name, 'prompts.py', server.url);
      assert.deepEqual(found, { ...expectedPrompts, ...morePrompts[name as keyof typeof morePrompts] });
    });

    test('models are registered, loaded by every address, searched, copied, renamed and deleted', async () => {
      const found = await runPython<object>(name, 'registry.py', server.url);
      assert.deepEqual(found, { ...expected, ...more[name as keyof typeof more] });
    });
  });
}
