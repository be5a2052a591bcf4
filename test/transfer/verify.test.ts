import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectItem, runItem, Shelf } from '../support/shelf.ts';
import { openTransferDesk } from '../support/transfer.ts';

const desk = await openTransferDesk();

/** Two runs with points, a file, console lines and a plot, and where they were copied to. */
async function copied(name: string): Promise<{ source: Shelf; sink: Shelf }> {
  const source = new Shelf(name).put(projectItem('1', 'one'));
  for (const id of ['r0', 'r1']) {
    const owner = { kind: 'run' as const, id };
    source.put(runItem(id, { params: [param('lr', '0.1'), param('batch', '8')] }));
    source.putPoints(id, 'loss', [3, 2, 1]).putPoints(id, 'acc', [0.5]).putFile(id, 'model.bin', Buffer.from('weights'));
    const lines = ['one', 'two'].map((message) => ({ timestampMs: 1n, level: 'info', worker: null, message }));
    source.console.set(`run ${id}`, { owner, lines });
    const plot = { owner, type: 'plot' as const, title: 't', variant: 'v', iteration: 1n, fileKey: '', timestampMs: 1n };
    source.drawings.set(`run ${id} t v 1`, { ...plot, url: null, file: null, body: '{"a": 1, "b": 2}', extra: null });
  }
  const sink = new Shelf(`${name}-copy`);
  const { comparison } = await desk.run(source, sink);
  assert.equal(comparison?.result, 'same');
  return { source, sink };
}

function param(key: string, value: string) {
  return { key, first: null, second: null, value, type: null, description: null };
}

async function compare({ source, sink }: { source: Shelf; sink: Shelf }) {
  const { comparison } = await desk.run(source, sink, { steps: ['verify'] });
  const findings = (await desk.findings(source, sink)).filter(({ phase }) => phase === 'verify');
  return {
    result: comparison?.result,
    found: findings.map(({ symbol, kind, sourceId, part, detail }) => `${symbol} ${kind} ${sourceId} ${part}: ${detail}`),
  };
}

test('A point that was changed in the target is found, with its step', async () => {
  const sides = await copied('changed-point');
  sides.sink.putPoints('r1', 'loss', [3, 2.5, 1]);
  assert.deepEqual(await compare(sides), {
    result: 'differs',
    found: ['* run r1 points loss: 3 points expected, 3 found; missing: step 1 at 1001 = 2; not expected: step 1 at 1001 = 2.5'],
  });
});

test('Points that are missing, and series that nobody copied, are found', async () => {
  const sides = await copied('points');
  sides.sink.series.delete('run r0 acc');
  sides.sink.putPoints('r0', 'later', [1]);
  assert.deepEqual(await compare(sides), {
    result: 'differs',
    found: [
      '* run r0 points acc: missing: 1 points expected, 0 found; missing: step 0 at 1000 = 0.5',
      '* run r0 points later: not expected: 1 points that the source has not',
    ],
  });
});

test('An artifact that was cut short, changed, lost or added in the target is found', async () => {
  const sides = await copied('files');
  const hash = (text: string) => new RegExp(text);
  sides.sink.putFile('r0', 'model.bin', Buffer.from('weigh'));
  sides.sink.bytes.delete('run r1 model.bin');
  sides.sink.putFile('r1', 'other.bin', Buffer.from('?'));
  const { result, found } = await compare(sides);
  assert.equal(result, 'differs');
  assert.match(
    found[0] ?? '',
    hash('^\\* run r0 file model.bin: expected 7 bytes with SHA-256 [0-9a-f]{64}, found 5 bytes with'),
  );
  assert.deepEqual(found.slice(1), [
    '* run r1 file model.bin: missing: it is not in the sink',
    '* run r1 file other.bin: not expected: the source has no such file',
  ]);
});

test('An artifact the target announces longer than it gives is found', async () => {
  const sides = await copied('announced');
  sides.sink.putFile('r0', 'model.bin', Buffer.from('weigh'), 7n);
  assert.deepEqual(await compare(sides), {
    result: 'differs',
    found: ['* run r0 file model.bin: the sink: 7 bytes were announced, and 5 came.'],
  });
});

test('A source that counts five runs and gives four is caught', async () => {
  const sides = await copied('liar');
  const { measure } = sides.source;
  sides.source.measure = async (selection) => {
    const extent = await measure.call(sides.source, selection);
    return { ...extent, items: { ...extent.items, run: 5n }, points: 9n };
  };
  assert.deepEqual(await compare(sides), {
    result: 'unclear',
    found: ['! run (all) null: the source counts 5 and gave 2'],
  });
});

