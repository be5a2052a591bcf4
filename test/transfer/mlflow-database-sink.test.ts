import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openMlflowDatabaseSink } from '../../adapters/mlflow/transfer/database-sink.ts';
import { openMlflowDatabase } from '../../adapters/mlflow/transfer/database-source.ts';
import type { RunItem } from '../../src/bridge/item.ts';
import { BridgeError } from '../../src/model/errors.ts';
import { runOrThrow } from '../support/command.ts';
import type { Json } from '../support/json.ts';
import { type LaunchedServer, launchMlflowServer } from '../support/launch.ts';
import { startMlflowServer } from '../support/mlflow-server.ts';
import { type NewDatabase, newDatabases } from '../support/new-database.ts';
import { runPython } from '../support/python.ts';
import { pythonVariable } from '../support/python-environments.ts';
import { projectItem, runItem, Shelf } from '../support/shelf.ts';
import { allOf, nothingUnreadable, sideWorld } from '../support/sides.ts';
import { openTransferDesk } from '../support/transfer.ts';

const desk = await openTransferDesk();

/** A run as ClearML writes it. */
const clearmlRun: Partial<RunItem> = {
  project: '9f0c',
  status: 'published',
  statusMessage: 'done',
  type: 'testing',
  labels: ['prod', 'x'],
  tags: [{ key: 'owner', value: 'me' }],
  params: [
    { key: null, first: 'Args', second: 'lr', value: '0.1', type: 'float', description: 'rate' },
    { key: null, first: 'General', second: 'Args/lr', value: '0.2', type: null, description: null },
    { key: null, first: 'General', second: 'long', value: 'y'.repeat(9000), type: null, description: null },
  ],
  documents: [
    { kind: 'configuration', name: 'a/b', content: 'c: 1', type: null, description: null },
    { kind: 'script', name: '', content: '{"diff":"d"}', type: null, description: null },
  ],
};

describe('A history of a real server', () => {
  let original: LaunchedServer;
  let ids: string;
  let expected: Json;

  before(async () => {
    original = await launchMlflowServer();
    ids = JSON.stringify(await runPython('mlflow3', 'transfer_history.py', original.url));
    expected = await runPython<Json>('mlflow3', 'transfer_reading.py', original.url, { HISTORY: ids });
  });
  after(() => original.stop());

  const openOriginal = () =>
    openMlflowDatabase(`sqlite:///${original.folder}/mlflow.db?artifacts=${original.folder}/artifacts`, sideWorld());

  async function transferTo(place: NewDatabase) {
    const [source, sink] = [await openOriginal(), await place.open()];
    try {
      const { copied, comparison } = await desk.run(source, sink);
      return { copied, result: comparison?.result, findings: await desk.findings(source, sink) };
    } finally {
      await sink.close();
      await source.close();
    }
  }

  for (const [name, make] of Object.entries(newDatabases)) {
    test(`in a new ${name} database reads through a server of 3.17.2 as through its own`, async () => {
      const place = await make();
      const { result, findings } = await transferTo(place);
      assert.deepEqual([result, findings], ['same', []]);
      const server = await startMlflowServer(['--backend-store-uri', place.storeUri, '--artifacts-destination', place.artifacts]);
      assert.deepEqual(await runPython<Json>('mlflow3', 'transfer_reading.py', server.url, { HISTORY: ids }), expected);
      await runOrThrow(process.env[pythonVariable('mlflow3')] ?? '', ['-m', 'mlflow', 'db', 'upgrade', place.storeUri]);
      // experiments made later get numbers that are free
      assert.match(await runPython<{ id: string }>('mlflow3', 'transfer_goes_on.py', server.url).then(({ id }) => id), /^[3-9]$/);
    });

    test(`is in a new ${name} database once however often it is transferred, and leaves it by a rollback`, async () => {
      const place = await make();
      const source = await openOriginal();
      const first = await place.open();
      const known = { targetOf: () => undefined };
      for await (const items of source.items('project', { selection: {} }, nothingUnreadable))
        await first.write('project', items, known);
      // broken off here: nothing knows what was written
      await first.close();
      assert.equal((await transferTo(place)).result, 'same');
      const again = await transferTo(place);
      assert.deepEqual([again.result, again.copied?.kinds.run?.written], ['same', 0]);
      const sink = await place.open();
      const reader = await sink.reader();
      assert.equal((await reader.measure({})).points, (await source.measure({})).points);
      await reader.close();
      for (const kind of sink.kinds.toReversed()) {
        for await (const items of source.items(kind, { selection: {} }, nothingUnreadable)) {
          assert.deepEqual(
            await sink.remove(
              kind,
              items.map(({ id }) => id),
            ),
            items.map(() => null),
          );
        }
      }
      const emptied = await sink.reader();
      const left = await emptied.measure({});
      assert.deepEqual(
        [left.points, Object.values(left.items).reduce((sum: bigint, count) => sum + (count ?? 0n), 0n)],
        [0n, 0n],
      );
      await emptied.close();
      await sink.close();
      await source.close();
    });
  }
});

