import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeDoors } from '../../adapters/index.ts';
import { makeRouteTable } from '../../src/http/route-table.ts';
import { webDoor } from '../../src/web/index.ts';

for (const door of [webDoor, ...makeDoors({ servesArtifacts: true, servesOnlyArtifacts: false })]) {
  describe(`the door ${door.name}`, () => {
    const ids = door.table.operations.map(({ id }) => id);

    test('every operation of its table is either served or absent with a reason', () => {
      const both = ids.filter((id) => Object.hasOwn(door.handlers, id) === Object.hasOwn(door.absent, id));
      assert.deepEqual(both, []);
      assert.deepEqual(
        Object.entries(door.absent).filter(([, reason]) => reason.length < 10),
        [],
      );
    });

    test('it serves and lacks nothing its table does not know', () => {
      const known = new Set(ids);
      assert.deepEqual(
        [...Object.keys(door.handlers), ...Object.keys(door.absent)].filter((id) => !known.has(id)),
        [],
      );
      assert.equal(known.size, ids.length, 'an operation stands twice in the table');
    });

    test('every served operation declares a right, and no absent one does', () => {
      const rights = new Set(['public', 'read', 'write', 'admin']);
      const undeclared = door.table.operations.filter(
        ({ id, right }) => Object.hasOwn(door.handlers, id) && !rights.has(right ?? ''),
      );
      assert.deepEqual(
        undeclared.map(({ id }) => id),
        [],
      );
      const declared = door.table.operations.filter(({ id, right }) => Object.hasOwn(door.absent, id) && right !== null);
      assert.deepEqual(
        declared.map(({ id }) => id),
        [],
      );
    });

    test('every path it names leads back to the operation', () => {
      const routes = makeRouteTable(door);
      for (const operation of door.table.operations) {
        for (const path of door.pathsOf(operation)) {
          const methods = routes.find(path.replace(/\{[^}]+\}/g, 'x'))?.methods;
          for (const method of operation.methods) assert.ok(methods?.has(method.toUpperCase()), `${method} ${path}`);
        }
      }
    });
  });
}
