import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exceptions } from '../proof/exceptions.ts';
import { families } from '../proof/families/all.ts';
import { prove } from '../proof/proof.ts';
import { describe as described } from '../proof/report.ts';
import { spareIds } from '../proof/servers.ts';
import { startMlflowServer } from '../support/mlflow-server.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';

/** Calls of each family: enough that every listed exception is met. */
const CALLS = 1200;
const SEED = 1;

test('thousands of generated calls are answered as the original answers them, but for the listed exceptions, each of which is met', async () => {
  const [original, ours] = await Promise.all([startMlflowServer(), startTrackbridge()]);
  const servers = { original: original.url, ours: ours.url };
  await spareIds(servers);
  const met = new Set<string>();
  const findings: string[] = [];
  for (const family of Object.keys(families)) {
    const proof = await prove(servers, family, { calls: CALLS, seed: SEED });
    for (const name of proof.excepted.keys()) met.add(name);
    findings.push(...proof.findings.map(described));
  }
  assert.equal(findings.length, 0, findings.join('\n'));
  assert.deepEqual(
    exceptions.filter(({ name }) => !met.has(name)).map(({ name }) => name),
    [],
    'exceptions that no call meets any more are stale',
  );
});
