import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BridgeError } from '../../src/model/errors.ts';
import { projectItem, runItem, Shelf } from '../support/shelf.ts';
import { openTransferDesk } from '../support/transfer.ts';

const desk = await openTransferDesk();

function history(name: string): Shelf {
  const shelf = new Shelf(name).put(projectItem('1', 'one'));
  for (let number = 0; number < 8; number += 1) {
    shelf.put(
      runItem(`r${number}`, {
        params: [{ key: 'lr', first: null, second: null, value: `${number}`, type: null, description: null }],
      }),
    );
    shelf
      .putPoints(`r${number}`, 'loss', [1, Number.NaN, -0, Number.POSITIVE_INFINITY])
      .putFile(`r${number}`, 'a/b.txt', Buffer.from(`file ${number}`));
  }
  return shelf;
}

test('A history is copied with all it owns and found to be the same', async () => {
  const [source, sink] = [history('all'), new Shelf('all-copy')];
  source.console.set('run r1', {
    owner: { kind: 'run', id: 'r1' },
    lines: [{ timestampMs: 5n, level: 'info', worker: null, message: 'hello' }],
  });
  const { copied, comparison } = await desk.run(source, sink);
  assert.deepEqual(
    [copied?.kinds.run?.written, copied?.kinds.run?.points, copied?.kinds.run?.files, copied?.kinds.run?.lines],
    [8, 32, 8, 1],
  );
  assert.equal(comparison?.result, 'same');
  assert.deepEqual([comparison?.kinds.run?.same, comparison?.kinds.run?.expectedSum], [8, comparison?.kinds.run?.foundSum]);
  assert.deepEqual(sink.content.get('run'), source.content.get('run'));
  assert.deepEqual(sink.series, source.series);
  assert.equal((await desk.transfer(source, sink)).state, 'same');
});

test('A second run copies only what is new or changed', async () => {
  const [source, sink] = [history('again'), new Shelf('again-copy')];
  await desk.run(source, sink);
  sink.writes = 0;
  source.put(runItem('r8'), runItem('r2', { note: 'changed' }));
  const { copied, comparison } = await desk.run(source, sink);
  assert.deepEqual([sink.writes, copied?.kinds.run?.written, copied?.kinds.run?.unchanged], [2, 2, 7]);
  assert.equal(comparison?.result, 'same');
});

test('New points of a run under way come over, and of an unchanged one that ended with thorough', async () => {
  const [source, sink] = [history('live'), new Shelf('live-copy')];
  source.put(runItem('r1', { status: 'in_progress' }));
  await desk.run(source, sink);
  source.putPoints('r1', 'loss', [1, 2, 3]).putPoints('r2', 'loss', [9]);
  await desk.run(source, sink, { steps: ['run'] });
  assert.deepEqual([sink.series.get('run r1 loss')?.values, sink.series.get('run r2 loss')?.values.length], [[1, 2, 3], 4]);
  const { comparison } = await desk.run(source, sink, { steps: ['run', 'verify'], isThorough: true });
  assert.deepEqual([sink.series.get('run r2 loss')?.values, comparison?.result], [[9], 'same']);
});

test('What comparing found to differ is copied again by the next run', async () => {
  const [source, sink] = [history('heal'), new Shelf('heal-copy')];
  await desk.run(source, sink);
  sink.putPoints('r5', 'loss', [7]);
  assert.equal((await desk.run(source, sink, { steps: ['verify'] })).comparison?.result, 'differs');
  assert.equal((await desk.run(source, sink)).comparison?.result, 'same');
});

test('References to what comes later are put right once its id is known', async () => {
  const source = new Shelf('nested').put(projectItem('1', 'one'));
  const sink = new Shelf('nested-copy', (id) => `x${id}`);
  for (let number = 0; number < 5; number += 1) source.put(runItem(`r${number}`, { parent: `r${number + 1}` }));
  const { comparison } = await desk.run(source, sink);
  assert.deepEqual(
    sink.all('run').map(({ id, parent }) => [id, parent]),
    [0, 1, 2, 3, 4].map((number) => [`xr${number}`, number === 4 ? 'r5' : `xr${number + 1}`]),
  );
  assert.equal(comparison?.result, 'same');
});

