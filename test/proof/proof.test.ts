import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Servers } from '../conformance/mlflow/compare.ts';
import { startMlflowServer } from '../support/mlflow-server.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';
import { families } from './families/all.ts';
import { prove } from './proof.ts';
import { describe as described } from './report.ts';
import { spareIds } from './servers.ts';

/** Calls of each family, and the seed they come from: the same calls in every run. */
const CALLS = 150;
const SEED = 5;

describe('generated calls are answered as the original answers them', () => {
  let servers: Servers;
  before(async () => {
    const [original, ours] = await Promise.all([startMlflowServer(), startTrackbridge()]);
    servers = { original: original.url, ours: ours.url };
    await spareIds(servers);
  });

  for (const family of Object.keys(families)) {
    test(family, async () => {
      const { findings } = await prove(servers, family, { calls: CALLS, seed: SEED });
      assert.equal(findings.length, 0, findings.map(described).join('\n'));
    });
  }
});
