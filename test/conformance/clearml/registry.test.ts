import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

type Found = Record<'mlflow' | 'clearml' | 'deleted', Record<string, unknown>>;

let found: Found;
before(async () => {
  const client = await clearmlClient(await startTrackbridge());
  found = await client.run<Found>('registry.py');
});

test('what MLflow registered is a published model of ClearML, with its files and what it is registered as', () => {
  assert.deepEqual(found.mlflow, {
    ready: true,
    metadata: { mlflow_name: 'lines', mlflow_version: 1, mlflow_stage: 'Production', mlflow_aliases: 'champion' },
    found: ['line'],
    own: [['plain files', true, true, true]],
    'own metadata': { mlflow_name: 'plain files', mlflow_version: 1, mlflow_stage: 'None' },
    'outputs of the task': [
      ['line', false],
      ['plain files', true],
    ],
    'outputs of the run': [true],
    lineage: [
      ['lines', '1'],
      ['plain files', '1'],
    ],
    files: ['weights.txt'],
    logged: [true],
  });
});

test('what ClearML published is registered in MLflow: a version for each model of a name, loaded from there', () => {
  assert.deepEqual(found.clearml, {
    names: ['plain files', 'published model', 'team-model- best'],
    versions: [
      ['1', 'READY', true, true],
      ['2', 'READY', true, true],
    ],
    loaded: [3, 6],
    lineage: ['1', '2', '1'],
    tag: [{ name: 'published model', version: 2 }],
    metadata: { mlflow_name: 'published model', mlflow_version: 2, mlflow_stage: 'None' },
  });
});

test('a version in use is not deleted in passing; a version that is deleted takes only what stood for it', () => {
  assert.deepEqual(found.deleted, {
    kept: false,
    removed: true,
    version: 'RESOURCE_DOES_NOT_EXIST',
    first: '1',
    own: [],
    files: ['files/weights.txt'],
  });
});
