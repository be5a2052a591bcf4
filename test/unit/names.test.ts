import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type Naming,
  nameOfKey,
  nameOfParts,
  type Parts,
  paramNaming,
  type StoredName,
  seriesNaming,
  shownParts,
  type TakenNames,
} from '../../src/model/names.ts';

/** Few different parts, so that clashes are common: words, slashes at every place, escapes, the names with a meaning. */
const part = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'loss', 'a/b', '/a', 'a/', '/', '', ':2', 'a:2', 'a/b:2') },
  { weight: 3, arbitrary: fc.constantFrom('General', 'Args', 'properties', 'Summary', 'General/a', 'properties/a') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
);
const key = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const parts: fc.Arbitrary<Parts> = fc.record({ first: part, second: part }, { noNullPrototype: true });

/** What a run has, as its rows. */
class Names {
  readonly naming: Naming;
  readonly rows: StoredName[] = [];

  constructor(naming: Naming) {
    this.naming = naming;
  }

  readonly taken: TakenNames = {
    hasKey: (wanted) => this.rows.some((row) => row.key === wanted),
    hasParts: (wanted) => this.rows.some((row) => this.isAt(row, wanted)),
  };

  isAt(row: StoredName, wanted: Parts): boolean {
    const shown = shownParts(this.naming, row);
    return shown.first === wanted.first && shown.second === wanted.second;
  }

  writeKey(wanted: string): StoredName {
    const there = this.rows.find((row) => row.key === wanted);
    return there ?? this.add(nameOfKey(this.naming, wanted, this.taken));
  }

  writeParts(wanted: Parts): StoredName {
    const there = this.rows.find((row) => this.isAt(row, wanted));
    return there ?? this.add(nameOfParts(this.naming, wanted, this.taken));
  }

  add(name: StoredName): StoredName {
    this.rows.push(name);
    return name;
  }
}

const write = fc.oneof(
  key.map((wanted) => ({ key: wanted })),
  parts.map((wanted) => ({ parts: wanted })),
);

for (const [what, naming] of [
  ['params', paramNaming],
  ['series', seriesNaming],
] as const) {
  describe(`names of ${what}`, () => {
    it('a key leads to parts that lead back to it', () => {
      fc.assert(
        fc.property(key, (wanted) => assert.equal(naming.keyOf(naming.partsOf(wanted)), wanted)),
        { numRuns: 2000 },
      );
    });

    it('different keys have different parts', () => {
      fc.assert(
        fc.property(key, key, (one, other) => {
          fc.pre(one !== other);
          assert.notDeepEqual(naming.partsOf(one), naming.partsOf(other));
        }),
        { numRuns: 2000 },
      );
    });

    it('names written through either door in any order read back through it, and no two become one', () => {
      fc.assert(
        fc.property(fc.array(write, { minLength: 1, maxLength: 20 }), (writes) => {
          const names = new Names(naming);
          const written = writes.map((wish) => ({
            wish,
            row: 'key' in wish ? names.writeKey(wish.key) : names.writeParts(wish.parts),
          }));
          for (const { wish, row } of written) {
            if ('key' in wish) assert.equal(row.key, wish.key);
            else assert.deepEqual(shownParts(naming, row), wish.parts);
          }
          assert.equal(new Set(names.rows.map((row) => row.key)).size, names.rows.length);
          assert.equal(new Set(names.rows.map((row) => JSON.stringify(shownParts(naming, row)))).size, names.rows.length);
        }),
        { numRuns: 3000 },
      );
    });
  });
}

describe('names people use', () => {
  const cases: readonly (readonly [naming: Naming, key: string, first: string, second: string])[] = [
    [paramNaming, 'lr', 'General', 'lr'],
    [paramNaming, 'Args/lr', 'Args', 'lr'],
    [paramNaming, 'Args/net/depth', 'Args', 'net/depth'],
    [paramNaming, 'properties/owner', 'General', 'properties/owner'],
    [paramNaming, '/lr', 'General', '/lr'],
    [seriesNaming, 'loss', 'loss', 'loss'],
    [seriesNaming, 'train/loss', 'train', 'loss'],
    [seriesNaming, 'a/b/c', 'a', 'b/c'],
    [seriesNaming, 'loss/loss', 'loss/loss', 'loss/loss'],
  ];
  for (const [naming, name, first, second] of cases) {
    it(`${name} is ${first} and ${second}, both ways`, () => {
      assert.deepEqual(naming.partsOf(name), { first, second });
      assert.equal(naming.keyOf({ first, second }), name);
    });
  }
});
