import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { Client } from 'pg';
import { pythonNames, runPython } from '../../support/python.ts';
import { startTrackbridge, type TrackbridgeServer } from '../../support/trackbridge-server.ts';

interface Training {
  version: string;
  run_id: string;
  status: string;
  params: Record<string, string>;
  metrics: Record<string, number>;
  tags: Record<string, string>;
  datasets: string[];
  files: string[];
  models: number | null;
  same_predictions: boolean;
  accuracy: number;
}

let server: TrackbridgeServer;
before(async () => {
  server = await startTrackbridge();
});

for (const name of pythonNames) {
  describe(`an unchanged scikit-learn training script with autolog, ${name}`, () => {
    let found: Training;
    before(async () => {
      found = await runPython<Training>(name, 'train_autolog.py', server.url);
    });

    test('its run, params, metrics, tags and datasets are read back', () => {
      assert.equal(found.status, 'FINISHED');
      assert.equal(found.params['n_estimators'], '10');
      assert.equal(Object.keys(found.params).length, 19);
      assert.equal(found.metrics['holdout_accuracy'], found.accuracy);
      assert.equal(Object.keys(found.metrics).length, 8);
      assert.equal(found.tags['estimator_name'], 'RandomForestClassifier');
      assert.deepEqual(found.datasets, ['dataset', 'dataset']);
    });

    test('its model and plots are stored and the model loads back with the same predictions', () => {
      assert.ok(found.files.includes('training_confusion_matrix.png'));
      assert.ok(found.files.includes('model/MLmodel') || found.models === 1, `no model among ${found.files.join(', ')}`);
      assert.equal(found.same_predictions, true);
      const stored = readdirSync(server.artifacts, { recursive: true, encoding: 'utf8' });
      assert.ok(stored.some((path) => path.endsWith('/MLmodel')));
    });

    test('the database holds what the script was told', async () => {
      const client = new Client({ connectionString: server.databaseUrl });
      await client.connect();
      const { rows } = await client.query('select count(*)::int as runs from runs where uuid = $1::uuid', [found.run_id]);
      await client.end();
      assert.deepEqual(rows, [{ runs: 1 }]);
    });
  });
}
