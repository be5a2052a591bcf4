import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { startMlflowServer } from '../../support/mlflow-server.ts';
import { runPython } from '../../support/python.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

type Found = Record<'datasets' | 'scorers' | 'questions' | 'reviews' | 'evaluation', Record<string, unknown>>;

describe('evaluation through the client of MLflow 3', () => {
  let original: Found;
  let ours: Found;
  before(async () => {
    const servers = await Promise.all([startMlflowServer(), startTrackbridge()]);
    // the client of a judge wants a key to be there; nothing is sent
    const run = (url: string) => runPython<Found>('mlflow3', 'evaluation.py', url, { OPENAI_API_KEY: 'none' });
    [original, ours] = await Promise.all([run(servers[0].url), run(servers[1].url)]);
  });

  test('datasets keep their records, tags and experiments, and are found again', () => {
    assert.deepEqual(ours.datasets, original.datasets);
    assert.deepEqual(ours.datasets['by_name'], ['more 4', 'more 3', 'more 2', 'more 1', 'more 0']);
  });

  test('scorers have versions, and none that bring code', () => {
    assert.deepEqual(ours.scorers, original.scorers);
    assert.equal(ours.scorers['code'], 'INVALID_PARAMETER_VALUE');
  });

  test('questions of every input are made, changed and deleted', () => {
    assert.deepEqual(ours.questions, original.questions);
    assert.deepEqual(ours.questions['left'], ['Feedback', 'good', 'kind', 'score']);
  });

  test('traces wait in queues until they are reviewed or deleted', () => {
    assert.deepEqual(ours.reviews, original.reviews);
    assert.equal(ours.reviews['after'], true);
  });

  test('an evaluation of a dataset ends in metrics, traces and feedback', () => {
    assert.deepEqual(ours.evaluation, original.evaluation);
    assert.deepEqual(ours.evaluation['metrics'], { 'matches/mean': 0.5 });
  });
});