for (const [name, make] of Object.entries(newDatabases)) {
  test(`What ClearML wrote stands in a new ${name} database under MLflow's names, the rest in files`, async () => {
    const source = new Shelf(`clearml-${name}`).put(
      { ...projectItem('9f0c', ''), experimentId: null, name: null, path: 'team/α', description: 'about', labels: ['l'] },
      { ...projectItem('77', 'team/α'), experimentId: '77' },
      runItem('a'.repeat(32), clearmlRun),
      runItem('an id that is much longer than 32 characters', { parent: 'a'.repeat(32), project: '77' }),
    );
    source.putPoints('a'.repeat(32), 'loss', [1, Number.NaN, Number.NEGATIVE_INFINITY]);
    const owner = { kind: 'run' as const, id: 'a'.repeat(32) };
    for (const [first, second] of [
      ['a/b', 'c'],
      ['a', 'b/c'],
    ] as const) {
      const piece = { owner, name: { key: null, first, second }, isSingle: true, steps: [-(2n ** 31n)], timestampsMs: [7n] };
      source.series.set(`${first} ${second}`, { ...piece, values: [3] });
    }
    source.console.set(`run ${owner.id}`, {
      owner,
      lines: ['one', 'two\n'].map((message) => ({ timestampMs: 5n, level: 'info', worker: null, message })),
    });
    source.drawings.set('plot', {
      ...{ owner, type: 'plot', title: 'T/1', variant: 'v', iteration: 3n, fileKey: '', timestampMs: 1n },
      ...{ url: null, file: null, body: '{"data":[]}', extra: null },
    });
    source.bytes.set(`run ${owner.id} team/x.bin`, {
      file: { owner, place: 'reported', path: 'team/x.bin', sizeBytes: 3n },
      content: Buffer.from('abc'),
    });

    const place = await make();
    const sink = await place.open();
    const { comparison } = await desk.run(source, sink);
    assert.deepEqual([comparison?.result, await desk.findings(source, sink)], ['same', []]);
    await sink.close();

    const reader = await openMlflowDatabase(place.address, sideWorld());
    const projects = await allOf(reader.items('project', { selection: {} }, nothingUnreadable));
    const [run] = await allOf(reader.items('run', { ids: [owner.id] }, nothingUnreadable));
    assert.deepEqual(projects.map((project) => [project.id, project.name]).sort(), [
      ['0', 'Default'],
      ['1000000001', 'team/α'],
      ['77', 'team/α (77)'],
    ]);
    assert.deepEqual([run?.status, run?.project, run?.labels.sort()], ['completed', '1000000001', ['prod', 'x']]);
    assert.deepEqual(run?.params.map(({ key, value }) => [key, value.length]).sort(), [
      ['Args/lr', 3],
      ['Args/lr:1', 3],
      ['long', 8000],
    ]);
    const points = await allOf(reader.points([owner], nothingUnreadable));
    assert.deepEqual(points.map(({ name: { key }, steps, values }) => [key, steps[0], values.length]).sort(), [
      ['a/b/c', 0n, 1],
      ['a/b/c:2', 0n, 1],
      ['loss', 0n, 3],
    ]);
    const folder = join(place.artifacts, '1000000001', owner.id, 'artifacts/clearml');
    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    assert.deepEqual(
      [read('console.log'), read('plots/T~2F1/v/3.json'), read('configuration/a~2Fb'), read('script'), read('files/team/x.bin')],
      ['one\ntwo\n', '{"data":[]}', 'c: 1', '{"diff":"d"}', 'abc'],
    );
    await reader.close();
  });
}

test('A database that somebody else made is refused and stays as it is', async () => {
  const original = await launchMlflowServer();
  const path = join(original.folder, 'mlflow.db');
  await assert.rejects(
    openMlflowDatabaseSink(`sqlite:///${path}`, sideWorld()),
    (error) => error instanceof BridgeError && error.code === 'already_exists',
  );
  assert.equal(existsSync(`${path}-wal`), false);
  await original.stop();
});

test('A broken item is rejected with its reason and takes no other with it', async () => {
  const place = await newDatabases.SQLite();
  const sink = await place.open();
  const known = { targetOf: (kind: string, id: string) => (kind === 'project' ? id : undefined) };
  await sink.write('project', [projectItem('1', 'one')], known);
  const outcomes = await sink.write(
    'run',
    [runItem('1'.repeat(32)), runItem('2'.repeat(32), { project: '5' }), runItem('3'.repeat(32))],
    known,
  );
  assert.deepEqual(
    outcomes.map(({ state }) => state),
    ['written', 'rejected', 'written'],
  );
  await sink.close();
});
