import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ContentSum, PointHash } from '../../src/bridge/point-hash.ts';

interface Point {
  step: bigint;
  ms: bigint;
  value: number;
}

const point = fc.record({
  step: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  ms: fc.bigInt({ min: 0n, max: 2n ** 50n }),
  value: fc.double(),
});

function digestOf(points: readonly Point[]): string {
  const hash = new PointHash();
  hash.add({
    steps: points.map(({ step }) => step),
    timestampsMs: points.map(({ ms }) => ms),
    values: points.map(({ value }) => value),
  });
  return `${hash.count} ${hash.digest()}`;
}

test('The hash of points depends neither on their order nor on the pieces they come in', () => {
  fc.assert(
    fc.property(fc.array(point), fc.nat(), (points, at) => {
      const hash = new PointHash();
      for (const some of [points.slice(at), points.slice(0, at)]) {
        hash.add({
          steps: some.map(({ step }) => step),
          timestampsMs: some.map(({ ms }) => ms),
          values: some.map(({ value }) => value),
        });
      }
      assert.equal(`${hash.count} ${hash.digest()}`, digestOf(points));
    }),
  );
});

test('The hash changes with any step, moment or value', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1 }), point, (points, other) => {
      const [first, ...rest] = points;
      const isSame = first?.step === other.step && first.ms === other.ms && first.value + 0 === other.value + 0;
      fc.pre(!isSame && !(Number.isNaN(first?.value) && Number.isNaN(other.value)));
      assert.notEqual(digestOf([other, ...rest]), digestOf(points));
    }),
  );
});

test('Swapped values of two steps change the hash, as do points that stand twice', () => {
  const one = (step: bigint, value: number): Point => ({ step, ms: 5n, value });
  assert.notEqual(digestOf([one(1n, 1), one(2n, 2)]), digestOf([one(1n, 2), one(2n, 1)]));
  assert.notEqual(digestOf([one(1n, 1)]), digestOf([one(1n, 1), one(1n, 1)]));
});

test('Zeros are one, and all NaN are one', () => {
  const other = new Float64Array(new BigInt64Array([0x7ff8_0000_0000_0001n]).buffer)[0] as number;
  assert.equal(digestOf([{ step: 1n, ms: 1n, value: 0 }]), digestOf([{ step: 1n, ms: 1n, value: -0 }]));
  assert.equal(digestOf([{ step: 1n, ms: 1n, value: Number.NaN }]), digestOf([{ step: 1n, ms: 1n, value: other }]));
});

test('A hundred thousand points have as many hashes', () => {
  const digests = new Set<string>();
  for (let step = 0; step < 100_000; step += 1) digests.add(digestOf([{ step: BigInt(step), ms: 0n, value: 0.5 }]));
  assert.equal(digests.size, 100_000);
});

test('The sum of hashes does not depend on their order', () => {
  const [one, two] = [Buffer.alloc(16, 1), Buffer.alloc(16, 255)];
  const sums = [
    [one, two],
    [two, one],
  ].map((hashes) => {
    const sum = new ContentSum();
    for (const hash of hashes) sum.add(hash);
    return sum.digest();
  });
  assert.deepEqual(sums, ['01010100'.repeat(4), '01010100'.repeat(4)]);
});
