import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ListeningServer } from '../../support/listening-server.ts';
import { startMlflowServer } from '../../support/mlflow-server.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';
import { families } from './cases/all.ts';
import { compareCase } from './compare.ts';

let original: ListeningServer;
let ours: ListeningServer;

before(async () => {
  [original, ours] = await Promise.all([startMlflowServer(), startTrackbridge()]);
});

for (const [family, cases] of Object.entries(families)) {
  describe(`the original server and ours answer alike: ${family}`, () => {
    for (const each of cases) {
      test(each.title, async () => {
        const complaints = await compareCase({ original: original.url, ours: ours.url }, each);
        assert.equal(complaints.length, 0, complaints.join('\n\n'));
      });
    }
  });
}

test('at least 500 calls are compared', () => {
  const calls = Object.values(families)
    .flat()
    .flatMap((each) => each.calls);
  assert.ok(calls.length >= 500, `only ${calls.length}`);
});
