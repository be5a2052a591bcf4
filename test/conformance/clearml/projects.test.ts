import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

let found: Record<string, unknown>;
before(async () => {
  const client = await clearmlClient(await startTrackbridge());
  found = await client.run('projects.py');
});

describe('projects under the hands of the SDK', () => {
  test('hold tasks and MLflow runs, and are counted together', () => {
    assert.deepEqual(found['stats'], {
      total: 2,
      created: 1,
      completed: 1,
      below: ['tree/of', 'tree/of/experiments', 'tree/of/tasks'],
    });
    assert.deepEqual(found['projects'], ['tree', 'tree/of', 'tree/of/experiments', 'tree/of/tasks']);
  });

  test('know what their runs logged', () => {
    assert.deepEqual(found['metrics'], [['train', 'loss']]);
    assert.deepEqual(found['parameters'], [{ section: 'Args', name: 'lr' }]);
    assert.deepEqual(found['values'], ['0.3']);
    assert.deepEqual(found['tags'], ['seen']);
  });

  test('are renamed, moved and merged for MLflow too', () => {
    assert.deepEqual(found['renamed'], ['tree/of/jobs', true]);
    assert.equal(found['moved'], 1);
    assert.deepEqual(found['runs'], ['made']);
    assert.deepEqual(found['merged'], [1, 0]);
    assert.deepEqual(found['together'], ['by mlflow', 'made']);
  });

  test('are deleted with what they hold, when forced', () => {
    assert.deepEqual(found['checked'], [2, 2, 0]);
    assert.equal(found['refused'], true);
    assert.deepEqual(found['deleted'], [1, 2]);
    assert.deepEqual(found['left'], [true, 0]);
  });
});
