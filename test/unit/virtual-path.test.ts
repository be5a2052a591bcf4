import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { joinArtifactPath, toArtifactPath } from '../../src/model/artifact-path.ts';
import { hashOf, marked, nameOfPathPart, toPathPart, unmarked } from '../../src/tracking/virtual-path.ts';

const names = fc.oneof(
  fc.string({ unit: 'binary' }).filter((name) => name.isWellFormed()),
  fc.string({ unit: fc.constantFrom('.', '~', '/', '%', '2', 'E', ';', '#', '\\', 'a', '\n') }),
  fc.string({ minLength: 150, maxLength: 400, unit: 'grapheme' }),
);

describe('names as parts of paths', () => {
  it('toPathPart leaves an ordinary name as it is', () => {
    for (const name of ['train loss', 'a.b', '.hidden', '...', 'été', '日本', 'x;y', "it's"])
      assert.equal(toPathPart(name), name);
  });

  it('toPathPart writes any name as one part that stays what it is wherever paths are read', () => {
    fc.assert(
      fc.property(names, (name) => {
        const part = toPathPart(name);
        assert.equal(toArtifactPath(joinArtifactPath('plots', part)), `plots/${part}`);
        assert.ok(Buffer.byteLength(part) <= 200 && !part.includes('/') && part !== '');
      }),
    );
  });

  it('nameOfPathPart gives the name back, or its hash', () => {
    fc.assert(
      fc.property(names, (name) => {
        const found = nameOfPathPart(toPathPart(name));
        assert.ok(found);
        assert.equal('name' in found ? found.name : found.hash, 'name' in found ? name : hashOf(name));
      }),
    );
  });

  it('nameOfPathPart knows no part that no name is written as', () => {
    for (const part of ['~2', '~zz', '~2f', '~41', 'a~', '', '..']) assert.equal(nameOfPathPart(part), undefined, part);
  });

  it('marked and unmarked undo each other, with or without an ending', () => {
    assert.equal(marked('console.log'), 'console~clearml.log');
    assert.equal(marked('plots'), 'plots~clearml');
    fc.assert(
      fc.property(names, (name) => {
        const part = toPathPart(name);
        assert.equal(unmarked(marked(part)), part);
        assert.equal(unmarked(part), part);
      }),
    );
  });
});
