import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

let found: Record<string, unknown>;
before(async () => {
  const client = await clearmlClient(await startTrackbridge());
  found = await client.run('sessions.py');
});

describe('sessions of Task.init', () => {
  test('the same project and name takes the last run up again, with nothing left of it', () => {
    assert.equal(found['reuse'], true);
    assert.deepEqual(found['reused'], ['completed', { name: 's', x: [1], y: [2] }, {}]);
  });

  test('continue_last_task goes on behind the last iteration', () => {
    assert.equal(found['continued'], true);
    assert.deepEqual(found['continuation'], ['completed', { name: 's', x: [1, 2], y: [2, 3] }, 2]);
  });

  test('an offline session is imported with its parameters, scalars, console and artifacts', () => {
    assert.deepEqual(found['offline'], {
      name: 'away',
      project: 'rings/offline',
      status: 'completed',
      parameters: { 'General/lr': '0.5' },
      scalars: { s: { name: 's', x: [2], y: [4] } },
      artifact: { k: 1 },
      console: true,
    });
  });

  test('a run that another process stops is ended by its own SDK', () => {
    assert.deepEqual(found['abort'], ['stopped', true, true]);
  });
});
