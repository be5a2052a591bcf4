import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { pythonNames, runPython } from '../../support/python.ts';
import { startTrackbridge, type TrackbridgeServer } from '../../support/trackbridge-server.ts';

interface Found {
  wrong: Record<string, number[]>;
  refused: Record<string, string>;
  by_loss: string[];
  by_name: string[];
  paged: string[];
  views: Record<string, number>;
  async: number[];
  exit_codes: number[];
  shared: number;
  own: number[];
  shared_latest: number;
  found_experiments: string[];
  deleted_experiments: string[];
  tagged: string[];
}

for (const name of pythonNames) {
  describe(`MlflowClient of ${name}`, () => {
    let server: TrackbridgeServer;
    let found: Found;
    before(async () => {
      server = await startTrackbridge();
      found = await runPython<Found>(name, 'client_api.py', server.url);
    });

    test('thirty filters each find the right number of runs', () => {
      assert.deepEqual(found.wrong, {});
    });

    test('filters that mean nothing are refused with the original’s code', () => {
      assert.deepEqual([...new Set(Object.values(found.refused))], ['INVALID_PARAMETER_VALUE']);
    });

    test('runs come ordered and in pages without a gap', () => {
      assert.deepEqual(found.by_loss, ['29', '28', '27']);
      assert.deepEqual(found.paged.slice(0, 12), ['27', '24', '21', '18', '15', '12', '09', '06', '03', '00', '01', '02']);
      assert.equal(new Set(found.paged).size, 30);
      assert.deepEqual(found.views, { ACTIVE_ONLY: 29, DELETED_ONLY: 1, ALL: 30 });
    });

    test('asynchronous logging loses nothing', () => {
      assert.deepEqual(found.async, [200, 20, 199]);
    });

    test('four client processes write to one run at the same time', () => {
      assert.deepEqual(found.exit_codes, [0, 0, 0, 0]);
      assert.equal(found.shared, 160);
      assert.deepEqual(found.own, [1000, 1000, 1000, 1000]);
      assert.equal(found.shared_latest, 3039);
    });

    test('experiments are renamed, deleted, found and restored', () => {
      assert.deepEqual(found.found_experiments, ['client api renamed']);
      assert.deepEqual(found.deleted_experiments, ['client api other']);
      assert.deepEqual(found.tagged, ['client api renamed']);
    });
  });
}
