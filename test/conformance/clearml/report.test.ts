import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type ClearmlClient, clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge, type TrackbridgeServer } from '../../support/trackbridge-server.ts';

type Found = Record<string, unknown>;

let server: TrackbridgeServer;
let client: ClearmlClient;
let found: Found;
before(async () => {
  server = await startTrackbridge();
  client = await clearmlClient(server);
  // from a process of their own, as the SDK does it unless told otherwise
  found = await client.run<Found>('report.py', { env: { CLEARML__SDK__DEVELOPMENT__REPORT_USE_SUBPROCESS: 'true' } });
});

describe('a script that reports with all the SDK has', () => {
  test('its task is completed under its name, with tags, comment and progress', () => {
    const { name, project, status, type, tags, comment, progress } = found;
    assert.deepEqual(
      { name, project, status, type, tags, comment, progress },
      {
        name: 'everything',
        project: 'rings/reports',
        status: 'completed',
        type: 'training',
        tags: ['first', 'second'],
        comment: `a note\nUsing model id: ${(found['models'] as { input: { base: string } }).input.base}`,
        progress: 100,
      },
    );
  });

  test('connected values, arguments, configurations, labels and user properties are read back', () => {
    assert.equal(found['lr'], 0.25);
    assert.deepEqual(found['parameters'], {
      'Args/lr': '0.25',
      'Args/name': 'none given',
      'General/seed': '7',
      'train.cfg/batch': '32',
      'train.cfg/deep/a': '1.5',
      'train.cfg/deep/b': '',
      'train.cfg/flag': 'True',
      'train.cfg/layers': '[1, 2]',
      'train.cfg/ünï': 'cödé',
      'properties/owner': 'me',
      'properties/stage': 'test',
    });
    assert.deepEqual(found['cast'], {
      'Args/lr': 0.25,
      'Args/name': 'none given',
      'train.cfg/batch': 32,
      'train.cfg/deep/a': 1.5,
      'train.cfg/deep/b': '',
      'train.cfg/flag': true,
      'train.cfg/layers': [1, 2],
      'train.cfg/ünï': 'cödé',
    });
    assert.deepEqual(found['settings'], { k: [1, 2], text: 'a\nb' });
    assert.equal(found['plain'], 'x = 1\n');
    assert.deepEqual(found['labels'], { cat: 1, dog: 2 });
    assert.deepEqual(found['properties'], { owner: 'me', stage: 'test' });
  });

  test('every scalar is read back, and its last, least and greatest value', () => {
    const steps = Array.from({ length: 12 }, (_, step) => step);
    const scalars = found['scalars'] as Record<string, Record<string, { x: number[]; y: number[] }>>;
    assert.deepEqual(Object.keys(scalars).sort(), ['train', 'train/sub title']);
    assert.deepEqual(scalars['train']?.['accuracy']?.x, steps);
    for (const [step, value] of scalars['train']?.['loss']?.y.entries() ?? []) assert.ok(Math.abs(value - 1 / (step + 1)) < 1e-6);
    assert.deepEqual(scalars['train/sub title'], { 'a/b.c$d': { name: 'a/b.c$d', x: [0], y: [3] } });
    const last = found['last'] as Record<string, Record<string, object>>;
    assert.deepEqual(last['train']?.['accuracy'], { last: 1.1, min: 0, max: 1.1 });
    assert.deepEqual(found['single'], { best: 0.875 });
    assert.equal(found['iteration'], 11);
  });

  test('every plot, picture, medium and printed line is read back', () => {
    assert.deepEqual(found['plots'], [
      'confusion/c',
      'histogram/h',
      'matplotlib/f',
      'matrix/m',
      'plotly/p',
      'scatter2/s',
      'scatter3/s',
      'surface/s',
      'table/t',
      'vector/v',
    ]);
    assert.equal(found['plots_parse'], true);
    assert.deepEqual(found['images'], [2, 1, 0]);
    assert.deepEqual(found['media'], ['https://example.org/a.png']);
    for (const line of ['a reported text', 'a printed line', 'an error line', 'a logged warning'])
      assert.ok(String(found['console']).includes(line), `${line} is missing in ${found['console']}`);
  });

  test('artifacts of every kind come back as what they were', () => {
    assert.deepEqual(found['artifacts'], {
      array: 'numpy',
      dictionary: 'dict',
      file: 'custom',
      folder: 'archive',
      frame: 'pandas',
      link: 'custom',
      'pickle #1/ü': 'pickle',
      picture: 'image',
      registered: 'data-audit-table',
      text: 'string',
    });
    assert.deepEqual(found['dictionary'], { a: 1, n: [1, 2] });
    assert.deepEqual(found['metadata'], { source: 'here' });
    assert.deepEqual(found['frame'], [1, 2]);
    assert.deepEqual(found['array'], [0, 1, 2, 3]);
    assert.equal(found['file'], true);
    assert.equal(found['folder'], 'inside');
    assert.deepEqual(found['picture'], [8, 8]);
    assert.equal(found['text'], 'just text');
    assert.deepEqual(found['pickle'], [1, 2, 3]);
    assert.equal(found['link'], 'https://example.org/data.csv');
    assert.deepEqual(found['registered'], [1, 2]);
  });

  test('the model it made and the one it took are found from the task, with all that was said of them', () => {
    const model = found['model'] as Found;
    assert.deepEqual(found['models'], {
      input: { base: (found['models'] as { input: { base: string } }).input.base },
      output: { net: model['id'] },
    });
    assert.equal(found['input_url'], 'https://example.org/base.pt');
    assert.equal(model['name'], 'net');
    assert.equal(model['framework'], 'PyTorch');
    assert.deepEqual(model['labels'], { cat: 1 });
    assert.deepEqual(model['tags'], ['mt']);
    assert.deepEqual(model['design'], { depth: 3 });
    assert.equal(model['published'], true);
    const { score, ...ofVersion } = model['metadata'] as Record<string, unknown>;
    assert.deepEqual(score, { key: 'score', type: 'float', value: '0.5' });
    assert.deepEqual(Object.keys(ofVersion).sort(), ['mlflow_name', 'mlflow_stage', 'mlflow_version']);
    assert.equal(model['weights'], 'weights');
    assert.equal(model['task'], found['id']);
  });

  test('what it reported of its model is a curve of the model', async () => {
    const task = (found['model'] as Found)['id'];
    const curves = await client.call('events.scalar_metrics_iter_histogram', { task, model_events: true });
    assert.deepEqual(curves, { model: { size: { name: 'size', x: [1], y: [7] } } });
  });

  test('the links it printed and stored open', async () => {
    const page = String(found['page']);
    assert.match(page, /\/projects\/[0-9a-f]{32}\/tasks\/[0-9a-f]{32}\/output\/log$/);
    const link = await fetch(page, { redirect: 'manual' });
    assert.equal(link.headers.get('location'), `${server.url}/bridge/#/runs/${found['id']}`);
    const opened = await fetch(page);
    assert.equal(opened.status, 200);
    assert.match(opened.headers.get('content-type') ?? '', /^text\/html/);
    for (const url of found['image_urls'] as string[]) assert.ok(url.startsWith(`${server.url}/files/`), url);
  });
});
