import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type ClearmlClient, clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

type Found = Record<string, Record<string, unknown>>;

let client: ClearmlClient;
before(async () => {
  client = await clearmlClient(await startTrackbridge());
});

describe('a run logged by MLflow, opened by the ClearML SDK', () => {
  let found: Found;
  before(async () => {
    found = await client.run<Found>('mlflow_then_clearml.py');
  });

  test('shows name, status, params, tags, note, code and parent', () => {
    const { name, status, project, parameters, tags, properties, comment, user, entry_point, parent } = found['seen'] ?? {};
    assert.deepEqual(
      { name, status, project, parameters, tags, properties, comment, user, entry_point, parent },
      {
        name: 'from mlflow',
        status: 'completed',
        project: 'rings/one record',
        parameters: {
          'General/lr': '0.1',
          'Args/deep': 'x',
          'General/train.size': '5',
          'a b/c/d': '',
          'General/größe': '毛',
          'properties/team': 'vision',
        },
        tags: ['prod'],
        properties: { team: 'vision' },
        comment: 'a note',
        user: true,
        entry_point: 'mlflow_then_clearml.py',
        parent: true,
      },
    );
  });

  test('shows every point of every metric', () => {
    const x = [0, 1, 2, 3, 4];
    const scalars = found['seen']?.['scalars'] as Record<string, Record<string, { x: number[]; y: number[] }>>;
    assert.deepEqual(scalars['plain'], { plain: { name: 'plain', x, y: x } });
    assert.deepEqual(scalars['a'], { 'b/c': { name: 'b/c', x: [9], y: [2] } });
    assert.deepEqual(scalars['train']?.['loss'], { name: 'loss', x, y: x.map((step) => 1 / (step + 1)) });
    assert.deepEqual(Object.keys(scalars).sort(), ['a', 'größe', 'plain', 'train']);
    assert.deepEqual(scalars['größe']?.['毛'], { name: '毛', x: [1, 3], y: [0.5, 2.5] });
    assert.deepEqual(found['seen']?.['last'], { a: { 'b/c': 2 }, größe: { 毛: 2.5 }, plain: { plain: 4 }, train: { loss: 0.2 } });
  });

  test('its artifacts download and its models are found', () => {
    assert.deepEqual(found['seen']?.['artifact'], {
      'one.txt': 'one',
      'deep/er/one.txt': 'one',
      'dict.json': '{\n  "a": 1\n}',
      'ünï cödé.txt': 'cödé',
    });
    assert.deepEqual(found['seen']?.['models'], ['line']);
    assert.deepEqual(found['seen']?.['by_id'], ['line']);
    assert.ok((found['seen']?.['model_files'] as string[]).includes('MLmodel'));
  });

  test('what ClearML changes, logs and deletes is seen by MLflow, a clone too, and both list the runs of both', () => {
    assert.deepEqual(found['after'], {
      name: 'renamed by clearml',
      archived: 'deleted',
      active: 'active',
      tags: { prod: '', fresh: '', team: 'sound', owner: 'me' },
      note: 'another note',
      params: { lr: '0.1', 'Args/deep': 'x', 'train.size': '5', 'a b/c/d': '', größe: '毛' },
    });
    assert.deepEqual(found['clone'], { status: 'SCHEDULED', params: found['after']?.['params'], metrics: {} });
    assert.deepEqual(found['ran_again'], {
      statuses: ['RUNNING', 'FAILED'],
      points: [5, 7.5],
      late: 1,
      artifact: { late: true },
    });
    assert.equal(found['gone'], 'RESOURCE_DOES_NOT_EXIST');
    const names = ['cloned', 'parent', 'renamed by clearml'];
    assert.deepEqual(found['listed'], { mlflow: names, clearml: names });
  });
});

describe('a task recorded by the ClearML SDK, opened by MLflow', () => {
  let found: Found;
  before(async () => {
    found = await client.run<Found>('clearml_then_mlflow.py');
  });

  test('shows name, status, params, metrics with every point, tags, note, code and user', () => {
    const { name, running, status, experiment, found: isFound, params, tags, note, source, user } = found['seen'] ?? {};
    assert.deepEqual(
      { name, running, status, experiment, isFound, params, tags, note, source, user },
      {
        name: 'from clearml',
        running: 'RUNNING',
        status: 'FINISHED',
        experiment: 'rings/other way',
        isFound: true,
        params: { lr: '0.1', 'deep/a': '1', 'Args/x': 'y', 'ünï/größe': '毛' },
        tags: { prod: '', team: 'vision' },
        note: 'a note',
        source: 'clearml_then_mlflow.py',
        user: true,
      },
    );
    assert.deepEqual(found['seen']?.['metrics'], { 'train/loss': 0.25, same: 5, 'größe/毛': 2, 'Summary/best': 0.75 });
    assert.deepEqual(
      (found['seen']?.['history'] as number[][]).map(([step]) => step),
      [0, 1, 2, 3],
    );
  });

  test('its artifacts, plots, pictures and console are files', () => {
    const { files, read, plot, console } = found['seen'] ?? {};
    const expected = [
      'artifacts/file/one.bin',
      'artifacts/kept/kept.json',
      'images/image/i/2.jpeg',
      'images/media/page/1.html',
      'logs/console.log',
      'models/weights/weights.pt',
      'plots/histogram/h/1.json',
    ];
    for (const path of expected) assert.ok((files as string[]).includes(path), `${path} is not among ${files}`);
    assert.deepEqual(
      Object.entries(read as Record<string, boolean>).filter(([, isFilled]) => !isFilled),
      [],
    );
    assert.deepEqual([plot, console], [true, true]);
  });

  test('its files and the weights of its model download byte for byte', () => {
    assert.equal(found['seen']?.['binary'], true);
    assert.equal(found['seen']?.['weights'], 'weights');
    assert.deepEqual(found['seen']?.['outputs'], [true]);
  });

  test('what MLflow changes is seen by ClearML, and both list the runs of both', () => {
    assert.deepEqual(found['after'], {
      name: 'renamed by mlflow',
      archived: [true, false],
      tags: ['fresh', 'prod'],
      properties: { team: 'sound' },
      parameters: {
        'General/lr': '0.1',
        'General/deep/a': '1',
        'Args/x': 'y',
        'ünï/größe': '毛',
        'General/late': '1',
        'properties/team': 'sound',
      },
      statuses: ['SCHEDULED', 'in_progress', 'stopped', 'SCHEDULED'],
      loss: { name: 'loss', x: [0, 1, 2, 3, 10], y: (found['after']?.['loss'] as { y: number[] }).y },
      late: 'late',
    });
    const names = ['beside', 'renamed by mlflow'];
    assert.deepEqual(found['listed'], { mlflow: names, clearml: names });
  });
});
