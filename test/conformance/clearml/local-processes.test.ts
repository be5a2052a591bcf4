import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type ClearmlClient, clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

type Found = Record<string, unknown>;

let client: ClearmlClient;
before(async () => {
  client = await clearmlClient(await startTrackbridge());
});

describe('automation of the SDK that starts many processes', () => {
  test('PipelineDecorator runs components and returns their result', async () => {
    const found = await client.run<Found>('pipeline_decorators.py');
    assert.deepEqual(found, {
      answer: 10,
      status: 'completed',
      version: '0.2',
      steps: [
        ['load', 'completed', 'data_processing'],
        ['total', 'completed', 'training'],
      ],
    });
  });

  test('HyperParameterOptimizer runs trials and finds the best', async () => {
    const found = await client.run<Found>('search.py');
    assert.deepEqual(found['trials'], [
      ['0', 'completed'],
      ['2', 'completed'],
      ['3', 'completed'],
    ]);
    assert.equal(found['best'], '2');
    assert.equal(found['status'], 'completed');
  });
});