test('A source that counts more points than it gives is caught', async () => {
  const sides = await copied('point-liar');
  const { measure } = sides.source;
  sides.source.measure = async (selection) => ({ ...(await measure.call(sides.source, selection)), points: 9n });
  assert.deepEqual(await compare(sides), {
    result: 'unclear',
    found: ['! run (all) points: the source counts 9 points and gave 8'],
  });
});

test('What changed in the source since it was copied is told as that', async () => {
  const sides = await copied('moving');
  sides.source.put(runItem('r1', { params: [param('lr', '0.2'), param('batch', '8')] }));
  assert.deepEqual(await compare(sides), {
    result: 'differs',
    found: [
      '* run r1 params: missing: {"key":"lr","first":null,"second":null,"value":"0.2","type":null,"description":null}; ' +
        'not expected: {"key":"lr","first":null,"second":null,"value":"0.1","type":null,"description":null} (the source changed since it was copied)',
    ],
  });
});

test('Fields, params, console lines and plots that differ in the target are each named', async () => {
  const sides = await copied('fields');
  const [first] = sides.sink.all('run');
  sides.sink.put({
    ...(first as NonNullable<typeof first>),
    note: 'added',
    params: [param('lr', '0.1'), param('batch', '8'), param('x', '1')],
  });
  const lines = sides.sink.console.get('run r1');
  sides.sink.console.set('run r1', { owner: { kind: 'run', id: 'r1' }, lines: (lines?.lines ?? []).toReversed() });
  const plot = sides.sink.drawings.get('run r1 t v 1');
  sides.sink.drawings.set('run r1 t v 1', { ...(plot as NonNullable<typeof plot>), body: '{"a": 2, "b": 2}' });
  assert.deepEqual(await compare(sides), {
    result: 'differs',
    found: [
      '* run r0 note: expected null, found "added"',
      '* run r0 params: not expected: {"key":"x","first":null,"second":null,"value":"1","type":null,"description":null}',
      '* run r1 lines: 2 console lines expected, 2 found, not the same',
      '* run r1 plot t/v at 1: its content differs',
    ],
  });
});

test('Orders of lists, spellings of JSON, signs of zero and kinds of NaN make no difference', async () => {
  const sides = await copied('spelling');
  const [first] = sides.sink.all('run');
  sides.sink.put({ ...(first as NonNullable<typeof first>), params: [param('batch', '8'), param('lr', '0.1')] });
  const plot = sides.sink.drawings.get('run r1 t v 1');
  sides.sink.drawings.set('run r1 t v 1', { ...(plot as NonNullable<typeof plot>), body: '{"b":2.0,"a":1}' });
  sides.source.putPoints('r0', 'odd', [0, Number.NaN]);
  sides.sink.putPoints('r0', 'odd', [-0, Number.NaN]);
  assert.deepEqual(await compare(sides), { result: 'same', found: [] });
});

test('Items that are missing in the target, or gone from the source, are found', async () => {
  const sides = await copied('items');
  sides.sink.content.get('run')?.delete('r0');
  sides.source.content.get('run')?.delete('r1');
  assert.deepEqual(await compare(sides), {
    result: 'differs',
    found: ['- run r0 null: it is not in the sink under r0', '+ run r1 null: it was copied and the source has it no more'],
  });
});

test('What cannot be read in the source is told as not compared', async () => {
  const sides = await copied('unread');
  sides.source.onRead = () => {
    throw new Error('The disk is gone.');
  };
  assert.deepEqual(await compare(sides), {
    result: 'unclear',
    found: ['! run r0 file model.bin: the source: The disk is gone.', '! run r1 file model.bin: the source: The disk is gone.'],
  });
});

test('A sample compares points and files of some items, always the same ones', async () => {
  const sides = await copied('sample');
  const symbols: string[] = [];
  const onItem = (kind: string, id: string, symbol: string) => symbols.push(`${symbol}${kind} ${id}`);
  sides.sink.putPoints('r0', 'loss', [1]).putPoints('r1', 'loss', [1]);
  const none = await desk.run(sides.source, sides.sink, { steps: ['verify'], sample: { share: 0 }, onItem });
  const all = await desk.run(sides.source, sides.sink, { steps: ['verify'], sample: { items: 1000 }, onItem });
  assert.deepEqual([none.comparison?.result, all.comparison?.result], ['same', 'differs']);
  assert.deepEqual(symbols, ['=project 1', '=run r0', '=run r1', '=project 1', '*run r0', '*run r1']);
});
