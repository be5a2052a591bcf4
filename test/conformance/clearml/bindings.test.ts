import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type ClearmlClient, clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

let client: ClearmlClient;
before(async () => {
  client = await clearmlClient(await startTrackbridge());
});

test('what tensorboard, matplotlib and joblib write is recorded by itself', async () => {
  const found = await client.run<Record<string, unknown>>('bindings.py');
  const scalars = found['scalars'] as Record<string, Record<string, { x: number[] }>>;
  assert.deepEqual(scalars['train']?.['loss']?.x, [0, 1, 2, 3, 4]);
  assert.ok((found['plots'] as string[]).includes('shown'));
  assert.deepEqual(found['models'], ['bound - line']);
  assert.ok(Math.abs(Number(found['predicts']) - 3) < 1e-9, String(found['predicts']));
});
