import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type ClearmlClient, clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

type Found = Record<string, unknown>;

let client: ClearmlClient;
before(async () => {
  client = await clearmlClient(await startTrackbridge());
});

describe('automation of the SDK', () => {
  test('PipelineController runs functions as steps of a controller', async () => {
    const found = await client.run<Found>('pipeline_functions.py');
    assert.deepEqual(found, {
      status: 'completed',
      type: 'controller',
      system_tags: ['pipeline'],
      project: 'rings/pipes/.pipelines/adding',
      size: '4',
      steps: { load: ['completed', true, ['numbers']], total: ['completed', true, []] },
      answer: 6,
      monitored: { 'of all': { name: 'of all', x: [0], y: [6] } },
    });
  });

  test('TaskScheduler and TriggerScheduler queue clones when the time comes, a task completes, a metric falls, a model is published', async () => {
    const found = await client.run<Found>('schedulers.py');
    assert.deepEqual(found['seen'], ['low', 'model', 'scheduled', 'task']);
    assert.equal(found['in_queue'], 4);
  });
});
