import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { DEFAULT_WORKSPACE_ID } from '../../src/model/workspace.ts';
import { openDatabase } from '../../src/store/database.ts';
import { findRecordByPath } from '../../src/store/project-records.ts';
import { linkPaths, listUnlinkedPaths, lockProjectTree, movePath } from '../../src/store/project-tree.ts';
import { insertProject } from '../../src/store/projects.ts';
import { cloneDatabase } from '../support/database.ts';
import { newId } from '../support/new-id.ts';

const workspaceId = DEFAULT_WORKSPACE_ID;

describe('the tree of projects', async () => {
  const db = openDatabase(await cloneDatabase(), { connections: 4 });
  after(() => db.close());
  const place = { workspaceId, userId: null, now: new Date() };
  const add = (name: string) => insertProject(db, { ...place, name, tags: [], uuid: newId(), rootPrefix: 'r:' });
  const paths = async (): Promise<string[]> =>
    (await db.query<{ path: string }>({ text: 'select path from projects order by path' })).rows.map((row) => row.path);

  test('gets the parents that a database of an earlier version lacks', async () => {
    await add('early/a/leaf');
    await add('early/b');
    await db.query({ text: 'update projects set parent_id = null' });
    await db.query({ text: `delete from projects where path in ('early', 'early/a')` });
    const unlinked = await listUnlinkedPaths(db, workspaceId);
    await db.transaction(async (transaction) => {
      await lockProjectTree(transaction, workspaceId);
      await linkPaths(transaction, { workspaceId, paths: unlinked, now: place.now });
    });
    assert.deepEqual(await paths(), ['early', 'early/a', 'early/a/leaf', 'early/b']);
    assert.deepEqual(await listUnlinkedPaths(db, workspaceId), []);
    const [leaf, above] = await Promise.all(['early/a/leaf', 'early/a'].map((path) => findRecordByPath(db, workspaceId, path)));
    assert.equal(leaf?.parent, above?.id);
    assert.equal(above?.experimentId, null);
  });

  test('is changed by one at a time: many who need the same new parents share them', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, at) => add(`crowd/of/${at % 3}/leaf ${at}`)));
    const crowd = (await paths()).filter((path) => path.startsWith('crowd'));
    assert.equal(crowd.length, 2 + 3 + 12);
    assert.equal(new Set(crowd).size, crowd.length);
  });

  test('moves what is below a path, and nothing that only begins like it', async () => {
    for (const name of ['move/one/x', 'move/one', 'move/one more', 'move/one-b/x', 'move/one0']) await add(name);
    await db.transaction(async (transaction) => {
      await lockProjectTree(transaction, workspaceId);
      await movePath(transaction, { ...place, from: 'move/one', to: 'moved/there' });
    });
    assert.deepEqual(
      (await paths()).filter((path) => path.startsWith('move')),
      ['move', 'move/one more', 'move/one-b', 'move/one-b/x', 'move/one0', 'moved', 'moved/there', 'moved/there/x'],
    );
  });
});