test('A broken item is a row of the report and stops nothing', async () => {
  const [source, sink] = [history('broken'), new Shelf('broken-copy')];
  source.broken.push({ kind: 'run', id: 'r9', part: null, reason: 'its row is torn' });
  source.broken.push({ kind: 'run', id: 'r3', part: 'points', reason: 'a series is cut' });
  sink.onWrite = (_kind, items) => {
    if (items.some(({ id }) => id === 'r6')) throw new BridgeError('invalid', 'The name is too long.');
  };
  source.putFile('r0', 'cut', Buffer.from('four'), 5n);
  const { copied, comparison } = await desk.run(source, sink);
  assert.deepEqual([copied?.kinds.run?.written, copied?.kinds.run?.rejected], [5, 4]);
  assert.equal(comparison?.result, 'differs');
  const found = (await desk.findings(source, sink)).filter(({ phase }) => phase === 'copy');
  assert.deepEqual(found.map(({ sourceId, part, detail }) => [sourceId, part, detail]).sort(), [
    ['r0', 'file cut', '5 bytes were announced, and 4 came.'],
    ['r3', 'points', 'a series is cut'],
    ['r6', null, 'The name is too long.'],
    ['r9', null, 'its row is torn'],
  ]);
  assert.equal(sink.bytes.has('run r0 cut'), false);
});

test('A file whose reading breaks is read again', async () => {
  const [source, sink] = [history('flaky'), new Shelf('flaky-copy')];
  let failures = 2;
  source.onRead = () => {
    if (failures-- > 0) throw new Error('The connection broke.');
  };
  const { copied } = await desk.run(source, sink, { steps: ['run'] });
  assert.deepEqual([copied?.kinds.run?.files, copied?.kinds.run?.rejected], [8, 0]);
});

test('A side that is gone for a moment is waited for', async () => {
  const [source, sink] = [history('away'), new Shelf('away-copy')];
  let failures = 2;
  sink.onPoints = () => {
    if (failures-- > 0) throw new BridgeError('unavailable', 'The server cannot be reached.');
  };
  const { comparison } = await desk.run(source, sink);
  assert.equal(comparison?.result, 'same');
});

test('A transfer that is stopped says how to go on, and goes on', async () => {
  const [source, sink] = [history('stopped'), new Shelf('stopped-copy')];
  const stopping = new AbortController();
  sink.onPoints = () => stopping.abort(new Error('Stopped.'));
  await assert.rejects(
    desk.run(source, sink, { signal: stopping.signal }),
    /^BridgeError: Stopped\. Nothing is lost: .* resume [0-9a-f]{32}/,
  );
  const { state, failure } = await desk.transfer(source, sink);
  assert.deepEqual([state, failure?.startsWith('Stopped.')], ['broken_off', true]);
  assert.equal(sink.all('run').length, 3);
  assert.equal((await desk.run(source, sink)).comparison?.result, 'same');
});

test('A transfer is worked on by one at a time', async () => {
  const [source, sink] = [history('two'), new Shelf('two-copy')];
  let second: Promise<unknown> = Promise.resolve();
  sink.onWrite = (kind) => {
    if (kind === 'project') second = assert.rejects(desk.run(source, sink), /Somebody works on transfer/);
  };
  const points = source.points.bind(source);
  source.points = async function* (owners, events) {
    await second;
    yield* points(owners, events);
  };
  await desk.run(source, sink);
});

test('A rollback takes away what the transfer made, and leaves what was there before', async () => {
  const [source, sink] = [history('back'), new Shelf('back-copy')];
  sink.put(runItem('r1', { name: 'older' }), runItem('other'));
  await desk.run(source, sink);
  const { rolledBack } = await desk.run(source, sink, { steps: ['rollback'] });
  assert.deepEqual([rolledBack?.kinds.run?.written, rolledBack?.kinds.project?.written], [7, 1]);
  assert.deepEqual(
    sink
      .all('run')
      .map(({ id }) => id)
      .sort(),
    ['other', 'r1'],
  );
});
