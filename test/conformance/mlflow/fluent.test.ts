import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { pythonNames, runPython } from '../../support/python.ts';
import { startTrackbridge, type TrackbridgeServer } from '../../support/trackbridge-server.ts';

interface Fluent {
  params: Record<string, string>;
  metrics: Record<string, string>;
  tags: Record<string, string>;
  step: number;
  dataset: unknown[];
  names: string[];
  statuses: Record<string, string>;
  children: string[];
  after_delete: string[];
  deleted_stage: string;
  changed_param: string;
  history: number[][];
  experiment_tag: string;
}

for (const name of pythonNames) {
  describe(`the fluent API of ${name}`, () => {
    let server: TrackbridgeServer;
    let found: Fluent;
    before(async () => {
      server = await startTrackbridge();
      found = await runPython<Fluent>(name, 'fluent.py', server.url);
    });

    test('params and tags read back as texts', () => {
      assert.deepEqual(found.params, { lr: '0.1', depth: '3', épochs: '12', empty: '', none: 'None' });
      assert.equal(found.tags['mlflow.note.content'], 'a **note**');
      assert.equal(found.tags['a.b'], 'c');
      assert.equal(found.tags['number'], '7');
      assert.equal(found.tags['gone'], undefined);
      assert.equal(found.changed_param, 'INVALID_PARAMETER_VALUE');
      assert.equal(found.experiment_tag, 'vision');
    });

    test('metrics that are not finite, huge, and at steps beyond 2^53 survive', () => {
      const largest = '1.7976931348623157e+308';
      assert.deepEqual(found.metrics, {
        loss: '0.01',
        acc: '0.5',
        nan: 'nan',
        inf: largest,
        minus: `-${largest}`,
        huge: '1.7e+308',
      });
      assert.deepEqual(found.history, [
        [0, 1],
        [1, 0.5],
        [2, 1 / 3],
        [3, 0.25],
        [4, 0.2],
        [5, 0.01],
      ]);
    });

    test('nested, failed and raising runs end as they did', () => {
      assert.deepEqual(found.children, ['child', 'failing']);
      assert.deepEqual(found.names, ['child', 'failing', 'parent', 'raises']);
      assert.deepEqual(found.statuses, { child: 'FINISHED', failing: 'FAILED', parent: 'FINISHED', raises: 'FAILED' });
    });

    test('deleted runs leave the search', () => {
      assert.deepEqual(found.after_delete, ['child', 'parent', 'raises']);
      assert.equal(found.deleted_stage, 'deleted');
    });

    test('datasets keep their context and tags', () => {
      assert.deepEqual(found.dataset, [['points', 'code', { 'mlflow.data.context': 'training', split: 'first' }]]);
    });

    test('system metrics arrive from the client’s own thread', async () => {
      const { keys } = await runPython<{ keys: string[] }>(name, 'system_metrics.py', server.url);
      assert.ok(keys.includes('system/cpu_utilization_percentage'), keys.join(', '));
    });
  });
}
