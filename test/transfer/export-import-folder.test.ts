import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openMlflowDatabase } from '../../adapters/mlflow/transfer/database-source.ts';
import { openExportImportFolder } from '../../adapters/mlflow/transfer/export-import-source.ts';
import { differencesOf } from '../../src/bridge/content.ts';
import type { Item, ItemKind } from '../../src/bridge/item.ts';
import type { Source, Unreadable } from '../../src/bridge/source.ts';
import { BridgeError } from '../../src/model/errors.ts';
import { runExportImport } from '../support/export-import.ts';
import { type LaunchedServer, launchMlflowServer } from '../support/launch.ts';
import { newDatabases } from '../support/new-database.ts';
import { runPython } from '../support/python.ts';
import { allOf, nothingUnreadable, sideWorld, temporaryFolder } from '../support/sides.ts';
import { openTransferDesk } from '../support/transfer.ts';

const desk = await openTransferDesk();

/** Ids of what a source has of a kind. */
async function idsOf(source: Source, kind: ItemKind): Promise<string[]> {
  return (await allOf(source.items(kind, { selection: {} }, nothingUnreadable))).map(({ id }) => id).sort();
}

describe('A folder that mlflow-export-import 1.2.0 wrote', () => {
  let original: LaunchedServer;
  let parent: string;
  let active: string[];

  before(async () => {
    original = await launchMlflowServer();
    const ids = await runPython<{ runs: [string, string, string, string] }>('mlflow3', 'transfer_history.py', original.url);
    const [first, child, , running] = ids.runs;
    parent = first;
    active = [first, child, running].sort();
  });
  after(() => original.stop());

  async function exported(command: Parameters<typeof runExportImport>[0], ...args: readonly string[]): Promise<string> {
    const folder = join(temporaryFolder(), 'export');
    await runExportImport(command, args, { trackingUri: original.url, folder });
    return folder;
  }

  test('is read as the database it was made of, but for what the tool leaves out', async () => {
    const source = await openExportImportFolder(await exported('export-all'), sideWorld());
    const database = await openMlflowDatabase(
      `sqlite:///${original.folder}/mlflow.db?artifacts=${original.folder}/artifacts`,
      sideWorld(),
    );
    for (const kind of source.kinds) {
      const items: Item[] = await allOf(source.items(kind, { selection: {} }, nothingUnreadable));
      const ids = items.map(({ id }) => id);
      const known = new Map((await allOf(database.items(kind, { ids }, nothingUnreadable))).map((item) => [item.id, item]));
      const silent = new Set<string>(source.silentOn[kind]);
      for (const item of items)
        assert.deepEqual(differencesOf(known.get(item.id) as Item, item, silent), [], `${kind} ${item.id}`);
    }
    const found = await Promise.all(source.kinds.map((kind) => idsOf(source, kind)));
    assert.deepEqual(found, [['0', '1'], active, ['Reg'], ['Reg/1', 'Reg/2']]);

    const owners = active.map((id) => ({ kind: 'run' as const, id }));
    const points = async (side: Source) =>
      (await allOf(side.points(owners, nothingUnreadable))).flatMap(({ owner, name, steps, timestampsMs, values }) =>
        steps.map((step, at) => `${owner.id} ${name.key} ${step} ${timestampsMs[at]} ${values[at]}`),
      );
    assert.deepEqual((await points(source)).sort(), (await points(database)).sort());
    const files = async (side: Source) =>
      (await allOf(side.files(owners, nothingUnreadable))).map(
        ({ owner, path, sizeBytes }) => `${owner.id} ${path} ${sizeBytes}`,
      );
    assert.deepEqual((await files(source)).sort(), (await files(database)).sort());
    await database.close();
  });

  const layouts: [Parameters<typeof runExportImport>[0], (parent: string) => string[], number[]][] = [
    ['export-experiments', () => ['--experiments', 'all'], [2, 3, 0, 0]],
    ['export-experiment', () => ['--experiment', '1'], [1, 3, 0, 0]],
    ['export-run', (run) => ['--run-id', run], [1, 1, 0, 0]],
    ['export-models', () => ['--models', 'all'], [1, 1, 1, 2]],
    ['export-model', () => ['--model', 'Reg'], [1, 1, 1, 2]],
  ];
  for (const [command, args, counts] of layouts) {
    test(`by ${command} is transferred whole`, async () => {
      const source = await openExportImportFolder(await exported(command, ...args(parent)), sideWorld());
      const found = await Promise.all(source.kinds.map((kind) => idsOf(source, kind)));
      assert.deepEqual(
        found.map(({ length }) => length),
        counts,
      );
      const sink = await (await newDatabases.SQLite()).open();
      const { copied, comparison } = await desk.run(source, sink);
      assert.deepEqual([comparison?.result, await desk.findings(source, sink)], ['same', []]);
      assert.equal(copied?.kinds.run?.written, counts[1]);
      await sink.close();
    });
  }

  test('is told of what it should have and has not, and of what leads out of it', async () => {
    const folder = await exported('export-experiment', '--experiment', '1');
    const [lost = '', broken = '', hostile = ''] = active.filter((id) => id !== parent).concat(parent);
    const index = join(folder, 'experiment.json');
    const changed = readFileSync(index, 'utf8').replace(/"runs": \[/, '"runs": ["../../etc",');
    writeFileSync(index, changed.replace('"failed_runs": []', `"failed_runs": ["${hostile}"]`));
    renameSync(join(folder, lost), join(temporaryFolder(), 'elsewhere'));
    const file = join(folder, broken, 'run.json');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20));
    mkdirSync(join(folder, hostile, 'artifacts'), { recursive: true });
    symlinkSync('/etc', join(folder, hostile, 'artifacts', 'out'));

    const source = await openExportImportFolder(folder, sideWorld());
    const found: Unreadable[] = [];
    const events = { unreadable: (one: Unreadable) => void found.push(one) };
    const runs = await allOf(source.items('run', { selection: {} }, events));
    assert.deepEqual(
      runs.map(({ id }) => id),
      [hostile],
    );
    const files = await allOf(source.files([{ kind: 'run', id: hostile }], events));
    assert.equal(
      files.some(({ path }) => path.startsWith('out')),
      false,
    );
    await assert.rejects(
      source.openFile({
        owner: { kind: 'run', id: hostile },
        place: 'artifacts',
        path: '../../experiment.json/../../x',
        sizeBytes: null,
      }),
      BridgeError,
    );
    assert.deepEqual(
      found.map(({ id, part }) => [id, part]).sort(),
      [
        ['../../etc', null],
        [lost, null],
        [broken, null],
        [hostile, 'files'],
        [hostile, 'files'],
      ].sort(),
    );
  });
});

test('A folder without anything of the tool is refused', async () => {
  await assert.rejects(openExportImportFolder(temporaryFolder(), sideWorld()), (error) => {
    return error instanceof BridgeError && error.code === 'invalid';
  });
});
